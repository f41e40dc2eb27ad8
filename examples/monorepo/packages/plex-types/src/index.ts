export interface MediaItem {
  readonly ratingKey: string;
  readonly title: string;
  readonly type: string;
}

export interface Library {
  readonly key: string;
  readonly title: string;
}

/** What every answer of the media server is wrapped in. */
export interface Container<T> {
  readonly MediaContainer: T;
}
