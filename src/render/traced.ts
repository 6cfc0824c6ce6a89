import type { Release } from '../discover/discover.ts'
import { textOrNothing } from '../discover/values-source.ts'
import type { Path } from '../finding.ts'
import { asMapping, type Mapping } from '../parse/untyped.ts'
import type { Change } from '../template/change.ts'
import { type Capabilities, capabilitiesWith } from '../template/chart/capabilities.ts'
import { type Chart, type ChartFiles, loadChart } from '../template/chart/chart.ts'
import { withSetFlags } from '../template/chart/set-flags.ts'
import { mergeValues, readGivenValues } from '../template/chart/values.ts'
import { TemplateError, Untraced } from '../template/errors.ts'
import { type HelmlessOutput, outputOf } from '../template/output/template.ts'
import { retrace, type Trace, type TraceInput, traceChart } from '../template/trace.ts'
import { Dict, type Value } from '../template/value/value.ts'
import { ChartReader } from './chart-files.ts'
import { USUAL_API_VERSIONS } from './helm.ts'
import { plainValue, setFlags } from './set-values.ts'

const REFUSALS = ['fail', 'required']

/** A release with all that its templates read; they run when somebody asks. */
export class TracedChart {
  readonly files: ChartFiles
  /** The texts of the release's values files, in its order. */
  readonly valuesTexts: readonly string[]
  readonly #input: TraceInput
  #trace: Trace | undefined
  #mayRefuse: boolean | undefined
  #output: HelmlessOutput | undefined

  constructor(files: ChartFiles, valuesTexts: readonly string[], input: TraceInput) {
    this.files = files
    this.valuesTexts = valuesTexts
    this.#input = input
  }

  /** In UTF-16 units and bytes: all values are laid over each other anew for each trace. */
  get valuesSize(): number {
    return this.valuesTexts.reduce((sum, text) => sum + text.length, this.files.get('values.yaml')?.length ?? 0)
  }

  /** Whether a template may refuse values by `fail` or `required`; one in a package inside may. */
  get mayRefuse(): boolean {
    this.#mayRefuse ??= [...this.files].some(
      ([path, bytes]) =>
        /^charts\/[^/]+\.tgz$/.test(path) ||
        (/(?:^|\/)templates\//.test(path) &&
          REFUSALS.some(word => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(word))),
    )
    return this.#mayRefuse
  }

  get trace(): Trace {
    this.#trace ??= traceChart(this.#input)
    return this.#trace
  }

  /** All that helm would print for the release, or why it has to be asked. */
  get output(): HelmlessOutput {
    this.#output ??= outputOf(this.#input, this.trace)
    return this.#output
  }

  /** The values that its templates see, and those of the charts alone, in their order; no template is run for them. */
  get effectiveValues(): { readonly given: Mapping; readonly defaults: Mapping } {
    const valuesOf = (input: TraceInput) => asMapping(plainValue(traceChart(input, new Set()).values)) ?? {}
    return { given: valuesOf(this.#input), defaults: valuesOf({ ...this.#input, values: new Dict() }) }
  }

  /**
   * The trace with another value for one key.
   * @param template the only one that is asked for: then failures of others may go unnoticed
   */
  with(path: Path, value: Value, template?: string): Trace {
    return this.withChanges([{ path, value }], template)
  }

  /** The same for several keys. */
  withChanges(changes: readonly Change[], template?: string): Trace {
    const { values, hasChanged } = this.trace
    const only = template === undefined || hasChanged ? undefined : new Set([template])
    return retrace(this.#input, values, changes, only)
  }
}

/**
 * Reads what a release's templates read; undefined where it cannot be had as helm has it.
 * @param given the chart's files where they are not those of its folder or package.
 */
export async function readTracedChart(
  release: Release,
  capabilities: Capabilities,
  reader: ChartReader,
  given?: ChartFiles,
): Promise<TracedChart | undefined> {
  const found = await tracedChartOrReason(release, capabilities, reader, given)
  return typeof found === 'string' ? undefined : found
}

/** The same, or why not. */
export async function tracedChartOrReason(
  release: Release,
  capabilities: Capabilities,
  reader = new ChartReader(),
  given?: ChartFiles,
): Promise<TracedChart | string> {
  const files = given ?? (await reader.filesOf(release))
  const texts = await Promise.all(release.values.map(textOrNothing))
  if (!files) return 'its files cannot be read as helm reads them (a link, an archive, or too much of them)'
  if (texts.includes(undefined)) return 'one of its values files cannot be read'
  const valuesTexts = texts.map(text => text ?? '')
  try {
    return new TracedChart(files, valuesTexts, inputOf(release, capabilities, files, valuesTexts))
  } catch (error) {
    if (error instanceof TemplateError || error instanceof Untraced) return error.message
    throw error
  }
}

const charts = new WeakMap<ChartFiles, Chart>()

/** Releases that share files share the chart: nothing in it is changed. */
function loadOnce(files: ChartFiles, isPackaged: boolean, helm: string): Chart {
  const chart = charts.get(files) ?? loadChart(files, { isPackaged, helm })
  charts.set(files, chart)
  return chart
}

function inputOf(release: Release, known: Capabilities, files: ChartFiles, valuesTexts: readonly string[]): TraceInput {
  const { kubeVersion, apiVersions, chart, name, namespace } = release
  const capabilities = capabilitiesWith(known, { kubeVersion, apiVersions: [...USUAL_API_VERSIONS, ...apiVersions] })
  const helm = capabilities.helm.version
  const values = valuesTexts.map(text => readGivenValues(text, helm)).reduce(mergeValues, new Dict())
  return {
    chart: loadOnce(files, chart.isPackaged, helm),
    values: withSetFlags(values, setFlags(release)),
    release: { name, namespace },
    capabilities,
  }
}
