import path from 'node:path';
import { whyNoValue } from './app-headers.ts';
import { findRuntime } from './find-runtime.ts';
import { findHeadersObject } from './headers-module.ts';
import { nearest } from './module-kind.ts';
import { chooseOwnValue } from './choose-own-value.ts';
import { whyNotImport } from './may-import.ts';
import { findOwnUses, ownValueOf } from './own-values.ts';
import { productOf } from './product-of.ts';
import { shareModule } from './shared-module.ts';
import { groupBy } from '../rules/group-by.ts';
import type { EditedFile } from '../rules/editable.ts';
import type { AttributedRequest } from '../rules/judge-request.ts';
import type { AppHeader, AppValues } from './app-headers.ts';
import type { CodemodOptions, CodemodProject } from './codemod.ts';
import type { Lack } from './header-places.ts';
import type { Runtime } from './find-runtime.ts';
import type { OwnUse, OwnValue } from './own-values.ts';
import type { SharedModule } from './shared-module.ts';
import type { PrintedValue, Target } from './value-at.ts';

/** What a header that is lacking is written with in a file. */
export type HeaderValue =
  | { readonly kind: 'literal'; readonly name: string; readonly text: string }
  /** A constant of the program that has it already. */
  | { readonly kind: 'constant'; readonly name: string; readonly constant: OwnValue & { readonly kind: 'constant' } }
  /** A value of the app, which a shared module exports. */
  | { readonly kind: 'app'; readonly name: string; readonly header: AppHeader; readonly values: AppValues }
  /** What the program sends elsewhere, as an expression. Its code is known where its place is. */
  | { readonly kind: 'own'; readonly name: string; readonly printed: PrintedValue | null }
  | { readonly kind: 'none'; readonly reason: string };

/** Default names of what is made. */
const MODULE_NAME = 'plex-headers';
export const OBJECT_NAME = 'plexHeaders';

/** Finds the values of headers, and the modules that export them. */
export interface HeaderValues {
  /** Without a place: a value that may be had somewhere in the file. */
  readonly valueOf: (lack: Lack, file: EditedFile, target?: Target) => HeaderValue;
  /** The module that each of the files imports the app's values from; a text instead: why there is none. */
  readonly shareAmong: (users: readonly EditedFile[]) => (user: EditedFile) => SharedModule | string;
}

/** What headers are written with in a project: what the description demands, what the program has, what the app is. */
export function createHeaderValues(project: CodemodProject, requests: readonly AttributedRequest[], options: CodemodOptions): HeaderValues {
  const packages = groupBy(requests, ({ site }) => packageFolder(project, site.send.file));
  const owns = new Map<string, readonly OwnUse[]>();
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

  function usesOf(file: EditedFile, name: string): readonly OwnUse[] {
    const folder = packageFolder(project, file.file);
    const key = `${folder} ${name.toLowerCase()}`;
    let own = owns.get(key);
    if (own === undefined) owns.set(key, (own = findOwnUses(project, packages.get(folder) ?? [], name).filter(({ request, place }) => request !== null || packageFolder(project, place.file) === folder)));
    const { runtime } = valuesFor(file);
    return own.filter(({ place }) => isBeside(runtime, project.fileOf(place.file)));
  }

  /** Whether a file may run where the other does: a browser has an identity of its own. */
  function isBeside(runtime: Runtime | null, file: EditedFile | null): boolean {
    const other = file === null ? null : valuesFor(file).runtime;
    return runtime === null || other === null || runtime === other;
  }

  function valueOf({ request, demand }: Lack, file: EditedFile, target?: Target): HeaderValue {
    const [first = ''] = demand.anyOf;
    if (demand.value !== null) return { kind: 'literal', name: first, text: demand.value };
    const facts = request.description.headers.filter(({ direction, name }) => direction === 'request' && demand.anyOf.some((one) => one.toLowerCase() === name.toLowerCase()));
    const fact = facts.find(({ source }) => source !== null) ?? facts[0];
    if (fact === undefined || fact.source === null) return none(`${first} is missing, and its value cannot be made up${describeSource(fact?.values ?? null)}. Send it from where the app keeps it.`);

    const uses = usesOf(file, fact.name);
    const own = ownValueOf(uses);
    const header: AppHeader = { name: fact.name, order: request.description.headers.indexOf(fact), value: own?.kind === 'literal' ? { text: own.text } : { source: fact.source } };
    const values = valuesFor(file);
    const module = shareAmong([file])(file);
    if (typeof module !== 'string' && hasHeader(module, fact.name)) return { kind: 'app', name: fact.name, header, values };
    const place = own?.kind === 'other' ? print(project, own.place.file, own.place.start) : '';
    if (own?.kind === 'other') {
      const chosen = chooseOwnValue(project, uses, target ?? null);
      if (typeof chosen !== 'string') return { kind: 'own', name: fact.name, printed: chosen };
      return none(`${fact.name} is missing, and the app sends one of its own at ${place}${chosen === '' ? '' : `, but ${chosen}`}. Send the same.`);
    }
    if (own?.kind === 'constant') {
      const why = own.file === file.file ? null : own.isExported ? whyNotImport(project, file, own.file) : 'it is not exported';
      if (why === null) return { kind: 'constant', name: fact.name, constant: own };
      return none(`${fact.name} is missing, and the app has it in ${own.name} of ${path.relative(project.root, own.file)}, but ${why}. ${own.isExported ? 'Send the same' : 'Export it, then run this again'}.`);
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

function packageFolder(project: CodemodProject, file: string): string {
  const found = nearest(project, file, 'package.json');
  return found === null ? project.root : path.dirname(found.file);
}

function print(project: CodemodProject, file: string, offset: number): string {
  const line = project.fileOf(file)?.text.slice(0, offset).split('\n').length;
  const name = path.relative(project.root, file).split(path.sep).join('/');
  return line === undefined ? name : `${name}:${String(line)}`;
}
