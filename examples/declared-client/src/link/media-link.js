import { Worker } from 'node:worker_threads';

/** Sends every request from a thread of its own: what it hands over is a message, and no client that a reader knows. */
export class MediaLink {
  #worker = new Worker(new URL('./worker.js', import.meta.url));
  #waiting = new Map();
  #next = 0;

  constructor() {
    this.#worker.on('message', ({ id, body, problem }) => {
      const { resolve, reject } = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (problem === undefined) resolve(body);
      else reject(new Error(problem));
    });
  }

  read(path, query = {}) {
    return this.#post({ method: 'GET', path, query });
  }

  change(method, path, query = {}) {
    return this.#post({ method, path, query });
  }

  #post(order) {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, ...order });
    });
  }
}

export const link = new MediaLink();
