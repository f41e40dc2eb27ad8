// What bench.ts measures: one run of ESLint over a folder, then edits of the file that takes longest. Prints the time of
// the whole first run, the median of an edit's, and the findings.
import { readFileSync } from 'node:fs';
import parser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import type { Linter } from 'eslint';

const EDITS = 15;

const [folder = '.', preset = 'none'] = process.argv.slice(2);
// Only the run with rules loads the plugin: what that costs belongs to it.
const plugin = preset === 'none' ? null : (await import('../rules/index.ts')).default;
const configs: Readonly<Record<string, Linter.Config>> = plugin?.configs ?? {};
const config = configs[preset];
if (plugin !== null && config === undefined) throw new Error(`There is no preset ${preset}. There is ${Object.keys(configs).join(', ')}.`);
const eslint = new ESLint({
  cwd: folder,
  overrideConfigFile: true,
  overrideConfig: [
    { ignores: ['**/dist/**', '**/*.d.ts', '**/*.min.js'] },
    { files: ['**/*.{ts,tsx,js,jsx,mjs,cjs}'], languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } }, linterOptions: { reportUnusedDisableDirectives: 'off' } },
    ...(config === undefined ? [] : [config]),
  ],
});
const results = await eslint.lintFiles(['**/*.{ts,tsx,js,jsx,mjs,cjs}']);
const { user, system } = process.cpuUsage();
const wall = performance.now();

// the same file in runs with rules and without: the longest that speaks of the API
const texts = results.map(({ filePath }) => ({ filePath, text: readFileSync(filePath, 'utf8') })).filter(({ text }) => text.includes('plex'));
const edited = texts.sort((a, b) => b.text.length - a.text.length)[0];
const again: number[] = [];
for (let i = 0; i < EDITS && edited !== undefined; i++) {
  const start = performance.now();
  await eslint.lintText(`${edited.text}\n// ${String(i)}\n`, { filePath: edited.filePath });
  again.push(performance.now() - start);
}
again.sort((a, b) => a - b);
const findings = results.reduce((sum, { messages }) => sum + messages.length, 0);
process.stdout.write(JSON.stringify({ wall, cpu: (user + system) / 1000, again: again[Math.floor(again.length / 2)] ?? 0, findings }));
