import { ExternalApi } from './external-api.js';

export class Movies extends ExternalApi {
  constructor() {
    super('https://movies.example.org');
  }

  async popular() {
    return (await this.http.get('/popular')).data;
  }
}
