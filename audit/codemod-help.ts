import { codemods } from '../codemods/index.ts';
import type { Codemod, CodemodOption } from '../codemods/codemod.ts';

export const CODEMOD_USAGE = 'Usage: plex-lint codemod <name…> [paths] [options]';

const WIDTH = 26;

/** What `plex-lint codemod --help` prints: of all codemods, or of those that are named. */
export function printCodemodHelp(chosen: readonly Codemod[], known: readonly Codemod[] = codemods): string {
  const heads = chosen.length === 0 ? [listCodemods(known)] : chosen.map(describeCodemod);
  return `${CODEMOD_USAGE}

Changes the requests in the folders and files named, or in this folder. Without --write it only shows what it would do.
Tests, mocks, bundles, what git or ESLint ignores, and files with Flow types are left as they are.

${heads.join('\n')}
Options:
${[
    ['-w, --write', 'Write the changes. Refused where git has uncommitted changes in the paths'],
    ['    --force', 'Write even so, and outside of a git work tree'],
    ['-i, --interactive', 'Ask about each change on the terminal, then write those that are wanted'],
    ['    --check', 'Exit with 1 where there is something to change'],
    ['    --install', 'Run the package manager when package.json has got a dependency'],
    ['-r, --report FILE', 'Write what is changed, left and failed to a file, as JSON'],
    ['-d, --description NAME', 'A built-in description, or an OpenAPI 3 file, to go by; may be given several times'],
    ['-s, --settings FILE', "A JSON file with what settings['plex-api'] has in an ESLint configuration"],
    ['    --use-config', "Load the project's ESLint configuration, which executes it, for its settings and all its ignores"],
    ['    --workers N', 'Read the files in so many threads; 0: in one'],
    ['-h, --help', 'Print this text, or that of a codemod: plex-lint codemod add-timeout --help'],
  ].map(([option = '', text = '']) => printRow(option, text)).join('')}
Exit status: 0 done, or nothing to do; 1 a file or a change failed, or --check found something to change; 2 could not run.
`;
}

function listCodemods(known: readonly Codemod[]): string {
  return `Codemods:\n${known.map(({ name, summary }) => printRow(name, summary)).join('')}`;
}

function describeCodemod({ name, summary, rules, options }: Codemod): string {
  const rows = Object.entries(options).map(([option, about]) => printRow(`    --${option}${about.type === 'boolean' ? '' : ` ${about.value ?? about.type.toUpperCase()}`}`, describeOption(about)));
  const mends = rules.length === 0 ? '' : `  Mends findings of ${rules.map((rule) => `plex-api/${rule}`).join(', ')}.\n`;
  return `${name}: ${summary}\n${mends}${rows.join('')}`;
}

function describeOption({ description, default: preset }: CodemodOption): string {
  return preset === undefined || preset === false ? description : `${description} (default: ${String(preset)})`;
}

function printRow(left: string, right: string): string {
  return `  ${left.padEnd(WIDTH)}${left.length >= WIDTH ? ' ' : ''}${right}\n`;
}
