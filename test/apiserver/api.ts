import { Agent, request as send } from 'node:https'
import { asList, asMapping, asText, type Mapping } from '../../src/parse/untyped.ts'

/** How the API server is reached. */
interface Access {
  readonly port: number
  readonly certificate: string
  readonly token: string
}

/** What the API server says to one request. */
export interface Answer {
  readonly status: number
  /** An object, or a Status of the API; empty when what came is no JSON. */
  readonly body: Mapping
  readonly warnings: readonly string[]
}

/** Whom a request is made as. */
export interface Caller {
  readonly user: string
  readonly groups: readonly string[]
}

/** What becomes of fields that there are not; and whether anything is written. */
export interface WriteOptions {
  readonly fieldValidation?: 'Strict' | 'Ignore'
  readonly dryRun?: 'All'
}

interface Resource {
  readonly plural: string
  readonly isNamespaced: boolean
}

/** A client of the API that says what the server says: no retries, no defaults of its own. */
export class Api {
  readonly #access: Access
  readonly #agent: Agent
  readonly #caller: Caller | undefined
  readonly #resources: Map<string, Resource>

  constructor(access: Access, caller?: Caller, agent?: Agent, resources?: Map<string, Resource>) {
    this.#access = access
    this.#caller = caller
    this.#agent = agent ?? new Agent({ keepAlive: true, maxSockets: 8, ca: access.certificate })
    this.#resources = resources ?? new Map()
  }

  /** The same server, asked as somebody else. */
  as(caller: Caller): Api {
    return new Api(this.#access, caller, this.#agent, this.#resources)
  }

  async create(object: Mapping, options: WriteOptions = {}): Promise<Answer> {
    return this.request('POST', `${await this.#collection(object)}${query(options)}`, object)
  }

  /** Server-side apply. */
  async apply(object: Mapping, options: WriteOptions = {}): Promise<Answer> {
    const asked = query({ ...options, fieldManager: 'test', force: 'true' })
    return this.request('PATCH', `${await this.pathOf(object)}${asked}`, object, 'application/apply-patch+yaml')
  }

  async replace(object: Mapping, options: WriteOptions = {}): Promise<Answer> {
    return this.request('PUT', `${await this.pathOf(object)}${query(options)}`, object)
  }

  /** A merge patch of the object, or of one of its subresources. */
  async patch(object: Mapping, change: Mapping, subresource = ''): Promise<Answer> {
    const path = `${await this.pathOf(object)}${subresource && `/${subresource}`}`
    return this.request('PATCH', path, change, 'application/merge-patch+json')
  }

  async get(object: Mapping): Promise<Answer> {
    return this.request('GET', await this.pathOf(object))
  }

  async remove(object: Mapping): Promise<Answer> {
    return this.request('DELETE', await this.pathOf(object))
  }

  /** Whether the server has the object's kind, in its version. */
  async knows(object: Mapping): Promise<boolean> {
    return (await this.#find(object)) !== undefined
  }

  /** Where the object lives. @throws Error for a kind that the server does not have. */
  async pathOf(object: Mapping): Promise<string> {
    return `${await this.#collection(object)}/${asText(asMapping(object.metadata)?.name)}`
  }

  async #collection(object: Mapping): Promise<string> {
    const { plural, isNamespaced } = await this.#resourceOf(object)
    const namespace = asText(asMapping(object.metadata)?.namespace) ?? 'default'
    return `${groupPath(object)}${isNamespaced ? `/namespaces/${namespace}` : ''}/${plural}`
  }

  async #resourceOf(object: Mapping): Promise<Resource> {
    const resource = await this.#find(object)
    if (resource) return resource
    throw new Error(`the server has no ${object.apiVersion} ${object.kind}`)
  }

  async #find(object: Mapping): Promise<Resource | undefined> {
    const key = `${object.apiVersion}/${object.kind}`
    const known = this.#resources.get(key)
    if (known) return known
    const { body } = await this.request('GET', groupPath(object))
    const resources = mappingsIn(body.resources)
    const found = resources.find(({ kind, name }) => kind === object.kind && !String(name).includes('/'))
    if (!found) return undefined
    const resource = { plural: String(found.name), isNamespaced: found.namespaced === true }
    this.#resources.set(key, resource)
    return resource
  }

  request(method: string, path: string, body?: Mapping, type = 'application/json'): Promise<Answer> {
    const { port, token, certificate } = this.#access
    const headers = {
      ...{ authorization: `Bearer ${token}`, 'content-type': type, accept: 'application/json' },
      ...(this.#caller && { 'impersonate-user': this.#caller.user, 'impersonate-group': [...this.#caller.groups] }),
    }
    return new Promise((resolve, reject) => {
      const options = { host: '127.0.0.1', port, path, method, headers, agent: this.#agent, ca: certificate }
      const sent = send(options, response => {
        const chunks: Buffer[] = []
        response.on('error', reject)
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: parsed(Buffer.concat(chunks).toString()),
            warnings: (response.headersDistinct.warning ?? []).map(worded),
          }),
        )
      })
      sent.on('error', reject)
      sent.end(body === undefined ? undefined : JSON.stringify(body))
    })
  }
}

/** The mappings of a list. */
export const mappingsIn = (value: unknown): Mapping[] =>
  asList(value).flatMap(item => {
    const mapping = asMapping(item)
    return mapping ? [mapping] : []
  })

const groupPath = ({ apiVersion }: Mapping): string =>
  String(apiVersion).includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`

function query(options: object): string {
  const asked = new URLSearchParams(Object.entries(options)).toString()
  return asked && `?${asked}`
}

function parsed(text: string): Mapping {
  try {
    return asMapping(JSON.parse(text)) ?? {}
  } catch {
    return {}
  }
}

/** The words of a `Warning` header: `299 - "words"`. */
const worded = (header: string): string =>
  header
    .replace(/^\d+ \S+ "/, '')
    .replace(/"$/, '')
    .replaceAll('\\"', '"')
