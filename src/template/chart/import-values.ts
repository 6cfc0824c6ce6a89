import { Dict, Text, type Value } from '../value/value.ts'
import type { Behaviour } from './behaviour.ts'
import { coalesceTables, coalesceValues } from './coalesce.ts'
import type { InstalledChart } from './dependencies.ts'
import { copyValue, tableAt } from './values.ts'

/** A part of a subchart's values and where in the parent's it goes: dotted paths, `.` for the top. */
interface Import {
  readonly child: string
  readonly parent: string
}

/** An import by the keys of the parent's values; the first of those that have a key counts. */
export interface CarriedOut {
  readonly from: readonly string[]
  readonly to: readonly string[]
}

/** Go's type of an entry that was carried out; helm 3 meets it again in a second copy of a chart, and does nothing then. */
const DONE = 'map[string]string'

/** Carries out `import-values`, subcharts first. What the parent says itself counts more. */
export function importValues(installed: InstalledChart, behaviour: Behaviour): void {
  for (const subchart of installed.subcharts) importValues(subchart, behaviour)
  const { requirements } = installed.listing
  if (!requirements) return
  const values = coalesceValues(installed, new Dict(), 'merge', behaviour)
  const imported = new Dict()
  const carriedOut: CarriedOut[] = []
  for (const requirement of requirements) {
    const imports = requirement.importValues.flatMap(readImport)
    for (const { child, parent } of imports) {
      const from = `${requirement.name}.${child}`.split('.')
      const table = tableAt(values, from)
      if (!table) continue
      coalesceTables(imported, below(parent, table), 'merge', behaviour)
      carriedOut.push({ from, to: parent === '.' ? [] : parent.split('.') })
    }
    requirement.importValues = imports.map(
      ({ child, parent }) =>
        new Dict(
          new Map([
            ['child', new Text(child)],
            ['parent', new Text(parent)],
          ]),
          undefined,
          DONE,
        ),
    )
  }
  installed.imports = carriedOut
  installed.values = coalesceTables(copyValue(values), imported, 'merge', behaviour)
}

/** `data` stands for the subchart's `exports.data`, which goes to the top. */
function readImport(value: Value): Import[] {
  if (value.kind === 'text') return [{ child: `exports.${value.string}`, parent: '.' }]
  if (value.kind !== 'dict' || value.goType === DONE) return []
  return [{ child: printed(value.entries.get('child')), parent: printed(value.entries.get('parent')) }]
}

/** As Go prints what stands there; what is no scalar names no key that anybody has. */
function printed(value: Value | undefined): string {
  if (value?.kind === 'text') return value.string
  return value?.kind === 'bool' || value?.kind === 'number' ? String(value.value) : '<nil>'
}

const below = (path: string, table: Dict): Dict =>
  path === '.' ? table : path.split('.').reduceRight((inner, key) => new Dict(new Map([[key, inner]])), table)
