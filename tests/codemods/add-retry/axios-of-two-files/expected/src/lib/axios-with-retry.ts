import axios from 'axios';
import axiosRetry from 'axios-retry';

/** axios for requests that may be sent again when they fail for a moment. */
export const axiosWithRetry = axios.create();

axiosRetry(axiosWithRetry, {
  retries: 2,
  shouldResetTimeout: true,
  retryDelay: (count, error) => axiosRetry.exponentialDelay(count, error, 500),
  retryCondition: ({ code, config, response }) => {
    if (!['get', 'head'].includes(config?.method ?? '') || code === 'ERR_CANCELED') return false;
    if (response === undefined) return true;
    const isFirst = config?.['axios-retry']?.retryCount === 0;
    const isPassing = [408, 429, 502, 503, 504].includes(response.status) || (isFirst && response.status === 500);
    return isPassing && !(Number(response.headers['retry-after']) > 60);
  }
});
