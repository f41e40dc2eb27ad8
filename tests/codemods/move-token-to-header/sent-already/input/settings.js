module.exports = { plexUrl: process.env.PLEX_URL, plexToken: process.env.PLEX_TOKEN };
