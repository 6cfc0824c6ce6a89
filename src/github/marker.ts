/** What a comment of ours is, hidden in its last line: people do not see it, and the next run finds its comments by it. */
export type Marker =
  | {
      readonly kind: 'finding'
      readonly key: string
      readonly fingerprint: string
      /** The finding is gone, and the comment stays for the sake of what people answered. */
      readonly isResolved: boolean
    }
  | { readonly kind: 'summary' | 'review'; readonly key: string }

const NAME = 'eso-hardener:1'

/** The marker as an HTML comment. Key and fingerprint are percent-encoded, so nothing in them can end it. */
export function printMarker(marker: Marker): string {
  const what =
    marker.kind === 'finding'
      ? `fingerprint=${encode(marker.fingerprint)}${marker.isResolved ? ' resolved' : ''}`
      : marker.kind
  return `<!-- ${NAME} key=${encode(marker.key)} ${what} -->`
}

const MARKER = /^<!-- eso-hardener:1 key=([\w.%]*) (?:fingerprint=([\w.%]+)( resolved)?|(summary|review)) -->$/

/** The marker of a comment; undefined where the last line is none. A marker elsewhere is somebody's quote. */
export function parseMarker(body: string): Marker | undefined {
  const text = body.trimEnd()
  const [line, encodedKey = '', fingerprint, resolved, kind] = MARKER.exec(text.slice(text.lastIndexOf('\n') + 1)) ?? []
  const key = decode(encodedKey)
  if (line === undefined || key === undefined) return undefined
  if (kind !== undefined) return { kind: kind === 'summary' ? 'summary' : 'review', key }
  const decoded = decode(fingerprint ?? '')
  return decoded === undefined
    ? undefined
    : { kind: 'finding', key, fingerprint: decoded, isResolved: resolved !== undefined }
}

const encode = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(
    /[-!'()*~]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
