/** What the media server wraps every answer in. */
export interface Answer<Container> {
  readonly MediaContainer: Container;
}

export interface Identity {
  readonly machineIdentifier: string;
  readonly version: string;
}

export interface Section {
  readonly key: string;
  readonly title: string;
  readonly type: string;
}

export interface Chapter {
  readonly startTimeOffset?: number;
  readonly endTimeOffset?: number;
}

/** A film, a series, a season or an episode. */
export interface Item {
  readonly ratingKey?: string;
  readonly title?: string;
  readonly thumb?: string;
  readonly duration?: number;
  readonly viewOffset?: number;
  readonly Chapter?: readonly Chapter[];
}

export interface Hub {
  readonly title?: string;
  readonly Metadata?: readonly Item[];
}

export interface Sections {
  readonly Directory?: readonly Section[];
}

export interface Items {
  readonly size?: number;
  readonly Metadata?: readonly Item[];
}

export interface Hubs {
  readonly Hub?: readonly Hub[];
}
