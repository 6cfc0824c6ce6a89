import { createCipheriv, createDecipheriv } from 'node:crypto'
import { TemplateError, Untraced } from '../errors.ts'
import { byteLength, bytesOf } from '../value/bytes.ts'
import { dependingOn, rootDatum } from '../value/provenance.ts'
import { Num, Text, type Value } from '../value/value.ts'
import { decodeBase64 } from './base.ts'
import { any, integer, keeping, type TemplateFunction, text } from './function.ts'
import { steeredBy, utf8 } from './stringify.ts'

const VOLATILE = dependingOn(rootDatum('volatile'))

/** A text that differs in every run of helm: something of the right length and kind stands for it. */
export const volatileText = (string: string, ...arguments_: readonly Value[]): Text =>
  steeredBy(new Text(string, VOLATILE), ...arguments_)

/** Random characters, of which one stands for all; no character for a count below 1. */
const random = (character: string): TemplateFunction =>
  keeping([integer], ([count], { budget }) => {
    budget.write(Math.max(count.value, 0))
    return volatileText(character.repeat(Math.max(count.value, 0)), count)
  })

const BCRYPT_LIMIT = 72
const TOO_LONG = 'failed to encrypt string with bcrypt: bcrypt: password length exceeds 72 bytes'

const bcrypt = (password: Text): Text =>
  byteLength(password.string) > BCRYPT_LIMIT
    ? steeredBy(new Text(TOO_LONG), password)
    : volatileText(`$2a$10$${'x'.repeat(53)}`, password)

function htpasswd(user: Text, password: Text): Text {
  if (user.string.includes(':')) return steeredBy(new Text(`invalid username: ${user.string}`), user)
  const hash = bcrypt(password)
  return steeredBy(new Text(`${user.string}:${hash.string}`), user, hash)
}

/** AES-256 in CBC mode with the password as key; the initialisation vector stands before the text. */
const keyOf = (password: Text): Buffer => {
  const key = Buffer.alloc(32)
  Buffer.from(bytesOf(password)).copy(key)
  return key
}

function encryptAES(password: Text, given: Text): Text {
  if (given.string === '') return steeredBy(new Text(''), password, given)
  const vector = Buffer.alloc(16)
  const cipher = createCipheriv('aes-256-cbc', keyOf(password), vector)
  const encrypted = Buffer.concat([vector, cipher.update(bytesOf(given)), cipher.final()])
  return volatileText(encrypted.toString('base64'), password, given)
}

/** @throws TemplateError for what is no base 64; Untraced for what is not decrypted to UTF-8 text */
function decryptAES(password: Text, given: Text): Text {
  if (given.string === '') return steeredBy(new Text(''), password, given)
  const encrypted = decodeBase64(bytesOf(given))
  if (typeof encrypted === 'string') throw new TemplateError(encrypted)
  try {
    const decipher = createDecipheriv('aes-256-cbc', keyOf(password), encrypted.subarray(0, 16))
    const decrypted = Buffer.concat([decipher.update(encrypted.subarray(16)), decipher.final()])
    const string = decrypted.toString()
    if (decrypted.equals(Buffer.from(string))) return steeredBy(new Text(string), password, given)
  } catch {}
  throw new Untraced('a text is decrypted that was not encrypted so')
}

/** Functions that give something else in every run. */
export const VOLATILES: Readonly<Record<string, TemplateFunction>> = {
  randAlphaNum: random('a'),
  randAlpha: random('a'),
  randAscii: random('a'),
  randNumeric: random('1'),
  randBytes: keeping([integer], ([count], { budget }) => {
    if (count.value < 0) throw new TemplateError('runtime error: makeslice: len out of range')
    budget.write(count.value * 2)
    return volatileText(Buffer.alloc(count.value, 1).toString('base64'), count)
  }),
  randInt: keeping([integer, integer], ([least, beyond]) => {
    if (beyond.value <= least.value) throw new TemplateError('invalid argument to Intn')
    return steeredBy(new Num(least.value, 'int', VOLATILE), least, beyond)
  }),
  shuffle: keeping([utf8], ([given]) => volatileText(given.string, given)),
  uuidv4: keeping([], () => volatileText('00000000-0000-4000-8000-000000000000')),
  bcrypt: keeping([text], ([password]) => bcrypt(password)),
  htpasswd: keeping([utf8, text], ([user, password]) => htpasswd(user, password)),
  encryptAES: keeping([text, text], ([password, given]) => encryptAES(password, given)),
  decryptAES: keeping([text, text], ([password, given]) => decryptAES(password, given)),
  derivePassword: keeping([any, text, text, text, text], () => {
    throw new Untraced('derivePassword')
  }),
}
