/** The three files of a new rule, by path. `description` starts with Disallow, Require, Enforce or Prefer. */
export function ruleFiles(name: string, description: string): Readonly<Record<string, string>> {
  return {
    [`rules/${name}.ts`]: ruleFile(name, description),
    [`tests/rules/${name}.test.ts`]: testFile(name),
    [`docs/rules/${name}.md`]: docFile(),
  };
}

/** `no-wrong-method` is exported as `noWrongMethod`. */
export function exportName(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function ruleFile(name: string, description: string): string {
  return `import { defineRule } from './define-rule.ts';
import { describeRequest } from './describe-request.ts';
import { locateRequest } from './locate.ts';
import { visitRequests } from './visit-requests.ts';

type MessageId = 'found';

export const ${exportName(name)} = defineRule<[], MessageId>({
  name: '${name}',
  meta: {
    type: 'problem',
    docs: { description: '${description}', recommended: 'off', strict: 'warn' },
    schema: [],
    messages: {
      found: '{{operation}} is what this rule is about.',
    },
  },
  create(context) {
    return visitRequests(context, (request) => {
      if (request.operation === null) return;

      context.report({ loc: locateRequest(context, request.site), messageId: 'found', data: describeRequest(request) });
    });
  },
});
`;
}

function testFile(name: string): string {
  return `import { ${exportName(name)} } from '../../rules/${name}.ts';
import { createRuleTester } from './rule-tester.ts';

createRuleTester().run('${name}', ${exportName(name)}, {
  valid: [{ name: 'sends no request', code: 'export const plexUrl = 1;' }],
  invalid: [
    {
      name: 'an operation',
      code: 'await fetch(\`\${plexUrl}/identity\`);',
      errors: [{ messageId: 'found', line: 1 }],
    },
  ],
});
`;
}

function docFile(): string {
  return `<!-- begin header -->
<!-- end header -->

## What and why

## Incorrect

\`\`\`js
await fetch(\`\${plexUrl}/identity\`);
\`\`\`

## Correct

\`\`\`js
export const plexUrl = 1;
\`\`\`

## Options

<!-- begin options -->
<!-- end options -->

## When not to use it

## Related
`;
}
