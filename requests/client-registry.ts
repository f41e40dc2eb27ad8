import type { ClientModel, HandThrough } from './client-model.ts';
import { builtInClients, handThroughs } from './clients/index.ts';

/** Finds client models by what a program calls them. */
export interface ClientRegistry {
  readonly models: readonly ClientModel[];
  readonly byModule: ReadonlyMap<string, ClientModel>;
  readonly byGlobal: ReadonlyMap<string, ClientModel>;
  readonly byType: ReadonlyMap<string, ClientModel>;
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
  const through = new Map(handThroughs.map((row) => [`${row.module} ${row.name}`, row]));
  return { models, byModule, byGlobal, byType, handThrough: (module, name) => through.get(`${module} ${name}`) ?? null };
}
