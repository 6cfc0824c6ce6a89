import { expect, test } from 'vitest'
import { releaseObject } from '../../../src/template/chart/release.ts'
import { at, originOf, plain } from './charts.ts'

test('a release is always a first installation', () => {
  const release = releaseObject({ name: 'rel', namespace: 'shop' })
  expect(plain(release)).toEqual({
    ...{ Name: 'rel', Namespace: 'shop', Service: 'Helm', Revision: 1 },
    ...{ IsInstall: true, IsUpgrade: false },
  })
  expect(originOf(at(release, 'Namespace'))).toEqual(['release Namespace'])
  expect(at(release, 'Revision')).toMatchObject({ type: 'int' })
})
