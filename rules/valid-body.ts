import { addProperty } from './add-property.ts';
import { findFormFaults, findJsonFaults } from './body-faults.ts';
import { defineRule } from './define-rule.ts';
import { describeRequest, listWords } from './describe-request.ts';
import { fixWith } from './edit-path.ts';
import { editable } from './editable.ts';
import { editWord } from './edit-word.ts';
import { locatePiece } from './locate-piece.ts';
import { acceptedTypes, isAccepted, schemaOf, sentType } from './media-types.ts';
import { visitRequests } from './visit-requests.ts';
import type { TSESLint } from '@typescript-eslint/utils';
import type { Operation } from '../spec/description.ts';
import type { BodyFault } from './body-faults.ts';
import type { RuleContext } from './define-rule.ts';
import type { Edit } from './editable.ts';
import type { AttributedRequest } from './judge-request.ts';

type MessageId = 'noBody' | 'mediaType' | 'unknown' | 'misspelt' | 'missing' | 'value' | 'rename' | 'addType';
type Context = RuleContext<MessageId, []>;

export const validBody = defineRule<[], MessageId>({
  name: 'valid-body',
  meta: {
    type: 'problem',
    docs: { description: 'Require bodies that the operation takes: their media type, fields and values', recommended: 'error', strict: 'error' },
    hasSuggestions: true,
    schema: [],
    messages: {
      noBody: '{{operation}} requires a body of {{accepted}}, and the request sends none.',
      mediaType: '{{operation}} takes a body of {{accepted}}, and the request sends {{sent}}.',
      unknown: "The body of {{operation}} has no field '{{field}}'{{through}}.",
      misspelt: "The body of {{operation}} has no field '{{field}}'{{through}}. Did you mean '{{near}}'?",
      missing: "The body of {{operation}} is sent without '{{field}}', which it requires.",
      value: "{{operation}} takes {{expected}} as '{{field}}' of its body, not {{value}}{{through}}.",
      rename: "Send '{{near}}'.",
      addType: 'Send Content-Type: {{type}}.',
    },
  },
  create(context) {
    const seen = new Set<string>();

    return visitRequests(context, (request) => {
      const { operation } = request;
      const requestBody = operation?.requestBody ?? null;
      if (operation === null || requestBody === null) return;
      const type = checkType(context, request, operation);
      if (type !== null) {
        context.report({ loc: locatePiece(context, request, [request.site.body?.place ?? null]).loc, ...type });
        return;
      }
      for (const fault of findFaults(request, operation)) {
        const { key, loc, through } = locatePiece(context, request, [fault.place]);
        const id = `${key} ${fault.kind} ${fault.field} ${operation.label}`;
        if (seen.has(id)) continue;
        seen.add(id);
        context.report({ loc, ...describeFault(context, request, fault, through) });
      }
    });
  },
});

interface Report {
  readonly messageId: MessageId;
  readonly data: Record<string, unknown>;
  readonly suggest?: TSESLint.SuggestionReportDescriptor<MessageId>[];
}

/** A body that is missing, or of another media type. What was merely seen of an operation is no list of all types. */
function checkType(context: Context, request: AttributedRequest, operation: Operation): Report | null {
  const { body, headers } = request.site;
  const types = acceptedTypes(operation);
  const accepted = listWords(types);
  if (body === null) return operation.requestBody?.required === true ? { messageId: 'noBody', data: describeRequest(request, { accepted }) } : null;
  const sent = sentType(request.site);
  if (sent === null || types.length === 0 || operation.standing === 'undocumented' || isAccepted(sent, types)) return null;
  const [only, ...others] = types;
  const isAbsent = headers.entries.every(({ name }) => name.toLowerCase() !== 'content-type');
  const edit = only !== undefined && others.length === 0 && isAbsent && body.kind === 'json' && only.endsWith('json') ? addProperty(editable(context), headers, 'Content-Type', `'${only}'`) : null;
  return {
    messageId: 'mediaType',
    data: describeRequest(request, { accepted, sent }),
    suggest: edit === null ? [] : [{ messageId: 'addType', data: { type: only }, fix: fixWith([edit]) }],
  };
}

function findFaults({ site }: AttributedRequest, operation: Operation): readonly BodyFault[] {
  const { document } = operation.description;
  const { body } = site;
  const isForm = body?.kind === 'form' || body?.kind === 'multipart';
  const schema = schemaOf(operation, (type) => (body?.kind === 'json' ? /[/+]json$/.test(type) : body?.kind === 'form' ? type === 'application/x-www-form-urlencoded' : body?.kind === 'multipart' && type === 'multipart/form-data'));
  if (schema === null || body === null) return [];
  if (isForm) return body.fields === null ? [] : findFormFaults(document, schema, body.fields);
  return body.data === null ? [] : findJsonFaults(document, schema, body.data);
}

function describeFault(context: Context, request: AttributedRequest, fault: BodyFault, through: string): Report {
  switch (fault.kind) {
    case 'missing':
      return { messageId: 'missing', data: describeRequest(request, { field: fault.field }) };
    case 'value':
      return { messageId: 'value', data: describeRequest(request, { field: fault.field, expected: fault.expected, value: fault.value, through }) };
    default: {
      const { field, name, near, place } = fault;
      const edit: Edit | null = near === null ? null : editWord(context, place, name, near);
      return {
        messageId: near === null ? 'unknown' : 'misspelt',
        data: describeRequest(request, { field, near, through }),
        suggest: edit === null ? [] : [{ messageId: 'rename', data: { near }, fix: fixWith([edit]) }],
      };
    }
  }
}
