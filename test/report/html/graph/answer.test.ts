import { expect, test } from 'vitest'
import { answerTo } from '../../../../src/report/html/graph/answer.ts'
import type { GraphsData } from '../../../../src/report/html/graph/data.ts'
import { graphSection } from '../../../../src/report/html/graph/section.ts'
import { assess } from '../../../../src/run.ts'
import { HELM } from '../../../helm.ts'
import { assessment } from '../../assessment.ts'

async function demo() {
  const root = process.cwd()
  const section = await graphSection(await assess({ root, folder: root, paths: ['fixtures/demo'], helm: HELM }))
  const [graph] = (section?.data as GraphsData | undefined)?.graphs ?? []
  if (!graph) throw new Error('the demo has no graph')
  return graph
}
const graph = await demo()
const idOf = (title: string): string => graph.nodes.find(({ what, name }) => `${what} ${name}` === title)?.id ?? ''
const ways = (ask: 'who' | 'reach', title: string): string[] =>
  answerTo({ ask, id: idOf(title) }, graph).ways.map(({ node }) => `${node.what} ${node.name}`)

test('who can read the key of the web application', () => {
  const all = ways('who', 'key secret/data/web/session')
  expect(all).toEqual(
    expect.arrayContaining(['Group web-developers', 'Group payments-developers', 'Group platform-team']),
  )
  expect(all).toContain('everyone with the built-in role edit or admin')
})

test('what a developer can reach, each with a way that begins with them', () => {
  const all = ways('reach', 'Group web-developers')
  expect(all).toContain('key secret/data/web/session')
  expect(all).not.toContain('Secret payments/aws-access-key')
  const { ways: found } = answerTo({ ask: 'reach', id: idOf('Group web-developers') }, graph)
  expect(new Set(found.map(({ edges }) => edges[0]?.from))).toEqual(new Set([idOf('Group web-developers')]))
  expect(found.every(({ node, edges }) => edges.at(-1)?.to === node.id)).toBe(true)
})

test('an attack path is one line of nodes from its subject on', () => {
  for (const { id } of graph.paths) {
    const { nodes, edges } = answerTo({ ask: 'path', id }, graph)
    expect(nodes.length).toBeGreaterThan(0)
    expect(
      edges.every(({ from, to }) => nodes.some(node => node.id === from) && nodes.some(node => node.id === to)),
    ).toBe(true)
  }
})

test('a node knows its line and its findings', () => {
  const store = graph.nodes.find(({ id }) => id === idOf('ClusterSecretStore everything'))
  expect(store?.place).toMatch(/^fixtures\/demo\/platform\/stores\.yaml:\d+$/)
  expect(store?.findings.map(({ rule }) => rule)).toContain('unrestricted-cluster-store')
})

test('what is not there is answered with nothing, and there is no view without a graph', async () => {
  for (const ask of ['who', 'reach', 'path'] as const)
    expect(answerTo({ ask, id: 'n9999' }, graph)).toMatchObject({ nodes: [], ways: [] })
  expect(await graphSection(assessment())).toBeUndefined()
})
