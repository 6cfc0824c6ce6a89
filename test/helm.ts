import { packagedHelm } from '../src/io/helm-binary.ts'

/** The helm versions that everything is tried with: the newest of each major version that the npm packages carry. */
export const HELMS = await Promise.all(
  (['4.1', '3.18'] as const).map(async minor => {
    const path = await packagedHelm(minor)
    if (path === undefined) throw new Error(`helm ${minor} is not here: run npm ci on linux x64`)
    return { minor, path }
  }),
)

/** The helm of everything that does not depend on the version. */
export const HELM = HELMS[0]?.path ?? ''
