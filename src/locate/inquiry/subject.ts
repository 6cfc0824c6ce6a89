import { relative, resolve, sep } from 'node:path'
import { DEFAULT } from '../../discover/clusters.ts'
import type { Release } from '../../discover/discover.ts'
import { isInline } from '../../discover/values-source.ts'
import { UserError } from '../../errors.ts'
import { kindOfPath, readText, relativeTo } from '../../io/files.ts'
import type { InquiryOptions } from './inquire.ts'

/** A file with the line that is asked about. */
export interface AskedLine {
  /** Absolute. */
  readonly path: string
  /** Relative to the repository. */
  readonly file: string
  readonly text: string
  /** 1-based. */
  readonly line: number
}

/** @throws UserError when there is no such file or line. */
export async function readAsked(file: string, line: number, { root, folder }: InquiryOptions): Promise<AskedLine> {
  const path = resolve(folder, file)
  if ((await kindOfPath(path)) !== 'file')
    throw new UserError(
      `${file}: there is no such file`,
      'name a template, a values file, or saved output of helm template',
    )
  const text = await readText(path)
  const lines = text.replace(/\n$/, '').split('\n').length
  if (line > lines) throw new UserError(`${file} has no line ${line}`, `its last line is ${lines}`)
  return { path, file: relativeTo(root, path), text, line }
}

/** What a file is to a release. */
export type Relation = 'template' | 'values' | 'other'

/** Undefined for a file that is none of its. */
export function relationOf(
  { values, chart, ...release }: Release,
  { path, file }: Pick<AskedLine, 'path' | 'file'>,
): Relation | undefined {
  if (values.some(source => (isInline(source) ? source.file === file : source.path === path))) return 'values'
  const inside = relative(chart.path, path).split(sep).join('/')
  if (chart.isPackaged || inside.startsWith('../') || !isUsual({ ...release, chart })) return undefined
  const own = inside.replace(/^(?:charts\/[^/]+\/)+/, '')
  if (own === 'values.yaml') return 'values'
  return own.startsWith('templates/') ? 'template' : 'other'
}

/** A variant that is only tried, with the values that a chart is tested with, is asked about these alone. */
export const isUsual = ({ variant, declaredIn, chart }: Pick<Release, 'variant' | 'declaredIn' | 'chart'>): boolean =>
  variant === DEFAULT || declaredIn !== chart.file

/** Whether a text is what helm template prints. */
export const isRendered = (text: string): boolean => /^# Source: [^\s/]+\/\S/m.test(text)
