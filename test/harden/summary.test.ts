import { expect, test } from 'vitest'
import type { Finding, Offer, OfferedChange } from '../../src/finding.ts'
import type { Hardened } from '../../src/harden/harden.ts'
import type { Measure } from '../../src/harden/measure.ts'
import {
  goneText,
  lesserText,
  questionsText,
  remainingOf,
  remainingText,
  whyFilesKeep,
  whyInstallKeeps,
} from '../../src/harden/summary.ts'
import { findingOf, targetOf } from './target.ts'

const offered = (rule: string, change: OfferedChange, more: Partial<Finding> = {}, question?: string): Finding => {
  const changes = [change]
  const offer: Offer = question === undefined ? { safety: 'safe', changes } : { safety: 'unsafe', question, changes }
  return findingOf(rule, { offer, ...more })
}

const field: OfferedChange = { kind: 'field', path: ['spec'], value: 1 }
const MANIFESTS: OfferedChange = { kind: 'generate', what: 'rbac' }

const measure = (more: Partial<Measure>): Measure => ({
  ...{ values: [], generators: [], findings: [], answers: [], reason: undefined, question: undefined },
  ...more,
})

const hardened = (more: Partial<Hardened>): Hardened =>
  ({ kept: [], dropped: [], refused: [], lesser: [], ...more }) as unknown as Hardened

const NONE = new Set<string>()

test('what remains is told once for each rule and reason, the most severe first', () => {
  const findings = [
    findingOf('b', { severity: 'low' }),
    findingOf('a', { severity: 'critical', fingerprint: 'a 1' }),
    findingOf('a', { severity: 'critical', fingerprint: 'a 2' }),
    findingOf('gone', { severity: 'critical' }),
    findingOf('c', { severity: 'info' }),
  ]
  const remaining = remainingOf(findings, new Set(['gone 0']), ({ rule }) => `why ${rule}`, 'low')
  expect(remainingText(remaining, 40)).toBe(
    '\nWhat remains:\n  critical a (2)\n           why a\n  low      b\n           why b\n',
  )
  expect(remainingText([], 40)).toBe('')
})

test('each finding that stays has its reason', () => {
  const dropped = [
    { measure: measure({ findings: [findingOf('tried')] }), reason: 'no' },
    { measure: measure({ answers: ['made'] }), reason: 'bad' },
  ]
  const refused = [{ finding: findingOf('refused'), reason: 'no value' }]
  const why = whyInstallKeeps(hardened({ dropped, refused }))
  const findings = ['tried', 'made', 'refused', 'bare'].map(rule => findingOf(rule))
  expect(
    [...findings, offered('safe', field), offered('unsafe', field, {}, 'Why?'), offered('new', MANIFESTS)].map(why),
  ).toEqual([
    'tried and dropped: no',
    'generated, tried and dropped: bad',
    'no value',
    'nothing is offered; see eso-hardener explain bare',
    'an edit of your files: eso-hardener harden --diff',
    'a decision first, then eso-hardener harden --diff --unsafe: Why?',
    'it takes manifests: eso-hardener harden --out FOLDER',
  ])
  const kept = whyFilesKeep({ refused: [{ fingerprint: 'tried 0', reason: 'there is a tab' }] } as never)
  expect([findingOf('tried'), findingOf('bare')].map(kept)).toEqual([
    'not edited: there is a tab',
    'nothing is offered; see eso-hardener explain bare',
  ])
})

test('how many findings are gone, of those that somebody wants to hear of', () => {
  const findings = [findingOf('a'), findingOf('b', { severity: 'low' }), findingOf('c', { severity: 'info' })]
  expect(goneText(findings, new Set(['a 0', 'c 0']), 'low')).toBe('1 of 2 findings is gone with it: 1 high.\n')
  expect(goneText(findings, NONE, 'high')).toBe('0 of 1 finding are gone with it.\n')
})

test('questions are asked once for all of their keys, and foreign text cannot move the cursor', () => {
  const target = targetOf()
  const kept = [
    measure({ values: [{ target, key: ['a', 'b'], value: 1 }], question: 'Is it?\u001B[2J' }),
    measure({ values: [{ target, key: ['c'], value: 1 }], question: 'Is it?\u001B[2J' }),
    measure({ values: [{ target, key: ['d'], value: 1 }] }),
  ]
  expect(questionsText(hardened({ kept }), 80)).toBe('\nDecide before you use it:\n  a.b, c\n    Is it?\uFFFD[2J\n')
  expect(questionsText(hardened({}), 80)).toBe('')
})

test('what is new and lesser is named with its message', () => {
  const lesser = [findingOf('wide', { severity: 'medium', message: 'it is open' })]
  expect(lesserText(hardened({ lesser }), 80)).toContain('  medium   wide\n           it is open\n')
  expect(lesserText(hardened({}), 80)).toBe('')
})
