import type { Path } from '../../../finding.ts'
import type { RepositoryFiles } from '../../../io/repository-files.ts'
import { lineOfPath, rangeOfPath } from '../../../parse/location.ts'
import { asMapping, type Mapping } from '../../../parse/untyped.ts'
import { type ParseFailure, parseText } from '../../../parse/yaml.ts'
import { Untraced } from '../../../template/errors.ts'
import type { Dict, Value } from '../../../template/value/value.ts'
import { YamlError } from '../../../template/yaml/failure.ts'
import { readYaml } from '../../../template/yaml/read.ts'
import type { InlineValues } from '../../values-source.ts'
import { type DocumentText, inlineValues } from '../inline-values.ts'
import { type Filled, fillTemplate, isFilled, type NotFilled, type Unknown } from './template.ts'

/** A YAML document of a helmfile, after its template was run. */
export class Part {
  /** The helmfile, relative to the repository. */
  readonly file: string
  readonly body: Mapping
  readonly #document: DocumentText
  readonly #failure: ParseFailure | undefined
  readonly #filled: Filled | undefined
  readonly #startLine: number

  constructor(
    file: string,
    text: string,
    place: { readonly startLine: number; readonly isWhole: boolean },
    filled?: Filled,
  ) {
    const { located, body, failure } = parseText(text)
    this.file = file
    this.#failure = failure
    this.body = asMapping(body) ?? {}
    this.#filled = filled
    this.#startLine = place.startLine
    const isPlain = filled === undefined
    this.#document = { file, text, located, body, startLine: isPlain ? place.startLine : 1, isWhole: place.isWhole }
  }

  /** Why it is no YAML, and the 1-based line of the file. */
  get failure(): ParseFailure | undefined {
    return this.#failure && { ...this.#failure, line: this.#fileLine(this.#failure.line) }
  }

  /** 1-based line of the file that a path stands on. */
  lineOf(path: Path): number {
    return this.#fileLine(lineOfPath(this.#document.located, path))
  }

  /** What of the lines at a path is not known. */
  unknownIn(path: Path): Unknown | undefined {
    const { located } = this.#document
    const [start, end] = rangeOfPath(located, path) ?? []
    if (start === undefined || end === undefined) return undefined
    const [first, last] = [located.lines.linePos(start).line, located.lines.linePos(Math.max(start, end - 1)).line]
    const printed = this.#filled?.lines ?? []
    // What was left out by a condition stands where nothing was printed.
    const behind = printed.findIndex(({ isBlank }, i) => i >= last && !isBlank)
    const found = printed.slice(first - 1, behind < 0 ? undefined : behind).find(({ unknown }) => unknown)?.unknown
    return found && { ...found, line: found.line + this.#startLine - 1 }
  }

  /** The values at a path, with their lines in the file. */
  valuesAt(path: Path): InlineValues | undefined {
    const found = inlineValues(this.#document, path)
    if (!found || !this.#filled) return found
    const { text, keyLine, hasFileLines, file } = found
    const lines = text.split('\n').map((_, i) => this.#fileLine(i + 1))
    const key = keyLine === undefined ? undefined : this.#fileLine(keyLine)
    return { file, text, hasFileLines: false, keyLine: key, ...(hasFileLines && { lines }) }
  }

  /** All of it as templates see values. Undefined for what helmfile could not read either. */
  asValue(): Value | undefined {
    return readValue(this.#filled?.text ?? this.#document.text)
  }

  #fileLine(line: number): number {
    const own = this.#filled ? (this.#filled.lines[line - 1]?.line ?? 1) : line
    return own + this.#startLine - 1
  }
}

/** A text as a value of templates; undefined for what is no YAML. */
export function readValue(text: Parameters<typeof readYaml>[0]): Value | undefined {
  try {
    return readYaml(text)
  } catch (error) {
    if (error instanceof YamlError || error instanceof Untraced) return undefined
    throw error
  }
}

/** A document of a helmfile as it is written, and the 1-based line on which it begins. */
export interface PartText {
  readonly text: string
  readonly startLine: number
}

/** The documents that a helmfile is read in, one after the other: what one says, the templates of the next ones see. */
export function partsOf(text: string): PartText[] {
  const parts: PartText[] = []
  let startLine = 1
  for (const part of text.replaceAll('\r\n', '\n').split('\n---\n')) {
    parts.push({ text: part, startLine })
    startLine += part.split('\n').length + 1
  }
  return parts
}

/**
 * Whether helmfile runs a file as a template. Helmfile 1 does so only where the name says it, helmfile 0 always. An action that
 * names the release is meant for later there, and so for helmfile 1; one that names nothing of helmfile's is for somebody else.
 * https://helmfile.readthedocs.io/en/latest/proposals/towards-1.0/
 */
export function isTemplate(file: string, text: string): boolean {
  if (file.endsWith('.gotmpl')) return true
  const unquoted = text.replaceAll(QUOTED_ACTION, '')
  return (unquoted !== text || OWN_WORDS.test(unquoted)) && !/\{\{-?\s*\.Release\b/.test(unquoted)
}

/** Text for a template that stands in a template: helmfile 0 needs it for what is filled in later. */
const QUOTED_ACTION = /\{\{-?\s*`[^`]*`\s*-?\}\}/g
const OWN_WORDS =
  /\{\{[^{}]{0,300}(?:\.(?:Values|StateValues|Environment|Namespace)\b|\b(?:env|requiredEnv|exec|readFile)\s)/

/**
 * Only the blocks at the top with these keys, on their lines, and what stands before all keys: what they say must be known before
 * the rest is filled in.
 */
export function blocksOf(text: string, keys: readonly string[]): string {
  let isIn = true
  return text
    .split('\n')
    .map(line => {
      const [, key] = /^(\w+):/.exec(line) ?? []
      if (key !== undefined) isIn = keys.includes(key)
      return isIn ? line : ''
    })
    .join('\n')
}

/** Runs a part as a template where it is one. */
export function readPart(
  file: string,
  { text, startLine }: PartText,
  given: { readonly dot: Dict; readonly files: RepositoryFiles; readonly folder: string; readonly isWhole: boolean },
): Part | NotFilled {
  const { dot, files, folder, isWhole } = given
  const filled = fillTemplate(text, dot, files, folder)
  if (!isFilled(filled)) return { ...filled, line: (filled.line ?? 1) + startLine - 1 }
  return new Part(file, filled.text.string, { startLine, isWhole }, filled)
}
