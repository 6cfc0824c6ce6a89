import { expect, test } from 'vitest'
import { dotOf } from '../../../../src/discover/declared/helmfile/state.ts'
import { fillTemplate, isFilled } from '../../../../src/discover/declared/helmfile/template.ts'
import { RepositoryFiles } from '../../../../src/io/repository-files.ts'
import { Dict, Text } from '../../../../src/template/value/value.ts'
import { tree } from '../../../tree.ts'

const VALUES = new Dict(new Map([['a', new Dict(new Map([['b', new Text('c')]]))]]))

function fill(text: string): string {
  const files = new RepositoryFiles(tree({ 'apps/a.txt': 'content', 'apps/more/b.txt': '', 'top.txt': 'top' }))
  const filled = fillTemplate(text, dotOf('prod', VALUES), files, 'apps')
  if (!isFilled(filled)) return `${filled.reason} (line ${filled.line})`
  const unknown = filled.lines.flatMap(line => (line.unknown ? `${line.unknown.line}: ${line.unknown.what}` : []))
  return unknown.length > 0 ? unknown.join() : filled.text.string
}

test.each([
  ['{{ .Values | get "a.b" }}', 'c'],
  ['{{ get "a.x" "d" .Values }}', 'd'],
  ['{{ .StateValues | getOrNil "x.y" | default "d" }}', 'd'],
  ['{{ getOrNil "a.b" .Environment.Values }} {{ .Environment.Name }}', 'c prod'],
  ['{{ (setValueAtPath "x.y" 1 (dict)).x.y }}', '1'],
  ['{{ readFile "a.txt" }}{{ readFile "../top.txt" }}', 'contenttop'],
  ['{{ isFile "a.txt" }} {{ isDir "more" }} {{ isFile "gone" }} {{ isFile "/etc/passwd" }}', 'true true false false'],
  ['{{ range readDir "." }}{{ . }} {{ end }}', 'a.txt '],
  ['{{ required "no" .Values.a.b }}{{ tpl "{{ .x }}" (dict "x" 1) }}', 'c1'],
  ['{{ toYaml .Values }}', 'a:\n  b: c'],
])('%s', (text, expected) => {
  expect(fill(text)).toBe(expected)
})

test.each([
  ['\n{{ env "A" }}', '2: env "A"'],
  ['{{ env "A" | default "b" | quote }}', '1: env "A"'],
  ['{{ if env "A" }}x{{ end }}', '1: env "A"'],
  ['{{ $x := requiredEnv "A" }}\n{{ $x }}', '2: requiredEnv "A"'],
  ['{{ exec "ls" (list) }}', '1: exec'],
  ['{{ fetchSecretValue "ref+vault://a" }}', '1: fetchSecretValue'],
  ['{{ readFile "gone" }}', '1: readFile "gone"'],
  ['{{ readFile "/etc/passwd" }}', '1: readFile "/etc/passwd"'],
])('%s is not known', (text, expected) => {
  expect(fill(text)).toBe(expected)
})

test.each(['{{ get "x" .Values }}', '{{ fail "no" }}', '{{ nothing }}', '{{ if }}'])('%s fails', text => {
  expect(fill(text)).toMatch(/^its template fails \(line (?:1|undefined)\)$/)
})
