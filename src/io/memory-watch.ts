import { readdirSync, readFileSync } from 'node:fs'

/** Short beside the seconds that a program needs to fill a machine, and longer than most charts take to render. */
const INTERVAL_MS = 200
/** What Linux has on every machine that runs Node; `statm` counts in pages. */
const PAGE_BYTES = 4096

/**
 * Calls `onExcess` once when a program and its descendants hold more than `most` bytes of memory of their own (mapped files do not
 * count). Only Linux says so in /proc; elsewhere nothing is watched.
 * @returns how to stop watching.
 */
export function watchMemory(pid: number, most: number, onExcess: () => void): () => void {
  const timer = setInterval(() => {
    if (memoryOf(pid) <= most) return
    clearInterval(timer)
    onExcess()
  }, INTERVAL_MS)
  timer.unref()
  return () => clearInterval(timer)
}

/** Bytes of a program and its descendants; 0 for what has ended. */
function memoryOf(leader: number): number {
  let bytes = 0
  const pids = [leader]
  for (let pid = pids.pop(); pid !== undefined; pid = pids.pop()) {
    const [, resident = 0, shared = 0] = textOf(`/proc/${pid}/statm`).split(' ').map(Number)
    bytes += (resident - shared) * PAGE_BYTES
    for (const thread of namesIn(`/proc/${pid}/task`))
      pids.push(...(textOf(`/proc/${pid}/task/${thread}/children`).match(/\d+/g) ?? []).map(Number))
  }
  return bytes
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return ''
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
