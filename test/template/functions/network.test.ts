import { expect, test } from 'vitest'
import { resultOf } from './call.ts'

test('no name server is asked, as by helm template without --enable-dns', () => {
  expect(resultOf('getHostByName', 'localhost')).toBe('')
})
