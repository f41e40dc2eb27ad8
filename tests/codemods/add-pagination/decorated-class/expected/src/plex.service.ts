import { Injectable } from '@nestjs/common';
import axios from 'axios';
import { requestPages } from './read-pages';

@Injectable()
export class PlexService {
  constructor(private readonly plexUrl: string) {}

  @Logged()
  public async albums(section: string): Promise<readonly string[]> {
    const { data } = await requestPages(['MediaContainer', 'Metadata'], (start) => axios.get<{ MediaContainer: { Metadata: { title: string }[] } }>(`${this.plexUrl}/library/sections/${section}/all`, {
      params: { type: 9 }, // albums
      headers: { 'X-Plex-Container-Start': String(start), 'X-Plex-Container-Size': '200' },
    }));
    return data.MediaContainer.Metadata.map((album) => album.title);
  }
}

function Logged(): MethodDecorator {
  return (_target, name) => void name;
}
