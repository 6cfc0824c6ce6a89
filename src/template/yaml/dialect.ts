import { sortKeys } from './key-order.ts'
import { type ScalarStyle, styleOf } from './scalar-style.ts'

/** How one version of go-yaml prints. */
export interface Dialect {
  /** Long lines are folded. */
  readonly folds: boolean
  /** A list stands on the column of its key. */
  readonly hasIndentlessLists: boolean
  sortKeys(keys: readonly string[]): string[]
  styleOf(text: string, isKey: boolean): ScalarStyle
}

/** go-yaml v2 as sigs.k8s.io/yaml uses it: `toYaml`. */
export const TO_YAML: Dialect = {
  folds: true,
  hasIndentlessLists: true,
  sortKeys: keys => sortKeys(keys, false),
  styleOf: (text, isKey) => styleOf(text, isKey, false),
}

/** go-yaml v3: `toYamlPretty`. */
export const TO_YAML_PRETTY: Dialect = {
  folds: false,
  hasIndentlessLists: false,
  sortKeys: keys => sortKeys(keys, true),
  styleOf: (text, isKey) => styleOf(text, isKey, true),
}
