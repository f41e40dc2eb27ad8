import { clientOf } from '../rules/client-of.ts';
import { findMissingDemands, isPreferred, isRequired } from '../rules/missing-headers.ts';
import { asTransform } from './as-transform.ts';
import { chooseHeaderPlaces } from './header-places.ts';
import { createHeaderValues } from './header-values.ts';
import { writeHeaders } from './header-writer.ts';
import { groupByPlace } from './group-by-place.ts';
import { moduleOption } from './shared-module.ts';
import type { AttributedRequest } from '../rules/judge-request.ts';
import type { HeaderDemand } from '../spec/description.ts';
import type { Codemod, CodemodProject, Plan, Skip } from './codemod.ts';
import type { Lack } from './header-places.ts';
import type { HeaderValues } from './header-values.ts';

export const addPlexHeaders: Codemod = {
  name: 'add-plex-headers',
  summary: 'Adds the headers that requests should have, at the client or wrapper that they share, from one module.',
  rules: ['require-headers', 'prefer-headers'],
  options: {
    'headers-module': moduleOption('The module that exports the headers of the app; made where there is none. It exports an object.'),
    all: { type: 'boolean', default: false, description: 'Adds every header that the description has a reason for, not only what good clients send.' },
    product: { type: 'string', value: 'NAME', description: 'What the app is called, where package.json does not say so.', check: (value) => (/^[ -~]+$/.test(String(value)) ? null : 'Write it in ASCII: it is sent in a header.') },
    runtime: { type: 'string', value: 'node|browser', description: 'Where the code runs, where that is not certain.', check: (value) => (value === 'node' || value === 'browser' ? null : 'Write node or browser.') },
  },
  plan(project, requests, options) {
    const isAsked = (demand: HeaderDemand): boolean => isRequired(demand) || isPreferred(demand, options.all === true ? 'all' : 'usual');
    const lacks = requests.flatMap((request) => findMissingDemands(request, isAsked).map((demand): Lack => ({ request, demand })));
    const values = createHeaderValues(project, requests, options);
    const reasons = new Map(lacks.map((lack) => [lack, whyNoValue(project, values, lack)]));
    const withoutValue = lacks.filter((lack) => reasons.get(lack) !== null);
    const writable = lacks.filter((lack) => reasons.get(lack) === null);
    const places = chooseHeaderPlaces(project, requests, writable);
    const placed = new Set([...places.values()].flat());
    const unplaced = writable.filter((lack) => !placed.has(lack));
    return [
      ...writeHeaders(project, values, places),
      ...skips(withoutValue, (lack) => reasons.get(lack) ?? ''),
      ...skips(unplaced, (lack) => whyNoPlace(project, lack)),
    ].sort(bySource);
  },
};

/** Why a header cannot be written in the file that sends it, or calls who does; null: it can. */
function whyNoValue(project: CodemodProject, values: HeaderValues, lack: Lack): string | null {
  const { send, call } = lack.request.site;
  const file = project.fileOf(send.file) ?? project.fileOf(call.file);
  const value = file === null ? null : values.valueOf(lack, file);
  return value?.kind === 'none' ? value.reason : null;
}

/** One for each call that sends, whatever it lacks for the same reason. */
function skips(lacks: readonly Lack[], reasonOf: (lack: Lack) => string): readonly Skip[] {
  return groupByPlace(lacks, ({ request }) => request.site.send).flatMap((group) => {
    const reasons = new Map<string, Lack[]>();
    for (const lack of group) reasons.set(reasonOf(lack), [...(reasons.get(reasonOf(lack)) ?? []), lack]);
    return [...reasons].flatMap(([reason, same]): readonly Skip[] => {
      const [first] = same;
      return first === undefined ? [] : [{ kind: 'skip', requests: unique(same), place: first.request.site.send, reason }];
    });
  });
}

function whyNoPlace(project: CodemodProject, { request: { site }, demand }: Lack): string {
  const header = demand.anyOf.join(' or ');
  const model = clientOf(site);
  if (project.fileOf(site.send.file) === null) return `${header} is missing, and the call that sends is in a file that may not be changed.`;
  if (model?.response === 'stream') return `${header} is missing, and ${site.client} may take no headers. Send it in the query, where that counts too.`;
  if (site.via.length > 0) return `${header} is missing, and ${site.via.at(-1)?.name ?? 'the function'} that sends may serve others too, or has no place for headers. Let it take headers, and give them here.`;
  return `${header} is missing, and the call leaves no place for headers. Write them as an object, then run this again.`;
}

function unique(lacks: readonly Lack[]): readonly AttributedRequest[] {
  return [...new Set(lacks.map(({ request }) => request))];
}

function bySource(one: Plan, other: Plan): number {
  return one.place.file < other.place.file ? -1 : one.place.file > other.place.file ? 1 : one.place.start - other.place.start;
}

export default asTransform(addPlexHeaders);
