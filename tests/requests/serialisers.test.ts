import { describe, expect, it } from 'vitest';
import { lineOf, siteIn } from './memory-loader.ts';

const builder = "const build = (query: any) => Object.keys(query).map((key) => encodeURIComponent(key) + '=' + encodeURIComponent(query[key])).join('&');\n";

describe('names put together by hand', () => {
  it('keep values apart from names', () => {
    const site = siteIn(`${builder}const browser = () => { let name = 'Unknown'; for (const one of ['Chrome', 'Safari']) if (navigator.userAgent.includes(one)) { name = one; break; } return name; };\nexport const hubs = (url: string) => fetch(\`\${url}/hubs?\${build({ count: 1, platform: browser(), device: browser() })}\`);`);
    expect(lineOf(site)).toBe('GET /hubs?count&platform&device');
  });

  it('are all there, however many', () => {
    const names = Array.from({ length: 50 }, (_, i) => `name${String(i)}`);
    const site = siteIn(`${builder}export const hubs = (url: string) => fetch(\`\${url}/hubs?\${build({ ${names.map((name) => `${name}: '${name}'`).join(', ')} })}\`);`);
    expect(lineOf(site)).toBe(`GET /hubs?${names.join('&')}`);
  });

  it('may be missing', () => {
    const site = siteIn(`${builder}export const hubs = (url: string, size?: number) => fetch(\`\${url}/hubs?\${build({ count: 1, ...(size && { size }) })}\`);`);
    expect(lineOf(site)).toBe('GET /hubs?count&size?');
  });

  it('are followed by the separator that they need', () => {
    const site = siteIn("export const hubs = (url: string, id: string) => { const text = new URLSearchParams({ id }).toString(); return fetch(`${url}/hubs${text ? `?${text}` : ''}`); };");
    expect(lineOf(site)).toBe('GET /hubs?id');
  });
});
