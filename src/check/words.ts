/** `a, b and c`. */
export const joined = (items: readonly string[], last: 'and' | 'or' = 'and'): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`

/** The first few of many: `a, b and 7 more`. */
export const shortened = (items: readonly string[], most: number): string[] =>
  items.length > most ? [...items.slice(0, most), `${items.length - most} more`] : [...items]
