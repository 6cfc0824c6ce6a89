/** How many of a hundred applications are declared in which way. */
const SHARES = { set: 40, application: 20, flux: 20, helmfile: 20 } as const
const CLUSTERS = ['east', 'west'] as const
/** Every so manieth application talks to its provider without encryption. */
const FAULTY = 10

const STORE = `apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: {{ .Release.Name }}, namespace: {{ .Release.Namespace }} }
spec:
  provider:
    vault:
      server: {{ .Values.server }}
      auth: { kubernetes: { mountPath: kubernetes, role: {{ .Values.role }} } }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: {{ .Release.Name }}, namespace: {{ .Release.Namespace }} }
spec:
  secretStoreRef: { name: {{ .Release.Name }} }
  dataFrom: [{ extract: { key: {{ .Release.Name }} } }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: {{ .Release.Name }}, namespace: {{ .Release.Namespace }} }
spec:
  selector: { matchLabels: { app: {{ .Release.Name }} } }
  template:
    metadata: { labels: { app: {{ .Release.Name }} } }
    spec: { containers: [{ name: web, image: "registry.example.com/web:{{ .Chart.Version }}" }] }
`

/** The files of a repository of a platform, and what is to be found in it. */
export interface SyntheticRepository {
  readonly files: Readonly<Record<string, string>>
  /** Releases by what declares them. */
  readonly releases: Readonly<Record<string, number>>
  /** Files and lines of values with an unencrypted server. */
  readonly faults: readonly string[]
}

/**
 * A GitOps repository for two clusters: an ApplicationSet over folders, Applications, HelmReleases of Flux and a helmfile, which
 * install some shared charts. The same at every size, only more of it.
 * @param count of applications; a multiple of 10
 */
export function syntheticRepository(count: number): SyntheticRepository {
  const numbers = [...Array(count).keys()]
  const shareOf = (form: keyof typeof SHARES): number[] => {
    const forms = Object.keys(SHARES) as (keyof typeof SHARES)[]
    return numbers.filter(i => forms[formOf(i)] === form)
  }
  const [set, application, flux, helmfile] = [
    shareOf('set'),
    shareOf('application'),
    shareOf('flux'),
    shareOf('helmfile'),
  ]
  const charts = [...Array(Math.max(1, Math.floor(count / 30))).keys()]
  return {
    files: {
      ...Object.fromEntries(charts.flatMap(chartFiles)),
      ...Object.fromEntries(set.map(i => [`apps/app-${i}/values.yaml`, valuesOf(i)])),
      'argocd/set.yaml': SET,
      ...Object.fromEntries(application.map(i => [`argocd/app-${i}.yaml`, applicationOf(i, charts.length)])),
      ...Object.fromEntries(flux.map(i => [`flux/app-${i}.yaml`, helmReleaseOf(i, charts.length)])),
      'helmfile.yaml.gotmpl': `${ENVIRONMENTS}releases:\n${helmfile.map(i => helmfileRelease(i, charts.length)).join('')}`,
    },
    releases: {
      'Argo CD Application': set.length * CLUSTERS.length + application.length,
      'Flux HelmRelease': flux.length,
      'helmfile release': helmfile.length * CLUSTERS.length,
    },
    faults: [
      ...set.filter(isFaulty).map(i => `apps/app-${i}/values.yaml:2`),
      ...application.filter(isFaulty).map(i => `argocd/app-${i}.yaml:12`),
      ...flux.filter(isFaulty).map(i => `flux/app-${i}.yaml:9`),
      ...helmfile.filter(isFaulty).map(i => `helmfile.yaml.gotmpl:${10 + 7 * helmfile.indexOf(i)}`),
    ].sort(),
  }
}

/** Which form an application has, spread evenly. */
function formOf(index: number): number {
  const place = (index * 37) % 100
  const shares: readonly number[] = Object.values(SHARES)
  const ends = shares.map((_, i) => shares.slice(0, i + 1).reduce((sum, share) => sum + share))
  return ends.findIndex(end => place < end)
}

const isFaulty = (index: number): boolean => Math.floor(index / 3) % FAULTY === 0

const serverOf = (index: number): string => `${isFaulty(index) ? 'http' : 'https'}://vault-${index}.example.com`

const valuesOf = (index: number): string => `role: app-${index}\nserver: ${serverOf(index)}\n`

const chartFiles = (index: number): [path: string, text: string][] => [
  [`charts/web-${index}/Chart.yaml`, `apiVersion: v2\nname: web-${index}\nversion: 1.0.${index}\n`],
  [`charts/web-${index}/values.yaml`, 'server: https://vault.example.com\nrole: web\n'],
  [`charts/web-${index}/templates/all.yaml`, STORE],
]

const SET = `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: { name: apps, namespace: argocd }
spec:
  generators:
    - matrix:
        generators:
          - git: { repoURL: "https://git.example.com/us.git", directories: [{ path: apps/* }] }
          - list: { elements: [{ cluster: east }, { cluster: west }] }
  template:
    metadata: { name: "{{path.basename}}-{{cluster}}" }
    spec:
      destination: { name: "{{cluster}}", namespace: "{{path.basename}}" }
      source:
        repoURL: https://git.example.com/us.git
        path: charts/web-0
        helm: { releaseName: "{{path.basename}}", valueFiles: ["/apps/{{path.basename}}/values.yaml"] }
`

const applicationOf = (index: number, charts: number): string => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: app-${index}, namespace: argocd }
spec:
  destination: { name: ${CLUSTERS[index % 2]}, namespace: app-${index} }
  source:
    repoURL: https://git.example.com/us.git
    path: charts/web-${index % charts}
    helm:
      valuesObject:
        role: app-${index}
        server: ${serverOf(index)}
`

const helmReleaseOf = (index: number, charts: number): string => `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: app-${index}, namespace: app-${index} }
spec:
  interval: 1h
  chart: { spec: { chart: ./charts/web-${index % charts}, sourceRef: { kind: GitRepository, name: us } } }
  values:
    role: app-${index}
    server: ${serverOf(index)}
`

const ENVIRONMENTS = `environments:
${CLUSTERS.map(cluster => `  ${cluster}: { kubeContext: ${cluster}, values: [{ cluster: ${cluster} }] }\n`).join('')}---
`

const helmfileRelease = (index: number, charts: number): string => `  - name: app-${index}
    namespace: app-${index}
    chart: ./charts/web-${index % charts}
    values:
      - server: ${serverOf(index)}
        role: app-${index}
        cluster: {{ .Values.cluster }}
`
