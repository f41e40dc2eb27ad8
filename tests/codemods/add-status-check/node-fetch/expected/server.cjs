'use strict';

const fetch = require('node-fetch');
const { checkStatus } = require('./status-error');

exports.identity = async function identity(plexUrl) {
  let response;
  response = checkStatus(await fetch(`${plexUrl}/identity`), 'GET');
  return (await response.json()).MediaContainer;
};
