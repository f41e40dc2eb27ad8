import { noStreamTimeout } from '../../rules/no-stream-timeout.ts';
import { createRuleTester } from './rule-tester.ts';

createRuleTester().run('no-stream-timeout', noStreamTimeout, {
  valid: [
    { name: 'no limit', code: 'await fetch(`${plexUrl}/library/parts/1/2/file.mkv`);' },
    { name: 'a limit until the answer begins', code: "import got from 'got'; got.stream(`${plexUrl}/library/parts/1/2/file.mkv`, { timeout: { response: 5000, socket: 5000 } });" },
    { name: 'a limit that starts anew with each piece', code: "import axios from 'axios'; await axios.get(`${plexUrl}/library/parts/1/2/file.mkv`, { timeout: 5000 });" },
    { name: 'no stream', code: 'await fetch(`${plexUrl}/hubs`, { signal: AbortSignal.timeout(5000) });' },
  ],
  invalid: [
    {
      name: 'a limit on all of it, at the limit',
      code: 'await fetch(`${plexUrl}/library/parts/1/2/file.mkv`, {\n  signal: AbortSignal.timeout(5000),\n});',
      errors: [{ messageId: 'cut', line: 2, data: { operation: 'GET /library/parts/{partId}/{changestamp}/{filename}', at: '' } }],
    },
    {
      name: 'of got',
      code: "import got from 'got'; got.stream(`${plexUrl}/library/parts/1/2/file.mkv`, { timeout: { request: 5000 } });",
      errors: [{ messageId: 'cut' }],
    },
    {
      name: 'by a wrapper, for two streams: once',
      code: 'const open = (path) => fetch(`${plexUrl}${path}`, { signal: AbortSignal.timeout(5000) });\nawait open("/:/eventsource/notifications");\nawait open("/library/parts/1/2/file.mkv");\nawait open("/hubs");',
      errors: [{ messageId: 'cut', line: 1 }],
    },
  ],
});
