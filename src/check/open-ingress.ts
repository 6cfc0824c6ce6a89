import type { Component } from '../model/eso/eso.ts'
import { type Listener, listenersOf } from '../model/network/listening.ts'
import { STRANGER } from '../model/network/peers.ts'
import { type PortQuery, takesPort } from '../model/network/ports.ts'
import type { TrafficRule } from '../model/network/traffic.ts'
import type { World } from '../model/world.ts'
import { isMostOfInternet } from './network.ts'
import { joined } from './words.ts'

/** Whether any pod of the cluster, or anybody on the internet who has a way to it, may connect to a port of a component. */
export const isOpenToAll = ({ pod }: Component, { port }: Listener, { network }: World): boolean =>
  network.allows(pod, 'ingress', STRANGER, at(port)) === 'yes' ||
  isMostOfInternet(network.admitted(pod, 'ingress', at(port)))

/** The listeners of a component that everybody may connect to because of this rule. */
export const openedBy = (rule: TrafficRule, component: Component, world: World): Listener[] =>
  listenersOf(component).filter(
    listener =>
      takesPort(rule.ports, at(listener.port)) === 'yes' &&
      (rule.peers.takes(STRANGER) === 'yes' || isMostOfInternet(rule.peers.certain)) &&
      isOpenToAll(component, listener, world),
  )

const at = (port: number): PortQuery => ({ protocol: 'TCP', port })

/** `8080 (metrics) and 10250 (webhook)`. */
export const listenersText = (listeners: readonly Listener[]): string =>
  joined([...new Set(listeners.map(({ port, purpose }) => `${port} (${purpose})`))])
