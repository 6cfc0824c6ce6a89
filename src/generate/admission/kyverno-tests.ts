import type { GeneratedFile } from '../generator.ts'
import { type Example, examplesOf } from './examples.ts'
import type { Policy } from './policy.ts'

/**
 * A test for `kyverno test`, with its resources. https://kyverno.io/docs/kyverno-cli/reference/kyverno_test/
 */
export function kyvernoTests(policies: readonly Policy[]): GeneratedFile[] {
  const examples = examplesOf(policies)
  if (examples.length === 0) return []
  const test = {
    apiVersion: 'cli.kyverno.io/v1alpha1',
    kind: 'Test',
    metadata: { name: 'eso' },
    policies: [...new Set(examples.map(({ policy }) => `${policy.id}.yaml`))],
    resources: ['kyverno-resources.yaml'],
    results: examples.map(resultOf),
  }
  return [
    { name: 'kyverno-test.yaml', purpose: 'test', documents: [{ comment: ['Run by: kyverno test .'], body: test }] },
    {
      name: 'kyverno-resources.yaml',
      purpose: 'test',
      documents: examples.map(({ body }) => ({ comment: [], body })),
    },
  ]
}

const resultOf = ({ policy, kind, name, namespace, isRefused }: Example) => ({
  policy: policy.id,
  isValidatingPolicy: true,
  kind,
  resources: [namespace === undefined ? name : `${namespace}/${name}`],
  result: isRefused ? 'fail' : 'pass',
})
