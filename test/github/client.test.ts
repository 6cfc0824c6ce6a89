import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { connect } from '../../src/github/client.ts'
import { TOOL } from '../../src/tool.ts'
import { comment } from './fake/people.ts'
import { start } from './fake/start.ts'

const CLOCK = { now: Date.now, sleep: async () => undefined }
const ADDRESS = { owner: 'team', repository: 'charts', number: 7 }

/** A server that says the same to everybody. */
async function saying(headers: Record<string, string>, body: string) {
  const agents: (string | undefined)[] = []
  const server = createServer((request, response) => {
    agents.push(request.headers['user-agent'])
    response.writeHead(200, headers).end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  return { agents, client: connect({ url, token: 't', clock: CLOCK }, ADDRESS) }
}

test.each(['', '[{"id":1', 'null and void'])('an answer that broke off (%j) is no empty list', async body => {
  const { client } = await saying({ 'content-type': 'application/json' }, body)
  await expect(client.reviewComments()).rejects.toMatchObject({ status: 502 })
})

test('it says who it is', async () => {
  const { client, agents } = await saying({ 'content-type': 'application/json' }, '[]')
  expect(await client.reviewComments()).toEqual([])
  expect(agents[0]).toContain(`${TOOL.name}/${TOOL.version}`)
})

test('at most 3,000 files are listed, a hundred at a time', async () => {
  const files = Array.from({ length: 3100 }, (_, i) => ({ path: `${i}.txt`, status: 'added' as const }))
  const { url, state, requests } = await start({ files })
  const client = connect({ url, token: state.token, clock: CLOCK }, ADDRESS)
  expect(await client.files()).toHaveLength(3000)
  expect(requests).toHaveLength(30)
})

test('a conversation too long to be read whole is none that a run adds to', async () => {
  const { url, state } = await start()
  for (let i = 0; i < 10_000; i += 1) comment(state)
  const client = connect({ url, token: state.token, clock: CLOCK }, ADDRESS)
  await expect(client.issueComments()).rejects.toThrow('10000 comments or more')
})

test('the text of a file comes by its name in git', async () => {
  const { url, state } = await start({ files: [{ path: 'a.yaml', status: 'added', text: 'é\n' }] })
  const client = connect({ url, token: state.token, clock: CLOCK }, ADDRESS)
  const [file] = await client.files()
  expect(await client.text(file?.sha ?? '')).toBe('é\n')
})
