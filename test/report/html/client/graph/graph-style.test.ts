import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const CLIENT = 'src/report/html/client'

/** The classes that rules of a style sheet begin with. */
const classesOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^\.([a-z][a-z-]*)/gm)].map(([, name]) => name ?? '')

test('no class of the graph is one of the other views, whose look it would change', () => {
  const own = new Set(classesOf(join(CLIENT, 'graph/graph.css')))
  const others = readdirSync(CLIENT).filter(file => file.endsWith('.css') && file !== 'print.css')
  expect(own.size).toBeGreaterThan(10)
  expect(others.flatMap(file => classesOf(join(CLIENT, file))).filter(name => own.has(name))).toEqual([])
})
