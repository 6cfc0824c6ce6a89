import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Kustomizations } from '../src/render/kustomize/builds.ts'
import { readPlain } from '../src/render/plain.ts'
import { assess, type RunOptions } from '../src/run.ts'
import { HELM } from './helm.ts'
import { KUBECTL } from './kubectl.ts'
import { tree } from './tree.ts'

const STORE = (server: string, name = 'vault') => `# a store
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata:
  name: ${name}
spec:
  provider:
    vault:
      server: ${server}
      auth: { kubernetes: { mountPath: kubernetes, role: shop } }
`

function assessed(files: Readonly<Record<string, string>>, options: Partial<RunOptions> = {}) {
  const root = tree(files)
  return assess({ ...{ root, folder: root, paths: ['.'], helm: HELM, kustomize: KUBECTL }, ...options })
}

const OPTIONS = (root: string) => ({ root, kustomize: KUBECTL, isExcluded: () => false })

/** Where unencrypted servers are, and what there was to check. */
async function found(files: Readonly<Record<string, string>>, options: Partial<RunOptions> = {}) {
  const { findings, failures, notes, worlds, plainManifests } = await assessed(files, options)
  const cleartext = findings.filter(({ rule }) => rule === 'cleartext-endpoint')
  return {
    places: cleartext
      .map(({ places, object }) =>
        [object?.namespace ?? '-', ...places.map(({ file, startLine }) => `${file}:${startLine}`)].join(' '),
      )
      .sort(),
    worlds: worlds.map(({ cluster, variant }) => `${cluster} ${variant}`),
    failures: failures.map(({ message, location }) => `${location?.file}:${location?.startLine} ${message}`),
    notes,
    plainManifests,
    findings: cleartext,
  }
}

describe('an overlay', () => {
  const base = {
    'base/kustomization.yaml': 'resources: [store.yaml]\n',
    'base/store.yaml': STORE('http://vault.example.com'),
  }

  test('of a base with a fault: the line of the base, in the namespace of the overlay', async () => {
    const { places, failures, plainManifests } = await found({
      ...base,
      'prod/kustomization.yaml': 'namespace: shop\nresources: [../base]\n',
    })
    expect({ places, failures, plainManifests }).toEqual({
      places: ['shop base/store.yaml:9'],
      failures: [],
      plainManifests: 1,
    })
  })

  test.each([
    [
      'a merge in a file',
      'patches:\n  - path: patch.yaml\n',
      '# why\napiVersion: external-secrets.io/v1\nkind: SecretStore\nmetadata: { name: vault }\nspec:\n  provider:\n    vault:\n      server: http://other.example.com\n',
      'prod/patch.yaml:8',
    ],
    [
      'a merge in the list',
      'patches:\n  - patch: |-\n      apiVersion: external-secrets.io/v1\n      kind: SecretStore\n      metadata: { name: vault }\n      spec:\n        provider:\n          vault:\n            server: http://other.example.com\n',
      '',
      'prod/kustomization.yaml:11',
    ],
    [
      'operations in the list',
      'patches:\n  - target: { kind: SecretStore }\n    patch: |-\n      - op: replace\n        path: /spec/provider/vault/server\n        value: http://other.example.com\n',
      '',
      'prod/kustomization.yaml:8',
    ],
    [
      'operations in a file',
      'patches:\n  - target: { kind: SecretStore, name: vault }\n    path: patch.yaml\n',
      '- op: add\n  path: /spec/provider/vault/namespace\n  value: x\n- op: replace\n  path: /spec/provider/vault/server\n  value: http://other.example.com\n',
      'prod/patch.yaml:6',
    ],
    [
      'operations in a text in quotes: the line of their key',
      'patches:\n  - target: { kind: SecretStore, name: vault }\n    patch: "[{\\"op\\": \\"replace\\", \\"path\\": \\"/spec/provider/vault/server\\", \\"value\\": \\"http://other.example.com\\"}]"\n',
      '',
      'prod/kustomization.yaml:5',
    ],
    [
      'the old field',
      'patchesStrategicMerge:\n  - patch.yaml\n',
      'apiVersion: external-secrets.io/v1\nkind: SecretStore\nmetadata: { name: vault }\nspec: { provider: { vault: { server: "http://other.example.com" } } }\n',
      'prod/patch.yaml:4',
    ],
  ])('with a patch that makes the fault: %s', async (_, patches, patch, place) => {
    const { places, failures, findings } = await found({
      'base/kustomization.yaml': 'resources: [store.yaml]\n',
      'base/store.yaml': STORE('https://vault.example.com'),
      'prod/kustomization.yaml': `namePrefix: our-\nresources: [../base]\n${patches}`,
      ...(patch && { 'prod/patch.yaml': patch }),
    })
    expect({ places, failures }).toEqual({ places: [`- ${place}`], failures: [] })
    expect(findings[0]?.frame.find(({ marked }) => marked)?.line).toBe(Number(place.split(':')[1]))
  })

  test.each([
    ['a namespace', 'namespace: vault-operations\n', 1],
    ['an image', 'resources: []\nimages:\n  - { name: shop, newName: docker.io/shop }\n', 2],
  ])('sets %s: the line of the kustomization', async (_, fields, line) => {
    const root = tree({
      'base/kustomization.yaml': 'resources: [all.yaml]\n',
      'base/all.yaml': `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: shop, namespace: x }\nspec:\n  template:\n    spec:\n      containers:\n        - { name: shop, image: "shop:1" }\n`,
      'prod/kustomization.yaml': `${fields.replace('resources: []\n', '')}resources: [../base]\n`,
    })
    const plain = await readPlain(
      ['base/all.yaml', 'base/kustomization.yaml', 'prod/kustomization.yaml'].map(file => join(root, file)),
      root,
    )
    const { parts } = await (await Kustomizations.among(plain, OPTIONS(root))).build()
    const [manifest] = parts.flatMap(({ manifests }) => manifests)
    const path = line === 1 ? ['metadata', 'namespace'] : ['spec', 'template', 'spec', 'containers', 0, 'image']
    expect(manifest?.writtenAt(path)).toMatchObject({ file: 'prod/kustomization.yaml', line })
  })

  test('is found by each of the names that kustomize looks for', async () => {
    const { places } = await found({ ...base, 'prod/Kustomization': 'namespace: shop\nresources: [../base]\n' })
    expect(places).toEqual(['shop base/store.yaml:9'])
  })

  test('has its fixes where the values are set: in the patch', async () => {
    const { findings, failures } = await found(
      {
        'base/kustomization.yaml': 'resources: [store.yaml]\n',
        'base/store.yaml': STORE('https://vault.example.com'),
        'prod/kustomization.yaml': 'namespace: shop\nresources: [../base]\npatches: [{ path: patch.yaml }]\n',
        'prod/patch.yaml':
          'apiVersion: external-secrets.io/v1\nkind: SecretStore\nmetadata: { name: vault }\nspec:\n  provider:\n    vault:\n      server: http://vault.example.com\n      caBundle: QQ==\n',
      },
      { proveFixes: true },
    )
    expect(failures).toEqual([])
    expect(findings.map(({ fix }) => fix?.edits)).toMatchObject([
      [{ file: 'prod/patch.yaml', startLine: 7, endLine: 7, replacement: '      server: "https://vault.example.com"' }],
    ])
  })

  test('with a patch that repairs the base: no finding', async () => {
    const { places, failures } = await found({
      ...base,
      'prod/kustomization.yaml':
        'resources: [../base]\npatches:\n  - target: { kind: SecretStore }\n    patch: |-\n      - { op: replace, path: /spec/provider/vault/server, value: "https://vault.example.com" }\n',
    })
    expect({ places, failures }).toEqual({ places: [], failures: [] })
  })
})

describe('several overlays of one base', () => {
  const overlay = (name: string, server: string) => ({
    [`overlays/${name}/kustomization.yaml`]: `resources: [../../base]
patches:
  - target: { kind: SecretStore }
    patch: |-
      - op: replace
        path: /spec/provider/vault/server
        value: ${server}
`,
  })
  const base = {
    'base/kustomization.yaml': 'resources: [store.yaml]\n',
    'base/store.yaml': STORE('https://vault.example.com'),
  }

  test('are variants, and the same finding in some of them is one with a place in each', async () => {
    const { places, worlds, failures, findings } = await found({
      ...base,
      ...overlay('dev', 'http://dev.example.com'),
      ...overlay('prod', 'http://prod.example.com'),
      ...overlay('stage', 'https://stage.example.com'),
    })
    expect({ places, worlds, failures }).toEqual({
      places: ['- overlays/dev/kustomization.yaml:7 overlays/prod/kustomization.yaml:7'],
      worlds: ['default dev', 'default prod', 'default stage'],
      failures: [],
    })
    expect(findings[0]?.worlds).toEqual([
      { cluster: 'default', variant: 'dev' },
      { cluster: 'default', variant: 'prod' },
    ])
  })

  test('that make the same of it are one world, and what they share is judged once', async () => {
    const { places, worlds } = await found({
      ...base,
      'base/store.yaml': STORE('http://vault.example.com'),
      'overlays/dev/kustomization.yaml': 'resources: [../../base]\n',
      'overlays/prod/kustomization.yaml': 'resources: [../../base]\n',
    })
    expect({ places, worlds }).toEqual({ places: ['- base/store.yaml:9'], worlds: ['default default'] })
  })

  test('in namespaces of their own live in one world', async () => {
    const { places, worlds } = await found({
      ...base,
      'base/store.yaml': STORE('http://vault.example.com'),
      'overlays/dev/kustomization.yaml': 'namespace: dev\nresources: [../../base]\n',
      'overlays/prod/kustomization.yaml': 'namespace: prod\nresources: [../../base]\n',
    })
    expect({ places, worlds }).toEqual({
      places: ['dev base/store.yaml:9', 'prod base/store.yaml:9'],
      worlds: ['default default'],
    })
  })

  test('in clusters that the config names are judged in these', async () => {
    const { places, worlds } = await found({
      ...base,
      ...overlay('east', 'http://east.example.com'),
      ...overlay('west', 'https://west.example.com'),
      '.eso-hardener.yaml': 'clusters:\n  east: { paths: [overlays/east] }\n  west: { paths: [overlays/west] }\n',
    })
    expect({ places, worlds }).toEqual({
      places: ['- overlays/east/kustomization.yaml:7'],
      worlds: ['east default', 'west default'],
    })
  })
})

describe('what kustomizations take in', () => {
  test('nested bases and components: each object stands in its file', async () => {
    const { places, failures, plainManifests } = await found({
      'apps/kustomization.yaml': 'namespace: team\nresources: [shop, ../stores/]\ncomponents: [../tls]\n',
      'apps/shop/kustomization.yaml': 'namespace: other\nresources: [store.yml]\n',
      'apps/shop/store.yml': STORE('http://a.example.com', 'a'),
      'stores/kustomization.yml': 'resources: [all.yaml]\n',
      'stores/all.yaml': `apiVersion: v1\nkind: List\nitems:\n  - ${STORE('http://b.example.com', 'b').replace('# a store\n', '').trim().replaceAll('\n', '\n    ')}\n`,
      'tls/kustomization.yaml':
        'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\npatches:\n  - path: patch.yaml\n',
      'tls/patch.yaml': STORE('http://c.example.com', 'a'),
      'alone.yaml': STORE('http://d.example.com', 'd'),
    })
    expect({ places, failures, plainManifests }).toEqual({
      places: ['- alone.yaml:9', 'team stores/all.yaml:11', 'team tls/patch.yaml:9'],
      failures: [],
      plainManifests: 3,
    })
  })

  test('generated Secrets are there, and nothing of what is in them is shown', async () => {
    const root = tree({
      'kustomization.yaml': `namespace: shop
resources: [store.yaml]
secretGenerator:
  - name: other
    literals: [a=b]
  - name: vault
    literals: [token=hunter2hunter2]
    files: [gone.key]
`,
      'store.yaml': STORE('https://vault.example.com'),
    })
    const files = ['kustomization.yaml', 'store.yaml'].map(file => join(root, file))
    const { parts, failures } = await (await Kustomizations.among(await readPlain(files, root), OPTIONS(root))).build()
    const secrets = parts.flatMap(({ manifests }) => manifests).filter(({ kind }) => kind === 'Secret')
    expect(secrets.map(({ name, file }) => [name.replace(/-\w+$/, ''), file])).toEqual([
      ['other', 'kustomization.yaml'],
      ['vault', 'kustomization.yaml'],
    ])
    expect(secrets.map(secret => secret.writtenAt(['data', 'token']))).toMatchObject([
      { line: 4, isHidden: true },
      { line: 6, isHidden: true },
    ])
    expect(failures).toEqual([])
  })
})

test('a base that an Argo CD Application names is built as it is, for its cluster', async () => {
  const application = (name: string, path: string, server: string) =>
    `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: ${name}, namespace: argocd }\nspec:\n  destination: { name: ${server}, namespace: shop }\n  source: { repoURL: "https://git.example.com/us.git", path: ${path} }\n`
  const { places, worlds, failures } = await found({
    'apps.yaml': `${application('dev', 'base', 'dev')}---\n${application('prod', 'prod/', 'prod')}`,
    'base/kustomization.yaml': 'resources: [store.yaml]\n',
    'base/store.yaml': STORE('http://vault.example.com'),
    'prod/kustomization.yaml': `resources: [../base]
patches:
  - target: { kind: SecretStore }
    patch: '[{ "op": "replace", "path": "/spec/provider/vault/server", "value": "https://vault.example.com" }]'
`,
  })
  expect({ places, worlds, failures }).toEqual({
    places: ['shop base/store.yaml:9'],
    worlds: ['dev default', 'prod default'],
    failures: [],
  })
})

describe('what cannot be built', () => {
  const store = { 'store.yaml': STORE('http://vault.example.com') }

  test.each([
    [
      'a base that is not there',
      { 'kustomization.yaml': 'resources:\n  - store.yaml\n  - ../gone\n' },
      ['kustomization.yaml:3 there is no ../gone for this kustomization'],
    ],
    [
      'a file that is not there, and a patch',
      { 'kustomization.yaml': 'resources:\n  - gone.yaml\n  - store.yaml\npatches:\n  - path: gone-too.yaml\n' },
      [
        'kustomization.yaml:2 there is no gone.yaml for this kustomization',
        'kustomization.yaml:5 there is no gone-too.yaml for this kustomization',
      ],
    ],
    [
      'a remote base',
      {
        'kustomization.yaml':
          'resources:\n  - https://me:hunter22@github.com/org/repo//config?ref=v1\n  - store.yaml\n',
      },
      [
        'kustomization.yaml:2 kustomize would fetch https://***@github.com/org/repo//config?ref=v1: what it holds is not known here',
      ],
    ],
    [
      'a base that takes itself in',
      {
        'kustomization.yaml': 'resources:\n  - store.yaml\n  - a\n',
        'a/kustomization.yaml': 'resources: [../b]\n',
        'b/kustomization.yaml': 'resources:\n  - ../a\n',
      },
      ['b/kustomization.yaml:2 this kustomization takes itself in through ../a'],
    ],
    [
      'a folder that is no kustomization',
      { 'kustomization.yaml': 'resources: [store.yaml, a]\n', 'a/readme.md': 'hello' },
      ['kustomization.yaml:1 there is no kustomization in a'],
    ],
    [
      'a patch that fits nothing',
      {
        'kustomization.yaml':
          'resources: [store.yaml]\npatches:\n  - patch: |-\n      apiVersion: v1\n      kind: Secret\n      metadata: { name: gone }\n      stringData: { password: hunter22 }\n',
      },
      [
        'kustomization.yaml:1 kustomize does not build .: no resource matches strategic merge patch "Secret.v1.[noGrp]/gone.[noNs]": no matches for Id Secret.v1.[noGrp]/gone.[noNs]; failed to find unique target for patch Secret.v1.[noGrp]/gone.[noNs]',
      ],
    ],
    [
      'a remote base with a patch of it: one failure',
      {
        'kustomization.yaml':
          'resources:\n  - store.yaml\n  - github.com/org/repo\npatches:\n  - patch: "{apiVersion: v1, kind: Secret, metadata: {name: gone}}"\n',
      },
      [
        'kustomization.yaml:3 kustomize would fetch github.com/org/repo: what it holds is not known here; without it kustomize does not build .: no resource matches strategic merge patch "Secret.v1.[noGrp]/gone.[noNs]": no matches for Id Secret.v1.[noGrp]/gone.[noNs]; failed to find unique target for patch Secret.v1.[noGrp]/gone.[noNs]',
      ],
    ],
    [
      'a function',
      {
        'kustomization.yaml': 'resources: [store.yaml]\ntransformers:\n  - function.yaml\n',
        'function.yaml':
          'apiVersion: example.com/v1\nkind: Magic\nmetadata:\n  name: x\n  annotations:\n    config.kubernetes.io/function: |\n      exec: { path: ./run.sh }\n',
      },
      [
        "kustomization.yaml:1 kustomize does not build .: external plugins disabled; unable to load external plugin 'Magic' (functions and plug-ins are programs of somebody else: they are not run)",
      ],
    ],
    [
      'a plug-in of kustomize that reads an address',
      {
        'kustomization.yaml':
          'resources: [store.yaml]\ntransformers:\n  - local.yaml\n  - |-\n    apiVersion: builtin\n    kind: PatchTransformer\n    metadata: { name: x }\n    path: "http\\x3a//127.0.0.1/x"\n',
        'local.yaml':
          'apiVersion: builtin\nkind: PatchTransformer\nmetadata: { name: y }\npath: "http\\x3a//localhost/y"\n',
      },
      [
        'kustomization.yaml:3 local.yaml names an address that kustomize would fetch',
        'kustomization.yaml:4 this plug-in names an address that kustomize would fetch',
      ],
    ],
    [
      'no YAML',
      { 'kustomization.yaml': 'resources: [store.yaml]\nnamespace: {{ team }}-x\n' },
      ['kustomization.yaml:2 unexpected text; it looks like a template that something else fills in'],
    ],
  ])('%s: one failure each, and the rest is judged', async (_, files, wanted) => {
    const { places, failures } = await found({ ...store, ...files })
    expect({ places, failures }).toEqual({ places: ['- store.yaml:9'], failures: wanted })
  })

  test('where there is no kustomize, files are read as they are, and a note says so', async () => {
    const { places, failures, notes } = await found(
      { ...store, 'kustomization.yaml': 'namespace: team\nresources: [store.yaml]\n' },
      { kustomize: null },
    )
    expect({ places, failures }).toEqual({ places: ['team store.yaml:9'], failures: [] })
    expect(notes[0]).toContain('neither kustomize nor kubectl is on PATH')
  })

  test('a kustomization behind a link out of the repository is not read', async () => {
    const root = tree({
      'secret.yaml': 'namespace: hunter22\nresources: [../store.yaml]\n',
      'repository/kustomization.yaml': 'resources:\n  - store.yaml\n  - linked\n',
      'repository/store.yaml': STORE('http://vault.example.com'),
      'repository/linked/readme.md': 'hello',
    })
    symlinkSync('../../secret.yaml', join(root, 'repository/linked/kustomization.yaml'))
    const folder = join(root, 'repository')
    const assessment = await assess({ root: folder, folder, paths: ['.'], helm: HELM, kustomize: KUBECTL })
    expect(JSON.stringify(assessment.failures)).toContain('leads out of the repository')
    expect(JSON.stringify(assessment)).not.toContain('hunter22')
    expect(assessment.conclusion).not.toBe('success')
  })

  test('a base outside of the repository is not read', async () => {
    const root = tree({
      'secret/kustomization.yaml': 'resources: [s.yaml]\n',
      'secret/s.yaml': STORE('http://a.example.com', 'a'),
      'repository/kustomization.yaml': 'resources:\n  - store.yaml\n  - ../secret\n',
      'repository/store.yaml': STORE('http://vault.example.com'),
    })
    const folder = join(root, 'repository')
    const { findings, failures } = await assess({ root: folder, folder, paths: ['.'], helm: HELM, kustomize: KUBECTL })
    expect(failures.map(({ message }) => message)).toEqual(['../secret is outside of the repository'])
    expect(findings.filter(({ rule }) => rule === 'cleartext-endpoint')).toHaveLength(1)
  })
})

const FLUX = (name: string, path: string, more = '') => `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: { name: ${name}, namespace: flux-system }
spec:
  path: ${path}
  prune: true
  sourceRef: { kind: GitRepository, name: flux-system }
${more}`

describe('a repository of Flux', () => {
  /** Two clusters of one base, as `flux bootstrap` leaves them. */
  const FLEET = {
    'clusters/east/flux-system/gotk-sync.yaml': FLUX('flux-system', './clusters/east'),
    'clusters/east/flux-system/kustomization.yaml': 'resources: [gotk-sync.yaml]\n',
    'clusters/east/apps.yaml': FLUX(
      'apps',
      './apps/east',
      '  targetNamespace: shop\n  dependsOn: [{ name: infrastructure }]\n  postBuild:\n    substitute: { host: vault.east.example.com, scheme: http }\n',
    ),
    'clusters/west/flux-system/gotk-sync.yaml': FLUX('flux-system', './clusters/west'),
    'clusters/west/flux-system/kustomization.yaml': 'resources: [gotk-sync.yaml]\n',
    'clusters/west/apps.yaml': FLUX(
      'apps',
      './apps/west',
      '  postBuild:\n    substituteFrom: [{ kind: ConfigMap, name: settings }]\n',
    ),
    'clusters/west/settings.yaml':
      'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: settings, namespace: flux-system }\ndata: { host: vault.west.example.com }\n',
    'clusters/east/settings.yaml':
      'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: settings, namespace: flux-system }\ndata: { host: other }\n',
    'apps/base/kustomization.yaml': 'resources: [store.yaml]\n',
    'apps/base/store.yaml': STORE(`"\${scheme:=https}://\${host}"`),
    'apps/east/kustomization.yaml': 'resources: [../base]\n',
    'apps/west/kustomization.yaml': 'namespace: shop\nresources: [../base, west.yaml]\n',
    'apps/west/west.yaml': STORE('http://only.west.example.com', 'west'),
  }

  test('is judged by clusters, each with what is applied and filled in there', async () => {
    const { places, worlds, failures, findings } = await found(FLEET)
    expect({ places, worlds, failures }).toEqual({
      places: ['shop apps/base/store.yaml:9', 'shop apps/west/west.yaml:9'],
      worlds: ['east default', 'west default'],
      failures: [],
    })
    expect(findings.map(({ worlds }) => worlds?.map(({ cluster }) => cluster))).toEqual([['east'], ['west']])
    expect(findings[0]?.message).toContain('over http at vault.east.example.com')
  })

  test('with the clusters of the config: these, and not the folders of Flux', async () => {
    const { worlds } = await found({
      ...FLEET,
      '.eso-hardener.yaml':
        'clusters:\n  prod: { paths: [clusters/east, apps/east] }\n  dev: { paths: [clusters/west, apps/west] }\n',
    })
    expect(worlds).toEqual(['prod default', 'dev default'])
  })

  test.each([
    ['what is nowhere is empty', 'substitute: { other: x }', 'http://${host}', 'http://'],
    ['a default', 'substitute: { other: x }', 'http://${host:-a.example.com}', 'http://a.example.com'],
    ['an escape', 'substitute: { host: x }', 'http://$${host}', 'http://${host}'],
    ['a Secret is not looked at', 'substituteFrom: [{ kind: Secret, name: s }]', 'http://${host}', 'http://${host}'],
    [
      'a ConfigMap of the cluster',
      'substituteFrom: [{ kind: ConfigMap, name: s }]',
      'http://${host}',
      'http://${host}',
    ],
    ['no postBuild', '', 'http://${host}', 'http://${host}'],
  ])('fills in: %s', async (_, postBuild, written, wanted) => {
    const root = tree({
      'flux.yaml': FLUX('apps', './apps', postBuild && `  postBuild:\n    ${postBuild}\n`),
      'apps/store.yaml': STORE(`"${written}"`),
      'apps/off.yaml': STORE(`"${written}"`, 'off').replace(
        '  name: off\n',
        '  name: off\n  annotations: { kustomize.toolkit.fluxcd.io/substitute: disabled }\n',
      ),
    })
    const files = ['flux.yaml', 'apps/store.yaml', 'apps/off.yaml'].map(file => join(root, file))
    const options = { root, kustomize: KUBECTL, isExcluded: () => false }
    const { parts, failures } = await (await Kustomizations.among(await readPlain(files, root), options)).build()
    const stores = parts.flatMap(({ manifests }) => manifests).filter(({ kind }) => kind === 'SecretStore')
    const servers = stores.map(store => [store.name, store.get('spec', 'provider', 'vault', 'server')])
    expect({ servers: Object.fromEntries(servers), failures }).toEqual({
      servers: { vault: wanted, off: written },
      failures: [],
    })
    expect(stores.map(store => store.writtenAt(['spec', 'provider', 'vault', 'server']).line).sort()).toEqual([10, 9])
  })

  test('patches, images and labels of a Flux Kustomization have their lines there', async () => {
    const { places, failures } = await found({
      'flux.yaml': FLUX(
        'apps',
        './apps',
        '  commonMetadata: { labels: { a: b } }\n  patches:\n    - target: { kind: SecretStore }\n      patch: |\n        - op: replace\n          path: /spec/provider/vault/server\n          value: http://flux.example.com\n',
      ),
      'apps/store.yaml': STORE('https://vault.example.com'),
    })
    expect({ places, failures }).toEqual({ places: ['- flux.yaml:14'], failures: [] })
  })

  test('takes files from above a kustomization, as Flux does', async () => {
    const { places, failures } = await found({
      'flux.yaml': FLUX('apps', './apps/shop'),
      'apps/shop/kustomization.yaml': 'namespace: shop\nresources: [../../shared/store.yaml]\n',
      'shared/store.yaml': STORE('http://vault.example.com'),
    })
    expect({ places, failures }).toEqual({ places: ['shop shared/store.yaml:9'], failures: [] })
  })

  test('what sops encrypted is not known: no finding, no failure, and no variable', async () => {
    const secret = (text: string) => `ENC[AES256_GCM,data:${text},iv:aa=,tag:bb=,type:str]`
    const { findings, failures } = await assessed({
      'flux.yaml': FLUX(
        'apps',
        './apps',
        '  decryption: { provider: sops }\n  postBuild:\n    substituteFrom: [{ kind: ConfigMap, name: settings }]\n',
      ),
      'settings.yaml': `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: settings }\ndata: { host: "${secret('x')}" }\nsops: { version: 3.9.0 }\n`,
      'apps/kustomization.yaml':
        'resources: [store.yaml, secret.sops.yaml]\nsecretGenerator:\n  - { name: made, files: [key=key.enc] }\n',
      'apps/key.enc': '{ "data": "ENC[AES256_GCM,data:x]", "sops": {} }',
      'apps/store.yaml': STORE(`"http://\${host}"`).replace(
        'role: shop',
        `role: "${secret('role')}", serviceAccountRef: { name: shop, audiences: [vault] }`,
      ),
      'apps/secret.sops.yaml': `apiVersion: v1\nkind: Secret\nmetadata: { name: s }\nstringData: { token: "${secret('t')}" }\nsops: { version: 3.9.0 }\n`,
    })
    expect({ findings: findings.map(({ rule }) => rule), failures }).toEqual({ findings: [], failures: [] })
  })

  test('applies what artifacts are copied from, the nearest generator first', async () => {
    const cluster = (name: string) => ({
      [`clusters/${name}/apps.yaml`]: FLUX('apps', './now').replace(
        'GitRepository, name: flux-system',
        'ExternalArtifact, name: apps',
      ),
      [`clusters/${name}/artifacts.yaml`]: `apiVersion: source.extensions.fluxcd.io/v1beta1
kind: ArtifactGenerator
metadata: { name: us, namespace: flux-system }
spec:
  sources: [{ alias: us, kind: GitRepository, name: flux-system }]
  artifacts:
    - name: apps
      copy:
        - { from: "@us/apps/base/**", to: "@artifact/base/" }
        - { from: "@us/apps/${name}/**", to: "@artifact/now/" }
`,
      [`apps/${name}/store.yaml`]: STORE(`http://${name}.example.com`),
    })
    const { places, worlds, notes, failures } = await found({ ...cluster('east'), ...cluster('west') })
    expect({ places, worlds, notes, failures }).toEqual({
      places: ['- apps/east/store.yaml:9', '- apps/west/store.yaml:9'],
      worlds: ['east default', 'west default'],
      notes: [],
      failures: [],
    })
  })

  test('a folder of another repository is a note; one that is filled in later, too', async () => {
    const { notes, failures } = await found({
      'flux.yaml': `${FLUX('there', './gone')}---\n${FLUX('later', './apps/${cluster}')}`,
    })
    expect({ notes, failures }).toEqual({
      notes: [
        'flux.yaml: the Flux Kustomization there applies gone, which is not in this repository',
        'flux.yaml: the Flux Kustomization later applies a folder that is filled in later',
      ],
      failures: [],
    })
  })
})

describe('a chart that a kustomization has inflated', () => {
  const CHART = {
    'apps/shop/charts/shop/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
    'apps/shop/charts/shop/values.yaml': 'server: http://default.example.com\n',
    'apps/shop/charts/shop/templates/store.yaml': STORE('{{ .Values.server }}').replace('# a store\n', ''),
    'apps/shop/values.yaml': '# ours\nserver: http://vault.example.com\n',
    'apps/shop/kustomization.yaml': `namespace: team
resources: [own.yaml]
helmCharts:
  - name: shop
    releaseName: shop
    valuesFile: values.yaml
`,
    'apps/shop/own.yaml': STORE('http://own.example.com', 'own'),
  }
  const PATCH = `patches:
  - target: { kind: SecretStore, name: vault }
    patch: |-
      - op: replace
        path: /spec/provider/vault/server
        value: SERVER
`

  test('is judged as the kustomization leaves it, on the line of its values', async () => {
    const { places, failures, plainManifests } = await found(CHART)
    expect({ places, failures, plainManifests }).toEqual({
      places: ['team apps/shop/own.yaml:9', 'team apps/shop/values.yaml:2'],
      failures: [],
      plainManifests: 1,
    })
  })

  test('with a patch of what it renders: repaired, or broken on the line of the patch', async () => {
    const text = CHART['apps/shop/kustomization.yaml']
    const patched = (server: string) => ({ 'apps/shop/kustomization.yaml': text + PATCH.replace('SERVER', server) })
    const repaired = await found({ ...CHART, ...patched('https://vault.example.com') })
    expect(repaired).toMatchObject({ places: ['team apps/shop/own.yaml:9'], failures: [] })
    const broken = await found({ ...CHART, ...patched('http://patch.example.com') })
    expect(broken).toMatchObject({
      places: ['team apps/shop/kustomization.yaml:12', 'team apps/shop/own.yaml:9'],
      failures: [],
    })
  })

  test('by a generator: on the same lines', async () => {
    const text = CHART['apps/shop/kustomization.yaml']
    const { places, failures } = await found({
      ...CHART,
      'apps/shop/kustomization.yaml': `${text.slice(0, text.indexOf('helmCharts'))}generators: [shop.yaml]\n`,
      'apps/shop/shop.yaml':
        'apiVersion: builtin\nkind: HelmChartInflationGenerator\nmetadata: { name: shop }\nname: shop\nreleaseName: shop\nvaluesInline:\n  server: http://inline.example.com\n',
    })
    expect({ places, failures }).toEqual({
      places: ['team apps/shop/own.yaml:9', 'team apps/shop/shop.yaml:7'],
      failures: [],
    })
  })

  test('in two overlays that patch it: a variant each', async () => {
    const overlay = (server: string) => `resources: [../../apps/shop]\n${PATCH.replace('SERVER', server)}`
    const { places, worlds, failures } = await found({
      ...CHART,
      'clusters/east/kustomization.yaml': overlay('http://east.example.com'),
      'clusters/west/kustomization.yaml': overlay('https://west.example.com'),
    })
    expect({ places, worlds, failures }).toEqual({
      places: ['team apps/shop/own.yaml:9', 'team clusters/east/kustomization.yaml:7'],
      worlds: ['default east', 'default west'],
      failures: [],
    })
  })

  test('that does not render is one failure, and the rest is built', async () => {
    const { places, failures } = await found({
      ...CHART,
      'apps/shop/charts/shop/templates/store.yaml': '{{ fail "no" }}',
    })
    expect(places).toEqual(['team apps/shop/own.yaml:9'])
    expect(failures).toHaveLength(1)
  })
})

describe('what an overlay declares', () => {
  const RELEASE = `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: shop, namespace: shop }
spec:
  chart:
    spec:
      chart: ./charts/shop
      sourceRef: { kind: GitRepository, name: us, namespace: flux-system }
  values:
    role: a
    server: https://vault.example.com
`
  const files = {
    'charts/shop/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
    'charts/shop/values.yaml': 'server: http://default.example.com\nrole: b\n',
    'charts/shop/templates/store.yaml': STORE('{{ .Values.server }}').replace('# a store\n', ''),
    'base/kustomization.yaml': 'resources: [release.yaml]\n',
    'base/release.yaml': RELEASE,
  }
  const merge = (server: string) => `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: shop, namespace: shop }
spec:
  values:
    server: ${server}
`

  test.each([
    ['a merge', merge('http://patch.example.com'), '', 'shop prod/patch.yaml:6'],
    [
      'an operation',
      '- op: replace\n  path: /spec/values/server\n  value: http://patch.example.com\n',
      '    target: { kind: HelmRelease }\n',
      'shop prod/patch.yaml:3',
    ],
    ['a key that is taken away', merge('null'), '', 'shop charts/shop/values.yaml:1'],
  ])('has the values of the patch on their line: %s', async (_, patch, target, place) => {
    const { places, failures, worlds } = await found({
      ...files,
      'prod/kustomization.yaml': `resources: [../base]\npatches:\n  - path: patch.yaml\n${target}`,
      'prod/patch.yaml': patch,
    })
    expect({ places, failures, worlds }).toEqual({ places: [place], failures: [], worlds: ['default default'] })
  })

  test('in two overlays is a variant each', async () => {
    const overlay = 'resources: [../base]\npatches:\n  - path: patch.yaml\n'
    const { places, failures, worlds } = await found({
      ...files,
      'prod/kustomization.yaml': overlay,
      'prod/patch.yaml': merge('https://prod.example.com'),
      'test/kustomization.yaml': overlay,
      'test/patch.yaml': merge('http://test.example.com'),
    })
    expect({ places, failures, worlds }).toEqual({
      places: ['shop test/patch.yaml:6'],
      failures: [],
      worlds: ['default prod', 'default test'],
    })
  })

  test('in two clusters of Flux is a release of each', async () => {
    const cluster = (name: string, server: string) => ({
      [`clusters/${name}/sync.yaml`]: FLUX('flux-system', `./clusters/${name}`),
      [`clusters/${name}/apps.yaml`]: FLUX('apps', './base').replace(
        '  prune: true\n',
        `  prune: true\n  patches:\n    - target: { kind: HelmRelease }\n      patch: |\n        - op: replace\n          path: /spec/values/server\n          value: ${server}\n`,
      ),
    })
    const { places, failures, worlds } = await found({
      ...files,
      ...cluster('east', 'http://east.example.com'),
      ...cluster('west', 'https://west.example.com'),
    })
    expect({ places, failures, worlds }).toEqual({
      places: ['shop clusters/east/apps.yaml:12'],
      failures: [],
      worlds: ['east default', 'west default'],
    })
  })
})
