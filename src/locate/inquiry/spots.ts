import type { Path } from '../../finding.ts'
import { type Datum, type DatumSource, flatten, pathOf } from '../../template/value/provenance.ts'
import type { Condition, TemplateSource } from '../../template/value/site.ts'
import { dotted } from '../layers.ts'
import type { ConditionSpot, TemplateSpot } from './answer.ts'

/** The file of the repository that a template is. */
export type FileOf = (template: string) => string | null

export const spotOf = (fileOf: FileOf, { name }: TemplateSource, line: number): TemplateSpot => ({
  template: name,
  file: fileOf(name),
  line,
})

export function conditionSpot(fileOf: FileOf, { source, offset, isTrue, depends }: Condition): ConditionSpot {
  const data = [...flatten(depends)]
  return {
    ...spotOf(fileOf, source, source.lineOf(offset)),
    isTrue,
    keys: keysIn(data).map(dotted),
    objects: objectsIn(data),
  }
}

const OBJECTS: ReadonlyMap<DatumSource, string> = new Map([
  ['chart', '.Chart'],
  ['release', '.Release'],
  ['capabilities', '.Capabilities'],
  ['files', '.Files'],
  ['volatile', 'what differs in each run'],
])

/** What is read of helm's own objects, as templates write it, each once. */
export const objectsIn = (data: readonly Datum[]): string[] => [
  ...new Set(
    data.flatMap(datum => {
      const object = OBJECTS.get(datum.source)
      return object === undefined ? [] : [object, ...pathOf(datum)].join('.')
    }),
  ),
]

/** The keys of the values among some data, each once. */
export const keysIn = (data: readonly Datum[]): Path[] => {
  const keys = data.filter(({ source, key }) => source === 'values' && key !== undefined).map(pathOf)
  return [...new Map(keys.map(key => [JSON.stringify(key), key])).values()]
}
