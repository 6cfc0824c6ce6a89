import { expect, test } from 'vitest'
import { linksTo } from '../../src/github/links.ts'

const env = { GITHUB_SERVER_URL: 'https://github.example', GITHUB_REPOSITORY: 'team/charts' }

test('a page of a file or a line, whatever the file is called', () => {
  const link = linksTo(env, 'abc')
  expect(link?.('a/b.yaml', 3)).toBe('https://github.example/team/charts/blob/abc/a/b.yaml#L3')
  expect(link?.('a b/#?).yaml')).toBe('https://github.example/team/charts/blob/abc/a%20b/%23%3F).yaml')
})

test('there are none where the environment names no repository or no commit', () => {
  expect(linksTo({}, 'abc')).toBeUndefined()
  expect(linksTo(env, undefined)).toBeUndefined()
})
