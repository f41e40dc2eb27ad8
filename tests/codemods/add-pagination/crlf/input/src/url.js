export const url = 'http://localhost:32400';
