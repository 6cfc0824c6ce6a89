/** One YAML document of a stream, before it is parsed. */
export interface DocumentText {
  readonly text: string
  /** 1-based line of the stream on which `text` begins. */
  readonly startLine: number
  /** The template in helm's `# Source:` comment, relative to the chart's parent folder. */
  readonly source: string | undefined
}

const SEPARATOR = /^---(?:[ \t\r].*)?$/
const SOURCE = /^# Source: (.+?)\r?$/m

/** Cuts a YAML stream at its `---` lines. Nothing is parsed, and nothing is lost but the separators. */
export function splitDocuments(stream: string): DocumentText[] {
  const documents: DocumentText[] = []
  const lines = stream.split('\n')
  let start = 0
  for (let i = 0; i <= lines.length; i++) {
    const line = lines[i]
    if (line !== undefined && !SEPARATOR.test(line)) continue
    const text = lines.slice(start, i).join('\n')
    if (text.trim()) documents.push({ text, startLine: start + 1, source: SOURCE.exec(text)?.[1] })
    start = i + 1
  }
  return documents
}
