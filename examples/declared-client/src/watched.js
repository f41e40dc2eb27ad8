import { link } from './link/media-link.js';

// Mistake: the server takes PUT.
export const markWatched = (key) => link.change('POST', '/:/scrobble', { key, identifier: 'com.plexapp.plugins.library' });

export const markUnwatched = (key) => link.change('PUT', '/:/unscrobble', { key, identifier: 'com.plexapp.plugins.library' });
