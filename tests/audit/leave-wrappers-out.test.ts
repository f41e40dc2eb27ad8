import { expect, it } from 'vitest';
import { leaveWrappersOut } from '../../audit/leave-wrappers-out.ts';
import { judgeRequest } from '../../rules/judge-request.ts';
import { placeAt, siteOf } from './site.ts';
import type { RequestSite } from '../../requests/request-site.ts';

const send = placeAt('/app/api.ts', 40, 60);
const factory = placeAt('/app/api.ts', 0, 90);
const closure = placeAt('/app/api.ts', 20, 70);
/** What a caller in another file sends through the closure that the factory returns. */
const known = siteOf({ place: placeAt('/app/a.ts', 5, 9), send, via: [{ name: 'get', place: closure, call: placeAt('/app/a.ts', 1, 20) }], frame: placeAt('/app/a.ts', 0, 30) });

function listed(...sites: readonly RequestSite[]): readonly RequestSite[] {
  return leaveWrappersOut(sites.map((site) => judgeRequest(site, []))).map(({ site }) => site);
}

it('leaves out a function that returns the one whose path a caller gives', () => {
  expect(listed(siteOf({ send, frame: factory, via: [{ name: 'get', place: closure }], path: null }), known)).toEqual([known]);
});

it('keeps a call inside of it whose path is not known', () => {
  const inside = siteOf({ send, frame: factory, via: [{ name: 'get', place: closure, call: placeAt('/app/api.ts', 75, 85) }], path: null });
  expect(listed(inside, known)).toEqual([inside, known]);
});

it('keeps what another call sends, and a function that only itself calls', () => {
  const other = siteOf({ send: placeAt('/app/api.ts', 10, 15), frame: factory, path: null });
  const itself = { ...known, frame: factory };
  const alone = siteOf({ send, frame: factory, path: null });
  expect(listed(other, known)).toEqual([other, known]);
  expect(listed(alone, itself)).toEqual([alone, itself]);
});
