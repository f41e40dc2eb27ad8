import { stripVTControlCharacters } from 'node:util';
import { ESLint } from 'eslint';
import plugin from '../rules/index.ts';
import { PRESETS } from '../rules/preset-entry.ts';
import { renderOptions } from './render-options.ts';
import { replaceBlock } from './replace-block.ts';
import type { Linter, Rule } from 'eslint';

/** A rule with its name and what the presets make of it. */
interface ListedRule {
  readonly name: string;
  readonly rule: Rule.RuleModule;
}

const RULES: readonly ListedRule[] = Object.entries(plugin.rules)
  .filter(([, { meta }]) => meta?.deprecated === undefined)
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
    `Presets: ${renderLevels(name)}.`,
    rule.meta?.fixable === undefined ? '' : 'Fixable with `eslint --fix`.',
    rule.meta?.hasSuggestions === true ? 'Offers suggestions in editors.' : '',
  ];
  return [`# plex-api/${name}`, '', `> ${rule.meta?.docs?.description ?? ''}.`, '', notes.filter((note) => note !== '').join(' ')].join('\n');
}

/** The presets that switch the rule on, with what they make of it. */
function renderLevels(name: string): string {
  const levels = PRESETS.map((preset) => ({ preset, entry: plugin.configs[preset].rules?.[`plex-api/${name}`] }));
  return levels.flatMap(({ preset, entry }) => (entry === undefined ? [] : [`\`${preset}\` ${printEntry(entry)}`])).join(', ');
}

function printEntry(entry: Linter.RuleEntry): string {
  if (!Array.isArray(entry)) return String(entry);
  const [level, ...options] = entry;
  return `${level} with \`${options.map((option) => JSON.stringify(option)).join(', ')}\``;
}

/** `all` has every rule and needs no column. */
function renderRuleTable(): string {
  const presets = PRESETS.filter((preset) => preset !== 'all');
  const rows = RULES.map(({ name, rule }) => [
    `[${name}](docs/rules/${name}.md)`,
    rule.meta?.docs?.description ?? '',
    ...presets.map((preset) => levelIn(plugin.configs[preset], name)),
  ]);
  const heads = ['rule', 'what it does', ...presets.map((preset) => `\`${preset}\``)];
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The level alone; nothing when the preset does not have the rule. */
function levelIn(config: Linter.Config, name: string): string {
  const entry = config.rules?.[`plex-api/${name}`];
  return entry === undefined ? '' : String(Array.isArray(entry) ? entry[0] : entry);
}
