import { expect, test } from 'vitest'
import { inventoryData } from '../../../src/report/html/inventory-data.ts'
import { assessment } from '../assessment.ts'

test('everything of a kind has a row that says what, by whom and where', () => {
  expect(inventoryData(assessment()).map(({ title, rows }) => [title, rows.length])).toEqual([
    ['Installations of the operator', 1],
    ['Stores and generators', 2],
    ['References into other namespaces', 2],
    ['Who may write the operator’s kinds', 1],
    ['What deploys for others', 1],
  ])
  expect(inventoryData(assessment()).find(({ title }) => title.startsWith('Who'))?.rows[0]).toEqual([
    'Group eso',
    'no',
    'create secretstores in eso; patch pushsecrets named eso in all namespaces',
    'deploy/store.yaml:1',
  ])
})

test('every row has a cell for each column', () => {
  for (const { head, rows } of inventoryData(assessment()))
    for (const row of rows) expect(row).toHaveLength(head.length)
})

test('of a long table the rest is counted, and one without rows is left out', () => {
  const { inventory } = assessment()
  const many = Array.from({ length: 502 }, () => inventory.deployers).flat()
  const tables = inventoryData({ inventory: { ...inventory, stores: [], deployers: many } })
  expect(tables.map(({ title }) => title)).not.toContain('Stores and generators')
  expect(tables.at(-1)).toMatchObject({ more: 2 })
  expect(tables.at(-1)?.rows).toHaveLength(500)
})
