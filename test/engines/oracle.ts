import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

interface Waiting {
  resolve(answer: unknown): void
  reject(error: Error): void
}

interface Reply {
  readonly id: number
  readonly answer?: unknown
  readonly error?: string
}

/** The engine would not take what was asked about. */
export class Refusal extends Error {}

/** A running oracle. */
export class Oracle {
  readonly #process: ChildProcess
  readonly #waiting = new Map<number, Waiting>()
  #last = 0

  constructor(program: string) {
    this.#process = spawn(program, { stdio: ['pipe', 'pipe', 'inherit'] })
    this.#process.on('error', error => this.#giveUp(error))
    this.#process.on('exit', code => this.#giveUp(new Error(`the oracle ended with ${code}`)))
    if (this.#process.stdout) createInterface({ input: this.#process.stdout }).on('line', line => this.#take(line))
  }

  /** What the part of the engine that `op` names says to it. The answer is as the oracle's Go sources declare it. */
  ask<Answer>(op: string, ask: unknown): Promise<Answer> {
    this.#last += 1
    const id = this.#last
    return new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#process.stdin?.write(`${JSON.stringify({ id, op, ask })}\n`)
    }) as Promise<Answer>
  }

  stop(): void {
    this.#process.removeAllListeners('exit')
    this.#process.stdin?.end()
  }

  #take(line: string): void {
    const { id, answer, error } = JSON.parse(line) as Reply
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    if (error === undefined) waiting?.resolve(answer)
    else waiting?.reject(new Refusal(error))
  }

  #giveUp(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}
