import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

/** The program that answers for Kubernetes; or why there is none, and whether that is a failure. */
export type OracleProgram = { readonly program: string } | { readonly missing: string; readonly isFailure: boolean }

declare module 'vitest' {
  export interface ProvidedContext {
    oracle: OracleProgram
  }
}

const SOURCES = join(import.meta.dirname, 'k8s-oracle')
const CACHE = join(import.meta.dirname, '../../node_modules/.cache/engines')
/** Nothing but what go.mod and go.sum pin. */
const GO = { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-mod=readonly', GOWORK: 'off' }

/** Builds k8s-oracle, unless what these sources and this Go make is there already. */
export default function setup(project: TestProject): void {
  project.provide('oracle', oracleProgram())
}

function oracleProgram(): OracleProgram {
  const version = goVersion()
  if (version === undefined) {
    const isFailure = process.env.ORACLE === 'require'
    if (!isFailure)
      console.log('There is no Go (https://go.dev/dl) on PATH: every comparison with Kubernetes is skipped.')
    return { missing: 'there is no Go on PATH, and ORACLE=require asks for it', isFailure }
  }
  const program = join(CACHE, `k8s-oracle-${stampOf(version)}`)
  try {
    if (!existsSync(program)) build(program)
    return { program }
  } catch (error) {
    return { missing: `k8s-oracle does not build: ${String(error)}`, isFailure: true }
  }
}

function goVersion(): string | undefined {
  try {
    return execFileSync('go', ['version'], { env: GO, encoding: 'utf8' })
  } catch {
    return undefined
  }
}

function stampOf(version: string): string {
  const stamp = createHash('sha256').update(version)
  for (const file of readdirSync(SOURCES).sort()) stamp.update(file).update(readFileSync(join(SOURCES, file)))
  return stamp.digest('hex').slice(0, 16)
}

function build(program: string): void {
  console.log('Building k8s-oracle from Kubernetes (minutes the first time, seconds from then on).')
  rmSync(CACHE, { recursive: true, force: true })
  mkdirSync(CACHE, { recursive: true })
  const unfinished = `${program}.${process.pid}`
  const go = ['go', 'build', '-trimpath', '-ldflags=-s -w', '-o', unfinished, '.']
  execFileSync('nice', ['-n', '19', ...go], { cwd: SOURCES, env: GO, stdio: ['ignore', 'inherit', 'inherit'] })
  renameSync(unfinished, program)
}
