import { describe, expect, it } from 'vitest';
import { useTemporaryFolder } from './temporary.ts';
import type { AuditReport } from '../../audit/audit-report.ts';

const folder = useTemporaryFolder();
const CLIENT = `export class MediaClient {
  constructor(plexUrl, headers) {
    this.plexUrl = plexUrl;
    this.headers = headers;
  }
  async sections() {
    const response = await fetch(\`\${this.plexUrl}/library/sections/all\`, { headers: this.headers });
    if (!response.ok) throw new Error(String(response.status));
    return response.json();
  }
}
`;
const WEB = `import { MediaClient } from '@den/client';
const client = new MediaClient('http://plex:32400', { Accept: 'application/json', 'X-Plex-Token': process.env.PLEX_TOKEN });
export const sections = () => client.sections();
`;
const LOCAL = "export const local = new MediaClient('http://plex:32400', { Accept: 'application/json' });\n";

/** The report of everything, and that of both packages, each audited by itself. */
async function bothWays(client: string): Promise<readonly [AuditReport, AuditReport]> {
  folder.write({
    'package.json': '{ "workspaces": ["apps/*", "packages/*"] }',
    'apps/web/package.json': '{ "name": "@den/web", "dependencies": { "@den/client": "1" } }',
    'apps/web/index.js': WEB,
    'packages/client/package.json': '{ "name": "@den/client", "exports": "./index.js" }',
    'packages/client/index.js': client,
  });
  const whole = await folder.audit('apps', 'packages');
  for (const name of ['apps/web', 'packages/client']) await folder.run(['audit', '--root', '../..', '--facts', '--format', 'json', '--output', 'facts.json'], name);
  return [whole, JSON.parse((await folder.run(['audit', 'merge', 'apps/web/facts.json', 'packages/client/facts.json', '--format', 'json'])).stdout) as AuditReport];
}

// What docs/monorepo.md says of how packages that are audited by themselves differ from one audit of everything.
describe('a class of a package, of which another package makes the instances', () => {
  it('has requests of which less is known, and nothing else', async () => {
    const [whole, merged] = await bothWays(CLIENT);
    expect(whole.requests).toMatchObject([{ file: 'packages/client/index.js', operation: 'GET /library/sections/all', token: 'header', headers: { open: false } }]);
    expect(merged.requests).toMatchObject([{ file: 'packages/client/index.js', operation: 'GET /library/sections/all', token: null, headers: { open: true } }]);
    expect([whole.findings, merged.findings]).toEqual([[], []]);
    expect(merged.coverage).toEqual(whole.coverage);
    expect(merged.missing).toEqual(whole.missing);
  });

  it('is judged by the instances that the package makes itself, if any', async () => {
    const [whole, merged] = await bothWays(CLIENT + LOCAL);
    expect(whole.findings).toEqual([]);
    expect(merged.findings).toMatchObject([{ file: 'packages/client/index.js', line: 7, rule: 'plex-api/require-headers' }]);
  });
});
