import { describeCounts, describeTag } from '../words.ts';
import { html } from './markup.ts';
import type { AuditReport, DescriptionCoverage, TagCoverage } from '../../audit-report.ts';
import type { Markup } from './markup.ts';
import type { OperationState, PageData } from './page-data.ts';
import type { Section } from './section.ts';

const STATES: readonly (readonly [OperationState, string])[] = [
  ['clean', 'implemented'],
  ['partly', 'implemented, with warnings'],
  ['deviating', 'implemented, with errors'],
  ['missing', 'missing'],
];
/** A cell, and the gap to the next, in units of the drawing. */
const CELL = 12;
const STEP = 15;
const PER_ROW = 13;
/** A tag with more operations than this takes the place of two. */
const MANY = 39;

/** The API at a glance: a cell for each operation, by tag, in the description's order. */
export function printMap({ coverage }: AuditReport, { operations }: PageData): Section {
  let next = 0;
  const parts = coverage.map((description) => {
    const tags = description.tags.map((tag) => {
      const first = next;
      next += tag.operations.length;
      const states = operations.slice(first, next).map(({ state }) => state);
      return { tag, first, states };
    });
    return { description, tags, isUsed: tags.some(({ states }) => states.some((state) => state !== 'missing')) };
  });
  const unused = parts.filter(({ isUsed }) => !isUsed);
  return {
    id: 'map',
    title: 'Map of the API',
    short: 'Map',
    body: html`<ul class="legend" aria-label="Legend">${STATES.map(([state, words]) => html`<li><svg width="14" height="14" viewBox="0 0 ${CELL} ${CELL}" aria-hidden="true" focusable="false">${drawCell(state, 0, 0, '')}</svg> ${words}</li>`)}</ul>
${parts.filter(({ isUsed }) => isUsed).map(({ description, tags }) => printDescription(description, tags))}
${unused.length === 0 ? null : html`<details class="unused"><summary>Not used at all: ${unused.map(({ description }) => description.description).join(', ')}</summary>${unused.map(({ description, tags }) => printDescription(description, tags))}</details>`}`,
  };
}

interface MappedTag {
  readonly tag: TagCoverage;
  /** The number of the tag's first operation. */
  readonly first: number;
  readonly states: readonly OperationState[];
}

function printDescription(coverage: DescriptionCoverage, tags: readonly MappedTag[]): Markup {
  const { description, title } = coverage;
  return html`<h3>${title} <span class="note">${description}: ${describeCounts(coverage)}</span></h3>
<ul class="tags">${tags.map((tag) => html`<li${tag.states.length > MANY ? html` class="wide-tag"` : null}>${printTag(description, tag)}</li>`)}</ul>
`;
}

function printTag(description: string, { tag, first, states }: MappedTag): Markup {
  const perRow = states.length > MANY ? PER_ROW * 2 + 1 : PER_ROW;
  const width = Math.min(states.length, perRow) * STEP;
  const height = Math.ceil(states.length / perRow) * STEP;
  const said = STATES.map(([state, words]) => [states.filter((one) => one === state).length, words] as const).filter(([count]) => count > 0);
  return html`<button type="button" class="tag" data-tag="${description} ${tag.tag}"><span class="tag-name">${tag.tag}</span> <span class="tag-count">${countTag(tag)}</span><span class="unseen">: ${said.map(([count, words]) => `${String(count)} ${words}`).join(', ')}</span>
<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true" focusable="false">${states.map((state, i) => {
    return html`<g data-operation="${first + i}"><title>${tag.operations[i]?.operation ?? ''}: ${STATES.find(([one]) => one === state)?.[1] ?? state}</title>${drawCell(state, (i % perRow) * STEP + 1, Math.floor(i / perRow) * STEP + 1, tag.operations[i]?.standing ?? '')}</g>`;
  })}</svg></button>`;
}

/** `3 of 12, 1 of 4 undocumented` */
function countTag(tag: TagCoverage): string {
  return describeTag(tag).replace(', and', ',');
}

/** States differ in form as well as in colour. */
function drawCell(state: OperationState, x: number, y: number, standing: string): Markup {
  const ground = html`<rect class="cell ${state} ${standing}" x="${x + 0.5}" y="${y + 0.5}" width="${CELL - 1}" height="${CELL - 1}" rx="2"/>`;
  switch (state) {
    case 'partly':
      return html`${ground}<path class="sign" d="M${x + 0.5} ${y + CELL - 0.5}h${CELL - 1}v-${CELL - 1}z"/>`;
    case 'deviating':
      return html`${ground}<path class="sign" d="M${x + 3.5} ${y + 3.5}l5 5m0 -5l-5 5"/>`;
    default:
      return ground;
  }
}
