/** More details on paper nobody reads. */
const MOST = 100

/** On paper everything is open that is in the list, as far as that is readable; afterwards it is as it was. */
export function openForPrint(prepare: () => void): void {
  let opened: HTMLDetailsElement[] = []
  addEventListener('beforeprint', () => {
    prepare()
    opened = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')].slice(0, MOST)
    for (const details of opened) {
      details.open = true
      // The event comes too late for the print.
      details.dispatchEvent(new Event('toggle'))
    }
  })
  addEventListener('afterprint', () => {
    for (const details of opened) details.open = false
  })
}
