import axios from 'axios';

const shop = axios.create({ baseURL: 'https://api.shop.example' });

export async function orders(size: number): Promise<number[]> {
  const { data } = await shop.get('/orders', { params: { pageSize: size, state: 'open' } });
  return data.orders.map(({ sum }: { sum: number }) => sum);
}

export async function allOrders(): Promise<unknown[]> {
  const response = await fetch('https://api.shop.example/orders?pageSize=100&state=all');
  return (await response.json()).orders;
}

export async function cancel(id: string): Promise<void> {
  await shop.post(`/orders/${id}/cancellation`);
}

export async function customer(id: string): Promise<string> {
  const { data } = await shop.get(`/customers/${id}`);
  return data.name;
}

export async function stock(): Promise<unknown> {
  return (await shop.get('/stock')).data;
}

export async function setPrices(prices: Record<string, number>): Promise<void> {
  await shop.put('/prices', prices);
}
