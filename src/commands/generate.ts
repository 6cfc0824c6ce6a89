import { join, resolve } from 'node:path'
import { loadConfig } from '../config/config.ts'
import type { GeneratorId } from '../finding.ts'
import { gather } from '../gather.ts'
import { type Artefacts, generateAll, generatorNamed } from '../generate/generate.ts'
import type { Choice } from '../generate/generator.ts'
import { makeFolders, writeWhole } from '../io/files.ts'
import { stopwatch } from '../io/stopwatch.ts'
import { TOOL } from '../tool.ts'
import { type CommandInput, type CommandOutput, note } from './command.ts'

/**
 * `generate WHAT [PATH...]`: prints what a generator makes, or writes it below `--out`.
 * Exit code 2 where something could not be read: then something may be missing in what was made.
 */
export async function generate(input: CommandInput): Promise<CommandOutput> {
  const [what, ...paths] = input.args
  const generator = generatorNamed(what)
  const options = { ...input.run, paths: paths.length > 0 ? paths : ['.'] }
  const config = await loadConfig(options.folder, options.config, options.paths)
  const { worlds, failures } = await gather(options, config, stopwatch())
  const mains = worlds.filter(({ isMain }) => isMain).map(({ world }) => world)
  const made = generateAll([generator], mains, choiceOf(input), id => commandOf(id, input))
  for (const { release, message, location } of failures)
    note(`${release ?? location?.file ?? 'a file'} is left out: ${message}`, input)
  for (const text of made.notes) note(text, input)
  return { output: await delivered(made, options.folder, input), exitCode: failures.length > 0 ? 2 : 0 }
}

/** What was typed, without the paths: they say nothing of what is in a file. */
const commandOf = (id: GeneratorId, { flag }: CommandInput): string =>
  [
    `${TOOL.name} generate ${id}`,
    ...['engine', 'flavor'].flatMap(name => (flag(name) ? `--${name} ${flag(name)}` : [])),
  ].join(' ')

/** What the flags choose; the table of options has checked the words. */
export const choiceOf = ({ flag }: CommandInput): Choice => ({
  engine: (flag('engine') as Choice['engine'] | undefined) ?? 'vap',
  flavor: (flag('flavor') as Choice['flavor'] | undefined) ?? 'k8s',
})

async function delivered({ files }: Artefacts, folder: string, input: CommandInput): Promise<string> {
  const out = input.flag('out')
  if (out === undefined) return printed(files, input)
  for (const { path, text } of files) {
    const file = resolve(folder, out, path)
    await makeFolders([join(file, '..')])
    await writeWhole(file, text)
  }
  return files.map(({ path }) => `${join(out, path)}\n`).join('')
}

/** What `kubectl apply` takes, or all of it where that is nothing; the rest is for folders. */
function printed(files: Artefacts['files'], input: CommandInput): string {
  const manifests = files.filter(({ purpose }) => purpose === 'manifests')
  const shown = manifests.length > 0 ? manifests : files
  const others = files.filter(file => !shown.includes(file)).map(({ path }) => path)
  if (others.length > 0) note(`--out FOLDER writes ${others.join(', ')} as well`, input)
  return shown.map(({ text }) => text).join('---\n')
}
