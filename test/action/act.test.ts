import { expect } from 'vitest'
import { runWorkflow, testAct } from './act.ts'

testAct('a failing build: annotations, summary, outputs, reports, exit code', () => {
  const { status, events, log } = runWorkflow('push', { FAIL_ON: 'high' })
  expect(status).toBe(1)
  expect(log).toMatch(/eso-hardener \d+\.\d+\.\d+, Node v24\./)
  const errors = events.filter(({ command }) => command === 'error')
  expect(errors.length).toBeGreaterThan(0)
  expect(errors.length).toBeLessThanOrEqual(10)
  expect(errors.some(({ kvPairs }) => kvPairs?.file === 'demo/platform/stores.yaml' && Number(kvPairs.line) > 0)).toBe(
    true,
  )
  expect(log).toMatch(/seen conclusion=failure high=[1-9]/)
  expect(log).toContain('seen sarif=2.1.0')
  expect(log).toContain('seen report=failure')
})

testAct('a passing build when nothing reaches fail-on', () => {
  const { status, log } = runWorkflow('push', { FAIL_ON: 'never' })
  expect(log).toContain('seen conclusion=success')
  expect(status).toBe(0)
})

testAct('a wrong input is one annotation with a hint', () => {
  const { status, events, log } = runWorkflow('push', { FAIL_ON: 'hihg' })
  expect(status).toBe(1)
  const errors = events.filter(({ command }) => command === 'error').map(({ arg }) => arg)
  expect(errors).toEqual(["input fail-on cannot be 'hihg'\ndid you mean 'high'?"])
  expect(log).toContain('seen conclusion=incomplete')
  expect(log).not.toMatch(/\n\s+at /)
})
