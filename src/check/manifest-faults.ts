import { nearest } from '../errors.ts'
import type { Path } from '../finding.ts'
import { STORE_KINDS } from '../model/eso/eso.ts'
import { isWhole } from '../model/eso/stores.ts'
import { remember } from '../model/remember.ts'
import { ESO_KINDS } from '../model/schema/eso-kinds.ts'
import type { Fault } from '../model/schema/structural.ts'
import type { World } from '../model/world.ts'
import type { Manifest } from '../parse/manifest.ts'
import { asMapping } from '../parse/untyped.ts'
import { PROVIDERS } from '../providers/table/index.ts'
import type { Problem } from './rule.ts'

/** What the CRD of an object's kind has against it. */
export function* manifestFaults(object: Manifest, world: World): Generator<Problem> {
  const verdict = world.schemas.judge(object)
  if (!verdict || verdict.faults.length === 0) return
  const isPart = mayBePart(object, world)
  const said = new Set<string>()
  for (const fault of verdict.faults) {
    if (mayStandElsewhere(fault, object, isPart) || (!verdict.isOwn && isEndedProvider(fault))) continue
    const key = JSON.stringify([fault.path, fault.says])
    if (said.has(key)) continue
    said.add(key)
    yield { path: fault.path, message: `${sentence(fault)} (judged by ${verdict.by})`, discriminator: fault.says }
  }
}

/**
 * A patch replaces lists as a whole, so their items are always written out. What a base leaves empty, its overlays fill;
 * what a chart leaves empty, the values of whoever installs it.
 */
function mayStandElsewhere({ kind, path }: Fault, object: Manifest, isPart: boolean): boolean {
  const { template, composition, file } = object
  if (kind === 'empty') return isPart || template !== undefined || BASE_FILE.test(composition?.by ?? file)
  return kind === 'whole' && isPart && !path.some(step => typeof step === 'number')
}

/** A provider that older operators have; unmaintained-provider speaks of it. */
const isEndedProvider = ({ kind, path }: Fault): boolean =>
  kind === 'unknown' &&
  path.length === 3 &&
  path[1] === 'provider' &&
  PROVIDERS.get(String(path[2]))?.until !== undefined

function sentence({ path, kind, says, names = [] }: Fault): string {
  const field = fieldName(path)
  if (kind !== 'unknown') return `${field} ${says}`
  const near = nearest(String(path.at(-1)), names)
  const hint = near === undefined ? `there ${areThere(names)}` : `did you mean \`${near}\`?`
  return `${field} ${says} of its kind, so strict clients refuse it and others drop it: ${hint}`
}

const MOST_NAMES = 12

const areThere = (names: readonly string[]): string =>
  names.length > MOST_NAMES ? `are ${names.length} others` : `are ${[...names].sort().join(', ')}`

/** `spec.data[0].remoteRef` */
const fieldName = (path: Path): string =>
  `\`${path
    .map(step => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .slice(1)}\``

const BASE_FILE = /(?:^|\/)bases?\//
const PATCH_FILE = /patch|(?:^|\/)(?:overlays?|components)\//i

/** Whether an object may be the patch of an overlay, or be filled up by one: then what it lacks stands elsewhere. */
function mayBePart(object: Manifest, world: World): boolean {
  if (!asMapping(object.get('spec'))) return true
  if (STORE_KINDS.some(kind => kind === object.groupKind) && !isWhole(object)) return true
  // What was built is whole.
  if (object.template !== undefined || object.composition) return false
  return PATCH_FILE.test(object.file) || hasTwin(object, world)
}

/** Whether another file has an object of this name, as a base and its overlay do. */
const hasTwin = (object: Manifest, world: World): boolean => (filesOf(world).get(nameOfKind(object))?.size ?? 0) > 1

const filesOf = remember((world: World) => {
  const files = new Map<string, Set<string>>()
  for (const manifest of ESO_KINDS.flatMap(kind => world.of(kind))) {
    const name = nameOfKind(manifest)
    files.set(name, (files.get(name) ?? new Set()).add(manifest.file))
  }
  return files
})

const nameOfKind = ({ groupKind, name }: Manifest): string => `${groupKind}/${name}`
