import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', './test/closing-line.ts'],
    // Tests that start helm or act wait for other processes on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
