import { suggestion, UserError } from '../errors.ts'
import { GENERATOR_IDS, type GeneratorId } from '../finding.ts'
import type { World } from '../model/world.ts'
import type { Choice, GeneratedFile, Generator } from './generator.ts'
import { GENERATORS } from './index.ts'
import { printFile } from './print.ts'

/** A file that can be written: its path below the folder the user chooses, and its text. */
export interface WrittenFile extends Pick<GeneratedFile, 'purpose'> {
  readonly path: string
  readonly text: string
}

/** What generators make of all clusters. */
export interface Artefacts {
  readonly files: readonly WrittenFile[]
  /** What is left to the reader, with the cluster where there are several. */
  readonly notes: readonly string[]
}

/**
 * Runs generators on the world of each cluster; with several clusters each has a folder of its own.
 * @param commandOf what somebody would type for a generator.
 */
export function generateAll(
  generators: readonly Generator[],
  worlds: readonly World[],
  choice: Choice,
  commandOf: (id: GeneratorId) => string,
): Artefacts {
  const files: WrittenFile[] = []
  const notes: string[] = []
  for (const world of worlds) {
    const isOne = worlds.length === 1
    for (const generator of generators) {
      const made = generator.generate(world, choice)
      notes.push(...made.notes.map(note => (isOne ? note : `cluster ${world.cluster}: ${note}`)))
      for (const file of made.files)
        files.push({
          path: isOne ? file.name : `${world.cluster}/${file.name}`,
          purpose: file.purpose,
          text: printFile(file, commandOf(generator.id)),
        })
    }
  }
  return { files, notes: [...new Set(notes)] }
}

/** @throws UserError for a word that names no generator. */
export function generatorNamed(id: string | undefined): Generator {
  const generator = GENERATORS.find(candidate => candidate.id === id)
  if (generator) return generator
  if (id === undefined) throw new UserError('generate what?', `one of ${GENERATOR_IDS.join(', ')}`)
  throw new UserError(`there is nothing called '${id}' to generate`, suggestion(id, GENERATOR_IDS))
}
