import { button, element } from './element.ts'
import { keepSetting, readSetting } from './settings.ts'

/** A key, what it does in words, and doing it. */
export interface Shortcut {
  readonly key: string
  readonly says: string
  readonly act: () => void
}

/** Listens for keys that do something, and lists them in a dialog that `?` opens. They can be switched off there. */
export function shortcuts(some: readonly Shortcut[]): { readonly help: HTMLElement; readonly dialog: HTMLElement } {
  let isOn = readSetting('keys') !== 'off'
  const dialog = helpDialog(some, isOn, on => {
    isOn = on
    keepSetting('keys', on ? 'on' : 'off')
  })
  const open = (): void => dialog.showModal()
  const all = [...some, { key: '?', says: '', act: open }]
  addEventListener('keydown', event => {
    if (event.key === 'Escape' && event.target instanceof HTMLInputElement) event.target.blur()
    if (!isOn || event.ctrlKey || event.metaKey || event.altKey || dialog.open || isTyping(event.target)) return
    const found = all.find(({ key }) => key === event.key)
    if (!found) return
    event.preventDefault()
    found.act()
  })
  return { help: button('?', open, { class: 'help', 'aria-label': 'Keyboard help' }), dialog }
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement

function helpDialog(some: readonly Shortcut[], isOn: boolean, change: (isOn: boolean) => void): HTMLDialogElement {
  const box = element('input', { type: 'checkbox', checked: isOn })
  box.addEventListener('change', () => change(box.checked))
  const rows = [...some, { key: '?', says: 'this help' }, { key: 'Esc', says: 'close it, or leave the search' }]
  const dialog = element(
    'dialog',
    { 'aria-labelledby': 'keys' },
    element('h2', { id: 'keys' }, 'Keyboard'),
    element(
      'dl',
      {},
      ...rows.flatMap(({ key, says }) => [element('dt', {}, element('kbd', {}, key)), element('dd', {}, says)]),
    ),
    element('p', { class: 'note' }, 'Tab goes from one thing to the next, Enter opens it.'),
    element('label', {}, box, ' Keys do this'),
  )
  dialog.append(button('Close', () => dialog.close()))
  return dialog
}
