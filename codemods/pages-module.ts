import type { Paging } from '../spec/description.ts';
import type { SharedExport } from './share-exports.ts';
import type { SharedModule } from './shared-module.ts';

/** How a client gives the body: as what it answers, as `data` of it, or by `json()`. */
export type BodyAt = 'body' | 'data' | 'fetch';

/** What reads the pages of each kind of answer. */
export const READERS: Readonly<Record<BodyAt, string>> = { body: 'readPages', data: 'requestPages', fetch: 'fetchPages' };

/**
 * The functions that read a list in pages and answer as if it had come at once: the one for bodies, on which the others
 * rest, and those for the kinds of answers that are asked for.
 */
export function pagesExports({ language }: SharedModule, { total, count }: Pick<Paging, 'total' | 'count'>, kinds: ReadonlySet<BodyAt>): readonly SharedExport[] {
  const isTyped = language === 'ts';
  const others = (['data', 'fetch'] as const).filter((kind) => kinds.has(kind));
  return [
    { name: READERS.body, code: isTyped ? typedPages(total, count) : pages(total, count) },
    ...others.map((kind) => ({ name: READERS[kind], code: isTyped ? TYPED[kind] : UNTYPED[kind] })),
  ];
}

const ABOUT = '/** Reads a list page by page, each from behind what has come; answers the first body with all items. */';
const ABOUT_DATA = '/** The same for answers that have the body as `data`. */';
const ABOUT_FETCH = '/** The same for answers of `fetch`. Where a page fails, its answer is the result. */';

/** What an answer of a list without its number is held against: a server that knows no pages would repeat it for ever. */
const REPEATED = `// a server that knows no pages sends the first one again
    if (all === undefined && JSON.stringify(page[0]) === JSON.stringify(items[0])) break;`;

const whole = (count: string | null): string => `[list]: items${count === null ? '' : `, ${count}: items.length`}`;

function pages(total: string | null, count: string | null): string {
  return `${ABOUT}
async function readPages([holder, list], getPage) {
  const body = await getPage(0);
  const all = ${total === null ? 'undefined' : `body?.[holder]?.${total}`};
  let items = body?.[holder]?.[list] ?? [];
  const first = items.length;
  while (items.length > 0 && !(items.length >= all)) {
    const page = (await getPage(items.length))?.[holder]?.[list] ?? [];
    if (page.length === 0) break;
    ${REPEATED}
    items = [...items, ...page];
  }
  return items.length === first ? body : { ...body, [holder]: { ...body[holder], ${whole(count)} } };
}`;
}

function typedPages(total: string | null, count: string | null): string {
  return `/** Where a list is in a body: in an object of this name, under that name. */
type ListPath = readonly [holder: string, list: string];

type Body = Readonly<Record<string, ({ readonly [list: string]: unknown${total === null ? '' : `; readonly ${total}?: number`} }) | undefined>> | null | undefined;

${ABOUT}
async function readPages<T>([holder, list]: ListPath, getPage: (start: number) => Promise<T>): Promise<T> {
  const itemsOf = (page: T): readonly unknown[] => ((page as Body)?.[holder]?.[list] ?? []) as readonly unknown[];
  const body = await getPage(0);
  const all = ${total === null ? 'undefined as number | undefined' : `(body as Body)?.[holder]?.${total}`};
  let items = itemsOf(body);
  const first = items.length;
  while (items.length > 0 && (all === undefined || items.length < all)) {
    const page = itemsOf(await getPage(items.length));
    if (page.length === 0) break;
    ${REPEATED}
    items = [...items, ...page];
  }
  return items.length === first ? body : { ...body, [holder]: { ...(body as Body)?.[holder], ${whole(count)} } };
}`;
}

const UNTYPED: Readonly<Record<'data' | 'fetch', string>> = {
  data: `${ABOUT_DATA}
async function requestPages(path, getPage) {
  const answers = [];
  const data = await readPages(path, async (start) => {
    const answer = await getPage(start);
    answers.push(answer);
    return answer.data;
  });
  return { ...answers[0], data };
}`,
  fetch: `${ABOUT_FETCH}
async function fetchPages(path, getPage) {
  const answers = [];
  const body = await readPages(path, async (start) => {
    const answer = await getPage(start);
    answers.push(answer);
    return answer.ok ? answer.json() : null;
  });
  return answers.find((answer) => !answer.ok) ?? new Response(JSON.stringify(body), answers[0]);
}`,
};

const TYPED: typeof UNTYPED = {
  data: `${ABOUT_DATA}
async function requestPages<T extends { readonly data: unknown }>(path: ListPath, getPage: (start: number) => Promise<T>): Promise<T> {
  const answers: T[] = [];
  const data = await readPages(path, async (start) => {
    const answer = await getPage(start);
    answers.push(answer);
    return answer.data;
  });
  return { ...answers[0], data } as T;
}`,
  fetch: `${ABOUT_FETCH}
async function fetchPages(path: ListPath, getPage: (start: number) => Promise<Response>): Promise<Response> {
  const answers: Response[] = [];
  const body = await readPages(path, async (start): Promise<unknown> => {
    const answer = await getPage(start);
    answers.push(answer);
    return answer.ok ? answer.json() : null;
  });
  return answers.find((answer) => !answer.ok) ?? new Response(JSON.stringify(body), answers[0]);
}`,
};
