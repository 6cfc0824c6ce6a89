import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { findHelm } from '../src/io/helm-binary.ts'

/**
 * Compares `check` with plain `helm template` on the same charts, with the same parallelism, in one run: the machine is
 * noisy, so only ratios count. Needs the optional folder with real charts; see docs/performance.md.
 */
const ROOT = join(import.meta.dirname, '..')
const SHARED = resolve(ROOT, process.env.ESO_HARDENER_SHARED ?? '../shared')
const ROUNDS = Number(process.argv[2] ?? 5)
const CLI = join(ROOT, 'dist/cli.js')

interface Cost {
  /** Seconds, of the whole process tree. */
  readonly cpu: number
  readonly wall: number
  /** Largest resident memory of all processes together, in MiB. */
  readonly peak: number
}

async function main(work: string, helm: string): Promise<void> {
  const monorepo = join(work, 'monorepo')
  await run('python3', [join(SHARED, 'bench/gen_monorepo.py'), '100', monorepo])
  const eso = join(SHARED, 'charts/external-secrets-2.9.0.tgz')
  const charts = readdirSync(join(monorepo, 'charts')).map(name => join(monorepo, 'charts', name))
  const check = (path: string) =>
    shell(`${process.execPath} ${CLI} check ${path} --helm ${helm} --fail-on never --format json --quiet`)
  const jobs = availableParallelism()
  console.log(
    `median of ${ROUNDS} rounds, ${jobs} processors; CPU and wall in seconds, memory of the whole tree in MiB\n`,
  )
  await compare('monorepo of 100 charts', {
    helm: shell(`printf '%s\\n' ${charts.join(' ')} | xargs -P ${jobs} -I{} ${helm} template x {}`),
    check: check(monorepo),
  })
  const cache = join(work, 'cache')
  const kept = shell(
    `${process.execPath} ${CLI} check ${monorepo} --helm ${helm} --fail-on never --format json --quiet --cache ${cache}`,
  )
  await kept()
  await compare('monorepo of 100 charts, unchanged', { helm: check(monorepo), check: kept }, 'without cache')
  await compare('operator chart 2.9.0', { helm: shell(`${helm} template x ${eso}`), check: check(eso) })
  await compare(
    'start',
    { helm: shell(`${process.execPath} -e 0`), check: shell(`${process.execPath} ${CLI} --help`) },
    'empty Node script',
  )
}

type Command = () => Promise<Cost>

async function compare(
  title: string,
  { helm, check }: { helm: Command; check: Command },
  plain = 'helm template',
): Promise<void> {
  const costs: { helm: Cost[]; check: Cost[] } = { helm: [], check: [] }
  for (let round = 0; round < ROUNDS; round++) {
    costs.helm.push(await helm())
    costs.check.push(await check())
  }
  const [base, ours] = [median(costs.helm), median(costs.check)]
  console.log(title)
  console.log(row(plain, base))
  console.log(row('eso-hardener', ours))
  console.log(
    `  ratio: CPU ${(ours.cpu / base.cpu).toFixed(2)}, wall ${(ours.wall / base.wall).toFixed(2)}; CPU difference ${(ours.cpu - base.cpu).toFixed(2)} s\n`,
  )
}

const row = (name: string, { cpu, wall, peak }: Cost): string =>
  `  ${name.padEnd(18)} CPU ${cpu.toFixed(2).padStart(6)}   wall ${wall.toFixed(2).padStart(6)}   peak ${peak.toFixed(0).padStart(5)}`

function median(costs: readonly Cost[]): Cost {
  const middle = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
  return {
    cpu: middle(costs.map(cost => cost.cpu)),
    wall: middle(costs.map(cost => cost.wall)),
    peak: middle(costs.map(cost => cost.peak)),
  }
}

/** bash's own `time` counts the processor time of all descendants. */
function shell(command: string): Command {
  return async () => {
    const { stderr, peak } = await run('bash', ['-c', `TIMEFORMAT='%R %U %S'; time (${command}) > /dev/null`])
    const [wall = 0, user = 0, system = 0] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number)
    return { cpu: user + system, wall, peak }
  }
}

async function run(file: string, args: readonly string[]): Promise<{ stderr: string; peak: number }> {
  const child = spawn(file, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  let stderr = ''
  let peak = 0
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString()
  })
  const sampler = setInterval(() => {
    peak = Math.max(peak, child.pid === undefined ? 0 : treeMemory(child.pid))
  }, 10)
  const code = await new Promise<number | null>(resolve => child.on('close', resolve))
  clearInterval(sampler)
  if (code !== 0) throw new Error(`${file} ${args.join(' ')} ended with ${code}: ${stderr}`)
  return { stderr, peak }
}

/** Resident memory of a process and its descendants, in MiB; 0 where /proc does not tell. */
function treeMemory(root: number): number {
  const children = new Map<number, number[]>()
  const memory = new Map<number, number>()
  for (const name of readdirSync('/proc').filter(entry => /^\d+$/.test(entry))) {
    const status = tryRead(`/proc/${name}/status`)
    const parent = Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0)
    memory.set(Number(name), Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024)
    children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  const sum = (pid: number): number =>
    (memory.get(pid) ?? 0) + (children.get(pid) ?? []).reduce((all, child) => all + sum(child), 0)
  return sum(root)
}

function tryRead(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

if (!existsSync(SHARED)) {
  console.log(`skipped: there is no folder ${SHARED} with real charts`)
} else {
  const work = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    await main(work, await findHelm(undefined))
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
