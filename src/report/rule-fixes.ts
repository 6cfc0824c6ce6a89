import { checkWorld } from '../check/check.ts'
import type { Rule } from '../check/rule.ts'
import type { Change, Fix, Path } from '../finding.ts'
import { World } from '../model/world.ts'
import { type Origin, parseManifests } from '../parse/manifest.ts'

/** As if the operator's chart had printed an example. */
const RENDERED = '# Source: external-secrets/templates/example.yaml\n'
const PLAIN: Origin = { file: 'example.yaml', release: undefined }
const CHART: Origin = {
  ...PLAIN,
  release: { name: 'external-secrets', namespace: 'external-secrets' },
  templateFile: source => source,
}
/** For an example that leaves the operator out. */
const OPERATOR = `
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: external-secrets }
spec:
  template:
    spec:
      containers: [{ name: external-secrets, image: "registry.example.com/external-secrets:v2.9.0" }]
`

/** What a rule offers for its own bad examples: what has to be answered before, and what is changed then. */
export function fixEntries(rule: Rule): string[] {
  if (!rule.fix) return []
  const fixes = rule.bad.flatMap(yaml => [...fixesFor(rule, yaml, PLAIN), ...fixesFor(rule, RENDERED + yaml, CHART)])
  const groups = Map.groupBy(fixes, fix => (fix.safety === 'safe' ? SAFE : `After an answer to “${fix.question}”`))
  return [...groups].map(([when, some]) => `${when}: ${[...new Set(some.map(deedOf))].join('; ')}`)
}

const SAFE = 'Safe'

/** Whether a cluster is called complete decides about safety. */
const fixesFor = (rule: Rule, yaml: string, origin: Origin): Fix[] =>
  [false, true].flatMap(complete => {
    const worldOf = (text: string): World => new World(parseManifests(text, origin).manifests, { complete })
    const world = worldOf(yaml)
    const judged = origin.release && !world.has('install') ? worldOf(yaml + OPERATOR) : world
    return checkWorld([rule], judged).flatMap(result => rule.fix?.(result) ?? [])
  })

const deedOf = ({ changes }: Fix): string => [...new Set(changes.map(doneBy))].join(' and ')

function doneBy(change: Change): string {
  switch (change.kind) {
    case 'value':
      return `\`${change.key.join('.')}: ${JSON.stringify(change.value)}\` for the operator's chart`
    case 'field':
      return `\`${fieldName(change.path)}\``
    case 'remove':
      return 'the object goes'
    case 'generate':
      return `what \`generate ${change.what}\` makes`
  }
}

/** `rules[].verbs`, without which item that was in the example. */
const fieldName = (path: Path): string =>
  path.map((step, i) => (typeof step === 'number' ? '[]' : `${i > 0 ? '.' : ''}${step}`)).join('')
