import { nearest } from '../errors.ts'
import type { Finding, PhysicalLocation } from '../finding.ts'

/** Where somebody said that a finding is known and does not count. */
export type SuppressionKind = 'inline' | 'annotation' | 'config' | 'baseline'

/** A place that no rule found: where a comment, an annotation or an entry of the config stands. */
export type WrittenAt = Pick<PhysicalLocation, 'file' | 'startLine'>

/** Something in the user's own words that does not do what it says, such as an ignore without a reason. */
export interface Warning {
  readonly message: string
  readonly location: WrittenAt | null
}

/** A finding that does not count, and why. */
export interface Suppressed {
  readonly finding: Finding
  readonly kind: SuppressionKind
  readonly reason: string
  /** Where that is said; null for the baseline. */
  readonly location: WrittenAt | null
}

/** Whether a comment or an annotation says so: what a file says of itself. */
export const isInside = ({ kind }: Suppressed): boolean => kind === 'inline' || kind === 'annotation'

/** One valid wish that findings of a rule do not count in a place. */
export interface Ignore {
  readonly kind: Exclude<SuppressionKind, 'baseline'>
  /** As the user wrote it. */
  readonly rule: string
  readonly reason: string
  readonly location: WrittenAt
  /** Whether a finding in one of its places is meant; `place` is null for a finding without any. */
  readonly covers: (finding: Finding, place: PhysicalLocation | null) => boolean
}

/** What was read of a source of ignores: those that hold, and what is wrong with the others. */
export interface Ignores {
  readonly ignores: readonly Ignore[]
  readonly warnings: readonly Warning[]
}

/** The ignores of several sources together. */
export const joined = (parts: readonly Ignores[]): Ignores => ({
  ignores: parts.flatMap(({ ignores }) => ignores),
  warnings: parts.flatMap(({ warnings }) => warnings),
})

/** A reason says something: dashes and dots alone do not. */
export const isReason = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** `there is no rule 'x' (did you mean 'y'?)` */
export function unknownRule(id: string, rules: readonly string[]): string {
  const near = nearest(id, rules)
  return `there is no rule '${id}'${near === undefined ? '' : ` (did you mean '${near}'?)`}`
}
