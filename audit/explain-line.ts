import { explainCalls } from './explain-calls.ts';
import { explainRequest } from './explain-request.ts';
import { leaveWrappersOut } from './leave-wrappers-out.ts';
import { lookAtTexts } from './file-notes.ts';
import { createPlaceLocator } from './locate-places.ts';
import { judgeRequests, surveyFiles, takeInventory } from './take-inventory.ts';
import type { Place } from '../requests/request-site.ts';
import type { JudgedRequest } from '../rules/judge-request.ts';
import type { Explanation } from './explanation.ts';
import type { PlaceLocator } from './locate-places.ts';
import type { AuditedProject } from './run-audit.ts';

/** A line to be explained; the file is absolute. */
export interface ExplainedLine {
  readonly file: string;
  readonly line: number;
}

/** How many requests of a file are shown for a line that has none. */
const MOST_NEAR = 3;

/**
 * Explains the requests of a line, which other files of the project may complete; where there is none, the nearest of the
 * file, and why the line has none.
 */
export function explainLine(project: AuditedProject, asked: ExplainedLine): Explanation {
  const locator = createPlaceLocator(project.root, project.read);
  const all = { ...project, isPlain: (text: string, file: string) => file !== asked.file && project.isPlain(text, file), hasClue: (text: string, file: string) => file === asked.file || project.hasClue(text, file) };
  const look = lookAtTexts(all);
  const { files } = takeInventory(all, surveyFiles(all, look).candidates, look);
  const judged = judgeRequests(files, project.descriptionsOf);
  const listed = new Set(leaveWrappersOut(judged.filter(({ foreign }) => !foreign)));
  const at = findAt(judged, asked, locator);
  const near = at.requests.length > 0 ? [] : findNear(judged, asked, locator);
  const found = at.requests.length > 0 ? at.found : near.length > 0 ? 'near' : null;
  return {
    formatVersion: 1,
    tool: { name: 'plex-lint', version: project.version },
    file: locator.nameOf(asked.file),
    line: asked.line,
    found,
    requests: [...at.requests, ...near].map((request) => explainRequest(request, locator, listed.has(request))),
    reasons: at.requests.length > 0 ? [] : explainCalls(project, asked, locator),
  };
}

/** The requests of the first of these that has any: the path, the call, a part, what they go through; last those with no path. */
function findAt(judged: readonly JudgedRequest[], asked: ExplainedLine, locator: PlaceLocator): { readonly found: 'path' | 'part' | 'through'; readonly requests: readonly JudgedRequest[] } {
  const onLine = (place: Place | null | undefined): boolean => place !== null && place !== undefined && covers(place, asked, locator);
  const startsOnLine = (place: Place | null | undefined): boolean => place?.file === asked.file && locator.positionOf(place.file, place.start).line === asked.line;
  const tests: readonly (readonly ['path' | 'part' | 'through', (request: JudgedRequest) => boolean])[] = [
    ['path', ({ site }) => site.path !== null && onLine(site.place)],
    ['path', ({ site }) => site.path !== null && startsOnLine(site.call)],
    ['through', ({ site }) => site.path !== null && site.via.some(({ place }) => startsOnLine(place))],
    ['part', ({ site }) => site.path !== null && [...site.headers.entries, ...site.query.entries].map(({ place }) => place).concat(site.methodPlace, site.path.map(({ place }) => place)).some(startsOnLine)],
    ['through', ({ site }) => site.path !== null && (startsOnLine(site.send) || site.via.some(({ call }) => startsOnLine(call)))],
    ['path', ({ site }) => onLine(site.call)],
  ];
  for (const [found, test] of tests) {
    const requests = judged.filter(test);
    if (requests.length > 0) return { found, requests: requests.sort((a, b) => a.site.place.start - b.site.place.start) };
  }
  return { found: 'path', requests: [] };
}

function covers(place: Place, { file, line }: ExplainedLine, locator: PlaceLocator): boolean {
  return place.file === file && locator.positionOf(file, place.start).line <= line && locator.positionOf(file, place.end).line >= line;
}

function findNear(judged: readonly JudgedRequest[], { file, line }: ExplainedLine, locator: PlaceLocator): readonly JudgedRequest[] {
  const distance = ({ site }: JudgedRequest): number => Math.abs(locator.positionOf(file, site.place.start).line - line);
  return judged.filter(({ site }) => site.place.file === file).sort((a, b) => distance(a) - distance(b)).slice(0, MOST_NEAR);
}
