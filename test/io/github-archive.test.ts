import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { type Pack, pack } from 'tar-stream'
import { expect, test } from 'vitest'
import { fetchArchive } from '../../src/io/github-archive.ts'
import { assess } from '../../src/run.ts'
import { HELM } from '../helm.ts'
import { tree } from '../tree.ts'
import { serve } from './server.ts'

const COMMIT = '0123456789012345678901234567890123456789'

type Entry = readonly [header: Parameters<Pack['entry']>[0], text?: string]

async function archiveOf(entries: readonly Entry[]): Promise<Buffer> {
  const archive = pack()
  for (const [header, text] of entries) archive.entry(header, text ?? '')
  archive.finalize()
  return gzipSync(await buffer(archive))
}

/** GitHub's API as far as it is asked here. @returns what it was asked, with which credential. */
async function github(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const asked: string[] = []
  const apiUrl = await serve((request, response) => {
    asked.push(`${request.url} ${request.headers.authorization}`)
    answer(request, response)
  })
  return { source: { apiUrl, repository: 'team/charts', token: 'secret-token' }, asked }
}

const files: readonly Entry[] = [
  [{ name: 'team-charts-0123456/', type: 'directory' }],
  [{ name: 'team-charts-0123456/a/b.yaml' }, 'one\n'],
  [{ name: 'team-charts-0123456/link.yaml', type: 'symlink', linkname: 'a/b.yaml' }],
]

test('the files of a commit, without the folder that GitHub puts them in; the token goes to the API', async () => {
  const archive = await archiveOf(files)
  const { source, asked } = await github((_, response) => void response.end(archive))
  const into = tree({})
  await fetchArchive(source, COMMIT, into)
  expect(readFileSync(join(into, 'a/b.yaml'), 'utf8')).toBe('one\n')
  expect(readlinkSync(join(into, 'link.yaml'))).toBe('a/b.yaml')
  expect(asked).toEqual([`/repos/team/charts/tarball/${COMMIT} Bearer secret-token`])
})

test('a redirect does not get the token, and nothing but https is followed', async () => {
  const { source, asked } = await github(
    (_, response) => void response.writeHead(302, { location: '/elsewhere' }).end(),
  )
  await expect(fetchArchive(source, COMMIT, tree({}))).rejects.toThrow('which is not https')
  expect(asked).toHaveLength(1)
})

test.each<[string, readonly Entry[]]>([
  ['a path that leads out', [[{ name: 'top/../../out.yaml' }, 'x']]],
  ['an absolute path', [[{ name: '/etc/out.yaml' }, 'x']]],
  [
    'a file behind a link',
    [[{ name: 'top/link', type: 'symlink', linkname: '..' }], [{ name: 'top/link/out.yaml' }, 'x']],
  ],
])('%s is refused', async (_, entries) => {
  const archive = await archiveOf(entries)
  const { source } = await github((_, response) => void response.end(archive))
  const above = tree({ 'into/kept.txt': '' })
  await expect(fetchArchive(source, COMMIT, join(above, 'into'))).rejects.toThrow('this is no archive of a commit')
  expect(readdirSync(above)).toEqual(['into'])
})

test('what is no archive, and what GitHub refuses, is said without the token', async () => {
  const broken = await github((_, response) => void response.end('<html>'))
  await expect(fetchArchive(broken.source, COMMIT, tree({}))).rejects.toThrow('this is no archive of a commit')
  const refused = await github((_, response) => void response.writeHead(404).end())
  const error = await fetchArchive(refused.source, COMMIT, tree({})).catch((reason: Error) => reason.message)
  expect(error).toContain('the server answered 404')
  expect(error).not.toContain('secret-token')
})

const STORE = (name: string): string => `apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: ${name} }
spec: { provider: { fake: { data: [{ key: a, value: b }] } } }
`

test('a tree without a clone is compared with the base that GitHub gives', async () => {
  const archive = await archiveOf([[{ name: 'top/old.yaml' }, STORE('old')]])
  const { source } = await github((_, response) => void response.end(archive))
  const root = tree({ 'old.yaml': STORE('old'), 'new.yaml': STORE('new') })
  const run = { root, folder: root, paths: ['.'], helm: HELM, base: COMMIT } as const
  const { findings, failures } = await assess({ ...run, archive: source })
  expect(failures).toEqual([])
  expect(new Set(findings.filter(({ isNew }) => isNew).map(({ object }) => object?.name))).toEqual(new Set(['new']))
  const offline = await assess({ ...run, archive: source, offline: true })
  expect(offline.conclusion).not.toBe('success')
  expect(offline.base).toMatchObject({ commit: null })
})
