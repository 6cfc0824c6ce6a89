import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { stringify } from 'yaml'
import { Api } from './api.ts'

/** What a control plane is started with. */
export interface Setup {
  /** The program that test/engines/control-plane is built to. */
  readonly program: string
  /** A file for `--audit-policy-file`; nothing is logged without. */
  readonly auditPolicy?: string
}

/** A running API server with etcd and two controllers. */
export interface ControlPlane {
  /** As a cluster administrator. */
  readonly api: Api
  /** Everything that was logged until now, one JSON event a line. */
  auditLog(): string
  stop(): Promise<void>
}

/** What aggregates ClusterRoles, and what checks the types of admission policies. */
const CONTROLLERS = ['clusterrole-aggregation-controller', 'validatingadmissionpolicy-status-controller']
const MOST_MS = 120_000

/**
 * Starts a control plane on loopback, with a folder and ports of its own, and waits until it answers.
 * @throws Error with the end of the log when a part does not come up.
 */
export async function startControlPlane({ program, auditPolicy }: Setup): Promise<ControlPlane> {
  const folder = mkdtempSync(join(tmpdir(), 'control-plane-'))
  const parts: Part[] = []
  const stop = async (): Promise<void> => {
    await Promise.all(parts.toReversed().map(part => part.stop()))
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  const start = (name: string, flags: Readonly<Record<string, string>>): Part => {
    const part = new Part(program, name, flags, join(folder, `${name}.log`))
    parts.push(part)
    return part
  }
  try {
    const [client, peer, secure, manager] = await freePorts(4)
    start('etcd', etcdFlags(folder, `http://127.0.0.1:${client}`, `http://127.0.0.1:${peer}`))
    const token = randomUUID()
    // It may do everything, as what it does is not what is asked about.
    writeFileSync(join(folder, 'tokens.csv'), `${token},admin,admin,system:masters\n`, { mode: 0o600 })
    const audit = auditPolicy === undefined ? {} : auditFlags(folder, auditPolicy)
    const server = start('kube-apiserver', {
      ...serverFlags(folder, `http://127.0.0.1:${client}`),
      ...{ 'secure-port': String(secure), ...audit },
    })
    const certificate = await eventually(server, () => readFileSync(join(folder, 'pki/apiserver.crt'), 'utf8'))
    const api = new Api({ port: Number(secure), certificate, token })
    await eventually(server, async () => {
      if ((await api.request('GET', '/readyz')).status !== 200) throw new Error('it is not ready')
    })
    writeFileSync(join(folder, 'kubeconfig'), kubeconfig(Number(secure), certificate, token), { mode: 0o600 })
    start('kube-controller-manager', managerFlags(folder, String(manager)))
    return { api, auditLog: () => readFileSync(join(folder, 'audit.log'), 'utf8'), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const etcdFlags = (folder: string, client: string, peer: string): Readonly<Record<string, string>> => ({
  'data-dir': join(folder, 'etcd'),
  'listen-client-urls': client,
  'advertise-client-urls': client,
  'listen-peer-urls': peer,
  'initial-advertise-peer-urls': peer,
  'initial-cluster': `default=${peer}`,
  'unsafe-no-fsync': 'true',
})

const serverFlags = (folder: string, etcd: string): Readonly<Record<string, string>> => ({
  'etcd-servers': etcd,
  'bind-address': '127.0.0.1',
  'advertise-address': '127.0.0.1',
  'cert-dir': join(folder, 'pki'),
  'service-cluster-ip-range': '10.0.0.0/24',
  'authorization-mode': 'RBAC',
  'token-auth-file': join(folder, 'tokens.csv'),
  'anonymous-auth': 'false',
  'allow-privileged': 'true',
  'service-account-issuer': 'https://control-plane.test',
  'service-account-key-file': join(folder, 'pki/apiserver.crt'),
  'service-account-signing-key-file': join(folder, 'pki/apiserver.key'),
  // Pods come without the accounts that a controller would make.
  'disable-admission-plugins': 'ServiceAccount',
  'endpoint-reconciler-type': 'none',
})

function auditFlags(folder: string, policy: string): Readonly<Record<string, string>> {
  writeFileSync(join(folder, 'audit.yaml'), policy)
  return {
    'audit-policy-file': join(folder, 'audit.yaml'),
    'audit-log-path': join(folder, 'audit.log'),
    'audit-log-mode': 'blocking',
  }
}

const managerFlags = (folder: string, port: string): Readonly<Record<string, string>> => ({
  kubeconfig: join(folder, 'kubeconfig'),
  'authentication-kubeconfig': join(folder, 'kubeconfig'),
  'authorization-kubeconfig': join(folder, 'kubeconfig'),
  'bind-address': '127.0.0.1',
  'secure-port': port,
  'cert-dir': join(folder, 'pki-manager'),
  'leader-elect': 'false',
  controllers: CONTROLLERS.join(','),
})

const kubeconfig = (port: number, certificate: string, token: string): string =>
  stringify({
    ...{ apiVersion: 'v1', kind: 'Config', 'current-context': 'one' },
    clusters: [
      {
        name: 'one',
        cluster: {
          server: `https://127.0.0.1:${port}`,
          'certificate-authority-data': Buffer.from(certificate).toString('base64'),
        },
      },
    ],
    users: [{ name: 'one', user: { token } }],
    contexts: [{ name: 'one', context: { cluster: 'one', user: 'one' } }],
  })

/** One process of the control plane. It ends with its standard input, so that it does not outlive a test that is killed. */
class Part {
  readonly #process: ChildProcess
  readonly #log: string
  readonly #ended: Promise<void>
  readonly name: string
  hasEnded = false

  constructor(program: string, name: string, flags: Readonly<Record<string, string>>, log: string) {
    this.name = name
    this.#log = log
    const output = openSync(log, 'w')
    const given = Object.entries(flags).map(([flag, value]) => `--${flag}=${value}`)
    this.#process = spawn(program, [name, ...given], {
      stdio: ['pipe', output, output],
      env: { PATH: '', GOMAXPROCS: '2' },
    })
    closeSync(output)
    this.#ended = new Promise(resolve => {
      const end = () => {
        this.hasEnded = true
        resolve()
      }
      this.#process.on('exit', end).on('error', end)
    })
  }

  async stop(): Promise<void> {
    this.#process.stdin?.destroy()
    this.#process.kill('SIGKILL')
    await this.#ended
  }

  /** The last lines that it has logged. */
  lastWords(): string {
    return readFileSync(this.#log, 'utf8').trimEnd().split('\n').slice(-5).join('\n')
  }
}

/** What `attempt` gives once it gives something. */
async function eventually<T>(part: Part, attempt: () => T | Promise<T>): Promise<T> {
  const end = Date.now() + MOST_MS
  for (;;)
    try {
      return await attempt()
    } catch (error) {
      if (part.hasEnded || Date.now() > end)
        throw new Error(`${part.name} does not come up: ${part.lastWords()}`, { cause: error })
      await setTimeout(100)
    }
}

/** Ports of which nobody else has had one a moment ago. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer())
  const ports = await Promise.all(
    servers.map(
      server =>
        new Promise<number>((resolve, reject) => {
          server.on('error', reject)
          server.listen(0, '127.0.0.1', () => {
            const address = server.address()
            resolve(address !== null && typeof address === 'object' ? address.port : 0)
          })
        }),
    ),
  )
  await Promise.all(servers.map(server => new Promise(resolve => server.close(resolve))))
  return ports
}
