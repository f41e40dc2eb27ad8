import { stripVTControlCharacters } from 'node:util';
import { ESLint } from 'eslint';
import plugin from '../rules/index.ts';
import { renderOptions } from './render-options.ts';
import type { Linter, Rule } from 'eslint';

/** A rule with its name and what the presets make of it. */
interface ListedRule {
  readonly name: string;
  readonly rule: Rule.RuleModule;
}

const RULES: readonly ListedRule[] = Object.entries(plugin.rules)
  .map(([name, rule]) => ({ name, rule }))
  .sort((a, b) => a.name.localeCompare(b.name));

/** The names of the rules, as their pages in docs/rules are named. */
export const RULE_NAMES: readonly string[] = RULES.map(({ name }) => name);

/** The page of a rule with its generated parts written anew: the header, and the table of its options. */
export function renderRulePage(name: string, page: string): string {
  const listed = RULES.find((candidate) => candidate.name === name);
  if (listed === undefined) throw new Error(`There is no rule ${name}.`);
  return replaceBlock(replaceBlock(page, 'header', renderHeader(listed), name), 'options', renderOptions(listed.rule.meta?.schema), name);
}

/** The README with its generated parts written anew: what the plugin says of the example, and the table of rules. */
export async function renderReadme(readme: string): Promise<string> {
  const example = /<!-- begin example -->\s*```js\n([\s\S]*?)```/.exec(readme)?.[1];
  if (example === undefined) throw new Error('README.md has no code block behind <!-- begin example -->.');
  const withFindings = replaceBlock(readme, 'findings', `\`\`\`text\n${await findingsOf(example)}\n\`\`\``, 'README.md');
  return replaceBlock(withFindings, 'rules', renderRuleTable(), 'README.md');
}

/** What ESLint prints of a file with the preset `recommended`. */
async function findingsOf(code: string): Promise<string> {
  const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: [plugin.configs.recommended] });
  const results = await eslint.lintText(code, { filePath: 'plex.js' });
  const formatter = await eslint.loadFormatter('stylish');
  const text = await formatter.format(results.map((result) => ({ ...result, filePath: 'plex.js' })));
  return stripVTControlCharacters(text).trim();
}

function renderHeader({ name, rule }: ListedRule): string {
  const notes = [
    `Presets: \`recommended\` ${levelIn(plugin.configs.recommended, name)}, \`strict\` ${levelIn(plugin.configs.strict, name)}.`,
    rule.meta?.fixable === undefined ? '' : 'Fixable with `eslint --fix`.',
    rule.meta?.hasSuggestions === true ? 'Offers suggestions in editors.' : '',
  ];
  return [`# plex-api/${name}`, '', `> ${rule.meta?.docs?.description ?? ''}.`, '', notes.filter((note) => note !== '').join(' ')].join('\n');
}

function renderRuleTable(): string {
  const rows = RULES.map(({ name, rule }) => [
    `[${name}](docs/rules/${name}.md)`,
    rule.meta?.docs?.description ?? '',
    levelIn(plugin.configs.recommended, name),
    levelIn(plugin.configs.strict, name),
  ]);
  return [['rule', 'what it does', '`recommended`', '`strict`'], ['---', '---', '---', '---'], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function levelIn(config: Linter.Config, name: string): string {
  const level = config.rules?.[`plex-api/${name}`];
  return level === undefined ? 'off' : String(level);
}

/** Replaces what stands between `<!-- begin name -->` and `<!-- end name -->`. */
function replaceBlock(text: string, name: string, content: string, where: string): string {
  const begin = `<!-- begin ${name} -->`;
  const end = `<!-- end ${name} -->`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from === -1 || to < from) throw new Error(`${where} lacks the marks ${begin} and ${end}.`);
  return `${text.slice(0, from + begin.length)}\n${content}\n${text.slice(to)}`;
}
