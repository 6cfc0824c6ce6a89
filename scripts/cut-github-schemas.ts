// Cuts from GitHub's own descriptions of its API what the fake GitHub of the tests answers, and nothing else:
//   npm pack @octokit/openapi@23.0.2 @octokit/graphql-schema@15.26.1   and unpack both (387 MB: therefore no dependencies)
//   node scripts/cut-github-schemas.ts FOLDER_OF_OPENAPI FOLDER_OF_GRAPHQL_SCHEMA && biome format --write test/github/fake
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DefinitionNode, Kind, parse, print, visit } from 'graphql'

const TO = join(import.meta.dirname, '../test/github/fake')

const OPERATIONS = [
  ...['pulls/get', 'pulls/list', 'pulls/list-files', 'pulls/list-reviews', 'pulls/create-review', 'pulls/get-review'],
  ...['pulls/update-review', 'pulls/list-comments-for-review', 'pulls/list-review-comments'],
  ...['pulls/create-review-comment', 'pulls/get-review-comment', 'pulls/create-reply-for-review-comment'],
  ...['pulls/update-review-comment', 'pulls/delete-review-comment'],
  ...['issues/list-comments', 'issues/get-comment', 'issues/create-comment', 'issues/update-comment'],
  ...['issues/delete-comment', 'repos/get-content', 'git/get-blob', 'users/get-authenticated'],
]

/** The fields of GraphQL types that the fake knows; types that are not named go, and with them the fields that need them. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  Query: ['id', 'viewer', 'repository', 'node'],
  Mutation: ['minimizeComment', 'unminimizeComment', 'resolveReviewThread', 'unresolveReviewThread'],
  User: ['id', 'login', 'databaseId'],
  Bot: ['id', 'login', 'databaseId'],
  Actor: ['login'],
  Node: ['id'],
  Repository: ['id', 'nameWithOwner', 'pullRequest'],
  PullRequest: ['id', 'number', 'headRefOid', 'reviewThreads'],
  PullRequestReviewThreadConnection: ['nodes', 'pageInfo', 'totalCount'],
  PullRequestReviewThread: [
    ...['id', 'isResolved', 'isOutdated', 'path', 'line', 'startLine', 'subjectType', 'viewerCanResolve'],
    ...['viewerCanUnresolve', 'comments'],
  ],
  PullRequestReviewCommentConnection: ['nodes', 'pageInfo', 'totalCount'],
  PullRequestReviewComment: [
    ...['id', 'databaseId', 'fullDatabaseId', 'body', 'author', 'isMinimized', 'minimizedReason'],
    ...['viewerCanMinimize', 'viewerDidAuthor', 'outdated', 'path', 'line'],
  ],
  IssueComment: [
    'id',
    'databaseId',
    'body',
    'author',
    'isMinimized',
    'minimizedReason',
    'viewerCanMinimize',
    'viewerDidAuthor',
  ],
  PageInfo: ['endCursor', 'hasNextPage', 'hasPreviousPage', 'startCursor'],
  Minimizable: ['isMinimized', 'minimizedReason', 'viewerCanMinimize'],
  ...Object.fromEntries(
    ['MinimizeComment', 'UnminimizeComment', 'ResolveReviewThread', 'UnresolveReviewThread'].flatMap(name => [
      [`${name}Input`, ['subjectId', 'classifier', 'threadId', 'clientMutationId']],
      [`${name}Payload`, ['minimizedComment', 'unminimizedComment', 'thread', 'clientMutationId']],
    ]),
  ),
  ReportedContentClassifiers: [],
  PullRequestReviewThreadSubjectType: [],
}

/** What says nothing about which values are allowed. */
const WORDS = [
  'description',
  'example',
  'examples',
  'title',
  'externalDocs',
  'deprecated',
  'default',
  'x-github',
  'discriminator',
]

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
type Node = { readonly [key: string]: Json }

function cutOpenApi(folder: string): Json {
  const document = asNode(JSON.parse(readFileSync(join(folder, 'generated/api.github.com.json'), 'utf8')))
  const operations: Record<string, Json> = {}
  for (const [path, methods] of Object.entries(asNode(document.paths)))
    for (const [method, operation] of Object.entries(asNode(methods))) {
      const { operationId } = asNode(operation)
      if (typeof operationId === 'string' && OPERATIONS.includes(operationId))
        operations[operationId] = operationOf(document, method, path, asNode(operation))
    }
  const missing = OPERATIONS.filter(id => !operations[id])
  if (missing.length > 0) throw new Error(`not in this version: ${missing.join(', ')}`)
  return { ...origin(folder, '@octokit/openapi'), operations, components: { schemas: reached(document, operations) } }
}

function operationOf(document: Node, method: string, path: string, operation: Node): Json {
  const resolved = (value: Json | undefined): Node => {
    const node = asNode(value)
    return typeof node.$ref === 'string' ? at(document, node.$ref) : node
  }
  const parameters = asList(operation.parameters).map(resolved)
  const [status = '', response] = Object.entries(asNode(operation.responses)).find(([code]) => /^2/.test(code)) ?? []
  const body = asNode(asNode(resolved(operation.requestBody).content)['application/json']).schema
  const answer = asNode(asNode(resolved(response).content)['application/json']).schema
  return {
    method: method.toUpperCase(),
    path,
    documentation: asNode(operation.externalDocs).url ?? '',
    parameters: parameters.map(({ name, in: place, required, schema }) =>
      slim({ name: name ?? '', in: place ?? '', required: required ?? false, schema: schema ?? {} }),
    ),
    status: Number(status),
    ...(body ? { body: slim(body), bodyRequired: resolved(operation.requestBody).required ?? false } : {}),
    ...(answer ? { response: slim(answer) } : {}),
  }
}

/** Schemas that others refer to, and those that they refer to. */
function reached(document: Node, from: Json): Json {
  const schemas: Record<string, Json> = {}
  const queue = referencesIn(from)
  for (let reference = queue.pop(); reference; reference = queue.pop()) {
    const name = reference.replace('#/components/schemas/', '')
    if (schemas[name]) continue
    schemas[name] = slim(at(document, reference))
    queue.push(...referencesIn(schemas[name]))
  }
  return Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1)))
}

const referencesIn = (value: Json): string[] =>
  [...JSON.stringify(value).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference = '']) => reference)

/** A schema without its words, and as JSON Schema has it: OpenAPI 3.0's `nullable` becomes a type. */
function slim(value: Json, isMapOfSchemas = false): Json {
  if (Array.isArray(value)) return value.map(item => slim(item))
  if (typeof value !== 'object' || value === null) return value
  const { nullable, ...rest } = asNode(value)
  const kept = Object.entries(isMapOfSchemas ? asNode(value) : rest)
    .filter(([key]) => isMapOfSchemas || !WORDS.includes(key))
    .map(([key, item]) => [key, slim(item, !isMapOfSchemas && key === 'properties')])
  const schema: Node = Object.fromEntries(kept)
  if (isMapOfSchemas || nullable !== true) return schema
  if (typeof schema.type !== 'string') return { anyOf: [schema, { type: 'null' }] }
  return { ...schema, type: [schema.type, 'null'], ...(schema.enum ? { enum: [...asList(schema.enum), null] } : {}) }
}

function cutGraphql(folder: string): string {
  const whole = parse(readFileSync(join(folder, 'schema.graphql'), 'utf8'))
  const isKept = (name: string): boolean => name in FIELDS
  const kept = whole.definitions.filter(it => 'name' in it && isKept(it.name?.value ?? '')).map(cutType)
  const missing = Object.keys(FIELDS).filter(name => !kept.some(it => 'name' in it && it.name?.value === name))
  if (missing.length > 0) throw new Error(`not in this version: ${missing.join(', ')}`)
  const text = kept.map(print).join('\n\n')
  const scalars = whole.definitions.filter(
    it => it.kind === Kind.SCALAR_TYPE_DEFINITION && text.includes(`: ${it.name.value}`),
  )
  const { source, licence } = origin(folder, '@octokit/graphql-schema')
  const header = `# Cut from ${source} (${licence}) by scripts/cut-github-schemas.ts`
  return `${[header, ...scalars.map(bare).map(print), text].join('\n\n')}\n`
}

/** A type with the fields and interfaces that are kept. */
function cutType(type: DefinitionNode): DefinitionNode {
  const fields = 'name' in type ? (FIELDS[type.name?.value ?? ''] ?? []) : []
  const keep = (node: { readonly name: { readonly value: string } }): undefined | null =>
    fields.includes(node.name.value) ? undefined : null
  return visit(bare(type), {
    FieldDefinition: keep,
    InputValueDefinition: (node, _key, _parent, _path, ancestors) =>
      ancestors.some(it => 'kind' in it && it.kind === Kind.FIELD_DEFINITION) ? undefined : keep(node),
    NamedType: (node, key, parent) =>
      Array.isArray(parent) && typeof key === 'number' && !(node.name.value in FIELDS) ? null : undefined,
  })
}

/** Without descriptions and directives. */
const bare = (node: DefinitionNode): DefinitionNode =>
  visit(node, {
    enter: it => ('description' in it ? { ...it, description: undefined } : undefined),
    Directive: () => null,
  })

function origin(folder: string, expected: string): { readonly source: string; readonly licence: string } {
  const { name, version, license } = asNode(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
  if (name !== expected) throw new Error(`${folder} is not ${expected}`)
  return { source: `${name}@${version}`, licence: String(license) }
}

function at(document: Node, reference: string): Node {
  return reference
    .slice(2)
    .split('/')
    .reduce((node, key) => asNode(node[key]), document)
}

function asNode(value: Json | undefined): Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Node) : {}
}

function asList(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : []
}

const [openapi = '', graphql = ''] = process.argv.slice(2)
writeFileSync(join(TO, 'openapi.json'), `${JSON.stringify(cutOpenApi(openapi))}\n`)
writeFileSync(join(TO, 'schema.graphql'), cutGraphql(graphql))
