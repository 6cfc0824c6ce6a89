import { cut, replaceWhole } from '../value/text.ts'
import type { Text } from '../value/value.ts'
import { deriving, keeping, type TemplateFunction } from './function.ts'
import { utf8 } from './stringify.ts'

/** The shortest path that means the same: no `.`, no `//`, `..` taken away with what stands before it. */
function clean(path: string): string {
  const isAbsolute = path.startsWith('/')
  const names: string[] = []
  for (const name of path.split('/')) {
    if (name === '' || name === '.') continue
    if (name !== '..') names.push(name)
    else if (names.length > 0 && names.at(-1) !== '..') names.pop()
    else if (!isAbsolute) names.push('..')
  }
  return (isAbsolute ? '/' : '') + names.join('/') || '.'
}

function base(given: Text): Text {
  const end = withoutSlashes(given.string)
  if (end === 0) return replaceWhole(given, given.string === '' ? '.' : '/')
  return cut(given, given.string.lastIndexOf('/', end - 1) + 1, end)
}

/** How long a path is without the slashes at its end. */
function withoutSlashes(path: string): number {
  let end = path.length
  while (end > 0 && path[end - 1] === '/') end--
  return end
}

/** From the last dot of the last name on. */
function extension(given: Text): Text {
  const dot = given.string.lastIndexOf('.')
  return cut(given, dot > given.string.lastIndexOf('/') ? dot : given.string.length)
}

const rewriting = (rewrite: (path: string) => string): TemplateFunction =>
  keeping([utf8], ([given]) => {
    const path = rewrite(given.string)
    return path === given.string ? given : replaceWhole(given, path)
  })

const cleaning = rewriting(clean)
const directory = rewriting(path => clean(path.slice(0, path.lastIndexOf('/') + 1)))
const naming = keeping([utf8], ([given]) => base(given))
const extending = keeping([utf8], ([given]) => extension(given))
const testing = deriving([utf8], ([given]) => given.string.startsWith('/'))

/** Functions on paths; those of the operating system are Linux's, which are the same. */
export const PATHS: Readonly<Record<string, TemplateFunction>> = {
  base: naming,
  dir: directory,
  ext: extending,
  clean: cleaning,
  isAbs: testing,
  osBase: naming,
  osDir: directory,
  osExt: extending,
  osClean: cleaning,
  osIsAbs: testing,
}
