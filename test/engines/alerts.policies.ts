import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { alerts } from '../../src/generate/alerts/alerts.ts'
import { generateAll } from '../../src/generate/generate.ts'
import { CHOICE } from '../generate/choice.ts'
import { OPERATOR } from '../generate/operator.ts'
import { worldOf } from '../world.ts'

/** Of a Prometheus 2.42 or newer; Debian's package can be unpacked without being installed. */
const PROMTOOL = process.env.PROMTOOL ?? 'promtool'

function isThere(): boolean {
  try {
    execFileSync(PROMTOOL, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    console.log('There is no promtool on PATH and none in PROMTOOL: generated alerts are not asked about.')
    return false
  }
}

/** What promtool says of the generated rules and their tests, and how it ends. */
function judged(change: (text: string, file: string) => string): { isPassed: boolean; said: string } {
  const folder = mkdtempSync(join(tmpdir(), 'alerts-'))
  try {
    const { files } = generateAll([alerts], [worldOf(OPERATOR)], CHOICE, id => `eso-hardener generate ${id}`)
    for (const { path, purpose, text } of files)
      if (purpose === 'test') writeFileSync(join(folder, basename(path)), change(text, basename(path)))
    expect(readFileSync(join(folder, 'alerts.rules.yaml'), 'utf8')).toContain('alert:')
    const run = (...args: readonly string[]): string => execFileSync(PROMTOOL, args, { cwd: folder, encoding: 'utf8' })
    return {
      isPassed: true,
      said: run('check', 'rules', 'alerts.rules.yaml') + run('test', 'rules', 'alerts.test.yaml'),
    }
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string }
    return { isPassed: false, said: `${stdout}${stderr}` }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const isSkipped = !isThere()

test.skipIf(isSkipped)('promtool takes the generated alerts, and their tests pass', () => {
  const { isPassed, said } = judged(text => text)
  expect(said).toContain('SUCCESS')
  expect(isPassed).toBe(true)
})

test.skipIf(isSkipped)('planted faults are noticed: a metric of another name, and an alert that waits too long', () => {
  const inRules = (from: string | RegExp, to: string) => (text: string, file: string) =>
    file === 'alerts.rules.yaml' ? text.replaceAll(from, to) : text
  for (const change of [inRules('externalsecret_', 'externalsecrets_'), inRules(/for: \d+m/g, 'for: 90m')])
    expect(judged(change)).toMatchObject({ isPassed: false, said: expect.stringContaining('FAILED') })
})
