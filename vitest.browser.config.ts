import { defineConfig } from 'vitest/config'

/** The HTML report in Chromium: `npm run test:browser`. It needs the browser of the system, so it is no part of `npm test`. */
export default defineConfig({
  test: {
    include: ['test/browser/*.browser.ts'],
    reporters: ['default', './test/closing-line.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // The pages of one file share a browser, and two at once would take each other's time.
    fileParallelism: false,
  },
})
