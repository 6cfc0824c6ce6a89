import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { tree } from '../../tree.ts'

/** What `helm template` prints for a chart. @throws when it fails. */
export async function runHelm(helm: string, chart: string, ...flags: string[]): Promise<string> {
  const args = ['template', 'rel', chart, '--namespace=shop', ...flags]
  const { stdout } = await promisify(execFile)(helm, args, {
    env: { HOME: tree({}), PATH: '/usr/bin' },
    maxBuffer: 1e8,
  })
  return stdout
}
