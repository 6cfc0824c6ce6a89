import { setting, unsafe, without } from '../check/offer.ts'
import { overriddenFlags } from '../check/overridden-flags.ts'
import { defineRule, type Problem } from '../check/rule.ts'
import type { Component } from '../model/eso/eso.ts'
import { isHostIn } from '../model/network/hosts.ts'
import { type Weakening, weakeningBy } from '../model/pods/environment.ts'
import { environmentOf, WORKLOAD_KINDS } from '../model/pods/workloads.ts'

export default defineRule({
  id: 'hardening-overridden',
  title: 'An extra setting undoes what protects the operator',
  severities: ['high'],
  kinds: WORKLOAD_KINDS,
  why: 'The extra arguments, variables and pod fields of the chart come last and are checked by nobody: one line sends every request for a secret to another host, stops the check of its certificate, or switches on again what the other values switched off, which still read as safe.',
  remedy:
    'Take the line out of `extraArgs`, `extraEnv`, `podSpecExtra` or `extraContainers` in the operator chart, and say it with the value that is made for it. An endpoint that must be another one, such as a private one of AWS, goes over https and into `allowedEndpoints` in `.eso-hardener.yaml`.',
  references: [
    'https://external-secrets.io/latest/api/controller-options/',
    'https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html',
    'https://kubernetes.io/docs/tasks/configure-pod-container/share-process-namespace/',
  ],
  guide: ['TM1', 'TM4'],
  bad: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      shareProcessNamespace: true # finding: the processes of its containers see each other, so that container debug reaches the memory and files of the controller
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args:
            - --namespace=team-a
            - --enable-cluster-store-reconciler=false
            - --enable-push-secret-reconciler=false
            - --enable-cluster-store-reconciler=true # finding: --enable-cluster-store-reconciler=true comes after --enable-cluster-store-reconciler=false and wins
            - --namespace= # finding: --namespace= comes after --namespace=team-a and wins
          env:
            - name: AWS_SECRETSMANAGER_ENDPOINT # finding: AWS_SECRETSMANAGER_ENDPOINT sends requests to AWS to secrets.example.com
              value: https://secrets.example.com
            - { name: AWS_STS_ENDPOINT, value: "http://sts.eu-west-1.amazonaws.com" } # finding: AWS_STS_ENDPOINT sends requests to AWS to sts.eu-west-1.amazonaws.com, in clear text
            - { name: DOPPLER_VERIFY_TLS, value: "false" } # finding: DOPPLER_VERIFY_TLS stops the check of Doppler's certificate
        - name: debug
          image: registry.example.com/debug:v1
`,
  ],
  good: [
    `
# config: { allowedEndpoints: [secrets.example.com, "*.aws.example.com"] }
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      shareProcessNamespace: true
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args:
            - --namespace=team-a
            - --enable-push-secret-reconciler=true
            - --enable-push-secret-reconciler=false
            - --namespace=team-a
            - --loglevel=info
            - --loglevel=debug
          env:
            - { name: AWS_SECRETSMANAGER_ENDPOINT, value: "https://secrets.example.com" }
            - { name: AWS_ENDPOINT_URL_STS, value: "https://sts.aws.example.com:8443" }
            - { name: AWS_SSM_ENDPOINT, value: "https://vpce-0a1b.ssm.eu-west-1.vpce.amazonaws.com" }
            - { name: DOPPLER_BASE_URL, value: "\${DOPPLER_URL}" }
            - { name: AWS_ENDPOINT_URL, valueFrom: { configMapKeyRef: { name: aws, key: endpoint } } }
            - { name: HTTPS_PROXY, value: "http://proxy.example.com:3128" }
`,
    `
# Another program.
apiVersion: apps/v1
kind: Deployment
metadata: { name: shop, namespace: eso }
spec:
  template:
    spec:
      shareProcessNamespace: true
      containers:
        - name: shop
          image: registry.example.com/shop:v1
          env: [{ name: AWS_ENDPOINT_URL, value: "http://localstack:4566" }]
        - { name: proxy, image: "registry.example.com/proxy:v1" }
`,
  ],
  *check(manifest, { eso, config: { allowedEndpoints = [] } }) {
    const component = eso.componentOf(manifest)
    if (!component) return
    for (const { name, earlier, last } of overriddenFlags(component))
      yield {
        path: last.path,
        discriminator: name,
        message: `--${name}=${last.value} comes after --${name}=${earlier.value} and wins`,
        related: [{ manifest, path: earlier.path, message: 'what it undoes' }],
      }
    for (const variable of environmentOf(component.pod, component.container)) {
      const weakening = weakeningBy(variable)
      if (weakening && !isAllowed(weakening, allowedEndpoints))
        yield { path: variable.path, message: `${variable.name} ${effectOf(weakening)}` }
    }
    yield* sharedProcesses(component)
  },
  fix: ({ path }) => unsafe(PURPOSE, path.at(-1) === 'shareProcessNamespace' ? setting(path, false) : without(path)),
})

const PURPOSE = 'Does anything work only because of this setting?'

function effectOf(weakening: Weakening): string {
  if (weakening.by === 'no verification') return `stops the check of ${weakening.what} certificate`
  return `sends ${weakening.what} to ${weakening.host}${weakening.isCleartext ? ', in clear text' : ''}`
}

/** An address that the config allows undoes nothing as long as it is spoken to over TLS. */
const isAllowed = (weakening: Weakening, allowed: readonly string[]): boolean =>
  weakening.by === 'address' && !weakening.isCleartext && isHostIn(weakening.host, allowed)

function* sharedProcesses({ pod, container, role }: Component): Generator<Problem> {
  const others = pod.containers.filter(other => other !== container && !other.path.includes('initContainers'))
  if (pod.spec.shareProcessNamespace !== true || others.length === 0) return
  const names = others.map(({ name }) => name).join(', ')
  yield {
    path: [...pod.specPath, 'shareProcessNamespace'],
    message: `the processes of its containers see each other, so that container ${names} reaches the memory and files of the ${role}`,
  }
}
