import type { Release } from '../discover/discover.ts'
import { asMapping, type Mapping } from '../parse/untyped.ts'
import { type SetFlag, withSetFlags } from '../template/chart/set-flags.ts'
import { TemplateError, Untraced } from '../template/errors.ts'
import { Dict, type Value } from '../template/value/value.ts'

/** The flags that helm is given. */
export const setFlags = ({ set, setTexts }: Pick<Release, 'set' | 'setTexts'>): SetFlag[] => [
  ...Object.entries(set).map(
    ([key, value]): SetFlag => ({ kind: 'set-json', text: `${key}=${JSON.stringify(value)}` }),
  ),
  ...setTexts.map((text): SetFlag => ({ kind: 'set', text })),
]

/** What these flags set, as helm reads them. @throws TemplateError where helm fails; Untraced for very large numbers. */
export const flagValues = (release: Pick<Release, 'set' | 'setTexts'>): Mapping =>
  asMapping(plainValue(withSetFlags(new Dict(), setFlags(release)))) ?? {}

/** A value of templates as YAML would be read; null for what YAML cannot say. */
export function plainValue(value: Value): unknown {
  switch (value.kind) {
    case 'bool':
    case 'number':
      return value.value
    case 'text':
      return value.string
    case 'list':
      return value.items.map(plainValue)
    case 'dict':
      return Object.fromEntries([...value.entries].map(([key, item]) => [key, plainValue(item)]))
    default:
      return null
  }
}

/** The same; nothing where helm refuses them. */
export function setValues(release: Pick<Release, 'set' | 'setTexts'>): Mapping {
  try {
    return flagValues(release)
  } catch (error) {
    if (error instanceof TemplateError || error instanceof Untraced) return {}
    throw error
  }
}
