import { Injectable } from '@nestjs/common';
import axios from 'axios';

@Injectable()
export class PlexService {
  constructor(private readonly plexUrl: string) {}

  @Logged()
  public async albums(section: string): Promise<readonly string[]> {
    const { data } = await axios.get<{ MediaContainer: { Metadata: { title: string }[] } }>(`${this.plexUrl}/library/sections/${section}/all`, {
      params: { type: 9 }, // albums
    });
    return data.MediaContainer.Metadata.map((album) => album.title);
  }
}

function Logged(): MethodDecorator {
  return (_target, name) => void name;
}
