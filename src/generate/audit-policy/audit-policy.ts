import { isDeepStrictEqual } from 'node:util'
import type { YamlValue } from '../../finding.ts'
import { AUDIT_POLICY_KIND } from '../../model/admission/audit.ts'
import { accountOf } from '../../model/pods/workloads.ts'
import { nameOfSubject } from '../../model/rbac/rbac.ts'
import type { World } from '../../model/world.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { asList, asTexts } from '../../parse/untyped.ts'
import { type Body, type GeneratedFile, type Generator, nothing } from '../generator.ts'
import { auditRules } from './audit-rules.ts'
import { yamlValueOf } from './yaml-value.ts'

/** Rules for the audit log of the API server, before those of the audit policies that are there. */
export const auditPolicy: Generator = {
  id: 'audit-policy',
  title: 'Audit rules for what the operator is told and for the Secrets it writes',
  answers: ['eso-changes-not-audited', 'secret-bodies-in-audit-log', 'unwatched-secret-changes'],
  generate(world) {
    const policies = world.of(AUDIT_POLICY_KIND)
    if (policies.length === 0 && !world.has('install') && !world.has('connections'))
      return nothing('nothing of External Secrets Operator is here')
    const rules = auditRules(world)
    if (policies.length === 0)
      return { files: [fileOf(FILE, rules, [], [], [...USE, ...watched(world)])], notes: [ALONE] }
    return {
      files: policies.map((policy, i) => mergedFile(policy, i, rules, world)),
      notes: policies.flatMap(silencedStages),
    }
  },
}

const FILE = 'audit-policy.yaml'

const USE = [
  'For --audit-policy-file of the API server; it is no object that kubectl could apply. The first rule that matches a request decides.',
]

const ALONE =
  'there is no audit policy in the set: with this one alone the API server logs nothing else, so put its rules before those of the cluster’s own, and name that one in auditPolicy of the config'

/** No metric of the operator counts changes by others: only the log has them. */
const watched = ({ eso }: World): string[] => {
  const accounts = [...new Set(eso.controllers.map(({ pod }) => nameOfSubject(accountOf(pod))))].sort()
  return accounts.length === 0
    ? []
    : [
        `Changes of Secrets with the label reconcile.external-secrets.io/managed are the work of ${accounts.join(', ')}: look for those of anybody else.`,
      ]
}

/** What is there stays, behind the new rules, in its order. */
function mergedFile(policy: Manifest, i: number, rules: readonly Body[], world: World): GeneratedFile {
  const own = asList(policy.get('rules')).filter(rule => !rules.some(added => isDeepStrictEqual(added, rule)))
  const comment = [`Instead of ${policy.file}: its rules stand behind the new ones.`, ...USE, ...watched(world)]
  const name = i === 0 ? FILE : FILE.replace('.', `-${i + 1}.`)
  return fileOf(name, rules, own.map(yamlValueOf), heardStages(policy), comment)
}

const fileOf = (
  name: string,
  rules: readonly Body[],
  others: readonly YamlValue[],
  omitStages: readonly string[],
  comment: readonly string[],
): GeneratedFile => ({
  ...{ name, purpose: 'manifests' },
  documents: [
    {
      comment,
      body: {
        ...{ apiVersion: 'audit.k8s.io/v1', kind: 'Policy' },
        ...(omitStages.length > 0 && { omitStages }),
        rules: [...rules, ...others],
      },
    },
  ],
})

/** Without its last stage nothing of a request is logged, whatever the rules say. */
const LAST = 'ResponseComplete'

const heardStages = (policy: Manifest): string[] => asTexts(policy.get('omitStages')).filter(stage => stage !== LAST)

const silencedStages = (policy: Manifest): string[] =>
  asTexts(policy.get('omitStages')).includes(LAST)
    ? [
        `${policy.file} omits the stage ${LAST} of every request, which is taken out of omitStages here: more is logged than before`,
      ]
    : []
