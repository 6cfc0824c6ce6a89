import { expect, test } from 'vitest'
import { parseManifests } from '../../../src/parse/manifest.ts'
import { type BuiltPart, distinctNames, withOverlays } from '../../../src/render/kustomize/overlays.ts'

test.each([
  [
    ['overlays/dev', 'overlays/prod'],
    ['dev', 'prod'],
  ],
  [
    ['clusters/east/apps', 'clusters/west/apps'],
    ['east', 'west'],
  ],
  [
    ['a/staging/one', 'a/production/two'],
    ['one', 'two'],
  ],
  [
    ['a/staging/base', 'a/production/base', 'a/staging/one'],
    ['staging/base', 'production/base', 'one'],
  ],
  [
    ['a', 'a/b'],
    ['a', 'b'],
  ],
  [
    ['a', 'a'],
    ['a', 'a'],
  ],
])('%j are called %j', (paths, names) => {
  expect(distinctNames(paths)).toEqual(names)
})

const part = (folder: string, value: string, clusters?: readonly string[]): BuiltPart => {
  const text = `apiVersion: v1\nkind: Secret\nmetadata: { name: ${value.split(' ')[0]}, labels: { a: "${value}" } }\n`
  const { manifests } = parseManifests(text, { file: folder, release: undefined })
  return { folder, file: `${folder}/kustomization.yaml`, text: '', manifests, failures: [], clusters }
}
const variants = (parts: readonly BuiltPart[]) => withOverlays(parts).map(({ overlay }) => overlay?.variant)

test('builds that say different things of one object are variants', () => {
  expect(variants([part('dev', 'a 1'), part('prod', 'a 2'), part('other', 'b 1')])).toEqual(['dev', 'prod', undefined])
  expect(variants([part('dev', 'a 1'), part('prod', 'a 1')])).toEqual([undefined, undefined])
  expect(variants([part('a/dev', 'a 1'), part('b/dev', 'a 1'), part('prod', 'a 2')])).toEqual([
    'a/dev',
    'b/dev',
    'prod',
  ])
})

test('what is applied to different clusters never meets', () => {
  expect(variants([part('a', 'a 1', ['east']), part('b', 'a 2', ['west'])])).toEqual([undefined, undefined])
  expect(variants([part('a', 'a 1', ['east']), part('b', 'a 2', ['east', 'west'])])).toEqual(['a', 'b'])
})

test('one folder that is built twice has the file in its name', () => {
  const twice = [part('apps', 'a 1'), { ...part('apps', 'a 2'), file: 'flux.yaml' }]
  expect(variants(twice)).toEqual(['apps (apps/kustomization.yaml)', 'apps (flux.yaml)'])
})
