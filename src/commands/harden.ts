import { join, resolve } from 'node:path'
import { UserError } from '../errors.ts'
import type { GeneratorId } from '../finding.ts'
import { fixFiles, rewritesOf } from '../harden/fixes.ts'
import { type Hardened, hardenInstalls } from '../harden/harden.ts'
import { type PatchedFile, patchOf } from '../harden/patch.ts'
import {
  goneText,
  lesserText,
  questionsText,
  remainingOf,
  remainingText,
  whyFilesKeep,
  whyInstallKeeps,
} from '../harden/summary.ts'
import { readText, writeWhole } from '../io/files.ts'
import { findRepository } from '../io/git.ts'
import { rewriteAll } from '../io/write-all.ts'
import type { Assessment } from '../report/report.ts'
import { assess, type RunOptions } from '../run.ts'
import { TOOL } from '../tool.ts'
import { aside, type CommandInput, type CommandOutput, note } from './command.ts'
import { choiceOf } from './generate.ts'

const WIDTH = 100

/**
 * `harden [PATH...]`: prints or makes proven edits of the author's files (`--diff`, `--write`), or writes values and
 * manifests that harden the operator (`--out`). Exit code 2 where something could not be checked.
 */
export async function harden(input: CommandInput): Promise<CommandOutput> {
  const options = { ...input.run, paths: input.args.length > 0 ? input.args : ['.'] }
  const out = input.flag('out')
  const isDiff = input.has('diff')
  if (input.has('write')) {
    if (isDiff || out !== undefined) throw new UserError('--write goes with neither --diff nor --out', HOW)
    return edited(options, input)
  }
  if (out !== undefined) return made(options, out, isDiff, input)
  if (!isDiff) throw new UserError('harden how?', HOW)
  return edited(options, input)
}

const HOW = 'one of --diff, --write, --out FOLDER, or --out FOLDER --diff'

/** Edits of what is there, as a patch or in place. */
async function edited(options: RunOptions, input: CommandInput): Promise<CommandOutput> {
  const fixed = await fixFiles(options, input.has('unsafe'), assess)
  const { assessment, files, removed, least } = fixed
  const text =
    goneText(assessment.findings, removed, least) +
    remainingText(remainingOf(assessment.findings, removed, whyFilesKeep(fixed), least), WIDTH)
  tell(assessment, fixed.notes, input)
  if (input.has('diff')) {
    aside(text, input)
    return { output: patched(files, input), exitCode: exitCodeOf(assessment) }
  }
  if (!input.has('force')) await refuseUncommitted(files, options.root)
  await rewriteAll(rewritesOf(files, options.root))
  const names = files.map(({ file }) => `${file}\n`).join('')
  return { output: `${names}${text}`, exitCode: exitCodeOf(assessment) }
}

function patched(files: readonly PatchedFile[], input: CommandInput): string {
  const { text, hidden } = patchOf(files)
  if (hidden.length > 0)
    note(
      `not in the patch, as lines beside the changes may hold secrets (--write makes them): ${hidden.join(', ')}`,
      input,
    )
  return text
}

/** What is not committed could not be had back. @throws UserError */
async function refuseUncommitted(files: readonly { readonly file: string }[], root: string): Promise<void> {
  if (files.length === 0) return
  const repository = await findRepository(root).catch(error => {
    if (!(error instanceof UserError)) throw error
    throw new UserError(
      `nothing was written: ${error.message}`,
      '--force writes without a way back; --diff prints a patch',
    )
  })
  const changed = await repository.uncommitted(files.map(({ file }) => file))
  if (changed.length > 0)
    throw new UserError(
      `nothing was written: ${changed.join(', ')}: not committed as it is`,
      'commit first, or use --force or --diff',
    )
}

/** Values and manifests, written into a folder, or as a patch that adds them. */
async function made(options: RunOptions, out: string, isDiff: boolean, input: CommandInput): Promise<CommandOutput> {
  const without = resolve(options.folder, out)
  const hardened = await hardenInstalls({
    ...{ options, without, assess, choice: choiceOf(input) },
    commandOf: id => commandOf(id, input),
  })
  const { assessment, files, removed, least } = hardened
  tell(assessment, hardened.notes, input)
  const exitCode = exitCodeOf(assessment)
  if (isDiff) {
    const changes = files.map(async ({ path, text }) => {
      const before = await readText(join(without, path)).catch(() => undefined)
      return { file: join(out, path), before, after: text }
    })
    return { output: patched(await Promise.all(changes), input), exitCode }
  }
  for (const { path, text } of files) await writeWhole(join(without, path), text)
  const output = [
    ...files.map(file => `${join(out, file.path)}: ${purposeText(file)}\n`),
    goneText(assessment.findings, removed, least),
    lesserText(hardened, WIDTH),
    questionsText(hardened, WIDTH),
    remainingText(remainingOf(assessment.findings, removed, whyInstallKeeps(hardened), least), WIDTH),
  ]
  return { output: output.join(''), exitCode }
}

const purposeText = ({ purpose }: Hardened['files'][number]): string =>
  ({
    overlay: 'values for helm, behind all others (--values)',
    manifests: 'manifests to apply beside the operator',
    values: 'values of the chart in place of manifests; not tried',
    test: 'tests for what was made',
  })[purpose]

/** What was typed, without the paths: they say nothing of what is in a file. */
const commandOf = (id: GeneratorId | undefined, { flag }: CommandInput): string =>
  [
    `${TOOL.name} harden`,
    ...(id === undefined ? [] : ['engine', 'flavor'].flatMap(name => (flag(name) ? `--${name} ${flag(name)}` : []))),
    '--out FOLDER',
  ].join(' ')

function tell({ failures, notes }: Assessment, more: readonly string[], input: CommandInput): void {
  for (const { release, message, location } of failures)
    note(`${release ?? location?.file ?? 'a file'} is left out: ${message}`, input)
  for (const text of new Set([...notes, ...more])) note(text, input)
}

const exitCodeOf = ({ failures }: Assessment): number =>
  failures.some(({ accepted }) => accepted === undefined) ? 2 : 0
