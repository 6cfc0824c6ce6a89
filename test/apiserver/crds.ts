import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { asMapping, type Mapping } from '../../src/parse/untyped.ts'
import { type Api, mappingsIn } from './api.ts'
import { eventually } from './session.ts'

/** The objects of a YAML file. */
export const objectsIn = (file: string): Mapping[] =>
  mappingsIn(parseAllDocuments(readFileSync(file, 'utf8')).map(document => document.toJS() as unknown))

/** Applies CRDs, and waits until the server has their kinds. */
export async function establish(api: Api, crds: readonly Mapping[]): Promise<void> {
  for (const crd of crds) {
    const { status, body } = await api.apply(crd, { fieldValidation: 'Strict' })
    expect(status, String(body.message)).toBeLessThan(300)
  }
  for (const crd of crds)
    await eventually('a CRD', async () => {
      const { body } = await api.get(crd)
      const conditions = mappingsIn(asMapping(body.status)?.conditions)
      return conditions.some(({ type, status }) => type === 'Established' && status === 'True') || undefined
    })
}

/** Creates namespaces. */
export async function makeNamespaces(api: Api, names: readonly string[], labels: Mapping = {}): Promise<void> {
  for (const name of new Set(names)) {
    const { status, body } = await api.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } })
    expect(status, String(body.message)).toBeLessThan(300)
  }
}
