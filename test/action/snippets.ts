import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/** A workflow as the documentation shows it. */
export interface Snippet {
  /** `docs/review.md:12`, the line of its first line. */
  readonly name: string
  /** A whole workflow: steps that stand alone are put into one. */
  readonly workflow: string
}

const ROOT = join(import.meta.dirname, '../..')
const FRAME = 'name: steps\non: [push]\npermissions: {}\njobs:\n  steps:\n    runs-on: ubuntu-latest\n    steps:\n'

/** All workflows, and steps of workflows, in the Markdown that people write. */
export function workflowSnippets(): Snippet[] {
  const docs = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).map(file => join('docs', file))
  const pages = [...readdirSync(ROOT), ...docs].filter(file => file.endsWith('.md')).sort()
  return pages.flatMap(page =>
    yamlBlocks(readFileSync(join(ROOT, page), 'utf8')).flatMap(({ line, text }) => {
      const workflow = workflowOf(text)
      return workflow === undefined ? [] : { name: `${page}:${line}`, workflow }
    }),
  )
}

const yamlBlocks = (markdown: string): { readonly line: number; readonly text: string }[] =>
  [...markdown.matchAll(/^```ya?ml\n(.*?)^```$/gms)].map(({ index, 1: text = '' }) => ({
    ...{ line: markdown.slice(0, index).split('\n').length + 1, text },
  }))

/** @throws for what has steps and is neither a workflow nor a list of them */
function workflowOf(text: string): string | undefined {
  if (!/^jobs:|^\s*(?:- )?(?:uses|run): /m.test(text)) return undefined
  const value: unknown = parse(text)
  if (!Array.isArray(value)) return text
  const depth = /^ */.exec(text)?.[0].length ?? 0
  return FRAME + text.replace(/^(?=.)/gm, ' '.repeat(Math.max(0, 6 - depth)))
}
