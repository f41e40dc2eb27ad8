import { listsRead, readsBeside } from '../rules/is-list-read.ts';
import { isReadWhole } from '../rules/require-paging.ts';
import { isUnchecked } from '../rules/require-status-check.ts';
import { asTransform } from './as-transform.ts';
import { groupByPlace } from './group-by-place.ts';
import { isPlainScript } from './module-kind.ts';
import { pageCall } from './page-call.ts';
import { pagesExports, READERS } from './pages-module.ts';
import { shareExports, sharedName } from './share-exports.ts';
import { moduleOption, shareModule } from './shared-module.ts';
import type { AttributedRequest } from '../rules/judge-request.ts';
import type { Lists } from '../rules/require-paging.ts';
import type { Paging } from '../spec/description.ts';
import type { Codemod, CodemodProject, Plan, Skip } from './codemod.ts';
import type { PageCall } from './page-call.ts';
import type { BodyAt } from './pages-module.ts';
import type { SharedModule } from './shared-module.ts';

const DEFAULT_SIZE = 200;
const LISTS: readonly Lists[] = ['library-wide', 'required', 'advised'];

export const addPagination: Codemod = {
  name: 'add-pagination',
  summary: 'Reads long lists in pages, until all of it has come.',
  rules: ['require-paging'],
  options: {
    'page-size': {
      type: 'number', value: 'N', default: DEFAULT_SIZE, description: 'How many items to ask for at once; never more than the description allows.',
      check: (value) => (Number.isSafeInteger(value) && Number(value) > 0 ? null : 'Write a whole number of items, such as 200.'),
    },
    'paging-module': moduleOption('The module that the function is in that reads pages, or is to be written to.'),
    lists: {
      type: 'string', value: LISTS.join('|'), default: 'required', description: 'The lists to read in pages, as the option of the rule require-paging.',
      check: (value) => (LISTS.some((one) => one === value) ? null : `Write one of ${LISTS.join(', ')}.`),
    },
  },
  plan(project, requests, options) {
    const lists = LISTS.find((one) => one === options.lists) ?? 'required';
    const size = Number(options['page-size'] ?? DEFAULT_SIZE);
    const drafts = groupByPlace(requests, ({ site }) => site.send).flatMap((group) => draft(project, group, lists, size) ?? []);
    const pages = drafts.filter((one) => one.kind === 'page');
    const moduleOf = shareModule(project, {
      name: 'read-pages',
      given: typeof options['paging-module'] === 'string' ? options['paging-module'] : undefined,
      users: [...new Set(pages.map(({ page }) => page.call.file))],
      others: requests.map(({ site }) => site.send.file),
    });
    const kinds = new Set(pages.map(({ page }) => page.bodyAt));
    const [model] = pages;
    return drafts.map((one) => (one.kind === 'page' ? finish(project, one, model ?? one, moduleOf(one.page.call.file), kinds) : one));
  },
};

/** A call of a page that waits for the module that it shares with others. */
interface PageDraft {
  readonly kind: 'page';
  readonly requests: readonly AttributedRequest[];
  readonly paging: Paging;
  readonly page: PageCall;
}

/** What is to be done about the lists that one call asks for; null: none is read whole. */
function draft(project: CodemodProject, group: readonly AttributedRequest[], lists: Lists, wanted: number): Skip | PageDraft | null {
  const whole = group.filter((request) => isReadWhole(request, lists));
  const [first] = whole;
  const paging = first?.description.paging ?? null;
  if (first === undefined || paging === null) return null;

  if (whole.some(({ site }) => site.via.length > 0)) return skip(whole, `The call that sends is in a function for several requests. Give it a way to send ${paging.start} and ${paging.size}, and read on where the list is used.`);
  if (whole.length < group.length) return skip(whole, 'The same call sends requests that are no list. Give the list a call of its own first.');
  if (whole.some(({ site }) => site.response.format !== 'json')) return skip(whole, 'The list is not read as JSON. Put its pages together by hand.');
  const found = new Map(whole.flatMap(listsRead).map((list) => [list.join('.'), list]));
  const [list] = found.values();
  if (found.size !== 1 || list?.length !== 2 || whole.some((request) => readsBeside(request, list, [paging.total, paging.count]))) return skip(whole, 'It is not certain which list of the answer is to be put together: one in one object is needed. Read on by hand.');
  const page = pageCall(project, whole.map(({ site }) => site), list, paging, sizeFor(whole, wanted));
  if (typeof page === 'string') return skip(whole, page);
  if (page.bodyAt === 'fetch' && whole.some(isUnchecked)) return skip(whole, 'The status of the answer is not looked at, and a page that fails would be taken for data. Run add-status-check first.');
  return { kind: 'page', requests: whole, paging, page };
}

/** What is asked for, and no more than each operation allows. */
function sizeFor(requests: readonly AttributedRequest[], wanted: number): number {
  return Math.min(wanted, ...requests.map(({ operation }) => operation?.pageLimit?.max ?? wanted));
}

function finish(project: CodemodProject, { requests, paging, page }: PageDraft, model: PageDraft, module: SharedModule | string, kinds: ReadonlySet<BodyAt>): Plan {
  if (typeof module === 'string') return skip(requests, module);
  const { file } = page.call;
  if (isPlainScript(project, file)) return skip(requests, 'The file is a script that imports nothing, and what reads pages is in a module. Make it a module, or write the loop by hand.');
  if (model.paging.total !== paging.total || model.paging.count !== paging.count) return skip(requests, 'Another API of the project counts the items of its lists in other fields. Name a module for this one, and give its paths only.');
  const sharing = shareExports(project, module, pagesExports(module, paging, kinds));
  if (sharing === null) return skip(requests, 'The module that reads pages may not be changed. Name another one with --paging-module.');
  const { local, need } = sharedName(project, file, module, READERS[page.bodyAt]);
  return {
    kind: 'change', requests, place: { file: file.file, start: page.call.node.range[0], end: page.call.node.range[1] }, what: 'Reads the list page by page.', packages: {},
    edits: [...page.edits(local), ...sharing.edits], imports: [...(need === null ? [] : [need]), ...sharing.imports], files: sharing.files,
  };
}

function skip(requests: readonly AttributedRequest[], reason: string): Skip {
  const [first] = requests;
  if (first === undefined) throw new Error('A request is left for a reason.');
  return { kind: 'skip', requests, place: first.site.send, reason };
}

export default asTransform(addPagination);
