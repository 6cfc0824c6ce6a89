import type { KeptEntries } from '../io/kept-entries.ts'
import { nameFor, seal, unseal } from '../io/seal.ts'
import { splitDocuments } from '../parse/documents.ts'
import { maskedLines } from '../parse/mask.ts'
import { asMapping, asText } from '../parse/untyped.ts'
import { SourceText } from '../parse/yaml.ts'
import { asItIs, type Made, type Program, type SharedRenders } from './sharing.ts'

/** Renders that outlive a run. In front of them stand those of the run itself, where it renders more than one tree. */
export class KeptRenders implements SharedRenders {
  readonly #entries: KeptEntries
  readonly #own: Map<string, Made> | undefined

  constructor(entries: KeptEntries, own?: Map<string, Made>) {
    this.#entries = entries
    this.#own = own
  }

  async get(key: string, program: Program): Promise<Made | undefined> {
    const own = this.#own?.get(key)
    if (own) return own
    const source = await sourceOf(key, program)
    const sealed = source === undefined ? undefined : await this.#entries.read(nameFor(source))
    const stdout = sealed && source !== undefined ? unseal(source, sealed) : undefined
    if (stdout === undefined) return undefined
    return { ...asItIs({ ok: true, stdout, stderr: '' }), isKept: true }
  }

  async set(key: string, made: Made, program: Program): Promise<void> {
    this.#own?.set(key, made)
    const source = await sourceOf(key, program)
    const isAlone = made.isFetched === undefined
    if (source === undefined || !isAlone || holdsSecret(made.result.stdout)) return
    await this.#entries.write(nameFor(source), seal(source, made.result.stdout))
  }
}

/** The renders that a run shares: those of earlier runs where there is a cache, and its own where it renders more than one tree. */
export function sharedRenders(entries: KeptEntries | undefined, isRepeated: boolean): SharedRenders | undefined {
  const own = isRepeated ? new Map<string, Made>() : undefined
  return entries ? new KeptRenders(entries, own) : own
}

/** Everything that decides what is printed, the program included; undefined where nobody knows which program it is. */
async function sourceOf(key: string, program: Program): Promise<string | undefined> {
  const identity = await program.identity()
  return identity && JSON.stringify(['render 1', identity, process.platform, key])
}

/** In YAML the letters stand as they are, or with a backslash in double quotes. */
const MAY_HOLD_SECRET = /\bSecret(?:List)?\b|\\/

/** Whether helm's output holds the content of a Secret: some is made anew in each run, and is in no file of the repository. */
export const holdsSecret = (stream: string): boolean =>
  splitDocuments(stream).some(({ text }) => {
    if (!MAY_HOLD_SECRET.test(text) || CRD.test(text)) return false
    const source = new SourceText(text)
    const { body, failure } = source.parsed
    if (!failure && !speaksOfSecret(body)) return false
    return maskedLines({ source }).join('\n') !== text
  })

/** Written as everybody writes one; it describes objects, and is none. */
const CRD = /^kind: CustomResourceDefinition\r?$/m

const MOST_DEPTH = 100

/** Whether an object of kind Secret, or a list of them, is anywhere in a value. */
function speaksOfSecret(value: unknown, depth = 0): boolean {
  if (depth > MOST_DEPTH) return true
  if (Array.isArray(value)) return value.some(item => speaksOfSecret(item, depth + 1))
  const mapping = asMapping(value)
  if (!mapping) return false
  if (/^Secret(?:List)*$/.test(asText(mapping.kind) ?? '')) return true
  return Object.values(mapping).some(item => speaksOfSecret(item, depth + 1))
}
