/** Milliseconds by stage. */
export interface Stopwatch {
  readonly laps: Readonly<Record<string, number>>
  /** Ends a stage. */
  lap(name: string): void
}

export function stopwatch(): Stopwatch {
  const laps: Record<string, number> = {}
  let last = performance.now()
  return {
    laps,
    lap(name) {
      const now = performance.now()
      laps[name] = Math.round(now - last)
      last = now
    },
  }
}
