import data from './dated.json' with { type: 'json' }

/** What is true only for a while, as it was known on a day: dated.json, which `npm run data` brings up to date. */
export interface Dated {
  /** ISO date on which all of it was looked at. */
  readonly asOf: string
  readonly advisories: readonly {
    /** `CVE-2024-45041`. */
    readonly id: string
    /** GitHub's name for it: https://github.com/advisories/… */
    readonly ghsa: string
    /** The first affected version; undefined: all before the fix. */
    readonly since?: string
    /** The first version that is not affected any more. */
    readonly fixed: string
    /** What somebody could do, to be read after the id. */
    readonly what: string
  }[]
  /** The minor versions of the operator, newest first, and until when they got fixes: an ISO date, undefined while nobody published it. */
  readonly minors: readonly [
    { readonly minor: string; readonly until?: string },
    ...{ readonly minor: string; readonly until?: string }[],
  ]
  /** What the project promises of its providers, by their names; those that are missing it promises nothing of. */
  readonly providers: Readonly<Record<string, string>>
  /** The ServiceAccounts that continuous delivery runs as: whoever can deploy through them has their rights. */
  readonly deployers: readonly {
    readonly product: string
    readonly name: string
    readonly namespaces: readonly string[]
  }[]
}

export const DATED = data as unknown as Dated
