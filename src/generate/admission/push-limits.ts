import { PUSHING_KINDS, specPathOf } from '../../model/eso/external-secrets.ts'
import type { World } from '../../model/world.ts'
import { knownText } from '../../parse/untyped.ts'
import { ON_WRITTEN_SPEC, type PolicyMaker, PUSHING } from './policy.ts'
import { PUSHED_SPEC } from './spec.ts'

/** A PushSecret takes what it names, and changes at the provider no more than PushSecrets do today. */
export const pushLimits: PolicyMaker = world => {
  const updatePolicies = inUse(world, 'updatePolicy', 'Replace', 'IfNotExists')
  const deletionPolicies = inUse(world, 'deletionPolicy', 'None', 'None')
  return {
    policy: {
      id: 'eso-push-secret-limits',
      comment: [
        'PushSecrets must not take every Secret of their namespace, nor every key of Secrets that a label chooses.',
        'updatePolicies, deletionPolicies: the mildest, and what the set uses today.',
      ],
      kinds: PUSHING,
      ...ON_WRITTEN_SPEC,
      settings: [
        { name: 'updatePolicies', value: updatePolicies },
        { name: 'deletionPolicies', value: deletionPolicies },
      ],
      variables: [
        PUSHED_SPEC,
        { name: 'updatePolicy', expression: "variables.spec.?updatePolicy.orValue('Replace')" },
        { name: 'deletionPolicy', expression: "variables.spec.?deletionPolicy.orValue('None')" },
        { name: 'secret', expression: 'variables.spec.?selector.?secret.orValue({})' },
        {
          name: 'chooses',
          expression:
            "variables.secret.?selector.hasValue() && variables.secret.?name.orValue('') == '' && !variables.spec.?selector.?generatorRef.hasValue()",
        },
      ],
      validations: [
        {
          expression:
            '!variables.chooses || size(variables.secret.?selector.?matchLabels.orValue({})) > 0 || size(variables.secret.?selector.?matchExpressions.orValue([])) > 0',
          message: "'an empty selector takes every Secret of the namespace'",
        },
        {
          expression:
            "!variables.chooses || variables.spec.?dataTo.orValue([]).all(d, !(d.?match.?regexp.orValue('') in ['', '.*', '.+', '^.*$', '^.+$']))",
          message: "'an entry of dataTo takes every key of every chosen Secret'",
        },
        {
          expression: 'variables.updatePolicy in variables.updatePolicies',
          message: "'updatePolicy ' + string(variables.updatePolicy) + ' is not allowed'",
        },
        {
          expression: 'variables.deletionPolicy in variables.deletionPolicies',
          message: "'deletionPolicy ' + string(variables.deletionPolicy) + ' is not allowed'",
        },
      ],
      action: 'deny',
      holds: [
        { id: 'push-secret-selects-all-secrets', severities: ['high'] },
        ...(updatePolicies.includes('Replace') ? [] : [{ id: 'push-secret-overwrites-remote' }]),
        ...(deletionPolicies.includes('Delete') ? [] : [{ id: 'push-secret-deletes-remote' }]),
      ],
      examples: { admitted: selecting({ push: 'yes' }), refused: selecting({}) },
    },
  }
}

/** What PushSecrets of the set say, and the mildest. */
function inUse(world: World, field: string, byDefault: string, mildest: string): string[] {
  const requests = PUSHING_KINDS.flatMap(kind => world.of(kind))
  const used = requests.flatMap(
    request => knownText(request.get(...(specPathOf(request) ?? []), field) ?? byDefault) ?? [],
  )
  return [...new Set([mildest, ...used])].sort()
}

const selecting = (matchLabels: { readonly [label: string]: string }) => ({
  apiVersion: 'external-secrets.io/v1alpha1',
  kind: 'PushSecret',
  metadata: { name: 'one', namespace: 'shop' },
  spec: { updatePolicy: 'IfNotExists', selector: { secret: { selector: { matchLabels } } } },
})
