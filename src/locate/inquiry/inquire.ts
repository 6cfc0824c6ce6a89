import { loadConfig } from '../../config/config.ts'
import { discover, type Release, type ReleaseOptions } from '../../discover/discover.ts'
import { UserError } from '../../errors.ts'
import type { Path } from '../../finding.ts'
import { installedReleases } from '../../gather.ts'
import type { RenderOptions } from '../../render/releases.ts'
import { dotted } from '../layers.ts'
import type { Answer, Question } from './answer.ts'
import { askable, examine } from './examined.ts'
import { knowsKey, nearestKey } from './known-keys.ts'
import { answerForKeys, answerForRendered, answerForTemplate } from './release-answer.ts'
import { type AskedLine, isRendered, isUsual, readAsked, relationOf } from './subject.ts'
import { keysOnLine } from './values-line.ts'

/** Which releases are asked, and how they are rendered. */
export interface InquiryOptions extends RenderOptions {
  /** Absolute; paths and files are relative to it. */
  readonly folder: string
  readonly paths: readonly string[]
  readonly config?: string | undefined
  readonly release?: ReleaseOptions | undefined
}

/**
 * Says where a line comes from and what a key does.
 * @throws UserError for a line or key that nothing is known of, with what to do about it.
 */
export async function inquire(question: Question, options: InquiryOptions): Promise<Answer> {
  // A slip in the name is told before anything is rendered.
  const asked = question.kind === 'line' ? await readAsked(question.file, question.line, options) : question.key
  const { root, folder, paths } = options
  const config = await loadConfig(folder, options.config, paths)
  const discovery = await discover(root, folder, paths, config, options.release)
  const releases = await installedReleases(discovery, root, config)
  return 'line' in asked ? aboutLine(asked, releases, options) : aboutKey(asked, releases.filter(isUsual), options)
}

async function aboutKey(key: Path, releases: readonly Release[], options: InquiryOptions): Promise<Answer> {
  if (releases.length === 0)
    throw new UserError(`there is no chart in ${options.paths.join(', ')}`, 'name the chart behind the key')
  const examined = askable(await examine(releases, options))
  const knowing = examined.filter(one => knowsKey(one, key))
  if (knowing.length === 0) {
    const near = examined.map(one => nearestKey(one, key)).find(Boolean)
    throw new UserError(
      `no chart here knows the key '${dotted(key)}'`,
      near === undefined ? 'keys of a subchart stand below its name' : `did you mean '${near}'?`,
    )
  }
  const answers = knowing.map(one => answerForKeys(one, [key]))
  return { about: 'values', file: null, line: null, key: dotted(key), releases: answers }
}

async function aboutLine(asked: AskedLine, releases: readonly Release[], options: InquiryOptions): Promise<Answer> {
  const related = Map.groupBy(releases, release => relationOf(release, asked))
  const { file, line, text } = asked
  const base = { file, line, key: null }
  const templates = related.get('template')
  if (templates) {
    const examined = askable(await examine(templates, options))
    const answers = examined.map(one => answerForTemplate(one, file, text, line))
    return { about: 'template', ...base, releases: answers }
  }
  const values = related.get('values')
  if (values) return { about: 'values', ...base, releases: await aboutValues(asked, values, options) }
  const [owner] = related.get('other') ?? []
  if (owner && !isRendered(text))
    throw new UserError(
      `${file} belongs to the chart ${owner.chart.name}, but helm makes no template of it, and no values`,
      'ask about a line below templates/, or of values.yaml',
    )
  if (!isRendered(text))
    throw new UserError(
      `${file} is in no chart that was found in ${options.paths.join(', ')}`,
      'name the chart behind it; for a values file, name the chart with --values, or declare the release in the config',
    )
  return { about: 'rendered', ...base, releases: await aboutRendered(asked, releases, options) }
}

async function aboutValues({ file, line }: AskedLine, releases: readonly Release[], options: InquiryOptions) {
  const examined = askable(await examine(releases, options))
  const answers = examined.flatMap(one => {
    const keys = keysOnLine(one.layers, file, line)
    return keys.length > 0 ? answerForKeys(one, keys, { file, line }) : []
  })
  if (answers.length === 0)
    throw new UserError(`${file}:${line}: there is no key on this line`, 'name the line of a key')
  return answers
}

async function aboutRendered({ file, line, text }: AskedLine, releases: readonly Release[], options: InquiryOptions) {
  const [, name] = text.match(/^# Source: ([^\s/]+)\//m) ?? []
  const ofChart = releases.filter(({ chart }) => chart.name === name)
  if (ofChart.length === 0)
    throw new UserError(
      `${file} was rendered from a chart called ${name}, which is not in ${options.paths.join(', ')}`,
      `name it: eso-hardener trace ${file}:${line} path/to/${name}`,
    )
  const examined = askable(await examine(ofChart, options, text))
  const answers = examined.flatMap(one => {
    const document = one.documents.findLast(({ startLine }) => startLine <= line)
    const isIn = document && line < document.startLine + document.source.text.split('\n').length
    return isIn ? [{ one, document }] : []
  })
  if (answers.length === 0)
    throw new UserError(`${file}:${line}: there is no document on this line`, 'name a line of one')
  const equal = answers.filter(({ document }) => document.traced)
  if (equal.length === 0)
    throw new UserError(
      `${file}:${line}: the chart ${name} renders this document otherwise`,
      'give what it was rendered with: --values, --set, --namespace, --release-name, --kube-version',
    )
  return equal.map(({ one, document }) => answerForRendered(one, document, line))
}
