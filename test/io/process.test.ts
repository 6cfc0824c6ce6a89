import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runProcess } from '../../src/io/process.ts'
import { tree } from '../tree.ts'

const limits = { cwd: '/', env: {}, timeoutMs: 10_000, maxOutputBytes: 1000 }
const script = (code: string): [string, string[]] => [process.execPath, ['-e', code]]

test('output and exit code of a program come back', async () => {
  const [file, args] = script('console.log("out"); console.error("err"); process.exitCode = 3')
  expect(await runProcess(file, args, limits)).toEqual({ stdout: 'out\n', stderr: 'err\n', exitCode: 3, limit: null })
})

test('nothing of our environment is inherited', async () => {
  process.env.PLANTED_TOKEN = 'sesame'
  const [file, args] = script('console.log(JSON.stringify(process.env))')
  const { stdout } = await runProcess(file, args, { ...limits, env: { HOME: '/nowhere' } })
  delete process.env.PLANTED_TOKEN
  expect(JSON.parse(stdout)).toEqual({ HOME: '/nowhere' })
})

test('arguments reach the program as they are: there is no shell', async () => {
  const [file, args] = script('console.log(process.argv[1])')
  const { stdout } = await runProcess(file, [...args, '$(id); `id` && id'], limits)
  expect(stdout).toBe('$(id); `id` && id\n')
})

test('a program that runs too long is stopped', async () => {
  const [file, args] = script('setInterval(() => {}, 1000)')
  const result = await runProcess(file, args, { ...limits, timeoutMs: 300 })
  expect(result).toMatchObject({ limit: 'time', exitCode: null })
})

test('a program that prints too much is stopped', async () => {
  const [file, args] = script('setInterval(() => console.log("x".repeat(500)), 1)')
  expect((await runProcess(file, args, limits)).limit).toBe('output')
})

describe.runIf(process.platform === 'linux')('memory', () => {
  const GREEDY = 'const held = []; setInterval(() => held.push(Buffer.alloc(2 ** 24, 1)), 5)'
  const most = { ...limits, timeoutMs: 60_000, maxMemoryBytes: 300 * 2 ** 20 }

  test('a program that takes too much is stopped', async () => {
    expect(await runProcess(...script(GREEDY), most)).toMatchObject({ limit: 'memory', exitCode: null })
  })

  test('what its children take counts as well', async () => {
    const code = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(GREEDY)}])`
    expect(await runProcess(...script(code), most)).toMatchObject({ limit: 'memory' })
  })

  test('one that keeps within it comes to its end', async () => {
    const code = 'const held = Buffer.alloc(2 ** 26, 1); setTimeout(() => console.log(held.length), 600)'
    expect(await runProcess(...script(code), most)).toMatchObject({ limit: null, stdout: `${2 ** 26}\n` })
  })
})

test('the children of a stopped program are stopped, too', async () => {
  const child = 'setInterval(() => {}, 1000)'
  const [file, args] = script(
    `const c = require('child_process').spawn(process.execPath, ['-e', '${child}']); console.log(c.pid); setInterval(() => {}, 1000)`,
  )
  const { stdout, limit } = await runProcess(file, args, { ...limits, timeoutMs: 1500 })
  expect(limit).toBe('time')
  const pid = Number(stdout)
  expect(pid).toBeGreaterThan(1)
  await expect.poll(() => isRunning(pid)).toBe(false)
})

test.each([
  ['SIGTERM', 143],
  ['SIGINT', 130],
] as const)('%s ends what runs, and takes the temporary folders away', async (signal, code) => {
  const root = tree({})
  const own = spawn(process.execPath, ['--input-type=module', '-e', OWN, HERE], { env: { TMPDIR: root } })
  let said = ''
  own.stdout.on('data', chunk => {
    said += chunk
  })
  const ended = new Promise(done => own.on('exit', done))
  await expect
    .poll(() => readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('/pid')))
    .toHaveLength(1)
  const [folder = ''] = readdirSync(root)
  const pid = Number(readFileSync(join(root, folder, 'pid'), 'utf8'))
  expect(isRunning(pid)).toBe(true)
  own.kill(signal)
  expect({ code: await ended, said, left: readdirSync(root) }).toEqual({ code, said: '', left: [] })
  await expect.poll(() => isRunning(pid)).toBe(false)
})

/** A program that writes its number into a temporary folder and then waits. */
const HERE = join(import.meta.dirname, '../../src/io')
const OWN = `
const here = process.argv[1]
const { withTemporaryFolder } = await import(here + '/files.ts')
const { runProcess } = await import(here + '/process.ts')
const code = 'require("fs").writeFileSync("draft", String(process.pid)); require("fs").renameSync("draft", "pid"); setInterval(() => {}, 1000)'
await withTemporaryFolder(cwd => runProcess(process.execPath, ['-e', code], { cwd, env: {}, timeoutMs: 60_000, maxOutputBytes: 1000 }))
console.log('not reached')
`

test('a program that does not exist is an error of the system', async () => {
  await expect(runProcess('/nowhere/helm', [], limits)).rejects.toMatchObject({ code: 'ENOENT' })
})

/** A zombie (nobody has waited for it yet) has ended. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !(process.platform === 'linux' && /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8')))
  } catch {
    return false
  }
}
