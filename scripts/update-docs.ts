// npm run update-docs: writes the generated parts of README.md and of the pages in docs anew, and oxlint's presets.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { renderRequestsPage } from './render-requests-page.ts';
import { PRESETS } from '../rules/preset-entry.ts';
import { renderReadme, renderRulePage, RULE_NAMES } from './render-docs.ts';
import { renderPageScript } from './render-page-script.ts';
import { renderOxlintPreset } from './render-oxlint-preset.ts';

const changed: string[] = [];

update('README.md', await renderReadme(readFileSync('README.md', 'utf8')));
for (const name of RULE_NAMES) {
  const file = `docs/rules/${name}.md`;
  update(file, renderRulePage(name, readFileSync(file, 'utf8')));
}
const requests = 'docs/how-it-finds-requests.md';
update(requests, await renderRequestsPage(readFileSync(requests, 'utf8')));
for (const preset of PRESETS) update(`oxlint/${preset}.json`, renderOxlintPreset(preset));
update('audit/report/html/page-script.ts', renderPageScript());
console.log(changed.length === 0 ? 'The docs are up to date.' : `Updated ${changed.join(', ')}.`);

function update(file: string, text: string): void {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  writeFileSync(file, text);
  changed.push(file);
}
