import { stringify } from 'yaml'
import type { YamlValue } from '../finding.ts'
import { commentLines } from '../generate/print.ts'
import { asMapping, type Mapping, valueAt } from '../parse/untyped.ts'
import { type Measure, type ReleaseValue, says } from './measure.ts'
import type { Target } from './targets.ts'

/** A key of the values with what is below it. */
interface Branch {
  readonly below: Map<string, Branch>
  /** Of a key that has no keys below. */
  leaf: { value: YamlValue } | undefined
  /** Why it is there. */
  readonly reasons: Set<string>
}

/** The text of a values file that says what measures want of a release, and nothing that it has already. */
export function overlayText(target: Target, measures: readonly Measure[], command: string): string {
  const root = newBranch()
  for (const measure of measures)
    for (const value of measure.values) if (value.target.id === target.id) plant(root, value, reasonsFor(measure))
  const header = [
    `Made by: ${command}`,
    `Values for the release ${target.release.name}, to be given after all its other values. Each was tried: what it answers is gone with it, and nothing new was found.`,
  ]
  return commentLines(header) + printed(root, target.defaults, '').join('')
}

const newBranch = (): Branch => ({ below: new Map(), leaf: undefined, reasons: new Set() })

function plant(root: Branch, { target, key, value }: ReleaseValue, reasons: readonly string[]): void {
  if (says(valueAt(target.values, key), value)) return
  let at = root
  for (const step of key) {
    const next = at.below.get(String(step)) ?? newBranch()
    at.below.set(String(step), next)
    at = next
  }
  for (const reason of reasons) at.reasons.add(reason)
  const entries = Object.entries(asMapping(value) ?? {})
  for (const [name, item] of entries) plant(root, { target, key: [...key, name], value: item as YamlValue }, [])
  if (entries.length === 0) at.leaf = { value }
}

/** `rule-a, rule-b: question`, or why no rule is needed. */
function reasonsFor({ findings, reason, question }: Measure): string[] {
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort().join(', ')
  return [
    ...(rules === '' ? [] : [`For ${rules}.`]),
    ...(reason === undefined ? [] : [reason]),
    ...(question === undefined ? [] : [`Decide first: ${question}`]),
  ]
}

/** Keys in the order that the chart has them, others behind in their own. */
function printed({ below }: Branch, order: unknown, indent: string): string[] {
  const known = Object.keys(asMapping(order) ?? {})
  const rank = (key: string): number => (known.includes(key) ? known.indexOf(key) : known.length)
  const keys = [...below].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
  return keys.flatMap(([key, branch]) => {
    const lines = commentLines([...branch.reasons], indent)
    const head = branch.leaf
      ? stringify({ [key]: branch.leaf.value }, { lineWidth: 0, aliasDuplicateObjects: false }).replace(
          /^(?=.)/gm,
          indent,
        )
      : `${indent}${stringify({ [key]: null }, { nullStr: '' }).trimEnd()}\n`
    return [lines + head, ...printed(branch, (asMapping(order) as Mapping | undefined)?.[key], `${indent}  `)]
  })
}
