import { expect, test } from 'vitest'
import { overriddenFlags } from '../../src/check/overridden-flags.ts'
import { worldOf } from '../world.ts'

function overridden(...args: string[]): string[] {
  const world = worldOf(
    JSON.stringify({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'eso', namespace: 'eso' },
      spec: { template: { spec: { containers: [{ name: 'c', image: 'external-secrets:v2.9.0', args }] } } },
    }),
  )
  const controller = world.eso.installs[0]?.controller
  return controller
    ? overriddenFlags(controller).map(({ name, earlier, last }) => `${name} ${earlier.value} ${last.value}`)
    : []
}

test.each([
  [['--namespace=a', '--namespace='], ['namespace a ']],
  [['--namespace=a', '--namespace=b'], ['namespace a b']],
  [
    ['--enable-push-secret-reconciler=false', '--enable-push-secret-reconciler'],
    ['enable-push-secret-reconciler false true'],
  ],
  [['--metrics-auth', '--metrics-auth=false'], ['metrics-auth true false']],
  [
    ['--unsafe-allow-generic-targets=false', '--loglevel=info', '--unsafe-allow-generic-targets=true'],
    ['unsafe-allow-generic-targets false true'],
  ],
])('%j: the last one wins and is weaker', (args, expected) => {
  expect(overridden(...args)).toEqual(expected)
})

test.each([
  [['--namespace=a', '--namespace=a']],
  [['--namespace=', '--namespace=a']],
  [['--namespace=a', '--namespace=${TEAM}']],
  [['--namespace=${TEAM}', '--namespace=']],
  [['--enable-push-secret-reconciler', '--enable-push-secret-reconciler=false']],
  [['--metrics-auth=false', '--metrics-auth']],
  [['--enable-flood-gate=false', '--enable-flood-gate=true']],
  [['--enable-push-secret-reconciler=true']],
])('%j undoes nothing', args => {
  expect(overridden(...args)).toEqual([])
})
