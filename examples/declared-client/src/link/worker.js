import { parentPort } from 'node:worker_threads';
import { sendOrder } from 'household-wire';

parentPort.on('message', async (order) => {
  parentPort.postMessage(await sendOrder(order));
});
