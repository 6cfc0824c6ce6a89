import { groupKindOf, isKnownKind, knownKinds } from './kinds.ts'
import { ODD_BREAK } from './line-breaks.ts'

/*
 * Most of what charts print is of no interest, and parsing it would cost more than everything else. Whoever hides an object from
 * this look hides it from every rule, so it says "nothing" only where no parser of YAML could find an object of a known kind:
 *
 * - in an ordinary document, where apiVersion and kind stand legibly in column 0 and nothing else there can be a second one;
 * - in any other, where the letters of `kind` and of a known kind are missing, and no escape can write them.
 */

/** What a document may hold. `crd`: it is a CustomResourceDefinition, written as everybody writes one. */
export type Glance = 'nothing' | 'crd' | 'object'

const CRD = 'apiextensions.k8s.io/CustomResourceDefinition'

/** Looks at the text of one YAML document without parsing it; linear in its length. */
export function glanceAt(text: string): Glance {
  const head = ordinaryHead(text)
  if (!head) return mayHoldKnownKind(text) ? 'object' : 'nothing'
  const groupKind = groupKindOf(head.apiVersion, head.kind)
  if (groupKind === CRD) return 'crd'
  return isKnownKind(groupKind) || head.kind.endsWith('List') ? 'object' : 'nothing'
}

const FIRST_CONTENT = /^[ \t]*[^ \t\r\n#]/m
/** In column 0: what may be a key that only a parser can read (quoted, an alias, `<<`, `?`, in a flow), or no key at all. */
const STRANGE_LINE = /^(?:[^ \t\r\n\w#-]|-[^ \t\r\n])/m
/** With its value where that is a plain word, or a quoted one, which ends on its line: the next one begins in column 0. */
const HEAD_LINE =
  /^(apiVersion|kind)\b(?:[ \t]*:[ \t]+(["']?)([\w./-]+)\2[ \t]*(?:(?<=[ \t])#.*)?(?=\r?\n[^ \t\r\n]|(?:\r?\n)?(?![\s\S])))?/gm

/** Type and version of a document whose root is a block mapping in column 0; undefined when only a parser can say. */
function ordinaryHead(text: string): { readonly apiVersion: string; readonly kind: string } | undefined {
  if (FIRST_CONTENT.exec(text)?.[0].length !== 1 || STRANGE_LINE.test(text) || ODD_BREAK.test(text)) return undefined
  const head = new Map<string, string | undefined>()
  for (const [, key = '', , value] of text.matchAll(HEAD_LINE)) {
    // Of two equal keys the last one counts for some, and for others the document is an error.
    if (head.has(key)) return undefined
    head.set(key, value)
  }
  const apiVersion = head.get('apiVersion')
  const kind = head.get('kind')
  return apiVersion === undefined || kind === undefined ? undefined : { apiVersion, kind }
}

const entries = knownKinds().map(groupKind => groupKind.split('/'))
/** Of a group with `*` every kind is known, so that its name decides. */
const OPEN_GROUPS = entries.flatMap(([group = '', kind]) => (kind === '*' ? `${group}/` : []))
const names = new Set(entries.flatMap(([, kind = '']) => (kind === '*' ? [] : kind)))
/** As a whole word; the objects of a typed list take their kind from its name. */
const KIND_NAME = new RegExp(`\\b(?:${[...names].join('|')})(?:List)*\\b`)

/** Whether the letters are there at all. A text in YAML has them as they are, or with a backslash in double quotes. */
const mayHoldKnownKind = (text: string): boolean =>
  text.includes('\\') ||
  (/\bkind\b/.test(text) && (KIND_NAME.test(text) || OPEN_GROUPS.some(group => text.includes(group))))
