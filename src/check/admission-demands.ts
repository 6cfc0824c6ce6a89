import type { Demand } from '../model/admission/admission.ts'

/** What a demand on admission policies is about, as the rest of `restricts …`. */
export function restricted({ id }: Demand, unmet: readonly (readonly string[])[] = []): string {
  switch (id) {
    case 'providers':
      return 'which providers stores may use'
    case 'namespaces':
      return `which namespaces may hold ${unmet.length === 1 ? KINDS[unmet[0]?.[0] ?? ''] : 'ExternalSecrets and PushSecrets'}`
    case 'templates':
      return 'what the templates of ExternalSecrets may write'
    case 'creation-policy':
      return 'the creationPolicy of ExternalSecrets'
  }
}

const KINDS: Readonly<Record<string, string>> = { externalsecrets: 'ExternalSecrets', pushsecrets: 'PushSecrets' }
