async function sections(plexUrl) {
  const response = await fetch(plexUrl + '/library/sections');
  return (await response.json()).MediaContainer.Directory;
}
