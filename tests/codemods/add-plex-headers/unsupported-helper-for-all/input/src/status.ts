import { fetchText } from './http';

export const isThere = (plexUrl: string): Promise<string> => fetchText(`${plexUrl}/identity`);
