const SIGN_IN = '--registry-config FILE names the credentials of each host'

/** What helps against what helm says, the first that fits. The words are those of helm 3.18 and 4.1, and of Go's network. */
const ADVICE: readonly (readonly [words: RegExp, advice: string])[] = [
  [/response status code 40[13]|basic credential not found/, SIGN_IN],
  [/ : 40[13] /, SIGN_IN],
  [/improper constraint/i, 'helm takes a tag only where it is a version'],
  [/x509: /, 'SSL_CERT_FILE names the certificates that are trusted'],
  [
    /no such host|connection refused|i\/o timeout|network is unreachable|server misbehaving/,
    'is its host reached from here? HTTPS_PROXY is heeded',
  ],
]
/** A registry may answer with pages, which helm repeats. */
const MAX_WORDS = 2000

/** helm's words on why it fetched nothing, without its warnings, and what would help. */
export function fetchFailure(stderr: string): string {
  const lines = stderr.split('\n').filter(line => !/^(?:level=|WARNING: )/.test(line))
  const words = lines
    .join('\n')
    .trim()
    .slice(0, MAX_WORDS)
    .replace(/^Error: /, '')
  const advice = ADVICE.find(([pattern]) => pattern.test(words))?.[1]
  return advice === undefined ? words : `${words}; ${advice}`
}
