import { readFileSync } from 'node:fs';

export const CLIENT_ID = readFileSync('.client-id', 'utf8').trim();
