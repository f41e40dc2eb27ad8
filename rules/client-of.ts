import { builtInClients } from '../requests/clients/index.ts';
import type { ClientModel } from '../requests/client-model.ts';
import type { RequestSite } from '../requests/request-site.ts';

const models: ReadonlyMap<string, ClientModel> = new Map(builtInClients.map((model) => [model.name, model]));

/** What is known of the client that sends a request; null for one that the user declares. */
export function clientOf({ client }: RequestSite): ClientModel | null {
  return models.get(client) ?? null;
}
