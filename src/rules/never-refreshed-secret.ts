import { setting, unsafe } from '../check/offer.ts'
import { defineRule } from '../check/rule.ts'
import type { Path } from '../finding.ts'
import { FETCHING_KINDS, itemsOf, PUSHING_KINDS, specPathOf } from '../model/eso/external-secrets.ts'
import { pushSourceOf } from '../model/eso/pushes.ts'
import { targetOf } from '../model/eso/targets.ts'
import { remember } from '../model/remember.ts'
import type { World } from '../model/world.ts'
import type { Manifest } from '../parse/manifest.ts'

export default defineRule({
  id: 'never-refreshed-secret',
  title: 'An ExternalSecret is fetched once and never again',
  severities: ['low'],
  kinds: FETCHING_KINDS,
  why: 'When the credential is rotated, or withdrawn because it leaked, the Secret in the cluster stays as it was. Workloads break, and so rotation is put off until nobody dares to.',
  remedy:
    'Set `refreshInterval` to how long an old value may live (an hour is the default), leave `refreshPolicy` at Periodic, and do not set `target.immutable`.',
  references: [
    'https://external-secrets.io/latest/api/externalsecret/',
    'https://external-secrets.io/latest/guides/ownership-deletion-policy/',
  ],
  guide: ['TM2'],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: zero, namespace: shop }
spec:
  refreshInterval: 0h0m0s # finding: refreshInterval 0h0m0s
  data: [{ secretKey: a, remoteRef: { key: a } }]
---
apiVersion: external-secrets.io/v1
kind: ClusterExternalSecret
metadata: { name: once }
spec:
  externalSecretSpec:
    refreshPolicy: CreatedOnce # finding: refreshPolicy CreatedOnce
    refreshInterval: 1h
    data: [{ secretKey: a, remoteRef: { key: a } }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: immutable, namespace: shop }
spec:
  refreshInterval: 1h
  target:
    immutable: true # finding: the Secret is immutable
  dataFrom:
    - extract: { key: a }
    - sourceRef: { generatorRef: { kind: Password, name: password } }
---
# A PushSecret of another Secret brings nothing back.
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: other, namespace: shop }
spec:
  secretStoreRefs: [{ name: vault }]
  selector: { secret: { name: other } }
`,
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: hourly, namespace: shop }
spec:
  refreshInterval: 1h0m
  data: [{ secretKey: a, remoteRef: { key: a } }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: later, namespace: shop }
spec:
  refreshInterval: "\${INTERVAL}"
  data: [{ secretKey: a, remoteRef: { key: a } }]
---
# With OnChange the interval is not read.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: on-change, namespace: shop }
spec:
  refreshPolicy: OnChange
  refreshInterval: "0"
  data: [{ secretKey: a, remoteRef: { key: a } }]
---
# A password that is made once should stay.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: generated, namespace: shop }
spec:
  refreshInterval: "0"
  dataFrom:
    - sourceRef: { generatorRef: { kind: Password, name: password } }
`,
    `
# A backup: the Secret is made in the cluster, pushed, and only brought back into a new one.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: restore, namespace: certificates }
spec:
  refreshPolicy: CreatedOnce
  target: { name: wildcard, creationPolicy: Orphan }
  dataFrom: [{ extract: { key: wildcard } }]
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: backup, namespace: certificates }
spec:
  secretStoreRefs: [{ name: vault }]
  selector: { secret: { name: wildcard } }
`,
  ],
  *check(manifest, world) {
    const items = itemsOf(manifest)
    const fault = items.every(({ how }) => how === 'generator') ? undefined : faultOf(manifest)
    if (!fault || isPushedBack(manifest, world)) return
    yield { path: fault.path, message: `${fault.because}, so a rotated value never arrives` }
  },
  fix({ manifest, path }) {
    const spec = path.slice(0, path.lastIndexOf('spec') + 1)
    const interval = manifest?.get(...spec, 'refreshInterval') ?? undefined
    const field = path.at(-1)
    const isNever = interval !== undefined && NEVER.test(String(interval))
    if (field === 'immutable') return unsafe(ROTATION, setting(path, false))
    if (field === 'refreshInterval') return unsafe(ROTATION, setting(path, HOURLY))
    const [periodic] = setting(path, 'Periodic')
    return unsafe(ROTATION, [periodic, ...(isNever ? setting([...spec, 'refreshInterval'], HOURLY) : [])])
  },
})

const ROTATION = 'Do those who use the Secret cope with another value in it while they run?'
/** What an ExternalSecret has where nobody says. */
const HOURLY = '1h'

interface Fault {
  readonly path: Path
  readonly because: string
}

/** Source: `shouldRefresh` in pkg/controllers/externalsecret/externalsecret_controller.go, ESO 2.9.0 */
function faultOf(manifest: Manifest): Fault | undefined {
  const spec = specPathOf(manifest) ?? []
  const policy = manifest.get(...spec, 'refreshPolicy') ?? 'Periodic'
  const interval = manifest.get(...spec, 'refreshInterval') ?? undefined
  if (policy === 'CreatedOnce')
    return { path: [...spec, 'refreshPolicy'], because: 'it is fetched once only (refreshPolicy CreatedOnce)' }
  if (policy === 'Periodic' && interval !== undefined && NEVER.test(String(interval)))
    return { path: [...spec, 'refreshInterval'], because: `it is fetched once only (refreshInterval ${interval})` }
  if (manifest.get(...spec, 'target', 'immutable') === true)
    return { path: [...spec, 'target', 'immutable'], because: 'the Secret is immutable' }
  return undefined
}

/** A duration of Go that is zero, in whatever units, or negative. */
const NEVER = /^-|^\+?0[0.a-zµ]*$/

/** Whether a PushSecret of the set takes the same Secret: its values come from the cluster. */
function isPushedBack(manifest: Manifest, world: World): boolean {
  return pushed(world).has(placeOf(manifest.namespace, targetOf(manifest)?.name))
}

const placeOf = (namespace: string | undefined, name: string | undefined): string => JSON.stringify([namespace, name])

/** The Secrets that PushSecrets take by name. */
const pushed = remember((world: World): ReadonlySet<string> => {
  const pushes = PUSHING_KINDS.flatMap(kind => world.of(kind))
  return new Set(
    pushes.flatMap(push => {
      const source = pushSourceOf(push)
      return source.from === 'secret' ? placeOf(push.namespace, source.name) : []
    }),
  )
})
