import { expect, test } from 'vitest'
import { LostAnswer, Patience } from '../../src/github/retry.ts'

const failing = (status: number, headers: Record<string, string> = {}): Error =>
  Object.assign(new Error('no'), { status, response: { headers, data: {} } })

/** Patience whose waiting is written down, and a request that fails with these before it goes well. */
function patient(errors: readonly Error[] = []) {
  const waits: number[] = []
  const sleep = async (milliseconds: number): Promise<void> => void waits.push(milliseconds)
  const left = [...errors]
  const request = async (): Promise<string> => {
    const error = left.shift()
    if (error) throw error
    return 'answered'
  }
  return { waits, request, patience: new Patience({ now: () => 0, sleep }) }
}

test('what may be sent twice is sent again, after longer and longer', async () => {
  const { patience, waits, request } = patient([failing(502), failing(503), failing(500)])
  expect(await patience.send(request, 'read')).toBe('answered')
  expect(waits).toEqual([1000, 4000, 16_000])
})

test('it gives up after four times', async () => {
  const { patience, request } = patient(Array.from({ length: 4 }, () => failing(502)))
  await expect(patience.send(request, 'change')).rejects.toMatchObject({ status: 502 })
})

test('what must not be made twice is not sent again when the answer is lost', async () => {
  const { patience, waits, request } = patient([failing(502)])
  await expect(patience.send(request, 'make')).rejects.toBeInstanceOf(LostAnswer)
  expect(waits).toEqual([])
})

test('a limit was met before anything was made', async () => {
  const { patience, waits, request } = patient([failing(403, { 'retry-after': '7' }), failing(429)])
  expect(await patience.send(request, 'make')).toBe('answered')
  expect(waits).toEqual([7000, 120_000])
})

test.each([401, 403, 404, 422])('%d is final', async status => {
  const { patience, waits, request } = patient([failing(status)])
  await expect(patience.send(request, 'read')).rejects.toMatchObject({ status })
  expect(waits).toEqual([])
})

test('what is no failure of the API is final', async () => {
  const { patience, request } = patient([new TypeError('a mistake of ours')])
  await expect(patience.send(request, 'read')).rejects.toThrow('a mistake of ours')
})

test('all requests together wait for three minutes at most', async () => {
  const { patience, waits } = patient()
  const limited = () => patient([failing(403, { 'retry-after': '90' })]).request
  await patience.send(limited(), 'read')
  await patience.send(limited(), 'read')
  await expect(patience.send(limited(), 'read')).rejects.toMatchObject({ status: 403 })
  expect(await patience.wait(1)).toBe(false)
  expect(waits).toEqual([90_000, 90_000])
})

test('many writes come one in a second', async () => {
  const { patience, waits, request } = patient()
  for (let i = 0; i < 42; i += 1) await patience.send(request, i % 2 ? 'make' : 'change')
  await patience.send(request, 'read')
  expect(waits).toEqual([1000, 1000])
})
