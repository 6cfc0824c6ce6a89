import { isDeepStrictEqual } from 'node:util'
import type { Path } from '../finding.ts'
import type { Manifest } from '../parse/manifest.ts'
import { asMapping, type Mapping, valueAt } from '../parse/untyped.ts'
import { parseText } from '../parse/yaml.ts'
import { Bool, Dict, List, Nil, Num, Text, type Value } from '../template/value/value.ts'
import { splitLikeHelm } from './referee.ts'

/** What a template prints with one of the release's values changed. */
export interface Output {
  /** Undefined when it prints nothing. */
  readonly text: Text | undefined
}

/** Runs a template of a release, or without one all of them, with another value for a key; undefined when any fails then. */
export type Retrace = (key: Path, value: Value, template?: string) => Output | undefined

/** The steps that all tries of one run may take: a few seconds. */
const MOST_STEPS = 10_000_000

/** How many changes of values one run may try; beyond it places are only probable. */
export class Tries {
  #left: number
  #steps: number

  constructor(most: number, steps = MOST_STEPS) {
    this.#left = most
    this.#steps = steps
  }

  /** @returns whether there was one left. */
  take(): boolean {
    return this.#steps > 0 && this.#left-- > 0
  }

  /** What the last one cost. */
  spend(steps: number): void {
    this.#steps -= steps
  }
}

/** What changes are tried on. */
export interface WhatIfInput {
  /** The traced output without a change. */
  readonly now: ReadonlyMap<string, Text>
  readonly retrace: Retrace
  readonly tries: Tries
  /** Whether another template may refuse a value: then all of them are run before a change counts. */
  readonly mayRefuse: boolean
}

/** Tries what a release would render with other values. Nothing is rendered twice for one change. */
export class WhatIf {
  readonly #now: ReadonlyMap<string, Text>
  readonly #retrace: Retrace
  readonly #tries: Tries
  readonly #mayRefuse: boolean
  readonly #outputs = new Map<string, Output | undefined>()
  readonly #bodies = new Map<string, unknown>()

  constructor({ now, retrace, tries, mayRefuse }: WhatIfInput) {
    this.#now = now
    this.#retrace = retrace
    this.#tries = tries
    this.#mayRefuse = mayRefuse
  }

  /**
   * Whether another value of a key changes or removes a node.
   * @param value the value that the key has; undefined where it has none.
   * @returns undefined when that cannot be tried.
   */
  decides(key: Path, value: Value | undefined, manifest: Manifest, path: Path): boolean | undefined {
    const { template = '' } = manifest
    return this.#some(key, value, template, output => this.#changes(output, manifest, path))
  }

  /**
   * Whether another value of a key makes an object appear in what a template prints.
   * @returns undefined when that cannot be tried.
   */
  makes(
    key: Path,
    value: Value | undefined,
    template: string,
    isWanted: (object: Mapping) => boolean,
  ): boolean | undefined {
    const before = this.#now.get(template)
    const old = new Set(textsIn(before))
    return this.#some(key, value, template, ({ text }) => {
      const added = text?.string === before?.string ? [] : textsIn(text)
      return added.some(piece => !old.has(piece) && isWanted(asMapping(this.#bodyOf(piece)) ?? {}))
    })
  }

  /** Whether something holds with any other value that can be tried: one with which another template fails cannot. */
  #some(
    key: Path,
    value: Value | undefined,
    template: string,
    holds: (output: Output) => boolean | undefined,
  ): boolean | undefined {
    let isTried = false
    for (const other of othersThan(value)) {
      const output = this.#with(key, other, template)
      const answer = output && holds(output)
      if (answer && (!this.#mayRefuse || this.#with(key, other))) return true
      if (answer === false) isTried = true
    }
    return isTried ? false : undefined
  }

  #with(key: Path, value: Value, template?: string): Output | undefined {
    const scalar = value.kind === 'text' ? value.string : 'value' in value && value.value
    const id = JSON.stringify([key, value.kind, scalar, template])
    if (!this.#outputs.has(id))
      this.#outputs.set(id, this.#tries.take() ? this.#retrace(key, value, template) : undefined)
    return this.#outputs.get(id)
  }

  /** Two traces are compared, so that what differs in each run of helm is the same in both. */
  #changes({ text: after }: Output, manifest: Manifest, path: Path): boolean | undefined {
    const { template = '', base } = manifest
    const before = this.#now.get(template)
    if (before?.string === after?.string) return false
    const old = this.#documentOf(before, manifest)
    if (old === undefined) return undefined
    const found = this.#documentOf(after, manifest)
    const whole = [...base, ...path]
    return found === undefined || !isDeepStrictEqual(valueAt(found, whole), valueAt(old, whole))
  }

  /** The document of an output that holds the object, in the same place of it. */
  #documentOf(text: Text | undefined, { kind, base, body }: Manifest): unknown {
    const name = valueAt(body, ['metadata', 'name'])
    return textsIn(text)
      .map(piece => this.#bodyOf(piece))
      .find(document => {
        const object = asMapping(valueAt(document, base))
        return object?.kind === kind && valueAt(object, ['metadata', 'name']) === name
      })
  }

  /** Most of a file's documents are the same after a change: each text is read once. */
  #bodyOf(text: string): unknown {
    if (!this.#bodies.has(text)) this.#bodies.set(text, parseText(text).body)
    return this.#bodies.get(text)
  }
}

const textsIn = (output: Text | undefined): string[] =>
  output ? splitLikeHelm(output.string).map(({ text }) => text) : []

/** Values of the same type that differ, so that templates go on as before where they can. */
export function othersThan(now: Value | undefined): Value[] {
  switch (now?.kind) {
    case 'bool':
      return [new Bool(!now.value)]
    case 'number':
      return [new Num(now.value + 1, now.type), new Num(0, now.type)]
    case 'text':
      return [new Text(`${now.string}x`), new Text('')]
    case 'list':
      return now.items.length > 0
        ? [new List([])]
        : [new List([new Text('x')]), new List([new Dict(new Map([['x', new Text('x')]]))])]
    case 'dict':
      // A map is laid over the one that is there: only null takes it away.
      return [...(now.entries.size > 0 ? [new Nil()] : []), new Dict(new Map([['x', new Text('x')]]))]
    default:
      return [new Text('x'), new Bool(true), new Dict(new Map([['x', new Text('x')]])), new Bool(false)]
  }
}
