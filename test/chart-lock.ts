import { createHash } from 'node:crypto'

/** The Chart.lock that helm writes for version 1.2.3: its digest is over the range that Chart.yaml says and the version that was chosen. */
export function lockOf(repository: string, range: string, name = 'stores'): string {
  const [wanted, chosen] = [range, '1.2.3'].map(version => [{ name, version, repository }])
  const digest = createHash('sha256')
    .update(JSON.stringify([wanted, chosen]))
    .digest('hex')
  const dependencies = `dependencies:\n- name: ${name}\n  repository: ${repository}\n  version: 1.2.3\n`
  return `${dependencies}digest: sha256:${digest}\ngenerated: "2026-01-01T00:00:00Z"\n`
}
