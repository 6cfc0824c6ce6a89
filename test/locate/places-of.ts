import type { PhysicalLocation } from '../../src/finding.ts'
import { assess, type RunOptions } from '../../src/run.ts'
import { HELM } from '../helm.ts'
import { tree } from '../tree.ts'

/** A store whose server, on line 8, is what the rule `cleartext-endpoint` speaks of when it is an `http://` address. */
export const store = (server: string, name = 'vault'): string => `apiVersion: external-secrets.io/v1
kind: SecretStore
metadata:
  name: ${name}
spec:
  provider:
    vault:
      server: ${server}
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
`

/** The lines of a text moved to the right. */
export const indented = (text: string, spaces: number): string => text.replace(/^(?=.)/gm, ' '.repeat(spaces))

/**
 * Where the findings of one rule stand, in short: `values.yaml:2 set-by vault.server`, with `+` before a key that the
 * file does not have yet. A template without a line is the file alone.
 * @param folder a tree that is there, or the files of one.
 */
export async function placesOf(
  rule: string,
  folder: string | Readonly<Record<string, string | Uint8Array>>,
  options: Partial<RunOptions> = {},
): Promise<string[]> {
  const root = typeof folder === 'string' ? folder : tree(folder)
  const run = { root, folder: root, paths: ['.'], helm: HELM, minSeverity: 'info', ...options } as const
  const { findings, failures } = await assess(run)
  if (failures.length > 0) throw new Error(failures.map(({ message }) => message).join('\n'))
  return findings.filter(finding => finding.rule === rule).flatMap(({ places }) => places.map(shortly))
}

/** Where the addresses without TLS stand. */
export const serverPlaces = (
  folder: string | Readonly<Record<string, string | Uint8Array>>,
  options: Partial<RunOptions> = {},
): Promise<string[]> => placesOf('cleartext-endpoint', folder, options)

const shortly = ({ file, startLine, key, isMissing, confidence }: PhysicalLocation): string =>
  [
    startLine === undefined ? file : `${file}:${startLine}`,
    confidence ?? [],
    key === undefined ? [] : `${isMissing ? '+' : ''}${key}`,
  ]
    .flat()
    .join(' ')
