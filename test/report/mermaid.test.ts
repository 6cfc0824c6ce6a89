import { expect, test } from 'vitest'
import { pathDiagram } from '../../src/report/mermaid.ts'
import { attackPath, HOSTILE } from './assessment.ts'

test('a node for the path and for each step, in a row', () => {
  const diagram = pathDiagram(attackPath('Group developers can read'))
  expect(diagram).toBe(`\`\`\`mermaid
flowchart TD
  n0(["Group developers can read"])
  n1["Group developers can read"]
  n2["every Secret of the cluster can be read"]
  n0 --> n1
  n1 --> n2
\`\`\`
`)
})

test.each([...HOSTILE, '"] --> x["', 'end"\n  click n0 "javascript:alert(1)"', '%%{init: {}}%%'])(
  'foreign text %j stays in its label',
  text => {
    const lines = pathDiagram(attackPath(text)).trimEnd().split('\n')
    expect(lines).toHaveLength(8)
    expect(lines[2]).toMatch(/^ {2}n0\(\["(?:[\p{L}\p{N}\p{M} ,.()/_-]|#\d+;)*"\]\)$/u)
  },
)

test('a path of many steps is no picture', () => {
  const steps = new Array(13).fill(attackPath().steps[0])
  expect(pathDiagram({ title: 'long', steps })).toBe('')
})
