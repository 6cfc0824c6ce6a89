import { X509Certificate } from 'node:crypto'
import { TemplateError, Untraced } from '../errors.ts'
import { bytesOf } from '../value/bytes.ts'
import { type List, Opaque, Text, type Value } from '../value/value.ts'
import { decodeBase64 } from './base.ts'
import { integer, keeping, list, type Parameter, type TemplateFunction, text } from './function.ts'
import { steeredBy, utf8 } from './stringify.ts'
import { volatileText } from './volatile.ts'

/** Bytes before base 64, as they are for a certificate with a short name and a key of 2,048 bits. */
const CERTIFICATE_BYTES = 780
const KEY_BYTES = 1190
/** What sprig makes by name; the sizes are those of the keys in DER. */
const PRIVATE_KEYS: Readonly<Record<string, { readonly label: string; readonly bytes: number }>> = {
  '': { label: 'RSA PRIVATE KEY', bytes: 2349 },
  rsa: { label: 'RSA PRIVATE KEY', bytes: 2349 },
  dsa: { label: 'DSA PRIVATE KEY', bytes: 858 },
  ecdsa: { label: 'EC PRIVATE KEY', bytes: 121 },
  ed25519: { label: 'PRIVATE KEY', bytes: 48 },
}

/** Something that looks like PEM and is none. */
function pem(label: string, bytes: number): string {
  const body = Buffer.alloc(bytes)
    .toString('base64')
    .replace(/.{1,64}/g, '$&\n')
  return `-----BEGIN ${label}-----\n${body}-----END ${label}-----\n`
}

function certificateOf(certificate: Text, key: Text): Opaque {
  return new Opaque({
    goType: 'sprig.certificate',
    printed: `{${certificate.string} ${key.string}}`,
    fields: new Map([
      ['Cert', certificate],
      ['Key', key],
    ]),
    provenance: steeredBy(new Text(''), certificate, key).provenance,
  })
}

/** A certificate that helm would make anew in every run; its key is given or as new. */
const generated = (arguments_: readonly Value[], key?: Text): Opaque =>
  certificateOf(
    volatileText(pem('CERTIFICATE', CERTIFICATE_BYTES), ...arguments_),
    key ?? volatileText(pem('RSA PRIVATE KEY', KEY_BYTES), ...arguments_),
  )

const authority: Parameter<Opaque> = {
  goType: 'sprig.certificate',
  isRest: false,
  read(value) {
    if (value.kind === 'opaque' && value.goType === 'sprig.certificate') return value
    throw new TemplateError('wrong type for value; expected sprig.certificate')
  },
}

/** Addresses and names a certificate is for. @throws TemplateError for what Go would not take */
function checkNames(addresses: List, names: List): void {
  for (const address of addresses.items) {
    if (address.kind !== 'text' || address.isBytes) throw new TemplateError('error parsing ip: it is not a string')
    if (!isAddress(address.string)) throw new TemplateError(`error parsing ip: ${address.string}`)
  }
  for (const name of names.items)
    if (name.kind !== 'text' || name.isBytes)
      throw new TemplateError('error processing alternate dns name: it is not a string')
}

/** @throws Untraced for an IPv6 address that is not plain */
function isAddress(address: string): boolean {
  if (!address.includes(':')) return IPV4.test(address)
  if (/^[\da-f:]+$/i.test(address) && URL.canParse(`http://[${address}]/`)) return true
  throw new Untraced('a certificate for an unusual address')
}

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/

/** A key that the chart brings: only what is surely one. */
function givenKey(key: Text): Text {
  if (!/-----BEGIN [A-Z ]*PRIVATE KEY-----\n/.test(key.string)) throw new Untraced('a certificate for an unusual key')
  return key
}

function customCertificate(certificate: Text, key: Text): Opaque {
  const decoded = [certificate, key].map(part => {
    const bytes = decodeBase64(bytesOf(part))
    if (typeof bytes === 'string') throw new TemplateError('unable to decode base64 certificate')
    return steeredBy(new Text(Buffer.from(bytes).toString()), part)
  })
  const [first, second] = decoded
  if (!first || !second || !isCertificate(first.string)) throw new Untraced('an unusual certificate')
  return certificateOf(first, givenKey(second))
}

function isCertificate(string: string): boolean {
  try {
    return new X509Certificate(string).subject !== undefined
  } catch {
    return false
  }
}

function privateKey(kind: Text): Text {
  const made = Object.hasOwn(PRIVATE_KEYS, kind.string) ? PRIVATE_KEYS[kind.string] : undefined
  if (!made) return steeredBy(new Text(`Unknown type ${kind.string}`), kind)
  return volatileText(pem(made.label, made.bytes), kind)
}

/** Functions that make certificates and keys. */
export const CERTIFICATES: Readonly<Record<string, TemplateFunction>> = {
  genPrivateKey: keeping([utf8], ([kind]) => privateKey(kind)),
  genCA: keeping([text, integer], ([name, days]) => generated([name, days])),
  genCAWithKey: keeping([text, integer, text], ([name, days, key]) => generated([name, days], givenKey(key))),
  genSelfSignedCert: keeping([text, list, list, integer], ([name, addresses, names, days]) => {
    checkNames(addresses, names)
    return generated([name, addresses, names, days])
  }),
  genSelfSignedCertWithKey: keeping([text, list, list, integer, text], ([name, addresses, names, days, key]) => {
    checkNames(addresses, names)
    return generated([name, addresses, names, days], givenKey(key))
  }),
  genSignedCert: keeping([text, list, list, integer, authority], ([name, addresses, names, days, signer]) => {
    checkNames(addresses, names)
    return generated([name, addresses, names, days, signer])
  }),
  genSignedCertWithKey: keeping(
    [text, list, list, integer, authority, text],
    ([name, addresses, names, days, signer, key]) => {
      checkNames(addresses, names)
      return generated([name, addresses, names, days, signer], givenKey(key))
    },
  ),
  buildCustomCert: keeping([text, text], ([certificate, key]) => customCertificate(certificate, key)),
}
