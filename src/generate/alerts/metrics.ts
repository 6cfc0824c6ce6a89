/** A metric of the operator that alerts look at. */
export interface Metric {
  readonly name: string
  /** The first version of the operator that has it; absent where every version that is rendered does (0.9 on). */
  readonly since?: string
}

/**
 * Read in pkg/controllers (esmetrics, ssmetrics, cssmetrics, psmetrics) of external-secrets/external-secrets at the tags
 * helm-chart-0.9.20, 0.10.7, 0.20.4, 1.2.1, 2.0.0, 2.4.1 and 2.9.0, and in docs/api/metrics.md, which is
 * https://external-secrets.io/latest/api/metrics/
 */
export const READ = { newest: '2.9.0', asOf: '2026-08-07' } as const

export const SYNC_ERRORS: Metric = { name: 'externalsecret_sync_calls_error' }

/** Gauges with 1 for the condition and status that an object has. */
export const CONDITIONS = {
  externalSecret: { name: 'externalsecret_status_condition' },
  secretStore: { name: 'secretstore_status_condition' },
  clusterSecretStore: { name: 'clustersecretstore_status_condition' },
  pushSecret: { name: 'pushsecret_status_condition', since: '0.14.4' },
} as const satisfies Readonly<Record<string, Metric>>

/** Of controller-runtime, which the operator is built with: there while its controller of ExternalSecrets works. */
export const WORKERS: Metric = { name: 'controller_runtime_max_concurrent_reconciles' }
