import { TemplateError, Untraced } from '../errors.ts'
import { dependingOn, union } from '../value/provenance.ts'
import { Dict, dependenciesOf, Text, type Value } from '../value/value.ts'
import { dict, keeping, type TemplateFunction } from './function.ts'
import { utf8 } from './stringify.ts'

interface Url {
  readonly scheme: string
  readonly userinfo: string
  readonly host: string
  readonly path: string
  readonly query: string
  readonly opaque: string
  readonly fragment: string
}

const EMPTY: Url = { scheme: '', userinfo: '', host: '', path: '', query: '', opaque: '', fragment: '' }
/** Signs that Go's url.Parse takes anywhere; beyond them its rules differ from part to part. */
const USUAL = /^[\w\-.~:/?#@!$&'()*+,;=%[\]]*$/
const HOST = /^(?:[\w\-.~]*|\[[\da-fA-F:.]+\])(?::\d*)?$/
/** Signs that `String()` gives back as they came. */
const USERINFO = /^[\w\-.~$&+,;=]*(?::[\w\-.~$&+,;=]*)?$/

/** @throws TemplateError where Go finds no URL; Untraced for what is rare */
function parseUrl(text: string): Url {
  if (!USUAL.test(text)) throw new Untraced('an unusual URL is parsed')
  const [beforeFragment = '', fragment = ''] = splitAt(text, '#')
  const [scheme, afterScheme] = schemeOf(beforeFragment)
  const [location = '', query = ''] = splitAt(afterScheme, '?')
  const url = { ...EMPTY, scheme: scheme.toLowerCase(), query, fragment: decoded(fragment) }
  if (!location.startsWith('/')) {
    if (scheme !== '') return { ...url, opaque: location }
    if (/^[^/]*:/.test(location))
      throw new TemplateError(`parse "${text}": first path segment in URL cannot contain colon`)
  }
  if (!location.startsWith('//') || (scheme === '' && location.startsWith('///')))
    return { ...url, path: decoded(location) }
  const end = location.indexOf('/', 2)
  const authority = location.slice(2, end < 0 ? location.length : end)
  return { ...url, ...authorityOf(authority), path: end < 0 ? '' : decoded(location.slice(end)) }
}

function schemeOf(text: string): [string, string] {
  if (text.startsWith(':')) throw new TemplateError(`parse "${text}": missing protocol scheme`)
  const [, scheme] = /^([A-Za-z][A-Za-z\d+.-]*):/.exec(text) ?? []
  return scheme === undefined ? ['', text] : [scheme, text.slice(scheme.length + 1)]
}

function authorityOf(authority: string): { readonly userinfo: string; readonly host: string } {
  const at = authority.lastIndexOf('@')
  const userinfo = authority.slice(0, Math.max(at, 0))
  const host = authority.slice(at + 1)
  if (!USERINFO.test(userinfo) || !HOST.test(host)) throw new Untraced('a URL with an unusual host or user is parsed')
  return { userinfo, host }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw new Untraced('a URL with a broken escape is parsed')
  }
}

const splitAt = (text: string, sign: string): [string, string?] => {
  const at = text.indexOf(sign)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}

const hostnameOf = (host: string): string => host.replace(/:\d*$/, '').replace(/^\[(.*)\]$/, '$1')

function urlParse(given: Text): Dict {
  const url = parseUrl(given.string)
  const provenance = dependingOn(given.depends)
  const fields = Object.entries({ ...url, hostname: hostnameOf(url.host) })
  return new Dict(
    new Map(fields.map(([name, part]): [string, Value] => [name, new Text(part, provenance)])),
    provenance,
  )
}

/** @throws TemplateError when a part is there that is no text */
function urlOf(parts: Dict): Url {
  const read = (name: keyof Url): string => {
    const part = parts.entries.get(name)
    if (part === undefined) return ''
    if (part.kind !== 'text' || part.isBytes)
      throw new TemplateError(`unable to parse ${name} key, must be of type string`)
    return utf8.read(part).string
  }
  const [scheme, userinfo, host, path] = [read('scheme'), read('userinfo'), read('host'), read('path')]
  return { scheme, userinfo, host, path, query: read('query'), opaque: read('opaque'), fragment: read('fragment') }
}

function writeUrl({ scheme, userinfo, host, path, query, opaque, fragment }: Url): string {
  if (!USERINFO.test(userinfo) || !HOST.test(host) || /[!'()*[\]]/.test(path + fragment) || !USUAL.test(scheme))
    throw new Untraced('an unusual URL is written')
  const begin = scheme === '' ? '' : `${scheme}:`
  const end = (query === '' ? '' : `?${query}`) + (fragment === '' ? '' : `#${escaped(fragment, true)}`)
  if (opaque !== '') return begin + opaque + end
  const user = userinfo === '' ? '' : `${userinfo}@`
  const hasAuthority = host !== '' || user !== '' || (scheme !== '' && path !== '')
  const authority = hasAuthority ? `//${user}${host}` : ''
  const isJoined = path === '' || path.startsWith('/') || host === ''
  return begin + authority + (isJoined ? protectedPath(path, begin + authority) : `/${escaped(path)}`) + end
}

/** A first name with a colon would be a scheme. */
const protectedPath = (path: string, before: string): string =>
  (before === '' && /^[^/]*:/.test(path) ? './' : '') + escaped(path)

function escaped(part: string, isFragment = false): string {
  const signs = isFragment ? /[^\w\-.~$&+,/:;=@?]/gu : /[^\w\-.~$&+,/:;=@]/gu
  return part.toWellFormed().replace(signs, sign => encodeURIComponent(sign))
}

/** sprig's functions on URLs. */
export const URLS: Readonly<Record<string, TemplateFunction>> = {
  urlParse: keeping([utf8], ([given]) => urlParse(given)),
  urlJoin: keeping([dict], ([parts]) => {
    const depends = [...parts.entries.values()].map(dependenciesOf).reduce(union, dependenciesOf(parts))
    return new Text(writeUrl(urlOf(parts)), dependingOn(depends))
  }),
}
