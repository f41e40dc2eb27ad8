import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['**/fixtures/**', 'tests/codemods/**/{input,expected}/**', 'node_modules/**'],
    testTimeout: 20_000,
    reporters: ['default', './scripts/count-reporter.ts'],
  },
});
