import { countOf } from '../../rules/count-of.ts';
import { printable } from './printable.ts';
import type { ExplainedEntries, ExplainedPlace, ExplainedRequest, Explanation } from '../explanation.ts';

/** So many requests are explained in full; of more, each has a line. */
const MOST_IN_FULL = 3;
const INDENT = 13;

/** The explanation for a terminal. */
export function textExplanation(explanation: Explanation): string {
  const { requests, found } = explanation;
  const full = found === 'near' ? [] : requests.slice(0, MOST_IN_FULL);
  const rest = requests.slice(full.length);
  const sections = [
    printHeading(explanation),
    ...full.map(printRequest),
    rest.length === 0 ? '' : [found === 'near' ? 'The nearest requests of the file:' : 'And besides:', ...rest.map((request) => `  ${printHead(request)}`)].join('\n'),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function printHeading({ file, line, found, requests, reasons }: Explanation): string {
  const at = `${printable(file)}:${String(line)}`;
  const count = countOf(requests.length, 'request');
  switch (found) {
    case 'path': return `${at} sends ${count}.`;
    case 'part': return `${at} has a part of ${count}.`;
    case 'through': return `${count} ${requests.length === 1 ? 'goes' : 'go'} through ${at}.`;
    default: return [`${at} sends no request that is known.`, ...reasons.map((reason) => `  ${printable(reason)}`)].join('\n');
  }
}

function printHead({ file, line, column, method, path, target, reason, listed }: ExplainedRequest): string {
  const request = `${method ?? 'any method'} ${path ?? '?'}`;
  const end = target ?? `no described API: ${reason ?? 'another host'}`;
  return `${printable(file)}:${String(line)}:${String(column)}  ${printable(request)}  to ${printable(end)}${listed ? '' : '  (not listed in the report)'}`;
}

function printRequest(request: ExplainedRequest): string {
  const { chain, evidence, pathParts, method, methodPlace, reason, path, queryEntries, headerEntries, handling, standingReason } = request;
  const lines = [
    ...row('Chain', chain.map(({ name, declared, called }, i) => `${'→ '.repeat(i === 0 ? 0 : 1)}${printable(name)} (${printPlace(declared)})${called === null ? '' : `, called at ${printPlace(called)}`}`)),
    ...row('Target', [
      `${request.target ?? 'none'}: ${printable(evidence.reason)}`,
      ...(evidence.declaredBy === null ? [] : [`declared by ${printable(evidence.declaredBy)}`]),
      `host: ${printable(evidence.host ?? 'not known')}${evidence.base === '' ? ', nothing before the path' : `, base ${printable(evidence.base)}`}`,
      ...(evidence.words.length === 0 ? [] : [`words: ${printable(evidence.words.join(', '))}`]),
    ]),
    ...row('Path', path === null ? [`not known: ${printable(reason ?? '')}`] : table(pathParts.map(({ text, place, unknown }) => [printable(text), unknown === null ? '' : printable(unknown), at(place)]))),
    ...row('Operation', [printable(standingReason)]),
    ...row('Method', [method === null ? 'not known' : methodPlace === null ? `${method}, by the client or its call` : `${method}, ${printPlace(methodPlace)}`]),
    ...row('Query', printEntries(queryEntries)),
    ...row('Headers', printEntries(headerEntries)),
    ...row('Handling', handling.map(({ text, place }) => `${printable(text)}${place === null ? '' : `  ${printPlace(place)}`}`)),
  ];
  return [printHead(request), ...lines.map((line) => line.trimEnd())].join('\n');
}

function printEntries({ entries, open }: ExplainedEntries): readonly string[] {
  const rows = entries.map(({ name, presence, values, place }) => [printable(name), presence, printValues(values), at(place)]);
  const rest = open === null ? [] : [`others may be sent, or these not: ${printable(open)}`];
  return rows.length + rest.length === 0 ? ['none'] : [...table(rows), ...rest];
}

function printValues(values: readonly string[] | null): string {
  if (values === null) return '?';
  const texts = values.map((value) => (value === '' ? "''" : printable(value)));
  return texts.length > 3 ? `${texts.slice(0, 3).join(' | ')} | …` : texts.join(' | ');
}

function row(title: string, lines: readonly string[]): readonly string[] {
  return lines.map((line, i) => `  ${(i === 0 ? title : '').padEnd(INDENT - 2)}${line}`);
}

function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows.reduce<number[]>((most, cells) => cells.map((cell, i) => Math.max(most[i] ?? 0, cell.length)), []);
  return rows.map((cells) => cells.map((cell, i) => (i === cells.length - 1 ? cell : cell.padEnd(widths[i] ?? 0))).join('  '));
}

function at(place: ExplainedPlace | null): string {
  return place === null ? '' : printPlace(place);
}

function printPlace({ file, line }: ExplainedPlace): string {
  return `${printable(file)}:${String(line)}`;
}
