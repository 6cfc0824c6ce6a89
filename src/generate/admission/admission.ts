import { ESO_KINDS } from '../../model/schema/eso-kinds.ts'
import type { World } from '../../model/world.ts'
import { type Choice, type GeneratedFile, type Generator, nothing } from '../generator.ts'
import { brokenBy } from './broken.ts'
import { constraintDocument, templateDocument } from './gatekeeper.ts'
import { gatorTests } from './gator-tests.ts'
import { kyvernoDocument } from './kyverno.ts'
import { kyvernoTests } from './kyverno-tests.ts'
import { policiesFor } from './policies.ts'
import type { Policy } from './policy.ts'
import { vapDocuments } from './vap.ts'

/** Admission policies for three engines, each from the same expressions. */
export const admission: Generator = {
  id: 'admission',
  title: 'Admission policies that hold in the cluster what is checked here',
  answers: ['missing-admission-policy', 'unwatched-secret-changes'],
  generate(world, { engine }) {
    if (!isAboutEso(world)) return nothing('neither an operator nor an object of it is in the set')
    const { policies, notes } = policiesFor(world)
    const explained = policies.map(policy => ({
      ...policy,
      comment: [...policy.comment, ...brokenBy(policy, world).map(sentence => `${sentence}.`)],
    }))
    const broken = policies.flatMap(policy => brokenBy(policy, world).map(sentence => `${policy.id}: ${sentence}`))
    return { files: FILES[engine](explained), notes: [...notes, ...broken] }
  },
}

const isAboutEso = (world: World): boolean =>
  world.eso.installs.length > 0 || ESO_KINDS.some(kind => world.of(kind).length > 0)

const manifests = (name: string, documents: GeneratedFile['documents']): GeneratedFile => ({
  name: `${name}.yaml`,
  purpose: 'manifests',
  documents,
})

const FILES: Readonly<Record<Choice['engine'], (policies: readonly Policy[]) => GeneratedFile[]>> = {
  vap: policies => policies.map(policy => manifests(policy.id, vapDocuments(policy))),
  kyverno: policies => [
    ...policies.map(policy => manifests(policy.id, [kyvernoDocument(policy)])),
    ...kyvernoTests(policies),
  ],
  gatekeeper: policies => [
    // A template makes the kind of its constraint, so that it has to be applied before.
    ...policies.map(policy => manifests(`${policy.id}-template`, [templateDocument(policy)])),
    ...policies.map(policy => manifests(`${policy.id}-constraint`, [constraintDocument(policy)])),
    ...gatorTests(policies),
  ],
}
