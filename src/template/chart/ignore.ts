import { TemplateError } from '../errors.ts'
import { type PathPattern, parsePathPattern } from './path-pattern.ts'

/** What of a chart's folder helm leaves unread. */
export interface IgnoreRules {
  isIgnored(path: string, isFolder: boolean): boolean
}

interface Rule {
  readonly pattern: PathPattern
  readonly isNegated: boolean
  /** Holds for folders alone: the line ends in a slash. */
  readonly onlyFolders: boolean
  /** Compared with the whole path: the line has another slash. */
  readonly wholePath: boolean
}

/** helm's own rule, whatever .helmignore says: no hidden files among the templates. */
const DEFAULT = 'templates/.?*'

/** Reads a `.helmignore`, which is not .gitignore's language: no `**`, and `!` ignores all that does not match. @throws TemplateError on a line that helm refuses. */
export function parseIgnoreRules(text: string): IgnoreRules {
  const rules = [...text.split('\n'), DEFAULT].flatMap(parseRule)
  return { isIgnored: (path, isFolder) => decide(rules, path, isFolder) }
}

function parseRule(text: string): Rule[] {
  const line = text.trim()
  if (line === '' || line.startsWith('#')) return []
  if (line.includes('**')) throw new TemplateError('double-star (**) syntax is not supported in .helmignore')
  const isNegated = line.startsWith('!')
  const positive = isNegated ? line.slice(1) : line
  const onlyFolders = positive.endsWith('/')
  const path = onlyFolders ? positive.slice(0, -1) : positive
  const pattern = parsePathPattern(path.replace(/^\//, ''))
  if (!parsePathPattern(line) || !pattern) throw new TemplateError(`a malformed pattern in .helmignore: ${line}`)
  return [{ pattern, isNegated, onlyFolders, wholePath: path.includes('/') }]
}

function decide(rules: readonly Rule[], path: string, isFolder: boolean): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  for (const { pattern, isNegated, onlyFolders, wholePath } of rules) {
    const matches = pattern.matches(wholePath ? path : name)
    if (isNegated ? (onlyFolders && !isFolder) || !matches : (!onlyFolders || isFolder) && matches) return true
  }
  return false
}

/** The files that are left when ignored folders are not entered. */
export function withoutIgnored<T>(files: ReadonlyMap<string, T>, rules: IgnoreRules): Map<string, T> {
  const folders = new Map<string, boolean>([['', false]])
  const isFolderIgnored = (folder: string): boolean => {
    const known = folders.get(folder)
    if (known !== undefined) return known
    const ignored = isFolderIgnored(parentOf(folder)) || rules.isIgnored(folder, true)
    folders.set(folder, ignored)
    return ignored
  }
  return new Map([...files].filter(([path]) => !isFolderIgnored(parentOf(path)) && !rules.isIgnored(path, false)))
}

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))
