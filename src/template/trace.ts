import { type Change, valuesFor } from './change.ts'
import { type Installation, type InstallationInput, prepareInstallation } from './chart/installation.ts'
import { mergeValues } from './chart/values.ts'
import { TemplateError, Untraced } from './errors.ts'
import { LIMITS, type Limits } from './execute/budget.ts'
import { type Rendered, render } from './execute/render.ts'
import { Dict } from './value/value.ts'

/** All that decides what a chart prints; many traces may share one chart. */
export interface TraceInput extends InstallationInput {
  readonly limits?: Limits
}

/**
 * What a chart prints, with where it comes from: `files` by helm's names (`# Source: chart/templates/a.yaml`), without partials
 * and notes, as they are before helm cuts them into documents. After a failure of helm's the files before it are there.
 */
export interface Trace extends Rendered, Pick<Installation, 'disabled' | 'imports'> {
  /** The effective values as the first template sees them. */
  readonly values: Dict
  /** Why the chart as a whole cannot be traced; `untraced` is for single files. */
  readonly reason: string | undefined
}

/**
 * Runs all templates of a chart. Pure: the caller reads the files and asks helm for its capabilities. What makes helm refuse a
 * chart before it runs templates (missing dependencies, a values schema, `kubeVersion`) is not looked at.
 * @param only the templates to run; undefined for all
 */
export function traceChart(input: TraceInput, only?: ReadonlySet<string>): Trace {
  let trace: Trace = {
    ...{ files: new Map(), untraced: new Map(), failure: undefined, steps: 0, hasChanged: false },
    ...{ values: new Dict(), disabled: [], imports: [], reason: undefined },
  }
  try {
    const { values, templates, disabled, imports } = prepareInstallation(input)
    trace = { ...trace, values: snapshot(values), disabled, imports }
    return { ...trace, ...render(templates, input.limits ?? LIMITS, only) }
  } catch (error) {
    if (error instanceof TemplateError) return { ...trace, failure: error }
    if (error instanceof Untraced) return { ...trace, reason: error.message }
    throw error
  }
}

/**
 * The same chart with values changed. The chart is not read again, and texts that were parsed are not parsed again.
 * @param values the effective ones, from the trace without the changes
 */
export function retrace(
  input: TraceInput,
  values: Dict,
  changes: Change | readonly Change[],
  only?: ReadonlySet<string>,
): Trace {
  const given = [changes].flat().map(change => valuesFor(change, values))
  return traceChart({ ...input, values: given.reduce(mergeValues, input.values) }, only)
}

/** The values as they are now; templates may change maps by `set`. */
function snapshot({ entries, provenance, goType }: Dict): Dict {
  const copies = [...entries].map(([key, item]) => [key, item.kind === 'dict' ? snapshot(item) : item] as const)
  return new Dict(new Map(copies), provenance, goType)
}
