import type { GeneratedFile } from '../generator.ts'
import { examplesOf } from './examples.ts'
import type { Policy } from './policy.ts'

/** A suite for `gator verify`, with an object for each case. https://open-policy-agent.github.io/gatekeeper/website/docs/gator */
export function gatorTests(policies: readonly Policy[]): GeneratedFile[] {
  const examples = examplesOf(policies)
  if (examples.length === 0) return []
  const suite = {
    apiVersion: 'test.gatekeeper.sh/v1alpha1',
    kind: 'Suite',
    metadata: { name: 'eso' },
    tests: [...Map.groupBy(examples, ({ policy }) => policy)].map(([{ id }, own]) => ({
      name: id,
      template: `${id}-template.yaml`,
      constraint: `${id}-constraint.yaml`,
      cases: own.map(({ name, isRefused }) => ({
        name,
        object: `gator/${name}.yaml`,
        assertions: [{ violations: isRefused ? 'yes' : 'no' }],
      })),
    })),
  }
  return [
    { name: 'suite.yaml', purpose: 'test', documents: [{ comment: ['Run by: gator verify .'], body: suite }] },
    ...examples.map(
      ({ name, body }): GeneratedFile => ({
        name: `gator/${name}.yaml`,
        purpose: 'test',
        documents: [{ comment: [], body }],
      }),
    ),
  ]
}
