import { describe, expect, test } from 'vitest'
import { mayBeOfEso, outlineOf, parseSchema, schemaTexts, withoutSchemas } from '../../src/parse/crd.ts'
import { parseManifests } from '../../src/parse/manifest.ts'

const CRD = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: secretstores.external-secrets.io
spec:
  group: external-secrets.io
  names:
    kind: SecretStore
  versions:
  - additionalPrinterColumns:
    - jsonPath: .metadata.creationTimestamp
      name: AGE
    name: v1
    schema:
      openAPIV3Schema:
        description: |-
          A long text with a line
          schema:
            that is none
# a comment at the margin

        properties:
          spec:
            properties:
              description:
                description: a property of this name
                type: string
              provider:
                properties:
                  aws:
                    description: >-
                      Amazon
                    properties:
                      region:
                        type: string
                    type: object
                  vault:
                    properties:
                      server:
                        type: string
                    required:
                    - server
                    type: object
                type: object
              schema:
                type: string
            type: object
        type: object
    served: true
  - name: v1beta1
    schema:
      openAPIV3Schema:
        type: object
    served: false
`

describe('outlineOf', () => {
  test('leaves the schemas out and every other line where it was', () => {
    const outline = outlineOf(CRD)
    expect(outline.split('\n')).toHaveLength(CRD.split('\n').length)
    expect(outline).not.toContain('openAPIV3Schema')
    const given = CRD.split('\n')
    for (const [i, line] of outline.split('\n').entries()) expect(['', given[i]]).toContain(line)
    const kept = (text: string) => text.split('\n').filter(line => line !== '')
    expect(kept(withoutSchemas(CRD))).toEqual(kept(outline))
  })

  test('a CRD of the operator is read without its schemas, and its lines stay right', () => {
    const { manifests, failures } = parseManifests(CRD, { file: 'crd.yaml', release: undefined })
    expect(failures).toEqual([])
    const [crd] = manifests
    expect(crd?.get('spec', 'versions')).toMatchObject([
      { name: 'v1', served: true, schema: null },
      { name: 'v1beta1', served: false, schema: null },
    ])
    const line = crd?.lineOf(['spec', 'versions', 1, 'served']) ?? 0
    expect(CRD.split('\n')[line - 1]).toBe('    served: false')
    expect(crd?.crd).toBe(CRD)
  })

  test('CRDs of others are not read', () => {
    const other = CRD.replaceAll('external-secrets.io', 'example.com')
    expect(parseManifests(other, { file: 'crd.yaml', release: undefined }).manifests).toEqual([])
    expect(mayBeOfEso(other)).toBe(false)
    expect(parseManifests(`${other}# \\d`, { file: 'crd.yaml', release: undefined }).manifests).toEqual([])
  })

  test.each([
    ['quoted', '  group: "generators.external-secrets.io"'],
    ['with an escape', '  "gr\\u006fup": "external\\u002dsecrets.io"'],
    ['behind a comment', '  group: # of the operator\n    external-secrets.io'],
    ['under a question mark', '  ? group\n  : external-secrets.io'],
  ])('a group %s is read', (_, group) => {
    const crd = CRD.replace('  group: external-secrets.io', group)
    expect(parseManifests(crd, { file: 'crd.yaml', release: undefined })).toMatchObject({
      manifests: [{ kind: 'CustomResourceDefinition', crd }],
      failures: [],
    })
  })

  test('a group that stands where a schema should is read, with all that is there', () => {
    const head = CRD.slice(0, CRD.indexOf('spec:'))
    const spec = 'spec: { names: { kind: A },\n  schema:\n    , group: external-secrets.io,\n  versions: [] }\n'
    const { manifests, failures } = parseManifests(head + spec, { file: 'crd.yaml', release: undefined })
    expect(failures).toEqual([])
    expect(manifests.map(manifest => manifest.get('spec', 'group'))).toEqual(['external-secrets.io'])
  })
})

describe('parseSchema', () => {
  const [v1 = '', v1beta1 = '', ...more] = schemaTexts(CRD)

  test('reads each version by itself', () => {
    expect(more).toEqual([])
    expect(parseSchema(v1beta1, new Set())).toEqual({ type: 'object' })
  })

  test('reads the providers in use only, and no description but the property of that name', () => {
    expect(parseSchema(v1, new Set(['vault', 'gcpsm']))).toEqual({
      type: 'object',
      properties: {
        spec: {
          type: 'object',
          properties: {
            description: { type: 'string' },
            provider: {
              type: 'object',
              properties: {
                aws: null,
                vault: { type: 'object', required: ['server'], properties: { server: { type: 'string' } } },
              },
            },
            schema: { type: 'string' },
          },
        },
      },
    })
  })

  test('says undefined of what is no schema', () => {
    for (const text of ['', 'a: [', '- 1', 'openAPIV3Schema: 1']) expect(parseSchema(text, new Set())).toBeUndefined()
  })
})
