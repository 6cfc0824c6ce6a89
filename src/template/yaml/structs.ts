/** A field of a Go struct as encoding/json writes it: its name, that in JSON, and whether it is left out while it is empty. */
export interface JsonField {
  readonly name: string
  readonly key: string
  readonly isOptional: boolean
}

const required = (name: string, key = name): JsonField => ({ name, key, isOptional: false })
const optional = (name: string, key: string): JsonField => ({ name, key, isOptional: true })

/** https://github.com/helm/helm/blob/v3.18.0/pkg/chart/metadata.go */
const METADATA: readonly JsonField[] = [
  optional('Name', 'name'),
  optional('Home', 'home'),
  optional('Sources', 'sources'),
  optional('Version', 'version'),
  optional('Description', 'description'),
  optional('Keywords', 'keywords'),
  optional('Maintainers', 'maintainers'),
  optional('Icon', 'icon'),
  optional('APIVersion', 'apiVersion'),
  optional('Condition', 'condition'),
  optional('Tags', 'tags'),
  optional('AppVersion', 'appVersion'),
  optional('Deprecated', 'deprecated'),
  optional('Annotations', 'annotations'),
  optional('KubeVersion', 'kubeVersion'),
  optional('Dependencies', 'dependencies'),
  optional('Type', 'type'),
]

/** https://github.com/helm/helm/blob/v3.18.0/pkg/chart/dependency.go */
const DEPENDENCY: readonly JsonField[] = [
  required('Name', 'name'),
  optional('Version', 'version'),
  required('Repository', 'repository'),
  optional('Condition', 'condition'),
  optional('Tags', 'tags'),
  optional('Enabled', 'enabled'),
  optional('ImportValues', 'import-values'),
  optional('Alias', 'alias'),
]

/** https://github.com/helm/helm/blob/v4.1.4/pkg/chart/common/capabilities.go; helm 3 has the same. */
const CAPABILITIES = [required('KubeVersion'), required('APIVersions'), required('HelmVersion')]
const KUBE_VERSION = [required('Version'), required('Major'), required('Minor')]

/** https://github.com/helm/helm/blob/v4.1.4/internal/version/version.go; helm 3 has no last one. */
const BUILD: readonly JsonField[] = [
  optional('Version', 'version'),
  optional('GitCommit', 'git_commit'),
  optional('GitTreeState', 'git_tree_state'),
  optional('GoVersion', 'go_version'),
  required('KubeClientVersion', 'kube_client_version'),
]

const FIELDS: ReadonlyMap<string, readonly JsonField[]> = new Map([
  ['chart.Metadata', METADATA],
  ['struct { chart.Metadata; IsRoot bool }', [...METADATA, required('IsRoot')]],
  ['*chart.Maintainer', [optional('Name', 'name'), optional('Email', 'email'), optional('URL', 'url')]],
  ['*chart.Dependency', DEPENDENCY],
  ['*chartutil.Capabilities', CAPABILITIES],
  ['*common.Capabilities', CAPABILITIES],
  ['chartutil.KubeVersion', KUBE_VERSION],
  ['common.KubeVersion', KUBE_VERSION],
  ['version.BuildInfo', BUILD],
  ['sprig.certificate', [required('Cert'), required('Key')]],
])

/** The fields of a struct that templates meet, in the order in which JSON has them; undefined where they are not known. */
export const jsonFieldsOf = (goType: string): readonly JsonField[] | undefined => FIELDS.get(goType)
