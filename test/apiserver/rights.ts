import { Rbac, type Subject } from '../../src/model/rbac/rbac.ts'
import { rightsOf } from '../../src/model/rbac/rights.ts'
import { asMapping, asTexts, type Mapping } from '../../src/parse/untyped.ts'
import { manifestsOf } from '../world.ts'
import { type Api, type Caller, mappingsIn } from './api.ts'

/** Rights as single sentences, `group/resource verb name`, with `*` where a rule says so or names nothing. */
export type Rights = readonly string[]

interface Rule {
  readonly apiGroups: readonly string[]
  readonly resources: readonly string[]
  readonly verbs: readonly string[]
  readonly resourceNames: readonly string[]
}

const sentences = ({ apiGroups, resources, verbs, resourceNames }: Rule): string[] =>
  apiGroups.flatMap(group =>
    resources.flatMap(resource =>
      verbs.flatMap(verb =>
        (resourceNames.length > 0 ? resourceNames : ['*']).map(name => `${group}/${resource} ${verb} ${name}`),
      ),
    ),
  )

const sorted = (texts: readonly string[]): Rights => [...new Set(texts)].sort()

/** What the API server says that a caller may do in a namespace: `kubectl auth can-i --list`. */
export async function serverRights(api: Api, caller: Caller, namespace: string): Promise<Rights> {
  const { body } = await api.as(caller).create({
    ...{ apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectRulesReview', metadata: {}, spec: { namespace } },
  })
  const rules = mappingsIn(asMapping(body.status)?.resourceRules).map(rule => ({
    apiGroups: asTexts(rule.apiGroups),
    resources: asTexts(rule.resources),
    verbs: asTexts(rule.verbs),
    resourceNames: asTexts(rule.resourceNames),
  }))
  return sorted(rules.flatMap(sentences))
}

/** What our model says of it. What everybody has on every cluster is not in it. */
export function modelRights(objects: readonly Mapping[], subject: Subject, namespace: string): Rights {
  const rbac = new Rbac(manifestsOf(JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects })))
  return sorted(
    rightsOf(subject, rbac)
      .filter(({ grant }) => grant.namespace === undefined || grant.namespace === namespace)
      .flatMap(({ rule }) => sentences(rule)),
  )
}

/** The caller that a subject is, with the groups that the API server or a login gives. */
export function callerOf({ kind, name, namespace }: Subject): Caller {
  if (kind !== 'ServiceAccount') return { user: name, groups: ['system:authenticated'] }
  const accounts = 'system:serviceaccounts'
  return {
    user: `system:serviceaccount:${namespace}:${name}`,
    groups: [accounts, `${accounts}:${namespace}`, 'system:authenticated'],
  }
}
