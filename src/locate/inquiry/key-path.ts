import { UserError } from '../../errors.ts'
import type { Path } from '../../finding.ts'

const STEP = /\.?((?:[^.[\\]|\\.)+)|\[(\d{1,6})\]/gsy

/** Reads a key as it is shown and as helm's --set has it: `webhook.ports[0].name`, `\.` for a dot in a name. @throws UserError */
export function readKey(text: string): Path {
  const path: (string | number)[] = []
  let end = 0
  for (const {
    0: { length },
    1: name,
    2: index,
    index: start,
  } of text.matchAll(STEP)) {
    path.push(index === undefined ? (name ?? '').replaceAll(/\\(.)/gs, '$1') : Number(index))
    end = start + length
  }
  if (end < text.length || path.length === 0 || text.startsWith('.') || typeof path[0] === 'number')
    throw new UserError(`'${text}' is not a key of values`, 'write it as for helm --set: webhook.ports[0].name')
  return path
}
