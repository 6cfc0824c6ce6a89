import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { onTestFinished, vi } from 'vitest'
import { HELM } from '../helm.ts'
import { tree } from '../tree.ts'
import { oracleProgram } from './build-oracle.ts'

const run = promisify(execFile)
const found = oracleProgram('registry')

/** Whether there is no Go, so that what needs a registry is to be skipped. */
export const isMissing = 'missing' in found && !found.isFailure

/** Who may sign in. */
export interface Account {
  readonly user: string
  readonly password: string
}

/** An OCI registry of this machine, with TLS, that is gone when the test ends. */
export interface Registry {
  /** `127.0.0.1:port`. */
  readonly address: string
  /** Packs a chart and pushes it with helm to `charts/`. @returns the digest of its manifest. */
  push(files: Readonly<Record<string, string>>): Promise<string>
  /** A file of credentials for it, as `docker login` writes it. */
  credentials(account: Account): string
}

/** Starts one; with an account, nobody else may read. The test's processes trust its certificate. */
export async function startRegistry(account?: Account, { isDamaged = false } = {}): Promise<Registry> {
  if ('missing' in found) throw new Error(found.missing)
  const folder = tree({})
  const certificate = join(folder, 'certificate.pem')
  const flags = [
    ...(account ? ['-user', account.user, '-password', account.password] : []),
    ...(isDamaged ? ['-damaged'] : []),
  ]
  const running = spawn(found.program, ['-certificate', certificate, ...flags], { stdio: ['pipe', 'pipe', 'inherit'] })
  onTestFinished(() => void running.kill())
  const [line] = (await once(createInterface({ input: running.stdout }), 'line')) as [string]
  const { address } = JSON.parse(line) as { address: string }
  vi.stubEnv('SSL_CERT_FILE', certificate)
  onTestFinished(() => void vi.unstubAllEnvs())
  const credentials = ({ user, password }: Account): string => {
    const file = join(folder, `${user}-${password}.json`)
    const auth = Buffer.from(`${user}:${password}`).toString('base64')
    writeFileSync(file, JSON.stringify({ auths: { [address]: { auth } } }))
    return file
  }
  return {
    address,
    credentials,
    push: async files => {
      const into = tree({})
      const env = { HOME: into, SSL_CERT_FILE: certificate }
      const { stdout } = await run(HELM, ['package', `--destination=${into}`, tree(files)], { env })
      const config = account ? [`--registry-config=${credentials(account)}`] : []
      const packed = stdout.trim().replace(/^.*saved it to: /, '')
      const pushed = await run(HELM, ['push', ...config, packed, `oci://${address}/charts`], { env })
      return /sha256:[0-9a-f]{64}/.exec(pushed.stdout + pushed.stderr)?.[0] ?? ''
    },
  }
}
