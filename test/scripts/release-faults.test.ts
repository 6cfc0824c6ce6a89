import { expect, test } from 'vitest'
import { releaseFaults } from '../../scripts/release-faults.ts'

const CHANGELOG = '# Changelog\n\n## Unreleased\n\n## 1.2.3 - 2026-11-24\n\n### Added\n\n- A rule.\n'

test('a tree is released under the tag of its version, once the changelog tells of it', () => {
  expect(releaseFaults('v1.2.3', { version: '1.2.3', changelog: CHANGELOG })).toEqual([])
})

test('another tag, no heading and entries that no release has are said', () => {
  expect(releaseFaults('v1.2.4', { version: '1.2.3', changelog: CHANGELOG })).toEqual([
    "the tag is 'v1.2.4', package.json says 1.2.3",
  ])
  expect(releaseFaults('v1.3.0', { version: '1.3.0', changelog: CHANGELOG })).toEqual([
    "CHANGELOG.md has no heading '## 1.3.0 - <date>'",
  ])
  const unreleased = CHANGELOG.replace('## Unreleased\n', '## Unreleased\n\n- Another rule.\n')
  expect(releaseFaults('v1.2.3', { version: '1.2.3', changelog: unreleased })).toEqual([
    'CHANGELOG.md still has entries under Unreleased',
  ])
})
