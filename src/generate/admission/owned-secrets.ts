import { accountOf } from '../../model/pods/workloads.ts'
import type { World } from '../../model/world.ts'
import type { PolicyMaker } from './policy.ts'

/** Nobody but the operator changes a Secret that an ExternalSecret owns. */
export const ownedSecrets: PolicyMaker = world => {
  const accounts = accountsOf(world)
  if (accounts.length === 0)
    return {
      notes: ['no operator whose namespace is known is in the set: writes of others to its Secrets are not watched'],
    }
  return {
    policy: {
      id: 'eso-owned-secrets',
      comment: [
        'Reports who changes or deletes a Secret that an ExternalSecret owns, other than the operator and Kubernetes itself; ESO has no metric for it.',
        'It lets them through: deny once nothing of yours is reported. Labels and annotations may be changed by anybody.',
      ],
      kinds: [{ group: '', kind: 'Secret' }],
      operations: ['UPDATE', 'DELETE'],
      conditions: [
        { name: 'has-old-object', expression: "request.operation in ['UPDATE', 'DELETE'] && oldObject != null" },
        {
          name: 'owned',
          expression:
            "oldObject.metadata.?ownerReferences.orValue([]).exists(o, o.kind == 'ExternalSecret' && o.apiVersion.startsWith('external-secrets.io/'))",
        },
        {
          name: 'changed',
          expression:
            "request.operation == 'DELETE' || object.?data.orValue({}) != oldObject.?data.orValue({}) || object.metadata.?ownerReferences.orValue([]) != oldObject.metadata.?ownerReferences.orValue([])",
        },
      ],
      settings: [{ name: 'users', value: accounts }],
      variables: [
        { name: 'user', expression: "request.?userInfo.?username.orValue('')" },
        { name: 'groups', expression: 'request.?userInfo.?groups.orValue([])' },
      ],
      validations: [
        {
          // Namespaces that go, and owners that go, take their Secrets with them.
          expression: `variables.user in variables.users || variables.user == 'system:kube-controller-manager' || variables.groups.exists(g, g == 'system:serviceaccounts:kube-system')`,
          message: "'a Secret of External Secrets Operator is changed by ' + variables.user",
        },
      ],
      action: 'watch',
      holds: [],
    },
  }
}

/** The user names of the controllers. */
const accountsOf = ({ eso }: World): string[] =>
  [
    ...new Set(
      eso.controllers.flatMap(({ pod }) => {
        const { namespace, name } = accountOf(pod)
        return namespace === undefined ? [] : `system:serviceaccount:${namespace}:${name}`
      }),
    ),
  ].sort()
