import { noTokenLiteral } from '../../rules/no-token-literal.ts';
import { createRuleTester } from './rule-tester.ts';

// made up
const TOKEN = 'q7Rk2vX9_bN4mZ8wL-pD';

createRuleTester().run('no-token-literal', noTokenLiteral, {
  valid: [
    { name: 'from the environment', code: "await fetch(`${plexUrl}/hubs`, { headers: { 'X-Plex-Token': process.env.PLEX_TOKEN } });" },
    { name: 'a placeholder', code: "await fetch(`${plexUrl}/hubs`, { headers: { 'X-Plex-Token': 'YOUR_PLEX_TOKEN_HERE' } });" },
    { name: 'twenty letters of an identifier', code: "const headers = { 'X-Plex-Token': plexAuthenticationTk }; await fetch(`${plexUrl}/hubs`, { headers });" },
    { name: 'a token of another length is none of this API', code: "await fetch(`${plexUrl}/hubs`, { headers: { 'X-Plex-Token': 'q7Rk2vX9' } });" },
    { name: 'x after x', code: "await fetch(`${plexUrl}/hubs?X-Plex-Token=xxxxxxxxxxxxxxxxxxx1`);" },
    { name: 'in a comment', code: `// fetch(plexUrl + '?X-Plex-Token=${TOKEN}')\nconst a = 1;` },
    { name: 'another value that looks alike', code: `await fetch(\`\${plexUrl}/hubs\`, { headers: { 'X-Plex-Client-Identifier': '${TOKEN}' } });` },
  ],
  invalid: [
    {
      name: 'in a header',
      code: `await fetch(\`\${plexUrl}/hubs\`, { headers: { 'X-Plex-Token': '${TOKEN}' } });`,
      errors: [{ messageId: 'literal', line: 1, data: { name: 'X-Plex-Token' } }],
    },
    {
      name: 'through a constant: shown where it is written',
      code: `const secret = '${TOKEN}';\nawait fetch(\`\${plexUrl}/hubs\`, { headers: { 'X-Plex-Token': secret } });`,
      errors: [{ messageId: 'literal', line: 1 }],
    },
    {
      name: 'in a URL that is no request',
      code: `const plexPoster = '/library/metadata/1/thumb?width=1&X-Plex-Token=${TOKEN}&height=2';`,
      errors: [{ messageId: 'literal', line: 1 }],
    },
    {
      name: 'set on an object',
      code: `const plex = {}; plex['X-Plex-Token'] = "${TOKEN}";`,
      errors: [{ messageId: 'literal', line: 1 }],
    },
    {
      name: 'a key of an API that says nothing of its form',
      code: "await fetch('https://api.other.example/things/1', { headers: { 'X-Other-Key': '9f86d081884c7d659a2feaa0c55ad015' } });",
      settings: { 'plex-api': { descriptions: ['tests/rules/fixtures/other-api.yaml'] } },
      errors: [{ messageId: 'literal', line: 1, data: { name: 'X-Other-Key' } }],
    },
  ],
});
