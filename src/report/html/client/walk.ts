/** Moves the focus to the next or previous thing of the list that can be opened. */
export function step(direction: 1 | -1): void {
  const stops = [...document.querySelectorAll<HTMLElement>('.view:not([hidden]) summary')]
  const at = stops.findIndex(stop => stop.matches(':focus'))
  const next = stops[at < 0 ? (direction === 1 ? 0 : stops.length - 1) : at + direction]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}
