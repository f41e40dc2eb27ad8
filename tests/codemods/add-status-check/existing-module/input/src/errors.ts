export class PlexError extends Error {}
