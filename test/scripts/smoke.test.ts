import { expect, test } from 'vitest'
import { FILES, type Stage, smoke } from '../../scripts/smoke.ts'
import { openRepository } from '../../src/github/client.ts'
import { propose } from '../github/proposal.ts'
import { runAction } from '../run-action.ts'

test('on the fake GitHub everything is as the review relies on it, but for what the token may not do', async () => {
  const proposal = await propose({ 'readme.txt': 'hi\n' }, FILES)
  const { url, state } = proposal.github
  const { owner, repository: name, number } = state
  const repository = openRepository({ url, token: state.token }, { owner, repository: name })
  const stage: Stage = {
    ...{ repository, client: repository.pull(number), branch: `${owner}:${state.headRef}`, number },
    push: async change => proposal.push(change),
    run: async () => void (await runAction(proposal, { inputs: { paths: 'smoke' } })),
  }
  const seen = await smoke(stage)
  expect(seen.filter(({ holds }) => !holds)).toEqual([
    {
      says: 'a thread is resolved with `contents: write`',
      holds: false,
      saw: expect.stringContaining('Resource not accessible by integration'),
    },
  ])
  expect(seen.length).toBeGreaterThan(10)
}, 180_000)
