import { MediaLink } from './link/media-link.js';

export class Shelf {
  constructor(link = new MediaLink()) {
    this.link = link;
  }

  sections() {
    return this.link.read('/library/sections/all');
  }

  // Mistake: the path ends in /children.
  seasons(showId) {
    return this.link.read(`/library/metadata/${showId}/childs`);
  }

  item(id) {
    return this.link.read(`/library/metadata/${id}`, { includeChapters: 1 });
  }
}
