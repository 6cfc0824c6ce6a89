import { childDatum, rootDatum } from '../value/provenance.ts'
import { Bool, Dict, Num, Text, type Value, withProvenance } from '../value/value.ts'

/** What a release is called and where it goes. */
export interface ReleaseName {
  readonly name: string
  readonly namespace: string
}

/** `.Release`, as `helm template` fills it: always a first installation. */
export function releaseObject({ name, namespace }: ReleaseName): Dict {
  const root = rootDatum('release')
  const fields: [string, Value][] = [
    ['Name', new Text(name)],
    ['Namespace', new Text(namespace)],
    ['IsUpgrade', new Bool(false)],
    ['IsInstall', new Bool(true)],
    ['Revision', new Num(1, 'int')],
    ['Service', new Text('Helm')],
  ]
  const entries = fields.map(([key, value]) => {
    const provenance = { alias: childDatum(root, key), depends: undefined }
    return [key, withProvenance(value, provenance)] as const
  })
  return new Dict(new Map(entries), { alias: root, depends: undefined })
}
