import { expect, test } from 'vitest'
import { credentialFor } from '../../src/render/repository-credentials.ts'

const config = (host: string, auth: unknown = Buffer.from('ann:pass:word').toString('base64')) =>
  JSON.stringify({ auths: { [host]: { auth } } })
const ANN = { username: 'ann', password: 'pass:word' }

test.each(['charts.example.com', 'https://charts.example.com', 'https://charts.example.com/'])(
  '%s is the host of a chart repository',
  host => {
    expect(credentialFor('https://charts.example.com/stable', config(host))).toEqual(ANN)
  },
)

test.each([
  ['http://charts.example.com', 'charts.example.com', 'no TLS'],
  ['https://charts.example.com:8443', 'charts.example.com', 'another port'],
  ['https://charts.example.com.evil.example', 'charts.example.com', 'another host'],
  ['https://charts.example.com@evil.example', 'charts.example.com', 'a user that looks like it'],
  ['https://charts.example.com\\@evil.example', 'charts.example.com', 'a backslash, which is no slash to all'],
  ['https://charts\u3002example.com', 'charts.example.com', 'a full stop of another script'],
  ['https://charts.example.com/b', 'charts.example.com/a', 'a part of the host'],
  ['no address', 'charts.example.com', 'no address'],
])('%s gets nothing of %s: %s', (repository, host) => {
  expect(credentialFor(repository, config(host))).toBeUndefined()
})

test.each([
  ['no JSON', '{'],
  ['no accounts', '[]'],
  ['a program has it', config('charts.example.com', null)],
  ['no password', config('charts.example.com', Buffer.from('ann').toString('base64'))],
  ['no text', config('charts.example.com', 7)],
])('%s: no credential', (_, text) => {
  expect(credentialFor('https://charts.example.com', text)).toBeUndefined()
})
