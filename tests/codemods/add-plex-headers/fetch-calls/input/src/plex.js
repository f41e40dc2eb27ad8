import { config } from './config.js';

// What is on now.
export async function readSessions() {
  const response = await fetch(`${config.plexUrl}/status/sessions`, {
    headers: { 'X-Plex-Token': config.token }, // the owner's
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.json();
}

export async function isThere() {
  const { ok } = await fetch(`${config.plexUrl}/identity`);
  return ok;
}

export async function refresh(id) {
  const response = await fetch(`${config.plexUrl}/library/sections/${id}/refresh?X-Plex-Token=${config.token}`, { method: 'POST' });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
}
