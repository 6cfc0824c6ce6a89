import type { RepositoryFiles } from '../../../io/repository-files.ts'
import { TemplateError, Untraced } from '../../../template/errors.ts'
import { Budget, type Limits } from '../../../template/execute/budget.ts'
import { Executor } from '../../../template/execute/executor.ts'
import { EXECUTED } from '../../../template/execute/running-functions.ts'
import { parseTemplate } from '../../../template/syntax/parser.ts'
import { dependenciesIn, flatten, union } from '../../../template/value/provenance.ts'
import type { Site } from '../../../template/value/site.ts'
import { dependenciesOfConditions, type Segment, type Text } from '../../../template/value/text.ts'
import type { Dict } from '../../../template/value/value.ts'
import { functionsFor, unknownIn } from './functions.ts'

/** Something that the repository does not say, and the 1-based line that asks for it. */
export interface Unknown {
  readonly what: string
  readonly line: number
}

/** A line that a template printed. */
interface PrintedLine {
  /** 1-based line of the template that made it. */
  readonly line: number
  readonly unknown: Unknown | undefined
  readonly isBlank: boolean
}

/** What a template printed. */
export interface Filled {
  /** With where its pieces come from. */
  readonly text: Text
  readonly lines: readonly PrintedLine[]
}

/** Why a template could not be run, and the 1-based line of it. */
export interface NotFilled {
  readonly reason: string
  readonly line: number | undefined
}

const LIMITS: Limits = { steps: 200_000, characters: 4_000_000, depth: 100 }
/** The same for all templates of a repository: seconds. */
const LIMITS_IN_ALL = { steps: 10_000_000, characters: 200_000_000 }

/** What all templates that read the same files have left. */
const left = new WeakMap<RepositoryFiles, { steps: number; characters: number }>()

/**
 * Runs a template of helmfile's.
 * @param folder what paths in it are relative to, below the repository
 */
export function fillTemplate(text: string, dot: Dict, files: RepositoryFiles, folder: string): Filled | NotFilled {
  const functions = functionsFor(files, folder)
  const parse = (source: string, name: string) =>
    parseTemplate(source, name, asked => functions.has(asked) || EXECUTED.has(asked))
  const rest = left.get(files) ?? { ...LIMITS_IN_ALL }
  left.set(files, rest)
  if (rest.steps <= 0 || rest.characters <= 0) return { reason: 'the templates take too many steps', line: undefined }
  const budget = new Budget(LIMITS)
  try {
    const executor = new Executor({ budget, functions, parse })
    executor.add(NAME, text)
    const printed = executor.execute(NAME, dot)
    rest.characters -= printed.string.length
    return { text: printed, lines: linesOf(printed) }
  } catch (error) {
    // Its words may quote values.
    if (error instanceof TemplateError) return { reason: 'its template fails', line: error.place?.line }
    if (error instanceof Untraced) return { reason: error.message, line: undefined }
    throw error
  } finally {
    rest.steps -= budget.spent + 1 + text.length / CHARACTERS_PARSED
  }
}

/** How many characters of a template count as one step. */
const CHARACTERS_PARSED = 8
const NAME = 'helmfile'

export const isFilled = (result: Filled | NotFilled): result is Filled => 'text' in result

function linesOf(printed: Text): PrintedLine[] {
  const lines: { line: number; unknown: Unknown | undefined; isBlank: boolean }[] = []
  for (const segment of printed.segments) {
    const unknown = unknownOf(segment)
    for (const [i, piece] of segment.text.split('\n').entries()) {
      const last = lines.at(-1)
      const here = i > 0 || !last ? { line: 0, unknown: undefined, isBlank: true } : last
      if (here !== last) lines.push(here)
      if (here.line === 0 || (here.isBlank && piece.trim() !== '')) here.line = lineOf(segment, i)
      here.isBlank &&= piece.trim() === ''
      here.unknown ??= unknown
    }
  }
  return lines
}

/** The line of the template itself, also for what it has others print. */
function lineOf({ site, linesBefore }: Segment, before: number): number {
  if (!site) return 1
  const outer = outermost(site)
  if (outer) return outer.source.lineOf(outer.offset)
  return site.source.lineOf(site.offset) + (site.kind === 'text' ? linesBefore + before : 0)
}

function outermost({ frame }: Site): Site['frame'] {
  let outer = frame
  while (outer?.parent) outer = outer.parent
  return outer
}

function unknownOf(segment: Segment): Unknown | undefined {
  const { provenance, site } = segment
  const depends = union(dependenciesIn(provenance), dependenciesOfConditions(site?.condition))
  for (const datum of flatten(depends)) {
    const what = unknownIn(datum)
    if (what !== undefined) return { what, line: lineOf(segment, 0) }
  }
  return undefined
}
