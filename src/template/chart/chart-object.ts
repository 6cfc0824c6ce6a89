import { childDatum, type Datum } from '../value/provenance.ts'
import { Bool, Dict, List, Opaque, Text, type Value } from '../value/value.ts'
import type { InstalledChart, Requirement } from './dependencies.ts'
import { labelAs } from './label.ts'
import type { Maintainer } from './metadata.ts'

/** How a version of helm shows Go structs to templates: helm 4 as maps, helm 3 as they are. */
interface Shape {
  /** @param goType of the struct; a pointer's begins with `*`. */
  object(goType: string, fields: readonly (readonly [name: string, value: Value])[]): Value
  list(items: readonly Value[], goItemType: string): List
}

/** A list that Go has as a slice of its own type, which is nil when there is nothing. */
const asMaps: Shape = {
  object: (_, fields) => new Dict(new Map(fields)),
  list: items => new List(items),
}

const asStructs: Shape = {
  object: (goType, fields) => new Opaque({ goType, printed: printedStruct(goType, fields), fields: new Map(fields) }),
  list: (items, goItemType) => new List(items, undefined, `[]${goItemType}`),
}

/** `.Chart`, with the name that its alias gives it. @param datum of source `chart`. */
export function chartObject(installed: InstalledChart, isRoot: boolean, datum: Datum, major: 3 | 4): Value {
  const shape = major === 4 ? asMaps : asStructs
  const { chart, listing, name } = installed
  const { metadata } = chart
  const fields: [string, Value][] = [
    ['Name', new Text(name)],
    ['Home', new Text(metadata.home)],
    ['Sources', textList(metadata.sources, shape)],
    ['Version', new Text(metadata.version)],
    ['Description', new Text(metadata.description)],
    ['Keywords', textList(metadata.keywords, shape)],
    [
      'Maintainers',
      shape.list(
        metadata.maintainers.map(maintainer => maintainerObject(maintainer, shape)),
        '*chart.Maintainer',
      ),
    ],
    ['Icon', new Text(metadata.icon)],
    ['APIVersion', new Text(metadata.apiVersion)],
    ['Condition', new Text(metadata.condition)],
    ['Tags', new Text(metadata.tags)],
    ['AppVersion', new Text(metadata.appVersion)],
    ['Deprecated', new Bool(metadata.deprecated)],
    ['Annotations', annotationsObject(metadata.annotations)],
    ['KubeVersion', new Text(metadata.kubeVersion)],
    [
      'Dependencies',
      shape.list(
        (listing.requirements ?? []).map(requirement => requirementObject(requirement, shape)),
        '*chart.Dependency',
      ),
    ],
    ['Type', new Text(metadata.type)],
  ]
  const root: [string, Value] = ['IsRoot', new Bool(isRoot)]
  if (major === 4) return labelAs(new Dict(new Map([...fields, root])), datum)
  return structWithMetadata(fields, root, datum)
}

/** helm 3 puts the metadata's struct into another one, so that its fields can be had by both names. */
function structWithMetadata(fields: readonly [string, Value][], root: [string, Value], datum: Datum): Opaque {
  const labelled = [...fields, root].map(([key, value]) => [key, labelAs(value, childDatum(datum, key))] as const)
  const provenance = { alias: datum, depends: undefined }
  const printed = printedStruct('chart.Metadata', fields)
  const metadata = new Opaque({ goType: 'chart.Metadata', printed, fields: new Map(labelled), provenance })
  return new Opaque({
    goType: 'struct { chart.Metadata; IsRoot bool }',
    printed: `{${printed} ${root[1].kind === 'bool' && root[1].value}}`,
    fields: new Map<string, Value>([...labelled, ['Metadata', metadata]]),
    provenance,
  })
}

const textList = (texts: readonly string[], shape: Shape): List =>
  shape.list(
    texts.map(text => new Text(text)),
    'string',
  )

function annotationsObject(annotations: ReadonlyMap<string, string> | undefined): Dict {
  const entries = [...(annotations ?? [])].map(([key, text]) => [key, new Text(text)] as const)
  return new Dict(new Map(entries), undefined, 'map[string]string', undefined, annotations === undefined)
}

const maintainerObject = ({ name, email, url }: Maintainer, shape: Shape): Value =>
  shape.object('*chart.Maintainer', [
    ['Name', new Text(name)],
    ['Email', new Text(email)],
    ['URL', new Text(url)],
  ])

const requirementObject = (requirement: Requirement, shape: Shape): Value =>
  shape.object('*chart.Dependency', [
    ['Name', new Text(requirement.name)],
    ['Version', new Text(requirement.version)],
    ['Repository', new Text(requirement.repository)],
    ['Condition', new Text(requirement.condition)],
    ['Tags', textList(requirement.tags, shape)],
    ['Enabled', new Bool(requirement.isEnabled)],
    ['ImportValues', shape.list(requirement.importValues, 'interface {}')],
    ['Alias', new Text(requirement.alias)],
  ])

/** As Go prints a struct; what is behind a pointer is an address there, which nobody can know. */
function printedStruct(goType: string, fields: readonly (readonly [string, Value])[]): string {
  const printed = fields.map(([, value]) => printedField(value)).join(' ')
  return goType.startsWith('*') ? `&{${printed}}` : `{${printed}}`
}

function printedField(value: Value): string {
  switch (value.kind) {
    case 'text':
      return value.string
    case 'bool':
      return String(value.value)
    case 'list':
      return `[${value.items.map(printedField).join(' ')}]`
    case 'dict':
      return `map[${[...value.entries].map(([key, item]) => `${key}:${printedField(item)}`).join(' ')}]`
    case 'opaque':
      return '0xc000000000'
    default:
      return ''
  }
}
