import { isCovered } from '../spec/find-query-name.ts';
import { viewSchema } from '../spec/view-schema.ts';
import { defineRule } from './define-rule.ts';
import { describeRequest } from './describe-request.ts';
import { locatePiece } from './locate-piece.ts';
import { queryOf } from './query-facts.ts';
import { visitRequests } from './visit-requests.ts';
import type { Entry } from '../requests/request-site.ts';
import type { Parameter, Schema } from '../spec/description.ts';
import type { QueryEntry } from './query-facts.ts';

type Options = [{ readonly unstated?: 'default' | 'ignore' }];
type MessageId = 'style' | 'oneValue';

export const validQueryStyle = defineRule<Options, MessageId>({
  name: 'valid-query-style',
  meta: {
    type: 'problem',
    docs: { description: 'Require lists and objects in a query to be written as the operation reads them', recommended: 'error', strict: 'error' },
    schema: [
      {
        type: 'object',
        properties: {
          unstated: {
            type: 'string',
            enum: ['default', 'ignore'],
            description: "Where the description states no style: take OpenAPI's default, a name for each item, or report nothing.",
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ unstated: 'default' }],
    messages: {
      style: "{{operation}} reads '{{name}}' as {{expected}}, and the request writes {{written}}{{through}}.",
      oneValue: "{{operation}} takes one value of '{{name}}', and the request writes a list, as {{written}}{{through}}.",
    },
  },
  create(context) {
    const [{ unstated }] = context.options;
    const seen = new Set<string>();

    return visitRequests(context, (request) => {
      for (const found of queryOf(request)) {
        const fault = findFault(found);
        if (fault === null || (fault.isAssumed && unstated === 'ignore')) continue;

        const { messageId, name, expected, written } = fault;
        const { key, loc, through } = locatePiece(context, request, [found.entry.place]);
        if (seen.has(`${key} ${name}`)) continue;
        seen.add(`${key} ${name}`);
        context.report({ loc, messageId, data: describeRequest(request, { name, expected, written, through }) });
      }
    });
  },
});

interface Fault {
  readonly messageId: MessageId;
  readonly name: string;
  readonly expected: string;
  readonly written: string;
  /** The description does not state the style: it is OpenAPI's default. */
  readonly isAssumed: boolean;
}

function findFault({ entry, meaning, operation }: QueryEntry): Fault | null {
  if (meaning.kind !== 'parameter' || isCovered(operation, meaning.parameter.name)) return null;
  const { parameter, spelling } = meaning;
  const { document } = operation.description;
  const { types, items, alternatives } = viewSchema(document, parameter.schema);
  if (types === null || alternatives !== null) return null;
  if (types.includes('array')) return types.length === 1 ? listFault(document, entry, parameter, items, spelling === 'list') : null;
  if (types.includes('object')) return types.length === 1 ? objectFault(entry, parameter, spelling) : null;
  const isList = spelling === 'list' || (entry.list !== undefined && entry.list !== 'unknown');
  return isList ? { messageId: 'oneValue', name: parameter.name, expected: '', written: `\`${printList(parameter.name, spelling === 'list' ? 'brackets' : entry.list)}\``, isAssumed: false } : null;
}

function listFault(document: unknown, entry: Entry, parameter: Parameter, items: Schema | null, isBracketed: boolean): Fault | null {
  const { name, style, explode, styleStated } = parameter;
  if (style !== 'form') return null;
  const expected = explode ? 'repeat' : 'comma';
  const written = isBracketed ? 'brackets' : entry.list ?? (entry.repeated === true ? 'repeat' : hasComma(document, entry, items) ? 'comma' : undefined);
  if (written === undefined || written === 'unknown' || written === expected) return null;
  const isOneItem = (written === 'repeat' || written === 'comma') && entry.list !== undefined && entry.values?.length === 1 && written === 'repeat';
  if (isOneItem) return null;
  return {
    messageId: 'style', name, isAssumed: !styleStated && written === 'comma',
    expected: expected === 'repeat' ? `one \`${name}=\` for each item` : `one comma list, \`${printList(name, 'comma')}\``, written: `\`${printList(name, written)}\``,
  };
}

/** Whether a value surely is several: a comma where the items hold none. */
function hasComma(document: unknown, { values, written }: Entry, items: Schema | null): boolean {
  const { types, values: words } = viewSchema(document, items);
  const isPlain = words?.every((word) => !String(word).includes(',')) ?? types?.every((type) => type === 'integer' || type === 'number' || type === 'boolean') ?? false;
  return isPlain && values !== null && values.length > 0 && values.every((text) => text.some((part) => part.kind === 'literal' && (part.text.includes(',') || (written === 'url' && /%2c/i.test(part.text)))));
}

function objectFault(entry: Entry, { name, style }: Parameter, spelling: Extract<QueryEntry['meaning'], { kind: 'parameter' }>['spelling']): Fault | null {
  if (style !== 'deepObject' || spelling === 'brackets') return null;
  if (spelling === null && (entry.values === null || entry.values.length === 0)) return null;
  return { messageId: 'style', name, expected: `one \`${name}[key]=\` for each key`, written: spelling === null ? `\`${name}=\`` : `\`${entry.name}=\``, isAssumed: false };
}

function printList(name: string, style: Entry['list']): string {
  switch (style) {
    case 'brackets': return `${name}[]=1&${name}[]=2`;
    case 'indices': return `${name}[0]=1&${name}[1]=2`;
    case 'repeat': return `${name}=1&${name}=2`;
    default: return `${name}=1,2`;
  }
}
