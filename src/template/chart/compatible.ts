import { Untraced } from '../errors.ts'
import { parseVersion } from '../functions/version.ts'
import { fulfils } from '../functions/version-constraint.ts'

/** Whether a chart's version is one that a dependency asks for; a range or a version that is none fits nothing. @throws Untraced */
export function isCompatible(range: string, version: string): boolean {
  try {
    return fulfils(parseVersion(version), range)
  } catch (error) {
    if (error instanceof Untraced) throw error
    return false
  }
}
