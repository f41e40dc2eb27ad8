import { FORMATS } from './report/formats.ts';

/** What `--help` prints. The first paragraph is the usage line, shown beside a mistake as well. */
export const HELP = {
  'plex-lint': `Usage: plex-lint <command> [options]

Commands:
  audit     Lists every request to a described API, how it stands, and what the code leaves unused
  codemod   Mends many requests at once: shows what it would change, and changes it with --write

Options:
  -h, --help     Print this text, or that of a command: plex-lint audit --help
  -v, --version  Print the version
`,
  audit: `Usage: plex-lint audit [paths] [options]

Audits the JavaScript and TypeScript in the folders and files named, or in this folder. Tests, mocks, bundles, minified
and vendored files are left out. No code of the audited project is executed, unless --use-config asks for it.

plex-lint audit merge reports… joins the JSON reports of shards, or of packages that were audited apart, into the report of the
whole.

Options:
  -f, --format NAME         How to print the report (default: text); the formats are listed below
  -o, --output FILE         Write the report to a file instead of standard output
  -r, --report FORMAT=FILE  Write the report to a file in another format as well; may be given several times
  -d, --description NAME    A built-in description, or an OpenAPI 3 file, to audit against; may be given several times
                            (default: all built-in descriptions of the Plex APIs)
  -s, --settings FILE       A JSON file with what settings['plex-api'] has in an ESLint configuration: clients of your own …
  -c, --config FILE         The configuration (default: the nearest plex-lint.config.ts, .js, .mjs or .json, which is read and
                            never executed); --no-config takes none
      --check               Fail for what the configuration's thresholds and the baseline do not allow, not for any finding
      --baseline FILE       With --check: a JSON report whose findings are known
      --compare FILE        A JSON report to tell the trend from; with --check the baseline as well
      --changed-since REV   Report findings of files that have changed since a revision of git; everything is read all the same
      --shard 3/8           Read the third of eight parts only; give the JSON of all to plex-lint audit merge
      --facts               Put what plex-lint audit merge needs into the JSON, and leave it to that to judge; --shard does so too
      --scope no-KIND=NAME  Leave out of what is missing: no-tag, no-scope, no-host, no-description or no-operation, as in
                            no-tag=DVRs, no-scope=admin; beside what the configuration leaves out; may be given several times
      --root FOLDER         Name files in the report from this folder (default: the audited one)
      --use-config          Run the rules with the project's own ESLint and configuration: this executes its code
      --cache, --no-cache   Use what the last audit has read, as far as it holds, or read everything (default: not in CI)
      --cache-location DIR  Where to keep that (default: eslint-plugin-plex-api in your folder for caches)
      --explain FILE:LINE   Explain the requests of a line instead: wrappers, target, path, headers, and why no more is known
  -h, --help                Print this text
  -v, --version             Print the version

Formats:
${Object.entries(FORMATS).map(([name, { purpose }]) => `  ${name.padEnd(12)} ${purpose}\n`).join('')}
Exit status: 0 no findings, or with --check all is as demanded; 1 there are findings, or with --check something is not as
demanded; 2 the audit or its rules could not run. Findings of a shard, and with --facts, are judged by plex-lint audit merge.
`,
} as const;
