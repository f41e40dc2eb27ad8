import got from 'got';
import ky from 'ky';

const headers = { 'X-Plex-Token': process.env.PLEX_TOKEN };

export const hubs = () => got(`${process.env.PLEX_URL}/hubs`, { headers, timeout: { request: 30_000 }, retry: {
  limit: 2,
  methods: ['GET', 'HEAD'],
  statusCodes: [408, 429, 500, 502, 503, 504],
  backoffLimit: 30_000,
  maxRetryAfter: 60_000,
  calculateDelay: ({ attemptCount, computedValue, error }) => (attemptCount > 1 && error.response?.statusCode === 500 ? 0 : computedValue),
} }).json();

export const identity = () => ky.get(`${process.env.PLEX_URL}/identity`, {
  headers,
  retry: {
    limit: 2,
    methods: ['get', 'head'],
    statusCodes: [408, 429, 502, 503, 504],
    afterStatusCodes: [408, 429, 502, 503, 504],
    retryOnTimeout: true,
    delay: (count) => Math.min(30_000, 1000 * 2 ** (count - 1) * (1 + Math.random() / 5)),
  },
}).json();
