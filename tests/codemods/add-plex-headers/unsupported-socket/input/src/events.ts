export function listen(plexUrl: string, token: string): WebSocket {
  return new WebSocket(`${plexUrl.replace('http', 'ws')}/:/websockets/notifications?X-Plex-Token=${token}`);
}
