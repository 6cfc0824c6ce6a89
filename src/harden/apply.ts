import type { FileEdit, Path } from '../finding.ts'
import { splitDocuments } from '../parse/documents.ts'
import { maskedLines } from '../parse/mask.ts'
import { SourceText } from '../parse/yaml.ts'
import { changedLines, type Edited, editDocument, editYaml } from './edit.ts'
import type { FileChange } from './file-change.ts'
import { secretLines } from './secret-lines.ts'

/** How many places for an entry are looked at. */
const MOST_PLACES = 20

/** Why an edit is refused. */
export const SECRET = 'the lines hold what may be a secret'

/** Makes one change in the text of its file. An edit whose lines would have to be masked is refused: they are shown. */
export function applyChange(text: string, change: FileChange): Edited {
  const first = applyAt(text, change, 0)
  // What is added repeats the line before it, and another one may be fit to be shown.
  for (let behind = 1; behind < MOST_PLACES && isSecret(first); behind++) {
    const edited = applyAt(text, change, behind)
    if (!isSecret(edited)) return 'edit' in edited ? edited : first
  }
  return first
}

const isSecret = (edited: Edited): boolean => 'refusal' in edited && edited.refusal === SECRET

function applyAt(text: string, { document: line, path, value }: FileChange, behind: number): Edited {
  if (line === undefined) return withoutSecrets(text, 1, editYaml(text, { path, value }, behind))
  const mark = text.startsWith('\uFEFF') ? 1 : 0
  const documents = splitDocuments(text.slice(mark))
  const index = documents.findIndex(({ startLine }) => startLine === line)
  const found = documents[index]
  if (!found) return { refusal: 'the document is not where it was' }
  if (path.length === 0) return withoutDocument(text, documents, index)
  const start = offsetOfLine(text, line) + (line === 1 ? mark : 0)
  return withoutSecrets(found.text, line, editDocument(text, found.text, start, { path, value }, behind))
}

/**
 * Makes several changes of one file, the last lines first, so that the others are still where they were.
 * @returns the text with them, and which could not be made beside the others.
 */
export function applyAll(text: string, changes: readonly FileChange[]): { text: string; refused: FileChange[] } {
  const refused: FileChange[] = []
  const placed = changes.map(change => ({ change, edited: applyChange(text, change) }))
  const lineOf = (edited: Edited): number => ('edit' in edited ? edited.edit.startLine : 0)
  placed.sort((a, b) => lineOf(b.edited) - lineOf(a.edited) || compareSteps(b.change.path, a.change.path))
  let now = text
  for (const { change } of placed) {
    const edited = applyChange(now, change)
    if ('refusal' in edited) refused.push(change)
    else now = edited.text
  }
  return { text: now, refused }
}

/**
 * What is to be edited in a file for several changes: edits that can be made in any order, or one over all lines between;
 * undefined where that one would show a line that may hold a secret.
 */
export function editsOf(file: string, text: string, changes: readonly FileChange[]): FileEdit[] | undefined {
  const { text: after } = applyAll(text, changes)
  const single = changes
    .flatMap(change => {
      const edited = applyChange(text, change)
      return 'edit' in edited ? edited.edit : []
    })
    .sort((a, b) => a.startLine - b.startLine)
  const isApart = single.every((edit, i) => i === 0 || (single[i - 1]?.endLine ?? 0) < edit.startLine)
  const whole = changedLines(text, after)
  const edits = isApart ? single : whole ? [whole] : []
  const secret = secretLines(text)
  const lines = text.split('\n').map((line, i) => (secret.has(i + 1) ? MASKED : line.replace(/\r$/, '')))
  const located = edits.map(edit => ({ file, ...edit, before: lines.slice(edit.startLine - 1, edit.endLine) }))
  const isShown = ({ before, replacement }: FileEdit): boolean => replacement === '' || !before?.includes(MASKED)
  return located.every(isShown) ? located : undefined
}

const MASKED = '***'

/** Of two items of one list the later one first. */
function compareSteps(a: Path, b: Path): number {
  const i = a.findIndex((step, at) => step !== b[at])
  const [first, second] = [a[i], b[i]]
  return typeof first === 'number' && typeof second === 'number' ? first - second : 0
}

/** The lines of an edit are shown: it is refused where one of them would have to be masked. @param first line of the source. */
function withoutSecrets(source: string, first: number, edited: Edited): Edited {
  if ('refusal' in edited) return edited
  const { startLine, endLine } = edited.edit
  const touched = (lines: readonly string[]) => lines.slice(startLine - first, endLine - first + 1).join('\n')
  const isShown = touched(source.split('\n')) === touched(maskedLines({ source: new SourceText(source) }))
  return isShown ? edited : { refusal: SECRET }
}

type Documents = ReturnType<typeof splitDocuments>

/** Takes a document away with the separator that it does not need any more. */
function withoutDocument(text: string, documents: Documents, index: number): Edited {
  const lines = text.split('\n')
  const [before, found, after] = [documents[index - 1], documents[index], documents[index + 1]]
  if (!found || (!before && !after)) return { refusal: 'the object is all there is in its file: delete the file' }
  const start = after ? found.startLine : (before?.startLine ?? 1) + (before?.text.split('\n').length ?? 0)
  const end = after ? after.startLine - 1 : lines.length - (lines.at(-1) === '' ? 1 : 0)
  const edited = [...lines.slice(0, start - 1), ...lines.slice(end)].join('\n')
  return { text: edited, edit: { startLine: start, endLine: end, replacement: '' } }
}

const offsetOfLine = (text: string, line: number): number =>
  line === 1 ? 0 : text.split('\n', line - 1).join('\n').length + 1
