/**
 * Exact arithmetic on sets of IP addresses. Both families lie on one line of numbers: IPv6 from 0 and IPv4 above it,
 * so that a set is one sorted list of ranges.
 */

/** From the first to the last address, both included. */
interface Range {
  readonly first: bigint
  readonly last: bigint
}

const V4_START = 1n << 128n

/** A set of addresses: disjoint ranges in ascending order that do not touch. */
export class AddressSet {
  static readonly none = new AddressSet([])
  readonly #ranges: readonly Range[]

  private constructor(ranges: readonly Range[]) {
    this.#ranges = ranges
  }

  /** The addresses of all these sets. */
  static union(sets: readonly AddressSet[]): AddressSet {
    const sorted = sets.flatMap(set => set.#ranges).sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0))
    const merged: Range[] = []
    for (const { first, last } of sorted) {
      const before = merged.at(-1)
      // The families stay apart, though the last address of the one is the neighbour of the first of the other.
      if (!before || first > before.last + 1n || (first === V4_START && before.last < V4_START))
        merged.push({ first, last })
      else if (last > before.last) merged[merged.length - 1] = { first: before.first, last }
    }
    return new AddressSet(merged)
  }

  /** The addresses of a CIDR block, or a single address; undefined when the text is neither. */
  static parse(text: string): AddressSet | undefined {
    const [, address = '', length] = /^([^/]*)(?:\/(0|[1-9]\d{0,2}))?$/.exec(text) ?? []
    const isV4 = !address.includes(':')
    const value = isV4 ? parseV4(address) : parseV6(address)
    const bits = isV4 ? 32 : 128
    const prefix = length === undefined ? bits : Number(length)
    if (value === undefined || prefix > bits) return undefined
    const size = 1n << BigInt(bits - prefix)
    const first = (isV4 ? V4_START : 0n) + (value / size) * size
    return new AddressSet([{ first, last: first + size - 1n }])
  }

  /** The union of CIDR blocks that are known to be well written. */
  static of(...blocks: readonly string[]): AddressSet {
    return AddressSet.union(blocks.map(block => AddressSet.parse(block) ?? AddressSet.none))
  }

  get isEmpty(): boolean {
    return this.#ranges.length === 0
  }

  /** How many addresses it holds. */
  get size(): bigint {
    return this.#ranges.reduce((sum, { first, last }) => sum + last - first + 1n, 0n)
  }

  minus(other: AddressSet): AddressSet {
    const left: Range[] = []
    let i = 0
    for (const range of this.#ranges) {
      let { first } = range
      while (i < other.#ranges.length && (other.#ranges[i]?.last ?? 0n) < first) i++
      for (let j = i; j < other.#ranges.length; j++) {
        const cut = other.#ranges[j]
        if (!cut || cut.first > range.last) break
        if (cut.first > first) left.push({ first, last: cut.first - 1n })
        if (cut.last >= first) first = cut.last + 1n
      }
      if (first <= range.last) left.push({ first, last: range.last })
    }
    return new AddressSet(left)
  }

  intersect(other: AddressSet): AddressSet {
    return this.minus(this.minus(other))
  }

  /** Whether it holds every address of the other set. */
  covers(other: AddressSet): boolean {
    return other.minus(this).isEmpty
  }

  /** Whether both hold an address. */
  meets(other: AddressSet): boolean {
    return !this.intersect(other).isEmpty
  }
}

function parseV4(text: string): bigint | undefined {
  const parts = text.split('.')
  if (parts.length !== 4 || !parts.every(part => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256))
    return undefined
  return parts.reduce((value, part) => value * 256n + BigInt(part), 0n)
}

function parseV6(text: string): bigint | undefined {
  const halves = text.split('::')
  if (halves.length > 2) return undefined
  const [head, tail] = halves.map(groupsOf)
  if (!head || (halves.length === 2 && !tail)) return undefined
  const missing = 8 - head.length - (tail?.length ?? 0)
  if (tail ? missing < 1 : missing !== 0) return undefined
  const groups = [...head, ...Array<number>(missing).fill(0), ...(tail ?? [])]
  return groups.reduce((value, group) => value * 65536n + BigInt(group), 0n)
}

/** The 16-bit groups of a half of an IPv6 address, whose last one may be written as IPv4; undefined for any other text. */
function groupsOf(half: string): number[] | undefined {
  if (half === '') return []
  const parts = half.split(':')
  const embedded = half.includes('.') ? parseV4(parts.pop() ?? '') : undefined
  if ((half.includes('.') && embedded === undefined) || !parts.every(part => /^[\da-fA-F]{1,4}$/.test(part)))
    return undefined
  const groups = parts.map(part => Number.parseInt(part, 16))
  return embedded === undefined ? groups : [...groups, Number(embedded >> 16n), Number(embedded & 0xffffn)]
}

export const EVERY_V4 = AddressSet.of('0.0.0.0/0')
export const EVERY_V6 = AddressSet.of('::/0')
export const EVERY_ADDRESS = AddressSet.union([EVERY_V4, EVERY_V6])

/** Addresses of the machine's own link, where clouds have their metadata services. */
export const LINK_LOCAL_BLOCKS = ['169.254.0.0/16', 'fe80::/10'] as const
export const LINK_LOCAL = AddressSet.of(...LINK_LOCAL_BLOCKS)

// https://www.iana.org/assignments/iana-ipv4-special-registry/ without what is routed on the internet
const SPECIAL_V4 = AddressSet.of(
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/3'],
)
/** The internet over IPv4 and over IPv6. */
export const PUBLIC_V4 = EVERY_V4.minus(SPECIAL_V4)
export const PUBLIC_V6 = AddressSet.of('2000::/3').minus(AddressSet.of('2001:db8::/32'))
export const PUBLIC = AddressSet.union([PUBLIC_V4, PUBLIC_V6])
/** The blocks that networks of one's own are made of: RFC 1918, RFC 6598, RFC 4193. */
export const PRIVATE_BLOCKS = ['10.0.0.0/8', '100.64.0.0/10', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'] as const
/** Where pods, Services and nodes usually are. */
export const PRIVATE = EVERY_ADDRESS.minus(PUBLIC).minus(LINK_LOCAL)
