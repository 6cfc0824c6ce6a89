import { createHash } from 'node:crypto'
import { stablePath } from '../check/identity.ts'
import { type Path, reaches, type Severity, type Threat } from '../finding.ts'
import type { Manifest } from '../parse/manifest.ts'

/** What an attack path is an answer to. */
export const QUESTIONS = [
  'secrets-everywhere',
  'operator-identity',
  'operator-reach',
  'operator-token-sent',
  'store-change',
  'push',
  'fetch',
] as const
export type Question = (typeof QUESTIONS)[number]

/** One step of a path, and the node that makes it possible. */
export interface Step {
  /** One sentence without a full stop; names and settings only. */
  readonly says: string
  /** Null where nothing in the set stands for it, such as a built-in role. */
  readonly manifest: Manifest | null
  readonly path: Path
}

/** A way from somebody to a Secret, a credential or an identity. */
export interface AttackPath {
  readonly id: string
  readonly question: Question
  /** One sentence without a full stop. */
  readonly title: string
  readonly threat: Threat
  readonly severity: Severity
  readonly steps: readonly Step[]
}

/** A path without its id; `key` tells apart what goes over the same nodes. */
export interface Draft extends Pick<AttackPath, 'title' | 'threat' | 'severity'> {
  readonly key: string
  /** Made for those paths only that are reported. */
  readonly steps: () => readonly Step[]
}

export const step = (says: string, manifest: Manifest | null = null, path: Path = []): Step => ({
  says,
  manifest,
  path,
})

/** The same path has the same id after lines move, files are renamed and lists are re-ordered. */
export function pathId(path: Omit<AttackPath, 'id'>, key: string, cluster: string): string {
  const nodes = path.steps.map(({ manifest, path }) =>
    manifest ? [manifest.groupKind, manifest.namespace, manifest.name, ...stablePath(manifest.body, path)] : [],
  )
  const text = JSON.stringify([cluster, path.question, path.threat, key, nodes])
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

/** The worst first, then by title. */
export function compareDrafts(a: Ranked, b: Ranked): number {
  if (a.severity !== b.severity) return reaches(a.severity, b.severity) ? -1 : 1
  return compareTexts(a.title, b.title)
}

type Ranked = Pick<AttackPath, 'severity' | 'title'>

const compareTexts = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

/** `a, b and 3 more`. */
export function listed(words: readonly string[], most = 3): string {
  const shown = words.slice(0, most).join(', ')
  return words.length > most ? `${shown} and ${words.length - most} more` : shown
}
