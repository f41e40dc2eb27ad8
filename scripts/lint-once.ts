// What bench.ts measures: one run of ESLint over a folder. Prints the time of the whole process and the findings.
import parser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';

const [folder = '.', preset = 'none'] = process.argv.slice(2);
// Only the run with rules loads the plugin: what that costs belongs to it.
const plugin = preset === 'none' ? null : (await import('../rules/index.ts')).default;
const eslint = new ESLint({
  cwd: folder,
  overrideConfigFile: true,
  overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parser } }, ...(plugin === null ? [] : [plugin.configs.strict])],
});
const results = await eslint.lintFiles(['**/*.ts']);
const { user, system } = process.cpuUsage();
const findings = results.reduce((sum, { messages }) => sum + messages.length, 0);
process.stdout.write(JSON.stringify({ wall: performance.now(), cpu: (user + system) / 1000, findings }));
