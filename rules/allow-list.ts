import { printPathPattern } from '../spec/path-pattern.ts';
import { settingsOf } from './visit-requests.ts';
import type { RuleContext } from './define-rule.ts';
import type { JudgedRequest } from './judge-request.ts';

/** The option that lists endpoints a team has accepted; several rules have it. */
export interface AllowOption {
  readonly allow?: readonly string[];
}

/** The JSON Schema of the option `allow`. */
export const ALLOW_SCHEMA = {
  type: 'array',
  items: { type: 'string', pattern: '^([A-Z]+ )?/' },
  uniqueItems: true,
  description: 'Endpoints to accept, as `GET /path` or `/path` for every method; `*` stands for any one segment, a last `/**` for any rest.',
} as const;

/**
 * Whether a request is on the allow-list of a rule, or on that of the settings, which is for all rules about endpoints. What
 * is not known of its path is matched by `*` only.
 */
export function isAllowed(
  context: RuleContext<string, readonly unknown[]>,
  request: JudgedRequest,
  { allow = [] }: AllowOption = {},
): boolean {
  const path = request.pattern === null ? null : printPathPattern(request.pattern);
  if (path === null) return false;

  return [...allow, ...settingsOf(context).allow].some((entry) => isEndpoint(entry, request.site.method, path));
}

/** Whether an entry of such a list, `GET /path` or `/path`, stands for a method and path. */
export function isEndpoint(entry: string, method: string | null, path: string): boolean {
  const [, listed, allowed = ''] = /^(?:([A-Z]+) )?(.*)$/.exec(entry) ?? [];
  return (listed === undefined || listed === method) && matchesAllowed(path, allowed);
}

function matchesAllowed(path: string, allowed: string): boolean {
  const open = allowed.endsWith('/**');
  const wanted = (open ? allowed.slice(0, -'/**'.length) : allowed).split('/');
  const segments = path.split('/');
  if (open ? segments.length < wanted.length : segments.length !== wanted.length) return false;
  return wanted.every((segment, i) => segment === '*' || segment === segments[i]);
}
