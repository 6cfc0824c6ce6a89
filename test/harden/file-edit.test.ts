import { expect, test } from 'vitest'
import type { Path } from '../../src/finding.ts'
import { pathOfKey } from '../../src/harden/file-edit.ts'
import { dotted } from '../../src/locate/layers.ts'

test.each<{ path: Path }>([
  { path: ['a'] },
  { path: ['a', 'b.c/d', 'e'] },
  { path: ['a', 0, 'b', 12] },
  { path: ['a', 0, 1] },
])('a key of a place leads to its path: $path', ({ path }) => expect(pathOfKey(dotted(path))).toEqual(path))
