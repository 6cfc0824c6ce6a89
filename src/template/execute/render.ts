import { TemplateError, Untraced } from '../errors.ts'
import { FUNCTIONS } from '../functions/index.ts'
import { dependingOn, rootDatum } from '../value/provenance.ts'
import type { Condition } from '../value/site.ts'
import { Dict, Text } from '../value/value.ts'
import { Budget, type Limits } from './budget.ts'
import { Executor } from './executor.ts'
import { parseOnce } from './parse.ts'

/** A template of a chart, under helm's names. */
export interface Renderable {
  /** `chart/charts/sub/templates/a.yaml`. */
  readonly name: string
  /** `chart/charts/sub/templates`. */
  readonly basePath: string
  readonly text: string
  /** Otherwise the text has replacement characters. */
  readonly isUtf8: boolean
  /** What its chart's templates share as dot. */
  readonly dot: Dict
  /** What decides whether its chart is there at all. */
  readonly condition: Condition | undefined
  /** Whether helm runs it by itself: partials are only called. */
  readonly isRun: boolean
  /** Whether `helm template` prints what it gives: notes are not printed. */
  readonly isOutput: boolean
}

/** What the templates of a chart gave, by their names. A failure ends the run, as it does in helm. */
export interface Rendered {
  readonly files: ReadonlyMap<string, Text>
  /** Why a template could not be run as helm runs it. */
  readonly untraced: ReadonlyMap<string, string>
  readonly failure: TemplateError | undefined
  /** What it cost. */
  readonly steps: number
  /** Whether a template may have changed values that those after it see. */
  readonly hasChanged: boolean
}

/**
 * Runs templates in the order given, which is that of helm: all are parsed before the first one runs, and what one does to
 * `.Values` the next one sees.
 * @param only those to run; undefined for all
 * @throws TemplateError, Untraced when one does not parse
 */
export function render(templates: readonly Renderable[], limits: Limits, only?: ReadonlySet<string>): Rendered {
  const files = new Map<string, Text>()
  const untraced = new Map<string, string>()
  const budget = new Budget(limits)
  const executor = new Executor({ budget: budget, functions: FUNCTIONS, parse: parseOnce })
  const ended = (failure: TemplateError | undefined): Rendered => ({
    ...{ files, untraced, failure, steps: budget.spent, hasChanged: executor.hasChanged },
  })
  for (const { name, text } of templates) executor.add(name, text)
  for (const template of templates.filter(({ isRun, name }) => isRun && only?.has(name) !== false)) {
    template.dot.entries.set('Template', templateObject(template))
    try {
      const text = execute(executor, template)
      if (template.isOutput) files.set(template.name, text)
    } catch (error) {
      if (error instanceof TemplateError) return ended(error)
      if (!(error instanceof Untraced)) throw error
      untraced.set(template.name, error.message)
    }
  }
  return ended(undefined)
}

function execute(executor: Executor, { name, dot, isUtf8, condition }: Renderable): Text {
  if (!isUtf8) throw new Untraced('the template is not UTF-8')
  return executor.execute(name, dot, condition)
}

/** `.Template`. */
function templateObject({ name, basePath }: Renderable): Dict {
  const provenance = dependingOn(rootDatum('chart'))
  const [nameText, basePathText] = [new Text(name, provenance), new Text(basePath, provenance)]
  return new Dict(
    new Map([
      ['Name', nameText],
      ['BasePath', basePathText],
    ]),
    provenance,
  )
}
