import path from 'node:path';
import { whyNoValue } from './app-headers.ts';
import { findRuntime } from './find-runtime.ts';
import { findHeadersObject } from './headers-module.ts';
import { nearest } from './module-kind.ts';
import { findOwnValue } from './own-values.ts';
import { productOf } from './product-of.ts';
import { shareModule } from './shared-module.ts';
import type { EditedFile } from '../rules/editable.ts';
import type { AttributedRequest } from '../rules/judge-request.ts';
import type { AppHeader, AppValues } from './app-headers.ts';
import type { CodemodOptions, CodemodProject } from './codemod.ts';
import type { Lack } from './header-places.ts';
import type { OwnValue } from './own-values.ts';
import type { SharedModule } from './shared-module.ts';

/** What a header that is lacking is written with in a file. */
export type HeaderValue =
  | { readonly kind: 'literal'; readonly name: string; readonly text: string }
  /** A constant of the program that has it already. */
  | { readonly kind: 'constant'; readonly name: string; readonly constant: OwnValue & { readonly kind: 'constant' } }
  /** A value of the app, which a shared module exports. */
  | { readonly kind: 'app'; readonly name: string; readonly header: AppHeader; readonly values: AppValues }
  | { readonly kind: 'none'; readonly reason: string };

/** Default names of what is made. */
const MODULE_NAME = 'plex-headers';
export const OBJECT_NAME = 'plexHeaders';

/** Finds the values of headers, and the modules that export them. */
export interface HeaderValues {
  readonly valueOf: (lack: Lack, file: EditedFile) => HeaderValue;
  /** The module that each of the files imports the app's values from; a text instead: why there is none. */
  readonly shareAmong: (users: readonly EditedFile[]) => (user: EditedFile) => SharedModule | string;
}

/** What headers are written with in a project: what the description demands, what the program has, what the app is. */
export function createHeaderValues(project: CodemodProject, requests: readonly AttributedRequest[], options: CodemodOptions): HeaderValues {
  const packages = groupByPackage(project, requests);
  const owns = new Map<string, OwnValue | null>();
  const known = new Map<string, AppValues>();
  const given = options['headers-module'];
  const others = [...new Set(requests.map(({ site }) => site.send.file))];

  const shareAmong: HeaderValues['shareAmong'] = (users) => {
    const isBrowser = (file: EditedFile): boolean => valuesFor(file).runtime === 'browser';
    const share = (name: string, some: readonly EditedFile[]): ReturnType<HeaderValues['shareAmong']> => shareModule(project, { given: typeof given === 'string' ? given : undefined, name, users: some, others });
    const elsewhere = users.filter((file) => !isBrowser(file));
    const packagesOfOthers = new Set(elsewhere.map(({ file }) => packageFolder(project, file)));
    const browsers = users.filter(isBrowser);
    const [node, alone, beside] = [share(MODULE_NAME, elsewhere), share(MODULE_NAME, browsers), share(`${MODULE_NAME}-browser`, browsers)];
    return (user) => (!isBrowser(user) ? node : packagesOfOthers.has(packageFolder(project, user.file)) ? beside : alone)(user);
  };

  function valuesFor({ file, ...rest }: EditedFile): AppValues {
    const before = known.get(file);
    if (before !== undefined) return before;
    const { runtime, product } = options;
    const named = productOf(project, file);
    const values: AppValues = {
      runtime: runtime === 'node' || runtime === 'browser' ? runtime : findRuntime(project, { file, ...rest }),
      product: typeof product === 'string' ? { name: product, version: named?.version ?? null, file: named?.file ?? path.join(project.root, 'package.json') } : named,
    };
    known.set(file, values);
    return values;
  }

  function ownOf(file: string, name: string): OwnValue | null {
    const folder = packageFolder(project, file);
    const key = `${folder} ${name.toLowerCase()}`;
    let own = owns.get(key);
    if (own === undefined) owns.set(key, (own = findOwnValue(project, packages.get(folder) ?? [], name)));
    return own;
  }

  function valueOf({ request, demand }: Lack, file: EditedFile): HeaderValue {
    const [first = ''] = demand.anyOf;
    if (demand.value !== null) return { kind: 'literal', name: first, text: demand.value };
    const facts = request.description.headers.filter(({ direction, name }) => direction === 'request' && demand.anyOf.some((one) => one.toLowerCase() === name.toLowerCase()));
    const fact = facts.find(({ source }) => source !== null) ?? facts[0];
    if (fact === undefined || fact.source === null) return none(`${first} is missing, and its value cannot be made up${describeSource(fact?.values ?? null)}. Send it from where the app keeps it.`);

    const own = ownOf(file.file, fact.name);
    const header: AppHeader = { name: fact.name, order: request.description.headers.indexOf(fact), value: own?.kind === 'literal' ? { text: own.text } : { source: fact.source } };
    const values = valuesFor(file);
    const module = shareAmong([file])(file);
    if (typeof module !== 'string' && hasHeader(module, fact.name)) return { kind: 'app', name: fact.name, header, values };
    if (own?.kind === 'other') return none(`${fact.name} is missing, and the app sends one of its own at ${print(project, own.place.file, own.place.start)}. Send the same.`);
    if (own?.kind === 'constant') {
      if (own.file === file.file || own.isExported) return { kind: 'constant', name: fact.name, constant: own };
      return none(`${fact.name} is missing, and the app has it in ${own.name} of ${path.relative(project.root, own.file)}, which is not exported. Export it, then run this again.`);
    }
    const reason = whyNoValue(header, values);
    return reason === null ? { kind: 'app', name: fact.name, header, values } : none(`${fact.name} is missing. ${reason}`);
  }

  return { valueOf, shareAmong };
}

function describeSource(values: string | null): string {
  return values === null ? '' : `: ${values}`;
}

function none(reason: string): HeaderValue {
  return { kind: 'none', reason };
}

function hasHeader(module: SharedModule, name: string): boolean {
  return findHeadersObject(module, OBJECT_NAME, [name]).names.some((known) => known.toLowerCase() === name.toLowerCase());
}

function groupByPackage(project: CodemodProject, requests: readonly AttributedRequest[]): Map<string, AttributedRequest[]> {
  const groups = new Map<string, AttributedRequest[]>();
  for (const request of requests) {
    const folder = packageFolder(project, request.site.send.file);
    groups.set(folder, [...(groups.get(folder) ?? []), request]);
  }
  return groups;
}

function packageFolder(project: CodemodProject, file: string): string {
  const found = nearest(project, file, 'package.json');
  return found === null ? project.root : path.dirname(found.file);
}

function print(project: CodemodProject, file: string, offset: number): string {
  const line = project.fileOf(file)?.text.slice(0, offset).split('\n').length;
  const name = path.relative(project.root, file).split(path.sep).join('/');
  return line === undefined ? name : `${name}:${String(line)}`;
}
