import { describe, expect, test } from 'vitest'
import { rivalsOf } from '../../../src/model/eso/secret-writers.ts'
import { World } from '../../../src/model/world.ts'
import { parseManifests } from '../../../src/parse/manifest.ts'
import { manifestsOf } from '../../world.ts'

interface Given {
  readonly kind?: string
  readonly name?: string
  readonly namespace?: string
  readonly target?: object
  readonly annotations?: object
}

const yamlOf = ({ kind = 'ExternalSecret', name = 'x', namespace, target, annotations }: Given): string =>
  JSON.stringify({
    apiVersion: kind === 'Secret' ? 'v1' : 'external-secrets.io/v1',
    kind,
    metadata: { name, namespace, annotations },
    spec: { target },
  })

const rivalNames = (world: World): string[] =>
  world.manifests.flatMap(manifest =>
    rivalsOf(manifest, world).map(
      ({ writer, rivals }) => `${writer.secret}: ${rivals.map(rival => rival.manifest.name).join(' ')}`,
    ),
  )

const inOneFile = (...given: Given[]): World => new World(manifestsOf(given.map(yamlOf).join('\n---\n')))
const inFiles = (...given: Given[]): World =>
  new World(given.flatMap((object, i) => manifestsOf(yamlOf(object), `${i}.yaml`)))

const one = { name: 'one', namespace: 'shop', target: { name: 'db' } }
const two = { name: 'two', namespace: 'shop', target: { name: 'db' } }

describe('rivals', () => {
  test('two ExternalSecrets of one namespace, in whatever files', () => {
    expect(rivalNames(inFiles(one, two))).toEqual(['shop/db: two', 'shop/db: one'])
  })

  test('an object that stands in several files counts once', () => {
    expect(rivalNames(inFiles(one, one))).toEqual([])
    expect(rivalNames(inFiles(one, two, two))).toEqual(['shop/db: two', 'shop/db: one', 'shop/db: one'])
  })

  test.each<[string, Given]>([
    ['another namespace', { ...two, namespace: 'billing' }],
    ['another target', { ...two, target: { name: 'cache' } }],
    ['one that merges', { ...two, target: { name: 'db', creationPolicy: 'Merge' } }],
    ['one that may merge', { ...two, target: { name: 'db', creationPolicy: 'CreateOrMerge' } }],
    ['one that writes nothing', { ...two, target: { name: 'db', creationPolicy: 'None' } }],
    ['one that is filled in later', { ...two, target: { name: '${DB}' } }],
    [
      'something else than a Secret',
      { ...two, target: { name: 'db', manifest: { apiVersion: 'v1', kind: 'ConfigMap' } } },
    ],
    [
      'a hook of helm',
      { kind: 'Secret', name: 'db', namespace: 'shop', annotations: { 'helm.sh/hook': 'pre-install' } },
    ],
    ['a Secret of no known namespace', { kind: 'Secret', name: 'db' }],
    ['a ClusterExternalSecret that reaches nowhere', { kind: 'ClusterExternalSecret', name: 'db' }],
  ])('not %s', (_, other) => {
    expect(rivalNames(inFiles(one, other))).toEqual([])
  })

  test('a Secret of the set, for the ExternalSecret and for itself', () => {
    expect(rivalNames(inFiles(one, { kind: 'Secret', name: 'db', namespace: 'shop' }))).toEqual([
      'shop/db: db',
      'shop/db: one',
    ])
    expect(rivalNames(inFiles({ kind: 'Secret', name: 'db' }, { kind: 'Secret', name: 'db' }))).toEqual([])
  })

  test('where nobody says the namespace, only what stands in one file or release', () => {
    const [a, b] = [one, two].map(given => ({ ...given, namespace: '${NS}' }))
    const [c, d] = [one, two].map(({ name, target }) => ({ name, target }))
    if (!a || !b || !c || !d) throw new Error('two of each')
    expect(rivalNames(inOneFile(a, b))).toHaveLength(2)
    expect(rivalNames(inFiles(a, b))).toEqual([])
    expect(rivalNames(inOneFile(c, d))).toHaveLength(2)
    expect(rivalNames(inFiles(c, d))).toEqual([])
    expect(rivalNames(inOneFile(a, d))).toEqual([])
  })

  test('in a release everything is in its namespace', () => {
    const release = { name: 'r', namespace: 'shop' }
    const text = [{ ...one, namespace: undefined }, two].map(given => yamlOf(given as Given)).join('\n---\n')
    expect(rivalNames(new World(parseManifests(text, { file: 'Chart.yaml', release }).manifests))).toHaveLength(2)
  })
})
