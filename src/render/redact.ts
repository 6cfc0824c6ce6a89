import { join } from 'node:path'
import { isMap, isScalar, isSeq, parseDocument, visit } from 'yaml'
import type { Release } from '../discover/discover.ts'
import { textOrNothing } from '../discover/values-source.ts'
import { holdsCredential, isCredentialKey } from '../parse/credentials.ts'

/** Shorter values would blank out half of every message. */
const SHORTEST = 4

/**
 * helm's words may quote values (`fail`, `required`, type errors). Every value that stands under a credential's
 * key in the release's values is replaced by `***`.
 */
export async function redact(message: string, release: Release): Promise<string> {
  const own = release.chart.isPackaged ? [] : [{ path: join(release.chart.path, 'values.yaml') }]
  const texts = await Promise.all([...own, ...release.values].map(async source => (await textOrNothing(source)) ?? ''))
  return withoutSecrets(message, [
    ...texts.flatMap(credentials),
    ...release.setTexts.flatMap(setCredentials),
    ...setValues(release.set),
  ])
}

/** The same for what stands under a credential's key in YAML texts. */
export const redactAll = (message: string, texts: readonly string[]): string =>
  withoutSecrets(message, texts.flatMap(credentials))

function withoutSecrets(message: string, secrets: readonly string[]): string {
  const longestFirst = [...new Set(secrets)].sort((a, b) => b.length - a.length)
  const masked = longestFirst.reduce((text, secret) => text.replaceAll(secret, '***'), message)
  return masked.replace(USER_IN_URL, '://***@')
}

/** Who signs in with a URL: `https://user:password@host`, under whatever key it stands, or none. */
const USER_IN_URL = /:\/\/[^\s/?#]*@/g

function credentials(text: string): string[] {
  const found: string[] = []
  visit(parseDocument(text, { logLevel: 'silent', uniqueKeys: false }), {
    Scalar(_, { value }) {
      if (!holdsCredential('', value)) return
      const [userInfo = ''] = /(?<=:\/\/)[^\s/?#]*(?=@)/.exec(String(value)) ?? []
      found.push(String(value), userInfo, userInfo.slice(userInfo.indexOf(':') + 1))
    },
    Pair(_, { key, value }) {
      if (!isScalar(key) || !holdsSecrets(String(key.value))) return
      if (isScalar(value)) found.push(String(value.value))
      if (isMap(value)) for (const item of value.items) if (isScalar(item.value)) found.push(String(item.value.value))
      if (isSeq(value)) for (const item of value.items) if (isScalar(item)) found.push(...literal(String(item.value)))
    },
  })
  return found.filter(isLong)
}

/** A generator of kustomize takes `key=value`. */
const literal = (text: string): string[] => [text, text.slice(text.indexOf('=') + 1)]

/** The content of Secrets stands under any key. */
const holdsSecrets = (key: string): boolean => key === 'stringData' || key === 'literals' || isCredentialKey(key)

/** `a=1,db.password=x`: helm takes several in one text. */
const setCredentials = (text: string): string[] =>
  [...text.split(/(?<!\\),/), text].flatMap(part => {
    const [, key = '', value = ''] = /^([^=]*)=(.*)$/s.exec(part) ?? []
    return isCredentialKey(key.split('.').at(-1) ?? '') && isLong(value) ? [value] : []
  })

const setValues = (set: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(set).flatMap(([key, value]) => setCredentials(`${key}=${String(value)}`))

const isLong = (value: string): boolean => value.length >= SHORTEST && !['true', 'false', 'null'].includes(value)
