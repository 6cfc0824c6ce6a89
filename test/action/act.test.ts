import { expect } from 'vitest'
import { type Checkout, runPullRequest, runWorkflow, testAct } from './act.ts'

testAct('a failing build: annotations, summary, outputs, reports, exit code', async () => {
  const { status, events, log } = await runWorkflow('push', { FAIL_ON: 'high' })
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

testAct('a passing build when nothing reaches fail-on', async () => {
  const { status, log } = await runWorkflow('push', { FAIL_ON: 'never' })
  expect(log).toContain('seen conclusion=success')
  expect(status).toBe(0)
})

testAct('a wrong input is one annotation with a hint', async () => {
  const { status, events, log } = await runWorkflow('push', { FAIL_ON: 'hihg' })
  expect(status).toBe(1)
  const errors = events.filter(({ command }) => command === 'error').map(({ arg }) => arg)
  expect(errors).toEqual(["input fail-on cannot be 'hihg'\ndid you mean 'high'?"])
  expect(log).toContain('seen conclusion=incomplete')
  expect(log).not.toMatch(/\n\s+at /)
})

const STORE = `apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: brought-by-the-change }
spec: { provider: { fake: { data: [{ key: a, value: b }] } } }
`

testAct('a pull request with two commits: only what it brings counts', async () => {
  const clean = await runPullRequest({ depth: 2 }, { 'demo/readme.txt': 'hi' }, { FAIL_ON: 'low' })
  expect(clean.log).toContain('seen conclusion=success')
  expect(clean.status).toBe(0)
  const { status, events, log } = await runPullRequest(
    { depth: 2 },
    { 'demo/platform/new.yaml': STORE },
    { FAIL_ON: 'low' },
  )
  expect(log).toContain('seen conclusion=failure')
  expect(status).toBe(1)
  const files = events.flatMap(({ command, kvPairs }) => (command && kvPairs?.file ? kvPairs.file : []))
  expect(new Set(files)).toEqual(new Set(['demo/platform/new.yaml']))
})

async function onlyNewCounts(checkout: Checkout): Promise<void> {
  const clean = await runPullRequest(checkout, { 'demo/readme.txt': 'hi' }, { FAIL_ON: 'low' })
  expect(clean.log).toContain('seen conclusion=success')
  expect(clean.status).toBe(0)
  const { status, log } = await runPullRequest(checkout, { 'demo/platform/new.yaml': STORE }, { FAIL_ON: 'low' })
  expect(log).toContain('seen conclusion=failure')
  expect(status).toBe(1)
}

testAct('a pull request with its whole history: only what it brings counts', () => onlyNewCounts({ depth: 50 }))

testAct('a pull request with one commit: the base is fetched, and only what it brings counts', () =>
  onlyNewCounts({ depth: 1, origin: 'itself' }),
)

testAct(
  'a pull request with one commit and no way to fetch the base cannot be compared: nothing passes, and the depth to set is named',
  async () => {
    const { status, log } = await runPullRequest({ depth: 1 }, { 'demo/readme.txt': 'hi' }, { FAIL_ON: 'never' })
    expect(log).toContain('seen conclusion=incomplete')
    expect(log).toContain('fetch-depth: 2')
    expect(status).toBe(1)
  },
)
