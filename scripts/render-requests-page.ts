import { builtInClients, handThroughs } from '../requests/clients/index.ts';
import { auditFiles, readPageExamples } from './page-examples.ts';
import { replaceBlock } from './replace-block.ts';
import type { ClientModel } from '../requests/client-model.ts';

/**
 * The page about how requests are found with its generated parts written anew: the clients, what hands requests on, and the
 * explanation of a line of the first example.
 */
export async function renderRequestsPage(page: string): Promise<string> {
  const name = 'how-it-finds-requests.md';
  const tables = replaceBlock(replaceBlock(page, 'clients', renderClients(), name), 'hand-throughs', renderHandThroughs(), name);
  const [example] = readPageExamples(page);
  if (example === undefined) throw new Error(`${name} has no example.`);
  const explanation = await auditFiles(example, '--explain', 'src/library.ts:3');
  return replaceBlock(tables, 'explain', ['```text', '$ plex-lint audit --explain src/library.ts:3', explanation.trimEnd(), '```'].join('\n'), name);
}

function renderClients(): string {
  const rows = [...builtInClients].sort((a, b) => a.name.localeCompare(b.name)).map((model) => [
    `[${model.name}](${model.docs})`,
    renderNames(model),
    renderCalls(model),
    model.response === 'stream' ? 'a stream' : model.throwsOnErrorStatus ? 'throws' : 'does not throw',
  ]);
  return [['client', 'known by', 'requests by', 'on an error status'], ['---', '---', '---', '---'], ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** What the client is called in code. */
function renderNames({ modules, globals = [], types = [], injected = [], reached }: ClientModel): string {
  const kinds: readonly (readonly [string, readonly string[]])[] = [
    ['', modules], ['global', globals], ['type', types], ['parameter', injected], ['through', reached === undefined ? [] : [`.${reached.member}`]],
  ];
  return kinds.filter(([, names]) => names.length > 0).map(([kind, names]) => `${kind === '' ? '' : `${kind} `}${list(names)}`).join('; ');
}

function renderCalls({ call, construct, members = {} }: ClientModel): string {
  const ways = [...(call === undefined ? [] : ['the call itself']), ...(construct === undefined ? [] : ['`new`'])];
  return [...ways, ...Object.keys(members).map((name) => `\`.${name}\``)].join(', ');
}

function renderHandThroughs(): string {
  const modules = [...new Set(handThroughs.map(({ module }) => module))].sort((a, b) => a.localeCompare(b));
  const marked = modules.map((module) => {
    const rows = handThroughs.filter((row) => row.module === module);
    const facts = [...(rows.some(({ repeats }) => repeats !== undefined) ? ['retries'] : []), ...(rows.some(({ limits }) => limits === true) ? ['limits the time'] : [])];
    return `\`${module}\`${facts.length === 0 ? '' : ` (${facts.join(', ')})`}`;
  });
  return `${marked.join(', ')}.`;
}

function list(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
