import { isCollection, isMap, isScalar, isSeq } from 'yaml'
import type { Path } from '../../finding.ts'
import { rangeOf } from '../../parse/node.ts'
import type { ValuesFile } from '../../parse/values.ts'
import type { Layers } from '../layers.ts'

/**
 * The keys that a line of a values file sets, as the release has them: one for each chart that the file gives values to. Empty
 * for a line without a key, such as a comment.
 */
export function keysOnLine({ files }: Layers, file: string, line: number): Path[] {
  const keys = files.flatMap(({ values, at }) => {
    const inside = values.file === file && values.hasFileLines ? pathOnLine(values, line) : undefined
    if (!inside) return []
    return [inside[0] === 'global' ? inside : [...at, ...inside]]
  })
  return [...new Map(keys.map(key => [JSON.stringify(key), key])).values()]
}

/** The outermost key or item that begins on a line, else the innermost one whose text goes on there. */
function pathOnLine({ source }: ValuesFile, line: number): Path | undefined {
  const { document, lines } = source.located
  const text = source.text.split('\n')[line - 1]?.trim() ?? ''
  let goesOn: Path | undefined
  const search = (node: unknown, path: Path): Path | undefined => {
    for (const child of childrenOf(node)) {
      const here = [...path, child.step]
      const [start, end] = child.range
      const [first, last] = [lines.linePos(start).line, lines.linePos(Math.max(start, end - 1)).line]
      if (first > line || last < line) continue
      if (first === line) return here
      if (!isCollection(child.value)) goesOn = here
      const found = search(child.value, here)
      if (found) return found
    }
    return undefined
  }
  return search(document.contents, []) ?? (text === '' ? undefined : goesOn)
}

interface Child {
  readonly step: string | number
  readonly value: unknown
  /** From its key to the end of its value. */
  readonly range: readonly [number, number]
}

function childrenOf(node: unknown): Child[] {
  if (isMap(node))
    return node.items.flatMap(({ key, value }) => {
      const range = rangeOf(key)
      if (!range) return []
      const step = isScalar(key) ? String(key.value ?? '') : ''
      return { step, value, range: [range[0], rangeOf(value)?.[1] ?? range[1]] as const }
    })
  if (!isSeq(node)) return []
  return node.items.flatMap((value, step) => {
    const range = rangeOf(value)
    return range ? { step, value, range } : []
  })
}
