module.exports = { plexUrl: 'http://localhost:32400', plexToken: '' };
