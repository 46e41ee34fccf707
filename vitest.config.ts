import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/setup/server.ts', 'test/setup/mariadb/setup.ts'],
    // The drivers are plain JavaScript: threads share what is compiled and never hang at the end.
    pool: 'threads',
    maxWorkers: 2,
    // What a test waits for comes at once, and late on a busy machine.
    expect: { poll: { timeout: 20_000 } },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
