import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

export class Settings {
  constructor() {
    this.data = { clientId: randomUUID() };
  }

  load() {
    this.data = { ...this.data, ...JSON.parse(readFileSync('settings.json', 'utf8')) };
    writeFileSync('settings.json', JSON.stringify(this.data));
    return this.data;
  }
}
