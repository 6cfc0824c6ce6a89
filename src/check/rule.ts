import type { Fix, Path, Row, Severity } from '../finding.ts'
import type { Install } from '../model/eso/eso.ts'
import type { Need, World } from '../model/world.ts'
import type { Manifest } from '../parse/manifest.ts'
import type { ValuesFile } from '../parse/values.ts'
import type { Result } from './check.ts'

/** What a rule says about a node; the engine adds the object, the id and the default severity. */
export interface Problem {
  /** The node at fault, from the manifest's root; with `object: null` the key of a value, or empty. */
  readonly path: Path
  /** What is wrong and where, one sentence without a full stop. Names and settings only, never a Secret's value. */
  readonly message: string
  /** Which of several faults on one node. */
  readonly discriminator?: string
  /** Where it is not the rule's default: one of its `severities`. */
  readonly severity?: Severity
  /** Another manifest than the one the rule was given; null for what is missing from an install. */
  readonly object?: Manifest | null
  /** With `object: null`: the values file that has the key at `path`. */
  readonly values?: ValuesFile | undefined
  /** `group/Kind` of an object that ought to be there for the pods of the manifest (or of the install): its absence is the fault. */
  readonly missing?: string
  /** The rest of the story: the binding that gives the right, the store that is used. */
  readonly related?: readonly Related[]
}

/** Another node that belongs to a problem. */
export interface Related {
  readonly manifest: Manifest
  readonly path: Path
  /** Why it belongs, such as `bound here`. */
  readonly message: string
}

type Several<T> = readonly [T, ...T[]]

/**
 * One check. Its examples are its documentation and its tests: a line of a `bad` example that must be reported
 * ends in `# finding: part of the message`, or `# finding[high]: …` where the severity is not the default.
 * A line `# config: { … }` holds what the config file says where a rule depends on it.
 * A `bad` example may instead begin with `# finding: …` on a line of its own for a problem without an object.
 */
export interface Rule {
  /** Kebab-case, names the bad state; also the name of the file and of the documentation page. */
  readonly id: string
  /** One line: what is wrong. */
  readonly title: string
  /** The default first, then the others it may report. */
  readonly severities: Several<Severity>
  /** `group/Kind` of the manifests that `check` is called with; `core/…` for the core group. */
  readonly kinds: readonly string[]
  /** What the world must hold for the rule to speak. */
  readonly needs?: readonly Need[]
  /** Why it matters: what somebody could do. */
  readonly why: string
  /** What to do about it. */
  readonly remedy: string
  readonly references: Several<`https://${string}`>
  /** Rows of the guidance's coverage table (src/paths/coverage.ts); those named TM are the threats it is evidence for. */
  readonly guide: Several<Row>
  /** Rules that say the same more broadly: on one node, only this one's finding stays. */
  readonly supersedes?: readonly string[]
  /** YAML; see above. */
  readonly bad: Several<string>
  readonly good: Several<string>
  /** Judges one manifest. It may report only on the manifest it was given. */
  check?(manifest: Manifest, world: World): Iterable<Problem>
  /** Judges an install as a whole, for what a missing object means. */
  checkInstall?(install: Install, world: World): Iterable<Problem>
  /** What would remove one of its problems; undefined where nothing can be said. Whether it really does is tried later. */
  fix?(fault: Result): Fix | undefined
}

/** Keeps a rule's literal types. */
export const defineRule = <const R extends Rule>(rule: R): R => rule
