import { defineRule } from '../check/rule.ts'
import { storedCredential } from '../check/stored-credential.ts'
import { connectedOf, kindsWith, replaceableCredentials } from '../providers/store.ts'

export default defineRule({
  id: 'static-provider-credentials',
  title: 'A store or generator signs in with a stored credential though it could do without',
  severities: ['high'],
  kinds: kindsWith(({ stored }) => stored.some(({ instead }) => instead !== undefined)),
  needs: ['connections'],
  why: 'A stored credential works from anywhere and for as long as nobody replaces it: whoever reads the Secret once, in the cluster, a backup or a log, reads the secret store behind it. A short-lived token of a ServiceAccount ends by itself and is worth nothing elsewhere.',
  remedy:
    "Sign in with a ServiceAccount's short-lived token, by the block that the message names: IRSA or Pod Identity on AWS, Workload Identity on Google Cloud and Azure, Kubernetes auth for Vault. Then revoke the stored credential and delete its Secret.",
  references: [
    'https://external-secrets.io/latest/guides/security-best-practices/',
    'https://external-secrets.io/latest/provider/aws-access/',
    'https://external-secrets.io/latest/provider/google-secrets-manager/',
    'https://external-secrets.io/latest/provider/azure-key-vault/',
    'https://external-secrets.io/latest/provider/hashicorp-vault/',
  ],
  guide: ['PC1', 'PC2', 'PC3', 'TM2'],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: aws, namespace: shop }
spec:
  provider:
    aws:
      service: SecretsManager
      region: eu-west-1
      auth:
        secretRef: # finding: AWS gets a stored access key (auth.secretRef, Secret aws-key); keyless: auth.jwt.serviceAccountRef (IRSA), or no auth with EKS Pod Identity
          accessKeyIDSecretRef: { name: aws-key, key: id }
          secretAccessKeySecretRef: { name: aws-key, key: secret }
`,
    `
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: google }
spec:
  conditions: [{ namespaces: [shop] }]
  provider:
    gcpsm:
      projectID: shop
      auth:
        secretRef: # finding: Google Secret Manager gets a stored service account key (auth.secretRef, Secret eso/gcp-key); keyless: auth.workloadIdentity
          secretAccessKeySecretRef: { name: gcp-key, namespace: eso, key: key.json }
`,
    `
# ServicePrincipal is what authType means when it is left out.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: azure, namespace: shop }
spec:
  provider:
    azurekv:
      vaultUrl: https://shop.vault.azure.net
      tenantId: 00000000-0000-0000-0000-000000000000
      authSecretRef: # finding: Azure Key Vault gets a stored service principal's secret (authSecretRef, Secret azure); keyless: authType WorkloadIdentity
        clientId: { name: azure, key: id }
        clientSecret: { name: azure, key: secret }
`,
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      path: shop
      auth:
        userPass: # finding: Vault gets a stored password (auth.userPass, Secret vault-user); keyless: auth.kubernetes.serviceAccountRef
          path: userpass
          username: shop
          secretRef: { name: vault-user, key: password }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault-by-token, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      path: shop
      auth:
        tokenSecretRef: { name: vault-token, key: token } # finding: stored token (auth.tokenSecretRef
`,
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: hub, namespace: shop }
spec:
  provider:
    kubernetes:
      remoteNamespace: shop
      auth:
        token: # finding: Kubernetes gets a stored bearer token (auth.token, Secret hub-token); keyless: auth.serviceAccount
          bearerToken: { name: hub-token, key: token }
`,
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: conjur, namespace: shop }
spec:
  provider:
    conjur:
      url: https://conjur.example.com
      auth:
        apikey: # finding: CyberArk Conjur gets a stored API key (auth.apikey, Secret conjur); keyless: auth.jwt.serviceAccountRef
          account: shop
          userRef: { name: conjur, key: user }
          apiKeyRef: { name: conjur, key: key }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: pulumi, namespace: shop }
spec:
  provider:
    pulumi:
      organization: shop
      project: shop
      environment: live
      accessToken: # finding: Pulumi ESC gets a stored access token (accessToken, Secret pulumi); keyless: auth.oidcConfig
        secretRef: { name: pulumi, key: token }
`,
    `
# Generators sign in as stores do.
apiVersion: generators.external-secrets.io/v1alpha1
kind: ECRAuthorizationToken
metadata: { name: registry, namespace: shop }
spec:
  region: eu-west-1
  auth:
    secretRef: # finding: Amazon ECR gets a stored access key (auth.secretRef, Secret aws-key); keyless: auth.jwt.serviceAccountRef (IRSA)
      accessKeyIDSecretRef: { name: aws-key, key: id }
      secretAccessKeySecretRef: { name: aws-key, key: secret }
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: ClusterGenerator
metadata: { name: registry }
spec:
  kind: ACRAccessToken
  generator:
    acrAccessTokenSpec:
      registry: shop.azurecr.io
      auth:
        servicePrincipal: # finding: Azure Container Registry gets a stored service principal's secret
          secretRef:
            clientId: { name: azure, key: id }
            clientSecret: { name: azure, key: secret }
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: VaultDynamicSecret
metadata: { name: database, namespace: shop }
spec:
  path: database/creds/shop
  provider:
    server: https://vault.example.com
    auth:
      ldap: # finding: Vault dynamic secret gets a stored LDAP password (auth.ldap, Secret ldap)
        username: shop
        secretRef: { name: ldap, key: password }
`,
  ],
  good: [
    `
# Keyless: IRSA; the controller's own Pod Identity; Workload Identity; Kubernetes auth.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: aws, namespace: shop }
spec:
  provider:
    aws:
      service: SecretsManager
      region: eu-west-1
      auth: { jwt: { serviceAccountRef: { name: shop } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: aws-pod-identity, namespace: shop }
spec:
  provider:
    aws: { service: ParameterStore, region: eu-west-1 }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: google, namespace: shop }
spec:
  provider:
    gcpsm:
      projectID: shop
      auth: { workloadIdentity: { serviceAccountRef: { name: shop } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
`,
    `
# A client id is no secret, and under WorkloadIdentity nothing else is read.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: azure, namespace: shop }
spec:
  provider:
    azurekv:
      vaultUrl: https://shop.vault.azure.net
      authType: WorkloadIdentity
      authSecretRef:
        clientId: { name: azure, key: id }
        tenantId: { name: azure, key: tenant }
`,
    `
# 1Password Connect takes nothing but its token.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: onepassword }
spec:
  provider:
    onepassword:
      connectHost: http://onepassword-connect:8080
      vaults: { shop: 1 }
      auth: { secretRef: { connectTokenSecretRef: { name: connect, namespace: eso, key: token } } }
`,
    `
# Which way counts is the operator's rule: the references of what is not used are not read.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth:
        kubernetes: { role: shop, serviceAccountRef: { name: shop }, secretRef: { name: old, key: token } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: oracle, namespace: shop }
spec:
  provider:
    oracle:
      region: eu-frankfurt-1
      vault: ocid1.vault
      principalType: Workload
      serviceAccountRef: { name: shop }
      auth: { user: u, tenancy: t, secretRef: { privatekey: { name: old }, fingerprint: { name: old } } }
---
# A GitHub App has nothing but its private key.
apiVersion: generators.external-secrets.io/v1alpha1
kind: GithubAccessToken
metadata: { name: github, namespace: shop }
spec:
  appID: "1"
  installID: "2"
  auth: { privateKey: { secretRef: { name: github, key: key } } }
`,
    `
# What is filled in later is unknown.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: later, namespace: shop }
spec:
  provider:
    aws:
      service: SecretsManager
      region: \${REGION}
      auth: \${AWS_AUTH}
`,
  ],
  *check(manifest) {
    const connected = connectedOf(manifest)
    if (!connected) return
    for (const credential of replaceableCredentials(connected))
      yield {
        path: credential.path,
        message: `${storedCredential(connected, credential)}; keyless: ${credential.instead}`,
      }
  },
})
