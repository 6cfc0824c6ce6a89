/** Where versions of helm differ in what they make of a chart; measured with 3.18.0 and 4.1.4. */
export interface Behaviour {
  readonly major: 3 | 4
  /** 3.18.0 alone keeps the numbers of values as they are written (Go's json.Number). */
  readonly keepsNumberTexts: boolean
}

/** What a version of helm does, given as `4.1.4` or `v4.1.4`. */
export function behaviourOf(helm: string): Behaviour {
  const version = helm.replace(/^v/, '')
  return { major: version.startsWith('3.') ? 3 : 4, keepsNumberTexts: version === '3.18.0' }
}
