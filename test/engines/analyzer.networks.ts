import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import type { Answer } from '../../src/model/answer.ts'
import { asMapping } from '../../src/parse/untyped.ts'
import { isInMap } from './analyzer-answers.ts'
import { EXCEPTIONS, reworded } from './analyzer-exceptions.ts'
import { compare } from './comparison.ts'
import { networkVerdicts } from './network-answers.ts'
import { ipBlock, type NetworkCase, networkWith, podSelector, port } from './network-worlds.ts'
import { Oracle, Refusal } from './oracle.ts'
import { often, some } from './random-fields.ts'

const HOME = join(import.meta.dirname, 'network-config-analyzer')
const INSTALLED = join(import.meta.dirname, '../../node_modules/.cache/engines/network-config-analyzer')

/** Installs what requirements.txt pins, and nothing else. */
function analyzer(): string {
  const pip = ['-m', 'pip', 'install', '--quiet', '--no-deps', '--require-hashes', '--upgrade', '--target', INSTALLED]
  execFileSync('python3', [...pip, '-r', join(HOME, 'requirements.txt')], { stdio: ['ignore', 'inherit', 'ignore'] })
  return join(HOME, 'oracle.py')
}
const program = analyzer()

/** The names of ports belong to pods, and an item that is null is a matter of defaults: the other comparison has both. */
const plainPort = port.filter(given => given !== null && typeof asMapping(given)?.port !== 'string')
const rules = (peers: 'from' | 'to') =>
  fc.array(
    some({
      [peers]: fc.array(
        ipBlock.map(block => ({ ipBlock: block })),
        { maxLength: 2 },
      ),
      ports: fc.array(plainPort, { maxLength: 2 }),
    }),
    {
      maxLength: 2,
    },
  )
const policies = fc
  .record({
    namespace: often('shop', 'bank'),
    spec: some({
      podSelector,
      policyTypes: fc.constantFrom([], ['Ingress'], ['Egress'], ['Ingress', 'Egress'], ['Egress', 'Ingress']),
      ingress: rules('from'),
      egress: rules('to'),
    }),
  })
  .map(({ namespace, spec }) => ({
    ...{ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { namespace } },
    spec,
  }))
const cases = networkWith(policies).map(made => ({
  ...made,
  connections: made.connections.map(connection => ({ ...connection, peerPod: null })),
}))

const ask = (oracle: Oracle, { namespaces, pods, policies: asked }: NetworkCase): Promise<readonly string[]> =>
  oracle.ask('connectivity', [...namespaces, ...pods, ...asked.map(reworded)])

const judge = (change?: (text: string) => string) => {
  const verdicts = networkVerdicts(change)
  return (asked: NetworkCase): Answer[] => verdicts(asked).map(({ allows }) => allows)
}

compare<NetworkCase, readonly string[], readonly Answer[]>(
  {
    name: 'NetworkPolicy and addresses',
    cases,
    ask,
    theirs: (lines, asked) => asked.connections.map(connection => (isInMap(lines, asked, connection) ? 'yes' : 'no')),
    ours: judge(),
    outcomesOf: verdicts => verdicts,
    outcomes: ['yes', 'no'],
    planted: {
      'an exception is not looked at': judge(text => text.replaceAll('"except"', '"other"')),
      'a range ends where it begins': judge(text => text.replaceAll('"endPort"', '"other"')),
      'a protocol is not looked at': judge(text => text.replaceAll('"protocol"', '"other"')),
    },
  },
  { program },
)

/** What it says of a policy for pod a, beside pod b. */
function mapOf(spec: object): Promise<readonly string[]> {
  const oracle = new Oracle(program)
  onTestFinished(() => oracle.stop())
  const pod = (name: string) => ({
    ...{ apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace: 'shop', labels: { app: name } } },
    spec: { containers: [{ name: 'c', image: 'i' }] },
  })
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } }
  const metadata = { name: 'p', namespace: 'shop' }
  const policy = { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata, spec }
  return oracle.ask('connectivity', [namespace, pod('a'), pod('b'), policy])
}

test.each(EXCEPTIONS)('is asked in other words, since $why', async ({ example, reworded: inItsWords }) => {
  const answer = await mapOf(example).catch((error: unknown) => error)
  expect(answer instanceof Refusal || Array.isArray(answer)).toBe(true)
  expect(await mapOf(inItsWords(example))).not.toEqual(answer)
})
