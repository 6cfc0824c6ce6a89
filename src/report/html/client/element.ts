/** What an element may hold: text is always text, never markup. */
export type Child = Node | string | null | undefined | false

/** Undefined and false leave an attribute out, true writes it without a value. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

/** Makes an HTML element. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly (Child | readonly Child[])[]
): HTMLElementTagNameMap[Name] {
  return filled(document.createElement(name), attributes, children)
}

/** Makes an SVG element. */
export function drawing<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly (Child | readonly Child[])[]
): SVGElementTagNameMap[Name] {
  return filled(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children)
}

function filled<Kind extends Element>(
  target: Kind,
  attributes: Attributes,
  children: readonly (Child | readonly Child[])[],
): Kind {
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) target.setAttribute(key, value === true ? '' : String(value))
  for (const child of children.flat())
    if (child !== null && child !== undefined && child !== false) target.append(child)
  return target
}

/** A button that does one thing. */
export function button(label: Child, act: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, label)
  made.addEventListener('click', act)
  return made
}

/** Words of rules, in which backticks mark code. */
export const richText = (text: string): Child[] =>
  text.split('`').map((part, i) => (i % 2 === 1 ? element('code', {}, part) : part))

/** A heading's anchor would fight with the address, so parts of the page are found by this. */
export const byId = (id: string): HTMLElement | undefined => document.getElementById(id) ?? undefined
