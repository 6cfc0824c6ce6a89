import type { Option } from '../options.ts'

/** What `generate` is told. */
export const GENERATE_FLAGS: readonly Option[] = [
  {
    name: 'engine',
    scopes: ['cli'],
    type: 'choice',
    values: ['vap', 'kyverno', 'gatekeeper'],
    help: 'Whose policies `generate admission` writes: ValidatingAdmissionPolicies of Kubernetes itself, or those of Kyverno or Gatekeeper; default: `vap`.',
  },
  {
    name: 'flavor',
    scopes: ['cli'],
    type: 'choice',
    values: ['k8s', 'cilium', 'calico'],
    help: 'Whose policies `generate network-policies` writes; default: `k8s`, which knows no names of hosts.',
  },
  {
    name: 'out',
    scopes: ['cli'],
    type: 'string',
    placeholder: 'FOLDER',
    help: 'Where `harden` and `generate` write their files; default of `generate`: standard output.',
  },
]
