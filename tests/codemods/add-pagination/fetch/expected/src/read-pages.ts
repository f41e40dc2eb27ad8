/** Where a list is in a body: in an object of this name, under that name. */
type ListPath = readonly [holder: string, list: string];

type Body = Readonly<Record<string, ({ readonly [list: string]: unknown; readonly totalSize?: number }) | undefined>> | null | undefined;

/** Reads a list page by page, each from behind what has come; answers the first body with all items. */
export async function readPages<T>([holder, list]: ListPath, getPage: (start: number) => Promise<T>): Promise<T> {
  const itemsOf = (page: T): readonly unknown[] => ((page as Body)?.[holder]?.[list] ?? []) as readonly unknown[];
  const body = await getPage(0);
  const all = (body as Body)?.[holder]?.totalSize;
  let items = itemsOf(body);
  const first = items.length;
  while (items.length > 0 && (all === undefined || items.length < all)) {
    const page = itemsOf(await getPage(items.length));
    if (page.length === 0) break;
    // a server that knows no pages sends the first one again
    if (all === undefined && JSON.stringify(page[0]) === JSON.stringify(items[0])) break;
    items = [...items, ...page];
  }
  return items.length === first ? body : { ...body, [holder]: { ...(body as Body)?.[holder], [list]: items, size: items.length } };
}

/** The same for answers of `fetch`. Where a page fails, its answer is the result. */
export async function fetchPages(path: ListPath, getPage: (start: number) => Promise<Response>): Promise<Response> {
  const answers: Response[] = [];
  const body = await readPages(path, async (start): Promise<unknown> => {
    const answer = await getPage(start);
    answers.push(answer);
    return answer.ok ? answer.json() : null;
  });
  return answers.find((answer) => !answer.ok) ?? new Response(JSON.stringify(body), answers[0]);
}
