import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/dated.json
var dated_default = {
  asOf: "2026-11-23",
  sources: {
    advisories: "https://github.com/external-secrets/external-secrets/security/advisories",
    support: "https://external-secrets.io/latest/introduction/stability-support/ at 2.9.0; later minors are known from their released images only"
  },
  advisories: [
    {
      id: "CVE-2024-45041",
      ghsa: "GHSA-qwgc-rr35-h4x9",
      fixed: "0.10.2",
      what: "the cert-controller reads all Secrets and changes any validating webhook"
    },
    {
      id: "CVE-2025-55196",
      ghsa: "GHSA-fcxq-v2r3-cc8h",
      since: "0.15.0",
      fixed: "0.19.2",
      what: "label selectors of a PushSecret reach the Secrets and stores of all namespaces"
    },
    {
      id: "CVE-2026-22822",
      ghsa: "GHSA-77v3-r3jw-j2v2",
      since: "0.20.2",
      fixed: "1.2.0",
      what: "the template function getSecretKey reads Secrets of other namespaces"
    },
    {
      id: "CVE-2026-34984",
      ghsa: "GHSA-r2pg-r6h7-crf3",
      fixed: "2.3.0",
      what: "the template function getHostByName carries secret values out through DNS"
    },
    {
      id: "CVE-2026-42875",
      ghsa: "GHSA-wv26-88m5-6h59",
      fixed: "2.4.0",
      what: "the caProvider of a SecretStore reads ConfigMaps of other namespaces"
    },
    {
      id: "CVE-2026-42876",
      ghsa: "GHSA-fq7h-9x26-6j22",
      since: "0.1.0",
      fixed: "2.4.1",
      what: "an ExternalSecret of type service-account-token makes a lasting token of any ServiceAccount in its namespace"
    }
  ],
  minors: [
    {
      minor: "2.12"
    },
    {
      minor: "2.11"
    },
    {
      minor: "2.10"
    },
    {
      minor: "2.9"
    },
    {
      minor: "2.8",
      until: "2026-08-07"
    },
    {
      minor: "2.7",
      until: "2026-07-18"
    },
    {
      minor: "2.6",
      until: "2026-06-26"
    },
    {
      minor: "2.5",
      until: "2026-06-05"
    },
    {
      minor: "2.4",
      until: "2026-05-15"
    },
    {
      minor: "2.3",
      until: "2026-04-24"
    },
    {
      minor: "2.2",
      until: "2026-04-10"
    },
    {
      minor: "2.1",
      until: "2026-03-20"
    },
    {
      minor: "2.0",
      until: "2026-03-06"
    },
    {
      minor: "1.3",
      until: "2026-02-06"
    },
    {
      minor: "1.2",
      until: "2026-01-23"
    },
    {
      minor: "1.1",
      until: "2025-12-19"
    },
    {
      minor: "1.0",
      until: "2025-11-21"
    },
    {
      minor: "0.20",
      until: "2025-11-07"
    },
    {
      minor: "0.19",
      until: "2025-09-22"
    },
    {
      minor: "0.18",
      until: "2025-08-02"
    },
    {
      minor: "0.17",
      until: "2025-07-17"
    },
    {
      minor: "0.16",
      until: "2025-05-14"
    },
    {
      minor: "0.15",
      until: "2025-04-14"
    },
    {
      minor: "0.14",
      until: "2025-03-19"
    },
    {
      minor: "0.13",
      until: "2025-02-04"
    },
    {
      minor: "0.12",
      until: "2025-01-21"
    },
    {
      minor: "0.11",
      until: "2024-12-24"
    },
    {
      minor: "0.10",
      until: "2024-12-24"
    },
    {
      minor: "0.9",
      until: "2024-12-02"
    },
    {
      minor: "0.8",
      until: "2024-08-03"
    },
    {
      minor: "0.7",
      until: "2023-06-22"
    },
    {
      minor: "0.6",
      until: "2023-03-16"
    },
    {
      minor: "0.5",
      until: "2022-12-11"
    },
    {
      minor: "0.4",
      until: "2022-10-09"
    },
    {
      minor: "0.3",
      until: "2022-04-06"
    }
  ],
  providers: {
    akeyless: "stable",
    aws: "stable",
    azurekv: "stable",
    barbican: "alpha",
    beyondtrust: "alpha",
    beyondtrustworkloadcredentials: "alpha",
    bitwardensecretsmanager: "alpha",
    chef: "alpha",
    cloudrusm: "alpha",
    conjur: "stable",
    delinea: "alpha",
    doppler: "alpha",
    dvls: "alpha",
    fortanix: "alpha",
    gcpsm: "stable",
    github: "alpha",
    gitlab: "alpha",
    ibm: "stable",
    infisical: "alpha",
    keepersecurity: "alpha",
    kubernetes: "beta",
    nebiusmysterybox: "alpha",
    ngrok: "alpha",
    onboardbase: "alpha",
    onepassword: "alpha",
    onepasswordSDK: "alpha",
    openBao: "alpha",
    oracle: "stable",
    ovh: "alpha",
    passbolt: "alpha",
    passworddepot: "alpha",
    previder: "stable",
    pulumi: "alpha",
    scaleway: "alpha",
    secretserver: "beta",
    senhasegura: "alpha",
    vault: "stable",
    volcengine: "alpha",
    webhook: "alpha",
    yandexcertificatemanager: "alpha",
    yandexlockbox: "alpha"
  },
  deployers: [
    {
      product: "Argo CD",
      name: "argocd-application-controller",
      namespaces: ["argocd", "argo-cd", "openshift-gitops"]
    },
    {
      product: "Argo CD",
      name: "openshift-gitops-argocd-application-controller",
      namespaces: ["openshift-gitops"]
    },
    {
      product: "Argo CD",
      name: "argocd-server",
      namespaces: ["argocd", "argo-cd", "openshift-gitops"]
    },
    {
      product: "Flux",
      name: "kustomize-controller",
      namespaces: ["flux-system"]
    },
    {
      product: "Flux",
      name: "helm-controller",
      namespaces: ["flux-system"]
    },
    {
      product: "Flux",
      name: "flux-operator",
      namespaces: ["flux-system"]
    },
    {
      product: "OLM",
      name: "olm-operator-serviceaccount",
      namespaces: ["olm", "operator-lifecycle-manager", "openshift-operator-lifecycle-manager"]
    }
  ]
};

// src/dated.ts
var DATED = dated_default;

export {
  DATED
};
