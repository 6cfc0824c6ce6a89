import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Palette } from '../src/report/terminal.ts'
import { textReport } from '../src/report/text.ts'
import { RULES } from '../src/rules/index.ts'
import { assess } from '../src/run.ts'

/** Draws what `check` prints for a part of the demo as docs/images/check.svg, the picture in the README. */
const PATHS = ['fixtures/demo/apps/payments', 'fixtures/demo/platform/stores.yaml']
const ROOT = join(import.meta.dirname, '..')

// A span begins with a private-use character and its class, and ends with another: nothing that is printed holds them.
const [OPEN, CLOSE] = ['\uE000', '\uE001']
const span = (name: string) => (text: string) => `${OPEN}${name}${text}${CLOSE}`
const palette: Palette = {
  bold: span('b'),
  dim: span('d'),
  red: span('r'),
  yellow: span('y'),
  cyan: span('c'),
  green: span('g'),
}

const STYLE =
  'text{font:13.6px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;fill:#e6edf3}.b{font-weight:700}.d{fill:#8b949e}.r{fill:#ff7b72}.y{fill:#d29922}.c{fill:#39c5cf}.g{fill:#3fb950}'

const assessment = await assess({ root: ROOT, folder: ROOT, paths: PATHS })
const report = textReport(assessment, RULES, { width: 100, palette })
const command = `${palette.dim('$')} eso-hardener check ${PATHS.join(' ')}`
const rows = [command, '', ...excerpt(report.trimEnd().split('\n'))]
const file = join(ROOT, 'docs/images/check.svg')
mkdirSync(dirname(file), { recursive: true })
writeFileSync(file, svg(rows))

/** One rule's findings, the worst attack path and the summary: the whole report is too long for a picture. */
function excerpt(lines: readonly string[]): string[] {
  const starts = lines.flatMap((line, i) => (/^\S/.test(line) ? i : []))
  const section = (word: string): string[] => {
    const start = starts.find(i => lines[i]?.includes(word))
    if (start === undefined) throw new Error(`the report has no section '${word}'`)
    return lines.slice(
      start,
      starts.find(i => i > start),
    )
  }
  const paths = section('attack paths')
  const second = paths.findIndex((line, i) => i > 2 && line === '')
  const gap = ['', palette.dim('  …'), '']
  return [
    ...section('unrestricted-cluster-store'),
    ...gap.slice(1),
    ...paths.slice(0, second),
    ...gap,
    ...section('summary'),
  ]
}

function svg(lines: readonly string[]): string {
  const [lineHeight, charWidth, margin] = [18, 8.2, 16]
  const width = Math.ceil(Math.max(...lines.map(line => line.length)) * charWidth + 2 * margin)
  const height = lines.length * lineHeight + 2 * margin
  const texts = lines.map((line, i) => {
    const y = (margin + (i + 0.8) * lineHeight).toFixed(1)
    return `<text x="${margin}" y="${y}" xml:space="preserve">${markup(line)}</text>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<style>${STYLE}</style>
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
${texts.join('\n')}
</svg>
`
}

function markup(line: string): string {
  const escaped = line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return escaped.replaceAll(/\uE000(.)/g, '<tspan class="$1">').replaceAll(CLOSE, '</tspan>')
}
