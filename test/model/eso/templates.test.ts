import { expect, test } from 'vitest'
import { templatesOf } from '../../../src/model/eso/templates.ts'
import { manifestsOf } from '../../world.ts'

const textsIn = (kind: string, spec: object): Record<string, string> => {
  const body = { apiVersion: 'external-secrets.io/v1', kind, metadata: { name: 'x' }, spec }
  return Object.fromEntries(
    manifestsOf(JSON.stringify(body))
      .flatMap(templatesOf)
      .map(({ path, text }) => [path.join('.'), text]),
  )
}

const template = {
  type: '{{ no }}',
  data: { 'a.b': '{{ one }}', '{{ no }}': 'two', number: 3 },
  metadata: { labels: { l: '{{ three }}' }, annotations: { a: '{{ four }}' }, finalizers: ['{{ no }}'] },
  templateFrom: [{ literal: '{{ five }}' }, { configMap: { name: '{{ no }}' } }, null],
}
const rewrite = [{ regexp: { source: 'no', target: 'no' } }, { transform: { template: '{{ six }}' } }]

test('every text of an ExternalSecret that is rendered', () => {
  expect(textsIn('ExternalSecret', { target: { template }, dataFrom: [{ extract: {} }, { rewrite }] })).toEqual({
    'spec.target.template.data.a.b': '{{ one }}',
    'spec.target.template.data.{{ no }}': 'two',
    'spec.target.template.metadata.labels.l': '{{ three }}',
    'spec.target.template.metadata.annotations.a': '{{ four }}',
    'spec.target.template.templateFrom.0.literal': '{{ five }}',
    'spec.dataFrom.1.rewrite.1.transform.template': '{{ six }}',
  })
})

test('the kinds that are copied into namespaces, and those that push', () => {
  const data = { a: 'x' }
  expect(textsIn('ClusterExternalSecret', { externalSecretSpec: { target: { template: { data } } } })).toEqual({
    'spec.externalSecretSpec.target.template.data.a': 'x',
  })
  expect(textsIn('PushSecret', { template: { data }, dataTo: [{ rewrite }] })).toEqual({
    'spec.template.data.a': 'x',
    'spec.dataTo.0.rewrite.1.transform.template': '{{ six }}',
  })
  expect(textsIn('ClusterPushSecret', { pushSecretSpec: { template: { data } } })).toEqual({
    'spec.pushSecretSpec.template.data.a': 'x',
  })
})

test('engine v1 has other functions, and other kinds have no template', () => {
  expect(textsIn('ExternalSecret', { target: { template: { ...template, engineVersion: 'v1' } } })).toEqual({})
  expect(textsIn('SecretStore', { target: { template } })).toEqual({})
  expect(textsIn('ExternalSecret', { target: 'x' })).toEqual({})
})
