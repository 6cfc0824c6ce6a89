import { describe, expect, test } from 'vitest'
import { checkWorld, type Result, runRules } from '../../src/check/check.ts'
import type { Finding } from '../../src/finding.ts'
import { applyAll, applyChange } from '../../src/harden/apply.ts'
import { fileChangesOf } from '../../src/harden/file-change.ts'
import { freshFindings } from '../../src/harden/fresh-findings.ts'
import { Refusal } from '../../src/harden/refusal.ts'
import { locateAll } from '../../src/locate/locate.ts'
import { RULES } from '../../src/rules/index.ts'
import { exampleWorld } from './example-world.ts'

const FILE = 'example.yaml'

const resultsOf = async (yaml: string): Promise<Result[]> => checkWorld(RULES, await exampleWorld(yaml))
const findingsOf = (results: readonly Result[]): Finding[] => locateAll(results, 'default', new Map())

/** The example with a finding's fix in it; why it cannot be edited; undefined where the fix is no edit of it. */
function repaired(finding: Finding, yaml: string): { yaml: string } | { refusal: string } | undefined {
  try {
    const { changes } = fileChangesOf(finding, file => (file === FILE ? yaml : undefined))
    if (changes.length === 0) return undefined
    for (const change of changes) {
      const edited = applyChange(yaml, change)
      if ('refusal' in edited) return edited
    }
    return { yaml: applyAll(yaml, changes).text }
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error.message }
    throw error
  }
}

describe.each(RULES.filter(({ fix }) => fix))('$id', rule => {
  test.each(rule.bad)('bad example %#: a fix that is an edit takes its finding away and brings none', async yaml => {
    const before = findingsOf(await resultsOf(yaml))
    // What a narrower finding stood over was there before.
    const said = findingsOf(runRules(RULES, await exampleWorld(yaml)))
    for (const finding of before.filter(({ rule: id, offer }) => id === rule.id && offer)) {
      const edited = repaired(finding, yaml)
      if (!edited) continue
      if ('refusal' in edited) {
        expect(REFUSALS).toContain(edited.refusal)
        continue
      }
      const after = findingsOf(await resultsOf(edited.yaml))
      const fresh = freshFindings(after, said, new Set([finding.fingerprint]))
      expect(
        after.map(({ fingerprint }) => fingerprint),
        finding.message,
      ).not.toContain(finding.fingerprint)
      expect(
        fresh.map(({ rule: id, message }) => `${id}: ${message}`),
        finding.message,
      ).toEqual([])
    }
  })

  test('asks one question, or none', async () => {
    for (const yaml of rule.bad)
      for (const { offer } of findingsOf(await resultsOf(yaml)))
        if (offer?.safety === 'unsafe') expect(offer.question).toMatch(/^[A-Z][^?]*\?(?: [A-Z][^?]*\.)?$/)
  })
})

/** Why the text of an example is left alone. */
const REFUSALS = [
  'the object is all there is in its file: delete the file',
  'a comment would be lost',
  'the lines hold what may be a secret',
  'the value is filled in later',
]
