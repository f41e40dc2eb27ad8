import { plexUrl } from './config.js';
import { checkStatus } from './status-error.js';

export const machine = async () => {
  const { MediaContainer } = await checkStatus(await fetch(`${plexUrl}/identity`), 'GET').json();
  return MediaContainer.machineIdentifier;
};

export async function version() {
  return (await checkStatus(
    await fetch(`${plexUrl}/identity`), 'GET'
  ).json()).MediaContainer.version;
}
