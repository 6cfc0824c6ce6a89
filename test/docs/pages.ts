import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

/** A page of the documentation. */
export interface Page {
  /** Relative to the project, with `/`. */
  readonly path: string
  readonly text: string
}

/** What stands between two fences of a page. */
export interface Block {
  readonly page: string
  /** Line of its first line, counted from 1. */
  readonly line: number
  /** The first word behind the fence; empty where there is none. */
  readonly language: string
  readonly text: string
}

/** All Markdown of the project, sorted; with the generated pages of the rules and configuration. */
export function pages(): Page[] {
  const folders = ['docs', 'fixtures']
  const below = folders.flatMap(folder =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(file => `${folder}/${file}`),
  )
  return [...readdirSync(ROOT), ...below]
    .filter(path => path.endsWith('.md'))
    .sort()
    .map(path => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }))
}

/** The fenced blocks of a page; a block in a list item loses nothing of its indentation. */
export const blocksOf = ({ path, text }: Page): Block[] =>
  [...text.matchAll(/^ *```(\S*)[^\n]*\n(.*?)^ *```$/gms)].map(({ index, 1: language = '', 2: body = '' }) => ({
    page: path,
    line: text.slice(0, index).split('\n').length + 1,
    language,
    text: body,
  }))
