import axios from 'axios';
import { config } from '../config.ts';

interface Pin {
  readonly id: number;
  readonly code: string;
  readonly authToken: string | null;
}

const headers = {
  Accept: 'application/json',
  'X-Plex-Client-Identifier': config.clientIdentifier,
  'X-Plex-Product': 'Living Room Dashboard',
};

/** Asks for a PIN that the user types in at plex.tv/link. */
export async function requestPin(): Promise<Pin> {
  const { data } = await axios.post<Pin>('https://plex.tv/api/v2/pins', null, { headers, timeout: 10_000 });
  return data;
}

/** The token, once the user has typed in the PIN; null until then. */
export async function readToken(pin: Pin): Promise<string | null> {
  const { data } = await axios.get<Pin>(`https://plex.tv/api/v2/pins/${pin.id}`, { headers, timeout: 10_000 });
  return data.authToken;
}
