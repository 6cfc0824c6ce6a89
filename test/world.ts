import { World, type WorldOptions } from '../src/model/world.ts'
import { type Manifest, parseManifests } from '../src/parse/manifest.ts'

/** The manifests of a YAML text; fails the test when any of it cannot be parsed. */
export function manifestsOf(yaml: string, file = 'example.yaml'): Manifest[] {
  const { manifests, failures } = parseManifests(yaml, { file, release: undefined })
  if (failures[0]) throw new Error(`the example does not parse: line ${failures[0].line}: ${failures[0].message}`)
  return manifests
}

/** A world of one YAML text. */
export const worldOf = (yaml: string, options: WorldOptions = {}): World => new World(manifestsOf(yaml), options)
