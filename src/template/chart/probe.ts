import { TemplateError } from '../errors.ts'
import type { Capabilities } from './capabilities.ts'

const MARK = 'capabilities: '

/**
 * A chart that prints what a helm says of itself and of its cluster, by path. It is rendered once for each helm, without
 * `--kube-version` and `--api-versions`, which `capabilitiesWith` adds.
 */
export const probeChart = (): ReadonlyMap<string, string> =>
  new Map([
    ['Chart.yaml', 'apiVersion: v2\nname: probe\nversion: 1.0.0\n'],
    ['templates/capabilities.yaml', `${MARK}{{ .Capabilities | toJson }}\n`],
  ])

/** What `helm template` printed for the probe chart. @throws TemplateError when it is something else. */
export function readProbe(output: string): Capabilities {
  const line = output.split('\n').find(line => line.startsWith(MARK))
  if (line === undefined) throw new TemplateError('helm does not say what it can do')
  const capabilities = mapOf(JSON.parse(line.slice(MARK.length)))
  const helm = mapOf(capabilities.HelmVersion)
  const versions = Array.isArray(capabilities.APIVersions) ? capabilities.APIVersions : []
  const client = textOf(helm.kube_client_version)
  return {
    kubeVersion: textOf(mapOf(capabilities.KubeVersion).Version),
    apiVersions: versions.map(textOf),
    helm: {
      version: textOf(helm.version),
      gitCommit: textOf(helm.git_commit),
      gitTreeState: textOf(helm.git_tree_state),
      goVersion: textOf(helm.go_version),
      kubeClientVersion: client === '' ? undefined : client,
    },
  }
}

const mapOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
