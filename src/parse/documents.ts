/** One YAML document of a stream, before it is parsed. */
export interface DocumentText {
  readonly text: string
  /** 1-based line of the stream on which `text` begins. */
  readonly startLine: number
  /** The template in helm's last `# Source:` comment, relative to the chart's parent folder. */
  readonly source: string | undefined
}

/** `---` begins a document and `...` ends one; in column 0 neither can be anything else. */
const BOUNDARY = /^(?:---|\.\.\.)(?:[ \t\r]|$)/
/** A document may begin on the separator's own line: `--- { kind: Secret }`. */
const CONTENT_BEHIND = /^---[ \t]+[^\s#]/
const SOURCE = /^# Source: (.+?)\r?$/m

/** Cuts a YAML stream into its documents. Nothing is parsed, and nothing is lost but the separators. */
export function splitDocuments(stream: string): DocumentText[] {
  const documents: DocumentText[] = []
  const lines = stream.split('\n')
  let start = 0
  let source: string | undefined
  for (let i = 0; i <= lines.length; i++) {
    const line = lines[i]
    if (line !== undefined && !BOUNDARY.test(line)) continue
    // The line break before a separator is the separator's, all of it: a lone CR would be content.
    const text = lines.slice(start, i).join('\n').replace(/\r$/, '')
    source = SOURCE.exec(text)?.[1] ?? source
    if (text.trim()) documents.push({ text, startLine: start + 1, source })
    start = line !== undefined && CONTENT_BEHIND.test(line) ? i : i + 1
  }
  return documents
}
