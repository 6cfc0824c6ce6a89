import { checkWorld } from '../../src/check/check.ts'
import type { Rule } from '../../src/check/rule.ts'
import { parseConfig } from '../../src/config/config.ts'
import { policiesFor } from '../../src/generate/admission/policies.ts'
import type { HeldRule, Policy } from '../../src/generate/admission/policy.ts'
import { World } from '../../src/model/world.ts'
import { isNamespaced } from '../../src/parse/kinds.ts'
import type { Manifest } from '../../src/parse/manifest.ts'
import type { Mapping } from '../../src/parse/untyped.ts'
import { RULES } from '../../src/rules/index.ts'
import { manifestsOf } from '../world.ts'

/** An object of a rule's example, and the policies that hold the rule. */
export interface RuleExample {
  readonly name: string
  readonly object: Mapping
  readonly policies: readonly Policy[]
  readonly isRefused: boolean
}

const CONFIG = /^# config: (.+)$/m

/** Every object that a rule reports must be refused, and every one of its good examples let in. */
export async function ruleExamples(): Promise<RuleExample[]> {
  const held = policiesFor(
    new World([], { config: { teams: { a: { namespaces: ['a'], keyPrefixes: ['a'] } } } }),
  ).policies
  const ids = new Set([...held.flatMap(({ holds }) => holds.map(({ id }) => id)), 'unapproved-endpoint'])
  const all = await Promise.all(RULES.filter(({ id }) => ids.has(id)).map(rule => ofRule(rule)))
  return all.flat()
}

async function ofRule(rule: Rule): Promise<RuleExample[]> {
  const bad = await Promise.all(rule.bad.map((yaml, i) => ofExample(rule, yaml, `bad ${i}`, true)))
  const good = await Promise.all(rule.good.map((yaml, i) => ofExample(rule, yaml, `good ${i}`, false)))
  return [...bad, ...good].flat()
}

async function ofExample(rule: Rule, yaml: string, name: string, isBad: boolean): Promise<RuleExample[]> {
  const config = await parseConfig(CONFIG.exec(yaml)?.[1] ?? '', 'the example’s config')
  const manifests = manifestsOf(yaml)
  // What bad examples do must not count as what is in use.
  const around = isBad ? manifests.filter(({ groupKind }) => !groupKind.includes('external-secrets.io/')) : manifests
  const { policies } = policiesFor(new World(around, { config }))
  const holding = policies.filter(({ holds }) => holds.some(({ id }) => id === rule.id))
  const reported = new Set(holding.flatMap(({ holds }) => reportedBy(rule, holds, manifests, config)))
  return manifests
    .filter(manifest => rule.kinds.includes(manifest.groupKind) && isRequest(manifest))
    .filter(manifest => (isBad ? reported.has(manifest) : true))
    .map(manifest => {
      const title = `${rule.id} ${name}: ${manifest.kind} ${manifest.name}`
      return {
        name: title,
        object: manifest.body as Mapping,
        policies: holding,
        isRefused: isBad !== EXCEPTIONS.has(title),
      }
    })
}

/** What is filled in later, or goes wherever it is applied, is no request yet. */
const isRequest = ({ body, groupKind, namespace }: Manifest): boolean =>
  !/\$\{|<[A-Z]/.test(JSON.stringify(body)) && (!isNamespaced(groupKind) || namespace !== undefined)

/** Where a policy does not say what the rule says. */
const EXCEPTIONS = new Set([
  // A condition that takes nobody is refused: whoever wrote it meant something else.
  'catch-all-store-condition good 0: ClusterSecretStore nobody',
  'unrestricted-cluster-store good 0: ClusterSecretStore for-nobody',
  // An overlay's patch is never sent to the API server by itself.
  'unrestricted-cluster-store good 1: ClusterSecretStore patch',
  // Other rules report these, and the policies hold those as well.
  'privileged-secret-type good 0: ExternalSecret other',
  'static-vault-token good 0: SecretStore doppler',
  // OpenBao has no keyless way.
  'static-vault-token bad 1: ClusterSecretStore bao',
  // A policy does not know the operator's version.
  'dangerous-template-function good 0: ExternalSecret gone',
])

function reportedBy(
  rule: Rule,
  holds: readonly HeldRule[],
  manifests: readonly Manifest[],
  config: NonNullable<ConstructorParameters<typeof World>[1]>['config'],
): Manifest[] {
  const severities = holds.find(({ id }) => id === rule.id)?.severities
  return checkWorld([rule], new World(manifests, config === undefined ? {} : { config }))
    .filter(({ severity }) => severities?.includes(severity) ?? true)
    .flatMap(({ manifest }) => manifest ?? [])
}
