import { compareVersions } from './version.ts'

/** One minor version of External Secrets Operator, and until when it got fixes. */
interface Minor {
  readonly minor: `${number}.${number}`
  /** Year, month and day; undefined while nobody published it. */
  readonly until?: string
}

/**
 * What was known on `asOf`, newest first: only the newest minor version is supported. The dates are those of
 * https://external-secrets.io/latest/introduction/stability-support/ at 2.9.0; later minors are known from their
 * released images only, the last one `2.12`.
 */
export const SUPPORT: { readonly asOf: string; readonly minors: readonly [Minor, ...Minor[]] } = {
  asOf: '2026-11-23',
  minors: [
    { minor: '2.12' },
    { minor: '2.11' },
    { minor: '2.10' },
    { minor: '2.9' },
    { minor: '2.8', until: '2026-08-07' },
    { minor: '2.7', until: '2026-07-18' },
    { minor: '2.6', until: '2026-06-26' },
    { minor: '2.5', until: '2026-06-05' },
    { minor: '2.4', until: '2026-05-15' },
    { minor: '2.3', until: '2026-04-24' },
    { minor: '2.2', until: '2026-04-10' },
    { minor: '2.1', until: '2026-03-20' },
    { minor: '2.0', until: '2026-03-06' },
    { minor: '1.3', until: '2026-02-06' },
    { minor: '1.2', until: '2026-01-23' },
    { minor: '1.1', until: '2025-12-19' },
    { minor: '1.0', until: '2025-11-21' },
    { minor: '0.20', until: '2025-11-07' },
    { minor: '0.19', until: '2025-09-22' },
    { minor: '0.18', until: '2025-08-02' },
    { minor: '0.17', until: '2025-07-17' },
    { minor: '0.16', until: '2025-05-14' },
    { minor: '0.15', until: '2025-04-14' },
    { minor: '0.14', until: '2025-03-19' },
    { minor: '0.13', until: '2025-02-04' },
    { minor: '0.12', until: '2025-01-21' },
    { minor: '0.11', until: '2024-12-24' },
    { minor: '0.10', until: '2024-12-24' },
    { minor: '0.9', until: '2024-12-02' },
    { minor: '0.8', until: '2024-08-03' },
    { minor: '0.7', until: '2023-06-22' },
    { minor: '0.6', until: '2023-03-16' },
    { minor: '0.5', until: '2022-12-11' },
    { minor: '0.4', until: '2022-10-09' },
    { minor: '0.3', until: '2022-04-06' },
  ],
}

/** That a version gets no fixes any more. */
export interface EndOfSupport {
  /** The newest minor that is known: at least this one is newer. */
  readonly newest: string
  /** Since when; undefined when the day is not known. */
  readonly since: string | undefined
}

/** Whether a version is out of support; undefined for the newest known minor and for what came after the table. */
export function endOfSupport(version: string): EndOfSupport | undefined {
  const minor = /^\d+\.\d+(?=\.)/.exec(version)?.[0]
  const newest = SUPPORT.minors[0].minor
  return compareVersions(`${minor}.0`, `${newest}.0`) < 0
    ? { newest, since: SUPPORT.minors.find(entry => entry.minor === minor)?.until }
    : undefined
}
