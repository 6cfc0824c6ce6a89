import type { Config } from '../../src/config/config.ts'
import { policiesFor } from '../../src/generate/admission/policies.ts'
import type { Policy } from '../../src/generate/admission/policy.ts'
import { World } from '../../src/model/world.ts'
import type { Mapping } from '../../src/parse/untyped.ts'
import { OPERATOR } from '../generate/operator.ts'
import { manifestsOf } from '../world.ts'
import { ROWS } from './policy-sample-rows.ts'

/** An object, and the policies that must refuse it. */
export interface Sample {
  readonly object: Mapping
  readonly refusedBy: readonly string[]
}

/** What the samples below are written for. */
export const SAMPLE_CONFIG: Config = {
  allowedProviders: ['aws', 'kubernetes', 'vault', 'webhook'],
  allowedEndpoints: ['vault.example.com', '*.corp.example.com', 'kubernetes.default'],
  allowedNamespaces: { externalSecret: ['shop', 'team-*', 'kube-public'], pushSecret: ['shop'] },
  sensitiveNamespaces: ['kube-public', 'kube-system', 'team-x'],
  teams: { shop: { namespaces: ['shop'], keyPrefixes: ['shop/', 'a.b/'], stores: ['vault'] } },
}

/** Every policy there is. */
export const SAMPLE_POLICIES: readonly Policy[] = policiesFor(
  new World(manifestsOf(OPERATOR), { config: SAMPLE_CONFIG }),
).policies

/** Samples of a YAML text: each document begins with `# refused by: ID…`, or `# refused by: nobody`. */
export const samplesOf = (yaml: string): Sample[] =>
  yaml.split(/^---$/m).flatMap(text => {
    const [, ids = ''] = /^# (?:refused by|deny): (.*)$/m.exec(text) ?? []
    const refusedBy = ids.split(' ').filter(id => id.startsWith('eso-'))
    return manifestsOf(text).map(({ body }) => ({ object: body as Mapping, refusedBy }))
  })

/** Our own samples. */
export const SAMPLES: readonly Sample[] = ROWS.flatMap(([refusedBy, yaml]) =>
  samplesOf(`# refused by: ${refusedBy}\n${yaml}`),
)
