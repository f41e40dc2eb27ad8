export function listen(plexHost: string): WebSocket {
  return new WebSocket(`ws://${plexHost}:32400/:/websockets/notifications`);
}
