import { type Address, addressText } from './address.ts'

let show: () => void = () => undefined

/** Says what shows the address; it is called for each that is gone to, and for those that the reader types or steps back to. */
export function whenAddressed(act: () => void): void {
  let last: string | undefined
  show = () => {
    if (location.hash === last) return
    last = location.hash
    act()
  }
  addEventListener('hashchange', show)
  last = location.hash
  act()
}

/** Shows another view. */
export function goTo(address: Address): void {
  location.hash = addressText(address)
  show()
}

/** Shows the same view otherwise: it takes its place in the history, so that one step leads back to where the reader came from. */
export function changeTo(address: Address): void {
  location.replace(addressText(address))
  show()
}
