/** What looks like a credential: by the name of its key, or by itself. When in doubt, it does. */

const CREDENTIAL_KEY =
  /(?:^|[-_.])(?:value|data|body|pass|passwd|pwd|auth|authorization|bearer|dsn)$|password|passphrase|secret|token|credential|cookie|connection[-_]?string|(?:api|access|account|encryption|master|private|shared|signing|storage)[-_]?key/i

/** Keys that say `password` or `secret` and hold what it is called, where it lies or how it is handled. */
const ABOUT = 'refs?|names?|namespaces?|path|key|type|version|policy|class|kind|seconds|interval|ttl|stores?'
const ABOUT_A_CREDENTIAL = new RegExp(
  `(?:[-_./](?:${ABOUT}|${ABOUT.toUpperCase()})|${ABOUT.replace(/\b[a-z]/g, c => c.toUpperCase())})$`,
)
const NAMES = new Set(['key', 'name', 'namespace', 'kind', 'apiVersion', 'property', 'version'])

/** Whether a key's name says that its value is a credential. */
export const isCredentialKey = (key: string): boolean =>
  !NAMES.has(key) && CREDENTIAL_KEY.test(key) && (KEY_MATERIAL.test(key) || !ABOUT_A_CREDENTIAL.test(key))

/** `secretKey` is a key of a Secret for this operator (see mask.ts) and a secret for everybody else. */
const KEY_MATERIAL = /(?:access|account|api|encryption|master|private|secret|shared|signing|storage)[-_]?key$/i

/** A user and password in a URL, a private key, and the shapes of well-known tokens. */
const SHAPES =
  /:\/\/[^/\s:@]*:[^/\s@]+@|-----BEGIN [A-Z ]*PRIVATE|\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|\bgh[opsu]_\w{20,}|\bhvs\.[\w-]{20,}|\bxox[a-z]-[\w-]{10,}|\beyJ[\w-]{10,300}\.[\w-]+\./

/**
 * `password=…`, `--token=…`, `secret: …` in an argument, a URL or a comment; not where a template fills it in, and not a
 * mere `key: …`, which is how this operator names things.
 */
const ASSIGNMENT =
  /(?:password|passwd|pwd|token|secret|(?<=[-\w])key|key(?=[ \t]*=)|credential)s?["']?[ \t]*[=:](?![ \t]*["']?(?:[{$<\n]|$))[ \t]*\S/i

/** An Amazon resource name holds `:secret:` and names a thing. */
const RESOURCE_NAME = /\barn:[\w:*/+=,.-]+/g
/** A template action without a text of its own: what it will print stands elsewhere. */
const ACTION = /\{\{[^{}"'`]*\}\}/g

/** Whether a text holds a credential by its looks, wherever it stands. */
export function holdsCredential(key: string, value: unknown): boolean {
  if (typeof value !== 'string') return false
  const literal = value.replace(ACTION, '{}')
  if (SHAPES.test(literal.replace(/:\{\}@/g, '@'))) return true
  return !NAMES.has(key) && key !== 'image' && ASSIGNMENT.test(literal.replace(RESOURCE_NAME, ''))
}

/** Whether a text is nothing but template actions: `{{ .password }}` is a name, not a password. */
export const isOnlyActions = (value: unknown): boolean =>
  typeof value === 'string' && value !== '' && value.replace(ACTION, '').trim() === ''

/**
 * Whether an environment variable can be shown: only a switch, a small number or the bare address of a server, under
 * a name that speaks of no credential. Any other text could be one (a webhook's URL, a licence, a personal token).
 */
export const isPlainSetting = (name: string | undefined, value: unknown): boolean =>
  name !== undefined &&
  !CREDENTIAL_KEY.test(name) &&
  /^(?:true|false|\d{1,5}|https?:\/\/[\w.-]+(?::\d+)?\/?)$/.test(String(value))
