import { Injectable } from '@nestjs/common';
import { StatusError } from './status-error';

@Injectable()
export class PlexService<TItem extends object> {
  constructor(private readonly plexUrl: string) {}

  @Cached(60)
  public async children(id: string): Promise<TItem[]> {
    return this.read<TItem[]>(`/library/metadata/${id}/children`);
  }

  private async read<T>(path: string): Promise<T> {
    const response = await this.send(path);
    if (!response.ok) throw new StatusError(response, 'GET');
    const body = (await response.json()) as { MediaContainer: { Metadata: T } };
    return body.MediaContainer.Metadata;
  }

  private send(path: string): Promise<Response> {
    return fetch(new URL(path, this.plexUrl), { headers: { 'X-Plex-Token': process.env.PLEX_TOKEN ?? '' } });
  }
}

function Cached(seconds: number): MethodDecorator {
  return (_target, name) => void [seconds, name];
}
