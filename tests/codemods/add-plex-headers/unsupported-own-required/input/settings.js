const { isThere } = require('./status');

const getSettings = () => ({ clientId: process.env.SHELF_ID || 'shelf-1', isThere });

module.exports = { getSettings };
