import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { assess } from '../src/run.ts'
import { syntheticRepository } from './synthetic-repository.ts'

/** Checks a repository of many applications (300, or the number given), and prints what it takes; see docs/performance.md. */
const count = Number(process.argv[2] ?? 300)
const root = mkdtempSync(join(tmpdir(), 'bench-repository-'))
try {
  for (const [path, text] of Object.entries(syntheticRepository(count).files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const start = performance.now()
  const { releases, worlds, findings, failures, timings } = await assess({ root, folder: root, paths: ['.'] })
  const seconds = (performance.now() - start) / 1000
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  console.log(`${count} applications: ${releases.length} releases in ${worlds.length} clusters,`)
  console.log(`${findings.length} findings, ${failures.length} failures`)
  console.log(`wall ${seconds.toFixed(1)} s, own processor time ${((userCPUTime + systemCPUTime) / 1e6).toFixed(1)} s,`)
  console.log(`own memory ${Math.round(maxRSS / 1024)} MiB; by steps in ms: ${JSON.stringify(timings)}`)
} finally {
  rmSync(root, { recursive: true, force: true })
}
