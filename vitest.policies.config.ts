import { defineConfig } from 'vitest/config'

/** Generated admission policies in the command lines of Gatekeeper and Kyverno: `npm run test:policies`. Building those takes long. */
export default defineConfig({
  test: {
    include: ['test/engines/*.policies.ts'],
    reporters: ['default', './test/closing-line.ts'],
    testTimeout: 600_000,
    hookTimeout: 3_600_000,
  },
})
