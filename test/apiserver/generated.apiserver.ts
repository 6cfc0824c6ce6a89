import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import type { Config } from '../../src/config/config.ts'
import { generateAll } from '../../src/generate/generate.ts'
import type { Choice } from '../../src/generate/generator.ts'
import { GENERATORS } from '../../src/generate/index.ts'
import { World } from '../../src/model/world.ts'
import { asMapping, asText, type Mapping } from '../../src/parse/untyped.ts'
import { moduleFolder } from '../engines/module-folder.ts'
import { SAMPLE_CONFIG } from '../engines/policy-samples.ts'
import { STORES } from '../generate/network-policies/stores.ts'
import { SHARED, testShared } from '../shared.ts'
import { manifestsOf } from '../world.ts'
import { type Api, mappingsIn } from './api.ts'
import { establish, makeNamespaces, objectsIn } from './crds.ts'
import { type Install, installs } from './installs.ts'
import { withSession } from './session.ts'

/** With something for every generator to make. */
const CONFIG: Config = {
  ...SAMPLE_CONFIG,
  operators: [{ kind: 'Group', name: 'operators' }],
  teams: {
    ...SAMPLE_CONFIG.teams,
    pay: { namespaces: ['pay'], subjects: [{ kind: 'User', name: 'ann' }] },
  },
}
const SIGNING_IN = `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: signing-in, namespace: shop }
spec: { provider: { vault: { server: "https://vault.example.com", auth: { kubernetes: { serviceAccountRef: { name: reader } } } } } }
`

const CHOICES: readonly Choice[] = [
  { engine: 'vap', flavor: 'k8s' },
  { engine: 'kyverno', flavor: 'cilium' },
  { engine: 'gatekeeper', flavor: 'calico' },
]

/** Kinds of others, whose definitions come with the Go modules of their projects. */
const definitions = (): Mapping[] =>
  [
    join(
      moduleFolder('kyverno', 'github.com/kyverno/kyverno'),
      'config/crds/policies.kyverno.io/policies.kyverno.io_validatingpolicies.yaml',
    ),
    join(
      moduleFolder('gator', 'github.com/open-policy-agent/gatekeeper/v3'),
      'config/crd/bases/constrainttemplate-customresourcedefinition.yaml',
    ),
    join(
      moduleFolder('cilium', 'github.com/cilium/cilium'),
      'pkg/k8s/apis/cilium.io/client/crds/v2/ciliumnetworkpolicies.yaml',
    ),
  ].flatMap(objectsIn)

/** Kinds that no server here has, and why. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'audit.k8s.io/v1': 'a file for the API server, no object of it: audit.apiserver.ts starts it with one',
  'constraints.gatekeeper.sh/v1beta1': 'Gatekeeper makes the definitions in the cluster, from the templates',
  'monitoring.coreos.com/v1': 'the Go proxy has no module with the definition: promtool reads the rules',
  'projectcalico.org/v3': 'the Go proxy has no module of Calico',
}

interface Written {
  readonly title: string
  readonly object: Mapping
}

/** All manifests that are generated beside an install, each content once. */
function generatedFor({ version, isHardened, objects }: Install): Written[] {
  const items = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects })
  const world = new World(manifestsOf(`${items}\n---\n${STORES}---${SIGNING_IN}`), { config: CONFIG })
  const written = CHOICES.flatMap(choice => {
    const { files } = generateAll(GENERATORS, [world], choice, id => `eso-hardener generate ${id}`)
    return files.flatMap(({ path, purpose, text }) =>
      purpose === 'manifests' ? objectsOf(text).map(object => ({ title: `${version}: ${path}`, object })) : [],
    )
  })
  const rendered = objects.map(object => ({ title: `${version}: chart${isHardened ? ', hardened' : ''}`, object }))
  return [...new Map([...written, ...rendered].map(one => [JSON.stringify(one.object), one])).values()]
}

const objectsOf = (text: string): Mapping[] =>
  mappingsIn(parseAllDocuments(text).map(document => document.toJS() as unknown))

const nameOf = ({ kind, metadata }: Mapping): string => `${kind} ${asText(asMapping(metadata)?.name)}`

/** What the server says against an object; undefined where it takes it. */
async function refusalOf(api: Api, { title, object }: Written): Promise<string | undefined> {
  const { status, body } = await api.apply(object, { dryRun: 'All', fieldValidation: 'Strict' })
  return status < 300 ? undefined : `${title}: ${nameOf(object)}: ${body.message}`
}

if (!existsSync(SHARED)) testShared('generated manifests on the API server', () => {})
else
  withSession('what is generated, beside each version of the operator at hand, as it is and hardened', session => {
    let written: readonly Written[] = []
    beforeAll(async () => {
      const { api } = session()
      await establish(api, definitions())
      const all = (await installs()).flatMap(generatedFor)
      written = [...new Map(all.map(one => [JSON.stringify(one.object), one])).values()]
      await makeNamespaces(
        api,
        written.map(({ object }) => asText(asMapping(object.metadata)?.namespace) ?? 'default'),
      )
    })

    test('the API server applies it with strict field validation', async () => {
      const { api } = session()
      const here = written.filter(({ object }) => !Object.hasOwn(ELSEWHERE, String(object.apiVersion)))
      const refused = []
      for (const one of here) refused.push(await refusalOf(api, one))
      const kinds = Object.fromEntries(
        [...Map.groupBy(here, ({ object }) => String(object.kind))].map(([kind, own]) => [kind, own.length]),
      )
      console.log(`${here.length} manifests applied, ${written.length - here.length} are for elsewhere:`, kinds)
      expect(refused.filter(one => one !== undefined)).toEqual([])
      const own = ['CiliumNetworkPolicy', 'ConstraintTemplate', 'Namespace', 'NetworkPolicy', 'Role', 'RoleBinding']
      for (const kind of [...own, 'ValidatingAdmissionPolicy', 'ValidatingPolicy']) expect(kinds).toHaveProperty(kind)
    })

    test('planted faults are noticed: a field that there is not, and a value that is none', async () => {
      const { api } = session()
      for (const { title, object } of written.filter(({ object: { kind } }) => kind === 'NetworkPolicy').slice(0, 3)) {
        const spec = asMapping(object.spec)
        for (const fault of [{ polcyTypes: [] }, { policyTypes: ['Inward'] }])
          expect(await refusalOf(api, { title, object: { ...object, spec: { ...spec, ...fault } } })).toBeDefined()
      }
    })
  })
