import { behaviourOf } from '../chart/behaviour.ts'
import { TemplateError, Untraced } from '../errors.ts'
import type { Trace, TraceInput } from '../trace.ts'
import { union, volatileIn } from '../value/provenance.ts'
import type { Text } from '../value/text.ts'
import { refuseUninstallable } from './installable.ts'
import { printManifests } from './print.ts'

/** What a release renders to without helm, or why helm has to be asked. */
export type HelmlessOutput = { readonly output: string } | { readonly reason: string }

/**
 * All that `helm template --skip-tests` prints for a release, by its trace. Whatever helm may refuse, and random text, is left to helm.
 */
export function outputOf(input: TraceInput, trace: Trace): HelmlessOutput {
  try {
    refuseUninstallable(input)
    const reason = trace.failure?.message ?? trace.reason ?? trace.untraced.values().next().value
    if (reason !== undefined) return { reason }
    if (trace.files.values().some(isRandom)) return { reason: 'it differs in each run' }
    const texts = new Map([...trace.files].map(([name, { string }]) => [name, string]))
    return { output: printManifests(texts, behaviourOf(input.capabilities.helm.version).major) }
  } catch (error) {
    if (error instanceof TemplateError || error instanceof Untraced) return { reason: error.message }
    throw error
  }
}

const isRandom = ({ segments }: Text): boolean =>
  segments.some(({ provenance }) => volatileIn(union(provenance?.depends, provenance?.alias)) !== undefined)
