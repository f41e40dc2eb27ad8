import { plexUrl } from './config.js';

export const machine = async () => {
  const { MediaContainer } = await (await fetch(`${plexUrl}/identity`)).json();
  return MediaContainer.machineIdentifier;
};

export async function version() {
  return (await (
    await fetch(`${plexUrl}/identity`)
  ).json()).MediaContainer.version;
}
