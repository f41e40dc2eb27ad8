import { noWrongResponseFormat } from '../../rules/no-wrong-response-format.ts';
import { createRuleTester } from './rule-tester.ts';

/** A checked request of a section's items with this Accept, then `use`. */
function send(accept: string, use: string): string {
  return `const response = await fetch(\`\${plexUrl}/library/sections/1/all\`, { headers: { Accept: '${accept}' } }); if (!response.ok) throw new Error(); ${use}`;
}
const JSON_TYPE = 'application/json';
const XML_TYPE = 'application/xml';
const JSON_BODY = 'const { MediaContainer } = await response.json();';

createRuleTester().run('no-wrong-response-format', noWrongResponseFormat, {
  valid: [
    { name: 'JSON as JSON', code: send(JSON_TYPE, `${JSON_BODY} MediaContainer.Metadata;`) },
    { name: 'XML as XML', code: send(XML_TYPE, 'const { MediaContainer } = await parseXml(await response.text()); MediaContainer.Video[0].$;') },
    { name: 'a header that is not known', code: 'const response = await fetch(`${plexUrl}/hubs`, { headers }); (await response.json()).MediaContainer;' },
    { name: 'names of both, one for the other', code: send(JSON_TYPE, `${JSON_BODY} const items = MediaContainer.Metadata ?? MediaContainer.Video;`) },
    { name: 'an element that the JSON has as well', code: 'const response = await fetch(`${plexUrl}/library/sections/all`); (await response.json()).MediaContainer.Directory;' },
    { name: 'an API that answers in XML whatever is asked for', code: "const response = await fetch('https://plex.tv/api/resources', { headers: { Accept: 'application/json' } }); parseXml(await response.text());" },
  ],
  invalid: [
    { name: 'XML parsed as JSON', code: send(XML_TYPE, `${JSON_BODY} MediaContainer.size;`), errors: [{ messageId: 'notJson', line: 1 }] },
    { name: 'JSON parsed as XML', code: send(JSON_TYPE, 'parseXml(await response.text());'), errors: [{ messageId: 'notXml' }] },
    {
      name: 'an element of XML in JSON, with the edit',
      code: send(JSON_TYPE, `${JSON_BODY} MediaContainer.Video.length;`),
      errors: [
        {
          messageId: 'xmlName',
          data: { operation: 'GET /library/sections/{sectionId}/all', field: 'MediaContainer.Video', near: 'Metadata' },
          suggestions: [{ messageId: 'rename', data: { near: 'Metadata' }, output: send(JSON_TYPE, `${JSON_BODY} MediaContainer.Metadata.length;`) }],
        },
      ],
    },
    {
      name: 'attributes as XML parsers put them',
      code: send(JSON_TYPE, `${JSON_BODY} MediaContainer.$.size;`),
      errors: [{ messageId: 'xmlParser', data: { operation: 'GET /library/sections/{sectionId}/all', field: 'MediaContainer.$' } }],
    },
  ],
});
