import { matchesGlob, posix } from 'node:path'
import { Manifest } from '../../parse/manifest.ts'
import { asList, asMapping, asText, type Mapping } from '../../parse/untyped.ts'
import { parseText } from '../../parse/yaml.ts'
import { fillValue, type Parameters, parametersOf } from './fill.ts'
import { lineIn } from './manifest-document.ts'

export const APPLICATION_SET = 'argoproj.io/ApplicationSet'

/** What generators look at: the files of the repository, by their paths. */
export interface Files {
  readonly paths: readonly string[]
  /** Undefined for what was not read. */
  read(path: string): string | undefined
}

/** One application of a set. */
export interface Expanded {
  readonly application: Manifest
  readonly parameters: Parameters
}

/** A generator that makes nothing here, and the 1-based line of it; a template's has none. */
export interface Unexpanded {
  readonly generator: string
  readonly line: number | undefined
}

/** What a set makes. */
export interface ExpandedSet {
  readonly expanded: readonly Expanded[]
  /** What cannot be known here, such as the clusters of an Argo CD. */
  readonly unknown: readonly Unexpanded[]
  /** What Argo CD could not make either, or what is too much. */
  readonly faults: readonly { readonly reason: string; readonly line: number | undefined }[]
}

/** An ApplicationSet of more is somebody's mistake, or an attack. */
const MOST_APPLICATIONS = 2000

/**
 * The applications that an ApplicationSet makes by its list and git generators, and by matrices of them.
 * https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators/
 */
export function applicationsOf(set: Manifest, files: Files): ExpandedSet {
  const found = asList(set.get('spec', 'generators')).map((generator, i) => {
    const others = new Set<string>()
    const parameters = generated(generator, files, others)
    return { parameters, others: [...others], line: lineIn(set, ['spec', 'generators', i]) }
  })
  const all = found.flatMap(({ parameters }) => parameters)
  const others = found.flatMap(({ others, line }) => others.map(generator => ({ generator, line })))
  const [known, strange] = [true, false].map(is => others.filter(({ generator }) => ASKING.has(generator) === is))
  const faults = (strange ?? []).map(({ generator, line }) => ({ reason: `there is no generator ${generator}`, line }))
  if (all.length > MOST_APPLICATIONS)
    faults.push({
      reason: `it makes more than ${MOST_APPLICATIONS} applications: those behind them were not looked at`,
      line: lineIn(set, ['spec', 'generators']),
    })
  const expanded = all
    .slice(0, MOST_APPLICATIONS)
    .map(parameters => ({ parameters, application: filled(set, parameters) }))
  return { expanded, unknown: known ?? [], faults }
}

/** Generators that ask a cluster, a forge or a program, or that join what those give. */
const ASKING: ReadonlySet<string> = new Set([
  ...['clusters', 'clusterDecisionResource', 'merge', 'plugin', 'pullRequest', 'scmProvider'],
])

/** Generators by name; each gives the parameters of its applications. */
const GENERATORS: Readonly<Record<string, (generator: Mapping, files: Files, unknown: Set<string>) => Parameters[]>> = {
  list: ({ elements }) => asList(elements).map(element => parametersOf(element)),
  git: gitParameters,
  matrix: ({ generators }, files, unknown) =>
    asList(generators)
      .map(generator => generated(generator, files, unknown))
      .reduce<Parameters[]>(
        (all, some) =>
          all.flatMap(one => some.map(other => new Map([...one, ...other]))).slice(0, MOST_APPLICATIONS + 1),
        [new Map()],
      ),
}

/** @param unknown gets the names of the generators that make nothing here */
function generated(value: unknown, files: Files, unknown: Set<string>): Parameters[] {
  return Object.entries(asMapping(value) ?? {}).flatMap(([name, content]) => {
    if (name === 'selector' || name === 'template') return []
    const generator = Object.hasOwn(GENERATORS, name) ? GENERATORS[name] : undefined
    const mapping = asMapping(content)
    if (generator && mapping) return generator(mapping, files, unknown)
    unknown.add(name)
    return []
  })
}

/** Folders that match, or files with what they say; `exclude` takes away what others have. */
function gitParameters({ directories, files: wanted, values }: Mapping, files: Files): Parameters[] {
  const more = parametersOf(values === undefined ? {} : { values })
  const folders = chosen(foldersOf(files.paths), directories).map(folder => [...pathParameters(folder)])
  const contents = chosen(files.paths, wanted).map(path => {
    const text = files.read(path)
    return [...pathParameters(posix.dirname(path)), ...(text === undefined ? [] : parametersOf(parseText(text).body))]
  })
  return [...folders, ...contents].map(entries => new Map([...entries, ...more]))
}

function chosen(paths: readonly string[], patterns: unknown): string[] {
  const entries = asList(patterns).flatMap((entry): Mapping[] => [asMapping(entry) ?? []].flat())
  const matches = (path: string, isExcluded: boolean): boolean =>
    entries.some(({ path: glob, exclude }) => (exclude === true) === isExcluded && isMatch(path, asText(glob) ?? ''))
  return paths.filter(path => matches(path, false) && !matches(path, true))
}

/** In the patterns of git generators `*` does not cross folders. */
const isMatch = (path: string, glob: string): boolean => matchesGlob(path, posix.normalize(glob).replace(/\/$/, ''))

function foldersOf(paths: readonly string[]): string[] {
  const folders = new Set<string>()
  for (const path of paths)
    for (let folder = posix.dirname(path); folder !== '.' && !folders.has(folder); folder = posix.dirname(folder))
      folders.add(folder)
  return [...folders].sort()
}

/** With and without Go templates. */
function pathParameters(folder: string): Map<string, string> {
  const segments = folder.split('/')
  const basename = posix.basename(folder)
  return new Map([
    ...['path', 'path.path'].map(name => [name, folder] as const),
    ['path.basename', basename],
    ['path.basenameNormalized', basename.replaceAll(/[^A-Za-z0-9-]/g, '-')],
    ...segments.flatMap((segment, i) => [[`path[${i}]`, segment] as const, [`path.segments.${i}`, segment] as const]),
  ])
}

/** The set's template as the Application that it becomes; its lines are those of the template. */
function filled(set: Manifest, parameters: Parameters): Manifest {
  const template = asMapping(fillValue(set.get('spec', 'template'), parameters)) ?? {}
  const metadata = { ...asMapping(template.metadata), namespace: set.namespace }
  const origin = { file: set.file, release: set.release, templateFile: () => set.file }
  return new Manifest(
    { apiVersion: set.apiVersion, kind: 'Application', metadata, spec: template.spec },
    set.template === undefined ? { file: set.file, release: undefined } : origin,
    { source: set.source, startLine: set.startLine, template: set.template, base: [...set.base, 'spec', 'template'] },
  )
}
