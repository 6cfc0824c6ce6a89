import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Path } from '../../src/finding.ts'
import type { Fault } from '../../src/model/schema/structural.ts'
import { World } from '../../src/model/world.ts'
import type { Mapping } from '../../src/parse/untyped.ts'
import { SHARED, testShared } from '../shared.ts'
import { manifestsOf } from '../world.ts'
import { compare } from './comparison.ts'
import { randomCustomResource } from './custom-resources.ts'

interface Case {
  readonly object: Mapping
}

/** As test/engines/k8s-oracle declares it. */
interface Answer {
  readonly unknown: readonly string[]
  readonly invalid: readonly { readonly field: string; readonly type: string; readonly detail: string }[]
  readonly rulesAsked: boolean
}

interface Verdict {
  /** Fields that there are not, which strict clients are refused for. */
  readonly unknown: readonly string[]
  /** Fields for which everybody is refused; not compared in an object with unknown fields. */
  readonly refused: readonly string[]
}

const CRDS = join(SHARED, 'crds/external-secrets-2.9.0-crds.yaml')

const fieldName = (path: Path): string =>
  path
    .map(step => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .slice(1)

const sorted = (fields: readonly string[]): string[] => [...new Set(fields)].sort()

/** Kubernetes names the field that is missing. */
function fieldOf({ path, says }: Fault): string {
  const missing = /^lacks its required field `(.*)`$/.exec(says)?.[1]
  return fieldName(missing === undefined ? path : [...path, missing])
}

const isRule = ({ says }: Fault): boolean => says.startsWith('breaks a rule')

const judge =
  (counts: (fault: Fault, answer: Answer) => boolean) =>
  ({ object }: Case, answer: Answer): Verdict => {
    const manifests = manifestsOf(JSON.stringify(object))
    const verdicts = manifests.flatMap(manifest => new World(manifests).schemas.judge(manifest) ?? [])
    const faults = verdicts.flatMap(verdict => verdict.faults).filter(fault => counts(fault, answer))
    const unknown = faults.filter(({ kind }) => kind === 'unknown')
    return {
      unknown: sorted(unknown.map(fieldOf)),
      refused: unknown.length > 0 ? [] : sorted(faults.map(fieldOf)),
    }
  }

/** Where the object has graver faults, Kubernetes does not ask the rules; we do. */
const isCompared = (fault: Fault, { rulesAsked }: Answer): boolean => rulesAsked || !isRule(fault)

const isRequired = ({ says }: Fault): boolean => says.startsWith('lacks') || says.startsWith('is required')

/** Of alternatives, Kubernetes names the field in its words only. */
const refusedField = ({ field, detail }: Answer['invalid'][number]): string =>
  /^"(.*)" must validate at least one schema \(anyOf\)$/.exec(detail)?.[1] ?? field

/** Of a mapping where text belongs, Kubernetes says that its fields are unknown and that it is no text; we the latter. */
function theirs({ unknown, invalid }: Answer): Verdict {
  const mistyped = invalid.filter(({ type }) => type === 'FieldValueTypeInvalid')
  const strangers = unknown.filter(
    name => !mistyped.some(({ field }) => name.startsWith(`${field}.`) || name.startsWith(`${field}[`)),
  )
  return {
    unknown: sorted(strangers),
    refused: strangers.length > 0 ? [] : sorted(invalid.map(refusedField)),
  }
}

if (!existsSync(CRDS)) testShared('custom resources', () => {})
else
  compare<Case, Answer, Verdict>({
    name: 'custom resource',
    cases: randomCustomResource(CRDS).map(object => ({ object })),
    ask: (oracle, { object }) => oracle.ask('custom-resource', { crds: CRDS, object }),
    theirs,
    ours: judge(isCompared),
    outcomesOf: ({ unknown, refused }) => {
      if (unknown.length > 0) return ['unknown fields']
      return [refused.length > 0 ? 'refused' : 'sound']
    },
    outcomes: ['unknown fields', 'refused', 'sound'],
    planted: {
      'no rule is asked': judge((fault, answer) => isCompared(fault, answer) && !isRule(fault)),
      'no field is required': judge((fault, answer) => isCompared(fault, answer) && !isRequired(fault)),
      'unknown fields do not matter': judge((fault, answer) => isCompared(fault, answer) && fault.kind !== 'unknown'),
    },
  })
