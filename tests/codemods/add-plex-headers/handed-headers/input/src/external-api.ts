import axios from 'axios';
import type { AxiosInstance } from 'axios';

interface Options {
  headers?: Record<string, string>;
}

export abstract class ExternalApi {
  protected readonly http: AxiosInstance;

  constructor(baseURL: string, options: Options = {}) {
    this.http = axios.create({ baseURL, headers: { Accept: 'application/json', ...options.headers } });
  }
}
