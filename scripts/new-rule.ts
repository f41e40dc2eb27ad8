// npm run new-rule -- no-foo-bar "Disallow foo in bar": writes the rule, its test and its page.
import { existsSync, writeFileSync } from 'node:fs';
import { exportName, ruleFiles } from './rule-templates.ts';

const [name = '', description = ''] = process.argv.slice(2);
const problem = findProblem();
if (problem === null) {
  const files = ruleFiles(name, description);
  for (const [file, text] of Object.entries(files)) writeFileSync(file, text);
  console.log(`Wrote ${Object.keys(files).join(', ')}.`);
  console.log(`Now list ${exportName(name)} in rules/index.ts, write the three, and run: npm run update-docs`);
} else {
  console.error(`new-rule: ${problem}`);
  process.exitCode = 2;
}

/** What is wrong with the arguments; null when nothing is. */
function findProblem(): string | null {
  if (!/^[a-z]+(-[a-z]+)+$/.test(name)) return 'The name comes first, as in: npm run new-rule -- no-foo-bar "Disallow foo in bar"';
  if (!/^(Disallow|Require|Enforce|Prefer) .*[^.]$/.test(description)) {
    return 'The description comes second. It starts with Disallow, Require, Enforce or Prefer and has no full stop.';
  }
  const existing = Object.keys(ruleFiles(name, description)).find((file) => existsSync(file));
  return existing === undefined ? null : `${existing} exists already.`;
}
