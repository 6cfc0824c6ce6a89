import type { Change, Fix, GeneratorId, Path, YamlValue } from '../finding.ts'

/** At least one change. */
export type Changes = readonly [Change, ...Change[]]

/** A fix that cannot change what works; undefined where there are no changes. */
export const safe = (changes: Changes | undefined): Fix | undefined => changes && { safety: 'safe', changes }

/** A fix that somebody has to decide on; undefined where there are no changes. */
export const unsafe = (question: string, changes: Changes | undefined): Fix | undefined =>
  changes && { safety: 'unsafe', question, changes }

/** Sets a field of the finding's object. */
export const setting = (path: Path, value: YamlValue): Changes => [{ kind: 'field', path, value }]

/** Takes a field of the finding's object, or an item of a list in it, away. */
export const without = (path: Path): Changes => [{ kind: 'field', path, value: undefined }]

/** Takes the finding's object away. */
export const REMOVAL: Changes = [{ kind: 'remove' }]

/** Adds what `generate` makes. */
export const generated = (what: GeneratorId): Changes => [{ kind: 'generate', what }]
