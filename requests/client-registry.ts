import type { ClientModel, HandThrough } from './client-model.ts';
import { builtInClients, handThroughs } from './clients/index.ts';

/** Finds client models by what a program calls them. */
export interface ClientRegistry {
  readonly models: readonly ClientModel[];
  readonly byModule: ReadonlyMap<string, ClientModel>;
  readonly byGlobal: ReadonlyMap<string, ClientModel>;
  readonly byType: ReadonlyMap<string, ClientModel>;
  /** Models that a parameter of this name is filled with. */
  readonly byParameter: ReadonlyMap<string, ClientModel>;
  /** The declared model of a module, by the specifier as written or the file that it means; null when there is none. */
  readonly declaredAt: (source: string, file: string | null) => ClientModel | null;
  /** True for a model that the user has declared: it is known better than the source. */
  readonly isDeclared: (model: ClientModel) => boolean;
  readonly handThrough: (module: string, name: string) => HandThrough | null;
}

/** Models given by the user come first. */
export function createClientRegistry(own: readonly ClientModel[] = []): ClientRegistry {
  const models = [...own, ...builtInClients];
  const byModule = new Map<string, ClientModel>();
  const byGlobal = new Map<string, ClientModel>();
  const byType = new Map<string, ClientModel>();
  for (const model of [...models].reverse()) {
    for (const name of model.modules) byModule.set(name, model);
    for (const name of model.globals ?? []) byGlobal.set(name, model);
    for (const name of model.types ?? []) byType.set(name, model);
  }
  const byParameter = new Map(models.flatMap((model) => (model.injected ?? []).map((name) => [name, model] as const)));
  const declared = new Map(own.flatMap((model) => model.modules.map((name) => [withoutExtension(name), model] as const)));
  const through = new Map(handThroughs.map((row) => [`${row.module} ${row.name}`, row]));
  return {
    models, byModule, byGlobal, byType, byParameter, isDeclared: (model) => own.includes(model),
    declaredAt: (source, file) => (declared.size === 0 ? null : declared.get(withoutExtension(source)) ?? (file === null ? undefined : declared.get(withoutExtension(file))) ?? null),
    handThrough: (module, name) => through.get(`${module} ${name}`) ?? null,
  };
}

/** `./lib/sdk`, `./lib/sdk.ts` and `./lib/sdk/index.ts` are one module. */
function withoutExtension(name: string): string {
  return name.replaceAll('\\', '/').replace(/(?<=\/[^/]+|^[^/]+)\.[cm]?[jt]sx?$/, '').replace(/\/index$/, '');
}
