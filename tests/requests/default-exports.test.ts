import { expect, it } from 'vitest';
import { linesIn } from './memory-loader.ts';

it.each([
  ['a named function', "export default async function page() { await fetch('http://plex:32400/hubs'); }"],
  ['a function without a name', "export default async function () { await fetch('http://plex:32400/hubs'); }"],
  ['an arrow function', "export default async () => { await fetch('http://plex:32400/hubs'); };"],
  ['a named class', "export default class Page { load() { return fetch('http://plex:32400/hubs'); } }"],
  ['a class without a name', "export default class { load() { return fetch('http://plex:32400/hubs'); } }"],
  ['an object', "export default { load: () => fetch('http://plex:32400/hubs') };"],
  ['a call', "export default defineHandler(async () => { await fetch('http://plex:32400/hubs'); });"],
  ['a function named apart', "async function page() { await fetch('http://plex:32400/hubs'); } export default page;"],
])('finds what the default export of a file sends that nobody imports: %s', (_, code) => {
  expect(linesIn(code)).toEqual(['GET /hubs']);
});
