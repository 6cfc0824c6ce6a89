import { ACCESS } from './access.ts'
import { COMPARISON } from './comparison.ts'
import { DATES } from './dates.ts'
import { DICTS } from './dicts.ts'
import { ENCODINGS_OF_DATA } from './encodings-of-data.ts'
import { FLOW } from './flow.ts'
import type { TemplateFunction } from './function.ts'
import { LISTS } from './lists.ts'
import { MERGING } from './merging.ts'
import { NETWORK } from './network.ts'
import { NUMBERS } from './numbers.ts'
import { RANGES } from './ranges.ts'
import { REFLECTION } from './reflection.ts'
import { SEMVER } from './semver.ts'
import { STRINGS } from './strings.ts'

/** Each a theme of functions in a file of its own. */
const THEMES: readonly Readonly<Record<string, TemplateFunction>>[] = [
  ...[ACCESS, COMPARISON, DATES, DICTS, ENCODINGS_OF_DATA, FLOW, LISTS, MERGING, NETWORK],
  ...[NUMBERS, RANGES, REFLECTION, SEMVER, STRINGS],
]

/** The functions of helm 4's templates but for those of src/template/execute, which run templates or choose what is evaluated. */
export const FUNCTIONS: ReadonlyMap<string, TemplateFunction> = new Map(THEMES.flatMap(theme => Object.entries(theme)))
