import type { Answer } from '../../src/model/answer.ts'
import { compare } from './comparison.ts'
import { type NetworkVerdict, networkVerdicts } from './network-answers.ts'
import { type NetworkCase, POD_ADDRESSES, randomNetwork } from './network-worlds.ts'

/** As test/engines/k8s-oracle asks: what can be one way or the other is not known. */
const theirs = (answers: readonly Answer[], { connections }: NetworkCase): NetworkVerdict[] =>
  connections.map(({ peerPod }, i) => {
    const allows = answers[i] ?? 'unknown'
    return { allows, isAdmitted: peerPod === null ? allows === 'yes' : undefined }
  })

compare<NetworkCase, readonly Answer[], readonly NetworkVerdict[]>({
  name: 'NetworkPolicy',
  cases: randomNetwork,
  ask: (oracle, asked) => oracle.ask('network', { ...asked, podAddresses: POD_ADDRESSES }),
  theirs,
  ours: networkVerdicts(),
  outcomesOf: verdicts => verdicts.map(({ allows }) => allows),
  outcomes: ['yes', 'no', 'unknown'],
  planted: {
    'an exception is not looked at': networkVerdicts(text => text.replaceAll('"except"', '"other"')),
    'a range ends where it begins': networkVerdicts(text => text.replaceAll('"endPort"', '"other"')),
    'a missing list of peers takes nobody': networkVerdicts(text =>
      text.replaceAll(/"(from|to)":(?:null|\[\])/g, '"$1":[{"podSelector":{"matchLabels":{"no":"one"}}}]'),
    ),
    'a protocol is not looked at': networkVerdicts(text => text.replaceAll('"protocol"', '"other"')),
  },
})
