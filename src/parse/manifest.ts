import type { ObjectRef, Path } from '../finding.ts'
import type { Composition, Written } from './composition.ts'
import { isOfEso, mayBeOfEso, outlineOf, withoutSchemas } from './crd.ts'
import { splitDocuments } from './documents.ts'
import { groupKindOf, isFileKind, isKnownKind, isNamespaced } from './kinds.ts'
import { lineOfOddBreak } from './line-breaks.ts'
import { lineOfPath } from './location.ts'
import { glanceAt } from './prefilter.ts'
import { asMapping, asText, type Mapping, valueAt } from './untyped.ts'
import { type ParseFailure, parseText, SourceText } from './yaml.ts'

/** Where a stream of manifests comes from. */
export interface Origin {
  /** The file (or, for helm's output, the chart) relative to the repository. */
  readonly file: string
  /** The release that was rendered; undefined for plain manifests. */
  readonly release: { readonly name: string; readonly namespace: string } | undefined
  /** From helm's `# Source:` to a file of the repository; only for rendered manifests. */
  templateFile?(source: string): string
}

/** One Kubernetes object as it would be applied, with the lines it was written on. */
export class Manifest implements ObjectRef {
  readonly apiVersion: string
  readonly kind: string
  /** `group/Kind`, `core/…` for the core group. */
  readonly groupKind: string
  readonly name: string
  /** Undefined for cluster-scoped kinds, and in a plain manifest that leaves it to whoever applies it. */
  readonly namespace: string | undefined
  readonly body: Mapping
  /** The plain manifest, or the template that helm names; relative to the repository. */
  readonly file: string
  readonly release: Origin['release']
  /** helm's `# Source:`; undefined for plain manifests. */
  readonly template: string | undefined
  /** Its document. */
  readonly source: SourceText
  /** 1-based line of the file (or of helm's output) on which the document begins. */
  readonly startLine: number
  /** Where the object stands in its document: not empty for the items of a List. */
  readonly base: Path
  /** The text of a CRD with the schemas, which its body does not have. */
  readonly crd: string | undefined
  /** Of what a kustomization put together; then the document is the one that it was made from. */
  readonly composition: Composition | undefined

  constructor(body: Mapping, origin: Origin, place: Place) {
    this.apiVersion = String(body.apiVersion)
    this.kind = String(body.kind)
    this.groupKind = groupKindOf(this.apiVersion, this.kind)
    this.name = asText(valueAt(body, ['metadata', 'name'])) ?? asText(valueAt(body, ['metadata', 'generateName'])) ?? ''
    const namespace = asText(valueAt(body, ['metadata', 'namespace'])) || origin.release?.namespace
    this.namespace = isNamespaced(this.groupKind) ? namespace : undefined
    this.body = body
    // Committed output of helm has the comments too, but there the file itself is what its author edits.
    this.template = origin.templateFile && place.template
    this.file = (this.template !== undefined && origin.templateFile?.(this.template)) || origin.file
    this.release = origin.release
    this.source = place.source
    this.startLine = place.startLine
    this.base = place.base
    this.crd = place.crd
    this.composition = place.composition
  }

  /** The same object, on the same lines, with another content. */
  withBody(body: Mapping): Manifest {
    const { file, release, template } = this
    return new Manifest(body, { file, release, ...(template !== undefined && { templateFile: () => file }) }, this)
  }

  /** The object that a kustomization made of this one. */
  composed(composition: Composition, body: Mapping): Manifest {
    const { file, release, template, source, startLine, base, crd } = this
    const origin = { file, release, ...(template !== undefined && { templateFile: () => file }) }
    return new Manifest(body, origin, { source, startLine, template, base, crd, composition })
  }

  /** 1-based line of the key at `path`, in the file for plain manifests and in helm's output for rendered ones. */
  lineOf(path: Path): number {
    return this.startLine - 1 + lineOfPath(this.source.located, [...this.base, ...path])
  }

  /** Where the key at `path` is written: also in another file, where a patch or a kustomization set it. */
  writtenAt(path: Path): Written {
    const { file, source, startLine } = this
    return (
      this.composition?.writtenAt(path) ?? {
        ...{ file, line: this.lineOf(path), text: { source, startLine }, isHidden: false, isOwn: true },
      }
    )
  }

  /** The value at `path`; undefined when it is missing. */
  get(...path: Path): unknown {
    return valueAt(this.body, path)
  }
}

interface Place {
  readonly source: SourceText
  readonly startLine: number
  /** helm's `# Source:`. */
  readonly template: string | undefined
  readonly base: Path
  readonly crd?: string | undefined
  readonly composition?: Composition | undefined
}

const ODD_BREAK_WORDS =
  'outside of quotes, a line break of another kind (CR, NEL, LS or PS): Kubernetes reads a new line behind it'

/** The manifests of known kinds in a YAML stream, and what in it could not be read. Never throws. */
export function parseManifests(stream: string, origin: Origin): { manifests: Manifest[]; failures: ParseFailure[] } {
  const manifests: Manifest[] = []
  const failures: ParseFailure[] = []
  for (const { text, startLine, source: template } of splitDocuments(stream.replace(/^\uFEFF/, ''))) {
    const oddBreak = lineOfOddBreak(text)
    if (oddBreak !== undefined) failures.push({ message: ODD_BREAK_WORDS, line: oddBreak + startLine - 1 })
    const read = readDocument(text)
    if (!read) continue
    const { body, failure, source, crd } = read
    if (failure) failures.push({ ...failure, line: failure.line + startLine - 1 })
    for (const [object, base] of objectsIn(body, []))
      manifests.push(new Manifest(object, origin, { source, startLine, template, base, crd }))
  }
  return { manifests, failures }
}

interface ReadDocument {
  readonly body: unknown
  readonly failure?: ParseFailure
  readonly source: SourceText
  /** Its text, for a CRD that was read without schemas. */
  readonly crd?: string
}

/** Parses a document that may hold something of interest. */
function readDocument(text: string): ReadDocument | undefined {
  const glance = glanceAt(text)
  if (glance === 'nothing') return undefined
  if (glance === 'crd') {
    if (!mayBeOfEso(text)) return undefined
    const { body, failure } = parseText(withoutSchemas(text))
    const isWanted = failure ? undefined : isOfEso(body)
    if (isWanted === false) return undefined
    if (isWanted) return { body, source: new SourceText(() => outlineOf(text)), crd: text }
    // It is written as nobody writes one, so that more was cut than schemas.
  }
  return { ...parseText(text), source: new SourceText(text) }
}

/** The objects of a document; the items of a typed list (`kind: RoleList`) may leave their kind to it, as kubectl has it. */
function* objectsIn(value: unknown, base: Path, defaults: Mapping = {}): Generator<[Mapping, Path]> {
  const given = asMapping(value)
  const body = given && { ...defaults, ...given }
  if (typeof body?.apiVersion !== 'string' || typeof body.kind !== 'string') return
  if (body.kind.endsWith('List') && Array.isArray(body.items)) {
    const kind = body.kind.slice(0, -'List'.length)
    const inherited = kind === '' ? {} : { apiVersion: body.apiVersion, kind }
    for (const [i, item] of body.items.entries()) yield* objectsIn(item, [...base, 'items', i], inherited)
    return
  }
  const groupKind = groupKindOf(body.apiVersion, body.kind)
  if (isKnownKind(groupKind) && (asMapping(body.metadata) || isFileKind(groupKind))) yield [body, base]
}
