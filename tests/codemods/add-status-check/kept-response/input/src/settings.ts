export const settings = { plexUrl: 'http://localhost:32400', plexToken: '' };
