import { TemplateError, Untraced } from '../errors.ts'
import { parseVersion, printVersion } from '../functions/version.ts'
import { childDatum, type Datum, dependingOn, rootDatum } from '../value/provenance.ts'
import { Bool, List, type Method, Opaque, Text, type Value } from '../value/value.ts'
import { behaviourOf } from './behaviour.ts'

/** What helm says of the cluster that a chart is rendered for, and of itself; `probe.ts` reads it from a helm. */
export interface Capabilities {
  /** `v1.35.0`. */
  readonly kubeVersion: string
  /** `v1`, `apps/v1`, `monitoring.coreos.com/v1/ServiceMonitor` ... */
  readonly apiVersions: readonly string[]
  readonly helm: HelmBuild
}

export interface HelmBuild {
  /** `v4.1.4`. */
  readonly version: string
  readonly gitCommit: string
  readonly gitTreeState: string
  readonly goVersion: string
  /** `v1.35`; helm 3 has none. */
  readonly kubeClientVersion: string | undefined
}

/** What `--kube-version` and `--api-versions` make of it. @throws TemplateError when helm would not take the version. */
export function capabilitiesWith(
  capabilities: Capabilities,
  { kubeVersion, apiVersions }: { readonly kubeVersion: string | undefined; readonly apiVersions: readonly string[] },
): Capabilities {
  const { major } = behaviourOf(capabilities.helm.version)
  return {
    ...capabilities,
    kubeVersion: kubeVersion === undefined ? capabilities.kubeVersion : fullVersion(kubeVersion, major),
    apiVersions: [...capabilities.apiVersions, ...apiVersions],
  }
}

/** helm 3 makes `1.29` v1.29.0; helm 4 takes what begins with two numbers as it is. */
function fullVersion(version: string, major: 3 | 4): string {
  if (major === 4 && /^v?(?:0|[1-9]\d*)\.\d/.test(version)) return `v${version.replace(/^v/, '')}`
  try {
    if (major === 3) return `v${printVersion(parseVersion(version))}`
  } catch (error) {
    if (error instanceof Untraced) throw error
  }
  throw new TemplateError(`invalid kube version '${version}'`)
}

/** `.Capabilities`. */
export function capabilitiesObject(capabilities: Capabilities): Opaque {
  const root = rootDatum('capabilities')
  const { major } = behaviourOf(capabilities.helm.version)
  const library = major === 3 ? 'chartutil' : 'common'
  const kube = kubeVersionObject(capabilities.kubeVersion, childDatum(root, 'KubeVersion'), library, major)
  const versions = apiVersionsObject(capabilities.apiVersions, childDatum(root, 'APIVersions'), library)
  const helm = helmObject(capabilities.helm, childDatum(root, 'HelmVersion'))
  return new Opaque({
    goType: `*${library}.Capabilities`,
    printed: `&{${kube.inner} [${capabilities.apiVersions.join(' ')}] ${helm.printed}}`,
    fields: new Map<string, Value>([
      ['KubeVersion', kube],
      ['APIVersions', versions],
      ['HelmVersion', helm],
    ]),
    provenance: { alias: root, depends: undefined },
  })
}

const textAt = (text: string, datum: Datum): Text => new Text(text, { alias: datum, depends: undefined })

/** `inner` is how it prints as a part of the whole. */
function kubeVersionObject(version: string, datum: Datum, library: string, helm: 3 | 4): Opaque {
  const [plain = '', major = '', minor = ''] = /^v0*(\d+)\.0*(\d+)(?:\.\d+)*/.exec(version) ?? []
  const field = (name: string, text: string) => [name, textAt(text, childDatum(datum, name))] as const
  const whole = () => textAt(version, childDatum(datum, 'Version'))
  return new Opaque({
    goType: `${library}.KubeVersion`,
    printed: version,
    fields: new Map([field('Version', version), field('Major', major), field('Minor', minor)]),
    methods: new Map<string, Method>([
      ['GitVersion', whole],
      ['String', whole],
    ]),
    inner: helm === 3 ? `{${version} ${major} ${minor}}` : `{${version} ${plain} ${major} ${minor}}`,
    provenance: { alias: datum, depends: undefined },
  })
}

function apiVersionsObject(versions: readonly string[], datum: Datum, library: string): List {
  const known = new Set(versions)
  const has: Method = ([version]) => {
    if (version?.kind !== 'text') throw new TemplateError('wrong type for value; expected string')
    return new Bool(known.has(version.string), dependingOn(datum))
  }
  const items = versions.map((version, i) => textAt(version, childDatum(datum, i)))
  return new List(items, { alias: datum, depends: undefined }, `${library}.VersionSet`, new Map([['Has', has]]))
}

function helmObject(helm: HelmBuild, datum: Datum): Opaque {
  const fields = new Map([
    ['Version', helm.version],
    ['GitCommit', helm.gitCommit],
    ['GitTreeState', helm.gitTreeState],
    ['GoVersion', helm.goVersion],
  ])
  if (helm.kubeClientVersion !== undefined) fields.set('KubeClientVersion', helm.kubeClientVersion)
  return new Opaque({
    goType: 'version.BuildInfo',
    printed: `{${[...fields.values()].join(' ')}}`,
    fields: new Map([...fields].map(([name, text]) => [name, textAt(text, childDatum(datum, name))])),
    provenance: { alias: datum, depends: undefined },
  })
}
