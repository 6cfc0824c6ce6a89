import { describe, expect, test } from 'vitest'
import { assess } from '../../../../src/run.ts'
import { HELM } from '../../../helm.ts'
import { chart, tree, under } from '../../../tree.ts'

const STORE = `apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: {{ .Release.Namespace }} }
spec:
  provider:
    vault:
      server: {{ .Values.vault.server }}
      auth: { kubernetes: { mountPath: kubernetes, role: {{ .Values.vault.role | default "shop" }} } }
`
const VALUES = { 'values.yaml': 'vault: { server: "https://vault.example.com" }\n' }
const CHART = under('charts/shop', chart('shop', STORE, VALUES))

/** Where unencrypted servers are, and what there was to check. */
async function found(files: Readonly<Record<string, string>>) {
  const root = tree({ ...CHART, ...files })
  const { findings, failures, releases } = await assess({ root, folder: root, paths: ['.'], helm: HELM })
  const cleartext = findings.filter(({ rule }) => rule === 'cleartext-endpoint')
  return {
    places: cleartext.map(({ location }) => `${location?.file}:${location?.startLine}`),
    releases: releases.map(({ name, namespace }) => [name, namespace].join(' ')),
    failures: failures.map(({ message, location }) => `${location?.file}:${location?.startLine} ${message}`),
  }
}

const release = (content: string, more = ''): string => `# ours
resource "helm_release" "shop" {
  name      = "shop"
  namespace = "team"
  chart     = "\${path.module}/../charts/shop" // here
${content}
}
${more}`

describe('a helm_release of Terraform with a chart of the repository', () => {
  test.each([
    [
      'a heredoc',
      '  values = [<<-EOT\n    vault:\n      # which\n      server: http://vault.example.com\n  EOT\n  ]',
      '',
      9,
    ],
    [
      'a heredoc in which something known is filled in',
      '  values = [<<EOT\nvault:\n  role: a\n  server: http://${local.host}\nEOT\n  ]',
      'locals {\n  host = "vault.example.com"\n}\n',
      9,
    ],
    [
      'yamlencode',
      '  values = [\n    yamlencode({\n      vault = {\n        role   = "a"\n        server = "http://vault.example.com"\n      }\n    }),\n  ]',
      '',
      10,
    ],
    [
      'blocks of set',
      '  set {\n    name  = "vault.role"\n    value = 1\n  }\n  set {\n    name  = "vault.server"\n    value = "http://vault.example.com"\n  }',
      '',
      12,
    ],
    [
      'a list of set',
      '  set = [\n    { name = "vault.role", value = "a", type = "string" },\n    { name = "vault.server", value = "http://vault.example.com" },\n  ]',
      '',
      8,
    ],
    [
      'a variable with a default',
      '  set {\n    name  = "vault.server"\n    value = var.server\n  }',
      'variable "server" {\n  type    = string\n  default = "http://vault.example.com"\n}\n',
      8,
    ],
    [
      'the last one wins',
      '  values = [\n    "vault: { server: \\"https://b.example.com\\" }",\n    "vault: { server: \\"http://vault.example.com\\" }"\n  ]',
      '',
      8,
    ],
  ])('%s', async (_, content, more, line) => {
    const { places, releases, failures } = await found({ 'infra/main.tf': release(content, more) })
    expect({ places, failures }).toEqual({ places: [`infra/main.tf:${line}`], failures: [] })
    expect(releases).toEqual(['shop team'])
  })

  test.each([
    [
      'a heredoc',
      '  values = [<<-EOT\n    vault:\n      # eso-hardener: ignore[cleartext-endpoint] known\n      server: http://v\n  EOT\n  ]',
    ],
    [
      'an object',
      '  values = [yamlencode({\n    vault = {\n      # eso-hardener: ignore[cleartext-endpoint] known\n      server = "http://v"\n    }\n  })]',
    ],
    [
      'a block',
      '  set {\n    name = "vault.server"\n    # eso-hardener: ignore[cleartext-endpoint] known\n    value = "http://v"\n  }',
    ],
  ])('a comment ignores what stands behind it: %s', async (_, content) => {
    const root = tree({ ...CHART, 'infra/main.tf': release(content) })
    const { suppressed } = await assess({ root, folder: root, paths: ['.'], helm: HELM })
    expect(suppressed.map(({ finding }) => finding.rule)).toEqual(['cleartext-endpoint'])
  })

  test('files of values, and templates of them', async () => {
    const files = {
      'infra/main.tf': release(
        '  values = [file("${path.module}/a.yaml"), templatefile("b.yaml.tftpl", { host = "vault.example.com" })]',
      ),
      'infra/a.yaml': 'vault: { server: "https://b.example.com" }\n',
      'infra/b.yaml.tftpl': 'vault:\n  role: a\n  server: http://${host}\n',
    }
    expect(await found(files)).toMatchObject({ places: ['infra/b.yaml.tftpl:3'], failures: [] })
  })

  test('a module of the repository gets what its only caller gives it', async () => {
    const { places, failures } = await found({
      'infra/shop/main.tf': release(
        '  set {\n    name  = "vault.server"\n    value = var.server\n  }',
        'variable "server" { default = "https://a" }',
      ).replace('../charts', '../../charts'),
      'infra/main.tf': 'module "shop" {\n  source = "./shop"\n  server = "http://vault.example.com"\n}\n',
    })
    expect({ places, failures }).toEqual({ places: ['infra/shop/main.tf:8'], failures: [] })
  })

  test('the name of a namespace that is a resource', async () => {
    const more = 'resource "kubernetes_namespace" "team" {\n  metadata {\n    name = "other"\n  }\n}\n'
    const text = release('', more).replace('"team"\n', 'kubernetes_namespace.team.metadata[0].name\n')
    expect((await found({ 'infra/main.tf': text })).releases).toEqual(['shop other'])
  })

  test('none of it', async () => {
    expect((await found({ 'infra/main.tf': release('  count = 0') })).releases).toEqual(['shop shop'])
  })
})

describe('what Terraform alone knows is a failure on its line, and the rest is judged', () => {
  test.each([
    [
      'a variable without a default',
      '  values = [\n    "vault: { role: ${var.role} }",\n    "vault: { server: \\"http://v\\" }"]',
      7,
      'values are not known, as they need var.role',
    ],
    [
      'a condition',
      '  values = [\n    var.a ? "x" : "y",\n  ]',
      7,
      'values are not known, as they need an expression that is not evaluated here',
    ],
    [
      'a condition on several lines',
      '  values = [\n    var.a\n    ? "x"\n    : "y",\n  ]',
      7,
      'values are not known, as they need an expression that is not evaluated here',
    ],
    ['a loop', '  values = [for f in fileset(".", "*.yaml") : file(f)]', 6, 'its list of values is not known'],
    [
      'a dynamic block',
      '  dynamic "set" {\n    for_each = var.all\n    content {\n      name = set.key\n      value = set.value\n    }\n  }',
      6,
      'what it sets in a loop is not known',
    ],
    ['a set', '  set {\n    name = "a"\n    value = data.aws_x.y.arn\n  }', 6, 'the value of a is not known'],
  ])('%s', async (_, content, line, reason) => {
    const { failures, releases } = await found({ 'infra/main.tf': release(content) })
    expect(failures).toEqual([`infra/main.tf:${line} Terraform helm_release: ${reason}`])
    expect(releases).toEqual(['shop team'])
  })

  test.each([
    ['chart', 'chart = var.chart', 'its chart is not known here'],
    [
      'version',
      'chart = "eso"\n repository = "https://charts.example.com"\n version = var.v',
      'its version is not known here',
    ],
    ['a chart that there is not', 'chart = "./gone"', 'there is no chart infra/gone'],
  ])('which chart it is: %s', async (_, content, reason) => {
    const { failures } = await found({
      'infra/main.tf': `resource "helm_release" "a" {\n  name = "a"\n  ${content}\n}\n`,
    })
    expect(failures).toEqual([`infra/main.tf:3 Terraform helm_release: ${reason}`])
  })

  test('a chart of a repository', async () => {
    const { failures } = await found({
      'main.tf':
        'resource "helm_release" "a" {\n  name = "a"\n  repository = "https://charts.example.com"\n  chart = "eso"\n  version = "~> 1.2"\n}\n',
    })
    expect(failures).toEqual([
      'main.tf:4 the chart eso ~> 1.2 of https://charts.example.com is not in the repository; --fetch-dependencies lets helm fetch it',
    ])
  })

  test.each([
    [
      'lists',
      (i: number) => `  l${i} = [local.l${i + 1}, local.l${i + 1}, local.l${i + 1}]\n`,
      'more steps than are taken here',
    ],
    ['texts', (i: number) => `  l${i} = "${`\${local.l${i + 1}}`.repeat(40)}"\n`, 'more text than is made here'],
    ['itself', (i: number) => `  l${i} = local.l${i}\n`, 'local.l0'],
  ])('locals that would never end: %s', async (_, local, reason) => {
    const locals = [...Array(15).keys()].map(local).join('')
    const text = release(
      '  values = [yamlencode({ a = local.l0 })]',
      `locals {\n${locals}  l15 = "${'a'.repeat(10_000)}"\n}\n`,
    )
    const { failures } = await found({ 'infra/main.tf': text })
    expect(failures).toEqual([
      expect.stringContaining(`:6 Terraform helm_release: values are not known, as they need ${reason}`),
    ])
  })

  test.each([
    ['a text without an end', '  values = ["a]', 6],
    ['a brace too few', '  set {', 8],
    ['a heredoc without an end', '  values = [<<EOT\n', 6],
  ])('a file that cannot be read: %s', async (_, content, line) => {
    const { failures } = await found({ 'infra/main.tf': release(content) })
    expect(failures).toEqual([expect.stringMatching(`^infra/main.tf:${line} Terraform: this cannot be read: `)])
  })
})
