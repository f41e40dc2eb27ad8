import { noOverwrittenHeaders } from '../../rules/no-overwritten-headers.ts';
import { createRuleTester } from './rule-tester.ts';

createRuleTester().run('no-overwritten-headers', noOverwrittenHeaders, {
  valid: [
    { name: 'a header behind the spread', code: "const all = { Accept: 'application/xml' }; await fetch(`${plexUrl}/hubs`, { headers: { ...all, Accept: 'application/json' } });" },
    { name: 'a spread of other headers', code: "const all = { 'X-Plex-Token': token }; await fetch(`${plexUrl}/hubs`, { headers: { Accept: 'application/json', ...all } });" },
    { name: 'a default that a caller replaces', code: "const get = (headers) => fetch(`${plexUrl}/hubs`, { headers: { Accept: 'application/json', ...headers } });\nawait get({ Accept: 'application/xml' });" },
    { name: 'a spread that has it sometimes', code: "await fetch(`${plexUrl}/hubs`, { headers: { Accept: 'application/json', ...(xml ? { Accept: 'application/xml' } : {}) } });" },
    { name: 'a spread that is not known', code: "await fetch(`${plexUrl}/hubs`, { headers: { Accept: 'application/json', ...defaults } });" },
  ],
  invalid: [
    {
      name: 'a header before a spread that has it',
      code: "const all = { Accept: 'application/xml' };\nawait fetch(`${plexUrl}/hubs`, { headers: {\n  Accept: 'application/json',\n  ...all } });",
      errors: [{ messageId: 'lost', line: 3 }],
    },
    {
      name: 'all headers before options that have their own',
      code: "const options = { headers: { Accept: 'application/json' } };\nawait fetch(`${plexUrl}/hubs`, { headers: { 'X-Plex-Token': token }, ...options });",
      errors: [{ messageId: 'lost', line: 2 }],
    },
  ],
});
