import type { Path } from '../../finding.ts'
import { asList, asText } from '../../parse/untyped.ts'
import type { Component } from '../eso/eso.ts'

/** One option that a process is started with. */
export interface Flag {
  /** `true` for one that is given without a value. */
  readonly value: string
  /** The argument in the workload's manifest. */
  readonly path: Path
}

/** Options that take a value only behind `=`, so that the word after them is another argument. */
const SWITCH = /^(?:enable-|unsafe-|experimental-|metrics-(?:secure|auth)$)/

/**
 * The flags of one of the operator's components by their name without dashes: `--name=value`, `--name value` and
 * `--name`; of two equal ones the last counts, as pflag has it. A value may hold a placeholder, or `$(VAR)` of the container.
 */
export const flagsOf = (component: Component): ReadonlyMap<string, Flag> => new Map(flagsGiven(component))

/** The same flags as they were given, one after the other, with those that a later one overrides. */
export function flagsGiven({ pod, container }: Component): (readonly [name: string, flag: Flag])[] {
  const words = ['command', 'args'].flatMap(list => {
    const path = [...container.path, list]
    return asList(pod.manifest.get(...path)).map((word, i) => ({ text: asText(word) ?? '', path: [...path, i] }))
  })
  const end = words.findIndex(({ text }) => text === '--')
  return words.flatMap(({ text, path }, i) => {
    const [, name, value] = FLAG.exec(text) ?? []
    if (name === undefined || (end >= 0 && i > end)) return []
    const next = words[i + 1]?.text
    const takesNext = next !== undefined && !next.startsWith('-') && !SWITCH.test(name)
    return [[name, { value: value ?? (takesNext ? next : 'true'), path }] as const]
  })
}

const FLAG = /^--([\w.-]+)(?:=(.*))?$/s

/** Whether a switch is on; `fallback` where nobody says, or in a word that is neither yes nor no. */
export function isOn(flags: ReadonlyMap<string, Flag>, name: string, fallback: boolean): boolean {
  const value = flags.get(name)?.value.toLowerCase() ?? ''
  if (YES.has(value)) return true
  return NO.has(value) ? false : fallback
}

// What Go's strconv.ParseBool takes.
const YES = new Set(['1', 't', 'true'])
const NO = new Set(['0', 'f', 'false'])
