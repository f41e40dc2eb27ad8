import { defineRule } from './define-rule.ts';
import { isOwned, locate } from './locate.ts';
import { lintedFile } from './linted-file.ts';
import { credentialsOf, findEntry } from './request-facts.ts';
import { settingsOf, visitAllRequests } from './visit-requests.ts';
import type { Place } from '../requests/request-site.ts';
import type { RuleContext } from './define-rule.ts';
import type { AttributedRequest } from './judge-request.ts';
import type { Credential } from './request-facts.ts';

type MessageId = 'literal';

export const noTokenLiteral = defineRule<[], MessageId>({
  name: 'no-token-literal',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow tokens that are written out in the code', recommended: 'error', strict: 'error', security: 'error' },
    schema: [],
    messages: {
      literal: 'This looks like a real {{name}}: whoever reads the code has it. Read it from the environment or a secret store, and revoke this one.',
    },
  },
  create(context) {
    return visitAllRequests(context, (requests) => {
      const credentials = oneForEachName(settingsOf(context).descriptions.flatMap(credentialsOf));
      const found = [...requests.flatMap((request) => findSent(request)), ...findWritten(context, credentials)];
      const seen = new Set<number>();
      for (const { name, place } of found) {
        if (!isOwned(context, place) || seen.has(place.start)) continue;
        seen.add(place.start);
        context.report({ loc: locate(context, place), messageId: 'literal', data: { name } });
      }
    });
  },
});

interface WrittenSecret {
  readonly name: string;
  /** The text itself, without quotes. */
  readonly place: Place;
}

/** The secrets that a request sends and that are one piece of text somewhere. */
function findSent({ description, site }: AttributedRequest): readonly WrittenSecret[] {
  return credentialsOf(description).flatMap((credential) => {
    const entry = findEntry(credential.location === 'header' ? site.headers : site.query, credential.name) ?? findEntry(site.query, credential.name);
    return (entry?.values ?? []).flatMap((text): readonly WrittenSecret[] => {
      const literals = text.filter((part) => part.kind === 'literal').filter(({ text: piece }) => isSecret(piece.replace(/^\w+ /, ''), credential));
      return literals.flatMap(({ place }) => (place === null ? [] : [{ name: credential.name, place }]));
    });
  });
}

/** The secrets that stand beside their name in the text of the file, whatever becomes of them. */
function findWritten(context: RuleContext<MessageId, []>, credentials: readonly Credential[]): readonly WrittenSecret[] {
  const { text } = context.sourceCode;
  const found: WrittenSecret[] = [];
  for (const credential of credentials) {
    const name = credential.name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const beside = new RegExp(`${name}(?:=|["'\`]?\\]?\\s*[:,=]\\s*(["'\`]))([\\w.~+/-]{8,200}=*)(?=\\1|[&#"'\`\\s])`, 'gid');
    for (const match of text.matchAll(beside)) {
      const [start, end] = match.indices?.[2] ?? [0, 0];
      if (isSecret(match[2] ?? '', credential)) found.push({ name: credential.name, place: { file: lintedFile(context), start, end } });
    }
  }
  const comments = found.length === 0 ? [] : context.sourceCode.getAllComments();
  return found.filter(({ place }) => !comments.some(({ range: [start, end] }) => start <= place.start && place.end <= end));
}

const PLACEHOLDER = /token|your|example|placeholder|secret|change|dummy|sample|fake|mock|test|here|(.)\1{3}|1234|abcd/i;

/** Whether a text looks like a credential, and like nothing that a person would write in its place. */
function isSecret(text: string, { pattern }: Credential): boolean {
  if (pattern === null ? text.length < 16 : !pattern.test(text)) return false;
  return new Set(text).size >= 8 && /\d/.test(text) && /[A-Za-z]/.test(text) && !PLACEHOLDER.test(text);
}

function oneForEachName(credentials: readonly Credential[]): readonly Credential[] {
  return credentials.filter(({ name }, i) => credentials.findIndex((other) => other.name === name) === i);
}
