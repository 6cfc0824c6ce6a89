import type { Capabilities } from '../../../src/template/chart/capabilities.ts'
import { type Chart, loadChart } from '../../../src/template/chart/chart.ts'
import { type Installation, prepareInstallation } from '../../../src/template/chart/installation.ts'
import { flatten, pathOf } from '../../../src/template/value/provenance.ts'
import { Bool, Dict, dependenciesOf, List, Nil, Num, Text, type Value } from '../../../src/template/value/value.ts'

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A chart from its files as texts; a packaged one unless said otherwise. */
export const chartFrom = (files: Readonly<Record<string, string>>, isPackaged = true, helm = '4.1.4'): Chart =>
  loadChart(new Map(Object.entries(files).map(([path, text]) => [path, bytes(text)])), { isPackaged, helm })

/** A Chart.yaml. */
export const chartYaml = (name: string, more = ''): string => `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n${more}`

export const capabilitiesOf = (version = 'v4.1.4'): Capabilities => ({
  kubeVersion: 'v1.35.0',
  apiVersions: ['v1', 'apps/v1'],
  helm: {
    version,
    gitCommit: 'c',
    gitTreeState: 'clean',
    goVersion: 'go1.25.9',
    kubeClientVersion: version.startsWith('v4') ? 'v1.35' : undefined,
  },
})

export const install = (chart: Chart, given: unknown = {}, version = 'v4.1.4'): Installation =>
  prepareInstallation({
    chart,
    values: dictOf(given),
    release: { name: 'rel', namespace: 'shop' },
    capabilities: capabilitiesOf(version),
  })

/** Values without provenance. */
export function valueFrom(json: unknown): Value {
  if (json === null || json === undefined) return new Nil()
  if (typeof json === 'string') return new Text(json)
  if (typeof json === 'number') return new Num(json, 'float64')
  if (typeof json === 'boolean') return new Bool(json)
  if (Array.isArray(json)) return new List(json.map(valueFrom))
  return new Dict(new Map(Object.entries(json).map(([key, item]) => [key, valueFrom(item)])))
}

export function dictOf(json: unknown): Dict {
  const value = valueFrom(json)
  if (value.kind !== 'dict') throw new Error('this is no map')
  return value
}

/** The JSON of a value; texts, numbers and structs as what they print. */
export function plain(value: Value | undefined): unknown {
  switch (value?.kind) {
    case undefined:
      return undefined
    case 'nil':
      return null
    case 'text':
      return value.string
    case 'opaque':
      return value.printed
    case 'list':
      return value.items.map(plain)
    case 'dict':
      return Object.fromEntries([...value.entries].map(([key, item]) => [key, plain(item)]))
    case 'bool':
    case 'number':
      return value.value
  }
}

/** What is at a path of keys. */
export const at = (value: Value | undefined, ...path: string[]): Value | undefined =>
  path.reduce<Value | undefined>((found, key) => {
    if (found?.kind === 'dict') return found.entries.get(key)
    return found?.kind === 'opaque' ? found.fields.get(key) : undefined
  }, value)

/** Where a value comes from: `values a.b`. */
export const originOf = (value: Value | undefined): string[] =>
  value ? [...flatten(dependenciesOf(value))].map(datum => [datum.source, ...pathOf(datum)].join(' ')) : []

/** Calls a method of a value as a template does. */
export function call(value: Value | undefined, name: string, ...args: string[]): Value {
  const method = value && 'methods' in value ? value.methods?.get(name) : undefined
  if (!method) throw new Error(`there is no method ${name}`)
  return method(args.map(arg => new Text(arg)))
}
