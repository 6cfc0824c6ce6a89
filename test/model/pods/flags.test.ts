import { expect, test } from 'vitest'
import type { Component } from '../../../src/model/eso/eso.ts'
import { flagsGiven, flagsOf, isOn } from '../../../src/model/pods/flags.ts'
import { worldOf } from '../../world.ts'

const flagsIn = (container: object) => flagsOf(componentIn(container))

function componentIn(container: object): Component {
  const world = worldOf(
    JSON.stringify({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'eso', namespace: 'eso' },
      spec: {
        template: {
          spec: { containers: [{ name: 'c', image: 'r.example.com/external-secrets:v2.9.0', ...container }] },
        },
      },
    }),
  )
  const controller = world.eso.installs[0]?.controller
  if (!controller) throw new Error('no controller')
  return controller
}

test('the three ways to write a flag, and the path of each', () => {
  const flags = flagsIn({
    command: ['/bin/external-secrets', '--loglevel=debug'],
    args: ['--namespace', 'shop', '--enable-leader-election', '--concurrent', '--port=', '--service-name=a=b'],
  })
  const path = ['spec', 'template', 'spec', 'containers', 0]
  expect([...flags]).toEqual([
    ['loglevel', { value: 'debug', path: [...path, 'command', 1] }],
    ['namespace', { value: 'shop', path: [...path, 'args', 0] }],
    ['enable-leader-election', { value: 'true', path: [...path, 'args', 2] }],
    ['concurrent', { value: 'true', path: [...path, 'args', 3] }],
    ['port', { value: '', path: [...path, 'args', 4] }],
    ['service-name', { value: 'a=b', path: [...path, 'args', 5] }],
  ])
})

test('the last of two equal flags counts, nothing behind -- does, and odd items are skipped without shifting paths', () => {
  const flags = flagsIn({ args: [7, '--namespace=a', '--namespace=b', '--', '--namespace=c'] })
  expect(flags.get('namespace')).toMatchObject({ value: 'b', path: expect.arrayContaining(['args', 2]) })
})

test('a switch does not eat the word behind it', () => {
  expect(flagsIn({ args: ['--enable-http2', 'word'] }).get('enable-http2')?.value).toBe('true')
})

test('no arguments, or arguments of a wrong type, are no flags', () => {
  expect(flagsIn({}).size).toBe(0)
  expect(flagsIn({ args: '--namespace=a', command: { a: 1 } }).size).toBe(0)
})

test.each([
  ['--enable-a', false, true],
  ['--enable-a=False', true, false],
  ['--enable-a=0', true, false],
  ['--enable-a=T', false, true],
  ['--enable-a=${A}', true, true],
  ['--enable-a=${A}', false, false],
  ['--enable-b', true, true],
])('%s with the default %s is %s', (arg, fallback, expected) => {
  expect(isOn(flagsIn({ args: [arg] }), 'enable-a', fallback)).toBe(expected)
})

test('every flag in the order it was given', () => {
  const given = componentIn({ args: ['--namespace=a', '--loglevel=info', '--namespace=b'] })
  expect(flagsGiven(given).map(([name, { value }]) => [name, value])).toEqual([
    ['namespace', 'a'],
    ['loglevel', 'info'],
    ['namespace', 'b'],
  ])
})
