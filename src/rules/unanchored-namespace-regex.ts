import { safe, setting, unsafe } from '../check/offer.ts'
import { defineRule } from '../check/rule.ts'
import { userNamespaces } from '../check/store-accounts.ts'
import { type LooseEnds, looseEnds } from '../model/anchors.ts'
import { alternativesOf } from '../model/eso/conditions.ts'
import { ESO_GROUP } from '../model/eso/eso.ts'
import { compileGoRegexp, type GoRegexp } from '../model/go-regexp.ts'
import { isPlaceholder } from '../parse/untyped.ts'

export default defineRule({
  id: 'unanchored-namespace-regex',
  title: 'A namespace expression of a ClusterSecretStore is not anchored',
  severities: ['medium'],
  kinds: [`${ESO_GROUP}/ClusterSecretStore`],
  needs: ['stores'],
  why: 'The operator looks for the expression anywhere in the name of the namespace: `team-a` also takes `x-team-a-test`. Whoever may create or name a namespace picks a name that contains it and reads the secrets of the team.',
  remedy:
    'Begin each expression in `namespaceRegexes` with `^` and end it with `$`, around the whole of it, as in `^team-[a-z]+$`, or list the namespaces under `namespaces`, which are compared exactly.',
  references: ['https://external-secrets.io/latest/api/clustersecretstore/', 'https://pkg.go.dev/regexp#MatchString'],
  guide: ['NI2'],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: unanchored }
spec:
  conditions:
    - namespaceRegexes:
        - team-a # finding: the expression "team-a" is not anchored, so it also takes x-team-a-x
        - team-a-.* # finding: is not anchored at its beginning, so it also takes x-team-a-x
        - ^team-a # finding: is not anchored at its end, so it also takes team-a-x
        - ^team-a|team-b$ # finding: the expression "^team-a|team-b$" is not anchored
        - ^(team-a|team-b) # finding: is not anchored at its end
        - "[a-z]+-dev$" # finding: is not anchored at its beginning
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
`,
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: anchored }
spec:
  conditions:
    - namespaceRegexes: ["^team-a$", "^(team-a|team-b)$", "^team-a$|^team-b$", '\\Ateam-a\\z']
    # Whoever writes this means every name that begins or ends so.
    - namespaceRegexes: ["^team-", "^team-.*", "^team-[a-z0-9-]+", "-dev$", ".*-dev$"]
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
# Names are compared exactly; the API server refuses an expression that does not compile.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: others }
spec:
  conditions:
    - namespaces: [team-a]
    - namespaceRegexes: ["\${TEAM}", "(team", 1]
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
`,
  ],
  *check(store) {
    for (const { path, by, value } of alternativesOf(store)) {
      if (by !== 'regex' || typeof value !== 'string' || isPlaceholder(value)) continue
      const regexp = compileGoRegexp(value)
      if (!regexp) continue
      const ends = looseEnds(value)
      if (!ends.before && !ends.after) continue
      const example = exampleOf(value, regexp, ends)
      const takes = example === undefined ? 'it takes names that merely contain a match' : `it also takes ${example}`
      yield { path, message: `the expression "${value}" is not anchored${sideOf(ends)}, so ${takes}` }
    }
  },
  fix({ manifest, path, world }) {
    const pattern = manifest?.get(...path)
    if (!manifest || typeof pattern !== 'string') return undefined
    const anchored = anchoredAt(pattern, looseEnds(pattern))
    const changes = setting(path, anchored)
    const regexp = compileGoRegexp(anchored)
    const isEnough = userNamespaces(manifest, world).every(name => regexp?.matches(name))
    return world.has('complete') && isEnough ? safe(changes) : unsafe(WHOLE_NAMES, changes)
  },
})

const WHOLE_NAMES = 'Does the expression say the whole name of every namespace that uses the store? Others lose it.'

/** An alternative at the top would be anchored at one end only. */
const anchoredAt = (pattern: string, { before, after }: LooseEnds): string =>
  pattern.includes('|') ? `^(?:${pattern})$` : `${before ? '^' : ''}${pattern}${after ? '$' : ''}`

const sideOf = ({ before, after }: LooseEnds): string =>
  before && after ? '' : before ? ' at its beginning' : ' at its end'

/** A name that the expression takes by mistake, where it is plain enough to make one from it. */
function exampleOf(pattern: string, regexp: GoRegexp, { before, after }: LooseEnds): string | undefined {
  const plain = pattern.replace(/^\^|\$$/g, '').replace(/\.[*+]/g, 'x')
  const example = `${before ? 'x-' : ''}${plain}${after ? '-x' : ''}`
  return /^[a-z0-9-]+$/.test(example) && regexp.matches(example) && !regexp.matchesAll(example) ? example : undefined
}
