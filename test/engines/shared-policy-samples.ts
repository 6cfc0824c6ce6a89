import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../../src/config/config.ts'
import { SHARED } from '../shared.ts'
import { type Sample, samplesOf } from './policy-samples.ts'

/** The settings of the policies in the shared folder, whose verdicts the real API server gave. */
export const SHARED_CONFIG: Config = {
  allowedProviders: ['aws', 'gcpsm', 'azurekv', 'vault', 'kubernetes'],
  // There an address that is left out is none; here it is the provider's own.
  allowedEndpoints: ['vault.corp.example', '*.svc.cluster.local', '*.vault.azure.net', 'kubernetes.default'],
  allowedNamespaces: { externalSecret: ['team-a', 'team-b', 'pay'], pushSecret: ['team-a', 'team-b', 'pay'] },
  sensitiveNamespaces: ['pay'],
}

const OURS: Readonly<Record<string, string>> = {
  'eso-allowed-namespaces': 'eso-namespaces',
  'eso-external-secret-namespaces': 'eso-namespaces',
  'eso-push-secret-namespaces': 'eso-namespaces',
  'eso-creation-policy-cluster': 'eso-creation-policy',
  'eso-template-safety': 'eso-external-secret-templates',
  'eso-no-static-credentials': 'eso-static-credentials',
  'eso-clusterstore-conditions': 'eso-store-conditions',
  'eso-pushsecret-policy': 'eso-push-secret-limits',
}

/** Names of policies, so that theirs and ours of the same meaning are one; there is one for a subject where we have two, or the other way around. */
export const commonNames = (ids: readonly string[]): string[] => [...new Set(ids.map(id => OURS[id] ?? id))].sort()

/** The 36 samples, with the policies that the real API server refused them by. */
export const sharedSamples = (): Sample[] =>
  samplesOf(readFileSync(join(SHARED, 'engines/policies/samples/samples.yaml'), 'utf8'))
