import { resolve } from 'node:path'
import { UserError } from '../errors.ts'
import type { Reader } from '../report/formats.ts'
import type { RunOptions } from '../run.ts'
import type { CommandInput } from './command.ts'

/** The flags of the command line as `parseArgs` read them. */
export type FlagValues = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>

/** What every command is given: the words behind it, and what the flags say. */
export function commandInput(args: readonly string[], values: FlagValues): CommandInput {
  const flags = {
    flag: (name: string) => text(values[name]),
    list: (name: string) => texts(values[name]),
    has: (name: string) => values[name] === true,
    isQuiet: values.quiet === true,
  }
  return { args, ...flags, run: runOptions(flags), reader: readerAtHand() }
}

/** `--format` of a command that prints text or JSON. @throws UserError for any other */
export function textOrJson({ flag }: Pick<CommandInput, 'flag'>): 'text' | 'json' {
  const format = flag('format') ?? 'text'
  if (format !== 'text' && format !== 'json')
    throw new UserError(`--format cannot be '${format}' here`, 'allowed: text, json')
  return format
}

function runOptions({ flag, list, has, isQuiet }: Pick<CommandInput, 'flag' | 'list' | 'has' | 'isQuiet'>) {
  const seconds = numberOf(flag('timeout'))
  const folder = process.cwd()
  return {
    root: folder,
    folder,
    config: flag('config'),
    failOn: flag('fail-on') as RunOptions['failOn'],
    minSeverity: flag('min-severity') as RunOptions['minSeverity'],
    helm: flag('helm'),
    helmVersion: flag('helm-version'),
    offline: has('offline'),
    fetchDependencies: has('fetch-dependencies'),
    registryConfig: resolved(folder, flag('registry-config')),
    jobs: numberOf(flag('jobs')),
    timeoutMs: seconds === undefined ? undefined : seconds * 1000,
    onProgress: isQuiet || !process.stderr.isTTY ? undefined : showProgress,
    noInlineIgnores: has('no-inline-ignores'),
    base: flag('base') === 'none' ? undefined : flag('base'),
    baseline: flag('baseline'),
    writeBaseline: flag('write-baseline'),
    today: new Date().toISOString().slice(0, 10),
    operatorChart: { chart: flag('eso-chart'), version: flag('eso-version'), folder },
    release: {
      values: list('values'),
      set: list('set'),
      namespace: flag('namespace'),
      releaseName: flag('release-name'),
      kubeVersion: flag('kube-version'),
      apiVersions: list('api-versions').flatMap(versions => versions.split(',')),
    },
  } satisfies Omit<RunOptions, 'paths'>
}

const resolved = (folder: string, path: string | undefined): string | undefined =>
  path === undefined ? undefined : resolve(folder, path)

const text = (value: FlagValues[string]): string | undefined => (typeof value === 'string' ? value : undefined)

const texts = (value: FlagValues[string]): string[] => (Array.isArray(value) ? value.map(String) : [])

const numberOf = (digits: string | undefined): number | undefined => (digits === undefined ? undefined : Number(digits))

/** Colour only for a person: a terminal, and NO_COLOR unset (https://no-color.org). */
function readerAtHand(): Reader {
  const colour = process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb'
  return { width: Math.min(process.stdout.columns ?? 100, 140), colour }
}

function showProgress(done: number, all: number): void {
  process.stderr.write(done === all ? '\r\u001B[K' : `\r\u001B[Krendered ${done} of ${all} charts`)
}
