import { dirname, join, resolve } from 'node:path'
import type { ErrorObject } from 'ajv'
import { LineCounter, parseDocument } from 'yaml'
import { suggestion, UserError } from '../errors.ts'
import type { Path, Severity } from '../finding.ts'
import { kindOfPath, readText } from '../io/files.ts'
import { type LocatedDocument, lineOfPath } from '../parse/location.ts'
import { valueAt } from '../parse/untyped.ts'
import { configSchema } from './schema.ts'

/** Somebody as RBAC names subjects; `namespace` only for a ServiceAccount, whose namespace may be any without it. */
export interface ConfiguredSubject {
  readonly kind: 'User' | 'Group' | 'ServiceAccount'
  readonly name: string
  readonly namespace?: string
}

/** How one chart is installed. Paths are relative to the config file. */
export interface ReleaseConfig {
  readonly chart: string
  readonly name?: string
  readonly namespace?: string
  readonly values?: readonly string[]
  readonly set?: Readonly<Record<string, string | number | boolean>>
  readonly kubeVersion?: string
  readonly apiVersions?: readonly string[]
  /** Default: the clusters whose paths hold the chart, else all. */
  readonly cluster?: string
  readonly variant?: string
}

/** What is known of a cluster. */
export interface ClusterConfig {
  /** Globs or folders, relative to the config file: what is in them belongs to this cluster. */
  readonly paths?: readonly string[]
  readonly kubeVersion?: string
  readonly complete?: boolean
  /** CIDR blocks. */
  readonly apiServer?: readonly string[]
  readonly monitoringNamespaces?: readonly string[]
}

/** What `.eso-hardener.yaml` says; every key is optional. */
export interface Config {
  readonly failOn?: Severity | 'never'
  readonly minSeverity?: Severity
  readonly exclude?: readonly string[]
  readonly releases?: readonly ReleaseConfig[]
  /** Who may manage External Secrets Operator. */
  /** A path is relative to the config file. */
  readonly esoChart?: string
  readonly esoVersion?: string
  readonly operators?: readonly ConfiguredSubject[]
  readonly clusters?: Readonly<Record<string, ClusterConfig>>
  /** Absent: every provider is allowed. The same holds for the other lists of what is allowed. */
  readonly allowedProviders?: readonly string[]
  readonly allowedEndpoints?: readonly string[]
  readonly allowedRegistries?: readonly string[]
  readonly allowedNamespaces?: { readonly externalSecret?: readonly string[]; readonly pushSecret?: readonly string[] }
  readonly sensitiveNamespaces?: readonly string[]
  readonly requireClientCertificate?: readonly string[]
  readonly teams?: Readonly<Record<string, Team>>
  /** Relative to the config file. */
  readonly auditPolicy?: string
  readonly ignore?: readonly IgnoreConfig[]
  readonly acceptedFailures?: readonly AcceptedFailureConfig[]
}

/** Findings that do not count. `rule`, the parts of `object`, and `path` (relative to the config file) are globs. */
export interface IgnoreConfig {
  readonly rule: string
  readonly object?: string
  readonly path?: string
  readonly reason: string
  /** The last day on which it holds, as an ISO date. */
  readonly until?: string
}

/** What cannot be checked here and need not be: `release` or `path` or both, as globs. */
export interface AcceptedFailureConfig {
  readonly release?: string
  readonly path?: string
  readonly reason: string
  readonly until?: string
}

/** Who a team is, and what it may use. Who is an operator as well may do what operators may. */
export interface Team {
  readonly namespaces?: readonly string[]
  readonly subjects?: readonly ConfiguredSubject[]
  readonly stores?: readonly string[]
  readonly keyPrefixes?: readonly string[]
}

/** A config and the folder its paths are relative to. */
export interface LoadedConfig extends Config {
  readonly folder: string
  /** As the user named it; undefined when there is none. */
  readonly file: string | undefined
  /** 1-based line of a key or an item. */
  readonly lineOf?: (path: Path) => number
  /** Where its releases are declared; not for those of a file that is not there any more. */
  readonly releaseLines?: ReadonlyMap<ReleaseConfig, ReleaseLines>
}

/** Where a release is declared: 1-based lines of its entry, and of the keys of its `set`. */
export interface ReleaseLines {
  readonly entry: number
  readonly set: ReadonlyMap<string, number>
}

export const CONFIG_FILE = '.eso-hardener.yaml'

/**
 * Reads the config file that is named, else the `.eso-hardener.yaml` of the one folder that is checked, else that of
 * `folder`; none is an empty config.
 * @throws UserError with file, line and hint when it is missing, unreadable or not valid.
 */
export async function loadConfig(
  folder: string,
  named: string | undefined,
  paths: readonly string[] = [],
): Promise<LoadedConfig> {
  const file = named ?? (await findConfig(folder, paths))
  if (file === undefined) return { folder, file }
  const path = resolve(folder, file)
  const text = await readText(path).catch((error: Error) => {
    throw new UserError(error.message.replace(path, file), 'name an existing file with --config')
  })
  const config = await parseConfig(text, file)
  return {
    ...{ ...config, folder: dirname(path), file },
    lineOf: key => lineOfPath(documentOf(text), key),
    releaseLines: linesOfReleases(config, text),
  }
}

function linesOfReleases({ releases = [] }: Config, text: string): Map<ReleaseConfig, ReleaseLines> {
  const located = documentOf(releases.length > 0 ? text : '')
  return new Map(
    releases.map((release, i) => {
      const lineOf = (...path: Path): number => lineOfPath(located, ['releases', i, ...path])
      const set = Object.keys(release.set ?? {}).map(key => [key, lineOf('set', key)] as const)
      return [release, { entry: lineOf(), set: new Map(set) }]
    }),
  )
}

async function findConfig(folder: string, paths: readonly string[]): Promise<string | undefined> {
  const [path, ...others] = paths
  const candidates = path !== undefined && others.length === 0 ? [join(path, CONFIG_FILE), CONFIG_FILE] : [CONFIG_FILE]
  for (const file of candidates) if ((await kindOfPath(resolve(folder, file))) !== 'missing') return file
  return undefined
}

/** Parses and validates a config. @throws UserError with file, line and hint. */
export async function parseConfig(text: string, file: string): Promise<Config> {
  const { document, lines } = documentOf(text)
  const [error] = document.errors
  if (error)
    throw new UserError(`${file}:${lines.linePos(error.pos[0]).line}: ${error.message}`, 'the file must be YAML')
  const config = document.toJS() ?? {}
  const { Ajv } = await import('ajv')
  const validate = new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true }).compile(configSchema())
  if (validate(config)) return config as Config
  const fault = describe(validate.errors?.[0], config)
  throw new UserError(`${file}:${lineOfPath({ document, lines }, fault.path)}: ${fault.message}`, fault.hint)
}

function documentOf(text: string): LocatedDocument {
  const lines = new LineCounter()
  return { document: parseDocument(text, { lineCounter: lines, prettyErrors: false }), lines }
}

interface Fault {
  readonly path: (string | number)[]
  readonly message: string
  readonly hint?: string
}

function describe(error: ErrorObject | undefined, config: unknown): Fault {
  if (!error) return { path: [], message: 'not valid' }
  const path = pathOf(error.instancePath, config)
  const where = path.length > 0 ? path.join('.') : 'the file'
  if (error.keyword === 'additionalProperties') {
    const key = String(error.params.additionalProperty)
    const known = Object.keys((error.parentSchema as { properties: object }).properties)
    return { path: [...path, key], message: `unknown key '${key}'`, hint: suggestion(key, known) }
  }
  if (error.keyword === 'enum') {
    const given = String(valueAt(config, path))
    const allowed = (error.params.allowedValues as unknown[]).map(String)
    return { path, message: `${where} cannot be '${given}'`, hint: suggestion(given, allowed) }
  }
  return { path, message: `${where} ${error.message ?? 'is not valid'}`, hint: 'see schema/config.schema.json' }
}

/** A JSON pointer as keys and indices. */
function pathOf(pointer: string, config: unknown): (string | number)[] {
  const path: (string | number)[] = []
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~')
    path.push(Array.isArray(valueAt(config, path)) ? Number(key) : key)
  }
  return path
}
