import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asList, asMapping, type Mapping } from '../../src/parse/untyped.ts'
import { randomCustomResource } from '../engines/custom-resources.ts'
import type { Oracle } from '../engines/oracle.ts'
import { SHARED, testShared } from '../shared.ts'
import type { Api } from './api.ts'
import { establish, makeNamespaces, objectsIn } from './crds.ts'
import { CASES, differences, SEED, withSession } from './session.ts'

interface Verdict {
  /** Fields that a strict client is refused for. */
  readonly unknown: readonly string[]
  /** Fields that everybody is refused for, with the reason. */
  readonly invalid: readonly string[]
}

const CRDS = join(SHARED, 'crds/external-secrets-2.9.0-crds.yaml')

const sorted = (texts: readonly string[]): string[] => [...new Set(texts)].sort()

/** Strict clients are told of unknown fields only; the others of everything else. */
async function askServer(api: Api, object: Mapping): Promise<Verdict> {
  const strict = await api.create(object, { dryRun: 'All', fieldValidation: 'Strict' })
  const { body } = await api.create(object, { dryRun: 'All', fieldValidation: 'Ignore' })
  const causes = asList(asMapping(body.details)?.causes).map(asMapping)
  return {
    unknown: sorted([...String(strict.body.message).matchAll(/unknown field "([^"]+)"/g)].map(match => match[1] ?? '')),
    // Of no field: that the CEL rules were not asked, as there are graver faults.
    invalid: sorted(causes.flatMap(cause => (cause?.field === '<nil>' ? [] : `${cause?.field}: ${cause?.reason}`))),
  }
}

interface Answer {
  readonly unknown: readonly string[]
  readonly invalid: readonly { readonly field: string; readonly type: string }[]
}

async function askOracle(oracle: Oracle, object: Mapping): Promise<Verdict> {
  const { unknown, invalid } = await oracle.ask<Answer>('custom-resource', { crds: CRDS, object })
  return { unknown: sorted(unknown), invalid: sorted(invalid.map(({ field, type }) => `${field}: ${type}`)) }
}

if (!existsSync(CRDS)) testShared('custom resources on the API server', () => {})
else
  withSession('custom resources', session => {
    test('the oracle says what the API server says, strict and not', async () => {
      const { api, oracle } = session()
      await establish(api, objectsIn(CRDS))
      await makeNamespaces(api, ['b'])
      const cases = fc.sample(randomCustomResource(CRDS), { numRuns: CASES, seed: SEED })
      const judged = []
      for (const asked of cases) judged.push({ asked, verdict: await askServer(api, asked) })
      const unknown = judged.filter(({ verdict }) => verdict.unknown.length > 0).length
      const refused = judged.filter(({ verdict }) => verdict.invalid.length > 0).length
      console.log(`custom resources: ${CASES} objects from seed ${SEED}:`, { unknown, refused })
      expect(await differences(judged, asked => askOracle(oracle, asked))).toEqual([])
      expect(Math.min(unknown, refused, CASES - unknown - refused)).toBeGreaterThan(CASES / 50)

      // The planted faults: an oracle that is asked about other objects.
      const pruned = await differences(judged, async asked => ({ ...(await askOracle(oracle, asked)), unknown: [] }))
      expect(pruned).not.toEqual([])
      const emptied = await differences(judged, asked => askOracle(oracle, { ...asked, spec: {} }))
      expect(emptied).not.toEqual([])
    })
  })
