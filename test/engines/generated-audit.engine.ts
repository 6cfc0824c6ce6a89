import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { auditPolicy } from '../../src/generate/audit-policy/audit-policy.ts'
import { CHOICE } from '../generate/choice.ts'
import { OPERATOR } from '../generate/operator.ts'
import { worldOf } from '../world.ts'
import { Oracle } from './oracle.ts'
import type { Request } from './requests.ts'

const request = (group: string, resource: string, verb: string): Request => {
  const [name = '', subresource = ''] = resource.split('/')
  return {
    group,
    resource: name,
    subresource,
    verb,
    namespace: 'shop',
    name: 'a',
    user: 'ann',
    groups: ['system:authenticated'],
  }
}

const EXPECTED: readonly (readonly [Request, string])[] = [
  [request('external-secrets.io', 'clustersecretstores', 'create'), 'Request'],
  [request('external-secrets.io', 'externalsecrets', 'delete'), 'Request'],
  [request('external-secrets.io', 'externalsecrets/status', 'patch'), 'None'],
  [request('generators.external-secrets.io', 'passwords', 'update'), 'Request'],
  [request('', 'secrets', 'patch'), 'Metadata'],
  [request('', 'serviceaccounts/token', 'create'), 'Metadata'],
  [request('authentication.k8s.io', 'tokenreviews', 'create'), 'Metadata'],
  [request('', 'configmaps', 'create'), 'None'],
]

const source = inject('oracle')
let oracle: Oracle | undefined
beforeAll(() => {
  if ('program' in source) oracle = new Oracle(source.program)
})
afterAll(() => oracle?.stop())

test.skipIf('missing' in source && !source.isFailure)(
  'the API server takes the generated audit policy and logs by it',
  async () => {
    if (!oracle) throw new Error('missing' in source ? source.missing : 'the oracle is not running')
    const [file] = auditPolicy.generate(worldOf(OPERATOR), CHOICE).files
    const policy = file?.documents[0]?.body
    const answers = await oracle.ask<{ level: string }[]>('audit', {
      policy,
      requests: EXPECTED.map(([asked]) => asked),
    })
    expect(answers.map(({ level }) => level)).toEqual(EXPECTED.map(([, level]) => level))
  },
)
