import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { runProcess } from '../../src/io/process.ts'

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
