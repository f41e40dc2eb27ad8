import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { jsonReport } from '../../audit/report/json.ts';
import { findingOf, reportOf, requestOf } from './report-of.ts';

const schema = JSON.parse(readFileSync(new URL('../../audit/report/report.schema.json', import.meta.url), 'utf8')) as object;
const validate = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true, strictRequired: false }).compile(schema);

const full = reportOf({
  requests: [
    requestOf(),
    requestOf({ path: null, target: null, method: null, reason: 'No.', accept: null, token: null, timeout: true, retry: null, status: null, paged: false, operation: null, standing: 'unresolved' }),
    requestOf({ callFile: 'src/a.ts', callLine: 1, callColumn: 1, via: ['get (src/a.ts:1)'] }),
  ],
  findings: [findingOf()],
  accepted: [{ ...findingOf(), justification: null }],
  skipped: [{ file: 'a.ts', line: 1, column: 1, message: 'No.' }],
  leftOut: [{ reason: 'test', count: 1 }],
  coverage: [{
    description: 'plex-tv', title: 'plex.tv', implemented: 0, total: 1, undocumented: { implemented: 0, total: 0 },
    tags: [{ tag: 'Users', implemented: 0, total: 1, undocumented: { implemented: 0, total: 0 }, operations: [{ operation: 'GET /user', summary: null, standing: 'documented', sites: 0 }] }],
  }],
});

describe('jsonReport', () => {
  it('is what the schema says', () => {
    validate(JSON.parse(jsonReport(full)));
    expect(validate.errors).toBeNull();
  });

  it.each([
    ['a standing that does not exist', { requests: [{ ...requestOf(), standing: 'fine' }] }],
    ['a line that counts from 0', { findings: [findingOf({ line: 0 })] }],
    ['a key of a request that nobody described', { requests: [{ ...requestOf(), colour: 'red' }] }],
    ['a missing key', { requests: [{ ...requestOf(), operation: undefined }] }],
    ['an accepted finding without its justification', { accepted: [findingOf()] }],
    ['another format version', { formatVersion: 2 }],
  ])('is not when there is %s', (_, wrong) => {
    expect(validate(JSON.parse(JSON.stringify({ ...full, ...wrong })))).toBe(false);
  });

  it('ends with a line break and is the same for the same report', () => {
    expect(jsonReport(full).endsWith('}\n')).toBe(true);
    expect(jsonReport(full)).toBe(jsonReport(structuredClone(full)));
  });
});
