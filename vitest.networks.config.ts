import { defineConfig } from 'vitest/config'

/** Network policies in the code of Cilium, which takes minutes to build, and in network-config-analyzer: `npm run test:networks`. */
export default defineConfig({
  test: {
    include: ['test/engines/*.networks.ts'],
    reporters: ['default', './test/closing-line.ts'],
    testTimeout: 1_200_000,
    hookTimeout: 3_600_000,
  },
})
