import type { FindingData } from '../data.ts'

/** What findings can be put together by, and what stands over those that have nothing of it. */
export const GROUPINGS = {
  rule: { says: 'rule', keyOf: ({ rule }) => rule },
  object: { says: 'object', keyOf: ({ object }) => object || 'The install as a whole' },
  file: { says: 'file', keyOf: ({ place }) => place?.text.replace(/:\d+$/, '') ?? 'No place in the repository' },
  namespace: { says: 'namespace', keyOf: ({ namespace }) => namespace || 'No namespace' },
  release: { says: 'release', keyOf: ({ release }) => release || 'Outside of releases' },
} as const satisfies Readonly<Record<string, { says: string; keyOf: (finding: FindingData) => string }>>

export type Grouping = keyof typeof GROUPINGS

export interface Group {
  readonly key: string
  readonly findings: readonly FindingData[]
}

/** Whatever an address says, there is a grouping. */
export const groupingOf = (word: string | undefined): Grouping =>
  word !== undefined && Object.hasOwn(GROUPINGS, word) ? (word as Grouping) : 'rule'

/** Groups in the order in which their first findings come: those with the most severe ones first. */
export const grouped = (findings: readonly FindingData[], grouping: Grouping): Group[] =>
  [...Map.groupBy(findings, GROUPINGS[grouping].keyOf)].map(([key, findings]) => ({ key, findings }))
