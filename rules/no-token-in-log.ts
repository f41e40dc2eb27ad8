import { defineRule } from './define-rule.ts';
import { locate } from './locate.ts';
import { credentialsOf, findEntry } from './request-facts.ts';
import { loggedValuesOf, visitAllRequests } from './visit-requests.ts';
import type { LoggedValue } from '../requests/logged-values.ts';
import type { Text, TextPart } from '../requests/request-site.ts';
import type { AttributedRequest } from './judge-request.ts';
import type { Credential } from './request-facts.ts';

type MessageId = 'logged' | 'urlLogged';

export const noTokenInLog = defineRule<[], MessageId>({
  name: 'no-token-in-log',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow tokens in logs', recommended: 'error', strict: 'error', security: 'error' },
    schema: [],
    messages: {
      logged: 'The {{name}} that {{api}} is sent is logged here: whoever reads the log can use it. Leave it out.',
      urlLogged: 'A text with {{name}} in it is logged here: whoever reads the log can use it. Leave the query out, or send {{name}} as a header.',
    },
  },
  create(context) {
    return visitAllRequests(context, (requests) => {
      if (requests.length === 0 || !/log|console/i.test(context.sourceCode.text)) return;
      const sent = requests.flatMap(findSent);
      const seen = new Set<number>();
      for (const value of loggedValuesOf(context)) {
        const found = seen.has(value.place.start) ? undefined : sent.find((secret) => isIn(value, secret));
        if (found === undefined) continue;
        seen.add(value.place.start);
        const isInUrl = value.texts.every((text) => text.some((part, i) => isNamed(text, i, found.credential) && part.kind === 'hole'));
        context.report({ loc: locate(context, value.place), messageId: isInUrl ? 'urlLogged' : 'logged', data: { name: found.credential.name, api: found.api } });
      }
    });
  },
});

/** A credential as requests of the file send it. */
interface Secret {
  readonly credential: Credential;
  readonly api: string;
  /** What is unknown of its values, and so is the secret itself. */
  readonly parts: readonly TextPart[];
}

function findSent({ site, description }: AttributedRequest): readonly Secret[] {
  return credentialsOf(description).map((credential) => {
    const entries = [findEntry(site.headers, credential.name), findEntry(site.query, credential.name)];
    const values = entries.flatMap((entry) => entry?.values ?? []);
    // of several unknown parts one can be something else
    const holes = values.map((text) => text.filter(({ kind }) => kind === 'hole')).filter((parts) => parts.length === 1);
    return { credential, api: description.document.info.title, parts: holes.flat() };
  });
}

/** Whether all that a log call may write holds the credential: the value that is sent, or an unknown one behind its name. */
function isIn({ name, texts }: LoggedValue, { credential, parts }: Secret): boolean {
  const isItsName: boolean = name?.toLowerCase() === credential.name.toLowerCase();
  return texts.length > 0 && texts.every((text) => text.some((part, i) => (
    parts.some((sent) => isSame(part, sent)) || ((isItsName || isNamed(text, i, credential)) && isSecret(part))
  )));
}

/** Whether two unknown values are one: made at the same place, or read from the same global or import. */
function isSame(part: TextPart, sent: TextPart): boolean {
  if (part.kind !== 'hole' || sent.kind !== 'hole' || part.words.join('.') !== sent.words.join('.')) return false;
  if (part.place !== null && sent.place !== null && part.place.file === sent.place.file && part.place.start === sent.place.start) return true;
  return part.words.length > 1 && part.reason === sent.reason && (part.reason === 'global' || part.reason === 'import');
}

/** Whether a part of a text stands behind `name=`, as the query of a URL has it. */
function isNamed(text: Text, i: number, { name }: Credential): boolean {
  const before = text.slice(0, i).map((part) => (part.kind === 'literal' ? part.text : ' ')).join('').toLowerCase();
  return before.endsWith(`?${name.toLowerCase()}=`) || before.endsWith(`&${name.toLowerCase()}=`);
}

/** Whether an unknown value behind the name of a credential is that credential whole: no result of a call, which may hide some of it. */
function isSecret(part: TextPart): boolean {
  if (part.kind !== 'hole' || part.type === 'number' || part.type === 'boolean') return false;
  const word = part.words.at(-1) ?? '';
  return part.reason !== 'call' && part.reason !== 'unset' && /token|secret|key$/i.test(word) && !/mask|redact|hid|safe|short|preview|has|is[A-Z]/.test(word);
}
