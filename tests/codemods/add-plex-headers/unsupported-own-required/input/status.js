async function isThere(plexUrl) {
  return (await fetch(`${plexUrl}/identity`)).ok;
}

module.exports = { isThere };
