/** Stores and a generator of every kind of address: a Service, an address, hosts by name and by region, and the pod's own identity. */
export const STORES = `
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: inside }
spec: { provider: { vault: { server: "http://vault.vault.svc:8200", auth: { tokenSecretRef: { name: t, key: k } } } } }
---
apiVersion: v1
kind: Service
metadata: { name: vault, namespace: vault }
spec: { selector: { app: vault }, ports: [{ port: 8200, targetPort: 8210 }] }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: by-address, namespace: shop }
spec: { provider: { vault: { server: "https://20.1.2.7:8300", auth: { tokenSecretRef: { name: t, key: k } } } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: named, namespace: shop }
spec: { provider: { vault: { server: "https://vault.example.com", auth: { tokenSecretRef: { name: t, key: k } } } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: aws, namespace: shop }
spec: { provider: { aws: { service: ParameterStore, region: eu-west-1 } } }
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: GithubAccessToken
metadata: { name: github, namespace: shop }
spec: { appID: "1", installID: "2", auth: { privateKey: { secretRef: { name: t, key: k } } } }
`
