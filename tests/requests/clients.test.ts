import { describe, expect, it } from 'vitest';
import { printText } from '../../requests/print-text.ts';
import { builtInClients } from '../../requests/clients/index.ts';
import type { ArgumentRole, CallShape, ClientModel, ConfigKeys } from '../../requests/client-model.ts';
import type { RequestSite } from '../../requests/request-site.ts';
import { namesIn, siteIn } from './memory-loader.ts';

/** One test over all rows: what a model says, a program that uses the client so must show. */
const URL_TEXT = 'http://host.example/a/b';

interface Subject {
  /** What stands before the call: imports, instances. */
  readonly before: string;
  /** The expression that is the client. */
  readonly client: string;
  /** Wraps the code that calls. */
  readonly wrap: (code: string) => string;
}

function subjectOf(model: ClientModel): Subject {
  const [module] = model.modules;
  const [global] = model.globals ?? [];
  const [injected] = model.injected ?? [];
  const inFunction = (code: string): string => `export async function send() { ${code} }`;
  if (module !== undefined) return { before: `import client from '${module}';`, client: 'client', wrap: inFunction };
  if (global !== undefined) return { before: '', client: global, wrap: inFunction };
  return { before: '', client: injected ?? '', wrap: (code) => `export async function send(${injected ?? ''}) { ${code} }` };
}

type Options = Readonly<Record<string, string>>;

/** `{ a: 1, params: { query: 2 } }` of names with dots. */
function objectOf(options: Options): string {
  const groups = new Map<string, string[]>();
  for (const [key, value] of Object.entries(options)) {
    const [outer = key, ...inner] = key.split('.');
    groups.set(outer, [...(groups.get(outer) ?? []), inner.length === 0 ? value : `'${inner.join('.')}': ${value}`]);
  }
  const isNested = (outer: string): boolean => !(outer in options);
  return `{ ${[...groups].map(([outer, values]) => `'${outer}': ${isNested(outer) ? `{ ${values.join(', ')} }` : values.join('')}`).join(', ')} }`;
}

function argumentFor(role: ArgumentRole, url: string, options: Options): string {
  switch (role) {
    case 'url': case 'suffix': case 'urlOrConfig': return `'${url}'`;
    case 'config': case 'configOrCallback': return objectOf(options);
    case 'body': case 'bodyOrCallback': return '{ field: 1 }';
    case 'query': case 'queryOrCallback': return '{ asked: 1 }';
    case 'headers': case 'nameOrHeaders': return "{ 'X-Given': '1' }";
    case 'nameOrQuery': return '{ asked: 1 }';
    case 'method': return "'PUT'";
    case 'callback': return '() => undefined';
    default: return 'undefined';
  }
}

/** Whether a call says by itself where it goes. */
function hasUrl(model: ClientModel, shape: CallShape): boolean {
  return shape.args.some((role) => role === 'url' || role === 'suffix' || role === 'urlOrConfig') || (shape.args.some(isConfig) && model.config.url !== undefined);
}

function isConfig(role: ArgumentRole): boolean {
  return role === 'config' || role === 'configOrCallback';
}

/** A program that sends one request: through `shape`, called as `callee` says, with these options. */
function programOf(model: ClientModel, shape: CallShape, member: string | null, options: Options = {}, url = URL_TEXT): string {
  const subject = subjectOf(model);
  const opener = Object.entries(model.setters ?? {}).find(([, setter]) => setter.args.includes('url'));
  const isOpened = !hasUrl(model, shape) && opener !== undefined;
  const target = isOpened ? 'opened' : model.factories?.call === undefined ? subject.client : `${subject.client}()`;
  const needsUrl = !shape.args.some((role) => role === 'url' || role === 'suffix' || role === 'urlOrConfig');
  const own = needsUrl && model.config.url?.[0] !== undefined && !isOpened ? { [model.config.url[0]]: `'${url}'`, ...options } : options;
  const args = shape.args.map((role) => argumentFor(role, url, own)).join(', ');
  const open = isOpened ? `const opened = new ${subject.client}(); opened.${opener[0]}(${opener[1].args.map((role) => argumentFor(role, url, own)).join(', ')});` : '';
  const call = shape === model.construct ? `new ${target}(${args})` : `${target}${member === null ? '' : `.${member}`}(${args})`;
  return `${subject.before}\n${subject.wrap(`${open} const answer = await ${call}; use(answer);`)}`;
}

/** The calls of a model that send, by the name that a test shows. */
function callsOf(model: ClientModel): readonly (readonly [string, string | null, CallShape])[] {
  return [
    ...(model.call === undefined ? [] : [['the call', null, model.call] as const]),
    ...(model.construct === undefined ? [] : [['new', null, model.construct] as const]),
    ...Object.entries(model.members ?? {}).map(([name, shape]) => [name, name, shape] as const),
  ];
}

/** A call that takes a configuration and leaves the method to it, or, if there is none, any that takes one. */
function carrierOf(model: ClientModel): readonly [string | null, CallShape] | null {
  const able = callsOf(model).filter(([, , shape]) => shape.args.some(isConfig));
  const [best] = [...able.filter(([, , shape]) => shape.method === undefined && !shape.args.includes('method')), ...able.filter(([, , shape]) => !shape.args.includes('body')), ...able];
  return best === undefined ? null : [best[1], best[2]];
}

function pathOf(site: RequestSite): string | null {
  return site.path === null ? null : printText(site.path);
}

function expectedMethod(model: ClientModel, shape: CallShape): string {
  const opener = Object.values(model.setters ?? {}).find((setter) => setter.args.includes('url'));
  const isNamed = shape.args.includes('method') || (!hasUrl(model, shape) && opener?.args.includes('method') === true);
  return shape.method ?? (isNamed ? 'PUT' : model.method ?? 'GET');
}

const named = builtInClients.map((model) => [model.name, model] as const);

it('has no two rows of one name, and a page for each', () => {
  expect(new Set(named.map(([name]) => name)).size).toBe(named.length);
  for (const [, model] of named) expect(model.docs).toMatch(/^https:\/\//);
});

describe.each(named)('%s', (_, model) => {
  it.each(callsOf(model))('sends by %s', (__, member, shape) => {
    const site = siteIn(programOf(model, shape, member));
    expect(site.client).toBe(model.name);
    expect(pathOf(site)).toBe('/a/b');
    expect(site.method).toBe(expectedMethod(model, shape));
    expect(site.base.host).toBe('host.example');
    const direct = shape.args.filter((role) => role === 'query' || role === 'queryOrCallback').length > 0;
    if (direct) expect(namesIn(site.query)).toBe('asked');
    const response = shape.response ?? model.response;
    const status = response === 'stream' ? null : model.throwsOnErrorStatus ? 'thrown' : site.handling.status;
    expect(site.handling.status).toBe(status);
    expect(site.handling.status === 'thrown').toBe(model.throwsOnErrorStatus && response !== 'stream');
  });

  it.each([...model.modules])('is found in %s', (module) => {
    const [first] = callsOf(model);
    if (first === undefined) return;
    const program = programOf(model, first[2], first[1]);
    expect(siteIn(program.replace(/from '[^']+'/, `from '${module}'`)).client).toBe(model.name);
    expect(siteIn(program.replace(/import client from '[^']+'/, `const client = require('${module}')`), 'main.js').client).toBe(model.name);
  });

  it.each([...(model.globals ?? [])])('is the global %s, and not where a variable hides it', (global) => {
    const [first] = callsOf(model);
    if (first === undefined) return;
    const program = programOf(model, first[2], first[1]).replace(/import client from '[^']+';/, '').replace(/\bclient\b/g, global);
    expect(siteIn(program).client).toBe(model.name);
    expect(() => siteIn(`const ${global} = local();\n${program}`)).toThrow('One request expected, 0 found');
  });

  const carrier = carrierOf(model);
  const rows = carrier === null ? [] : configRows(model.config, carrier[1]);
  it.each(rows)('takes %s from its configuration', (key, value, check) => {
    if (carrier === null) return;
    const [member, shape] = carrier;
    check(siteIn(programOf(model, shape, member, { [key]: value })), siteIn(programOf(model, shape, member)));
  });

  const configured = Object.entries(model.factories ?? {}).filter(([, factory]) => typeof factory === 'number');
  const [sample] = Object.entries(model.members ?? {}).filter(([, shape]) => hasUrl(model, shape) && !shape.args.includes('method'));
  it.each(configured)('keeps what %s was given', (name, index) => {
    if (sample === undefined || model.config.headers?.[0] === undefined || model.setters !== undefined) return;
    const { before, client, wrap } = subjectOf(model);
    const base = model.config.base?.[0];
    const options = objectOf({ [model.config.headers[0]]: "{ 'X-Made': '1' }", ...(base === undefined ? {} : { [base]: "'http://made.example/'" }) });
    const args = [...Array<string>(Number(index)).fill('undefined'), options].join(', ');
    const make = name === 'new' ? `new ${client}(${args})` : name === 'call' ? `${client}(${args})` : /^[A-Z]/.test(name) ? `new ${client}.${name}(${args})` : `${client}.${name}(${args})`;
    const call = `made.${sample[0]}(${sample[1].args.map((role) => argumentFor(role, base === undefined ? URL_TEXT : 'a/b', model.config.url === undefined ? {} : { [model.config.url[0] ?? 'url']: "'a/b'" })).join(', ')})`;
    const site = siteIn(`${before}\nconst made = ${make};\n${wrap(`use(await ${call});`)}`);
    expect(namesIn(site.headers)).toContain('X-Made');
    if (base !== undefined) expect(site.base.host).toBe('made.example');
  });

  it('sends what its defaults say', () => {
    const [first] = callsOf(model);
    if (model.defaults === undefined || first === undefined || model.injected !== undefined) return;
    const { client } = subjectOf(model);
    const program = programOf(model, first[2], first[1]).replace('export', `${client}.${model.defaults}.headers['X-Default'] = '1';\nexport`);
    expect(namesIn(siteIn(program).headers)).toContain('X-Default');
  });

  it.each(model.implies ?? [])('sends $header for the option $option', ({ option, equals, header }) => {
    if (carrier === null) return;
    const [member, shape] = carrier;
    expect(namesIn(siteIn(programOf(model, shape, member, { [option]: equals === undefined ? 'true' : `'${equals}'` })).headers)).toContain(header);
    expect(namesIn(siteIn(programOf(model, shape, member, { [option]: equals === undefined ? 'false' : "'arraybuffer'" })).headers)).not.toContain(header);
  });

  it('says what the library accepts', () => {
    const [first] = callsOf(model).filter(([, , shape]) => shape.accept === undefined && shape.method !== 'POST');
    if (first === undefined) return;
    expect(siteIn(programOf(model, first[2], first[1])).clientAccept).toBe(model.accepts?.always ?? null);
  });
});

type Check = (given: RequestSite, without: RequestSite) => void;

/** Each key of a configuration with a value for it, and what the value must change. */
function configRows(config: ConfigKeys, shape: CallShape): readonly (readonly [string, string, Check])[] {
  const each = (keys: readonly string[] | undefined, value: string, check: Check): readonly (readonly [string, string, Check])[] => (keys ?? []).map((key) => [key, value, check] as const);
  const isFree = shape.method === undefined && !shape.args.includes('method');
  return [
    ...each(config.query, '{ asked: 1 }', (site) => { expect(namesIn(site.query)).toBe('asked'); }),
    ...each(config.headers, "{ 'X-Given': '1' }", (site, without) => {
      expect(namesIn(site.headers)).toContain('X-Given');
      expect(namesIn(without.headers)).not.toContain('X-Given');
    }),
    ...each(isFree ? config.method : [], "'put'", (site, without) => { expect([site.method, without.method]).toEqual(['PUT', 'GET']); }),
    ...each(config.timeout, '5000', (site, without) => { expect([site.handling.timeout, without.handling.timeout]).toEqual([true, false]); }),
    ...each(config.signal, 'AbortSignal.timeout(5000)', (site, without) => { expect([site.handling.timeout, without.handling.timeout]).toEqual([true, false]); }),
    ...each(config.retry, '3', (site, without) => { expect([site.handling.retry, without.handling.retry]).toEqual([true, false]); }),
    ...each(config.throws, 'false', (site) => { expect(site.handling.status).not.toBe('thrown'); }),
    ...each(config.forgives, 'true', (site) => { expect(site.handling.status).not.toBe('thrown'); }),
    ...each(config.hooks, 'change', (site, without) => { expect([site.headers.open, without.headers.open]).toEqual([true, false]); }),
    ...each(shape.args.some((role) => role.startsWith("body")) || !isFree ? [] : [...(config.json ?? []), ...(config.form ?? [])], '{ field: 1 }', (site, without) => {
      expect(site.body?.fields === null || site.body === null ? '' : namesIn(site.body.fields)).toBe('field');
      expect(without.body).toBeNull();
    }),
    ...each(config.base, "'http://base.example'", (site) => { expect(site.base.host).toBe('host.example'); }),
  ];
}
