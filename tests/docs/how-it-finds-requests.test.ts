import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInClients } from '../../requests/clients/index.ts';
import { readSettings } from '../../rules/read-settings.ts';
import { auditFiles, readPageExamples } from '../../scripts/page-examples.ts';
import { renderRequestsPage } from '../../scripts/render-requests-page.ts';
import type { AuditReport, AuditRequest } from '../../audit/audit-report.ts';

const page = readFileSync('docs/how-it-finds-requests.md', 'utf8');
const examples = readPageExamples(page);

it('is up to date (npm run update-docs)', async () => {
  expect(page).toBe(await renderRequestsPage(page));
});

it('has a row for every client that is known', () => {
  const rows = page.split('<!-- begin clients -->')[1]?.split('<!-- end clients -->')[0]?.trim().split('\n').slice(2) ?? [];
  expect(rows.map((row) => /^\| \[([^\]]+)\]/.exec(row)?.[1]).sort()).toEqual(builtInClients.map(({ name }) => name).sort());
});

describe.each(examples.map((example) => [Object.keys(example.files).join(', '), example] as const))('the example %s', (_, example) => {
  it('finds what the page says', async () => {
    const report = JSON.parse(await auditFiles(example, '--format', 'json')) as AuditReport;
    const said = example.found.map((line) => line.split(/ {2,}/));
    expect(report.requests.map(({ file, line, method, path }) => `${file}:${String(line)} ${method ?? '?'} ${path ?? '?'}`)).toEqual(said.map(([place, request]) => `${place ?? ''} ${request ?? ''}`));
    for (const [i, [, , ...facts]] of said.entries()) for (const fact of facts) checkFact(fact, report.requests[i]);
  });
});

it('shows settings that are right', () => {
  const blocks = [...page.matchAll(/```json\n([^]*?)```/g)].map(([, text = '']) => text);
  expect(blocks.length).toBeGreaterThan(1);
  for (const text of blocks) expect(() => readSettings(JSON.parse(text), '.')).not.toThrow();
});

/** `headers A, B`, `query a`, `timeout`. */
function checkFact(fact: string, request: AuditRequest | undefined): void {
  const [kind, ...names] = fact.split(/,? /);
  if (kind === 'timeout') expect(request?.timeout).toBe(true);
  else if (kind === 'headers' || kind === 'query') expect([...(request?.[kind].always ?? []), ...(request?.[kind].maybe ?? [])]).toEqual(names);
  else expect.unreachable(`${fact} is no fact that is checked.`);
}
