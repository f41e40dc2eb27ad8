export function listen(plexHost: string, token: string): WebSocket {
  const url = `ws://${plexHost}:32400/:/websockets/notifications?X-Plex-Token=${token}`;
  void fetch(url);
  return new WebSocket(url);
}
