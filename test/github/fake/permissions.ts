import type { Operation } from './contract.ts'
import type { State } from './state.ts'

const LEVELS = ['none', 'read', 'write']

/** What `x-accepted-github-permissions` says for an operation: alternatives, parted by `; `. */
export function acceptedPermissions({ id, method }: Operation): string {
  const level = method === 'GET' ? 'read' : 'write'
  if (id.startsWith('pulls/')) return `pull_requests=${level}`
  if (id.startsWith('issues/')) return `issues=${level}; pull_requests=${level}`
  return id.startsWith('users/') ? '' : `contents=${level}`
}

/** Whether the token has one of the alternatives. */
export function isAllowed({ permissions }: State, accepted: string): boolean {
  const has: Readonly<Record<string, string>> = permissions
  return accepted.split('; ').some(alternative => {
    const [name = '', level = 'none'] = alternative.split('=')
    return LEVELS.indexOf(has[name] ?? 'none') >= LEVELS.indexOf(level)
  })
}
