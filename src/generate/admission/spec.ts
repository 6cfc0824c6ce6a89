import type { Expression } from './policy.ts'

/** `spec`: what an ExternalSecret asks for, be it inside of a ClusterExternalSecret. */
export const FETCHED_SPEC: Expression = {
  name: 'spec',
  expression:
    "object.kind == 'ClusterExternalSecret' ? object.?spec.?externalSecretSpec.orValue({}) : object.?spec.orValue({})",
}

/** `spec`: what a PushSecret asks for, be it inside of a ClusterPushSecret. */
export const PUSHED_SPEC: Expression = {
  name: 'spec',
  expression:
    "object.kind == 'ClusterPushSecret' ? object.?spec.?pushSecretSpec.orValue({}) : object.?spec.orValue({})",
}

const NAME_LABEL = "'kubernetes.io/metadata.name'"

const CHOSEN = 'object.?spec.?namespaceSelectors.orValue([])'
/** Only a ClusterExternalSecret has these. */
const FETCHING_CHOSEN = `[object.?spec.?namespaceSelector].filter(s, s.hasValue()).map(s, s.value()) + ${CHOSEN}`
const FETCHING_NAMED = 'object.?spec.?namespaces.orValue([]) + '

/**
 * Variables for the namespaces that a request names: `named`, and `required`, which has a list of lists for each selector.
 * Those that a cluster-wide kind chooses by other labels are not known here: what the operator makes in them is judged there.
 */
const namedNamespaces = (chosen: string, named: string): readonly Expression[] => [
  { name: 'chosen', expression: `object.kind.startsWith('Cluster') ? ${chosen} : []` },
  {
    name: 'labelled',
    expression: `variables.chosen.filter(s, s.?matchLabels[?${NAME_LABEL}].hasValue()).map(s, s.matchLabels[${NAME_LABEL}])`,
  },
  {
    name: 'named',
    expression: `object.kind.startsWith('Cluster') ? ${named}variables.labelled : [object.metadata.?namespace.orValue('default')]`,
  },
  {
    name: 'required',
    expression: `variables.chosen.map(s, s.?matchExpressions.orValue([]).filter(e, e.key == ${NAME_LABEL} && e.operator == 'In').map(e, e.?values.orValue([])))`,
  },
]

export const FETCHING_NAMESPACES = namedNamespaces(FETCHING_CHOSEN, FETCHING_NAMED)
export const PUSHING_NAMESPACES = namedNamespaces(CHOSEN, '')

/** A condition on `ns` that must hold for each namespace that a request names. */
export const everyNamespace = (condition: string): string =>
  `variables.named.all(ns, ${condition}) && variables.required.all(m, m.all(l, l.all(ns, ${condition})))`
