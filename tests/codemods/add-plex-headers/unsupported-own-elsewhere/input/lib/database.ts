import { db } from 'some-database';

export async function getClientId(): Promise<string> {
  return (await db.settings.first()).clientId;
}
