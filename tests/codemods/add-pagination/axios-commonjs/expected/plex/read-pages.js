/** Reads a list page by page, each from behind what has come; answers the first body with all items. */
async function readPages([holder, list], getPage) {
  const body = await getPage(0);
  const all = body?.[holder]?.totalSize;
  let items = body?.[holder]?.[list] ?? [];
  const first = items.length;
  while (items.length > 0 && !(items.length >= all)) {
    const page = (await getPage(items.length))?.[holder]?.[list] ?? [];
    if (page.length === 0) break;
    // a server that knows no pages sends the first one again
    if (all === undefined && JSON.stringify(page[0]) === JSON.stringify(items[0])) break;
    items = [...items, ...page];
  }
  return items.length === first ? body : { ...body, [holder]: { ...body[holder], [list]: items, size: items.length } };
}

/** The same for answers that have the body as `data`. */
async function requestPages(path, getPage) {
  const answers = [];
  const data = await readPages(path, async (start) => {
    const answer = await getPage(start);
    answers.push(answer);
    return answer.data;
  });
  return { ...answers[0], data };
}

module.exports = { readPages, requestPages };
