import { defineRule } from './define-rule.ts';
import { describeRequest } from './describe-request.ts';
import { describeTypes, listFields } from './describe-response.ts';
import { printPlace } from './engine.ts';
import { judgeTypes } from './judge-type.ts';
import { isOwned, locate } from './locate.ts';
import { printFieldPath } from './judge-read.ts';
import { visitAllRequests } from './visit-requests.ts';
import type { TSESLint } from '@typescript-eslint/utils';
import type { Place } from '../requests/request-site.ts';
import type { RuleContext } from './define-rule.ts';
import type { TypeFault } from './judge-type.ts';
import type { AttributedRequest } from './judge-request.ts';

type Options = [{ readonly allow?: readonly string[]; readonly optional?: boolean }];
type MessageId = 'near' | 'unknown' | 'type' | 'missing' | 'null' | 'rename' | 'makeOptional' | 'addNull' | 'retype';
type Context = RuleContext<MessageId, Options>;

export const validResponseTypes = defineRule<Options, MessageId>({
  name: 'valid-response-types',
  meta: {
    type: 'problem',
    docs: { description: 'Require types of responses to agree with the API description', recommended: 'warn', strict: 'error' },
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        properties: {
          allow: { type: 'array', items: { type: 'string' }, uniqueItems: true, description: 'Names of fields to accept however they are declared.' },
          optional: { type: 'boolean', description: 'Report fields that are declared as always there and may be missing, where the description says which are required.' },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ allow: [], optional: true }],
    messages: {
      near: 'The response of {{operation}} has no field `{{field}}`{{where}}. Did you mean `{{near}}`?',
      unknown: 'The response of {{operation}} has no field `{{field}}`{{where}}, only {{known}}.',
      type: '{{subject}} is {{actual}} in the response of {{operation}}, and is declared as {{declared}}{{where}}.',
      missing: '{{subject}} may be missing in the response of {{operation}}{{where}}. Declare it as optional.',
      null: '{{subject}} may be null in the response of {{operation}}{{where}}. Declare that, too.',
      rename: 'Declare `{{near}}`.',
      makeOptional: 'Declare it as optional.',
      addNull: 'Allow null.',
      retype: 'Declare {{wanted}}.',
    },
  },
  create(context) {
    const [{ allow = [], optional = true }] = context.options;

    return visitAllRequests(context, (requests) => {
      for (const { request, fault, place } of findFaults(context, requests)) {
        const { problem, path } = fault;
        if (allow.includes(path.at(-1) ?? '') || (problem.kind === 'missing' && !optional)) continue;
        const near = problem.kind === 'unknown' ? problem.near : null;
        context.report({
          loc: locate(context, place),
          messageId: problem.kind === 'unknown' && near !== null ? 'near' : problem.kind,
          data: describeRequest(request, { ...wordsOf(fault), near, where: isOwned(context, fault.place) ? '' : ` (${printPlace(fault.place, context.cwd)})` }),
          suggest: suggestionsFor(context, fault),
        });
      }
    });
  },
});

interface Found { readonly request: AttributedRequest; readonly fault: TypeFault; readonly place: Place }

/**
 * A type that several requests share is reported once, and only for what is wrong for each of them. One that stands in
 * another file is reported where the linted file declares a response to be of it.
 */
function findFaults(context: Context, requests: readonly AttributedRequest[]): readonly Found[] {
  const typed = requests.filter(({ site }) => (site.response.format ?? 'json') === 'json' && site.response.declared.some(({ place }) => isOwned(context, place)));
  const judged = typed.map((request) => ({ request, faults: new Map(judgeTypes(request).map((fault) => [keyOf(fault), fault])) }));
  const found = new Map<string, Found>();
  for (const { request, faults } of judged) {
    for (const [key, fault] of faults) {
      const sharing = judged.filter((other) => other.request === request || sharesType(request, other.request));
      const place = isOwned(context, fault.place) ? fault.place : request.site.response.declared.find((declared) => isOwned(context, declared.place))?.place;
      if (place === undefined || found.has(key) || !sharing.every((other) => other.faults.has(key))) continue;
      found.set(key, { request, fault, place });
    }
  }
  return [...found.values()];
}

function keyOf({ place, problem }: TypeFault): string {
  return `${place.file}:${String(place.start)} ${problem.kind}`;
}

function sharesType(a: AttributedRequest, b: AttributedRequest): boolean {
  const typesOf = ({ site }: AttributedRequest): readonly string[] => site.response.declared.map(({ type }) => type().place).map(({ file, start }) => `${file}:${String(start)}`);
  const others = new Set(typesOf(b));
  return typesOf(a).some((type) => others.has(type));
}

function wordsOf({ path, problem }: TypeFault): Record<string, string> {
  const field = printFieldPath(path);
  return {
    field,
    subject: path.length === 0 ? 'The body' : path.at(-1) === '[]' ? `An item of \`${printFieldPath(path.slice(0, -1))}\`` : `\`${field}\``,
    declared: problem.kind === 'type' ? describeTypes([problem.declared]) : '',
    actual: problem.kind === 'type' ? describeTypes(problem.actual) : '',
    known: problem.kind === 'unknown' ? listFields(problem.known) : '',
  };
}

const WRITTEN: Readonly<Record<string, string>> = { string: 'string', number: 'number', integer: 'number', boolean: 'boolean' };

/** Edits of a type that the linted file writes; a schema of a validator is left to its author. */
function suggestionsFor(context: Context, { place, problem }: TypeFault): TSESLint.ReportSuggestionArray<MessageId> {
  const node = isOwned(context, place) ? context.sourceCode.getNodeByRangeIndex(place.start) : null;
  if (node?.range[0] !== place.start) return [];
  const isKey = node.parent?.type === 'TSPropertySignature' && node.parent.key === node;
  if (problem.kind === 'unknown' && problem.near !== null && node.type === 'Identifier') {
    const { near } = problem;
    return [{ messageId: 'rename', data: { near }, fix: (fixer) => fixer.replaceText(node, near) }];
  }
  if (problem.kind === 'missing' && isKey) return [{ messageId: 'makeOptional', fix: (fixer) => fixer.insertTextAfter(node, '?') }];
  if (!/^TS(?:String|Number|Boolean)Keyword$/.test(node.type)) return [];
  if (problem.kind === 'null') return [{ messageId: 'addNull', fix: (fixer) => fixer.insertTextAfter(node, ' | null') }];
  const [actual, ...others] = problem.kind === 'type' ? problem.actual : [];
  const wanted = actual === undefined ? undefined : WRITTEN[actual];
  return wanted === undefined || others.length > 0 ? [] : [{ messageId: 'retype', data: { wanted }, fix: (fixer) => fixer.replaceText(node, wanted) }];
}
