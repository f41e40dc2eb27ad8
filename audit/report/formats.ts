import { codeclimateReport } from './codeclimate.ts';
import { githubReport } from './github.ts';
import { htmlReport } from './html.ts';
import { jsonReport } from './json.ts';
import { junitReport } from './junit.ts';
import { markdownReport } from './markdown.ts';
import { sarifReport } from './sarif.ts';
import { textReport } from './text.ts';
import type { AuditReport } from '../audit-report.ts';

/** What a format may use beside the report. */
export interface PrintMeans {
  /** Paint with ANSI colours. */
  readonly colour: boolean;
  /** The text of a file that the report names; null when it cannot be read. */
  readonly read: (file: string) => string | null;
}

interface ReportFormat {
  readonly print: (report: AuditReport, means: PrintMeans) => string;
  /** What it is for, as --help says it. */
  readonly purpose: string;
}

/** Every format of the report, by the name that `--format` and `--report` take. */
export const FORMATS = {
  text: { print: textReport, purpose: 'for a terminal' },
  json: { print: jsonReport, purpose: 'everything, in the shape of audit-report.schema.json' },
  markdown: { print: markdownReport, purpose: 'for a repository, or a comment on a pull request' },
  html: { print: htmlReport, purpose: 'one page for a browser, that needs no network' },
  sarif: { print: sarifReport, purpose: 'SARIF 2.1.0, for code scanning' },
  github: { print: githubReport, purpose: 'annotations of GitHub Actions' },
  junit: { print: junitReport, purpose: 'JUnit XML, for CI servers' },
  codeclimate: { print: codeclimateReport, purpose: "GitLab's code quality report" },
} as const satisfies Readonly<Record<string, ReportFormat>>;

export type Format = keyof typeof FORMATS;

export const FORMAT_NAMES = Object.keys(FORMATS) as readonly Format[];

/** The report in a format. */
export function printReport(report: AuditReport, format: Format, means: PrintMeans): string {
  return FORMATS[format].print(report, means);
}

/** Whether there is such a format. */
export function isFormat(name: unknown): name is Format {
  return typeof name === 'string' && Object.hasOwn(FORMATS, name);
}
