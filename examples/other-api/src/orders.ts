import { send } from './send.ts';

interface Order {
  id: number;
  state: 'open' | 'packed' | 'sent';
  lines: { sku: string; count: number }[];
}

interface Page {
  items: Order[];
  // expect: valid-response-types
  total: string;
}

export async function listOpen(): Promise<Order[]> {
  const page = await send<Page>('GET', '/orders?state=open&limit=50');
  return page.items;
}

export async function listLost(): Promise<Order[]> {
  // expect: valid-query-values
  const page = await send<{ items: Order[] }>('GET', '/orders?state=lost');
  return page.items;
}

export async function listNewest(): Promise<Order[]> {
  // expect: no-unknown-query
  const page = await send<{ items: Order[] }>('GET', '/orders?sort=newest');
  return page.items;
}

export async function readCustomer(id: number): Promise<string> {
  const order = await send<any>('GET', `/orders/${id}`);
  // expect: no-unknown-response-fields
  return order.custommer;
}

export async function readOld(id: number): Promise<Order> {
  // expect: no-retired-endpoint
  return send<Order>('GET', `/order/${id}`);
}

export async function listParcels(): Promise<unknown> {
  // expect: no-unknown-endpoint
  return send('GET', '/parcels');
}

export async function replaceOrder(id: number, order: Order): Promise<unknown> {
  // expect: no-wrong-method
  return send('PUT', `/orders/${id}`, order);
}

export async function createOrder(customer: string): Promise<Order> {
  // expect: valid-body
  return send<Order>('POST', '/orders', { customer, prio: 'high', lines: [{ sku: 'A-1', count: 1 }] });
}

export async function listOf(customer: string): Promise<Order[]> {
  const query = new URLSearchParams({ 'filter[customer]': customer });
  const page = await send<{ items: Order[] }>('GET', `/orders?${query}`);
  return page.items;
}

export async function listTagged(): Promise<Order[]> {
  // expect: valid-query-style
  const page = await send<{ items: Order[] }>('GET', '/orders?tags=red&tags=blue');
  return page.items;
}

export async function listTooMany(): Promise<Order[]> {
  // expect: valid-query-values
  const page = await send<{ items: Order[] }>('GET', '/orders?limit=500');
  return page.items;
}

export async function readFirst(): Promise<Order> {
  // expect: valid-path-parameters
  return send<Order>('GET', '/orders/first');
}
