import { expect, test } from 'vitest'
import { loadConfig } from '../../src/config/config.ts'
import { discover } from '../../src/discover/discover.ts'
import { helmCapabilities, prepareHelm } from '../../src/render/helm.ts'
import { type RenderOptions, renderReleases } from '../../src/render/releases.ts'
import { type HelmlessOptions, renderWithoutHelm } from '../../src/render/without-helm.ts'
import { HELM } from '../helm.ts'
import { tree, under } from '../tree.ts'

const chart = (name: string, kind: string, more: Readonly<Record<string, string>> = {}) =>
  under(name, {
    'Chart.yaml': `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n`,
    'values.yaml': `own: ${name}\n`,
    'templates/a.yaml': `apiVersion: v1\nkind: ${kind}\nmetadata:\n  name: {{ .Values.own }}\n`,
    ...more,
  })
/** Two have the same templates, one has others, and one is left to helm. */
const CHARTS = {
  ...chart('ant', 'ConfigMap'),
  ...chart('bee', 'ConfigMap'),
  ...chart('cat', 'Secret'),
  ...chart('dog', 'Secret', { 'values.schema.json': '{}' }),
}

async function releasesIn(root: string) {
  const { releases } = await discover(root, root, ['.'], await loadConfig(root, undefined), {})
  return releases
}

async function rendered(root: string, options: Partial<RenderOptions>) {
  return renderReleases(await releasesIn(root), { root, helm: HELM, ...options })
}

/** What is left to the traced renderer where helm answers so. */
async function unseen(helm: HelmlessOptions['helm'], memory?: HelmlessOptions['memory']) {
  const capabilities = await helmCapabilities(await prepareHelm(tree({}), HELM, 30_000))
  const releases = await releasesIn(tree(CHARTS))
  const { outputs, notes } = await renderWithoutHelm(releases, { capabilities, memory, jobs: 2, helm })
  return { names: [...outputs.keys()].map(({ name }) => name), notes }
}

test('renders what helm renders, and says which releases helm has not seen', async () => {
  const root = tree(CHARTS)
  const [byHelm, traced] = [await rendered(root, {}), await rendered(root, { renderer: 'traced' })]
  const textsOf = ({ parts }: typeof byHelm) => parts.map(part => part.manifests.map(({ source }) => source.text))
  expect(textsOf(traced)).toEqual(textsOf(byHelm))
  const seen = traced.parts.map(({ summary }) => summary.seenByHelm)
  expect(seen.filter(known => known === false)).toHaveLength(1)
  expect(seen.slice(2)).toEqual([undefined, undefined])
  expect(traced.notes).toEqual([expect.stringContaining('1 of 4 releases')])
  expect(byHelm.parts.every(({ summary }) => !('seenByHelm' in summary))).toBe(true)
})

test('where helm makes something else of one release, it renders all with its templates', async () => {
  const { names, notes } = await unseen(async () => 'something else')
  expect(names).toEqual([])
  expect(notes).toHaveLength(2)
  expect(notes[0]).toContain('than helm: all with its templates were rendered by helm')
})

test('what was seen to be equal is not asked again', async () => {
  const known = new Set<string>()
  const asked: string[] = []
  const helm: HelmlessOptions['helm'] = async ({ name }) => {
    asked.push(name)
    const kind = name === 'cat' ? 'Secret' : 'ConfigMap'
    return `---\n# Source: ${name}/templates/a.yaml\napiVersion: v1\nkind: ${kind}\nmetadata:\n  name: ${name}\n`
  }
  const memory = { has: (key: string) => known.has(key), add: (key: string) => void known.add(key) }
  await unseen(helm, memory)
  expect(asked).toHaveLength(2)
  // The sample is now of those that are not known: the second with the same templates.
  await unseen(helm, memory)
  expect(asked).toHaveLength(3)
  expect((await unseen(helm, memory)).names).toEqual(['ant', 'bee', 'cat'])
  expect(asked).toHaveLength(3)
})
