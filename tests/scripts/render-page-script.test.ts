import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { renderPageScript } from '../../scripts/render-page-script.ts';

it('the script of the page is that of its sources (npm run update-docs writes it)', () => {
  expect(readFileSync('audit/report/html/page-script.ts', 'utf8')).toBe(renderPageScript());
});
