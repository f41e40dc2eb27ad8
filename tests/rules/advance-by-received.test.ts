import { advanceByReceived } from '../../rules/advance-by-received.ts';
import { createRuleTester } from './rule-tester.ts';

const loop = (step: string, size = 'size'): string => `export async function all(plexUrl, size) {
  let start = 0;
  for (;;) {
    const response = await fetch(\`\${plexUrl}/library/sections/1/all\`, { headers: { 'X-Plex-Container-Start': String(start), 'X-Plex-Container-Size': String(${size}) } });
    const { MediaContainer } = await response.json();
    if (MediaContainer.Metadata.length === 0) return;
    ${step}
  }
}`;

createRuleTester().run('advance-by-received', advanceByReceived, {
  valid: [
    { name: 'by what was received', code: loop('start += MediaContainer.Metadata.length;') },
    { name: 'by something else that is not known', code: loop('start += step;') },
    { name: 'by a number that is not the size', code: loop('start += 50;', '100') },
    { name: 'by one or the other: it is not certain', code: loop('if (x) start += size; else start += MediaContainer.Metadata.length;') },
    { name: 'pages that are asked for all at once', code: "export async function all(plexUrl, size, total) { const pages = []; for (let start = 0; start < total; start += size) pages.push(fetch(`${plexUrl}/library/sections/1/all`, { headers: { 'X-Plex-Container-Start': String(start), 'X-Plex-Container-Size': String(size) } })); return Promise.all(pages); }" },
  ],
  invalid: [
    { name: 'by the size that is asked for', code: loop('start += size;'), errors: [{ messageId: 'bySize', line: 7 }] },
    { name: 'by the same number', code: loop('start += 100;', '100'), errors: [{ messageId: 'bySize', line: 7 }] },
    {
      name: 'in the head of a loop, with the page in the query',
      code: 'export async function all(plexUrl, size, total) {\n  for (let start = 0; start < total; start += size) {\n    await fetch(`${plexUrl}/library/sections/1/all?X-Plex-Container-Start=${start}&X-Plex-Container-Size=${size}`);\n  }\n}',
      errors: [{ messageId: 'bySize', line: 2 }],
    },
  ],
});
