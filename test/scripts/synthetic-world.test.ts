import { expect, test } from 'vitest'
import { syntheticManifests } from '../../scripts/synthetic-world.ts'
import { checkWorld } from '../../src/check/check.ts'
import { World } from '../../src/model/world.ts'
import { RULES } from '../../src/rules/index.ts'

test('a synthetic world has about the size that is asked for', () => {
  for (const size of [200, 2000]) {
    const { length } = syntheticManifests(size)
    expect(Math.abs(length - size) / size).toBeLessThan(0.2)
  }
})

test('findings grow with the world, not faster', () => {
  const [small = 0, large = 0] = [1050, 4200].map(
    size => checkWorld(RULES, new World(syntheticManifests(size), { complete: true })).length,
  )
  expect(large / small).toBeLessThan(4.2)
})

// Seconds; a rule that looks at every pair of 20,000 manifests does not end before the test is given up.
test('all rules together come to an end in a large world', () => {
  const world = new World(syntheticManifests(20_000), { complete: true })
  expect(checkWorld(RULES, world).length).toBeGreaterThan(1000)
})
