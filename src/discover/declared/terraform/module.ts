import { posix } from 'node:path'
import type { RepositoryFiles } from '../../../io/repository-files.ts'
import type { Fault } from '../declaration.ts'
import { parseHcl } from './syntax.ts'
import { HclError } from './tokens.ts'
import type { Block, Expression } from './tree.ts'

/** The files of one folder, which Terraform reads as one. https://developer.hashicorp.com/terraform/language/files */
export interface Module {
  /** Relative to the repository. */
  readonly folder: string
  readonly blocks: readonly Block[]
  /** What files of values set, by the names of variables. */
  readonly given: ReadonlyMap<string, Expression>
  readonly faults: readonly Fault[]
}

/** Reads the files of a folder. */
export function readModule(folder: string, files: RepositoryFiles): Module {
  const blocks: Block[] = []
  const given = new Map<string, Expression>()
  const faults: Fault[] = []
  for (const name of files.namesIn(folder).filter(isOfTerraform)) {
    const file = posix.join(folder, name)
    try {
      const body = parseHcl(file, files.read(file) ?? '')
      if (name.endsWith('.tf')) blocks.push(...body.blocks)
      else for (const [key, value] of body.attributes) given.set(key, value)
    } catch (error) {
      if (!(error instanceof HclError)) throw error
      faults.push({ file, line: error.line, reason: `this cannot be read: ${error.message}` })
    }
  }
  return { folder, blocks, given, faults }
}

/** Values that Terraform takes by itself, after everything else. */
const isOfTerraform = (name: string): boolean => /\.tf$|^terraform\.tfvars$|\.auto\.tfvars$/.test(name)

/** A call of a module of the repository. */
export interface ModuleCall {
  readonly block: Block
  /** Where it is called. */
  readonly caller: Module
}

/** The calls of a folder as a module. */
export const callsOf = (folder: string, modules: readonly Module[]): ModuleCall[] =>
  modules.flatMap(caller =>
    caller.blocks.flatMap(block => {
      const source = block.type === 'module' ? block.attributes.get('source') : undefined
      const path = source?.kind === 'literal' && typeof source.value === 'string' ? source.value : ''
      const isHere = path.startsWith('.') && posix.join(caller.folder, path).replace(/\/$/, '') === folder
      return isHere ? { block, caller } : []
    }),
  )
