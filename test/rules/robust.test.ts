import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { checkWorld } from '../../src/check/check.ts'
import type { Config } from '../../src/config/config.ts'
import { locateAll } from '../../src/locate/locate.ts'
import { World } from '../../src/model/world.ts'
import { parseManifests } from '../../src/parse/manifest.ts'
import { attackPaths } from '../../src/paths/attack.ts'
import { inventoryOf } from '../../src/paths/inventory.ts'
import { RULES } from '../../src/rules/index.ts'

/** Examples of all rules as plain data: what mutations begin with. */
const bodiesOf = (yaml: string) =>
  parseManifests(yaml, { file: 'seed.yaml', release: undefined }).manifests.map(({ body }) => body)

const SEEDS = RULES.flatMap(({ bad, good }) => [...bad, ...good]).flatMap(bodiesOf)

const junk = fc.oneof(
  fc.constantFrom(
    null,
    true,
    0,
    -1,
    1e300,
    '',
    '*',
    '{}',
    '${X}',
    '[',
    '.*',
    '(',
    'a'.repeat(300),
    [],
    {},
    [[]],
    [null],
    { a: {} },
  ),
  fc.string(),
  fc.jsonValue({ maxDepth: 3 }),
)

/** Where in a value something is replaced: numbers choose the key or item at each step. */
const place = fc.array(fc.nat(20), { maxLength: 8 })

function replaceAt(value: unknown, steps: readonly number[], by: unknown): unknown {
  const [step, ...rest] = steps
  if (step === undefined || typeof value !== 'object' || value === null) return by
  const keys = Object.keys(value)
  const key = keys[step % Math.max(1, keys.length)]
  if (key === undefined) return by
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...value] : { ...value }
  ;(copy as Record<string, unknown>)[key] = replaceAt((value as Record<string, unknown>)[key], rest, by)
  return copy
}

const mutated = fc
  .tuple(fc.nat(SEEDS.length - 1), fc.array(fc.tuple(place, junk), { maxLength: 3 }))
  .map(([seed, changes]) => changes.reduce<unknown>((value, [steps, by]) => replaceAt(value, steps, by), SEEDS[seed]))

/** How many findings there are; what is made of a world besides, attack paths and the inventory, is made as well. */
function judge(objects: readonly unknown[]): number {
  const yaml = objects.map(object => stringify(object)).join('---\n')
  const { manifests } = parseManifests(yaml, { file: 'any.yaml', release: undefined })
  const world = new World(manifests, { config: CONFIG, complete: true })
  attackPaths(world)
  inventoryOf(world)
  return locateAll(checkWorld(RULES, world), world.cluster, new Map()).length
}

const CONFIG: Config = {
  allowedProviders: ['vault'],
  allowedEndpoints: ['vault.example.com'],
  allowedRegistries: ['registry.example.com'],
  allowedNamespaces: { externalSecret: ['a*'], pushSecret: ['b'] },
  requireClientCertificate: ['*.example.com'],
  teams: {
    shop: {
      namespaces: ['shop'],
      subjects: [{ kind: 'Group', name: 'shop' }],
      stores: ['vault'],
      keyPrefixes: ['shop/'],
    },
  },
}

describe('no rule throws, whatever the manifests hold', () => {
  test('examples with parts replaced by junk', () => {
    fc.assert(
      fc.property(fc.array(mutated, { minLength: 1, maxLength: 6 }), objects => {
        expect(judge(objects)).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 400 },
    )
  })

  // By itself a random world rarely holds what a rule looks for: each begins with an example that makes it speak.
  test.each(RULES)('an example of $id with junk in it', ({ bad, good }) => {
    const examples = [...bad, ...good].map(bodiesOf)
    const spoilt = fc
      .tuple(fc.nat(examples.length - 1), fc.array(fc.tuple(fc.nat(9), place, junk), { minLength: 1, maxLength: 4 }))
      .map(([example, changes]) =>
        changes.reduce<unknown[]>((objects, [at, steps, by]) => {
          const i = at % Math.max(1, objects.length)
          return objects.map((object, j) => (i === j ? replaceAt(object, steps, by) : object))
        }, examples[example] ?? []),
      )
    fc.assert(
      fc.property(spoilt, objects => {
        expect(judge(objects)).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 12 },
    )
  })

  test('all examples in one world', () => {
    expect(judge(SEEDS)).toBeGreaterThan(100)
  })

  test('known kinds with nothing but junk', () => {
    const heads = [...new Set(SEEDS.map(({ apiVersion, kind }) => JSON.stringify({ apiVersion, kind })))]
    for (const head of heads)
      for (const spec of [undefined, null, 1, 'x', [], [1], {}, { a: 1 }])
        judge([
          {
            ...JSON.parse(head),
            metadata: { name: 'x', namespace: 'y', labels: spec },
            spec,
            rules: spec,
            subjects: spec,
            webhooks: spec,
            data: spec,
            roleRef: spec,
          },
        ])
  })
})
