import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { asMapping, asText } from '../../src/parse/untyped.ts'

/** The folder with the sources of a module that one of the Go modules beside this file pins; Go downloads what is missing. */
export function moduleFolder(name: 'cilium' | 'gator' | 'kyverno', path: string): string {
  const env = { ...process.env, GOFLAGS: '-mod=readonly', GOWORK: 'off' }
  const printed = execFileSync('go', ['mod', 'download', '-json', path], {
    ...{ cwd: join(import.meta.dirname, name), env, encoding: 'utf8' },
  })
  const folder = asText(asMapping(JSON.parse(printed))?.Dir)
  if (folder === undefined) throw new Error(`${path} is not among the modules of ${name}`)
  return folder
}
