import { readFileSync } from 'node:fs';

interface Settings {
  clientId: string;
}

let settings: Settings | undefined;

export function getSettings(): Settings {
  settings ??= JSON.parse(readFileSync('settings.json', 'utf8')) as Settings;
  return settings;
}
