import { button, element } from './element.ts'
import { count } from './marks.ts'

/**
 * A list whose end is made when somebody asks for it, so that ten thousand items cost no more than those that are read.
 * @param what one item in words, such as `finding`
 */
export function longList<T>(
  items: readonly T[],
  size: number,
  what: string,
  make: (item: T, index: number) => HTMLElement,
  attributes: Readonly<Record<string, string>> = {},
): HTMLElement[] {
  const list = element('ul', { class: 'list', ...attributes })
  const end = element('p', { class: 'more' })
  let shown = 0
  const show = (number: number): HTMLElement | undefined => {
    const added = items.slice(shown, shown + number).map((item, i) => element('li', {}, make(item, shown + i)))
    shown += added.length
    list.append(...added)
    end.replaceChildren(moreButton())
    end.toggleAttribute('hidden', shown >= items.length)
    return added[0]
  }
  // Who asked by keyboard goes on where the new items begin: the button is another one now.
  const showAndGo = (number: number): void => {
    const first = show(number)?.querySelector<HTMLElement>('summary, a, button')
    first?.focus()
  }
  const moreButton = (): HTMLElement => {
    const left = items.length - shown
    const next = Math.min(left, Math.max(size, MORE))
    const rest = left === next ? '' : ` of ${left.toLocaleString('en')}`
    return button(`Show ${count(next, `more ${what}`)}${rest}`, () => showAndGo(next))
  }
  show(size)
  return [list, end]
}

/** How many come at a time. */
const MORE = 100
