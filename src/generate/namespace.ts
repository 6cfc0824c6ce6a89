import type { Install } from '../model/eso/eso.ts'
import { type GeneratedDocument, type Generator, nothing } from './generator.ts'

/** The namespaces of the operator, with Pod Security at its strictest: all of its pods keep to it. */
export const namespace: Generator = {
  id: 'namespace',
  title: 'Namespaces of the operator with Pod Security labels',
  answers: ['namespace-without-pod-security'],
  generate({ eso }) {
    const names = [...new Set(eso.installs.flatMap((install: Install) => install.namespace ?? []))].sort()
    if (names.length === 0) return nothing('no External Secrets Operator is installed here')
    return { files: [{ name: 'namespace.yaml', purpose: 'manifests', documents: names.map(namespaceOf) }], notes: [] }
  },
}

/** https://kubernetes.io/docs/concepts/security/pod-security-admission/ */
const namespaceOf = (name: string): GeneratedDocument => ({
  comment: ['Pods that do not keep to the profile "restricted" are refused; those of the operator keep to it.'],
  body: {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      labels: {
        'pod-security.kubernetes.io/enforce': 'restricted',
        'pod-security.kubernetes.io/audit': 'restricted',
        'pod-security.kubernetes.io/warn': 'restricted',
      },
    },
  },
})
