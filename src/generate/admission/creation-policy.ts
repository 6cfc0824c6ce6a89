import { FETCHING, ON_WRITTEN_SPEC, type PolicyMaker } from './policy.ts'
import { sensitiveNamespaces } from './sensitive-namespaces.ts'
import { FETCHED_SPEC, FETCHING_NAMESPACES } from './spec.ts'

/** In sensitive namespaces an ExternalSecret writes no Secret but its own. */
export const creationPolicy: PolicyMaker = world => {
  const sensitive = sensitiveNamespaces(world)
  const [first] = sensitive
  if (first === undefined)
    return { notes: ['sensitiveNamespaces of the config is empty: creationPolicy is not judged'] }
  const origin = world.config.sensitiveNamespaces
    ? 'sensitiveNamespaces of the config'
    : 'those of Kubernetes and of the operator'
  return {
    policy: {
      id: 'eso-creation-policy',
      comment: [
        `In sensitive namespaces ExternalSecrets must own the Secret that they write (creationPolicy: Owner): ${origin}.`,
        'A ClusterExternalSecret that chooses namespaces by labels may reach them, and is held to it as well.',
      ],
      kinds: FETCHING,
      ...ON_WRITTEN_SPEC,
      settings: [{ name: 'sensitive', value: sensitive }],
      variables: [
        FETCHED_SPEC,
        ...FETCHING_NAMESPACES,
        { name: 'creationPolicy', expression: "variables.spec.?target.?creationPolicy.orValue('Owner')" },
        {
          name: 'mayReach',
          expression: 'size(variables.chosen) > 0 || variables.named.exists(ns, ns in variables.sensitive)',
        },
      ],
      validations: [
        {
          expression: "variables.creationPolicy == 'Owner' || !variables.mayReach",
          message: "'creationPolicy ' + string(variables.creationPolicy) + ' is not allowed here'",
        },
      ],
      action: 'deny',
      holds: [{ id: 'unowned-target-secret', severities: ['high'] }],
      examples: { admitted: writing(first, 'Owner'), refused: writing(first, 'Merge') },
    },
  }
}

const writing = (namespace: string, policy: string) => ({
  apiVersion: 'external-secrets.io/v1',
  kind: 'ExternalSecret',
  metadata: { name: policy.toLowerCase(), namespace },
  spec: { target: { creationPolicy: policy } },
})
