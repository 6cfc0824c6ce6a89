import { defineConfig } from 'vitest/config'

/** What only a real API server can say: `npm run test:apiserver`. Building one takes minutes, so it is no part of each run. */
export default defineConfig({
  test: {
    include: ['test/apiserver/*.apiserver.ts'],
    globalSetup: ['test/apiserver/build.ts'],
    // Each file has a control plane of its own, which takes 700 MB.
    fileParallelism: false,
    reporters: ['default', './test/closing-line.ts'],
    testTimeout: 600_000,
    hookTimeout: 300_000,
  },
})
