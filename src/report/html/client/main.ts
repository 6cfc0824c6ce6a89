import type { PageData } from '../data.ts'
import { type Address, parseAddress } from './address.ts'
import { byId } from './element.ts'
import { findings } from './findings.ts'
import { graph } from './graph/view.ts'
import { guidance } from './guidance.ts'
import { inputs } from './inputs.ts'
import { inventory } from './inventory.ts'
import { shortcuts } from './keyboard.ts'
import { goTo, whenAddressed } from './navigate.ts'
import { overview } from './overview.ts'
import { paths } from './paths.ts'
import { openForPrint } from './print.ts'
import { themeSwitch } from './theme.ts'
import { step } from './walk.ts'

/** Shows a view; called when it is first shown, and again when the address changes. */
export type View = (root: HTMLElement, data: PageData, address: Address) => void

/** By the id of the view. Sections that bring markup along (page.ts) are brought to life here. */
const VIEWS: Readonly<Record<string, View>> = { overview, findings, paths, graph, guidance, inventory, inputs }

const data: PageData = JSON.parse(byId('data')?.textContent ?? '{}')
const ids = [...document.querySelectorAll<HTMLElement>('.view')].map(({ id }) => id.replace(/^view-/, ''))

function fill(id: string, address: Address): void {
  const root = byId(`view-${id}`)
  if (root) VIEWS[id]?.(root, data, address)
}

/** Shows what the address asks for. Without a word of ours in it, that is the overview. */
function show(): void {
  const asked = parseAddress(location.hash)
  const address = ids.includes(asked.view) ? asked : { view: 'overview', values: {} }
  for (const id of ids) byId(`view-${id}`)?.toggleAttribute('hidden', id !== address.view)
  for (const link of document.querySelectorAll<HTMLElement>('nav [data-view]')) {
    if (link.dataset.view === address.view) link.setAttribute('aria-current', 'page')
    else link.removeAttribute('aria-current')
  }
  const isOther = ![undefined, address.view].includes(document.body.dataset.view)
  document.body.dataset.view = address.view
  if (isOther) arrive()
  fill(address.view, address)
}

/** Another view begins at its top, and what had the focus may be hidden now. */
function arrive(): void {
  scrollTo(0, 0)
  if (document.activeElement?.closest('.view[hidden]')) byId('main')?.focus({ preventScroll: true })
}

/** A search from anywhere is a search for findings. */
function goToSearch(): void {
  if (document.body.dataset.view !== 'findings') goTo({ view: 'findings', values: {} })
  byId('search')?.focus()
}

const theme = themeSwitch()
const keys = shortcuts([
  { key: '/', says: 'search findings', act: goToSearch },
  { key: 'j', says: 'next entry', act: () => step(1) },
  { key: 'k', says: 'previous entry', act: () => step(-1) },
  ...ids.map((id, i) => ({
    key: String(i + 1),
    says: byId(`title-${id}`)?.textContent ?? id,
    act: () => goTo({ view: id, values: {} }),
  })),
  { key: 't', says: 'change the colours', act: theme.next },
])
// An anchor would be taken for the address of a view.
document.querySelector('.skip')?.addEventListener('click', event => {
  event.preventDefault()
  byId('main')?.focus()
})
document.querySelector('.tools')?.append(theme.root, keys.help)
document.body.append(keys.dialog)
openForPrint(() => {
  for (const id of ids) if (id !== document.body.dataset.view) fill(id, { view: id, values: {} })
})
whenAddressed(show)
performance.mark('shown')
