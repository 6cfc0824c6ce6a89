import type { Traffic } from './opening.ts'

/** A policy for the pods of one component, before it is written for an engine. */
export interface Policy {
  readonly name: string
  readonly namespace: string | undefined
  /** Of the pods. */
  readonly labels: Readonly<Record<string, string>>
  readonly traffic: Traffic
}
