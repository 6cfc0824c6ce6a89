/** A part of a comment, made of items that are shown whole or not at all. */
export interface Section {
  /** Which sections get room first; 0 is what must be there. */
  readonly rank: number
  /** What stands before and behind the items, when any of them is shown. */
  readonly head?: string
  readonly tail?: string
  readonly items: readonly string[]
  /** Says how many items are left out; without it nothing is said. */
  readonly rest?: (number: number) => string
  /** Most bytes of it, so that a long section leaves room for those of a lower rank. */
  readonly most?: number
}

/**
 * The sections in their order, in at most `maxBytes` bytes of UTF-8: no unit of length counts more. Items are
 * measured before they are added and never cut; those that do not fit are counted. Rank 0 and the words on what is
 * left out must fit by themselves.
 */
export function fitted(sections: readonly Section[], maxBytes: number): string {
  const texts = new Map<Section, string>()
  let room = maxBytes - sections.reduce((sum, section) => sum + bytes(restOf(section)), 0)
  for (const section of sections.toSorted((a, b) => a.rank - b.rank)) {
    const own = bytes(restOf(section))
    const text = textOf(section, Math.min(room, section.most ?? Number.POSITIVE_INFINITY) + own)
    room -= bytes(text) - own
    texts.set(section, text)
  }
  return sections.map(section => texts.get(section)).join('')
}

/** What is said when no item is shown: the longest it can be. */
const restOf = ({ items, rest }: Section): string => (items.length > 0 ? (rest?.(items.length) ?? '') : '')

function textOf(section: Section, room: number): string {
  const { head = '', tail = '', items, rest } = section
  const whole = items.length > 0 ? head + items.join('') + tail : ''
  if (bytes(whole) <= room) return whole
  let used = bytes(head) + bytes(tail) + bytes(restOf(section))
  let fitting = 0
  for (const item of items) {
    used += bytes(item)
    if (used > room) break
    fitting += 1
  }
  const left = rest?.(items.length - fitting) ?? ''
  return fitting === 0 ? left : head + items.slice(0, fitting).join('') + tail + left
}

const bytes = (text: string): number => Buffer.byteLength(text)
