import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { assess, type RunOptions } from '../../src/run.ts'
import { HELM } from '../helm.ts'
import { chart, tree, under } from '../tree.ts'

const RULE = 'cleartext-endpoint'
const IGNORE = `eso-hardener: ignore[${RULE}] the mesh encrypts`

/** A store whose server, an address without TLS, is what the rule speaks of. */
const store = (server: string, name = 'vault'): string => `apiVersion: external-secrets.io/v1
kind: SecretStore
metadata:
  name: ${name}
spec:
  provider:
    vault:
${server}
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
`
const FROM_VALUES = store('      server: {{ .Values.vault.server }}')
const shop = (template: string, values: string, more: Record<string, string> = {}) =>
  under('shop', chart('shop', template, { 'values.yaml': values, ...more }))

/** What a run says of the rule: `place` of findings, `line: reason` of suppressed ones, `place: message` of warnings. */
async function judge(
  files: Record<string, string>,
  options: Partial<RunOptions> = {},
  prepare?: (root: string) => void,
) {
  const root = tree(files)
  prepare?.(root)
  const found = await assess({ root, folder: root, paths: ['.'], helm: HELM, minSeverity: 'info', ...options })
  expect(found.failures).toEqual([])
  const place = (at: { file: string; startLine?: number } | null) => [at?.file, at?.startLine ?? []].flat().join(':')
  return {
    counts: found.findings.filter(({ rule }) => rule === RULE).map(({ location }) => place(location)),
    ignored: found.suppressed
      .filter(({ finding }) => finding.rule === RULE)
      .map(({ location, finding }) => `${place(location)} -> ${place(finding.location)}`),
    warnings: found.warnings.map(({ message, location }) => `${place(location)} ${message}`),
  }
}

const ignoredBy = (...ignored: string[]) => ({ counts: [], ignored, warnings: [] })

describe('comments in values', () => {
  test.each([
    ['behind the key', `vault:\n  server: http://vault # ${IGNORE}\n`, 'shop/values.yaml:2 -> shop/values.yaml:2'],
    ['above it', `vault:\n  # ${IGNORE}\n  server: http://vault\n`, 'shop/values.yaml:2 -> shop/values.yaml:3'],
    ['with CRLF', `vault:\r\n  # ${IGNORE}\r\n  server: http://vault\r\n`, 'shop/values.yaml:2 -> shop/values.yaml:3'],
  ])('of the chart itself: %s', async (_, values, ignored) => {
    expect(await judge(shop(FROM_VALUES, values))).toEqual(ignoredBy(ignored))
  })

  test('of the release, where the last file that has the key counts', async () => {
    const files = {
      ...shop(FROM_VALUES, `vault: { server: http://a } # ${IGNORE}\n`),
      'a.yaml': `vault:\n  server: http://b\n`,
      'b.yaml': `vault:\n  # ${IGNORE}\n  server: http://c\n`,
    }
    const options = { release: { values: ['a.yaml', 'b.yaml'] } }
    const { counts, ignored, warnings } = await judge(files, options)
    expect({ counts, ignored }).toEqual({ counts: [], ignored: ['b.yaml:2 -> b.yaml:3'] })
    expect(warnings).toEqual([`shop/values.yaml:1 ignore of ${RULE}: there is no such finding here, remove it`])
    expect((await judge(files, { release: { values: ['b.yaml', 'a.yaml'] } })).counts).toEqual(['a.yaml:2'])
  })

  test('about a key that is missing: on the line of its nearest ancestor', async () => {
    const template = store('      server: {{ .Values.vault.server | default "http://vault" }}')
    const files = { ...shop(template, 'vault: {}\n'), 'a.yaml': `# ${IGNORE}\nvault:\n  x: 1\n` }
    expect(await judge(files, { release: { values: ['a.yaml'] } })).toEqual(ignoredBy('a.yaml:1 -> a.yaml:2'))
  })

  test('about a key at the top that is missing: it has no line', async () => {
    const template = store('      server: {{ .Values.server | default "http://vault" }}')
    const { counts, warnings } = await judge(shop(template, `# ${IGNORE}\nother: 1\n`))
    expect(counts).toEqual(['shop/values.yaml'])
    expect(warnings).toEqual([
      expect.stringContaining('shop/values.yaml:1 ignore of cleartext-endpoint: the finding in this file has no line'),
    ])
  })

  test('of two variants of a release: each in its own file', async () => {
    const files = {
      ...shop(FROM_VALUES, 'vault: {}\n'),
      'a.yaml': `vault:\n  server: http://a # ${IGNORE}\n`,
      'b.yaml': `vault:\n  server: http://b\n`,
      '.eso-hardener.yaml':
        'releases:\n- { chart: shop, values: [a.yaml] }\n- { chart: shop, variant: b, values: [b.yaml] }\n',
    }
    const one = await judge(files)
    expect(one).toMatchObject({ ignored: [], warnings: [expect.stringContaining('stands in b.yaml:2 too')] })
    const both = await judge({ ...files, 'b.yaml': `vault:\n  server: http://b # ${IGNORE}\n` })
    expect(both).toMatchObject({ counts: [], warnings: [] })
  })

  test.each([
    ['that a template prints', '{{ . }}'],
    ['that are templates', '{{ tpl . $ }}'],
  ])('in texts with manifests, %s', async (_, print) => {
    const text = store(`      # ${IGNORE}\n      server: http://vault`).replace(/^(?=.)/gm, '    ')
    const values = `extraObjects:\n  - |\n${text}`
    const template = `{{ range .Values.extraObjects }}\n---\n${print}\n{{ end }}`
    expect(await judge(shop(template, values))).toEqual(ignoredBy('shop/values.yaml:10 -> shop/values.yaml:11'))
  })
})

describe('comments in templates', () => {
  test.each([
    [
      'the template’s, above',
      `      {{- /* ${IGNORE} */}}\n      server: http://vault`,
      '8 -> shop/templates/all.yaml:9',
    ],
    ['the template’s, behind', `      server: http://vault {{- /* ${IGNORE} */}}`, '8 -> shop/templates/all.yaml:8'],
    ['YAML’s, above', `      # ${IGNORE}\n      server: http://vault`, '8 -> shop/templates/all.yaml:9'],
    ['YAML’s, behind', `      server: http://vault # ${IGNORE}`, '8 -> shop/templates/all.yaml:8'],
    ['YAML’s, behind an action', `      server: {{ "http://vault" }} # ${IGNORE}`, '8 -> shop/templates/all.yaml:8'],
  ])('%s', async (_, server, ignored) => {
    expect(await judge(shop(store(server), ''))).toEqual(ignoredBy(`shop/templates/all.yaml:${ignored}`))
  })

  test('on the line that calls a helper; in the helper it meets nothing', async () => {
    const define = (comment: string) => ({
      'templates/_store.tpl': `{{ define "store" }}\n${store(`      ${comment}\n      server: http://vault`)}{{ end }}`,
    })
    const call = (comment: string) => `${comment}\n{{ include "store" . }}\n`
    expect(await judge(shop(call(`# ${IGNORE}`), '', define('')))).toEqual(
      ignoredBy('shop/templates/all.yaml:1 -> shop/templates/all.yaml:2'),
    )
    const { counts, warnings } = await judge(shop(call(''), '', define(`# ${IGNORE}`)))
    expect(counts).toEqual(['shop/templates/all.yaml:2'])
    expect(warnings).toEqual([
      `shop/templates/_store.tpl:9 ignore of ${RULE}: there is no such finding here: what a helper prints stands on the line that calls it`,
    ])
  })

  test('where values decide, it says where the comment belongs', async () => {
    const template = store(`      # ${IGNORE}\n      server: {{ .Values.server }}`)
    const { counts, warnings } = await judge(shop(template, 'server: http://vault\n'))
    expect(counts).toEqual(['shop/values.yaml:1'])
    expect(warnings).toEqual([
      `shop/templates/all.yaml:8 ignore of ${RULE}: there is no such finding here, but one in shop/values.yaml:1`,
    ])
  })

  test('one line that prints several objects is one place', async () => {
    const template = `{{ range list "a" "b" }}\n---\n${store(`      server: http://vault # ${IGNORE}`, '{{ . }}')}{{ end }}`
    const place = 'shop/templates/all.yaml:10'
    expect(await judge(shop(template, ''))).toEqual(ignoredBy(`${place} -> ${place}`, `${place} -> ${place}`))
  })
})

describe('what a comment cannot do', () => {
  test.each([
    ['no reason', `ignore[${RULE}]`, 'gives no reason'],
    [
      'an unknown rule',
      'ignore[cleartext-endpiont] why',
      "there is no rule 'cleartext-endpiont' (did you mean 'cleartext-endpoint'?)",
    ],
    ['words of its own', 'please', 'is not understood'],
  ])('%s is reported at its line', async (_, words, message) => {
    const comment = `eso-hardener: ${words}`
    const values = await judge(shop(FROM_VALUES, `vault:\n  server: http://vault # ${comment}\n`))
    expect(values.counts).toEqual(['shop/values.yaml:2'])
    expect(values.warnings).toEqual([expect.stringMatching('^shop/values.yaml:2 ')])
    expect(values.warnings[0]).toContain(message)
    const template = await judge(shop(store(`      {{- /* ${comment} */}}\n      server: http://vault`), ''))
    expect(template.counts).toEqual(['shop/templates/all.yaml:9'])
    expect(template.warnings).toEqual([expect.stringContaining('shop/templates/all.yaml:8 ')])
    expect(template.warnings[0]).toContain(message)
  })

  test('comments are not believed', async () => {
    const files = shop(FROM_VALUES, `vault:\n  server: http://vault # ${IGNORE}\n`)
    expect(await judge(files, { noInlineIgnores: true })).toEqual({
      counts: ['shop/values.yaml:2'],
      ignored: [],
      warnings: [],
    })
  })

  test('a comment that helm prints, in a chart without any finding, is reported as idle', async () => {
    const service = `apiVersion: v1\nkind: Service\nmetadata: { name: a }\n# ${IGNORE}\nspec: { ports: [] }\n`
    expect(await judge(shop(service, ''))).toEqual({
      counts: [],
      ignored: [],
      warnings: [`shop/templates/all.yaml:4 ignore of ${RULE}: there is no such finding here, remove it`],
    })
  })

  test('a chart that cannot be traced has no lines', async () => {
    const files = shop(store(`      # ${IGNORE}\n      server: http://vault`), '', { 'other.txt': '' })
    const { counts, warnings } = await judge(files, {}, root =>
      symlinkSync('other.txt', join(root, 'shop', 'link.txt')),
    )
    expect(counts).toEqual(['shop/templates/all.yaml'])
    expect(warnings).toEqual([expect.stringContaining('shop/templates/all.yaml the lines of this chart are not known')])
  })

  test('a file that cannot be traced has no lines', async () => {
    const server = '      server: http://vault{{ $_ := 9007199254740993 }}'
    const { counts, warnings } = await judge(shop(store(`      # ${IGNORE}\n${server}`), ''))
    expect(counts).toEqual(['shop/templates/all.yaml'])
    expect(warnings).toEqual([
      expect.stringContaining(
        'shop/templates/all.yaml:8 ignore of cleartext-endpoint: the finding in this file has no line',
      ),
    ])
  })
})
