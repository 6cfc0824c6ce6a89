import type { Component } from '../model/eso/eso.ts'
import { type Flag, flagsGiven } from '../model/pods/flags.ts'
import { isPlaceholder } from '../parse/untyped.ts'

/** A flag whose last value undoes what an earlier one protected. */
export interface Overridden {
  readonly name: string
  readonly earlier: Flag
  readonly last: Flag
}

/** Switches, and the value that protects. */
const SWITCHES: readonly (readonly [name: RegExp, safe: boolean])[] = [
  [/^enable-(?:cluster-store|secret-store|cluster-external-secret|cluster-push-secret|push-secret)-reconciler$/, false],
  [/^unsafe-allow-generic-targets$/, false],
  [/^metrics-(?:secure|auth)$/, true],
]

/** The flags of a component that are given twice, and where the one that counts is the weaker. */
export function overriddenFlags(component: Component): Overridden[] {
  const byName = Map.groupBy(flagsGiven(component), ([name]) => name)
  return [...byName].flatMap(([name, given]) => {
    const flags = given.map(([, flag]) => flag).filter(({ value }) => isKnown(value))
    const last = flags.at(-1)
    if (!last || last !== given.at(-1)?.[1]) return []
    const earlier = flags.slice(0, -1).find(flag => isWeaker(name, flag.value, last.value))
    return earlier ? { name, earlier, last } : []
  })
}

function isWeaker(name: string, earlier: string, last: string): boolean {
  // Without a value it watches every namespace; with another one the rights are elsewhere.
  if (name === 'namespace') return earlier !== '' && earlier !== last
  const [, safe] = SWITCHES.find(([known]) => known.test(name)) ?? []
  return safe !== undefined && earlier.toLowerCase() === String(safe) && last.toLowerCase() === String(!safe)
}

const isKnown = (value: string): boolean => !isPlaceholder(value) && !value.includes('$(')
