import type { Path } from '../../finding.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { asMapping, asText, isPlaceholder } from '../../parse/untyped.ts'

/** One key of a Secret whose value anybody can read in the manifest. */
export interface ReadableKey {
  readonly key: string
  readonly path: Path
}

/** The keys of a Secret with a value in clear text or base64; `stringData` wins over `data`, as the API server has it. */
export function readableKeys(secret: Manifest): ReadableKey[] {
  // https://getsops.io keeps the keys and encrypts the values.
  if (asMapping(secret.get('sops'))) return []
  const plain = Object.entries(asMapping(secret.get('stringData')) ?? {})
  const encoded = Object.entries(asMapping(secret.get('data')) ?? {}).filter(
    ([key]) => !plain.some(([other]) => other === key),
  )
  return [
    ...plain.flatMap(([key, value]) => (isMaterial(value) ? { key, path: ['stringData', key] } : [])),
    ...encoded.flatMap(([key, value]) => (isMaterial(decoded(value)) ? { key, path: ['data', key] } : [])),
  ]
}

/** Undefined for what is no base64, such as a placeholder. */
function decoded(value: unknown): string | undefined {
  const text = asText(value)?.replace(/\s/g, '')
  if (text === undefined || isPlaceholder(text) || !BASE64.test(text)) return undefined
  return Buffer.from(text, 'base64').toString('utf8')
}

const BASE64 = /^(?:[\w+/-]{4})*(?:[\w+/-]{2,3}={0,2})?$/

/**
 * Whether a text is secret material: not empty, not filled in later (by a template, by sops, by a plug-in that
 * reads it from elsewhere), and not a word that says that something is still to be put there.
 */
export function isMaterial(value: unknown): boolean {
  const text = (typeof value === 'number' ? String(value) : asText(value))?.trim()
  return text !== undefined && text !== '' && !isPlaceholder(text) && !ELSEWHERE.test(text) && !isStandIn(text)
}

/** sops, helm-secrets and vals, Bank-Vaults, argocd-vault-plugin. */
const ELSEWHERE = /^(?:ENC\[|ref\+|secretref\+|vault:|>>vault:|avp:|\$\()/

const isStandIn = (text: string): boolean => STAND_IN.test(text) || /^(.)\1*$/.test(text) || /^%\w+%$/.test(text)

const STAND_IN =
  /^(?:(?:please[-_ ]?)?(?:change|replace|fill|insert|add|put|set|override|update|enter)[-_ ]?(?:me|this|it|in|your|here|with|by|the)?(?:[-_ ].*)?|.*(?:change|replace)[-_ ]?me.*|(?:your|my|some|the)[-_ ].*|to[-_ ]?do.*|tbd|dummy.*|fake.*|mock.*|example.*|sample.*|place[-_ ]?holder.*|redacted|none|null|undefined|empty|x{3,}.*|\.{3}|_{2,}\w*_{2,})$/i
