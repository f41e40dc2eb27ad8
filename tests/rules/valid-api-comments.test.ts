import { validApiComments } from '../../rules/valid-api-comments.ts';
import { createRuleTester } from './rule-tester.ts';

createRuleTester().run('valid-api-comments', validApiComments, {
  valid: [
    { name: 'a description', code: '/* plex-api: plex-media-server */ const client = axios.create({});' },
    { name: 'one of its hosts, with a reason', code: '// plex-api: plex.tv -- signs in\nfetch(url);' },
    { name: 'none of them', code: 'fetch(url); // plex-api: none' },
    { name: 'a sentence that only begins like one', code: '// plex-api: the package that we used before\nfetch(url);' },
    { name: 'a text, not a comment', code: "const note = '/* plex-api: plex-media-sever */';" },
    { name: 'a description that the settings list', code: '// plex-api: other-api\nfetch(url);', settings: { 'plex-api': { descriptions: ['./tests/rules/fixtures/other-api.yaml'] } } },
    { name: 'one that is built in, although the settings list others', code: '// plex-api: plex-tv\nfetch(url);', settings: { 'plex-api': { descriptions: ['plex-media-server'] } } },
  ],
  invalid: [
    {
      name: 'a name that is misspelt',
      code: '/* plex-api: plex-media-sever */ const client = axios.create({});',
      errors: [{ messageId: 'unknown', data: { mistake: "There is no API 'plex-media-sever'. Did you mean 'plex-media-server'?" }, column: 1, endColumn: 33 }],
    },
    {
      name: 'a name of nothing, in a comment of several lines',
      code: '/**\n * plex-api: jellyfin\n */\nexport class Client {}',
      errors: [{ messageId: 'unknown', line: 1, endLine: 3 }],
    },
  ],
});
