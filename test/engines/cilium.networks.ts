import type { Answer } from '../../src/model/answer.ts'
import { oracleProgram } from './build-oracle.ts'
import { randomCilium } from './cilium-worlds.ts'
import { compare } from './comparison.ts'
import { networkVerdicts } from './network-answers.ts'
import type { NetworkCase } from './network-worlds.ts'

const judge = (change?: (text: string) => string) => {
  const verdicts = networkVerdicts(change)
  return (asked: NetworkCase): Answer[] => verdicts(asked).map(({ allows }) => allows)
}

compare<NetworkCase, readonly boolean[], readonly Answer[]>(
  {
    name: 'CiliumNetworkPolicy',
    cases: randomCilium,
    ask: (oracle, asked) => oracle.ask('network', asked),
    theirs: answers => answers.map(isAllowed => (isAllowed ? 'yes' : 'no')),
    ours: judge(),
    outcomesOf: verdicts => verdicts,
    outcomes: ['yes', 'no'],
    planted: {
      'rules that deny are not looked at': judge(text => text.replaceAll(/"(ingress|egress)Deny"/g, '"other"')),
      'an exception is not looked at': judge(text => text.replaceAll('"except"', '"other"')),
      'a range ends where it begins': judge(text => text.replaceAll('"endPort"', '"other"')),
      'denying by default cannot be switched off': judge(text => text.replaceAll('"enableDefaultDeny"', '"other"')),
      'a selector reaches into other namespaces': judge(text =>
        text.replaceAll('"CiliumNetworkPolicy"', '"CiliumClusterwideNetworkPolicy"'),
      ),
    },
  },
  oracleProgram('cilium'),
)
