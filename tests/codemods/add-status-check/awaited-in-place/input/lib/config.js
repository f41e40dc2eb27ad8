export const plexUrl = 'http://localhost:32400';
