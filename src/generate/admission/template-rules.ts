import { FETCHING_KINDS } from '../../model/eso/external-secrets.ts'
import { targetOf } from '../../model/eso/targets.ts'
import type { World } from '../../model/world.ts'
import { text } from './cel.ts'
import { FETCHING, ON_WRITTEN_SPEC, type Policy, type PolicyMaker, PUSHING, type Validation } from './policy.ts'
import { FETCHED_SPEC, PUSHED_SPEC } from './spec.ts'

/** What an ExternalSecret may write: harmless templates, and Secrets. */
export const fetchingTemplates: PolicyMaker = world => ({
  policy: {
    id: 'eso-external-secret-templates',
    comment: [
      'Templates of ExternalSecrets must not call functions that read, resolve or leak data, and must not make Secrets that Kubernetes turns into credentials.',
      'What stands in ConfigMaps and Secrets that templateFrom names is not seen here.',
      'targets: what ExternalSecrets may write; other kinds than Secrets only where the set has them today.',
    ],
    kinds: FETCHING,
    ...ON_WRITTEN_SPEC,
    settings: [
      { name: 'types', value: ['bootstrap.kubernetes.io/token', 'kubernetes.io/service-account-token'] },
      { name: 'targets', value: targetsIn(world) },
    ],
    variables: [
      FETCHED_SPEC,
      { name: 'template', expression: 'variables.spec.?target.?template.orValue({})' },
      { name: 'target', expression: 'variables.spec.?target.?manifest.orValue({})' },
      { name: 'entries', expression: 'variables.spec.?dataFrom.orValue([])' },
      ...TEXTS,
    ],
    validations: [
      {
        expression: "!(variables.template.?type.orValue('Opaque') in variables.types)",
        message: "'template.type ' + string(variables.template.?type.orValue('Opaque')) + ' is not allowed'",
      },
      {
        expression:
          "(variables.target.?apiVersion.orValue('v1') + '/' + variables.target.?kind.orValue('Secret')) in variables.targets",
        message: "'target.manifest may not be ' + string(variables.target.?kind.orValue('Secret'))",
      },
      {
        expression: `size(variables.target) > 0 || ${SOURCES}.all(f, f.?target.orValue('Data') in ['Data', 'Annotations', 'Labels'])`,
        message: "'templateFrom.target may only be Data, Annotations or Labels'",
      },
      ...NO_CALLS,
    ],
    action: 'deny',
    holds: [
      { id: 'dangerous-template-function', severities: ['high'] },
      { id: 'privileged-secret-type' },
      ...(targetsIn(world).length > 1 ? [] : [{ id: 'generic-target' }]),
    ],
    examples: { admitted: fetching('{{ .password }}'), refused: fetching('{{ .password | getHostByName }}') },
  },
})

/** What a PushSecret may make of a Secret before it is pushed. */
export const pushingTemplates: PolicyMaker = () => ({
  policy: {
    id: 'eso-push-secret-templates',
    comment: ['Templates of PushSecrets must not call functions that read, resolve or leak data.'],
    kinds: PUSHING,
    ...ON_WRITTEN_SPEC,
    settings: [],
    variables: [
      PUSHED_SPEC,
      { name: 'template', expression: 'variables.spec.?template.orValue({})' },
      { name: 'entries', expression: 'variables.spec.?dataTo.orValue([])' },
      ...TEXTS,
    ],
    validations: NO_CALLS,
    action: 'deny',
    holds: [{ id: 'dangerous-template-function' }],
    examples: { admitted: pushing('{{ .password }}'), refused: pushing('{{ getSecretKey "a" "b" "c" }}') },
  },
})

const SOURCES = 'variables.template.?templateFrom.orValue([])'

/** Lists of the texts that template engine v2 renders, as templatesOf. */
const TEXTS: Policy['variables'] = [
  {
    name: 'maps',
    expression:
      '[variables.template.?data.orValue({}), variables.template.?metadata.?annotations.orValue({}), variables.template.?metadata.?labels.orValue({})]',
  },
  { name: 'values', expression: 'variables.maps.map(m, m.map(k, string(m[k])))' },
  { name: 'literals', expression: `${SOURCES}.map(f, string(f.?literal.orValue('')))` },
  {
    name: 'rewrites',
    expression: "variables.entries.map(d, d.?rewrite.orValue([]).map(w, string(w.?transform.?template.orValue(''))))",
  },
  { name: 'texts', expression: 'variables.values + [variables.literals] + variables.rewrites' },
]

const TICK = '`'

/** A piece of an action: what is quoted is one. */
const PIECE = String.raw`[^"'${TICK}}/]|"([^"\\]|\\.)*"|'([^'\\]|\\.)*'|${TICK}[^${TICK}]*${TICK}`
/** The same where a function's name may follow: it must be no part of another word, and no field or variable. */
const BEFORE = String.raw`[^"'${TICK}}/.$\w]|"([^"\\]|\\.)*"|'([^'\\]|\\.)*'|${TICK}[^${TICK}]*${TICK}`

const calls = (name: string): string => String.raw`\{\{((${PIECE})*(${BEFORE}))?(${name})\b`

const refuses = (expression: string, message: string): Validation => ({
  expression: `variables.texts.all(l, l.all(t, !t.matches(r'''${expression}''')))`,
  message: text(message),
})

/** As dangerous-template-function; of the whole operator's past, since a policy does not know its version. */
const NO_CALLS: readonly Validation[] = [
  refuses(calls('getHostByName|getSecretKey'), 'the template calls getHostByName or getSecretKey'),
  // A field or a variable in the same action, before or behind the call.
  refuses(`${calls('fail')}(${PIECE})*[.$]`, 'the template gives data to fail, which puts it into an event'),
  refuses(
    String.raw`\{\{(${PIECE})*[.$](${PIECE})*\|\s*fail\b`,
    'the template gives data to fail, which puts it into an event',
  ),
]

/** `v1/Secret`, and what generic targets of the set write today. */
function targetsIn(world: World): string[] {
  const targets = FETCHING_KINDS.flatMap(kind => world.of(kind)).flatMap(manifest => targetOf(manifest) ?? [])
  const named = targets.flatMap(({ apiVersion, kind }) => (apiVersion && kind ? `${apiVersion}/${kind}` : []))
  return [...new Set(['v1/Secret', ...named])].sort()
}

const fetching = (password: string) => ({
  apiVersion: 'external-secrets.io/v1',
  kind: 'ExternalSecret',
  metadata: { name: 'one', namespace: 'shop' },
  spec: { target: { template: { data: { password } } } },
})

const pushing = (password: string) => ({
  apiVersion: 'external-secrets.io/v1alpha1',
  kind: 'PushSecret',
  metadata: { name: 'one', namespace: 'shop' },
  spec: { template: { data: { password } } },
})
