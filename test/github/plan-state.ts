import fc from 'fast-check'
import { type Finding, type PhysicalLocation, SEVERITIES } from '../../src/finding.ts'
import { printMarker } from '../../src/github/marker.ts'
import type { Fix } from '../../src/github/placement.ts'
import type { DiffFile, ExistingComment, Plan, PlanInput } from '../../src/github/plan.ts'
import { RULES } from '../../src/rules/index.ts'
import { assessment, finding, HOSTILE } from '../report/assessment.ts'
import { drawnHunks, patchOf } from './patch.ts'

export const KEY = 'prod'
const PATHS = ['a.yaml', 'b.yaml', 'c.yaml', 'd.yaml']
const FINGERPRINTS = Array.from({ length: 8 }, (_, i) => `${i}`.repeat(16))

/** What GitHub and the Action would hold after a plan is carried out. */
export function carriedOut(plan: Plan, input: PlanInput): PlanInput {
  const edits = new Map([...plan.update, ...plan.markFixed].map(({ id, body }) => [id, body]))
  const gone = new Set(plan.remove.map(({ id }) => id))
  const folded = new Set(plan.markFixed.map(({ id }) => id))
  const highest = Math.max(0, ...input.existing.map(({ id }) => id))
  const created = plan.create.map(
    ({ path, body, line, startLine }, i): ExistingComment => ({
      ...{ id: highest + i + 1, nodeId: `PRRC_${highest + i + 1}`, body, path },
      ...{ line: line ?? null, startLine: startLine ?? null, isFileLevel: line === undefined, hasReply: false },
    }),
  )
  const kept = input.existing
    .filter(({ id }) => !gone.has(id))
    .map(comment => ({
      ...comment,
      body: edits.get(comment.id) ?? comment.body,
      ...(folded.has(comment.id) && { isMinimized: true }),
    }))
  return { ...input, existing: [...kept, ...created], hasSummary: input.hasSummary || plan.summary !== null }
}

const line = fc.integer({ min: 1, max: 30 })
const range = fc.tuple(line, fc.integer({ min: 0, max: 12 }))
const drawnPlaces: fc.Arbitrary<PhysicalLocation> = fc
  .record({
    file: fc.constantFrom(...PATHS),
    range: fc.option(range),
    key: fc.option(fc.constantFrom('a.b', ...HOSTILE)),
  })
  .map(({ file, range, key }) => ({
    ...{ file, via: 'manifest' },
    ...(range && { startLine: range[0], endLine: range[0] + range[1] }),
    ...(key !== null && { key }),
  }))

const drawnFindings: fc.Arbitrary<Finding> = fc
  .record({
    fingerprint: fc.constantFrom(...FINGERPRINTS),
    severity: fc.constantFrom(...SEVERITIES),
    isNew: fc.constantFrom(true, true, null, false),
    message: fc.constantFrom('plain', ...HOSTILE),
    places: fc.array(drawnPlaces, { maxLength: 3 }),
    related: fc.array(fc.option(drawnPlaces), { maxLength: 2 }),
  })
  .map(({ places, related, ...rest }) =>
    finding({
      ...rest,
      places,
      location: places[0] ?? null,
      related: related.map(location => ({
        message: rest.message,
        object: { apiVersion: 'v1', kind: 'Role', namespace: undefined, name: rest.message },
        location,
      })),
    }),
  )

const drawnFiles: fc.Arbitrary<DiffFile[]> = fc
  .tuple(...PATHS.map(path => fc.record({ path: fc.constant(path), hunks: fc.option(drawnHunks), status: statuses() })))
  .map(files =>
    files.map(({ path, hunks, status }) => ({
      ...{ path, status, previousPath: undefined },
      patch: hunks === null ? undefined : patchOf(hunks),
    })),
  )
  .chain(files => fc.subarray(files))

function statuses() {
  return fc.constantFrom('modified', 'added', 'renamed', 'removed')
}

const drawnExisting: fc.Arbitrary<ExistingComment[]> = fc
  .array(
    fc.record({
      path: fc.constantFrom(...PATHS),
      line: fc.option(line),
      startLine: fc.option(line),
      isFileLevel: fc.boolean(),
      hasReply: fc.boolean(),
      fingerprint: fc.constantFrom(...FINGERPRINTS),
      isResolved: fc.constantFrom(false, false, true),
      key: fc.constantFrom(KEY, KEY, KEY, 'other'),
      words: fc.constantFrom('words', '', '🟠 **title** (high)', ...HOSTILE),
    }),
    { maxLength: 10 },
  )
  .map(drafts =>
    drafts.map(({ fingerprint, isResolved, key, words, ...rest }, i) => ({
      ...rest,
      id: i + 1,
      nodeId: `PRRC_${i + 1}`,
      body: `${words}\n\n${printMarker({ kind: 'finding', key, fingerprint, isResolved })}`,
    })),
  )

const drawnEdits = fc
  .record({
    file: fc.constantFrom(...PATHS),
    range: fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 2 })),
    replacement: fc.oneof(fc.constantFrom('', 'a: 1\n'), fc.constantFrom(...HOSTILE)),
  })
  .map(({ file, range: [startLine, more], replacement }) => ({
    file,
    startLine,
    endLine: startLine + more,
    replacement,
  }))

const drawnFixes = fc
  .array(fc.tuple(fc.constantFrom(...FINGERPRINTS), fc.array(drawnEdits, { minLength: 1, maxLength: 2 })), {
    maxLength: 8,
  })
  .map(fixes => new Map(fixes.map(([fingerprint, edits]): [string, Fix] => [fingerprint, { edits }])))

/** Whatever a pull request, its findings and its comments may be. */
export const drawnInputs: fc.Arbitrary<PlanInput> = fc
  .record({
    findings: fc.array(drawnFindings, { maxLength: 12 }),
    files: drawnFiles,
    existing: drawnExisting,
    fixes: drawnFixes,
    isComplete: fc.boolean(),
    hasSummary: fc.boolean(),
    limits: fc.record({ comments: fc.integer({ min: 0, max: 6 }), onFiles: fc.integer({ min: 0, max: 3 }) }),
    moved: fc.integer({ min: 0, max: 3 }),
    refused: fc.subarray(FINGERPRINTS, { maxLength: 2 }),
  })
  .map(({ findings, isComplete, moved, refused, ...rest }) => ({
    ...rest,
    assessment: assessment({ findings, ...(isComplete && { failures: [] }) }),
    rules: RULES,
    key: KEY,
    head: '4f1c2d9e8b7a60512c3d4e5f60718293a4b5c6d7',
    headLine: (_, line) => (line > moved ? line - moved : undefined),
    refused: new Set(refused),
  }))
