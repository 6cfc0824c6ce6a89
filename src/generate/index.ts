import type { Generator } from './generator.ts'
import { namespace } from './namespace.ts'

/** All there is to generate, in the order of `--help`. */
export const GENERATORS: readonly Generator[] = [namespace]
