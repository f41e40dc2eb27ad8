import { stableClientIdentifier } from '../../rules/stable-client-identifier.ts';
import { createRuleTester } from './rule-tester.ts';

/** A function that asks for the hubs with this identifier. */
function hubs(value: string, before = ''): string {
  return `export function hubs() { ${before}return fetch(\`\${plexUrl}/hubs\`, { headers: { 'X-Plex-Client-Identifier': ${value} } }); }`;
}

createRuleTester().run('stable-client-identifier', stableClientIdentifier, {
  valid: [
    { name: 'made when the module is loaded', code: `const id = crypto.randomUUID();\n${hubs('id')}` },
    { name: 'kept in a variable of the module', code: `let id;\n${hubs('id', 'id ??= crypto.randomUUID(); ')}` },
    { name: 'kept in the storage', code: hubs('id', "let id = localStorage.getItem('id'); if (!id) { id = crypto.randomUUID(); localStorage.setItem('id', id); } ") },
    { name: 'kept by somebody else, as far as can be seen', code: hubs('id', 'const id = crypto.randomUUID(); save(id); ') },
    { name: 'kept by the instance', code: "class Plex { id = crypto.randomUUID(); hubs() { return fetch(`${plexUrl}/hubs`, { headers: { 'X-Plex-Client-Identifier': this.id } }); } }" },
    { name: 'another header, which may be new each time', code: "export const hubs = () => fetch(`${plexUrl}/hubs`, { headers: { 'X-Plex-Session-Identifier': crypto.randomUUID() } });" },
    { name: 'an unknown function', code: hubs('clientId()') },
  ],
  invalid: [
    {
      name: 'where it is sent',
      code: hubs('crypto.randomUUID()'),
      errors: [{ messageId: 'madeAnew', line: 1, data: { name: 'X-Plex-Client-Identifier', operation: 'GET /hubs', through: '', wanted: ': random UUID created once and stored' } }],
    },
    { name: 'by a package', code: `import { v4 as uuid } from 'uuid';\n${hubs('`mine-${uuid()}`')}`, errors: [{ messageId: 'madeAnew', line: 2 }] },
    { name: 'by a function', code: `import { randomUUID } from 'node:crypto';\nconst makeId = () => randomUUID();\n${hubs('makeId()')}`, errors: [{ messageId: 'madeAnew', line: 3 }] },
    { name: 'by a constant for nothing else', code: hubs('id', 'const id = crypto.randomUUID(); '), errors: [{ messageId: 'madeAnew', line: 1 }] },
    {
      name: 'by a function that makes the headers',
      code: "const headers = () => ({ 'X-Plex-Client-Identifier': `${crypto.randomUUID()}` });\nexport const hubs = () => fetch(`${plexUrl}/hubs`, { headers: headers() });",
      errors: [{ messageId: 'madeAnew', line: 1 }],
    },
  ],
});
