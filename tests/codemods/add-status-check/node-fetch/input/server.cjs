'use strict';

const fetch = require('node-fetch');

exports.identity = async function identity(plexUrl) {
  let response;
  response = await fetch(`${plexUrl}/identity`);
  return (await response.json()).MediaContainer;
};
