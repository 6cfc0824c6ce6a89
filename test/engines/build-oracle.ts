import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

/** The program that answers for an engine; or why there is none, and whether that is a failure. */
export type OracleProgram = { readonly program: string } | { readonly missing: string; readonly isFailure: boolean }

declare module 'vitest' {
  export interface ProvidedContext {
    oracle: OracleProgram
  }
}

/** Each is a Go module beside this file, with what is built there: our own program, or a tool that it pins. */
const PACKAGES = {
  'k8s-oracle': '.',
  'go-templates': '.',
  'control-plane': '.',
  cilium: '.',
  registry: '.',
  gator: 'github.com/open-policy-agent/gatekeeper/v3/cmd/gator',
  kyverno: 'github.com/kyverno/kyverno/cmd/cli/kubectl-kyverno',
} as const
export type OracleName = keyof typeof PACKAGES

const CACHE = join(import.meta.dirname, '../../node_modules/.cache/engines')
/** An API server says which version it is only when it is told so while it is built. */
const KUBERNETES_VERSION = 'k8s.io/component-base/version.gitVersion=v1.35.4'
/** Nothing but what go.mod and go.sum pin. */
const GO = { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-mod=readonly', GOWORK: 'off' }

/** Builds the oracles before any test asks them. */
export default function setup(project: TestProject): void {
  project.provide('oracle', oracleProgram('k8s-oracle'))
  oracleProgram('go-templates')
}

/** Builds an oracle, unless what its sources and this Go make is there already. */
export function oracleProgram(name: OracleName): OracleProgram {
  const version = goVersion()
  if (version === undefined) {
    const isFailure = process.env.ORACLE === 'require'
    if (!isFailure) console.log(`There is no Go (https://go.dev/dl) on PATH: every comparison with ${name} is skipped.`)
    return { missing: 'there is no Go on PATH, and ORACLE=require asks for it', isFailure }
  }
  const program = join(CACHE, `${name}-${stampOf(name, version)}`)
  try {
    if (!existsSync(program)) build(name, program)
    return { program }
  } catch (error) {
    return { missing: `${name} does not build: ${String(error)}`, isFailure: true }
  }
}

function goVersion(): string | undefined {
  try {
    return execFileSync('go', ['version'], { env: GO, encoding: 'utf8' })
  } catch {
    return undefined
  }
}

const sourcesOf = (name: OracleName): string => join(import.meta.dirname, name)

function stampOf(name: OracleName, version: string): string {
  const sources = sourcesOf(name)
  const stamp = createHash('sha256').update(version)
  for (const file of readdirSync(sources).sort()) stamp.update(file).update(readFileSync(join(sources, file)))
  return stamp.digest('hex').slice(0, 16)
}

function build(name: OracleName, program: string): void {
  console.log(`Building ${name} (minutes the first time, seconds from then on).`)
  mkdirSync(CACHE, { recursive: true })
  for (const file of readdirSync(CACHE)) if (file.startsWith(`${name}-`)) rmSync(join(CACHE, file), { force: true })
  const unfinished = `${program}.${process.pid}`
  const go = ['go', 'build', '-trimpath', `-ldflags=-s -w -X ${KUBERNETES_VERSION}`, '-o', unfinished, PACKAGES[name]]
  execFileSync('nice', ['-n', '19', ...go], { cwd: sourcesOf(name), env: GO, stdio: ['ignore', 'inherit', 'inherit'] })
  renameSync(unfinished, program)
}
