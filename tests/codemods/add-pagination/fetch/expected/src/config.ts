export const plexUrl = 'http://localhost:32400';
export const plexToken = '';
