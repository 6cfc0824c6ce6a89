import type { Choice } from '../../src/generate/generator.ts'

/** What is generated where nobody chooses. */
export const CHOICE: Choice = { engine: 'vap', flavor: 'k8s' }
