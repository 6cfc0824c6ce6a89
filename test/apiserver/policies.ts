import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import type { Policy } from '../../src/generate/admission/policy.ts'
import { vapDocuments } from '../../src/generate/admission/vap.ts'
import { asMapping, asText, type Mapping } from '../../src/parse/untyped.ts'
import { type Api, mappingsIn } from './api.ts'
import { makeNamespaces } from './crds.ts'
import { eventually } from './session.ts'

/** What becomes of violations: all policies that find one say so, or the first one refuses. */
export type Mode = 'watch' | 'deny'

/** A policy and its binding, under a name that no policy of other content has. */
export function documentsOf(policy: Policy, mode: Mode): readonly [policy: Mapping, binding: Mapping] {
  const name = nameOf(policy)
  const [made, binding] = vapDocuments({ ...policy, action: mode }).map(({ body }) => body)
  return [
    { ...made, metadata: { name } },
    { ...binding, metadata: { name }, spec: { ...asMapping(binding?.spec), policyName: name } },
  ]
}

/** The generated name with a digest of what is judged. */
export function nameOf(policy: Policy): string {
  const content = JSON.stringify(vapDocuments({ ...policy, comment: [] })[0]?.body)
  return `${policy.id}.${createHash('sha256').update(content).digest('hex').slice(0, 12)}`
}

/** The name that a policy is generated under. */
export const idOf = (name: string): string => name.replace(/\.[0-9a-f]{12}$/, '')

/** Puts policies into force, and waits until they are. What was in force before stays. */
export async function enforce(api: Api, policies: readonly Policy[], mode: Mode): Promise<void> {
  for (const document of policies.flatMap(policy => documentsOf(policy, mode))) await applied(api, document)
  await caughtUp(api)
}

export async function applied(api: Api, object: Mapping): Promise<void> {
  const { status, body } = await api.apply(object, { fieldValidation: 'Strict' })
  expect(status, `${asText(asMapping(object.metadata)?.name)}: ${body.message}`).toBeLessThan(300)
}

let marks = 0

/** Waits until a policy that was made last is in force: watches keep their order, so that all others are as well. */
export async function caughtUp(api: Api): Promise<void> {
  const name = `mark-${++marks}`
  await makeNamespaces(api, ['marks'])
  const [policy, binding] = markOf(name)
  await applied(api, policy)
  await applied(api, binding)
  const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'marks' } }
  await eventually('the mark of a policy', async () => {
    const { warnings } = await api.create(object, { dryRun: 'All' })
    return warnings.length > 0 || undefined
  })
  await api.remove(binding)
  await api.remove(policy)
}

const API = 'admissionregistration.k8s.io/v1'
const markOf = (name: string): readonly [Mapping, Mapping] => {
  const rule = { apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['configmaps'] }
  const matchConstraints = { resourceRules: [{ ...rule, resourceNames: [name] }] }
  return [
    {
      ...{ apiVersion: API, kind: 'ValidatingAdmissionPolicy', metadata: { name } },
      spec: { matchConstraints, validations: [{ expression: 'false' }] },
    },
    {
      ...{ apiVersion: API, kind: 'ValidatingAdmissionPolicyBinding', metadata: { name } },
      spec: { policyName: name, validationActions: ['Warn'] },
    },
  ]
}

/** With the versions spelt out: of a rule for all versions the API server does not check the types. */
export function withVersions(policy: Mapping): Mapping {
  const spec = asMapping(policy.spec)
  const constraints = asMapping(spec?.matchConstraints)
  const apiVersions = ['v1', 'v1alpha1']
  const resourceRules = mappingsIn(constraints?.resourceRules).map(rule => ({ ...rule, apiVersions }))
  return { ...policy, spec: { ...spec, matchConstraints: { ...constraints, resourceRules } } }
}

/** What the API server finds wrong with the types of a policy's expressions, once it has looked. */
export function typeWarnings(api: Api, policy: Mapping): Promise<readonly Mapping[]> {
  return eventually('type checking', async () => {
    const { body } = await api.get(policy)
    const status = asMapping(body.status)
    const isDone = status?.observedGeneration === asMapping(body.metadata)?.generation
    return isDone ? mappingsIn(asMapping(status?.typeChecking)?.expressionWarnings) : undefined
  })
}

/**
 * The policies that say that an object breaks them, by their names in the cluster; with what was said where an expression
 * could not be evaluated. Undefined for an object that the API server takes for no sound one, or does not know.
 */
export async function violated(api: Api, object: Mapping): Promise<readonly string[] | undefined> {
  if (!(await api.knows(object))) return undefined
  const { status, body, warnings } = await api.create(object, { dryRun: 'All', fieldValidation: 'Ignore' })
  if (status === 422) return undefined
  expect(status, String(body.message)).toBe(201)
  const names = warnings.flatMap(warning => {
    const [, name] = /^Validation failed for ValidatingAdmissionPolicy '([^']+)'/.exec(warning) ?? []
    return name === undefined ? [] : [warning.includes('resulted in error') ? `${name}: ${warning}` : name]
  })
  return [...new Set(names)].sort()
}

/** Lets a CRD take whatever it is, in old versions too, so that policies are asked about what would not come that far. */
export const withoutSchema = (crd: Mapping): Mapping => {
  const spec = asMapping(crd.spec)
  const openAPIV3Schema = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true }
  const versions = mappingsIn(spec?.versions).map(({ name, storage, subresources }) => ({
    ...{ name, storage, served: true, schema: { openAPIV3Schema } },
    ...(subresources !== undefined && { subresources }),
  }))
  return { ...crd, spec: { ...spec, versions } }
}
