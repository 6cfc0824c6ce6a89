import type { LocatedPath } from '../locate/paths.ts'
import { clip } from './clip.ts'
import { printable } from './terminal.ts'

/** Longer paths are a list only; nobody reads them as a picture. */
const MOST_STEPS = 12
const MOST_CHARACTERS = 120

/** An attack path as a flow chart of Mermaid, in the fence that GitHub and GitLab draw; empty for one that is too long. */
export function pathDiagram({ title, steps }: Pick<LocatedPath, 'title' | 'steps'>): string {
  if (steps.length > MOST_STEPS) return ''
  const [first, ...others] = [title, ...steps.map(({ says }) => says)]
  const nodes = [`  n0(["${label(first ?? '')}"])`, ...others.map((says, i) => `  n${i + 1}["${label(says)}"]`)]
  const arrows = others.map((_, i) => `  n${i} --> n${i + 1}`)
  return `\`\`\`mermaid\nflowchart TD\n${[...nodes, ...arrows].join('\n')}\n\`\`\`\n`
}

/** Mermaid reads Markdown and HTML in its labels, lists at their beginning too: all but words is written as its character references. */
const label = (text: string): string =>
  clip(printable(text.replace(/\s+/g, ' ').trim()), MOST_CHARACTERS).replace(
    /[^\p{L}\p{N}\p{M} ,.()/_-]|^-|(?<=^\d+)[.)]/gu,
    character => `#${character.codePointAt(0)};`,
  )
