import { type DocumentText, inlineValues } from '../../discover/declared/inline-values.ts'
import type { Path } from '../../finding.ts'
import { type Found, type Piece, samePath } from '../../parse/composition.ts'
import { isCredentialKey } from '../../parse/credentials.ts'
import { splitDocuments } from '../../parse/documents.ts'
import { asList, asMapping, asText, type Mapping, valueAt } from '../../parse/untyped.ts'
import { SourceText } from '../../parse/yaml.ts'

/** A patch of a kustomization: what it says, and of which objects. */
export interface Patch {
  readonly file: string
  readonly source: SourceText
  readonly startLine: number
  /** The lines of what it says, where they are not those of its own text: of a text in quotes, that of its key. */
  readonly keyPath: Path | undefined
  /** What it says. */
  readonly body: unknown
  /** Undefined for a patch that names its object itself. */
  readonly target: Mapping | undefined
}

/** An object under the names that a patch may call it by. */
export interface Patched {
  readonly body: Mapping
  readonly kind: string
  readonly names: readonly string[]
}

/** The patches of a file: of each of its documents. */
export const patchesInFile = (file: string, text: string, target: Mapping | undefined): Patch[] =>
  splitDocuments(text.replace(/^\uFEFF/, '')).map(document => {
    const source = new SourceText(document.text)
    return { file, source, startLine: document.startLine, keyPath: undefined, body: source.parsed.body, target }
  })

/** The patch that stands in a document of another kind, as a text or as a mapping. */
export function patchInside(document: DocumentText, path: Path, target: Mapping | undefined): Patch[] {
  const inline = inlineValues(document, path)
  const file = document.file
  if (!inline || file === undefined) return []
  const own = new SourceText(inline.text)
  const { body } = own.parsed
  if (inline.hasFileLines) return [{ file, source: own, startLine: 1, keyPath: undefined, body, target }]
  const source = new SourceText(document.text)
  return [{ file, source, startLine: document.startLine, keyPath: path, body, target }]
}

/** What a patch says of an object; undefined where it is about others. */
export function pieceOf(patch: Patch, object: Patched): Piece | undefined {
  if (!isAbout(patch, object)) return undefined
  const { file, source, startLine, keyPath, body } = patch
  const find = Array.isArray(body) ? operations(body, object.body) : merge(body, object.body)
  return {
    ...{ file, source, startLine, isHidden: object.kind === 'Secret' || setsCredential(body) },
    find(path) {
      const found = find(path)
      return found && keyPath ? { ...found, path: keyPath } : found
    },
  }
}

/** A target's name is a regular expression, which is not run: what the patch says is compared with the object anyhow. */
function isAbout({ body, target }: Patch, { kind, names }: Patched): boolean {
  const wanted = target ?? asMapping(body) ?? {}
  const name = asText(target ? target.name : valueAt(body, ['metadata', 'name']))
  const isKind = wanted.kind === undefined ? target !== undefined : wanted.kind === kind
  return isKind && (name === undefined || /[^\w.-]/.test(name) || names.includes(name))
}

/** https://kubectl.docs.kubernetes.io/references/kustomize/glossary/#patch-strategic-merge */
const merge =
  (patch: unknown, object: Mapping) =>
  (path: Path): Found | undefined => {
    const same = samePath(path, object, patch)
    return same && { path: same, value: valueAt(patch, same) }
  }

/** The last operation that writes a path, as it stands in the list (https://www.rfc-editor.org/rfc/rfc6902). */
const operations =
  (list: readonly unknown[], object: Mapping) =>
  (path: Path): Found | undefined => {
    for (const [i, item] of [...list.entries()].reverse()) {
      const { op, path: pointer, value } = asMapping(item) ?? {}
      if (op !== 'add' && op !== 'replace') continue
      const rest = behind(asText(pointer) ?? '', path)
      if (!rest) continue
      const here = valueAt(object, path.slice(0, path.length - rest.length))
      const inside = samePath(rest, here, value)
      if (inside) return { path: [i, 'value', ...inside], value: valueAt(value, inside) }
    }
    return undefined
  }

/** What of a path is left behind a JSON pointer; undefined where the pointer leads elsewhere. `-` is an item at the end of a list. */
function behind(pointer: string, path: Path): Path | undefined {
  const steps = pointer.split('/').slice(1)
  const names = steps.map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  const leads = names.every((name, i) => name === String(path[i]) || (name === '-' && typeof path[i] === 'number'))
  return leads && names.length <= path.length ? path.slice(names.length) : undefined
}

/** In an operation the key of a credential stands in the path, where nobody who masks lines looks for it. */
const setsCredential = (body: unknown): boolean =>
  asList(body).some(item => isCredentialKey((asText(asMapping(item)?.path) ?? '').split('/').at(-1) ?? ''))
