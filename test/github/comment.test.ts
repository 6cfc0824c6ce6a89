import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Finding, PhysicalLocation } from '../../src/finding.ts'
import {
  type CommentContext,
  commentBody,
  keyText,
  MOST_BYTES,
  resolvedBody,
  reviewBody,
  suggestion,
} from '../../src/github/comment.ts'
import { parseMarker } from '../../src/github/marker.ts'
import type { Fix, Placement } from '../../src/github/placement.ts'
import { ruleUrl } from '../../src/report/report.ts'
import { RULES } from '../../src/rules/index.ts'
import { finding, HOSTILE, hostileFinding } from '../report/assessment.ts'
import { outsideFences, shapeOf, shown } from '../report/markdown-shape.ts'

const context = (overrides: Partial<CommentContext> = {}): CommentContext => ({
  ...{
    rules: RULES,
    worlds: [],
    key: 'prod',
    headLine: (_, line) => line,
    isInChange: file => file === 'deploy/role.yaml',
  },
  ...overrides,
})
const HERE: Placement = { path: 'deploy/role.yaml', line: 12, startLine: undefined, at: 'place' }
const EDIT = { file: 'deploy/role.yaml', startLine: 12, endLine: 12, replacement: 'rules: []\n' }
const FIX: Fix = { edits: [EDIT] }
const ELSEWHERE: PhysicalLocation = { file: 'platform/role.yaml', startLine: 3, via: 'manifest' }

const bodyOf = (overrides: Partial<Finding> = {}, placement: Placement | undefined = HERE, more = {}): string =>
  commentBody(finding(overrides), placement, undefined, context(more))

describe('a comment says', () => {
  test('what is wrong, why, what to do, and where to read on', () => {
    const body = bodyOf()
    expect(body).toMatch(/^🟠 \*\*A ServiceAccount reads or writes the Secrets of every namespace\*\* \(high\)\n\n/)
    expect(body).toContain(
      '\n<code>ClusterRole eso-controller</code>: ServiceAccount eso/controller can get Secrets in all namespaces.\n',
    )
    expect(body).toContain('\n**Why it matters.** Whoever takes over one pod')
    expect(body).toContain('\n**What to do.** Set <code>scopedRBAC: true</code>')
    expect(body).toContain(`[cluster-wide-secret-access](${ruleUrl('cluster-wide-secret-access')})`)
    expect(parseMarker(body)).toEqual({
      kind: 'finding',
      key: 'prod',
      fingerprint: '0123456789abcdef',
      isResolved: false,
    })
  })

  test('nothing of a place that the reader looks at', () => {
    expect(bodyOf()).not.toContain('The place to change')
    expect(bodyOf({}, { ...HERE, startLine: 10, line: 14 })).not.toContain('The place to change')
  })

  test.each([
    [
      'of a file',
      { ...HERE, line: undefined, at: 'file' },
      'The place to change is <code>deploy/role.yaml:12</code>.\n',
    ],
    ['that stayed behind', undefined, 'The place to change is <code>deploy/role.yaml:12</code>.\n'],
    ['on another of its places', { ...HERE, line: 40 }, 'The place to change is <code>deploy/role.yaml:12</code>.\n'],
  ] as const)('the place, %s', (_, placement, text) => {
    expect(commentBody(finding(), placement, undefined, context())).toContain(text)
  })

  test('whom to ask about a file that the change does not touch', () => {
    const story = { message: 'bound here', object: finding().object ?? never(), location: finding().location }
    const given = { location: ELSEWHERE, places: [ELSEWHERE], related: [story] }
    const body = bodyOf(given, { ...HERE, at: 'related', related: story })
    expect(body).toContain(
      'The place to change is <code>platform/role.yaml:3</code>. This pull request does not touch that file: if it is not yours, ask those who look after it.',
    )
    expect(body).toContain('plays a part (<code>ClusterRole eso-controller</code>: bound here).')
    const named = bodyOf(given, undefined, { ownersOf: () => ['@acme/platform'] })
    expect(shown(named)).toContain('ask <code>@acme/platform</code>.')
    expect(named).not.toContain('@')
  })

  test('that no line stands for it', () => {
    expect(bodyOf({ location: null, places: [] })).toContain('No line of this repository stands for it.')
  })

  test('which key decides, and how sure that is', () => {
    const key = 'webhook.create'
    expect(keyText({ ...ELSEWHERE, key })).toBe('It is set by <code>webhook.create</code>.')
    expect(keyText({ ...ELSEWHERE, key, confidence: 'gated-by' })).toMatch(/^It is there because of /)
    expect(keyText({ ...ELSEWHERE, key, confidence: 'probably' })).toMatch(/^It is probably decided by /)
    expect(keyText({ ...ELSEWHERE, confidence: 'probably' })).toBe('')
    expect(bodyOf({ location: { ...ELSEWHERE, key } })).toContain(keyText({ ...ELSEWHERE, key }))
  })

  test('how it comes about, with links to the head', () => {
    const related = Array.from({ length: 7 }, (_, i) => ({
      message: `bound here by ${i}`,
      object: finding().object ?? never(),
      location: { file: 'a b.yaml', startLine: i + 1, via: 'manifest' } as const,
    }))
    const link = (file: string, line?: number): string => `https://github.example/${file}#L${line}`
    const body = bodyOf({ related }, HERE, {
      link,
      headLine: (_: string, line: number) => (line > 1 ? line + 10 : undefined),
    })
    expect(body).toContain('bound here by 1 ([<code>a b.yaml:12</code>](https://github.example/a%20b.yaml#L12))\n')
    expect(body).toContain('bound here by 0 ([<code>a b.yaml</code>](')
    expect(body).toContain('- and 2 more, in the report\n')
    expect(body).not.toContain('bound here by 5')
  })

  test('what it can of a rule that it does not know', () => {
    const body = bodyOf({ rule: 'from-another-version' })
    expect(body).toContain('**from-another-version** (high)')
    expect(body).not.toContain('Why it matters')
    expect(body).toContain('**What to do.** Set <code>scopedRBAC: true</code>&#46;')
  })
})

describe('a suggestion', () => {
  const suggested = (replacement: string): string | undefined => suggestion({ replacement })

  test('stands in a comment on the very lines that it replaces, and in no other', () => {
    const on = (at: Placement['at']): string => commentBody(finding(), { ...HERE, at }, FIX, context())
    expect(on('fix')).toContain('\n```suggestion\nrules: []\n```\n\nThis edit was tried on a copy')
    const location = { file: 'platform/role.yaml', startLine: 3, via: 'manifest' } as const
    expect(commentBody(finding({ location }), { ...HERE, at: 'fix' }, FIX, context())).not.toContain(
      'The place to change',
    )
    for (const at of ['place', 'related', 'file'] as const) expect(on(at)).not.toContain('suggestion\n')
    expect(on('place')).toContain(
      '\nAt <code>deploy/role.yaml:12</code>, in place of line 12:\n\n```yaml\nrules: []\n```\n\nThis edit was tried on a copy',
    )
    expect(commentBody(finding(), undefined, FIX, context())).not.toContain('suggestion\n')
  })

  test('is not vouched for where another run has reported it', () => {
    const reporter = { url: 'https://github.example/team/charts/actions/runs/1' }
    const body = commentBody(finding(), { ...HERE, at: 'fix' }, FIX, context({ reporter }))
    expect(body).toContain('As the run of this pull request says, this edit was tried on a copy')
    expect(body).toContain(`reported by [the run of this pull request](${reporter.url})</sub>`)
    const own = commentBody(finding(), { ...HERE, at: 'fix' }, FIX, context())
    expect(own).not.toContain('the run of this pull request')
    expect(commentBody(finding(), HERE, FIX, context({ reporter: { url: undefined } }))).toContain(
      'reported by the run of this pull request</sub>',
    )
  })

  test.each([
    ['deletes lines', '', '```suggestion\n```\n'],
    ['leaves an empty line', '\n', '```suggestion\n\n```\n'],
    ['replaces them', 'a: 1\nb: 2\n', '```suggestion\na: 1\nb: 2\n```\n'],
    ['has no line feed at its end', 'a: 1', '```suggestion\na: 1\n```\n'],
    ['has a fence in it', '````\n', '`````suggestion\n````\n`````\n'],
    ['has half a line end', 'a: 1\rb: 2\n', undefined],
    ['has what nobody sees', 'a: \u202E1\n', undefined],
  ])('that %s', (_, replacement, block) => {
    expect(suggested(replacement)).toBe(block)
  })

  test('ends its lines as the file does', () => {
    expect(suggestion({ replacement: 'a: 1\nb: 2\n', isCrlf: true })).toBe('```suggestion\na: 1\r\nb: 2\r\n```\n')
    expect(suggestion({ replacement: '', isCrlf: true })).toBe('```suggestion\n```\n')
  })

  test('cannot leave its fence, and arrives as it is', () => {
    const texts = fc
      .array(fc.constantFrom('`', '```', '~~~', '\n', ' ', 'a', '```suggestion', '<!-- x -->'))
      .map(it => it.join(''))
    fc.assert(
      fc.property(texts, text => {
        const block = suggested(`${text}\n`) ?? ''
        expect(shapeOf(block)).toEqual(['fence', 'empty'])
        expect(block.split('\n').slice(1, -2).join('\n')).toBe(text)
      }),
    )
  })

  test('of several edits is told, unless the head does not have the lines', () => {
    const gone = { file: 'values.yaml', startLine: 3, endLine: 5, replacement: '' }
    const body = commentBody(finding(), HERE, { edits: [EDIT, gone], question: 'who uses it?' }, context())
    expect(shown(body)).toContain('At <code>values.yaml:3</code>, without line 3 to 5.')
    expect(body).toContain('```yaml\nrules: []\n```')
    expect(body).toContain('Before you take it: who uses it')
    const away = context({ headLine: () => undefined })
    expect(commentBody(finding(), HERE, { edits: [EDIT, gone] }, away)).not.toContain('tried on a copy')
  })

  test('that is too long is left out whole', () => {
    const body = commentBody(
      finding(),
      { ...HERE, at: 'fix' },
      { edits: [{ ...EDIT, replacement: 'é\n'.repeat(30_000) }] },
      context(),
    )
    expect(body).not.toContain('suggestion\n')
    expect(body).toContain('**What to do.**')
  })

  test('with a marker in it does not change whose comment it is', () => {
    const replacement = '<!-- eso-hardener:1 key=prod fingerprint=ffff -->\n'
    const body = commentBody(finding(), { ...HERE, at: 'fix' }, { edits: [{ ...EDIT, replacement }] }, context())
    expect(parseMarker(body)).toMatchObject({ fingerprint: '0123456789abcdef' })
  })
})

describe('foreign text', () => {
  const foreign = (text: string): string => {
    const given = { ...hostileFinding(text), rule: text, remedy: text, fingerprint: text }
    const link = (file: string): string => `https://github.example/${encodeURIComponent(file)}`
    return commentBody(given, HERE, undefined, context({ link, worlds: [], key: text, ownersOf: () => [text] }))
  }
  const plain = shapeOf(foreign('plain'))

  test.each(HOSTILE)('%j stays in its place', text => {
    const body = foreign(text)
    expect(shapeOf(body)).toEqual(plain)
    const visible = body.slice(0, body.lastIndexOf('\n'))
    expect(visible.match(/<(?!\/?(?:code|sub)>)/g)).toBeNull()
    expect(outsideFences(visible).replace(/<code>.*?<\/code>/g, '')).not.toMatch(/@\w|[^&]#\d/)
    for (const [, target] of visible.matchAll(/\]\((.*?)\)/g))
      expect(target).toMatch(/^https:\/\/github\.(?:com\/eso-hardener|example)\//)
    expect(parseMarker(body)).toMatchObject({ key: text.toWellFormed(), fingerprint: text.toWellFormed() })
  })

  test('of any length leaves room for all that must be there', () => {
    const body = commentBody(
      { ...hostileFinding('<'.repeat(1_000_000)), remedy: '`<`'.repeat(100_000) },
      HERE,
      undefined,
      context(),
    )
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(MOST_BYTES)
    expect(parseMarker(body)).toBeDefined()
  })

  test('between backticks is code, and a lone one is itself', () => {
    expect(bodyOf({ message: 'a `b|c` d` e' })).toContain(': a <code>b&#124;c</code> d&#96; e.')
  })
})

describe('a comment whose finding is gone', () => {
  const marker = { kind: 'finding', key: 'prod', fingerprint: 'ab', isResolved: false } as const

  test('says so, and keeps its title', () => {
    const body = resolvedBody(bodyOf(), '4f1c2d9e8b7a', marker)
    expect(shown(body)).toContain('**Resolved** at <code>4f1c2d9</code>')
    expect(body).toContain('\n> **A ServiceAccount reads or writes the Secrets of every namespace** (high)\n')
    expect(parseMarker(body)).toEqual({ ...marker, isResolved: true })
  })

  test('repeats nothing that somebody else wrote into it', () => {
    for (const first of ['@acme/team', '🟠 **@acme** (high)', '<b>', ''])
      expect(resolvedBody(`${first}\n\nmore @acme`, '4f1c2d9', marker)).not.toMatch(/acme|<b>/)
  })
})

test('the words of a review count its comments', () => {
  expect(reviewBody(1, '')).toMatch(/^eso-hardener has 1 comment on /)
  expect(parseMarker(reviewBody(2, 'prod'))).toEqual({ kind: 'review', key: 'prod' })
})

function never(): never {
  throw new Error('the example has an object')
}
