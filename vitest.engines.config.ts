import { defineConfig } from 'vitest/config'

/** The comparisons with the code of Kubernetes: `npm run test:engines`. They need Go, so they are no part of `npm test`. */
export default defineConfig({
  test: {
    include: ['test/engines/*.engine.ts'],
    globalSetup: ['test/engines/build-oracle.ts'],
    reporters: ['default', './test/closing-line.ts'],
    testTimeout: 300_000,
    hookTimeout: 60_000,
  },
})
