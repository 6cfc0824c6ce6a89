/** The ServiceAccounts that continuous delivery runs as: whoever can deploy through them has their rights. */
export const DEPLOYERS = {
  asOf: '2026-11-23',
  serviceAccounts: [
    {
      product: 'Argo CD',
      name: 'argocd-application-controller',
      namespaces: ['argocd', 'argo-cd', 'openshift-gitops'],
    },
    { product: 'Argo CD', name: 'openshift-gitops-argocd-application-controller', namespaces: ['openshift-gitops'] },
    { product: 'Argo CD', name: 'argocd-server', namespaces: ['argocd', 'argo-cd', 'openshift-gitops'] },
    { product: 'Flux', name: 'kustomize-controller', namespaces: ['flux-system'] },
    { product: 'Flux', name: 'helm-controller', namespaces: ['flux-system'] },
    { product: 'Flux', name: 'flux-operator', namespaces: ['flux-system'] },
    {
      product: 'OLM',
      name: 'olm-operator-serviceaccount',
      namespaces: ['olm', 'operator-lifecycle-manager', 'openshift-operator-lifecycle-manager'],
    },
  ],
} as const

/** The delivery product whose controller this ServiceAccount is; undefined when it is none we know. */
export const deployerOf = (name: string, namespace: string | undefined): string | undefined =>
  DEPLOYERS.serviceAccounts.find(
    account => account.name === name && (account.namespaces as readonly string[]).includes(namespace ?? ''),
  )?.product
