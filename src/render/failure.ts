import { dirname, join, posix, relative } from 'node:path'
import type { Release } from '../discover/discover.ts'
import { type InlineValues, inlineName, isInline } from '../discover/values-source.ts'
import type { PhysicalLocation } from '../finding.ts'
import { relativeTo } from '../io/files.ts'
import { declarationOf } from './dependencies.ts'
import type { HelmResult } from './helm.ts'
import { redact } from './redact.ts'

/** Why a release did not render, or not wholly, in helm's own words, and the line helm names. */
export interface RenderFailure {
  readonly message: string
  readonly location: PhysicalLocation
}

interface Attempt {
  readonly result: HelmResult
  /** The dependencies that it was rendered without. */
  readonly missing: readonly string[]
  /** helm's words on why one could not be had. */
  readonly reason: string | undefined
}

/** helm's messages can be pages long (a dumped values tree). */
const MAX_MESSAGE = 2000
const MAX_READ = 10 * MAX_MESSAGE

export async function describeFailure(root: string, release: Release, attempt: Attempt): Promise<RenderFailure> {
  const { message, location } = await describe(root, release, attempt)
  const inline = release.values.filter(isInline)
  const named = inline.reduce(
    (text, source) => text.replaceAll(new RegExp(`\\S*${inlineName(source)}`, 'g'), source.file ?? release.declaredIn),
    message,
  )
  const here = named.replaceAll(`${root}/`, '').replaceAll(/[^\s"']*\/eso-hardener-\w+\/tree\//g, '')
  return { message: await redact(here, release), location }
}

async function describe(root: string, release: Release, { result, missing, reason }: Attempt): Promise<RenderFailure> {
  if (missing.length === 0) return { message: words(result.stderr), location: locate(root, release, result.stderr) }
  const because = reason === undefined ? '' : ` (${words(reason)})`
  const message = `dependencies are not in charts/: ${missing.join(', ')}${because}`
  if (!result.ok) {
    const location = locate(root, release, result.stderr)
    return { message: `${message}; without them: ${words(result.stderr)}`, location }
  }
  const location = await placeOfDependency(release, missing)
  return { message: `${message}; the chart was checked without them`, location }
}

/** The line that declares the first of them. */
async function placeOfDependency({ chart }: Release, names: readonly string[]): Promise<PhysicalLocation> {
  const declared = chart.isPackaged ? undefined : await declarationOf(chart.path, names)
  if (!declared) return { file: chart.file, via: 'template' }
  return { file: posix.join(dirname(chart.file), declared.file), startLine: declared.line, via: 'declaration' }
}

/** helm's error without its warnings, its `Error: ` and its advice to use --debug. */
function words(stderr: string): string {
  const start = stderr.search(/^Error: /m)
  const text = (start < 0 ? stderr : stderr.slice(start + 'Error: '.length))
    .replace(/\n\s*Use --debug flag to render out invalid YAML\s*$/, '')
    .trim()
    .slice(0, MAX_READ)
    // A template that calls itself says so a thousand times.
    .replace(/([\s\S]{20,300}?)\1{2,}/g, '$1(and so on) ')
  return text.length > MAX_MESSAGE ? `${text.slice(0, MAX_MESSAGE)}…` : text || 'helm failed without a word'
}

/** `chart/templates/x.yaml:12:20`, also in parentheses; `YAML parse error on chart/templates/x.yaml` has no line of the template. */
const TEMPLATE_PLACE = /([\w.-]+(?:\/[\w. -]+)*\/templates\/[\w./ -]+?\.[\w]+)(?::(\d+))?/
const VALUES_PLACE = /failed to parse (\S+?): .*?line (\d+)/

function inlineFault({ declaredIn }: Release, values: InlineValues, line: number): PhysicalLocation {
  const { file, hasFileLines, keyLine, lines } = values
  if (file === undefined) return { file: declaredIn, via: 'declaration' }
  return { file, startLine: (hasFileLines ? line : lines?.[line - 1]) ?? keyLine ?? 1, via: 'values' }
}

function locate(root: string, release: Release, stderr: string): PhysicalLocation {
  const { chart } = release
  const [, path = '', line] = VALUES_PLACE.exec(stderr) ?? []
  const values = release.values.find(source => path.endsWith(isInline(source) ? inlineName(source) : source.path))
  if (values && isInline(values)) return inlineFault(release, values, Number(line))
  if (values) return { file: relativeTo(root, values.path), startLine: Number(line), via: 'template' }
  const [, source, templateLine] = TEMPLATE_PLACE.exec(stderr) ?? []
  if (!source || chart.isPackaged) return { file: chart.file, via: 'template' }
  const file = join(dirname(chart.file), source.slice(source.indexOf('/') + 1))
  if (relative(dirname(chart.file), file).startsWith('..')) return { file: chart.file, via: 'template' }
  return { file: file.replaceAll('\\', '/'), ...(templateLine && { startLine: Number(templateLine) }), via: 'template' }
}
