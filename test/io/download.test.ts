import { execFile } from 'node:child_process'
import { connect } from 'node:net'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { download } from '../../src/io/download.ts'
import { serve } from './server.ts'

const LIMITS = { maxBytes: 1000, timeoutMs: 5000 }

test('the bytes of a file, asked for without anything that names who asks', async () => {
  const seen: unknown[] = []
  const bytes = Buffer.from([0, 1, 255, 13, 10])
  const server = await serve(({ url, headers }, response) => {
    seen.push(url, headers['accept-encoding'], headers.authorization, headers.cookie)
    response.end(bytes)
  })
  expect(await download(`${server}/a/b.tar.gz`, LIMITS)).toEqual(bytes)
  expect(seen).toEqual(['/a/b.tar.gz', 'identity', undefined, undefined])
})

test.each([403, 404, 500])('an answer of %i', async status => {
  const server = await serve((_, response) => response.writeHead(status).end('no'))
  await expect(download(server, LIMITS)).rejects.toThrow(`${server}: cannot download: the server answered ${status}`)
})

test('less than was announced', async () => {
  const server = await serve((_, response) => {
    response.writeHead(200, { 'content-length': '500' }).write('x'.repeat(100))
    setTimeout(() => response.destroy(), 50)
  })
  await expect(download(server, LIMITS)).rejects.toThrow(`${server}: cannot download: `)
})

test('too much, announced or not', async () => {
  const announced = await serve((_, response) => response.writeHead(200, { 'content-length': '1001' }).end('x'))
  const endless = await serve((_, response) => {
    const timer = setInterval(() => response.write('x'.repeat(100)), 1)
    response.on('close', () => clearInterval(timer))
  })
  for (const server of [announced, endless])
    await expect(download(server, LIMITS)).rejects.toThrow('it has more than the 1000 bytes that are read')
  const just = await serve((_, response) => response.end('x'.repeat(1000)))
  expect(await download(just, LIMITS)).toHaveLength(1000)
})

test('an answer that unpacks to too much', async () => {
  const { gzipSync } = await import('node:zlib')
  const server = await serve((_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(100_000))),
  )
  await expect(download(server, LIMITS)).rejects.toThrow('it has more than the 1000 bytes')
})

test('no answer, and no end', async () => {
  const silent = await serve(() => {})
  const slow = await serve((_, response) => response.writeHead(200).write('x'))
  for (const server of [silent, slow])
    await expect(download(server, { ...LIMITS, timeoutMs: 200 })).rejects.toThrow(
      'cannot download: it was not there whole after 0.2 seconds',
    )
})

test('nobody there', async () => {
  await expect(download('http://127.0.0.1:1/x', LIMITS)).rejects.toThrow(/cannot download: .*(?:ECONNREFUSED|bad port)/)
})

test('a redirect leads to https only', async () => {
  const target = await serve((_, response) => response.end('evil'))
  const redirecting = await serve(({ url }, response) =>
    response.writeHead(302, { location: url === '/a' ? `${target}/x` : 'x' }).end(),
  )
  await expect(download(`${redirecting}/a`, LIMITS)).rejects.toThrow(`it leads to ${target}, which is not https`)
  await expect(download(`${redirecting}/b`, LIMITS)).rejects.toThrow('which is not https')
  // To https it goes on: here to a server that does not speak it.
  const onward = await serve((_, response) =>
    response.writeHead(307, { location: target.replace('http:', 'https:') }).end(),
  )
  await expect(download(onward, LIMITS)).rejects.toThrow(/cannot download: .*(?:SSL|ssl|packet|TLS)/)
})

test('proxy variables are heeded where node is told to', async () => {
  const server = await serve((_, response) => response.end('through the proxy'))
  const asked: string[] = []
  const proxy = await serve(
    () => {},
    listener =>
      listener.on('connect', ({ url }, client) => {
        asked.push(url ?? '')
        const upstream = connect(Number(new URL(server).port), '127.0.0.1', () => {
          client.write('HTTP/1.1 200 OK\r\n\r\n')
          upstream.pipe(client).pipe(upstream)
        })
        for (const socket of [client, upstream]) socket.on('error', () => {})
      }),
  )
  const script = `const { download } = await import(${JSON.stringify(resolve('src/io/download.ts'))})
    console.log((await download('http://helm.invalid:81/x', ${JSON.stringify(LIMITS)})).toString())`
  const run = (env: Record<string, string>) =>
    promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { env: { HTTP_PROXY: proxy, ...env } })
  expect((await run({ NODE_USE_ENV_PROXY: '1' })).stdout).toBe('through the proxy\n')
  expect(asked).toEqual(['helm.invalid:81'])
})
