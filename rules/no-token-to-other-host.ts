import { literalText } from '../spec/match-segment.ts';
import { isPrivateHost, matchHost, splitHost } from '../spec/match-host.ts';
import { nearestName } from '../spec/nearest-name.ts';
import { splitSegments } from '../spec/path-pattern.ts';
import { pathTrieOf } from '../spec/path-trie.ts';
import { defineRule } from './define-rule.ts';
import { locateRequest } from './locate.ts';
import { credentialsOf, findEntry } from './request-facts.ts';
import { settingsOf, visitOtherRequests } from './visit-requests.ts';
import type { Description } from '../spec/description.ts';
import type { JudgedRequest } from './judge-request.ts';

type Options = [{ readonly hosts?: readonly string[] }];
type MessageId = 'otherHost';

export const noTokenToOtherHost = defineRule<Options, MessageId>({
  name: 'no-token-to-other-host',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow tokens in requests to hosts that are not of the API', recommended: 'error', strict: 'error', security: 'error' },
    schema: [
      {
        type: 'object',
        properties: {
          hosts: { type: 'array', items: { type: 'string' }, uniqueItems: true, description: 'Hosts that may have the token, such as a proxy of yours; `*` stands for anything.' },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{}],
    messages: {
      otherHost: '{{host}} is no host of {{api}}, and is sent its {{name}}. Leave the token out, or list the host in the options.',
    },
  },
  create(context) {
    const [{ hosts = [] }] = context.options;

    return visitOtherRequests(context, (request) => {
      const { base } = request.site;
      const host = base.host === null ? null : splitHost(base.host).name;
      if (host === null || host.includes('*') || isPrivateHost(host) || hosts.some((pattern) => matchHost(host, pattern))) return;

      const owners = settingsOf(context).descriptions.filter((description) => findOwnToken(request, description) !== null);
      const owner = owners.find(({ attribution }) => attribution.isDefault) ?? owners[0];
      if (owner === undefined || !owners.every((description) => isSurelyOther(request, host, description))) return;

      const name = findOwnToken(request, owner);
      context.report({ loc: locateRequest(context, request.site), messageId: 'otherHost', data: { host, name, api: owner.title } });
    });
  },
});

/** The credential that the request surely sends and that only this API, or its family, knows by its name. */
function findOwnToken({ site }: JudgedRequest, description: Description): string | null {
  const own = credentialsOf(description).filter(({ name }) => description.attribution.names.some((pattern) => pattern.test(name)));
  const sent = own.find(({ name }) => (findEntry(site.headers, name) ?? findEntry(site.query, name))?.presence === 'always');
  return sent?.name ?? null;
}

/** Whether a public host is nobody's server of this API: neither by its domain nor by what it is asked for. */
function isSurelyOther({ pattern }: JudgedRequest, host: string, description: Description): boolean {
  const { anyHost, notHosts } = description.attribution;
  if ([...description.hosts, ...notHosts].some((own) => matchHost(host, own))) return false;
  if (!anyHost) return true;
  const first = pattern === null ? null : literalText(splitSegments(pattern)[0] ?? []);
  const known = pathTrieOf(description).literals;
  return first !== null && first !== '' && !known.has(first) && nearestName(first, known.keys()) === null;
}
