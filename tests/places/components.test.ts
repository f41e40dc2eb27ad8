import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildOnce } from '../package/build-once.ts';
import { createProject, ESLINTS, findingsIn } from './project.ts';
import type { Project } from './project.ts';

/** Sent through a wrapper in another file, with a path that is wrong; the marker is where the finding is to be. */
const CALL = `ask('«/library/sectoins/all')`;
const SCRIPT = `import { ask } from './ask.ts';\nconst ü = 1; const items = await ${CALL};`;

const FILES: Readonly<Record<string, string>> = {
  'src/options.vue': `<template>\n  <p>{{ items }}</p>\n</template>\n\n<script>\nimport { ask } from './ask.ts';\nexport default {\n  async created() {\n    this.items = await ${CALL};\n  },\n};\n</script>\n`,
  'src/setup.vue': `<script setup lang="ts">\nimport { ask } from './ask.ts';\nconst items: unknown = await ${CALL};\n</script>\n\n<template>\n\t<p :title="items">Ü {{ items }}</p>\n</template>\n`,
  'src/two-scripts.vue': `<script lang="ts">\nexport const name: string = 'two';\n</script>\n<script setup lang="ts">\nimport { ask } from './ask.ts';\nconst items = await ${CALL};\n</script>\n<template><p>{{ items }}</p></template>\n`,
  'src/windows.vue': `<template>\r\n  <p>{{ items }}</p>\r\n</template>\r\n<script setup lang="ts">\r\nimport { ask } from './ask.ts';\r\nconst items = await ${CALL};\r\n</script>\r\n`,
  'src/Page.svelte': `<script lang="ts">\n  import { ask } from './ask.ts';\n  const items: Promise<unknown> = ${CALL};\n</script>\n\n{#await items then all}<p>Ü {all}</p>{/await}\n`,
  'src/page.astro': `---\n${SCRIPT}\n---\n<html><body><p>{items}</p></body></html>\n`,
  'docs/usage.md': `# Usage\n\nÜ:\n\n\`\`\`js\nimport { ask } from '../src/ask.ts';\nexport const items = await ${CALL};\n\`\`\`\n\nIn a list:\n\n- one\n\n  \`\`\`js\n  import { ask } from '../src/ask.ts';\n  export const more = await ${CALL};\n  \`\`\`\n`,
};

/** As the page has it. */
const CONFIG = /```js\n([\s\S]*?)```/.exec(readFileSync('docs/components.md', 'utf8'))?.[1] ?? '';
const ASK = `export async function ask(path: string): Promise<unknown> {
  const response = await fetch(process.env.PLEX_URL + path, { headers: { Accept: 'application/json', 'X-Plex-Token': '' }, signal: AbortSignal.timeout(5000) });
  if (!response.ok) throw new Error('No.');
  return response.json();
}
`;

let project: Project;

beforeAll(() => {
  buildOnce();
  const sources = Object.fromEntries(Object.entries(FILES).map(([file, text]) => [file, text.replaceAll('«', '')]));
  project = createProject(
    { ...sources, 'package.json': '{ "type": "module" }', 'eslint.config.js': CONFIG, 'src/ask.ts': ASK },
    ['@typescript-eslint', '@eslint', 'astro-eslint-parser', 'svelte-eslint-parser', 'svelte', 'vue-eslint-parser', 'eslint'],
  );
}, 120_000);

afterAll(() => {
  project.remove();
});

describe.each(['9.39', '10'] as const)('ESLint %s', (version) => {
  it('reports in components and code blocks at the place in their file', () => {
    const found = findingsIn(project, project.run(ESLINTS[version], '--format', 'json', '.'));
    expect(found.filter((finding) => finding.endsWith('no-unknown-endpoint')).sort()).toEqual(Object.keys(FILES).flatMap(expectedIn).sort());
    expect(found.filter((finding) => !finding.endsWith('no-unknown-endpoint'))).toEqual([]);
  });
});

it('the audit finds the same in components', () => {
  const { stdout } = project.run('../dist/audit/cli.js', 'audit', '--format', 'json', 'src');
  const { findings } = JSON.parse(stdout) as { readonly findings: readonly { readonly file: string; readonly line: number; readonly column: number; readonly rule: string }[] };
  const printed = findings.map(({ file, line, column, rule }) => `src/${file} ${String(line)}:${String(column)} ${rule.replace('plex-api/', '')}`);
  expect(printed.sort()).toEqual(Object.keys(FILES).filter((file) => file.startsWith('src/')).flatMap(expectedIn).sort());
});

/** The findings that the marks in a file stand for. */
function expectedIn(file: string): readonly string[] {
  const lines = (FILES[file] ?? '').split(/\r?\n/);
  return lines.flatMap((line, i) => (line.includes('«') ? [`${file} ${String(i + 1)}:${String(line.indexOf('«') + 1)} no-unknown-endpoint`] : []));
}
