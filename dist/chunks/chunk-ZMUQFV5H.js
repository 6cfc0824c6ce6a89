import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  AddressSet,
  ByNamespace,
  ESO_GROUP,
  GENERATORS_GROUP,
  PUBLIC,
  STORE_KINDS,
  allOf,
  answerOf,
  anyOf,
  compileGoRegexp,
  isGenerator,
  remember
} from "./chunk-OZ35NTFX.js";
import {
  labelAt,
  meets,
  requirementsOf,
  selects
} from "./chunk-DGQTWVVE.js";
import {
  asLabels,
  asList,
  asMapping,
  asText,
  asTexts,
  isPlaceholder,
  knownText,
  valueAt
} from "./chunk-NNHQXPSF.js";

// src/model/eso/stores.ts
function isUnconditional(store) {
  const conditions = store.get("spec", "conditions") ?? [];
  return Array.isArray(conditions) && conditions.length === 0;
}
var isWhole = (store) => asMapping(store.get("spec", "provider")) !== void 0 || isPlaceholder(store.get("spec", "provider"));

// src/providers/fields.ts
function placesOf(config, field) {
  let places = [{ path: [], value: config }];
  for (const step of stepsOf(field)) places = places.flatMap((place) => inside(place, step));
  return places;
}
var stepsOf = (field) => field.replaceAll("[]", ".[]").split(".");
function inside({ path, value }, step) {
  if (step === "[]") return asList(value).map((item, i) => ({ path: [...path, i], value: item }));
  const mapping = asMapping(value) ?? {};
  const keys = step === "*" ? Object.keys(mapping) : Object.hasOwn(mapping, step) ? [step] : [];
  return keys.map((key) => ({ path: [...path, key], value: mapping[key] }));
}
var keysOf = (field) => field.split(".");
function isSet(config, field) {
  const keys = keysOf(field);
  const values = keys.map((_, i) => valueAt(config, keys.slice(0, i + 1)));
  const last = values.at(-1);
  return values.some(isPlaceholder) || last !== void 0 && last !== null && last !== "";
}
function hasValue(config, { field, is, byDefault = false }) {
  const value = valueAt(config, keysOf(field)) ?? "";
  return value === "" ? byDefault : value === is;
}

// src/providers/provider.ts
var defineProvider = (provider) => provider;
var defineGenerator = (generator) => generator;

// src/providers/generators/acr-access-token.ts
var acr_access_token_default = defineGenerator({
  kind: "ACRAccessToken",
  clusterField: "acrAccessTokenSpec",
  title: "Azure Container Registry",
  docs: "https://external-secrets.io/latest/api/generator/acr/",
  stored: [
    {
      field: "auth.servicePrincipal",
      secrets: ["auth.servicePrincipal.secretRef.clientSecret"],
      what: "service principal's secret",
      instead: "auth.workloadIdentity.serviceAccountRef"
    }
  ],
  keyless: [
    { field: "auth.workloadIdentity.serviceAccountRef" },
    { field: "auth.managedIdentity" },
    { field: "auth.workloadIdentity" }
  ],
  ambient: [
    {
      field: "auth.managedIdentity",
      unless: [],
      as: "the controller pod's or node's managed identity",
      instead: "auth.workloadIdentity.serviceAccountRef"
    },
    {
      field: "auth.workloadIdentity",
      unless: ["auth.workloadIdentity.serviceAccountRef"],
      as: "the controller pod's workload identity",
      instead: "auth.workloadIdentity.serviceAccountRef"
    }
  ],
  serviceAccounts: [
    {
      field: "auth.workloadIdentity.serviceAccountRef",
      annotation: { key: "azure.workload.identity/client-id", isRequired: false }
    }
  ],
  identifiers: ["auth.servicePrincipal.secretRef.clientId"]
});

// src/providers/table/beyondtrustworkloadcredentials.ts
var beyondtrustworkloadcredentials_default = defineProvider({
  name: "beyondtrustworkloadcredentials",
  title: "BeyondTrust Workload Credentials",
  docs: "https://external-secrets.io/latest/provider/beyondtrustworkloadcredentials/",
  since: "2.7.0",
  stored: [{ field: "auth.apikey", secrets: ["auth.apikey.token"], what: "API key" }],
  keyless: [],
  endpoints: [{ field: "server.apiUrl", form: "url" }],
  ca: ["caBundle", "caProvider"]
});

// src/providers/generators/beyondtrust-dynamic-secret.ts
var beyondtrust_dynamic_secret_default = defineGenerator({
  ...beyondtrustworkloadcredentials_default,
  kind: "BeyondtrustWorkloadCredentialsDynamicSecret",
  clusterField: "beyondtrustWorkloadCredentialsDynamicSecretSpec",
  title: "BeyondTrust dynamic secret",
  docs: "https://external-secrets.io/latest/api/generator/beyondtrustworkloadcredentials/",
  block: "provider"
});

// src/providers/generators/cloudsmith-access-token.ts
var cloudsmith_access_token_default = defineGenerator({
  kind: "CloudsmithAccessToken",
  clusterField: "cloudsmithAccessTokenSpec",
  title: "Cloudsmith",
  docs: "https://external-secrets.io/latest/api/generator/cloudsmith/",
  stored: [],
  keyless: [{ field: "serviceAccountRef" }],
  serviceAccounts: [{ field: "serviceAccountRef", needsAudience: true }],
  endpoints: [{ field: "apiUrl", form: "url", default: "https://api.cloudsmith.io" }]
});

// src/providers/table/aws.ts
var aws_default = defineProvider({
  name: "aws",
  title: "AWS",
  docs: "https://external-secrets.io/latest/provider/aws-access/",
  since: "0.1.0",
  stored: [
    {
      field: "auth.secretRef",
      secrets: ["auth.secretRef.secretAccessKeySecretRef", "auth.secretRef.sessionTokenSecretRef"],
      what: "access key",
      instead: "auth.jwt.serviceAccountRef (IRSA), or no auth with EKS Pod Identity"
    }
  ],
  keyless: [{ field: "auth.jwt" }],
  ambient: [
    {
      unless: ["auth.jwt", "auth.secretRef"],
      as: "the controller pod's AWS identity (Pod Identity, its ServiceAccount's role or the node's role)",
      instead: "auth.jwt.serviceAccountRef"
    }
  ],
  roles: ["role"],
  serviceAccounts: [
    { field: "auth.jwt.serviceAccountRef", annotation: { key: "eks.amazonaws.com/role-arn", isRequired: true } }
  ],
  identifiers: ["auth.secretRef.accessKeyIDSecretRef"]
});

// src/providers/generators/ecr-authorization-token.ts
var ecr_authorization_token_default = defineGenerator({
  kind: "ECRAuthorizationToken",
  clusterField: "ecrAuthorizationTokenSpec",
  title: "Amazon ECR",
  docs: "https://external-secrets.io/latest/api/generator/ecr/",
  stored: aws_default.stored,
  keyless: [{ field: "auth.jwt.serviceAccountRef" }],
  ambient: aws_default.ambient,
  serviceAccounts: aws_default.serviceAccounts,
  identifiers: aws_default.identifiers
});

// src/providers/generators/fake.ts
var fake_default = defineGenerator({
  kind: "Fake",
  clusterField: "fakeSpec",
  title: "Fake generator",
  docs: "https://external-secrets.io/latest/api/generator/fake/",
  stored: [],
  keyless: [],
  inline: [{ field: "data.*", what: "value", isTestData: true }]
});

// src/providers/table/gcpsm.ts
var gcpsm_default = defineProvider({
  name: "gcpsm",
  title: "Google Secret Manager",
  docs: "https://external-secrets.io/latest/provider/google-secrets-manager/",
  since: "0.2.0",
  stored: [
    {
      field: "auth.secretRef",
      secrets: ["auth.secretRef.secretAccessKeySecretRef"],
      what: "service account key",
      instead: "auth.workloadIdentity.serviceAccountRef (Workload Identity)"
    },
    {
      field: "auth.workloadIdentityFederation.awsSecurityCredentials.awsCredentialsSecretRef",
      secrets: ["auth.workloadIdentityFederation.awsSecurityCredentials.awsCredentialsSecretRef"],
      what: "AWS access key",
      instead: "auth.workloadIdentityFederation.serviceAccountRef"
    }
  ],
  keyless: [{ field: "auth.workloadIdentity" }, { field: "auth.workloadIdentityFederation" }],
  ambient: [
    {
      unless: ["auth.secretRef", "auth.workloadIdentity", "auth.workloadIdentityFederation"],
      as: "the controller pod's default Google credentials (its Workload Identity or the node's service account)",
      instead: "auth.workloadIdentity.serviceAccountRef"
    }
  ],
  serviceAccounts: [
    {
      field: "auth.workloadIdentity.serviceAccountRef",
      annotation: { key: "iam.gke.io/gcp-service-account", isRequired: false }
    },
    { field: "auth.workloadIdentityFederation.serviceAccountRef", needsAudience: true }
  ],
  configMaps: ["auth.workloadIdentityFederation.credConfig"],
  endpoints: [{ field: "auth.workloadIdentityFederation.externalTokenEndpoint", form: "url" }]
});

// src/providers/generators/gcr-access-token.ts
var gcr_access_token_default = defineGenerator({
  kind: "GCRAccessToken",
  clusterField: "gcrAccessTokenSpec",
  title: "Google Container Registry",
  docs: "https://external-secrets.io/latest/api/generator/gcr/",
  stored: gcpsm_default.stored,
  keyless: gcpsm_default.keyless,
  ambient: gcpsm_default.ambient,
  serviceAccounts: gcpsm_default.serviceAccounts,
  configMaps: gcpsm_default.configMaps,
  endpoints: gcpsm_default.endpoints
});

// src/providers/generators/github-access-token.ts
var github_access_token_default = defineGenerator({
  kind: "GithubAccessToken",
  clusterField: "githubAccessTokenSpec",
  title: "GitHub App",
  docs: "https://external-secrets.io/latest/api/generator/github/",
  stored: [{ field: "auth.privateKey", secrets: ["auth.privateKey.secretRef"], what: "GitHub App's private key" }],
  keyless: [],
  endpoints: [{ field: "url", form: "url", default: "https://api.github.com" }]
});

// src/providers/generators/gitlab-deploy-token.ts
var gitlab_deploy_token_default = defineGenerator({
  kind: "GitlabDeployToken",
  clusterField: "gitlabDeployTokenSpec",
  title: "GitLab deploy token",
  docs: "https://external-secrets.io/latest/api/generator/gitlab/",
  stored: [{ field: "auth.token", secrets: ["auth.token.secretRef"], what: "access token" }],
  keyless: [],
  endpoints: [{ field: "url", form: "url", default: "https://gitlab.com" }]
});

// src/providers/generators/grafana.ts
var grafana_default = defineGenerator({
  kind: "Grafana",
  clusterField: "grafanaSpec",
  title: "Grafana",
  docs: "https://external-secrets.io/latest/api/generator/grafana/",
  stored: [
    { field: "auth.token", secrets: ["auth.token"], what: "service account's token" },
    { field: "auth.basic", secrets: ["auth.basic.password"], what: "password" }
  ],
  keyless: [],
  endpoints: [{ field: "url", form: "url" }]
});

// src/providers/generators/mfa.ts
var mfa_default = defineGenerator({
  kind: "MFA",
  clusterField: "mfaSpec",
  title: "One-time passwords",
  docs: "https://external-secrets.io/latest/api/generator/mfa/",
  stored: [{ field: "secret", secrets: ["secret"], what: "seed" }],
  keyless: []
});

// src/providers/generators/password.ts
var password_default = defineGenerator({
  kind: "Password",
  clusterField: "passwordSpec",
  title: "Password generator",
  docs: "https://external-secrets.io/latest/api/generator/password/",
  stored: [],
  keyless: []
});

// src/providers/generators/quay-access-token.ts
var quay_access_token_default = defineGenerator({
  kind: "QuayAccessToken",
  clusterField: "quayAccessTokenSpec",
  title: "Quay",
  docs: "https://external-secrets.io/latest/api/generator/quay/",
  stored: [],
  keyless: [{ field: "serviceAccountRef" }],
  serviceAccounts: [{ field: "serviceAccountRef", needsAudience: true }],
  endpoints: [{ field: "url", form: "host", default: "quay.io" }]
});

// src/providers/generators/ssh-key.ts
var ssh_key_default = defineGenerator({
  kind: "SSHKey",
  clusterField: "sshKeySpec",
  title: "SSH key generator",
  docs: "https://external-secrets.io/latest/api/generator/sshkey/",
  stored: [],
  keyless: []
});

// src/providers/generators/sts-session-token.ts
var sts_session_token_default = defineGenerator({
  kind: "STSSessionToken",
  clusterField: "stsSessionTokenSpec",
  title: "AWS STS",
  docs: "https://external-secrets.io/latest/api/generator/sts/",
  stored: aws_default.stored,
  keyless: [{ field: "auth.jwt.serviceAccountRef" }],
  ambient: aws_default.ambient,
  serviceAccounts: aws_default.serviceAccounts,
  identifiers: aws_default.identifiers
});

// src/providers/generators/uuid.ts
var uuid_default = defineGenerator({
  kind: "UUID",
  clusterField: "uuidSpec",
  title: "UUID generator",
  docs: "https://external-secrets.io/latest/api/generator/uuid/",
  stored: [],
  keyless: []
});

// src/providers/table/vault.ts
var KUBERNETES = "auth.kubernetes.serviceAccountRef (Kubernetes auth)";
var vault_default = defineProvider({
  name: "vault",
  title: "Vault",
  docs: "https://external-secrets.io/latest/provider/hashicorp-vault/",
  since: "0.1.0",
  stored: [
    {
      field: "auth.tokenSecretRef",
      secrets: ["auth.tokenSecretRef"],
      what: "token",
      instead: KUBERNETES,
      form: "vault token"
    },
    {
      field: "auth.appRole.secretRef",
      secrets: ["auth.appRole.secretRef"],
      what: "AppRole secret id",
      instead: KUBERNETES,
      form: "secret id"
    },
    { field: "auth.userPass", secrets: ["auth.userPass.secretRef"], what: "password", instead: KUBERNETES },
    { field: "auth.ldap", secrets: ["auth.ldap.secretRef"], what: "LDAP password", instead: KUBERNETES },
    {
      field: "auth.kubernetes.secretRef",
      secrets: ["auth.kubernetes.secretRef"],
      what: "ServiceAccount token",
      instead: KUBERNETES,
      unless: ["auth.kubernetes.serviceAccountRef"]
    },
    {
      field: "auth.jwt.secretRef",
      secrets: ["auth.jwt.secretRef"],
      what: "JWT",
      instead: "auth.jwt.kubernetesServiceAccountToken"
    },
    {
      field: "auth.iam.secretRef",
      secrets: [
        "auth.iam.secretRef.accessKeyIDSecretRef",
        "auth.iam.secretRef.secretAccessKeySecretRef",
        "auth.iam.secretRef.sessionTokenSecretRef"
      ],
      what: "AWS access key",
      instead: "auth.iam.jwt.serviceAccountRef (IRSA)",
      unless: ["auth.iam.jwt"]
    },
    {
      field: "auth.gcp.secretRef",
      secrets: ["auth.gcp.secretRef.secretAccessKeySecretRef"],
      what: "Google service account key",
      instead: "auth.gcp.workloadIdentity.serviceAccountRef (Workload Identity)"
    }
  ],
  keyless: [
    { field: "auth.kubernetes.serviceAccountRef" },
    { field: "auth.jwt.kubernetesServiceAccountToken" },
    { field: "auth.iam.jwt" },
    { field: "auth.gcp.workloadIdentity" },
    { field: "auth.gcp.serviceAccountRef" }
  ],
  ambient: [
    {
      field: "auth.iam",
      unless: ["auth.iam.jwt", "auth.iam.secretRef"],
      as: "the controller pod's AWS identity",
      instead: "auth.iam.jwt.serviceAccountRef"
    },
    {
      field: "auth.gcp",
      unless: ["auth.gcp.secretRef", "auth.gcp.workloadIdentity"],
      as: "the controller pod's Google identity",
      instead: "auth.gcp.workloadIdentity.serviceAccountRef"
    }
  ],
  ownTokens: [
    {
      field: "auth.kubernetes",
      unless: ["auth.kubernetes.serviceAccountRef", "auth.kubernetes.secretRef", "auth.tokenSecretRef", "auth.appRole"],
      what: "the controller pod's own token",
      to: "server",
      instead: "name a ServiceAccount in auth.kubernetes.serviceAccountRef"
    }
  ],
  roles: ["auth.kubernetes.role", "auth.jwt.role", "auth.iam.vaultRole", "auth.gcp.role"],
  serviceAccounts: [
    { field: "auth.kubernetes.serviceAccountRef", needsAudience: true },
    { field: "auth.jwt.kubernetesServiceAccountToken.serviceAccountRef" },
    { field: "auth.iam.jwt.serviceAccountRef", annotation: { key: "eks.amazonaws.com/role-arn", isRequired: true } },
    {
      field: "auth.gcp.workloadIdentity.serviceAccountRef",
      annotation: { key: "iam.gke.io/gcp-service-account", isRequired: false }
    },
    { field: "auth.gcp.serviceAccountRef" }
  ],
  identifiers: ["auth.appRole.roleRef"],
  clientCertificates: [
    { certificate: "tls.certSecretRef", key: "tls.keySecretRef" },
    { certificate: "auth.cert.clientCert", key: "auth.cert.secretRef" }
  ],
  inline: [{ field: "headers.*", what: "header", isFreeForm: true }],
  endpoints: [{ field: "server", form: "url" }],
  ca: ["caBundle", "caProvider"]
});

// src/providers/generators/vault-dynamic-secret.ts
var vault_dynamic_secret_default = defineGenerator({
  ...vault_default,
  kind: "VaultDynamicSecret",
  clusterField: "vaultDynamicSecretSpec",
  title: "Vault dynamic secret",
  docs: "https://external-secrets.io/latest/api/generator/vault/",
  block: "provider"
});

// src/providers/table/webhook.ts
var webhook_default = defineProvider({
  name: "webhook",
  title: "Webhook",
  docs: "https://external-secrets.io/latest/provider/webhook/",
  since: "0.4.0",
  stored: [
    { field: "secrets", secrets: ["secrets[].secretRef"], what: "secret of the request" },
    { field: "auth.ntlm", secrets: ["auth.ntlm.passwordSecret"], what: "NTLM password" }
  ],
  keyless: [],
  identifiers: ["auth.ntlm.usernameSecret"],
  inline: [
    { field: "body", what: "body", isFreeForm: true },
    { field: "headers.*", what: "header", isFreeForm: true }
  ],
  endpoints: [{ field: "url", form: "url" }],
  ca: ["caBundle", "caProvider"]
});

// src/providers/generators/webhook.ts
var webhook_default2 = defineGenerator({
  kind: "Webhook",
  clusterField: "webhookSpec",
  title: "Webhook generator",
  docs: "https://external-secrets.io/latest/api/generator/webhook/",
  stored: webhook_default.stored,
  keyless: webhook_default.keyless,
  identifiers: webhook_default.identifiers,
  inline: webhook_default.inline,
  endpoints: webhook_default.endpoints,
  ca: webhook_default.ca
});

// src/providers/generators/index.ts
var GENERATORS = new Map(
  [
    acr_access_token_default,
    beyondtrust_dynamic_secret_default,
    cloudsmith_access_token_default,
    ecr_authorization_token_default,
    fake_default,
    gcr_access_token_default,
    github_access_token_default,
    gitlab_deploy_token_default,
    grafana_default,
    mfa_default,
    password_default,
    quay_access_token_default,
    ssh_key_default,
    sts_session_token_default,
    uuid_default,
    vault_dynamic_secret_default,
    webhook_default2
  ].map((generator) => [generator.kind, generator])
);

// src/providers/table/akeyless.ts
var akeyless_default = defineProvider({
  name: "akeyless",
  title: "Akeyless",
  docs: "https://external-secrets.io/latest/provider/akeyless/",
  since: "0.3.9",
  stored: [
    {
      field: "authSecretRef.secretRef",
      secrets: ["authSecretRef.secretRef.accessTypeParam"],
      what: "access key",
      instead: "authSecretRef.kubernetesAuth.serviceAccountRef",
      unless: ["authSecretRef.kubernetesAuth"]
    },
    {
      field: "authSecretRef.kubernetesAuth.secretRef",
      secrets: ["authSecretRef.kubernetesAuth.secretRef"],
      what: "ServiceAccount token",
      instead: "authSecretRef.kubernetesAuth.serviceAccountRef",
      unless: ["authSecretRef.kubernetesAuth.serviceAccountRef"]
    }
  ],
  keyless: [{ field: "authSecretRef.kubernetesAuth.serviceAccountRef" }, { field: "authSecretRef.serviceAccountRef" }],
  ownTokens: [
    {
      field: "authSecretRef.kubernetesAuth",
      unless: ["authSecretRef.kubernetesAuth.serviceAccountRef", "authSecretRef.kubernetesAuth.secretRef"],
      what: "the controller pod's own token",
      to: "akeylessGWApiURL",
      instead: "name a ServiceAccount in authSecretRef.kubernetesAuth.serviceAccountRef",
      until: "0.12.0"
    }
  ],
  serviceAccounts: [
    { field: "authSecretRef.kubernetesAuth.serviceAccountRef", needsAudience: true },
    { field: "authSecretRef.serviceAccountRef" }
  ],
  identifiers: ["authSecretRef.secretRef.accessID", "authSecretRef.secretRef.accessType"],
  endpoints: [{ field: "akeylessGWApiURL", form: "url" }],
  ca: ["caBundle", "caProvider"]
});

// src/providers/table/alibaba.ts
var alibaba_default = defineProvider({
  name: "alibaba",
  title: "Alibaba Cloud KMS",
  docs: "https://external-secrets.io/latest/introduction/stability-support/",
  since: "0.3.6",
  until: "2.0.0",
  stored: [
    {
      field: "auth.secretRef",
      secrets: ["auth.secretRef.accessKeySecretSecretRef"],
      what: "access key",
      instead: "auth.rrsa"
    }
  ],
  keyless: [{ field: "auth.rrsa" }],
  identifiers: ["auth.secretRef.accessKeyIDSecretRef"],
  podFiles: [{ field: "auth.rrsa.oidcTokenFilePath" }]
});

// src/providers/table/azurekv.ts
var azurekv_default = defineProvider({
  name: "azurekv",
  title: "Azure Key Vault",
  docs: "https://external-secrets.io/latest/provider/azure-key-vault/",
  since: "0.2.0",
  stored: [
    {
      field: "authSecretRef",
      secrets: ["authSecretRef.clientSecret", "authSecretRef.clientCertificate"],
      what: "service principal's secret",
      instead: "authType WorkloadIdentity with serviceAccountRef",
      when: { field: "authType", is: "ServicePrincipal", byDefault: true }
    }
  ],
  keyless: [{ field: "serviceAccountRef" }, { field: "authType", values: ["ManagedIdentity", "WorkloadIdentity"] }],
  ambient: [
    {
      when: { field: "authType", is: "ManagedIdentity" },
      unless: [],
      as: "the controller pod's or node's managed identity",
      instead: "authType WorkloadIdentity with serviceAccountRef"
    },
    {
      when: { field: "authType", is: "WorkloadIdentity" },
      unless: ["serviceAccountRef"],
      as: "the controller pod's workload identity",
      instead: "serviceAccountRef"
    }
  ],
  roles: ["identityId"],
  serviceAccounts: [
    {
      field: "serviceAccountRef",
      annotation: { key: "azure.workload.identity/client-id", isRequired: false, orField: "authSecretRef.clientId" }
    }
  ],
  identifiers: ["authSecretRef.clientId", "authSecretRef.tenantId"],
  clientCertificates: [{ certificate: "authSecretRef.clientCertificate" }],
  endpoints: [
    { field: "customCloudConfig.activeDirectoryEndpoint", form: "url" },
    { field: "customCloudConfig.keyVaultDNSSuffix", form: "part" },
    { field: "customCloudConfig.keyVaultEndpoint", form: "url" },
    { field: "customCloudConfig.resourceManagerEndpoint", form: "url" },
    { field: "vaultUrl", form: "url" }
  ]
});

// src/providers/table/barbican.ts
var barbican_default = defineProvider({
  name: "barbican",
  title: "OpenStack Barbican",
  docs: "https://external-secrets.io/latest/provider/barbican/",
  since: "1.2.0",
  stored: [{ field: "auth.password", secrets: ["auth.password.secretRef"], what: "password" }],
  keyless: [],
  identifiers: ["auth.username.secretRef"],
  endpoints: [{ field: "authURL", form: "url" }]
});

// src/providers/table/beyondtrust.ts
var beyondtrust_default = defineProvider({
  name: "beyondtrust",
  title: "BeyondTrust Password Safe",
  docs: "https://external-secrets.io/latest/provider/beyondtrust/",
  since: "0.10.1",
  stored: [
    { field: "auth.apiKey", secrets: ["auth.apiKey.secretRef"], what: "API key" },
    { field: "auth.clientSecret", secrets: ["auth.clientSecret.secretRef"], what: "client secret" }
  ],
  keyless: [],
  identifiers: ["auth.clientId.secretRef"],
  clientCertificates: [{ certificate: "auth.certificate.secretRef", key: "auth.certificateKey.secretRef" }],
  inline: [
    { field: "auth.apiKey.value", what: "API key" },
    { field: "auth.certificateKey.value", what: "private key" },
    { field: "auth.clientSecret.value", what: "client secret" }
  ],
  endpoints: [{ field: "server.apiUrl", form: "url" }],
  insecure: [{ field: "server.verifyCA", value: false, what: "its certificate is not verified" }]
});

// src/providers/table/bitwardensecretsmanager.ts
var bitwardensecretsmanager_default = defineProvider({
  name: "bitwardensecretsmanager",
  title: "Bitwarden Secrets Manager",
  docs: "https://external-secrets.io/latest/provider/bitwarden-secrets-manager/",
  since: "0.9.20",
  stored: [
    { field: "auth.secretRef", secrets: ["auth.secretRef.credentials"], what: "machine account's access token" }
  ],
  keyless: [],
  endpoints: [
    { field: "apiURL", form: "url" },
    { field: "bitwardenServerSDKURL", form: "url" },
    { field: "identityURL", form: "url" }
  ],
  ca: ["caBundle", "caProvider"]
});

// src/providers/table/chef.ts
var chef_default = defineProvider({
  name: "chef",
  title: "Chef",
  docs: "https://external-secrets.io/latest/provider/chef/",
  since: "0.9.13",
  stored: [{ field: "auth.secretRef", secrets: ["auth.secretRef.privateKeySecretRef"], what: "private key" }],
  keyless: [],
  endpoints: [{ field: "serverUrl", form: "url" }]
});

// src/providers/table/cloudrusm.ts
var cloudrusm_default = defineProvider({
  name: "cloudrusm",
  title: "Cloud.ru Secret Manager",
  docs: "https://external-secrets.io/latest/provider/cloudru/",
  since: "0.15.0",
  stored: [{ field: "auth.secretRef", secrets: ["auth.secretRef.accessKeySecretSecretRef"], what: "access key" }],
  keyless: [],
  identifiers: ["auth.secretRef.accessKeyIDSecretRef"]
});

// src/providers/table/conjur.ts
var conjur_default = defineProvider({
  name: "conjur",
  title: "CyberArk Conjur",
  docs: "https://external-secrets.io/latest/provider/conjur/",
  since: "0.9.0",
  stored: [
    {
      field: "auth.apikey",
      secrets: ["auth.apikey.apiKeyRef"],
      what: "API key",
      instead: "auth.jwt.serviceAccountRef"
    },
    {
      field: "auth.jwt.secretRef",
      secrets: ["auth.jwt.secretRef"],
      what: "JWT",
      instead: "auth.jwt.serviceAccountRef",
      unless: ["auth.jwt.serviceAccountRef"]
    }
  ],
  keyless: [{ field: "auth.jwt.serviceAccountRef" }],
  serviceAccounts: [{ field: "auth.jwt.serviceAccountRef", needsAudience: true }],
  identifiers: ["auth.apikey.userRef"],
  clientCertificates: [{ certificate: "auth.cert.clientCertRef", key: "auth.cert.clientKeyRef" }],
  endpoints: [{ field: "url", form: "url" }],
  ca: ["caBundle", "caProvider"]
});

// src/providers/table/crd.ts
var SERVICE_ACCOUNT = "auth.serviceAccount (another cluster's API server must trust this cluster's token issuer)";
var crd_default = defineProvider({
  name: "crd",
  title: "Kubernetes custom resources",
  docs: "https://external-secrets.io/latest/provider/crd/",
  since: "2.8.0",
  stored: [
    { field: "auth.token", secrets: ["auth.token.bearerToken"], what: "bearer token", instead: SERVICE_ACCOUNT },
    {
      field: "auth.cert",
      secrets: ["auth.cert.clientKey", "auth.cert.clientCert"],
      what: "client certificate",
      instead: SERVICE_ACCOUNT
    },
    { field: "authRef", secrets: ["authRef"], what: "kubeconfig", instead: SERVICE_ACCOUNT }
  ],
  keyless: [{ field: "auth.serviceAccount" }],
  serviceAccounts: [{ field: "auth.serviceAccount" }],
  clientCertificates: [{ certificate: "auth.cert.clientCert", key: "auth.cert.clientKey" }],
  endpoints: [{ field: "server.url", form: "url", default: "kubernetes.default" }],
  ca: ["server.caBundle", "server.caProvider"]
});

// src/providers/table/delinea.ts
var delinea_default = defineProvider({
  name: "delinea",
  title: "Delinea DevOps Secrets Vault",
  docs: "https://external-secrets.io/latest/provider/delinea/",
  since: "0.9.1",
  stored: [{ field: "clientSecret", secrets: ["clientSecret.secretRef"], what: "client secret" }],
  keyless: [],
  identifiers: ["clientId.secretRef"],
  inline: [{ field: "clientSecret.value", what: "client secret" }],
  endpoints: [
    { field: "tld", form: "part" },
    { field: "urlTemplate", form: "part" }
  ]
});

// src/providers/table/device42.ts
var device42_default = defineProvider({
  name: "device42",
  title: "Device42",
  docs: "https://external-secrets.io/latest/introduction/stability-support/",
  since: "0.9.20",
  until: "2.0.0",
  stored: [{ field: "auth.secretRef", secrets: ["auth.secretRef.credentials"], what: "user name and password" }],
  keyless: [],
  endpoints: [{ field: "host", form: "url" }]
});

// src/providers/table/doppler.ts
var doppler_default = defineProvider({
  name: "doppler",
  title: "Doppler",
  docs: "https://external-secrets.io/latest/provider/doppler/",
  since: "0.6.0",
  stored: [
    {
      field: "auth.secretRef",
      secrets: ["auth.secretRef.dopplerToken"],
      what: "service token",
      instead: "auth.oidcConfig (since ESO 1.2.0)"
    }
  ],
  keyless: [{ field: "auth.oidcConfig" }],
  serviceAccounts: [{ field: "auth.oidcConfig.serviceAccountRef" }]
});

// src/providers/table/dvls.ts
var dvls_default = defineProvider({
  name: "dvls",
  title: "Devolutions Server",
  docs: "https://external-secrets.io/latest/provider/devolutions-server/",
  since: "1.3.0",
  stored: [{ field: "auth.secretRef", secrets: ["auth.secretRef.appSecret"], what: "application secret" }],
  keyless: [],
  identifiers: ["auth.secretRef.appId"],
  endpoints: [{ field: "serverUrl", form: "url" }],
  insecure: [{ field: "insecure", value: true, what: "plain HTTP is allowed" }]
});

// src/providers/table/fake.ts
var fake_default2 = defineProvider({
  name: "fake",
  title: "Fake",
  docs: "https://external-secrets.io/latest/provider/fake/",
  since: "0.4.0",
  stored: [],
  keyless: [],
  inline: [{ field: "data[].value", what: "value", isTestData: true }]
});

// src/providers/table/fortanix.ts
var fortanix_default = defineProvider({
  name: "fortanix",
  title: "Fortanix DSM",
  docs: "https://external-secrets.io/latest/provider/fortanix/",
  since: "0.9.14",
  stored: [{ field: "apiKey", secrets: ["apiKey.secretRef"], what: "API key" }],
  keyless: [],
  endpoints: [{ field: "apiUrl", form: "url", default: "https://sdkms.fortanix.com" }]
});

// src/providers/table/github.ts
var github_default = defineProvider({
  name: "github",
  title: "GitHub Actions secrets",
  docs: "https://external-secrets.io/latest/provider/github/",
  since: "0.14.3",
  stored: [{ field: "auth.privateKey", secrets: ["auth.privateKey"], what: "GitHub App's private key" }],
  keyless: [],
  endpoints: [
    { field: "uploadURL", form: "url" },
    { field: "url", form: "url", default: "https://github.com/" }
  ]
});

// src/providers/table/gitlab.ts
var gitlab_default = defineProvider({
  name: "gitlab",
  title: "GitLab variables",
  docs: "https://external-secrets.io/latest/provider/gitlab-variables/",
  since: "0.3.5",
  stored: [{ field: "auth.SecretRef", secrets: ["auth.SecretRef.accessToken"], what: "access token" }],
  keyless: [],
  endpoints: [{ field: "url", form: "url", default: "https://gitlab.com" }],
  ca: ["caBundle", "caProvider"]
});

// src/providers/table/ibm.ts
var ibm_default = defineProvider({
  name: "ibm",
  title: "IBM Cloud Secrets Manager",
  docs: "https://external-secrets.io/latest/provider/ibm-secrets-manager/",
  since: "0.2.2",
  stored: [
    {
      field: "auth.secretRef",
      secrets: ["auth.secretRef.secretApiKeySecretRef"],
      what: "API key",
      instead: "auth.containerAuth (a trusted profile)"
    }
  ],
  keyless: [{ field: "auth.containerAuth" }],
  ambient: [
    {
      field: "auth.containerAuth",
      unless: ["auth.containerAuth.tokenLocation", "auth.containerAuth.iamEndpoint"],
      as: "the controller pod's token for IBM Cloud"
    }
  ],
  ownTokens: [
    {
      field: "auth.containerAuth.tokenLocation",
      unless: [],
      what: "a file of the controller's pod",
      to: "auth.containerAuth.iamEndpoint",
      instead: "leave out tokenLocation and iamEndpoint"
    },
    {
      field: "auth.containerAuth.iamEndpoint",
      unless: ["auth.containerAuth.tokenLocation"],
      what: "the controller pod's token for IBM Cloud",
      to: "auth.containerAuth.iamEndpoint",
      instead: "leave out iamEndpoint"
    }
  ],
  endpoints: [
    { field: "auth.containerAuth.iamEndpoint", form: "url", default: "https://iam.cloud.ibm.com" },
    { field: "auth.secretRef.iamEndpoint", form: "url", default: "https://iam.cloud.ibm.com" },
    { field: "serviceUrl", form: "url" }
  ],
  podFiles: [{ field: "auth.containerAuth.tokenLocation" }]
});

// src/providers/table/infisical.ts
var CLOUD_IDENTITY = "auth.awsAuthCredentials, auth.azureAuthCredentials or auth.gcpIdTokenAuthCredentials (the controller pod's cloud identity)";
var infisical_default = defineProvider({
  name: "infisical",
  title: "Infisical",
  docs: "https://external-secrets.io/latest/provider/infisical/",
  since: "0.9.20",
  stored: [
    {
      field: "auth.universalAuthCredentials",
      secrets: ["auth.universalAuthCredentials.clientSecret"],
      what: "client secret",
      instead: CLOUD_IDENTITY
    },
    {
      field: "auth.tokenAuthCredentials",
      secrets: ["auth.tokenAuthCredentials.accessToken"],
      what: "access token",
      instead: CLOUD_IDENTITY
    },
    {
      field: "auth.jwtAuthCredentials",
      secrets: ["auth.jwtAuthCredentials.jwt"],
      what: "JWT",
      instead: CLOUD_IDENTITY
    },
    {
      field: "auth.ldapAuthCredentials",
      secrets: ["auth.ldapAuthCredentials.ldapPassword"],
      what: "LDAP password",
      instead: CLOUD_IDENTITY
    },
    {
      field: "auth.ociAuthCredentials",
      secrets: ["auth.ociAuthCredentials.privateKey", "auth.ociAuthCredentials.privateKeyPassphrase"],
      what: "private key",
      instead: CLOUD_IDENTITY
    }
  ],
  keyless: [
    { field: "auth.kubernetesAuthCredentials" },
    { field: "auth.awsAuthCredentials" },
    { field: "auth.azureAuthCredentials" },
    { field: "auth.gcpIdTokenAuthCredentials" }
  ],
  ambient: [
    { field: "auth.awsAuthCredentials", unless: [], as: "the controller pod's AWS identity" },
    { field: "auth.azureAuthCredentials", unless: [], as: "the controller pod's Azure identity" },
    { field: "auth.gcpIdTokenAuthCredentials", unless: [], as: "the controller pod's Google identity" }
  ],
  ownTokens: [
    {
      field: "auth.kubernetesAuthCredentials",
      unless: [
        "auth.universalAuthCredentials",
        "auth.azureAuthCredentials",
        "auth.gcpIdTokenAuthCredentials",
        "auth.gcpIamAuthCredentials",
        "auth.jwtAuthCredentials",
        "auth.ldapAuthCredentials",
        "auth.ociAuthCredentials"
      ],
      what: "the controller pod's own token",
      to: "hostAPI",
      instead: "this provider takes no serviceAccountRef, so use another way to sign in"
    }
  ],
  identifiers: [
    "auth.awsAuthCredentials.identityId",
    "auth.azureAuthCredentials.identityId",
    "auth.azureAuthCredentials.resource",
    "auth.gcpIamAuthCredentials.identityId",
    "auth.gcpIdTokenAuthCredentials.identityId",
    "auth.jwtAuthCredentials.identityId",
    "auth.kubernetesAuthCredentials.identityId",
    "auth.ldapAuthCredentials.identityId",
    "auth.ldapAuthCredentials.ldapUsername",
    "auth.ociAuthCredentials.fingerprint",
    "auth.ociAuthCredentials.identityId",
    "auth.ociAuthCredentials.region",
    "auth.ociAuthCredentials.tenancyId",
    "auth.ociAuthCredentials.userId",
    "auth.universalAuthCredentials.clientId"
  ],
  endpoints: [{ field: "hostAPI", form: "url", default: "https://app.infisical.com/api" }],
  ca: ["caBundle", "caProvider"],
  podFiles: [
    { field: "auth.gcpIamAuthCredentials.serviceAccountKeyFilePath", isReference: true },
    { field: "auth.kubernetesAuthCredentials.serviceAccountTokenPath", isReference: true }
  ]
});

// src/providers/table/keepersecurity.ts
var keepersecurity_default = defineProvider({
  name: "keepersecurity",
  title: "Keeper Security",
  docs: "https://external-secrets.io/latest/provider/keeper-security/",
  since: "0.7.3",
  stored: [{ field: "authRef", secrets: ["authRef"], what: "application configuration" }],
  keyless: []
});

// src/providers/table/kubernetes.ts
var SERVICE_ACCOUNT2 = "auth.serviceAccount (another cluster's API server must trust this cluster's token issuer)";
var kubernetes_default = defineProvider({
  name: "kubernetes",
  title: "Kubernetes",
  docs: "https://external-secrets.io/latest/provider/kubernetes/",
  since: "0.5.0",
  stored: [
    { field: "auth.token", secrets: ["auth.token.bearerToken"], what: "bearer token", instead: SERVICE_ACCOUNT2 },
    {
      field: "auth.cert",
      secrets: ["auth.cert.clientKey", "auth.cert.clientCert"],
      what: "client certificate",
      instead: SERVICE_ACCOUNT2
    },
    { field: "authRef", secrets: ["authRef"], what: "kubeconfig", instead: SERVICE_ACCOUNT2 }
  ],
  keyless: [{ field: "auth.serviceAccount" }],
  serviceAccounts: [{ field: "auth.serviceAccount" }],
  clientCertificates: [{ certificate: "auth.cert.clientCert", key: "auth.cert.clientKey" }],
  endpoints: [{ field: "server.url", form: "url", default: "kubernetes.default" }],
  ca: ["server.caBundle", "server.caProvider"],
  foreignNamespace: "remoteNamespace"
});

// src/providers/table/nebiusmysterybox.ts
var nebiusmysterybox_default = defineProvider({
  name: "nebiusmysterybox",
  title: "Nebius MysteryBox",
  docs: "https://external-secrets.io/latest/provider/nebius-mysterybox/",
  since: "2.1.0",
  stored: [
    {
      field: "auth.serviceAccountCredsSecretRef",
      secrets: ["auth.serviceAccountCredsSecretRef"],
      what: "service account key"
    },
    { field: "auth.tokenSecretRef", secrets: ["auth.tokenSecretRef"], what: "token" }
  ],
  keyless: [],
  endpoints: [{ field: "apiDomain", form: "host" }],
  ca: ["caProvider.certSecretRef"]
});

// src/providers/table/ngrok.ts
var ngrok_default = defineProvider({
  name: "ngrok",
  title: "ngrok",
  docs: "https://external-secrets.io/latest/provider/ngrok/",
  since: "0.20.2",
  stored: [{ field: "auth.apiKey", secrets: ["auth.apiKey.secretRef"], what: "API key" }],
  keyless: [],
  endpoints: [{ field: "apiUrl", form: "url", default: "https://api.ngrok.com" }]
});

// src/providers/table/onboardbase.ts
var onboardbase_default = defineProvider({
  name: "onboardbase",
  title: "Onboardbase",
  docs: "https://external-secrets.io/latest/provider/onboardbase/",
  since: "0.9.14",
  stored: [
    { field: "auth.apiKeyRef", secrets: ["auth.apiKeyRef"], what: "API key" },
    { field: "auth.passcodeRef", secrets: ["auth.passcodeRef"], what: "passcode" }
  ],
  keyless: [],
  endpoints: [{ field: "apiHost", form: "url", default: "https://public.onboardbase.com/api/v1/" }]
});

// src/providers/table/onepassword.ts
var onepassword_default = defineProvider({
  name: "onepassword",
  title: "1Password Connect",
  docs: "https://external-secrets.io/latest/provider/1password-automation/",
  since: "0.5.3",
  stored: [
    {
      field: "auth.secretRef.connectTokenSecretRef",
      secrets: ["auth.secretRef.connectTokenSecretRef"],
      what: "Connect token"
    }
  ],
  keyless: [],
  endpoints: [{ field: "connectHost", form: "url" }]
});

// src/providers/table/onepasswordSDK.ts
var onepasswordSDK_default = defineProvider({
  name: "onepasswordSDK",
  title: "1Password SDK",
  docs: "https://external-secrets.io/latest/provider/1password-sdk/",
  since: "0.17.0",
  stored: [
    { field: "auth.serviceAccountSecretRef", secrets: ["auth.serviceAccountSecretRef"], what: "service account token" }
  ],
  keyless: []
});

// src/providers/table/openBao.ts
var openBao_default = defineProvider({
  name: "openBao",
  title: "OpenBao",
  docs: "https://external-secrets.io/latest/provider/openbao/",
  since: "2.7.0",
  stored: [
    { field: "auth.tokenSecretRef", secrets: ["auth.tokenSecretRef"], what: "token", form: "vault token" },
    {
      field: "auth.appRole.secretRef",
      secrets: ["auth.appRole.secretRef"],
      what: "AppRole secret id",
      form: "secret id"
    },
    { field: "auth.userPass", secrets: ["auth.userPass.secretRef"], what: "password" }
  ],
  keyless: [],
  identifiers: ["auth.appRole.roleRef"],
  endpoints: [{ field: "server", form: "url" }],
  ca: ["caBundle", "caProvider"]
});

// src/providers/table/oracle.ts
var oracle_default = defineProvider({
  name: "oracle",
  title: "Oracle Vault",
  docs: "https://external-secrets.io/latest/provider/oracle-vault/",
  since: "0.3.6",
  stored: [
    {
      field: "auth",
      secrets: ["auth.secretRef.privatekey"],
      what: "API signing key",
      instead: "principalType Workload with serviceAccountRef",
      when: { field: "principalType", is: "UserPrincipal", byDefault: true }
    }
  ],
  keyless: [{ field: "serviceAccountRef" }, { field: "principalType", values: ["InstancePrincipal", "Workload"] }],
  ambient: [
    {
      when: { field: "principalType", is: "Workload" },
      unless: ["serviceAccountRef"],
      as: "the controller pod's workload identity",
      instead: "serviceAccountRef"
    },
    {
      when: { field: "principalType", is: "InstancePrincipal" },
      unless: [],
      as: "the node's identity",
      instead: "principalType Workload with serviceAccountRef"
    },
    {
      unless: ["principalType", "auth"],
      as: "the node's identity",
      instead: "principalType Workload with serviceAccountRef"
    }
  ],
  serviceAccounts: [{ field: "serviceAccountRef" }],
  identifiers: ["auth.secretRef.fingerprint"]
});

// src/providers/table/ovh.ts
var ovh_default = defineProvider({
  name: "ovh",
  title: "OVHcloud KMS",
  docs: "https://external-secrets.io/latest/provider/ovhcloud/",
  since: "2.3.0",
  stored: [{ field: "auth.token", secrets: ["auth.token.tokenSecretRef"], what: "access token" }],
  keyless: [],
  clientCertificates: [{ certificate: "auth.mtls.certSecretRef", key: "auth.mtls.keySecretRef" }],
  endpoints: [{ field: "server", form: "url" }],
  ca: ["auth.mtls.caBundle", "auth.mtls.caProvider"]
});

// src/providers/table/passbolt.ts
var passbolt_default = defineProvider({
  name: "passbolt",
  title: "Passbolt",
  docs: "https://external-secrets.io/latest/provider/passbolt/",
  since: "0.9.16",
  stored: [
    {
      field: "auth",
      secrets: ["auth.privateKeySecretRef", "auth.passwordSecretRef"],
      what: "private key and its passphrase"
    }
  ],
  keyless: [],
  endpoints: [{ field: "host", form: "url" }],
  ca: ["caBundle", "caProvider"]
});

// src/providers/table/passworddepot.ts
var passworddepot_default = defineProvider({
  name: "passworddepot",
  title: "Password Depot",
  docs: "https://external-secrets.io/latest/provider-passworddepot/",
  since: "0.9.14",
  stored: [{ field: "auth.secretRef", secrets: ["auth.secretRef.credentials"], what: "user name and password" }],
  keyless: [],
  endpoints: [{ field: "host", form: "host" }]
});

// src/providers/table/previder.ts
var previder_default = defineProvider({
  name: "previder",
  title: "Previder Vault",
  docs: "https://external-secrets.io/latest/provider/previder/",
  since: "0.10.4",
  stored: [{ field: "auth.secretRef", secrets: ["auth.secretRef.accessToken"], what: "access token" }],
  keyless: [],
  endpoints: [{ field: "baseUri", form: "url" }]
});

// src/providers/table/pulumi.ts
var pulumi_default = defineProvider({
  name: "pulumi",
  title: "Pulumi ESC",
  docs: "https://external-secrets.io/latest/provider/pulumi/",
  since: "0.9.13",
  stored: [
    {
      field: "auth.accessToken",
      secrets: ["auth.accessToken.secretRef"],
      what: "access token",
      instead: "auth.oidcConfig (since ESO 2.5.0)"
    },
    {
      field: "accessToken",
      secrets: ["accessToken.secretRef"],
      what: "access token",
      instead: "auth.oidcConfig (since ESO 2.5.0)",
      unless: ["auth.accessToken", "auth.oidcConfig"]
    }
  ],
  keyless: [{ field: "auth.oidcConfig" }],
  serviceAccounts: [{ field: "auth.oidcConfig.serviceAccountRef" }],
  endpoints: [{ field: "apiUrl", form: "url", default: "https://api.pulumi.com/api/esc" }]
});

// src/providers/table/scaleway.ts
var scaleway_default = defineProvider({
  name: "scaleway",
  title: "Scaleway Secret Manager",
  docs: "https://external-secrets.io/latest/provider/scaleway/",
  since: "0.7.3",
  stored: [{ field: "secretKey", secrets: ["secretKey.secretRef"], what: "secret key" }],
  keyless: [],
  identifiers: ["accessKey.secretRef"],
  inline: [{ field: "secretKey.value", what: "secret key" }],
  endpoints: [{ field: "apiUrl", form: "url", default: "https://api.scaleway.com" }]
});

// src/providers/table/secretserver.ts
var secretserver_default = defineProvider({
  name: "secretserver",
  title: "Delinea Secret Server",
  docs: "https://external-secrets.io/latest/provider/secretserver/",
  since: "0.10.0",
  stored: [
    { field: "password", secrets: ["password.secretRef"], what: "password" },
    { field: "token", secrets: ["token.secretRef"], what: "token" }
  ],
  keyless: [],
  identifiers: ["username.secretRef"],
  inline: [
    { field: "password.value", what: "password" },
    { field: "token.value", what: "token" }
  ],
  endpoints: [{ field: "serverURL", form: "url" }],
  ca: ["caBundle", "caProvider"]
});

// src/providers/table/senhasegura.ts
var senhasegura_default = defineProvider({
  name: "senhasegura",
  title: "senhasegura DSM",
  docs: "https://external-secrets.io/latest/provider/senhasegura-dsm/",
  since: "0.5.3",
  stored: [{ field: "auth.clientSecretSecretRef", secrets: ["auth.clientSecretSecretRef"], what: "client secret" }],
  keyless: [],
  endpoints: [{ field: "url", form: "url" }],
  insecure: [{ field: "ignoreSslCertificate", value: true, what: "its certificate is not verified" }]
});

// src/providers/table/volcengine.ts
var volcengine_default = defineProvider({
  name: "volcengine",
  title: "Volcengine KMS",
  docs: "https://external-secrets.io/latest/provider/volcengine/",
  since: "0.20.0",
  stored: [
    {
      field: "auth.secretRef",
      secrets: ["auth.secretRef.secretAccessKey", "auth.secretRef.token"],
      what: "access key"
    }
  ],
  keyless: [],
  ambient: [{ unless: ["auth.secretRef"], as: "the controller pod's Volcengine identity" }],
  identifiers: ["auth.secretRef.accessKeyID"]
});

// src/providers/table/yandexcertificatemanager.ts
var yandexcertificatemanager_default = defineProvider({
  name: "yandexcertificatemanager",
  title: "Yandex Certificate Manager",
  docs: "https://external-secrets.io/latest/provider/yandex-certificate-manager/",
  since: "0.5.4",
  stored: [{ field: "auth.authorizedKeySecretRef", secrets: ["auth.authorizedKeySecretRef"], what: "authorized key" }],
  keyless: [],
  endpoints: [{ field: "apiEndpoint", form: "host" }],
  ca: ["caProvider.certSecretRef"]
});

// src/providers/table/yandexlockbox.ts
var yandexlockbox_default = defineProvider({
  name: "yandexlockbox",
  title: "Yandex Lockbox",
  docs: "https://external-secrets.io/latest/provider/yandex-lockbox/",
  since: "0.3.5",
  stored: [{ field: "auth.authorizedKeySecretRef", secrets: ["auth.authorizedKeySecretRef"], what: "authorized key" }],
  keyless: [],
  endpoints: [{ field: "apiEndpoint", form: "host" }],
  ca: ["caProvider.certSecretRef"]
});

// src/providers/table/index.ts
var PROVIDERS = new Map(
  [
    akeyless_default,
    alibaba_default,
    aws_default,
    azurekv_default,
    barbican_default,
    beyondtrust_default,
    beyondtrustworkloadcredentials_default,
    bitwardensecretsmanager_default,
    chef_default,
    cloudrusm_default,
    conjur_default,
    crd_default,
    delinea_default,
    device42_default,
    doppler_default,
    dvls_default,
    fake_default2,
    fortanix_default,
    gcpsm_default,
    github_default,
    gitlab_default,
    ibm_default,
    infisical_default,
    keepersecurity_default,
    kubernetes_default,
    nebiusmysterybox_default,
    ngrok_default,
    onboardbase_default,
    onepassword_default,
    onepasswordSDK_default,
    openBao_default,
    oracle_default,
    ovh_default,
    passbolt_default,
    passworddepot_default,
    previder_default,
    pulumi_default,
    scaleway_default,
    secretserver_default,
    senhasegura_default,
    vault_default,
    volcengine_default,
    webhook_default,
    yandexcertificatemanager_default,
    yandexlockbox_default
  ].map((provider) => [provider.name, provider])
);

// src/providers/store.ts
function providerOf(store) {
  const entries = Object.entries(asMapping(store.get("spec", "provider")) ?? {});
  const [name, value] = entries[0] ?? [];
  const config = asMapping(value);
  if (entries.length !== 1 || name === void 0 || !config || isPlaceholder(name) || isPlaceholder(value))
    return void 0;
  return { name, path: ["spec", "provider", name], config, known: PROVIDERS.get(name) };
}
function generatorOf(manifest) {
  const isCluster = manifest.kind === "ClusterGenerator";
  const kind = isCluster ? asText(manifest.get("spec", "kind")) : manifest.kind;
  const known = GENERATORS.get(kind ?? "");
  if (!known || !isGenerator(manifest)) return void 0;
  const spec = isCluster ? ["spec", "generator", known.clusterField] : ["spec"];
  const path = known.block === void 0 ? spec : [...spec, known.block];
  const config = asMapping(manifest.get(...path));
  return config && !isPlaceholder(config) ? { path, config, known } : void 0;
}
var GENERATOR_KINDS = [...GENERATORS.keys(), "ClusterGenerator"].map(
  (kind) => `${GENERATORS_GROUP}/${kind}`
);
var CONNECTED_KINDS = [...STORE_KINDS, ...GENERATOR_KINDS];
var kindsWith = (has) => {
  const without = [...GENERATORS.values()].filter((generator) => !has(generator)).map(({ kind }) => kind);
  return CONNECTED_KINDS.filter((kind) => !without.some((other) => kind === `${GENERATORS_GROUP}/${other}`));
};
var connectedOf = (manifest) => isGenerator(manifest) ? generatorOf(manifest) : providerOf(manifest);
var nameOf = ({ path, known }) => known && "clusterField" in known ? known.kind : String(path.at(-1));
var titleOf = ({ path, known }) => known?.title ?? String(path.at(-1));
var storedCredentials = ({ known, path, config }) => (known?.stored ?? []).flatMap((credential) => {
  const references = credential.secrets.flatMap((field) => referencesAt(config, field));
  if (references.length === 0 || !isRead(credential, config)) return [];
  return {
    path: [...path, ...keysOf(credential.field)],
    credential,
    secret: references.map(secretOf).find((name) => name !== void 0),
    isShared: references.some(({ namespace }) => Boolean(namespace))
  };
});
var replaceableCredentials = (connected) => storedCredentials(connected).flatMap((use) => {
  const { instead, form } = use.credential;
  return instead === void 0 || form === "secret id" ? [] : { ...use, instead };
});
function foreignNamespaceIn({ known, path, config }) {
  const field = known?.foreignNamespace;
  const namespace = field === void 0 ? void 0 : asText(valueAt(config, keysOf(field)));
  return field !== void 0 && namespace ? { namespace, path: [...path, ...keysOf(field)] } : void 0;
}
var referencesAt = (config, field) => placesOf(config, field).flatMap(({ value }) => {
  const reference = asMapping(value);
  return reference && !isPlaceholder(reference) && Object.keys(reference).length > 0 ? [reference] : [];
});
function secretOf({ namespace, name }) {
  const [secret, place] = [asText(name), asText(namespace)];
  if (!secret || isPlaceholder(secret) || isPlaceholder(place)) return void 0;
  return place ? `${place}/${secret}` : secret;
}
var isRead = ({ when, unless = [] }, config) => (!when || hasValue(config, when)) && !unless.some((field) => isSet(config, field));

// src/model/named.ts
var indexes = remember((_) => /* @__PURE__ */ new Map());
function namedIn(world, groupKind, name, namespace) {
  const known = indexes(world).get(groupKind) ?? byName(world.of(groupKind));
  indexes(world).set(groupKind, known);
  return known.get(name)?.maybeIn(namespace) ?? [];
}
var byName = (manifests) => new Map(
  [...Map.groupBy(manifests, ({ name }) => name)].map(([name, group]) => [
    name,
    new ByNamespace(group, ({ namespace }) => namespace)
  ])
);

// src/model/regexp.ts
var PROBES = ["a", "Z", "7", "team-a/db_password", "prod.shop:key", "/x/y", "secret", "ß", "-", "_", " ", "9a-B c"];
var matchesEverything = (pattern) => matchesAllOf(pattern, PROBES);
function matchesAllOf(pattern, names) {
  const regexp = compileGoRegexp(pattern);
  return regexp !== void 0 && names.every((name) => regexp.matches(name));
}

// src/model/eso/conditions.ts
var NAME_LABEL = "kubernetes.io/metadata.name";
function namespaceFacts(name, world) {
  const [manifest] = namedIn(world, "core/Namespace", name, void 0);
  return { name, labels: manifest && asLabels(manifest.get("metadata", "labels")) };
}
var alternativesOf = (store) => asList(store.get("spec", "conditions")).flatMap((_, i) => {
  const path = ["spec", "conditions", i];
  const selector = store.get(...path, "namespaceSelector") ?? void 0;
  return [
    ...selector === void 0 ? [] : [{ path: [...path, "namespaceSelector"], by: "selector", value: selector }],
    ...entriesOf(store, [...path, "namespaces"], "name"),
    ...entriesOf(store, [...path, "namespaceRegexes"], "regex")
  ];
});
var entriesOf = (store, path, by) => {
  const list = store.get(...path);
  if (isPlaceholder(list)) return [{ path, by, value: list }];
  return asList(list).map((value, i) => ({ path: [...path, i], by, value }));
};
function admits(store, namespace) {
  if (store.kind !== "ClusterSecretStore") return isSame(store.namespace, namespace.name);
  if (isUnconditional(store)) return "yes";
  const conditions = store.get("spec", "conditions");
  if (!Array.isArray(conditions)) return "unknown";
  const answers = [
    ...alternativesOf(store).map((alternative) => takes(alternative, namespace)),
    ...conditions.filter(isPlaceholder).map(() => "unknown")
  ];
  return anyOf(answers);
}
function takes({ by, value }, namespace) {
  if (by === "selector") return selectorTakes(value, namespace);
  if (by === "name") return isSame(asText(value), namespace.name);
  if (isPlaceholder(value) || isPlaceholder(namespace.name)) return "unknown";
  return answerOf(typeof value === "string" && compileGoRegexp(value)?.matches(namespace.name) === true);
}
function isSame(a, b) {
  if (a === void 0 || isPlaceholder(a) || isPlaceholder(b)) return "unknown";
  return answerOf(a === b);
}
function selectorTakes(selector, { name, labels }) {
  const requirements = requirementsOf(selector);
  if (!requirements) return isSettled(selector) ? "no" : "unknown";
  const answers = requirements.map((requirement) => {
    const isOfName = requirement.key === NAME_LABEL;
    if (!isSettled(requirement) || (isOfName ? isPlaceholder(name) : labels === void 0)) return "unknown";
    const known = isOfName ? { [NAME_LABEL]: name } : labels ?? {};
    if (isPlaceholder(labelAt(known, requirement.key))) return "unknown";
    return answerOf(meets(requirement, known));
  });
  return allOf(answers);
}
function isSettled(value) {
  if (isPlaceholder(value)) return false;
  if (Array.isArray(value)) return value.every(isSettled);
  return Object.entries(asMapping(value) ?? {}).every(([key, inner]) => !isPlaceholder(key) && isSettled(inner));
}
function reachOfSelector(selector) {
  const requirements = requirementsOf(selector);
  if (!requirements || !isSettled(selector)) return "some";
  const real = requirements.filter(({ key, operator }) => key !== NAME_LABEL || operator !== "Exists");
  if (real.length === 0) return "every";
  return real.every(({ operator }) => operator === "NotIn" || operator === "DoesNotExist") ? "every-other" : "some";
}
function reachOf({ by, value }) {
  if (by === "selector") return reachOfSelector(value);
  return by === "regex" && isAnyName(value) ? "every" : "some";
}
var PROBES2 = ["bdfg", "chjk", "lmnp", "qrst", "vwxz", "default", "aeiouy"];
var isAnyName = (pattern) => typeof pattern === "string" && !isPlaceholder(pattern) && matchesAllOf(pattern, PROBES2);
var isOpenToAll = (store) => isUnconditional(store) || alternativesOf(store).some((alternative) => reachOf(alternative) === "every");
function isOnlyFor(store, name) {
  const alternatives = alternativesOf(store);
  const isOnly = ({ by, value }) => by === "selector" ? namesOnly(value, name) : value === (by === "regex" ? `^${name}$` : name);
  return alternatives.length > 0 && isSettled(store.get("spec", "conditions")) && alternatives.every(isOnly);
}
var namesOnly = (selector, name) => requirementsOf(selector)?.some(
  ({ key, operator, values }) => key === NAME_LABEL && operator === "In" && values.every((value) => value === name)
) ?? false;

// src/model/eso/external-secrets.ts
var SPECS = {
  [`${ESO_GROUP}/ExternalSecret`]: { path: ["spec"], isPush: false },
  [`${ESO_GROUP}/ClusterExternalSecret`]: { path: ["spec", "externalSecretSpec"], isPush: false },
  [`${ESO_GROUP}/PushSecret`]: { path: ["spec"], isPush: true },
  [`${ESO_GROUP}/ClusterPushSecret`]: { path: ["spec", "pushSecretSpec"], isPush: true }
};
var FETCHING_KINDS = Object.keys(SPECS).filter((kind) => SPECS[kind]?.isPush === false);
var PUSHING_KINDS = Object.keys(SPECS).filter((kind) => SPECS[kind]?.isPush);
var specPathOf = (manifest) => SPECS[manifest.groupKind]?.path;
var referencesOf = remember((manifest) => {
  const spec = SPECS[manifest.groupKind];
  if (!spec) return { stores: [], generators: [] };
  if (spec.isPush) return pushReferences(manifest, spec.path);
  const items = itemsOf(manifest);
  const whole = storeAt(manifest, [...spec.path, "secretStoreRef"]);
  const stores = items.length === 0 ? [whole] : items.map(({ store }) => store);
  return {
    stores: uniqueByPath(stores.filter((store) => store !== void 0)),
    generators: uniqueByPath(items.map(({ generator }) => generator).filter((generator) => generator !== void 0))
  };
});
var itemsOf = remember((manifest) => {
  const spec = SPECS[manifest.groupKind];
  if (!spec || spec.isPush) return [];
  const whole = storeAt(manifest, [...spec.path, "secretStoreRef"]);
  return ["data", "dataFrom"].flatMap(
    (list) => asList(manifest.get(...spec.path, list)).flatMap((value, i) => {
      const body = asMapping(value);
      return body ? itemAt(manifest, [...spec.path, list, i], body, whole) : [];
    })
  );
});
function itemAt(manifest, path, body, whole) {
  const source = asMapping(body.sourceRef);
  const own2 = isGiven(source?.storeRef) ? storeAt(manifest, [...path, "sourceRef", "storeRef"]) : void 0;
  if (path.at(-2) === "data") return [{ path, body, how: "data", store: own2 ?? whole, generator: void 0 }];
  for (const how of ["find", "extract"])
    if (isGiven(body[how])) return [{ path, body, how, store: own2 ?? whole, generator: void 0 }];
  if (!isGiven(source?.generatorRef)) return [];
  const generator = generatorAt(manifest, [...path, "sourceRef", "generatorRef"]);
  return [{ path, body, how: "generator", store: void 0, generator }];
}
function pushReferences(manifest, spec) {
  const stores = asList(manifest.get(...spec, "secretStoreRefs")).flatMap(
    (_, i) => storeAt(manifest, [...spec, "secretStoreRefs", i]) ?? []
  );
  const isNamed = Boolean(manifest.get(...spec, "selector", "secret", "name"));
  const generator = isNamed ? void 0 : generatorAt(manifest, [...spec, "selector", "generatorRef"]);
  return { stores, generators: generator ? [generator] : [] };
}
function storeAt(manifest, path) {
  const body = asMapping(manifest.get(...path));
  if (!body) return void 0;
  const kind = asText(body.kind) || "SecretStore";
  const selector = body.labelSelector ?? void 0;
  return {
    manifest,
    path,
    kind: kind === "SecretStore" || kind === "ClusterSecretStore" ? kind : void 0,
    name: selector === void 0 ? knownText(body.name) : void 0,
    selector,
    namespace: knownText(manifest.namespace)
  };
}
function generatorAt(manifest, path) {
  const body = asMapping(manifest.get(...path));
  return body && {
    manifest,
    path,
    kind: knownText(body.kind),
    name: knownText(body.name),
    namespace: knownText(manifest.namespace)
  };
}
var isGiven = (value) => value !== void 0 && value !== null;
var uniqueByPath = (references) => [
  ...new Map(references.map((reference) => [JSON.stringify(reference.path), reference])).values()
];
function storesOf({ kind, name, selector, namespace }, world) {
  if (kind === void 0) return [];
  const where = kind === "ClusterSecretStore" ? void 0 : namespace;
  if (name !== void 0) return namedIn(world, `${ESO_GROUP}/${kind}`, name, where);
  return selector === void 0 ? [] : labelled(world, kind, selector).maybeIn(where);
}
function labelled(world, kind, selector) {
  const key = JSON.stringify([kind, selector]);
  const chosen = (store) => selects(selector, asLabels(store.get("metadata", "labels")));
  const found = choices(world).get(key) ?? new ByNamespace(world.of(`${ESO_GROUP}/${kind}`).filter(chosen), ({ namespace }) => namespace);
  choices(world).set(key, found);
  return found;
}
var choices = remember((_) => /* @__PURE__ */ new Map());
var generatorsOf = ({ kind, name, namespace }, world) => kind === void 0 || name === void 0 ? [] : namedIn(world, `${GENERATORS_GROUP}/${kind}`, name, namespace);

// src/model/eso/target-namespaces.ts
function targetNamespaces(manifest, world) {
  if (!manifest.kind.startsWith("Cluster")) return own(manifest);
  const found = targets(world).get(manifest) ?? clusterWide(manifest, world);
  targets(world).set(manifest, found);
  return found;
}
var targets = remember((_) => /* @__PURE__ */ new Map());
function clusterWide(manifest, world) {
  const named = asTexts(isFetching(manifest) ? manifest.get("spec", "namespaces") : void 0).map((name, i) => ({
    name,
    path: ["spec", "namespaces", i]
  }));
  const chosen = selectorsOf(manifest).flatMap(
    ({ path, selector }) => chosenBy(selector, world).map((name) => ({ name, path }))
  );
  const known = [...named, ...chosen].filter(({ name }) => !isPlaceholder(name));
  return [...Map.groupBy(known, ({ name }) => name).values()].flatMap(([first]) => first ?? []);
}
var isFetching = ({ kind }) => kind === "ClusterExternalSecret";
var own = ({ namespace }) => namespace === void 0 || isPlaceholder(namespace) ? [] : [{ name: namespace, path: ["metadata", "namespace"] }];
function selectorsOf(manifest) {
  const paths = [
    ...isFetching(manifest) ? [["spec", "namespaceSelector"]] : [],
    ...asList(manifest.get("spec", "namespaceSelectors")).map((_, i) => ["spec", "namespaceSelectors", i])
  ];
  return paths.map((path) => ({ path, selector: manifest.get(...path) })).filter(({ selector }) => asMapping(selector) !== void 0);
}
function chosenBy(selector, world) {
  const requirements = requirementsOf(selector);
  if (!requirements) return [];
  const named = requirements.flatMap(
    ({ key, operator, values }) => key === NAME_LABEL && operator === "In" ? values : []
  );
  const candidates = [...named.map(labelledByName), ...listed(requirements, world)];
  const labels = new Map(candidates.map((candidate) => [candidate[NAME_LABEL] ?? "", candidate]));
  return [...labels].flatMap(([name, known]) => requirements.every((one) => meets(one, known)) ? name : []);
}
var labelledByName = (name) => ({ [NAME_LABEL]: name });
function listed(requirements, world) {
  const { all, byLabel } = namespaces(world);
  const lists = requirements.find(({ operator }) => operator === "In");
  return lists ? lists.values.flatMap((value) => byLabel.get(JSON.stringify([lists.key, value])) ?? []) : all;
}
var namespaces = remember((world) => {
  const all = world.of("core/Namespace").map(({ name, body }) => ({ ...asLabels(valueAt(body, ["metadata", "labels"])), [NAME_LABEL]: name }));
  const pairs = all.flatMap((labels) => Object.entries(labels).map((pair) => ({ key: JSON.stringify(pair), labels })));
  const groups = Map.groupBy(pairs, ({ key }) => key);
  return { all, byLabel: new Map([...groups].map(([key, group]) => [key, group.map(({ labels }) => labels)])) };
});

// node_modules/tlds/index.json
var tlds_default = [
  "aaa",
  "aarp",
  "abb",
  "abbott",
  "abbvie",
  "abc",
  "able",
  "abogado",
  "abudhabi",
  "ac",
  "academy",
  "accenture",
  "accountant",
  "accountants",
  "aco",
  "actor",
  "ad",
  "ads",
  "adult",
  "ae",
  "aeg",
  "aero",
  "aetna",
  "af",
  "afl",
  "africa",
  "ag",
  "agakhan",
  "agency",
  "ai",
  "aig",
  "airbus",
  "airforce",
  "airtel",
  "akdn",
  "al",
  "alibaba",
  "alipay",
  "allfinanz",
  "allstate",
  "ally",
  "alsace",
  "alstom",
  "am",
  "amazon",
  "americanexpress",
  "americanfamily",
  "amex",
  "amfam",
  "amica",
  "amsterdam",
  "analytics",
  "android",
  "anquan",
  "anz",
  "ao",
  "aol",
  "apartments",
  "app",
  "apple",
  "aq",
  "aquarelle",
  "ar",
  "arab",
  "aramco",
  "archi",
  "army",
  "arpa",
  "art",
  "arte",
  "as",
  "asda",
  "asia",
  "associates",
  "at",
  "athleta",
  "attorney",
  "au",
  "auction",
  "audi",
  "audible",
  "audio",
  "auspost",
  "author",
  "auto",
  "autos",
  "aw",
  "aws",
  "ax",
  "axa",
  "az",
  "azure",
  "ba",
  "baby",
  "baidu",
  "banamex",
  "band",
  "bank",
  "bar",
  "barcelona",
  "barclaycard",
  "barclays",
  "barefoot",
  "bargains",
  "baseball",
  "basketball",
  "bauhaus",
  "bayern",
  "bb",
  "bbc",
  "bbt",
  "bbva",
  "bcg",
  "bcn",
  "bd",
  "be",
  "beats",
  "beauty",
  "beer",
  "berlin",
  "best",
  "bestbuy",
  "bet",
  "bf",
  "bg",
  "bh",
  "bharti",
  "bi",
  "bible",
  "bid",
  "bike",
  "bing",
  "bingo",
  "bio",
  "biz",
  "bj",
  "black",
  "blackfriday",
  "blockbuster",
  "blog",
  "bloomberg",
  "blue",
  "bm",
  "bms",
  "bmw",
  "bn",
  "bnpparibas",
  "bo",
  "boats",
  "boehringer",
  "bofa",
  "bom",
  "bond",
  "boo",
  "book",
  "booking",
  "bosch",
  "bostik",
  "boston",
  "bot",
  "boutique",
  "box",
  "br",
  "bradesco",
  "bridgestone",
  "broadway",
  "broker",
  "brother",
  "brussels",
  "bs",
  "bt",
  "build",
  "builders",
  "business",
  "buy",
  "buzz",
  "bv",
  "bw",
  "by",
  "bz",
  "bzh",
  "ca",
  "cab",
  "cafe",
  "cal",
  "call",
  "calvinklein",
  "cam",
  "camera",
  "camp",
  "canon",
  "capetown",
  "capital",
  "capitalone",
  "car",
  "caravan",
  "cards",
  "care",
  "career",
  "careers",
  "cars",
  "casa",
  "case",
  "cash",
  "casino",
  "cat",
  "catering",
  "catholic",
  "cba",
  "cbn",
  "cbre",
  "cc",
  "cd",
  "center",
  "ceo",
  "cern",
  "cf",
  "cfa",
  "cfd",
  "cg",
  "ch",
  "chanel",
  "channel",
  "charity",
  "chase",
  "chat",
  "cheap",
  "chintai",
  "christmas",
  "chrome",
  "church",
  "ci",
  "cipriani",
  "circle",
  "cisco",
  "citadel",
  "citi",
  "citic",
  "city",
  "ck",
  "cl",
  "claims",
  "cleaning",
  "click",
  "clinic",
  "clinique",
  "clothing",
  "cloud",
  "club",
  "clubmed",
  "cm",
  "cn",
  "co",
  "coach",
  "codes",
  "coffee",
  "college",
  "cologne",
  "com",
  "commbank",
  "community",
  "company",
  "compare",
  "computer",
  "comsec",
  "condos",
  "construction",
  "consulting",
  "contact",
  "contractors",
  "cooking",
  "cool",
  "coop",
  "corsica",
  "country",
  "coupon",
  "coupons",
  "courses",
  "cpa",
  "cr",
  "credit",
  "creditcard",
  "creditunion",
  "cricket",
  "crown",
  "crs",
  "cruise",
  "cruises",
  "cu",
  "cuisinella",
  "cv",
  "cw",
  "cx",
  "cy",
  "cymru",
  "cyou",
  "cz",
  "dad",
  "dance",
  "data",
  "date",
  "dating",
  "datsun",
  "day",
  "dclk",
  "dds",
  "de",
  "deal",
  "dealer",
  "deals",
  "degree",
  "delivery",
  "dell",
  "deloitte",
  "delta",
  "democrat",
  "dental",
  "dentist",
  "desi",
  "design",
  "dev",
  "dhl",
  "diamonds",
  "diet",
  "digital",
  "direct",
  "directory",
  "discount",
  "discover",
  "dish",
  "diy",
  "dj",
  "dk",
  "dm",
  "dnp",
  "do",
  "docs",
  "doctor",
  "dog",
  "domains",
  "dot",
  "download",
  "drive",
  "dtv",
  "dubai",
  "dupont",
  "durban",
  "dvag",
  "dvr",
  "dz",
  "earth",
  "eat",
  "ec",
  "eco",
  "edeka",
  "edu",
  "education",
  "ee",
  "eg",
  "email",
  "emerck",
  "energy",
  "engineer",
  "engineering",
  "enterprises",
  "epson",
  "equipment",
  "er",
  "ericsson",
  "erni",
  "es",
  "esq",
  "estate",
  "et",
  "eu",
  "eurovision",
  "eus",
  "events",
  "exchange",
  "expert",
  "exposed",
  "express",
  "extraspace",
  "fage",
  "fail",
  "fairwinds",
  "faith",
  "family",
  "fan",
  "fans",
  "farm",
  "farmers",
  "fashion",
  "fast",
  "fedex",
  "feedback",
  "ferrari",
  "ferrero",
  "fi",
  "fidelity",
  "fido",
  "film",
  "final",
  "finance",
  "financial",
  "fire",
  "firestone",
  "firmdale",
  "fish",
  "fishing",
  "fit",
  "fitness",
  "fj",
  "fk",
  "flickr",
  "flights",
  "flir",
  "florist",
  "flowers",
  "fly",
  "fm",
  "fo",
  "foo",
  "food",
  "football",
  "ford",
  "forex",
  "forsale",
  "forum",
  "foundation",
  "fox",
  "fr",
  "free",
  "fresenius",
  "frl",
  "frogans",
  "frontier",
  "ftr",
  "fujitsu",
  "fun",
  "fund",
  "furniture",
  "futbol",
  "fyi",
  "ga",
  "gal",
  "gallery",
  "gallo",
  "gallup",
  "game",
  "games",
  "gap",
  "garden",
  "gay",
  "gb",
  "gbiz",
  "gd",
  "gdn",
  "ge",
  "gea",
  "gent",
  "genting",
  "george",
  "gf",
  "gg",
  "ggee",
  "gh",
  "gi",
  "gift",
  "gifts",
  "gives",
  "giving",
  "gl",
  "glass",
  "gle",
  "global",
  "globo",
  "gm",
  "gmail",
  "gmbh",
  "gmo",
  "gmx",
  "gn",
  "godaddy",
  "gold",
  "goldpoint",
  "golf",
  "goo",
  "goodyear",
  "goog",
  "google",
  "gop",
  "got",
  "gov",
  "gp",
  "gq",
  "gr",
  "grainger",
  "graphics",
  "gratis",
  "green",
  "gripe",
  "grocery",
  "group",
  "gs",
  "gt",
  "gu",
  "gucci",
  "guge",
  "guide",
  "guitars",
  "guru",
  "gw",
  "gy",
  "hair",
  "hamburg",
  "hangout",
  "haus",
  "hbo",
  "hdfc",
  "hdfcbank",
  "health",
  "healthcare",
  "help",
  "helsinki",
  "here",
  "hermes",
  "hiphop",
  "hisamitsu",
  "hitachi",
  "hiv",
  "hk",
  "hkt",
  "hm",
  "hn",
  "hockey",
  "holdings",
  "holiday",
  "homedepot",
  "homegoods",
  "homes",
  "homesense",
  "honda",
  "horse",
  "hospital",
  "host",
  "hosting",
  "hot",
  "hotels",
  "hotmail",
  "house",
  "how",
  "hr",
  "hsbc",
  "ht",
  "hu",
  "hughes",
  "hyatt",
  "hyundai",
  "ibm",
  "icbc",
  "ice",
  "icu",
  "id",
  "ie",
  "ieee",
  "ifm",
  "ikano",
  "il",
  "im",
  "imamat",
  "imdb",
  "immo",
  "immobilien",
  "in",
  "inc",
  "industries",
  "infiniti",
  "info",
  "ing",
  "ink",
  "institute",
  "insurance",
  "insure",
  "int",
  "international",
  "intuit",
  "investments",
  "io",
  "ipiranga",
  "iq",
  "ir",
  "irish",
  "is",
  "ismaili",
  "ist",
  "istanbul",
  "it",
  "itau",
  "itv",
  "jaguar",
  "java",
  "jcb",
  "je",
  "jeep",
  "jetzt",
  "jewelry",
  "jio",
  "jll",
  "jm",
  "jmp",
  "jnj",
  "jo",
  "jobs",
  "joburg",
  "jot",
  "joy",
  "jp",
  "jpmorgan",
  "jprs",
  "juegos",
  "juniper",
  "kaufen",
  "kddi",
  "ke",
  "kerryhotels",
  "kerryproperties",
  "kfh",
  "kg",
  "kh",
  "ki",
  "kia",
  "kids",
  "kim",
  "kindle",
  "kitchen",
  "kiwi",
  "km",
  "kn",
  "koeln",
  "komatsu",
  "kosher",
  "kp",
  "kpmg",
  "kpn",
  "kr",
  "krd",
  "kred",
  "kuokgroup",
  "kw",
  "ky",
  "kyoto",
  "kz",
  "la",
  "lacaixa",
  "lamborghini",
  "lamer",
  "land",
  "landrover",
  "lanxess",
  "lasalle",
  "lat",
  "latino",
  "latrobe",
  "law",
  "lawyer",
  "lb",
  "lc",
  "lds",
  "lease",
  "leclerc",
  "lefrak",
  "legal",
  "lego",
  "lexus",
  "lgbt",
  "li",
  "lidl",
  "life",
  "lifeinsurance",
  "lifestyle",
  "lighting",
  "like",
  "lilly",
  "limited",
  "limo",
  "lincoln",
  "link",
  "live",
  "living",
  "lk",
  "llc",
  "llp",
  "loan",
  "loans",
  "locker",
  "locus",
  "lol",
  "london",
  "lotte",
  "lotto",
  "love",
  "lpl",
  "lplfinancial",
  "lr",
  "ls",
  "lt",
  "ltd",
  "ltda",
  "lu",
  "lundbeck",
  "luxe",
  "luxury",
  "lv",
  "ly",
  "ma",
  "madrid",
  "maif",
  "maison",
  "makeup",
  "man",
  "management",
  "mango",
  "map",
  "market",
  "marketing",
  "markets",
  "marriott",
  "marshalls",
  "mattel",
  "mba",
  "mc",
  "mckinsey",
  "md",
  "me",
  "med",
  "media",
  "meet",
  "melbourne",
  "meme",
  "memorial",
  "men",
  "menu",
  "merckmsd",
  "mg",
  "mh",
  "miami",
  "microsoft",
  "mil",
  "mini",
  "mint",
  "mit",
  "mitsubishi",
  "mk",
  "ml",
  "mlb",
  "mls",
  "mm",
  "mma",
  "mn",
  "mo",
  "mobi",
  "mobile",
  "moda",
  "moe",
  "moi",
  "mom",
  "monash",
  "money",
  "monster",
  "mormon",
  "mortgage",
  "moscow",
  "moto",
  "motorcycles",
  "mov",
  "movie",
  "mp",
  "mq",
  "mr",
  "ms",
  "msd",
  "mt",
  "mtn",
  "mtr",
  "mu",
  "museum",
  "music",
  "mv",
  "mw",
  "mx",
  "my",
  "mz",
  "na",
  "nab",
  "nagoya",
  "name",
  "navy",
  "nba",
  "nc",
  "ne",
  "nec",
  "net",
  "netbank",
  "netflix",
  "network",
  "neustar",
  "new",
  "news",
  "next",
  "nextdirect",
  "nexus",
  "nf",
  "nfl",
  "ng",
  "ngo",
  "nhk",
  "ni",
  "nico",
  "nike",
  "nikon",
  "ninja",
  "nissan",
  "nissay",
  "nl",
  "no",
  "nokia",
  "norton",
  "now",
  "nowruz",
  "nowtv",
  "np",
  "nr",
  "nra",
  "nrw",
  "ntt",
  "nu",
  "nyc",
  "nz",
  "obi",
  "observer",
  "office",
  "okinawa",
  "olayan",
  "olayangroup",
  "ollo",
  "om",
  "omega",
  "one",
  "ong",
  "onl",
  "online",
  "ooo",
  "open",
  "oracle",
  "orange",
  "org",
  "organic",
  "origins",
  "osaka",
  "otsuka",
  "ott",
  "ovh",
  "pa",
  "page",
  "panasonic",
  "paris",
  "pars",
  "partners",
  "parts",
  "party",
  "pay",
  "pccw",
  "pe",
  "pet",
  "pf",
  "pfizer",
  "pg",
  "ph",
  "pharmacy",
  "phd",
  "philips",
  "phone",
  "photo",
  "photography",
  "photos",
  "physio",
  "pics",
  "pictet",
  "pictures",
  "pid",
  "pin",
  "ping",
  "pink",
  "pioneer",
  "pizza",
  "pk",
  "pl",
  "place",
  "play",
  "playstation",
  "plumbing",
  "plus",
  "pm",
  "pn",
  "pnc",
  "pohl",
  "poker",
  "politie",
  "porn",
  "post",
  "pr",
  "praxi",
  "press",
  "prime",
  "pro",
  "prod",
  "productions",
  "prof",
  "progressive",
  "promo",
  "properties",
  "property",
  "protection",
  "pru",
  "prudential",
  "ps",
  "pt",
  "pub",
  "pw",
  "pwc",
  "py",
  "qa",
  "qpon",
  "quebec",
  "quest",
  "racing",
  "radio",
  "re",
  "read",
  "realestate",
  "realtor",
  "realty",
  "recipes",
  "red",
  "redumbrella",
  "rehab",
  "reise",
  "reisen",
  "reit",
  "reliance",
  "ren",
  "rent",
  "rentals",
  "repair",
  "report",
  "republican",
  "rest",
  "restaurant",
  "review",
  "reviews",
  "rexroth",
  "rich",
  "richardli",
  "ricoh",
  "ril",
  "rio",
  "rip",
  "ro",
  "rocks",
  "rodeo",
  "rogers",
  "room",
  "rs",
  "rsvp",
  "ru",
  "rugby",
  "ruhr",
  "run",
  "rw",
  "rwe",
  "ryukyu",
  "sa",
  "saarland",
  "safe",
  "safety",
  "sakura",
  "sale",
  "salon",
  "samsclub",
  "samsung",
  "sandvik",
  "sandvikcoromant",
  "sanofi",
  "sap",
  "sarl",
  "sas",
  "save",
  "saxo",
  "sb",
  "sbi",
  "sbs",
  "sc",
  "scb",
  "schaeffler",
  "schmidt",
  "scholarships",
  "school",
  "schule",
  "schwarz",
  "science",
  "scot",
  "sd",
  "se",
  "search",
  "seat",
  "secure",
  "security",
  "seek",
  "select",
  "sener",
  "services",
  "seven",
  "sew",
  "sex",
  "sexy",
  "sfr",
  "sg",
  "sh",
  "shangrila",
  "sharp",
  "shell",
  "shia",
  "shiksha",
  "shoes",
  "shop",
  "shopping",
  "shouji",
  "show",
  "si",
  "silk",
  "sina",
  "singles",
  "site",
  "sj",
  "sk",
  "ski",
  "skin",
  "sky",
  "skype",
  "sl",
  "sling",
  "sm",
  "smart",
  "smile",
  "sn",
  "sncf",
  "so",
  "soccer",
  "social",
  "softbank",
  "software",
  "sohu",
  "solar",
  "solutions",
  "song",
  "sony",
  "soy",
  "spa",
  "space",
  "sport",
  "spot",
  "sr",
  "srl",
  "ss",
  "st",
  "stada",
  "staples",
  "star",
  "statebank",
  "statefarm",
  "stc",
  "stcgroup",
  "stockholm",
  "storage",
  "store",
  "stream",
  "studio",
  "study",
  "style",
  "su",
  "sucks",
  "supplies",
  "supply",
  "support",
  "surf",
  "surgery",
  "suzuki",
  "sv",
  "swatch",
  "swiss",
  "sx",
  "sy",
  "sydney",
  "systems",
  "sz",
  "tab",
  "taipei",
  "talk",
  "taobao",
  "target",
  "tatamotors",
  "tatar",
  "tattoo",
  "tax",
  "taxi",
  "tc",
  "tci",
  "td",
  "tdk",
  "team",
  "tech",
  "technology",
  "tel",
  "temasek",
  "tennis",
  "teva",
  "tf",
  "tg",
  "th",
  "thd",
  "theater",
  "theatre",
  "tiaa",
  "tickets",
  "tienda",
  "tips",
  "tires",
  "tirol",
  "tj",
  "tjmaxx",
  "tjx",
  "tk",
  "tkmaxx",
  "tl",
  "tm",
  "tmall",
  "tn",
  "to",
  "today",
  "tokyo",
  "tools",
  "top",
  "toray",
  "toshiba",
  "total",
  "tours",
  "town",
  "toyota",
  "toys",
  "tr",
  "trade",
  "trading",
  "training",
  "travel",
  "travelers",
  "travelersinsurance",
  "trust",
  "trv",
  "tt",
  "tube",
  "tui",
  "tunes",
  "tushu",
  "tv",
  "tvs",
  "tw",
  "tz",
  "ua",
  "ubank",
  "ubs",
  "ug",
  "uk",
  "unicom",
  "university",
  "uno",
  "uol",
  "ups",
  "us",
  "uy",
  "uz",
  "va",
  "vacations",
  "vana",
  "vanguard",
  "vc",
  "ve",
  "vegas",
  "ventures",
  "verisign",
  "vermögensberater",
  "vermögensberatung",
  "versicherung",
  "vet",
  "vg",
  "vi",
  "viajes",
  "video",
  "vig",
  "viking",
  "villas",
  "vin",
  "vip",
  "virgin",
  "visa",
  "vision",
  "viva",
  "vivo",
  "vlaanderen",
  "vn",
  "vodka",
  "volvo",
  "vote",
  "voting",
  "voto",
  "voyage",
  "vu",
  "wales",
  "walmart",
  "walter",
  "wang",
  "wanggou",
  "watch",
  "watches",
  "weather",
  "weatherchannel",
  "webcam",
  "weber",
  "website",
  "wed",
  "wedding",
  "weibo",
  "weir",
  "wf",
  "whoswho",
  "wien",
  "wiki",
  "williamhill",
  "win",
  "windows",
  "wine",
  "winners",
  "wme",
  "wolterskluwer",
  "woodside",
  "work",
  "works",
  "world",
  "wow",
  "ws",
  "wtc",
  "wtf",
  "xbox",
  "xerox",
  "xihuan",
  "xin",
  "xxx",
  "xyz",
  "yachts",
  "yahoo",
  "yamaxun",
  "yandex",
  "ye",
  "yodobashi",
  "yoga",
  "yokohama",
  "you",
  "youtube",
  "yt",
  "yun",
  "za",
  "zappos",
  "zara",
  "zero",
  "zip",
  "zm",
  "zone",
  "zuerich",
  "zw",
  "ελ",
  "ευ",
  "бг",
  "бел",
  "дети",
  "ею",
  "католик",
  "ком",
  "мкд",
  "мон",
  "москва",
  "онлайн",
  "орг",
  "рус",
  "рф",
  "сайт",
  "срб",
  "укр",
  "қаз",
  "հայ",
  "ישראל",
  "קום",
  "ابوظبي",
  "ارامكو",
  "الاردن",
  "البحرين",
  "الجزائر",
  "السعودية",
  "العليان",
  "المغرب",
  "امارات",
  "ایران",
  "بارت",
  "بازار",
  "بيتك",
  "بھارت",
  "تونس",
  "سودان",
  "سورية",
  "شبكة",
  "عراق",
  "عرب",
  "عمان",
  "فلسطين",
  "قطر",
  "كاثوليك",
  "كوم",
  "مصر",
  "مليسيا",
  "موريتانيا",
  "موقع",
  "همراه",
  "پاکستان",
  "ڀارت",
  "कॉम",
  "नेट",
  "भारत",
  "भारतम्",
  "भारोत",
  "संगठन",
  "বাংলা",
  "ভারত",
  "ভাৰত",
  "ਭਾਰਤ",
  "ભારત",
  "ଭାରତ",
  "இந்தியா",
  "இலங்கை",
  "சிங்கப்பூர்",
  "భారత్",
  "ಭಾರತ",
  "ഭാരതം",
  "ලංකා",
  "คอม",
  "ไทย",
  "ລາວ",
  "გე",
  "みんな",
  "アマゾン",
  "クラウド",
  "グーグル",
  "コム",
  "ストア",
  "セール",
  "ファッション",
  "ポイント",
  "世界",
  "中信",
  "中国",
  "中國",
  "中文网",
  "亚马逊",
  "企业",
  "佛山",
  "信息",
  "健康",
  "八卦",
  "公司",
  "公益",
  "台湾",
  "台灣",
  "商城",
  "商店",
  "商标",
  "嘉里",
  "嘉里大酒店",
  "在线",
  "大拿",
  "天主教",
  "娱乐",
  "家電",
  "广东",
  "微博",
  "慈善",
  "我爱你",
  "手机",
  "招聘",
  "政务",
  "政府",
  "新加坡",
  "新闻",
  "时尚",
  "書籍",
  "机构",
  "淡马锡",
  "游戏",
  "澳門",
  "点看",
  "移动",
  "组织机构",
  "网址",
  "网店",
  "网站",
  "网络",
  "联通",
  "谷歌",
  "购物",
  "通販",
  "集团",
  "電訊盈科",
  "飞利浦",
  "食品",
  "餐厅",
  "香格里拉",
  "香港",
  "닷넷",
  "닷컴",
  "삼성",
  "한국"
];

// src/model/network/hosts.ts
var PUBLIC_TOP_LEVEL = new Set(tlds_default);
var LOCAL_SUFFIXES = [".svc", ".cluster.local", ".internal", ".local", ".localhost"];
var ADDRESS = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(?:[^/?#@]*@)?(\[[^\]]+\]|[^/?#:@]+)(?::(\d{1,5}))?(?=[/?#]|$)/i;
function parseAddress(text) {
  const [, scheme, host = "", port] = ADDRESS.exec(text.trim()) ?? [];
  const name = host.replace(/^\[|\]$|\.$/g, "").toLowerCase();
  if (!name || /[\s$<>{}%]/.test(name)) return void 0;
  return { scheme: scheme?.toLowerCase(), host: name, port: port === void 0 ? void 0 : Number(port) };
}
function isClusterLocal(host, isNamespace) {
  const address = AddressSet.parse(host.replace(/^::ffff:(?=\d+\.)/i, ""));
  if (address) return !PUBLIC.meets(address);
  const labels = host.split(".");
  if (labels.length === 1 || LOCAL_SUFFIXES.some((suffix) => host.endsWith(suffix))) return true;
  const last = labels.at(-1) ?? "";
  return labels.length === 2 ? isNamespace(last) || !PUBLIC_TOP_LEVEL.has(last) : !PUBLIC_TOP_LEVEL.has(last);
}
var isHostIn = (host, patterns) => patterns.some((pattern) => {
  const wanted = pattern.toLowerCase();
  return wanted.startsWith("*.") ? host.endsWith(wanted.slice(1)) : host === wanted;
});

// src/check/endpoints.ts
function endpointsOf(manifest, world) {
  const connected = connectedOf(manifest);
  if (!connected) return [];
  const isNamespace = (name) => world.isNamespace(name);
  return addressesOf(connected).map(({ path, address }) => ({
    ...address,
    path,
    isLocal: isClusterLocal(address.host, isNamespace)
  }));
}
function addressesOf({ known, path, config }) {
  return (known?.endpoints ?? []).flatMap(({ field, form, default: fallback }) => {
    if (form === "part") return [];
    const given = placesOf(config, field);
    const written = given.length > 0 ? given : fallback === void 0 ? [] : [{ path: [], value: fallback }];
    return written.flatMap((place) => {
      const address = parseAddress(asText(place.value) ?? "");
      if (!address) return [];
      const scheme = address.scheme ?? (form === "host" ? "https" : void 0);
      return { path: [...path, ...place.path], address: { ...address, scheme } };
    });
  });
}

// src/model/eso/test-path.ts
import { dirname } from "node:path/posix";
var FOLDERS = /* @__PURE__ */ new Set(["test", "tests", "e2e", "example", "examples", "ci", "fixtures", "testdata"]);
var isTestPath = (file) => dirname(file).split("/").some((folder) => FOLDERS.has(folder.toLowerCase()));

export {
  namedIn,
  matchesEverything,
  isUnconditional,
  isWhole,
  NAME_LABEL,
  namespaceFacts,
  alternativesOf,
  admits,
  takes,
  isSettled,
  reachOfSelector,
  reachOf,
  isOpenToAll,
  isOnlyFor,
  FETCHING_KINDS,
  PUSHING_KINDS,
  specPathOf,
  referencesOf,
  itemsOf,
  storesOf,
  generatorsOf,
  targetNamespaces,
  placesOf,
  keysOf,
  isSet,
  hasValue,
  fake_default,
  webhook_default,
  webhook_default2,
  GENERATORS,
  fake_default2,
  PROVIDERS,
  providerOf,
  generatorOf,
  GENERATOR_KINDS,
  CONNECTED_KINDS,
  kindsWith,
  connectedOf,
  nameOf,
  titleOf,
  storedCredentials,
  replaceableCredentials,
  foreignNamespaceIn,
  isRead,
  parseAddress,
  isHostIn,
  endpointsOf,
  isTestPath
};
