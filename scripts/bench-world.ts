import { checkWorld, isAssessable } from '../src/check/check.ts'
import type { Rule } from '../src/check/rule.ts'
import { locateAll } from '../src/locate/locate.ts'
import { World } from '../src/model/world.ts'
import { RULES } from '../src/rules/index.ts'
import { syntheticManifests } from './synthetic-world.ts'

/**
 * How the time of each rule grows with the size of the world: `bench-world.ts [SIZES] [RULE]`. A rule alone pays for the
 * views it asks for, from manifests that nobody read before. Processor time, the best of a few rounds; the exponent is
 * of the last step: 1 is linear, 2 is quadratic.
 */
const SIZES = (process.argv[2] ?? '1000,5000,20000').split(',').map(Number)
const ONLY = process.argv[3]
const ROUNDS = 2
/** Milliseconds; what is shorter is noise. */
const MEASURABLE = 60

interface Row {
  readonly name: string
  readonly times: readonly number[]
  /** In the largest world. */
  readonly findings: number | undefined
}

const bare = (): Row => measure('no rule, only the world', world => world.eso.installs.length)

const alone = (rule: Rule): Row =>
  measure(rule.id, world => (isAssessable(rule, world) ? checkWorld([rule], world).length : undefined))

const together = (): Row => measure('all rules', world => checkWorld(RULES, world).length)

const located = (): Row =>
  measure('all rules, and lines for all findings', world => {
    return locateAll(checkWorld(RULES, world), world.cluster, new Map()).length
  })

function measure(name: string, run: (world: World) => number | undefined): Row {
  let findings: number | undefined
  const times = SIZES.map(size => {
    const rounds = Array.from({ length: ROUNDS }, () => {
      const world = new World(syntheticManifests(size), { complete: true })
      const start = process.cpuUsage()
      findings = run(world)
      const { user, system } = process.cpuUsage(start)
      return (user + system) / 1000
    })
    return Math.min(...rounds)
  })
  return { name, times, findings }
}

function print(rows: readonly Row[]): void {
  const sizes = SIZES.map(size => `${size}`.padStart(8)).join('')
  console.log(`${'ms with so many manifests'.padEnd(40)}${sizes}  exponent  findings`)
  for (const { name, times, findings } of [...rows].sort((a, b) => last(b) - last(a))) {
    const cells = times.map(time => time.toFixed(0).padStart(8)).join('')
    console.log(`${name.padEnd(40)}${cells}  ${exponent(times).padStart(8)}  ${`${findings ?? '-'}`.padStart(8)}`)
  }
}

const last = ({ times }: Row): number => times.at(-1) ?? 0

function exponent(times: readonly number[]): string {
  const [before = 0, after = 0] = times.slice(-2)
  const [smaller = 1, larger = 1] = SIZES.slice(-2)
  return after < MEASURABLE ? '-' : (Math.log(after / before) / Math.log(larger / smaller)).toFixed(2)
}

const rules = RULES.filter(({ id }) => ONLY === undefined || id === ONLY)
print([...rules.map(alone), ...(ONLY === undefined ? [bare(), together(), located()] : [])])
