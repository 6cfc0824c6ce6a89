import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  ADMISSION_POLICY_KINDS,
  ALERT_KINDS,
  AUDIT_POLICY_KIND,
  Admission,
  ESO_KINDS,
  Eso,
  Network,
  Rbac,
  STORE_KINDS,
  compareVersions,
  compileGoRegexp,
  crdOf,
  crdSchema,
  entryOf,
  groupKindOf,
  isFileKind,
  isGenerator,
  isKnownKind,
  isNamedBy,
  isNamespaced,
  isOfEso,
  knownKinds,
  mayBeOfEso,
  outlineOf,
  podOf,
  withoutSchemas
} from "./chunk-OZ35NTFX.js";
import {
  SourceText,
  parseText
} from "./chunk-DGQTWVVE.js";
import {
  lineOfPath
} from "./chunk-2MQSEN5P.js";
import {
  require_dist
} from "./chunk-YADDKBRE.js";
import {
  asList,
  asMapping,
  asText,
  asTexts,
  isPlaceholder,
  valueAt
} from "./chunk-NNHQXPSF.js";
import {
  DATED
} from "./chunk-QDCK3X2K.js";
import {
  nearest
} from "./chunk-VHWWGLDX.js";
import {
  __toESM
} from "./chunk-YSH2IDXS.js";

// src/model/rbac/deployers.ts
var deployerOf = (name, namespace) => DATED.deployers.find((account) => account.name === name && account.namespaces.includes(namespace ?? ""))?.product;

// src/model/schema/newest-crds.json
var newest_crds_default = {
  version: "2.9.0",
  source: "made by scripts/crd-schemas.ts from external-secrets-2.9.0-crds.yaml",
  parts: [
    {
      properties: {
        annotations: { additionalProperties: { type: "string" }, type: "object" },
        labels: { additionalProperties: { type: "string" }, type: "object" }
      },
      type: "object"
    },
    {
      maxLength: 253,
      minLength: 1,
      pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$",
      type: "string"
    },
    { enum: ["Auto", "Base64", "Base64URL", "None"], type: "string" },
    {
      properties: {
        conversionStrategy: { enum: ["Default", "Unicode"], type: "string" },
        decodingStrategy: { $ref: 2 },
        key: { type: "string" },
        metadataPolicy: { enum: ["None", "Fetch"], type: "string" },
        nullBytePolicy: { enum: ["Ignore", "Fail"], type: "string" },
        property: { type: "string" },
        version: { type: "string" }
      },
      required: ["key"],
      type: "object"
    },
    { maxLength: 253, minLength: 1, pattern: "^[-._a-zA-Z0-9]+$", type: "string" },
    {
      properties: {
        apiVersion: { default: "generators.external-secrets.io/v1alpha1", type: "string" },
        kind: {
          enum: [
            "ACRAccessToken",
            "BeyondtrustWorkloadCredentialsDynamicSecret",
            "ClusterGenerator",
            "CloudsmithAccessToken",
            "ECRAuthorizationToken",
            "Fake",
            "GCRAccessToken",
            "GithubAccessToken",
            "GitlabDeployToken",
            "QuayAccessToken",
            "Password",
            "SSHKey",
            "STSSessionToken",
            "UUID",
            "VaultDynamicSecret",
            "Webhook",
            "Grafana",
            "MFA"
          ],
          type: "string"
        },
        name: { $ref: 1 }
      },
      required: ["kind", "name"],
      type: "object"
    },
    {
      properties: {
        kind: { enum: ["SecretStore", "ClusterSecretStore"], type: "string" },
        name: { $ref: 1 }
      },
      type: "object"
    },
    {
      maxProperties: 1,
      minProperties: 1,
      properties: { generatorRef: { $ref: 5 }, storeRef: { $ref: 6 } },
      type: "object"
    },
    {
      properties: { source: { type: "string" }, target: { type: "string" } },
      required: ["source", "target"],
      type: "object"
    },
    { properties: { template: { type: "string" } }, required: ["template"], type: "object" },
    {
      properties: {
        items: {
          items: {
            properties: {
              key: { $ref: 4 },
              templateAs: { default: "Values", enum: ["Values", "KeysAndValues"], type: "string" }
            },
            required: ["key"],
            type: "object"
          },
          type: "array"
        },
        name: { $ref: 1 }
      },
      required: ["items", "name"],
      type: "object"
    },
    {
      properties: {
        data: { additionalProperties: { type: "string" }, type: "object" },
        engineVersion: { default: "v2", enum: ["v2"], type: "string" },
        mergePolicy: { default: "Replace", enum: ["Replace", "Merge"], type: "string" },
        metadata: {
          properties: {
            annotations: { additionalProperties: { type: "string" }, type: "object" },
            finalizers: { items: { type: "string" }, type: "array" },
            labels: { additionalProperties: { type: "string" }, type: "object" }
          },
          type: "object"
        },
        templateFrom: {
          items: {
            properties: {
              configMap: { $ref: 10 },
              literal: { type: "string" },
              secret: { $ref: 10 },
              target: { default: "Data", type: "string" },
              valuesDecodingStrategy: { $ref: 2 }
            },
            type: "object"
          },
          type: "array"
        },
        type: { type: "string" }
      },
      type: "object"
    },
    {
      properties: {
        data: {
          items: {
            properties: { remoteRef: { $ref: 3 }, secretKey: { $ref: 4 }, sourceRef: { $ref: 7 } },
            required: ["remoteRef", "secretKey"],
            type: "object"
          },
          type: "array"
        },
        dataFrom: {
          items: {
            properties: {
              extract: { $ref: 3 },
              find: {
                properties: {
                  conversionStrategy: { enum: ["Default", "Unicode"], type: "string" },
                  decodingStrategy: { $ref: 2 },
                  name: { properties: { regexp: { type: "string" } }, type: "object" },
                  nullBytePolicy: { enum: ["Ignore", "Fail"], type: "string" },
                  path: { type: "string" },
                  tags: { additionalProperties: { type: "string" }, type: "object" }
                },
                type: "object"
              },
              rewrite: {
                items: {
                  maxProperties: 1,
                  minProperties: 1,
                  properties: {
                    merge: {
                      properties: {
                        conflictPolicy: { default: "Error", enum: ["Ignore", "Error"], type: "string" },
                        into: { default: "", type: "string" },
                        priority: { items: { type: "string" }, type: "array" },
                        priorityPolicy: {
                          default: "Strict",
                          enum: ["IgnoreNotFound", "Strict"],
                          type: "string"
                        },
                        strategy: { default: "Extract", enum: ["Extract", "JSON"], type: "string" }
                      },
                      type: "object"
                    },
                    regexp: { $ref: 8 },
                    transform: { $ref: 9 }
                  },
                  type: "object"
                },
                type: "array"
              },
              sourceRef: { $ref: 7 }
            },
            type: "object"
          },
          type: "array"
        },
        refreshInterval: { default: "1h0m0s", type: "string" },
        refreshPolicy: { enum: ["CreatedOnce", "Periodic", "OnChange"], type: "string" },
        secretStoreRef: { $ref: 6 },
        syncWindows: {
          properties: {
            kind: { enum: ["allow", "deny"], type: "string" },
            windows: {
              items: {
                properties: {
                  duration: { type: "string" },
                  schedule: {
                    minLength: 1,
                    pattern: "^(@(annually|yearly|monthly|weekly|daily|midnight|hourly)|@every [^\\s]+.*|[^\\s]+( [^\\s]+){4})$",
                    type: "string"
                  }
                },
                required: ["duration", "schedule"],
                type: "object"
              },
              minItems: 1,
              type: "array"
            }
          },
          required: ["kind", "windows"],
          type: "object"
        },
        target: {
          default: { creationPolicy: "Owner", deletionPolicy: "Retain" },
          properties: {
            creationPolicy: {
              default: "Owner",
              enum: ["Owner", "Orphan", "Merge", "None", "CreateOrMerge"],
              type: "string"
            },
            deletionPolicy: { default: "Retain", enum: ["Delete", "Merge", "Retain"], type: "string" },
            immutable: { type: "boolean" },
            manifest: {
              properties: {
                apiVersion: { minLength: 1, type: "string" },
                kind: { minLength: 1, type: "string" }
              },
              required: ["apiVersion", "kind"],
              type: "object"
            },
            name: { $ref: 1 },
            template: { $ref: 11 }
          },
          type: "object"
        }
      },
      type: "object"
    },
    {
      properties: {
        matchExpressions: {
          items: {
            properties: {
              key: { type: "string" },
              operator: { type: "string" },
              values: { items: { type: "string" }, type: "array" }
            },
            required: ["key", "operator"],
            type: "object"
          },
          type: "array"
        },
        matchLabels: { additionalProperties: { type: "string" }, type: "object" }
      },
      type: "object"
    },
    { items: { $ref: 13 }, type: "array" },
    { maxLength: 63, minLength: 1, pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$", type: "string" },
    { items: { $ref: 15 }, type: "array" },
    {
      items: {
        properties: { namespace: { type: "string" }, reason: { type: "string" } },
        required: ["namespace"],
        type: "object"
      },
      type: "array"
    },
    { properties: { key: { $ref: 4 }, name: { $ref: 1 }, namespace: { $ref: 15 } }, type: "object" },
    {
      properties: {
        audiences: { items: { type: "string" }, type: "array" },
        name: { $ref: 1 },
        namespace: { $ref: 15 }
      },
      required: ["name"],
      type: "object"
    },
    {
      properties: {
        key: { $ref: 4 },
        name: { $ref: 1 },
        namespace: { $ref: 15 },
        type: { enum: ["Secret", "ConfigMap"], type: "string" }
      },
      required: ["name", "type"],
      type: "object"
    },
    { properties: { serviceAccountRef: { $ref: 19 } }, type: "object" },
    {
      properties: {
        accessKeyIDSecretRef: { $ref: 18 },
        secretAccessKeySecretRef: { $ref: 18 },
        sessionTokenSecretRef: { $ref: 18 }
      },
      type: "object"
    },
    { properties: { jwt: { $ref: 21 }, secretRef: { $ref: 22 } }, type: "object" },
    {
      default: "PublicCloud",
      enum: ["PublicCloud", "USGovernmentCloud", "ChinaCloud", "GermanCloud", "AzureStackCloud"],
      type: "string"
    },
    { properties: { secretRef: { $ref: 18 } }, required: ["secretRef"], type: "object" },
    { properties: { secretRef: { $ref: 18 }, value: { type: "string" } }, type: "object" },
    {
      properties: {
        auth: {
          properties: {
            apikey: { properties: { token: { $ref: 18 } }, required: ["token"], type: "object" }
          },
          required: ["apikey"],
          type: "object"
        },
        caBundle: { format: "byte", type: "string" },
        caProvider: { $ref: 20 },
        folderPath: { type: "string" },
        server: {
          properties: { apiUrl: { type: "string" }, siteId: { type: "string" } },
          required: ["apiUrl", "siteId"],
          type: "object"
        }
      },
      required: ["auth", "server"],
      type: "object"
    },
    {
      maxProperties: 1,
      minProperties: 1,
      properties: {
        cert: {
          properties: { clientCert: { $ref: 18 }, clientKey: { $ref: 18 } },
          required: ["clientCert", "clientKey"],
          type: "object"
        },
        serviceAccount: { $ref: 19 },
        token: { properties: { bearerToken: { $ref: 18 } }, required: ["bearerToken"], type: "object" }
      },
      type: "object"
    },
    {
      properties: {
        caBundle: { format: "byte", type: "string" },
        caProvider: { $ref: 20 },
        url: { default: "kubernetes.default", type: "string" }
      },
      type: "object"
    },
    { properties: { secretRef: { $ref: 18 } }, type: "object" },
    { properties: { secretAccessKeySecretRef: { $ref: 18 } }, type: "object" },
    {
      properties: {
        clusterLocation: { type: "string" },
        clusterName: { type: "string" },
        clusterProjectID: { type: "string" },
        serviceAccountRef: { $ref: 19 }
      },
      required: ["serviceAccountRef"],
      type: "object"
    },
    {
      properties: {
        audience: { type: "string" },
        awsSecurityCredentials: {
          properties: {
            awsCredentialsSecretRef: {
              properties: { name: { $ref: 1 }, namespace: { $ref: 15 } },
              required: ["name"],
              type: "object"
            },
            region: { maxLength: 50, minLength: 1, pattern: "^[a-z0-9-]+$", type: "string" }
          },
          required: ["awsCredentialsSecretRef", "region"],
          type: "object"
        },
        credConfig: {
          properties: { key: { $ref: 4 }, name: { $ref: 1 }, namespace: { $ref: 15 } },
          required: ["key", "name"],
          type: "object"
        },
        externalTokenEndpoint: { type: "string" },
        gcpServiceAccountEmail: {
          minLength: 1,
          pattern: "^.*@.*\\.iam\\.gserviceaccount\\.com$",
          type: "string"
        },
        serviceAccountRef: { $ref: 19 }
      },
      type: "object"
    },
    { properties: { identityId: { $ref: 18 } }, required: ["identityId"], type: "object" },
    { properties: { accessToken: { $ref: 18 } }, required: ["accessToken"], type: "object" },
    { properties: { certSecretRef: { $ref: 18 } }, type: "object" },
    {
      properties: {
        path: { default: "userpass", type: "string" },
        secretRef: { $ref: 18 },
        username: { type: "string" }
      },
      required: ["path", "username"],
      type: "object"
    },
    {
      properties: { secretRef: { $ref: 18 }, value: { minLength: 1, type: "string" } },
      type: "object",
      "x-kubernetes-validations": [
        { message: "exactly one of value or secretRef must be set", rule: "has(self.value) != has(self.secretRef)" }
      ]
    },
    {
      properties: {
        auth: {
          properties: {
            appRole: {
              properties: {
                path: { default: "approle", type: "string" },
                roleId: { type: "string" },
                roleRef: { $ref: 18 },
                secretRef: { $ref: 18 }
              },
              required: ["path", "secretRef"],
              type: "object"
            },
            cert: {
              properties: {
                clientCert: { $ref: 18 },
                path: { default: "cert", type: "string" },
                secretRef: { $ref: 18 },
                vaultRole: { type: "string" }
              },
              type: "object"
            },
            gcp: {
              properties: {
                location: { type: "string" },
                path: { default: "gcp", type: "string" },
                projectID: { type: "string" },
                role: { type: "string" },
                secretRef: { $ref: 31 },
                serviceAccountRef: { $ref: 19 },
                workloadIdentity: { $ref: 32 }
              },
              required: ["role"],
              type: "object"
            },
            iam: {
              properties: {
                externalID: { type: "string" },
                jwt: { $ref: 21 },
                path: { type: "string" },
                region: { type: "string" },
                role: { type: "string" },
                secretRef: { $ref: 22 },
                vaultAwsIamServerID: { type: "string" },
                vaultRole: { type: "string" }
              },
              required: ["vaultRole"],
              type: "object"
            },
            jwt: {
              properties: {
                kubernetesServiceAccountToken: {
                  properties: {
                    audiences: { items: { type: "string" }, type: "array" },
                    expirationSeconds: { format: "int64", type: "integer" },
                    serviceAccountRef: { $ref: 19 }
                  },
                  required: ["serviceAccountRef"],
                  type: "object"
                },
                path: { default: "jwt", type: "string" },
                role: { type: "string" },
                secretRef: { $ref: 18 }
              },
              required: ["path"],
              type: "object"
            },
            kubernetes: {
              properties: {
                mountPath: { default: "kubernetes", type: "string" },
                role: { type: "string" },
                secretRef: { $ref: 18 },
                serviceAccountRef: { $ref: 19 }
              },
              required: ["mountPath", "role"],
              type: "object"
            },
            ldap: {
              properties: {
                path: { default: "ldap", type: "string" },
                secretRef: { $ref: 18 },
                username: { type: "string" }
              },
              required: ["path", "username"],
              type: "object"
            },
            namespace: { type: "string" },
            tokenSecretRef: { $ref: 18 },
            userPass: { $ref: 37 }
          },
          type: "object"
        },
        caBundle: { format: "byte", type: "string" },
        caProvider: { $ref: 20 },
        checkAndSet: { properties: { required: { type: "boolean" } }, type: "object" },
        forwardInconsistent: { type: "boolean" },
        headers: { additionalProperties: { type: "string" }, type: "object" },
        namespace: { type: "string" },
        path: { type: "string" },
        readYourWrites: { type: "boolean" },
        server: { type: "string" },
        tls: { properties: { certSecretRef: { $ref: 18 }, keySecretRef: { $ref: 18 } }, type: "object" },
        version: { default: "v2", enum: ["v1", "v2"], type: "string" }
      },
      required: ["server"],
      type: "object"
    },
    {
      maxProperties: 1,
      minProperties: 1,
      properties: {
        ntlm: {
          properties: { passwordSecret: { $ref: 18 }, usernameSecret: { $ref: 18 } },
          required: ["passwordSecret", "usernameSecret"],
          type: "object"
        }
      },
      type: "object"
    },
    { properties: { jsonPath: { type: "string" } }, type: "object" },
    {
      properties: {
        apiEndpoint: { type: "string" },
        auth: { properties: { authorizedKeySecretRef: { $ref: 18 } }, type: "object" },
        caProvider: { $ref: 36 },
        fetching: {
          maxProperties: 1,
          minProperties: 1,
          properties: {
            byID: { type: "object" },
            byName: { properties: { folderID: { type: "string" } }, required: ["folderID"], type: "object" }
          },
          type: "object"
        }
      },
      required: ["auth"],
      type: "object"
    },
    {
      properties: { maxRetries: { format: "int32", type: "integer" }, retryInterval: { type: "string" } },
      type: "object"
    },
    {
      items: {
        properties: {
          lastTransitionTime: { format: "date-time", type: "string" },
          message: { type: "string" },
          reason: { type: "string" },
          status: { type: "string" },
          type: { type: "string" }
        },
        required: ["status", "type"],
        type: "object"
      },
      type: "array"
    },
    {
      properties: {
        apiVersion: { type: "string" },
        kind: { type: "string" },
        metadata: { type: "object" },
        spec: {
          properties: {
            conditions: {
              items: {
                properties: {
                  namespaceRegexes: { items: { type: "string" }, type: "array" },
                  namespaceSelector: { $ref: 13 },
                  namespaces: { $ref: 16 }
                },
                type: "object"
              },
              type: "array"
            },
            controller: { type: "string" },
            provider: {
              maxProperties: 1,
              minProperties: 1,
              properties: {
                akeyless: {
                  properties: {
                    akeylessGWApiURL: { type: "string" },
                    authSecretRef: {
                      properties: {
                        kubernetesAuth: {
                          properties: {
                            accessID: { type: "string" },
                            k8sConfName: { type: "string" },
                            secretRef: { $ref: 18 },
                            serviceAccountRef: { $ref: 19 }
                          },
                          required: ["accessID", "k8sConfName"],
                          type: "object"
                        },
                        secretRef: {
                          properties: {
                            accessID: { $ref: 18 },
                            accessType: { $ref: 18 },
                            accessTypeParam: { $ref: 18 }
                          },
                          type: "object"
                        },
                        serviceAccountRef: { $ref: 19 }
                      },
                      type: "object"
                    },
                    caBundle: { format: "byte", type: "string" },
                    caProvider: { $ref: 20 },
                    ignoreCache: { type: "boolean" }
                  },
                  required: ["akeylessGWApiURL", "authSecretRef"],
                  type: "object"
                },
                aws: {
                  properties: {
                    additionalRoles: { items: { type: "string" }, type: "array" },
                    auth: { $ref: 23 },
                    customSessionTags: {
                      additionalProperties: { type: "string" },
                      type: "object",
                      "x-kubernetes-validations": [
                        {
                          message: "customSessionTags cannot contain automatically injected reserved keys: esoNamespace, esoStoreName, esoStoreKind",
                          rule: "!('esoNamespace' in self) && !('esoStoreName' in self) && !('esoStoreKind' in self)"
                        }
                      ]
                    },
                    externalID: { type: "string" },
                    prefix: { type: "string" },
                    region: { type: "string" },
                    role: { type: "string" },
                    secretsManager: {
                      properties: {
                        forceDeleteWithoutRecovery: { type: "boolean" },
                        recoveryWindowInDays: { format: "int64", type: "integer" }
                      },
                      type: "object"
                    },
                    service: { enum: ["SecretsManager", "ParameterStore", "CertificateManager"], type: "string" },
                    sessionTags: {
                      items: {
                        properties: { key: { type: "string" }, value: { type: "string" } },
                        required: ["key", "value"],
                        type: "object"
                      },
                      type: "array"
                    },
                    sessionTagsPolicy: { default: "None", enum: ["None", "Simple", "Custom"], type: "string" },
                    transitiveTagKeys: { items: { type: "string" }, type: "array" }
                  },
                  required: ["region", "service"],
                  type: "object"
                },
                azurekv: {
                  properties: {
                    authSecretRef: {
                      properties: {
                        clientCertificate: { $ref: 18 },
                        clientId: { $ref: 18 },
                        clientSecret: { $ref: 18 },
                        tenantId: { $ref: 18 }
                      },
                      type: "object"
                    },
                    authType: {
                      default: "ServicePrincipal",
                      enum: ["ServicePrincipal", "ManagedIdentity", "WorkloadIdentity"],
                      type: "string"
                    },
                    customCloudConfig: {
                      properties: {
                        activeDirectoryEndpoint: { type: "string" },
                        keyVaultDNSSuffix: { type: "string" },
                        keyVaultEndpoint: { type: "string" },
                        resourceManagerEndpoint: { type: "string" }
                      },
                      required: ["activeDirectoryEndpoint"],
                      type: "object"
                    },
                    environmentType: { $ref: 24 },
                    identityId: { type: "string" },
                    serviceAccountRef: { $ref: 19 },
                    tenantId: { type: "string" },
                    useAzureSDK: { default: false, type: "boolean" },
                    vaultUrl: { type: "string" }
                  },
                  required: ["vaultUrl"],
                  type: "object"
                },
                barbican: {
                  properties: {
                    auth: {
                      properties: {
                        password: { $ref: 25 },
                        username: {
                          maxProperties: 1,
                          minProperties: 1,
                          properties: { secretRef: { $ref: 18 }, value: { type: "string" } },
                          type: "object"
                        }
                      },
                      required: ["password", "username"],
                      type: "object"
                    },
                    authURL: { type: "string" },
                    domainName: { type: "string" },
                    region: { type: "string" },
                    tenantName: { type: "string" }
                  },
                  required: ["auth"],
                  type: "object"
                },
                beyondtrust: {
                  properties: {
                    auth: {
                      properties: {
                        apiKey: { $ref: 26 },
                        certificate: { $ref: 26 },
                        certificateKey: { $ref: 26 },
                        clientId: { $ref: 26 },
                        clientSecret: { $ref: 26 }
                      },
                      type: "object"
                    },
                    server: {
                      properties: {
                        apiUrl: { type: "string" },
                        apiVersion: { type: "string" },
                        clientTimeOutSeconds: { type: "integer" },
                        decrypt: { default: true, type: "boolean" },
                        retrievalType: { type: "string" },
                        separator: { type: "string" },
                        verifyCA: { type: "boolean" }
                      },
                      required: ["apiUrl", "verifyCA"],
                      type: "object"
                    }
                  },
                  required: ["auth", "server"],
                  type: "object"
                },
                beyondtrustworkloadcredentials: { $ref: 27 },
                bitwardensecretsmanager: {
                  properties: {
                    apiURL: { type: "string" },
                    auth: {
                      properties: {
                        secretRef: {
                          properties: { credentials: { $ref: 18 } },
                          required: ["credentials"],
                          type: "object"
                        }
                      },
                      required: ["secretRef"],
                      type: "object"
                    },
                    bitwardenServerSDKURL: { type: "string" },
                    caBundle: { type: "string" },
                    caProvider: { $ref: 20 },
                    identityURL: { type: "string" },
                    organizationID: { type: "string" },
                    projectID: { type: "string" }
                  },
                  required: ["auth", "organizationID", "projectID"],
                  type: "object"
                },
                chef: {
                  properties: {
                    auth: {
                      properties: {
                        secretRef: {
                          properties: { privateKeySecretRef: { $ref: 18 } },
                          required: ["privateKeySecretRef"],
                          type: "object"
                        }
                      },
                      required: ["secretRef"],
                      type: "object"
                    },
                    serverUrl: { type: "string" },
                    username: { type: "string" }
                  },
                  required: ["auth", "serverUrl", "username"],
                  type: "object"
                },
                cloudrusm: {
                  properties: {
                    auth: {
                      properties: {
                        secretRef: {
                          properties: {
                            accessKeyIDSecretRef: { $ref: 18 },
                            accessKeySecretSecretRef: { $ref: 18 }
                          },
                          required: ["accessKeyIDSecretRef", "accessKeySecretSecretRef"],
                          type: "object"
                        }
                      },
                      type: "object"
                    },
                    projectID: { type: "string" }
                  },
                  required: ["auth"],
                  type: "object"
                },
                conjur: {
                  properties: {
                    auth: {
                      maxProperties: 1,
                      minProperties: 1,
                      properties: {
                        apikey: {
                          properties: {
                            account: { type: "string" },
                            apiKeyRef: { $ref: 18 },
                            userRef: { $ref: 18 }
                          },
                          required: ["account", "apiKeyRef", "userRef"],
                          type: "object"
                        },
                        cert: {
                          properties: {
                            account: { type: "string" },
                            clientCertRef: { $ref: 18 },
                            clientKeyRef: { $ref: 18 },
                            hostId: { type: "string" },
                            serviceID: { type: "string" }
                          },
                          required: ["account", "clientCertRef", "clientKeyRef", "serviceID"],
                          type: "object"
                        },
                        jwt: {
                          properties: {
                            account: { type: "string" },
                            hostId: { type: "string" },
                            secretRef: { $ref: 18 },
                            serviceAccountRef: { $ref: 19 },
                            serviceID: { type: "string" }
                          },
                          required: ["account", "serviceID"],
                          type: "object"
                        }
                      },
                      type: "object"
                    },
                    caBundle: { type: "string" },
                    caProvider: { $ref: 20 },
                    url: { type: "string" }
                  },
                  required: ["auth", "url"],
                  type: "object"
                },
                crd: {
                  properties: {
                    auth: { $ref: 28 },
                    authRef: { $ref: 18 },
                    resource: {
                      properties: {
                        group: { type: "string" },
                        kind: { minLength: 1, type: "string" },
                        version: { minLength: 1, type: "string" }
                      },
                      required: ["group", "kind", "version"],
                      type: "object"
                    },
                    server: { $ref: 29 },
                    whitelist: {
                      properties: {
                        rules: {
                          items: {
                            properties: {
                              name: { type: "string" },
                              namespace: { type: "string" },
                              properties: { items: { type: "string" }, type: "array" }
                            },
                            type: "object"
                          },
                          type: "array"
                        }
                      },
                      type: "object"
                    }
                  },
                  required: ["resource"],
                  type: "object",
                  "x-kubernetes-validations": [
                    { message: "one of auth or authRef is required", rule: "has(self.auth) || has(self.authRef)" },
                    {
                      message: "at most one of the fields in [auth authRef] may be set",
                      rule: "[has(self.auth),has(self.authRef)].filter(x,x==true).size() <= 1"
                    }
                  ]
                },
                delinea: {
                  properties: {
                    clientId: { $ref: 26 },
                    clientSecret: { $ref: 26 },
                    tenant: { type: "string" },
                    tld: { type: "string" },
                    urlTemplate: { type: "string" }
                  },
                  required: ["clientId", "clientSecret", "tenant"],
                  type: "object"
                },
                doppler: {
                  properties: {
                    auth: {
                      properties: {
                        oidcConfig: {
                          properties: {
                            expirationSeconds: { default: 600, format: "int64", type: "integer" },
                            identity: { type: "string" },
                            serviceAccountRef: { $ref: 19 }
                          },
                          required: ["identity", "serviceAccountRef"],
                          type: "object"
                        },
                        secretRef: {
                          properties: { dopplerToken: { $ref: 18 } },
                          required: ["dopplerToken"],
                          type: "object"
                        }
                      },
                      type: "object",
                      "x-kubernetes-validations": [
                        {
                          message: "Exactly one of 'secretRef' or 'oidcConfig' must be specified",
                          rule: "(has(self.secretRef) && !has(self.oidcConfig)) || (!has(self.secretRef) && has(self.oidcConfig))"
                        }
                      ]
                    },
                    config: { type: "string" },
                    format: { enum: ["json", "dotnet-json", "env", "yaml", "docker"], type: "string" },
                    nameTransformer: {
                      enum: ["upper-camel", "camel", "lower-snake", "tf-var", "dotnet-env", "lower-kebab"],
                      type: "string"
                    },
                    project: { type: "string" }
                  },
                  required: ["auth"],
                  type: "object"
                },
                dvls: {
                  properties: {
                    auth: {
                      properties: {
                        secretRef: {
                          properties: { appId: { $ref: 18 }, appSecret: { $ref: 18 } },
                          required: ["appId", "appSecret"],
                          type: "object"
                        }
                      },
                      required: ["secretRef"],
                      type: "object"
                    },
                    insecure: { type: "boolean" },
                    serverUrl: { type: "string" },
                    vault: { type: "string" }
                  },
                  required: ["auth", "serverUrl"],
                  type: "object"
                },
                fake: {
                  properties: {
                    data: {
                      items: {
                        properties: {
                          key: { type: "string" },
                          value: { type: "string" },
                          version: { type: "string" }
                        },
                        required: ["key", "value"],
                        type: "object"
                      },
                      type: "array"
                    },
                    validationResult: { type: "integer" }
                  },
                  required: ["data"],
                  type: "object"
                },
                fortanix: {
                  properties: { apiKey: { $ref: 30 }, apiUrl: { type: "string" } },
                  type: "object"
                },
                gcpsm: {
                  properties: {
                    auth: {
                      properties: {
                        secretRef: { $ref: 31 },
                        workloadIdentity: { $ref: 32 },
                        workloadIdentityFederation: { $ref: 33 }
                      },
                      type: "object"
                    },
                    location: { type: "string" },
                    projectID: { type: "string" },
                    secretVersionSelectionPolicy: { default: "LatestOrFail", type: "string" }
                  },
                  type: "object"
                },
                github: {
                  properties: {
                    appID: { format: "int64", type: "integer" },
                    auth: {
                      properties: { privateKey: { $ref: 18 } },
                      required: ["privateKey"],
                      type: "object"
                    },
                    environment: { type: "string" },
                    installationID: { format: "int64", type: "integer" },
                    orgSecretVisibility: { enum: ["all", "private"], type: "string" },
                    organization: { type: "string" },
                    repository: { type: "string" },
                    uploadURL: { type: "string" },
                    url: { default: "https://github.com/", type: "string" }
                  },
                  required: ["appID", "auth", "installationID", "organization"],
                  type: "object"
                },
                gitlab: {
                  properties: {
                    auth: {
                      properties: {
                        SecretRef: { properties: { accessToken: { $ref: 18 } }, type: "object" }
                      },
                      required: ["SecretRef"],
                      type: "object"
                    },
                    caBundle: { format: "byte", type: "string" },
                    caProvider: { $ref: 20 },
                    environment: { type: "string" },
                    groupIDs: { items: { type: "string" }, type: "array" },
                    inheritFromGroups: { type: "boolean" },
                    projectID: { type: "string" },
                    url: { type: "string" }
                  },
                  required: ["auth"],
                  type: "object"
                },
                ibm: {
                  properties: {
                    auth: {
                      maxProperties: 1,
                      minProperties: 1,
                      properties: {
                        containerAuth: {
                          properties: {
                            iamEndpoint: { type: "string" },
                            profile: { type: "string" },
                            tokenLocation: { type: "string" }
                          },
                          required: ["profile"],
                          type: "object"
                        },
                        secretRef: {
                          properties: {
                            iamEndpoint: { type: "string" },
                            secretApiKeySecretRef: { $ref: 18 }
                          },
                          type: "object"
                        }
                      },
                      type: "object"
                    },
                    serviceUrl: { type: "string" }
                  },
                  required: ["auth"],
                  type: "object"
                },
                infisical: {
                  properties: {
                    auth: {
                      properties: {
                        awsAuthCredentials: { $ref: 34 },
                        azureAuthCredentials: {
                          properties: { identityId: { $ref: 18 }, resource: { $ref: 18 } },
                          required: ["identityId"],
                          type: "object"
                        },
                        gcpIamAuthCredentials: {
                          properties: { identityId: { $ref: 18 }, serviceAccountKeyFilePath: { $ref: 18 } },
                          required: ["identityId", "serviceAccountKeyFilePath"],
                          type: "object"
                        },
                        gcpIdTokenAuthCredentials: { $ref: 34 },
                        jwtAuthCredentials: {
                          properties: { identityId: { $ref: 18 }, jwt: { $ref: 18 } },
                          required: ["identityId", "jwt"],
                          type: "object"
                        },
                        kubernetesAuthCredentials: {
                          properties: { identityId: { $ref: 18 }, serviceAccountTokenPath: { $ref: 18 } },
                          required: ["identityId"],
                          type: "object"
                        },
                        ldapAuthCredentials: {
                          properties: {
                            identityId: { $ref: 18 },
                            ldapPassword: { $ref: 18 },
                            ldapUsername: { $ref: 18 }
                          },
                          required: ["identityId", "ldapPassword", "ldapUsername"],
                          type: "object"
                        },
                        ociAuthCredentials: {
                          properties: {
                            fingerprint: { $ref: 18 },
                            identityId: { $ref: 18 },
                            privateKey: { $ref: 18 },
                            privateKeyPassphrase: { $ref: 18 },
                            region: { $ref: 18 },
                            tenancyId: { $ref: 18 },
                            userId: { $ref: 18 }
                          },
                          required: ["fingerprint", "identityId", "privateKey", "region", "tenancyId", "userId"],
                          type: "object"
                        },
                        tokenAuthCredentials: { $ref: 35 },
                        universalAuthCredentials: {
                          properties: { clientId: { $ref: 18 }, clientSecret: { $ref: 18 } },
                          required: ["clientId", "clientSecret"],
                          type: "object"
                        }
                      },
                      type: "object"
                    },
                    caBundle: { format: "byte", type: "string" },
                    caProvider: { $ref: 20 },
                    hostAPI: { default: "https://app.infisical.com/api", type: "string" },
                    secretsScope: {
                      properties: {
                        environmentSlug: { type: "string" },
                        expandSecretReferences: { default: true, type: "boolean" },
                        organizationSlug: { type: "string" },
                        projectSlug: { type: "string" },
                        recursive: { default: false, type: "boolean" },
                        secretsPath: { default: "/", type: "string" }
                      },
                      required: ["environmentSlug", "projectSlug"],
                      type: "object"
                    }
                  },
                  required: ["auth", "secretsScope"],
                  type: "object"
                },
                keepersecurity: {
                  properties: {
                    authRef: { $ref: 18 },
                    folderID: { type: "string" },
                    getByTitleFallback: { type: "boolean" }
                  },
                  required: ["authRef", "folderID"],
                  type: "object"
                },
                kubernetes: {
                  properties: {
                    auth: { $ref: 28 },
                    authRef: { $ref: 18 },
                    remoteNamespace: {
                      default: "default",
                      maxLength: 63,
                      minLength: 1,
                      pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$",
                      type: "string"
                    },
                    server: { $ref: 29 }
                  },
                  type: "object"
                },
                nebiusmysterybox: {
                  properties: {
                    apiDomain: { type: "string" },
                    auth: {
                      properties: {
                        serviceAccountCredsSecretRef: { $ref: 18 },
                        tokenSecretRef: { $ref: 18 }
                      },
                      type: "object",
                      "x-kubernetes-validations": [
                        {
                          message: "either serviceAccountCredsSecretRef or tokenSecretRef must be set",
                          rule: "has(self.serviceAccountCredsSecretRef) || has(self.tokenSecretRef)"
                        }
                      ]
                    },
                    caProvider: { $ref: 36 }
                  },
                  required: ["apiDomain", "auth"],
                  type: "object"
                },
                ngrok: {
                  properties: {
                    apiUrl: { default: "https://api.ngrok.com", type: "string" },
                    auth: {
                      maxProperties: 1,
                      minProperties: 1,
                      properties: { apiKey: { $ref: 30 } },
                      type: "object"
                    },
                    vault: { properties: { name: { type: "string" } }, required: ["name"], type: "object" }
                  },
                  required: ["auth", "vault"],
                  type: "object"
                },
                onboardbase: {
                  properties: {
                    apiHost: { default: "https://public.onboardbase.com/api/v1/", type: "string" },
                    auth: {
                      properties: { apiKeyRef: { $ref: 18 }, passcodeRef: { $ref: 18 } },
                      required: ["apiKeyRef", "passcodeRef"],
                      type: "object"
                    },
                    environment: { default: "development", type: "string" },
                    project: { default: "development", type: "string" }
                  },
                  required: ["apiHost", "auth", "environment", "project"],
                  type: "object"
                },
                onepassword: {
                  properties: {
                    auth: {
                      properties: {
                        secretRef: {
                          properties: { connectTokenSecretRef: { $ref: 18 } },
                          required: ["connectTokenSecretRef"],
                          type: "object"
                        }
                      },
                      required: ["secretRef"],
                      type: "object"
                    },
                    connectHost: { type: "string" },
                    vaults: { additionalProperties: { type: "integer" }, type: "object" }
                  },
                  required: ["auth", "connectHost", "vaults"],
                  type: "object"
                },
                onepasswordSDK: {
                  properties: {
                    auth: {
                      properties: { serviceAccountSecretRef: { $ref: 18 } },
                      required: ["serviceAccountSecretRef"],
                      type: "object"
                    },
                    cache: {
                      properties: {
                        maxSize: { default: 100, minimum: 1, type: "integer" },
                        ttl: { default: "5m", type: "string" }
                      },
                      type: "object"
                    },
                    environment: { type: "string" },
                    integrationInfo: {
                      properties: {
                        name: { default: "1Password SDK", type: "string" },
                        version: { default: "v1.0.0", type: "string" }
                      },
                      type: "object"
                    },
                    vault: { type: "string" }
                  },
                  required: ["auth"],
                  type: "object",
                  "x-kubernetes-validations": [
                    {
                      message: "at most one of the fields in [vault environment] may be set",
                      rule: "[has(self.vault),has(self.environment)].filter(x,x==true).size() <= 1"
                    }
                  ]
                },
                openBao: {
                  properties: {
                    auth: {
                      properties: {
                        appRole: {
                          properties: {
                            path: { default: "approle", type: "string" },
                            roleId: { minLength: 1, type: "string" },
                            roleRef: { $ref: 18 },
                            secretRef: { $ref: 18 }
                          },
                          required: ["path", "secretRef"],
                          type: "object",
                          "x-kubernetes-validations": [
                            {
                              message: "exactly one of the fields in [roleId roleRef] must be set",
                              rule: "[has(self.roleId),has(self.roleRef)].filter(x,x==true).size() == 1"
                            }
                          ]
                        },
                        namespace: { type: "string" },
                        tokenSecretRef: { $ref: 18 },
                        userPass: { $ref: 37 }
                      },
                      type: "object",
                      "x-kubernetes-validations": [
                        {
                          message: "exactly one of the fields in [appRole tokenSecretRef userPass] must be set",
                          rule: "[has(self.appRole),has(self.tokenSecretRef),has(self.userPass)].filter(x,x==true).size() == 1"
                        }
                      ]
                    },
                    caBundle: { format: "byte", type: "string" },
                    caProvider: { $ref: 20 },
                    namespace: { type: "string" },
                    path: { type: "string" },
                    server: { type: "string" },
                    version: { default: "v2", enum: ["v1", "v2"], type: "string" }
                  },
                  required: ["server"],
                  type: "object",
                  "x-kubernetes-validations": [
                    {
                      message: "at most one of the fields in [caBundle caProvider] may be set",
                      rule: "[has(self.caBundle),has(self.caProvider)].filter(x,x==true).size() <= 1"
                    }
                  ]
                },
                oracle: {
                  properties: {
                    auth: {
                      properties: {
                        secretRef: {
                          properties: { fingerprint: { $ref: 18 }, privatekey: { $ref: 18 } },
                          required: ["fingerprint", "privatekey"],
                          type: "object"
                        },
                        tenancy: { type: "string" },
                        user: { type: "string" }
                      },
                      required: ["secretRef", "tenancy", "user"],
                      type: "object"
                    },
                    compartment: { type: "string" },
                    encryptionKey: { type: "string" },
                    principalType: {
                      enum: ["", "UserPrincipal", "InstancePrincipal", "Workload"],
                      type: "string"
                    },
                    region: { type: "string" },
                    serviceAccountRef: { $ref: 19 },
                    vault: { type: "string" }
                  },
                  required: ["region", "vault"],
                  type: "object"
                },
                ovh: {
                  properties: {
                    auth: {
                      properties: {
                        mtls: {
                          properties: {
                            caBundle: { format: "byte", type: "string" },
                            caProvider: { $ref: 20 },
                            certSecretRef: { $ref: 18 },
                            keySecretRef: { $ref: 18 }
                          },
                          required: ["certSecretRef", "keySecretRef"],
                          type: "object"
                        },
                        token: {
                          properties: { tokenSecretRef: { $ref: 18 } },
                          required: ["tokenSecretRef"],
                          type: "object"
                        }
                      },
                      type: "object"
                    },
                    casRequired: { type: "boolean" },
                    okmsTimeout: { default: 30, format: "int32", minimum: 1, type: "integer" },
                    okmsid: { type: "string" },
                    server: { type: "string" }
                  },
                  required: ["auth", "okmsid", "server"],
                  type: "object"
                },
                passbolt: {
                  properties: {
                    auth: {
                      properties: { passwordSecretRef: { $ref: 18 }, privateKeySecretRef: { $ref: 18 } },
                      required: ["passwordSecretRef", "privateKeySecretRef"],
                      type: "object"
                    },
                    caBundle: { format: "byte", type: "string" },
                    caProvider: { $ref: 20 },
                    host: { type: "string" }
                  },
                  required: ["auth", "host"],
                  type: "object"
                },
                passworddepot: {
                  properties: {
                    auth: {
                      properties: {
                        secretRef: { properties: { credentials: { $ref: 18 } }, type: "object" }
                      },
                      required: ["secretRef"],
                      type: "object"
                    },
                    database: { type: "string" },
                    host: { type: "string" }
                  },
                  required: ["auth", "database", "host"],
                  type: "object"
                },
                previder: {
                  properties: {
                    auth: { properties: { secretRef: { $ref: 35 } }, type: "object" },
                    baseUri: { type: "string" }
                  },
                  required: ["auth"],
                  type: "object"
                },
                pulumi: {
                  properties: {
                    accessToken: { $ref: 30 },
                    apiUrl: { default: "https://api.pulumi.com/api/esc", type: "string" },
                    auth: {
                      properties: {
                        accessToken: { $ref: 30 },
                        oidcConfig: {
                          properties: {
                            expirationSeconds: {
                              default: 600,
                              format: "int64",
                              minimum: 600,
                              type: "integer"
                            },
                            organization: { type: "string" },
                            serviceAccountRef: { $ref: 19 }
                          },
                          required: ["organization", "serviceAccountRef"],
                          type: "object"
                        }
                      },
                      type: "object",
                      "x-kubernetes-validations": [
                        {
                          message: "Exactly one of 'accessToken' or 'oidcConfig' must be specified",
                          rule: "(has(self.accessToken) && !has(self.oidcConfig)) || (!has(self.accessToken) && has(self.oidcConfig))"
                        }
                      ]
                    },
                    environment: { type: "string" },
                    organization: { type: "string" },
                    project: { type: "string" }
                  },
                  required: ["environment", "organization", "project"],
                  type: "object",
                  "x-kubernetes-validations": [
                    {
                      message: "Exactly one of 'auth' or deprecated 'accessToken' must be specified",
                      rule: "(has(self.auth) && !has(self.accessToken)) || (!has(self.auth) && has(self.accessToken))"
                    }
                  ]
                },
                scaleway: {
                  properties: {
                    accessKey: { $ref: 26 },
                    apiUrl: { type: "string" },
                    projectId: { type: "string" },
                    region: { type: "string" },
                    secretKey: { $ref: 26 }
                  },
                  required: ["accessKey", "projectId", "region", "secretKey"],
                  type: "object"
                },
                secretserver: {
                  properties: {
                    caBundle: { format: "byte", type: "string" },
                    caProvider: { $ref: 20 },
                    domain: { type: "string" },
                    password: { $ref: 38 },
                    serverURL: { type: "string" },
                    token: { $ref: 38 },
                    username: { $ref: 38 }
                  },
                  required: ["serverURL"],
                  type: "object",
                  "x-kubernetes-validations": [
                    {
                      message: "either token, or both username and password, must be set",
                      rule: "has(self.token) || (has(self.username) && has(self.password))"
                    }
                  ]
                },
                senhasegura: {
                  properties: {
                    auth: {
                      properties: { clientId: { type: "string" }, clientSecretSecretRef: { $ref: 18 } },
                      required: ["clientId", "clientSecretSecretRef"],
                      type: "object"
                    },
                    ignoreSslCertificate: { default: false, type: "boolean" },
                    module: { type: "string" },
                    url: { type: "string" }
                  },
                  required: ["auth", "module", "url"],
                  type: "object"
                },
                vault: { $ref: 39 },
                volcengine: {
                  properties: {
                    auth: {
                      properties: {
                        secretRef: {
                          properties: {
                            accessKeyID: { $ref: 18 },
                            secretAccessKey: { $ref: 18 },
                            token: { $ref: 18 }
                          },
                          required: ["accessKeyID", "secretAccessKey"],
                          type: "object"
                        }
                      },
                      type: "object"
                    },
                    region: { type: "string" }
                  },
                  required: ["region"],
                  type: "object"
                },
                webhook: {
                  properties: {
                    auth: { $ref: 40 },
                    body: { type: "string" },
                    caBundle: { format: "byte", type: "string" },
                    caProvider: { $ref: 20 },
                    headers: { additionalProperties: { type: "string" }, type: "object" },
                    method: { type: "string" },
                    result: { $ref: 41 },
                    secrets: {
                      items: {
                        properties: { name: { type: "string" }, secretRef: { $ref: 18 } },
                        required: ["name", "secretRef"],
                        type: "object"
                      },
                      type: "array"
                    },
                    timeout: { type: "string" },
                    url: { type: "string" }
                  },
                  required: ["url"],
                  type: "object"
                },
                yandexcertificatemanager: { $ref: 42 },
                yandexlockbox: { $ref: 42 }
              },
              type: "object"
            },
            refreshInterval: {
              anyOf: [{ type: "integer" }, { type: "string" }],
              "x-kubernetes-int-or-string": true
            },
            retrySettings: { $ref: 43 }
          },
          required: ["provider"],
          type: "object"
        },
        status: {
          properties: { capabilities: { type: "string" }, conditions: { $ref: 44 } },
          type: "object"
        }
      },
      type: "object"
    },
    { default: "None", enum: ["None", "ReverseUnicode"], type: "string" },
    {
      properties: {
        conversionStrategy: { $ref: 46 },
        match: {
          properties: {
            remoteRef: {
              properties: { property: { type: "string" }, remoteKey: { type: "string" } },
              required: ["remoteKey"],
              type: "object"
            },
            secretKey: { type: "string" }
          },
          required: ["remoteRef"],
          type: "object"
        },
        metadata: { "x-kubernetes-preserve-unknown-fields": true }
      },
      required: ["match"],
      type: "object"
    },
    {
      properties: {
        kind: { default: "SecretStore", enum: ["SecretStore", "ClusterSecretStore"], type: "string" },
        labelSelector: { $ref: 13 },
        name: { $ref: 1 }
      },
      type: "object"
    },
    {
      properties: {
        data: { items: { $ref: 47 }, type: "array" },
        dataTo: {
          items: {
            properties: {
              conversionStrategy: { $ref: 46 },
              match: { properties: { regexp: { type: "string" } }, type: "object" },
              metadata: { "x-kubernetes-preserve-unknown-fields": true },
              remoteKey: { type: "string" },
              rewrite: {
                items: {
                  properties: { regexp: { $ref: 8 }, transform: { $ref: 9 } },
                  type: "object",
                  "x-kubernetes-validations": [
                    {
                      message: "exactly one of regexp or transform must be set",
                      rule: "(has(self.regexp) && !has(self.transform)) || (!has(self.regexp) && has(self.transform))"
                    }
                  ]
                },
                type: "array"
              },
              storeRef: { $ref: 48 }
            },
            type: "object",
            "x-kubernetes-validations": [
              {
                message: "storeRef must specify either name or labelSelector",
                rule: "has(self.storeRef) && (has(self.storeRef.name) || has(self.storeRef.labelSelector))"
              },
              {
                message: "remoteKey and rewrite are mutually exclusive: rewrite is only supported in per-key mode (without remoteKey)",
                rule: "!has(self.remoteKey) || !has(self.rewrite) || size(self.rewrite) == 0"
              }
            ]
          },
          type: "array"
        },
        deletionPolicy: { default: "None", enum: ["Delete", "None"], type: "string" },
        refreshInterval: { default: "1h0m0s", type: "string" },
        secretStoreRefs: { items: { $ref: 48 }, type: "array" },
        selector: {
          maxProperties: 1,
          minProperties: 1,
          properties: {
            generatorRef: { $ref: 5 },
            secret: { properties: { name: { $ref: 1 }, selector: { $ref: 13 } }, type: "object" }
          },
          type: "object"
        },
        template: { $ref: 11 },
        updatePolicy: { default: "Replace", enum: ["Replace", "IfNotExists"], type: "string" }
      },
      required: ["secretStoreRefs", "selector"],
      type: "object"
    },
    {
      properties: {
        auth: {
          properties: {
            managedIdentity: { properties: { identityId: { type: "string" } }, type: "object" },
            servicePrincipal: {
              properties: {
                secretRef: {
                  properties: { clientId: { $ref: 18 }, clientSecret: { $ref: 18 } },
                  type: "object"
                }
              },
              required: ["secretRef"],
              type: "object"
            },
            workloadIdentity: { $ref: 21 }
          },
          type: "object"
        },
        environmentType: { $ref: 24 },
        registry: { type: "string" },
        scope: { type: "string" },
        tenantId: { type: "string" }
      },
      required: ["auth", "registry"],
      type: "object"
    },
    {
      properties: { controller: { type: "string" }, provider: { $ref: 27 }, retrySettings: { $ref: 43 } },
      required: ["provider"],
      type: "object"
    },
    {
      properties: {
        apiUrl: { type: "string" },
        orgSlug: { type: "string" },
        serviceAccountRef: { $ref: 19 },
        serviceSlug: { type: "string" }
      },
      required: ["orgSlug", "serviceAccountRef", "serviceSlug"],
      type: "object"
    },
    {
      properties: {
        auth: { $ref: 23 },
        region: { type: "string" },
        role: { type: "string" },
        scope: { type: "string" }
      },
      required: ["region"],
      type: "object"
    },
    {
      properties: {
        controller: { type: "string" },
        data: { additionalProperties: { type: "string" }, type: "object" }
      },
      type: "object"
    },
    {
      properties: {
        auth: {
          properties: {
            secretRef: { $ref: 31 },
            workloadIdentity: {
              properties: {
                clusterLocation: { type: "string" },
                clusterName: { type: "string" },
                clusterProjectID: { type: "string" },
                serviceAccountRef: { $ref: 19 }
              },
              required: ["clusterLocation", "clusterName", "serviceAccountRef"],
              type: "object"
            },
            workloadIdentityFederation: { $ref: 33 }
          },
          type: "object"
        },
        projectID: { type: "string" }
      },
      required: ["auth", "projectID"],
      type: "object"
    },
    {
      properties: {
        appID: { type: "string" },
        auth: { properties: { privateKey: { $ref: 25 } }, required: ["privateKey"], type: "object" },
        installID: { type: "string" },
        permissions: { additionalProperties: { type: "string" }, type: "object" },
        repositories: { items: { type: "string" }, type: "array" },
        url: { type: "string" }
      },
      required: ["appID", "auth", "installID"],
      type: "object"
    },
    {
      properties: {
        auth: { properties: { token: { $ref: 25 } }, required: ["token"], type: "object" },
        expiresAt: { format: "date-time", type: "string" },
        groupID: { minLength: 1, type: "string" },
        name: { minLength: 1, type: "string" },
        projectID: { minLength: 1, type: "string" },
        scopes: {
          items: {
            enum: [
              "read_repository",
              "read_registry",
              "write_registry",
              "read_package_registry",
              "write_package_registry",
              "read_virtual_registry",
              "write_virtual_registry"
            ],
            type: "string"
          },
          minItems: 1,
          type: "array"
        },
        url: { type: "string" },
        username: { type: "string" }
      },
      required: ["auth", "name", "scopes"],
      type: "object",
      "x-kubernetes-validations": [
        {
          message: "exactly one of projectID or groupID must be set",
          rule: "has(self.projectID) != has(self.groupID)"
        }
      ]
    },
    { properties: { key: { $ref: 4 }, name: { $ref: 1 } }, type: "object" },
    {
      properties: {
        auth: {
          properties: {
            basic: {
              properties: { password: { $ref: 58 }, username: { type: "string" } },
              required: ["password", "username"],
              type: "object"
            },
            token: { $ref: 58 }
          },
          type: "object"
        },
        serviceAccount: {
          properties: {
            name: { type: "string" },
            role: { type: "string" },
            secondsToLive: { format: "int64", minimum: 1, type: "integer" }
          },
          required: ["name", "role"],
          type: "object"
        },
        url: { type: "string" }
      },
      required: ["auth", "serviceAccount", "url"],
      type: "object"
    },
    {
      properties: {
        algorithm: { type: "string" },
        length: { type: "integer" },
        secret: { $ref: 18 },
        timePeriod: { type: "integer" },
        when: { format: "date-time", type: "string" }
      },
      required: ["secret"],
      type: "object"
    },
    {
      properties: {
        allowRepeat: { default: false, type: "boolean" },
        digits: { type: "integer" },
        encoding: { default: "raw", enum: ["base64", "base64url", "base32", "hex", "raw"], type: "string" },
        length: { default: 24, type: "integer" },
        noUpper: { default: false, type: "boolean" },
        secretKeys: { items: { type: "string" }, minItems: 1, type: "array" },
        symbolCharacters: { type: "string" },
        symbols: { type: "integer" }
      },
      required: ["allowRepeat", "length", "noUpper"],
      type: "object"
    },
    {
      properties: {
        robotAccount: { type: "string" },
        serviceAccountRef: { $ref: 19 },
        url: { type: "string" }
      },
      required: ["robotAccount", "serviceAccountRef"],
      type: "object"
    },
    {
      properties: {
        comment: { type: "string" },
        keySize: { maximum: 8192, minimum: 256, type: "integer" },
        keyType: { default: "rsa", enum: ["rsa", "ecdsa", "ed25519"], type: "string" }
      },
      type: "object"
    },
    {
      properties: {
        auth: { $ref: 23 },
        region: { type: "string" },
        requestParameters: {
          properties: {
            serialNumber: { type: "string" },
            sessionDuration: { format: "int32", type: "integer" },
            tokenCode: { type: "string" }
          },
          type: "object"
        },
        role: { type: "string" }
      },
      required: ["region"],
      type: "object"
    },
    {
      properties: {
        allowEmptyResponse: { default: false, type: "boolean" },
        controller: { type: "string" },
        getParameters: {
          additionalProperties: { items: { type: "string" }, type: "array" },
          type: "object"
        },
        method: { type: "string" },
        parameters: { "x-kubernetes-preserve-unknown-fields": true },
        path: { type: "string" },
        provider: { $ref: 39 },
        resultType: { default: "Data", enum: ["Data", "Auth", "Raw"], type: "string" },
        retrySettings: { $ref: 43 }
      },
      required: ["path", "provider"],
      type: "object"
    },
    {
      properties: {
        auth: { $ref: 40 },
        body: { type: "string" },
        caBundle: { format: "byte", type: "string" },
        caProvider: { $ref: 20 },
        headers: { additionalProperties: { type: "string" }, type: "object" },
        method: { type: "string" },
        result: { $ref: 41 },
        secrets: {
          items: {
            properties: { name: { type: "string" }, secretRef: { $ref: 58 } },
            required: ["name", "secretRef"],
            type: "object"
          },
          type: "array"
        },
        timeout: { type: "string" },
        url: { type: "string" }
      },
      required: ["result", "url"],
      type: "object"
    }
  ],
  kinds: {
    "external-secrets.io/v1/ClusterExternalSecret": {
      properties: {
        apiVersion: { type: "string" },
        kind: { type: "string" },
        metadata: { type: "object" },
        spec: {
          properties: {
            externalSecretMetadata: { $ref: 0 },
            externalSecretName: { $ref: 1 },
            externalSecretSpec: { $ref: 12 },
            namespaceSelector: { $ref: 13 },
            namespaceSelectors: { $ref: 14 },
            namespaces: { $ref: 16 },
            refreshTime: { type: "string" }
          },
          required: ["externalSecretSpec"],
          type: "object"
        },
        status: {
          properties: {
            conditions: {
              items: {
                properties: {
                  message: { type: "string" },
                  status: { type: "string" },
                  type: { type: "string" }
                },
                required: ["status", "type"],
                type: "object"
              },
              type: "array"
            },
            externalSecretName: { type: "string" },
            failedNamespaces: { $ref: 17 },
            provisionedNamespaces: { items: { type: "string" }, type: "array" }
          },
          type: "object"
        }
      },
      type: "object"
    },
    "external-secrets.io/v1/ClusterSecretStore": { $ref: 45 },
    "external-secrets.io/v1/ExternalSecret": {
      properties: {
        apiVersion: { type: "string" },
        kind: { type: "string" },
        metadata: { type: "object" },
        spec: { $ref: 12 },
        status: {
          properties: {
            binding: { properties: { name: { default: "", type: "string" } }, type: "object" },
            conditions: {
              items: {
                properties: {
                  lastTransitionTime: { format: "date-time", type: "string" },
                  message: { type: "string" },
                  reason: { type: "string" },
                  status: { type: "string" },
                  type: { enum: ["Ready", "Deleted"], type: "string" }
                },
                required: ["status", "type"],
                type: "object"
              },
              type: "array"
            },
            refreshTime: { format: "date-time", nullable: true, type: "string" },
            syncedResourceVersion: { type: "string" }
          },
          type: "object"
        }
      },
      type: "object"
    },
    "external-secrets.io/v1/SecretStore": { $ref: 45 },
    "external-secrets.io/v1alpha1/ClusterPushSecret": {
      properties: {
        apiVersion: { type: "string" },
        kind: { type: "string" },
        metadata: { type: "object" },
        spec: {
          properties: {
            namespaceSelectors: { $ref: 14 },
            pushSecretMetadata: { $ref: 0 },
            pushSecretName: { $ref: 1 },
            pushSecretSpec: { $ref: 49 },
            refreshTime: { type: "string" }
          },
          required: ["pushSecretSpec"],
          type: "object"
        },
        status: {
          properties: {
            conditions: { $ref: 44 },
            failedNamespaces: { $ref: 17 },
            provisionedNamespaces: { items: { type: "string" }, type: "array" },
            pushSecretName: { type: "string" }
          },
          type: "object"
        }
      },
      type: "object"
    },
    "external-secrets.io/v1alpha1/PushSecret": {
      properties: {
        apiVersion: { type: "string" },
        kind: { type: "string" },
        metadata: { type: "object" },
        spec: { $ref: 49 },
        status: {
          properties: {
            conditions: { $ref: 44 },
            refreshTime: { format: "date-time", nullable: true, type: "string" },
            syncedPushSecrets: {
              additionalProperties: { additionalProperties: { $ref: 47 }, type: "object" },
              type: "object"
            },
            syncedResourceVersion: { type: "string" }
          },
          type: "object"
        }
      },
      type: "object"
    },
    "generators.external-secrets.io/v1alpha1/ACRAccessToken": {
      properties: {
        apiVersion: { type: "string" },
        kind: { type: "string" },
        metadata: { type: "object" },
        spec: { $ref: 50 }
      },
      type: "object"
    },
    "generators.external-secrets.io/v1alpha1/BeyondtrustWorkloadCredentialsDynamicSecret": {
      properties: {
        apiVersion: { type: "string" },
        kind: { type: "string" },
        metadata: { type: "object" },
        spec: { $ref: 51 }
      },
      type: "object"
    },
    "generators.external-secrets.io/v1alpha1/CloudsmithAccessToken": {
      properties: {
        apiVersion: { type: "string" },
        kind: { type: "string" },
        metadata: { type: "object" },
        spec: { $ref: 52 }
      },
      type: "object"
    },
    "generators.external-secrets.io/v1alpha1/ClusterGenerator": {
      properties: {
        apiVersion: { type: "string" },
        kind: { type: "string" },
        metadata: { type: "object" },
        spec: {
          properties: {
            generator: {
              maxProperties: 1,
              minProperties: 1,
              properties: {
                acrAccessTokenSpec: { $ref: 50 },
                beyondtrustWorkloadCredentialsDynamicSecretSpec: { $ref: 51 },
                cloudsmithAccessTokenSpec: { $ref: 52 },
                ecrAuthorizationTokenSpec: { $ref: 53 },
                fakeSpec: { $ref: 54 },
                gcrAccessTokenSpec: { $ref: 55 },
                githubAccessTokenSpec: { $ref: 56 },
                gitlabDeployTokenSpec: { $ref: 57 },
                grafanaSpec: { $ref: 59 },
                mfaSpec: { $ref: 60 },
                passwordSpec: { $ref: 61 },
                quayAccessTokenSpec: { $ref: 62 },
                sshKeySpec: { $ref: 63 },
                stsSessionTokenSpec: { $ref: 64 },
                uuidSpec: { type: "object" },
                vaultDynamicSecretSpec: { $ref: 65 },
                webhookSpec: { $ref: 66 }
              },
              type: "object"
            },
            kind: {
              enum: [
                "ACRAccessToken",
                "BeyondtrustWorkloadCredentialsDynamicSecret",
                "CloudsmithAccessToken",
                "ECRAuthorizationToken",
                "Fake",
                "GCRAccessToken",
                "GithubAccessToken",
                "GitlabDeployToken",
                "QuayAccessToken",
                "Password",
                "SSHKey",
                "STSSessionToken",
                "UUID",
                "VaultDynamicSecret",
                "Webhook",
                "Grafana",
                "MFA"
              ],
              type: "string"
            }
          },
          required: ["generator", "kind"],
          type: "object"
        }
      },
      type: "object"
    },
    "generators.external-secrets.io/v1alpha1/ECRAuthorizationToken": {
      properties: {
        apiVersion: { type: "string" },
        kind: { type: "string" },
        metadata: { type: "object" },
        spec: { $ref: 53 }
      },
      type: "object"
    },
    "generators.external-secrets.io/v1alpha1/Fake": {
      properties: {
        apiVersion: { type: "string" },
        kind: { type: "string" },
        metadata: { type: "object" },
        spec: { $ref: 54 }
      },
      type: "object"
    },
    "generators.external-secrets.io/v1alpha1/GCRAccessToken": {
      properties: {
        apiVersion: { type: "string" },
        kind: { type: "string" },
        metadata: { type: "object" },
        spec: { $ref: 55 }
      },
      type: "object"
    },
    "generators.external-secrets.io/v1alpha1/GeneratorState": {
      properties: {
        apiVersion: { type: "string" },
        kind: { type: "string" },
        metadata: { type: "object" },
        spec: {
          properties: {
            garbageCollectionDeadline: { format: "date-time", type: "string" },
            resource: { "x-kubernetes-preserve-unknown-fields": true },
            state: { "x-kubernetes-preserve-unknown-fields": true }
          },
          required: ["resource", "state"],
          type: "object"
        },
        status: { properties: { conditions: { $ref: 44 } }, type: "object" }
      },
      type: "object"
    },
    "generators.external-secrets.io/v1alpha1/GithubAccessToken": {
      properties: {
        apiVersion: { type: "string" },
        kind: { type: "string" },
        metadata: { type: "object" },
        spec: { $ref: 56 }
      },
      type: "object"
    },
    "generators.external-secrets.io/v1alpha1/GitlabDeployToken": {
      properties: {
        apiVersion: { type: "string" },
        kind: { type: "string" },
        metadata: { type: "object" },
        spec: { $ref: 57 }
      },
      type: "object"
    },
    "generators.external-secrets.io/v1alpha1/Grafana": {
      properties: {
        apiVersion: { type: "string" },
        kind: { type: "string" },
        metadata: { type: "object" },
        spec: { $ref: 59 }
      },
      type: "object"
    },
    "generators.external-secrets.io/v1alpha1/MFA": {
      properties: {
        apiVersion: { type: "string" },
        kind: { type: "string" },
        metadata: { type: "object" },
        spec: { $ref: 60 }
      },
      type: "object"
    },
    "generators.external-secrets.io/v1alpha1/Password": {
      properties: {
        apiVersion: { type: "string" },
        kind: { type: "string" },
        metadata: { type: "object" },
        spec: { $ref: 61 }
      },
      type: "object"
    },
    "generators.external-secrets.io/v1alpha1/QuayAccessToken": {
      properties: {
        apiVersion: { type: "string" },
        kind: { type: "string" },
        metadata: { type: "object" },
        spec: { $ref: 62 }
      },
      type: "object"
    },
    "generators.external-secrets.io/v1alpha1/SSHKey": {
      properties: {
        apiVersion: { type: "string" },
        kind: { type: "string" },
        metadata: { type: "object" },
        spec: { $ref: 63 }
      },
      type: "object"
    },
    "generators.external-secrets.io/v1alpha1/STSSessionToken": {
      properties: {
        apiVersion: { type: "string" },
        kind: { type: "string" },
        metadata: { type: "object" },
        spec: { $ref: 64 }
      },
      type: "object"
    },
    "generators.external-secrets.io/v1alpha1/UUID": {
      properties: {
        apiVersion: { type: "string" },
        kind: { type: "string" },
        metadata: { type: "object" },
        spec: { type: "object" }
      },
      type: "object"
    },
    "generators.external-secrets.io/v1alpha1/VaultDynamicSecret": {
      properties: {
        apiVersion: { type: "string" },
        kind: { type: "string" },
        metadata: { type: "object" },
        spec: { $ref: 65 }
      },
      type: "object"
    },
    "generators.external-secrets.io/v1alpha1/Webhook": {
      properties: {
        apiVersion: { type: "string" },
        kind: { type: "string" },
        metadata: { type: "object" },
        spec: { $ref: 66 }
      },
      type: "object"
    }
  }
};

// src/model/schema/newest-crds.ts
var NEWEST = newest_crds_default.version;
var kinds = newest_crds_default.kinds;
function newestSchema(groupKind, version) {
  const name = groupKind.replace("/", `/${version}/`);
  return Object.hasOwn(kinds, name) ? { root: kinds[name], parts: newest_crds_default.parts } : void 0;
}

// node_modules/@marcbachmann/cel-js/lib/errors.js
var CelError = class extends Error {
  #node;
  #code;
  #range;
  #summary;
  constructor({ name, code, message, node, cause, range }) {
    super(message, cause ? { cause } : void 0);
    this.name = name;
    this.#code = code;
    this.#summary = message;
    this.#node = node;
    this.#range = range && normalizeRange(range) || normalizeRange(node);
    if (!node?.input) return;
    this.message = formatErrorWithHighlight(this.#summary, node, this.#range);
  }
  get node() {
    return this.#node;
  }
  get code() {
    return this.#code;
  }
  get range() {
    return this.#range;
  }
  get summary() {
    return this.#summary;
  }
  withAst(node) {
    if (this.#node || !node?.input) return this;
    this.#node = node;
    this.#range ??= normalizeRange(node);
    this.message = formatErrorWithHighlight(this.#summary, node, this.#range);
    return this;
  }
};
function normalizeArgs(name, defaultCode, message, node, cause) {
  if (typeof message === "string") return { name, code: defaultCode, message, node, cause };
  const opts = message;
  if (typeof opts !== "object") throw new Error("First param to error must be a string or object");
  return {
    name,
    code: opts.code || defaultCode,
    message: opts.message,
    node: opts.node,
    cause: opts.cause,
    range: opts.range
  };
}
var ParseError = class extends CelError {
  constructor(message, node, cause) {
    super(normalizeArgs("ParseError", "parse_error", message, node, cause));
  }
};
var EvaluationError = class extends CelError {
  constructor(message, node, cause) {
    super(normalizeArgs("EvaluationError", "evaluation_error", message, node, cause));
  }
};
var TypeError2 = class extends CelError {
  constructor(message, node, cause) {
    super(normalizeArgs("TypeError", "type_error", message, node, cause));
  }
};
function parseError(code, message, node) {
  if (typeof code === "object") return new ParseError(code);
  return new ParseError({ code, message, node });
}
function evaluationError(code, message, node) {
  if (typeof code === "object") return new EvaluationError(code);
  return new EvaluationError({ code, message, node });
}
function typeError(code, message, node) {
  if (typeof code === "object") return new TypeError2(code);
  return new TypeError2({ code, message, node });
}
function normalizeRange(node) {
  const start = node?.pos ?? node?.start;
  if (typeof start !== "number") return;
  const end = typeof node.end === "number" ? node.end : start;
  return { start, end };
}
function formatErrorWithHighlight(message, node, range) {
  const pos = node.pos ?? range?.start;
  if (typeof pos !== "number") return message;
  const input = node.input;
  let lineNum = 1;
  let currentPos = 0;
  let columnNum = 0;
  while (currentPos < pos) {
    if (input[currentPos] === "\n") {
      lineNum++;
      columnNum = 0;
    } else {
      columnNum++;
    }
    currentPos++;
  }
  let contextStart = pos;
  let contextEnd = pos;
  while (contextStart > 0 && input[contextStart - 1] !== "\n") contextStart--;
  while (contextEnd < input.length && input[contextEnd] !== "\n") contextEnd++;
  const line = input.slice(contextStart, contextEnd);
  const highlight = `> ${`${lineNum}`.padStart(4, " ")} | ${line}
${" ".repeat(9 + columnNum)}^`;
  return `${message}

${highlight}`;
}
function attachErrorAst(error, node) {
  if (error instanceof CelError) return error.withAst(node);
  return error;
}

// node_modules/@marcbachmann/cel-js/lib/optional.js
var Optional = class _Optional {
  #value;
  constructor(value) {
    this.#value = value;
  }
  static of(value) {
    if (value === void 0) return OPTIONAL_NONE;
    return new _Optional(value);
  }
  static none() {
    return OPTIONAL_NONE;
  }
  hasValue() {
    return this.#value !== void 0;
  }
  value() {
    if (this.#value === void 0) {
      throw evaluationError("optional_value_missing", "Optional value is not present");
    }
    return this.#value;
  }
  or(optional) {
    if (this.#value !== void 0) return this;
    if (optional instanceof _Optional) return optional;
    throw evaluationError(
      "invalid_optional_argument",
      "Optional.or must be called with an Optional argument"
    );
  }
  orValue(defaultValue) {
    return this.#value === void 0 ? defaultValue : this.#value;
  }
  get [Symbol.toStringTag]() {
    return "optional";
  }
  [/* @__PURE__ */ Symbol.for("nodejs.util.inspect.custom")]() {
    return this.#value === void 0 ? `Optional { none }` : `Optional { value: ${JSON.stringify(this.#value)} }`;
  }
};
var OPTIONAL_NONE = Object.freeze(new Optional());
var OptionalNamespace = class {
};
var optionalNamespace = new OptionalNamespace();
function toggleOptionalTypes(registry, enable) {
  const optionalConstant = enable ? optionalNamespace : void 0;
  registry.deleteVariable("optional");
  registry.registerConstant("optional", "OptionalNamespace", optionalConstant);
}
function register(registry) {
  const sync = { async: false };
  const functionOverload = (sig, handler) => registry.registerFunctionOverload(sig, handler, sync);
  const optionalConstant = registry.enableOptionalTypes ? optionalNamespace : void 0;
  registry.registerType("OptionalNamespace", OptionalNamespace);
  registry.registerConstant("optional", "OptionalNamespace", optionalConstant);
  functionOverload("optional.hasValue(): bool", (v) => v.hasValue());
  functionOverload("optional<A>.value(): A", (v) => v.value());
  registry.registerFunctionOverload("OptionalNamespace.none(): optional<T>", () => Optional.none());
  functionOverload("OptionalNamespace.of(A): optional<A>", (_, value) => Optional.of(value));
  function ensureOptional(value, ast, description) {
    if (value instanceof Optional) return value;
    throw evaluationError("optional_expected", `${description} must be optional`, ast);
  }
  function evaluateOptional(ev, macro, ctx) {
    const v = ev.run(macro.receiver, ctx);
    if (v instanceof Promise) return v.then((_v) => handleOptionalResolved(_v, ev, macro, ctx));
    return handleOptionalResolved(v, ev, macro, ctx);
  }
  function handleOptionalResolved(value, ev, macro, ctx) {
    const optional = ensureOptional(value, macro.receiver, `${macro.functionDesc} receiver`);
    if (optional.hasValue()) return macro.onHasValue(optional);
    return macro.onEmpty(ev, macro, ctx);
  }
  function ensureOptionalType(checker, node, ctx, description) {
    const type = checker.check(node, ctx);
    if (type.kind === "optional") return type;
    if (type.kind === "dyn") return checker.getType("optional");
    throw checker.createError("optional_expected", `${description} must be optional, got '${type}'`, node);
  }
  function createOptionalMacro({ functionDesc, evaluate: evaluate2, typeCheck, onHasValue, onEmpty }) {
    return ({ ast, args, receiver }) => ({
      ast,
      functionDesc,
      receiver,
      arg: args[0],
      evaluate: evaluate2,
      typeCheck,
      onHasValue,
      onEmpty
    });
  }
  const invalidOrValueReceiver = "optional.orValue() receiver";
  const invalidOrReceiver = "optional.or(optional) receiver";
  const invalidOrArg = "optional.or(optional) argument";
  registry.registerFunctionOverload(
    "optional.or(ast): optional<dyn>",
    createOptionalMacro({
      functionDesc: "optional.or(optional)",
      evaluate: evaluateOptional,
      typeCheck(check2, macro, ctx) {
        const l = ensureOptionalType(check2, macro.receiver, ctx, invalidOrReceiver);
        const r = ensureOptionalType(check2, macro.arg, ctx, invalidOrArg);
        if (!(macro.receiver.maybeAsync || macro.arg.maybeAsync)) macro.ast.setMeta("async", false);
        const unified = l.unify(check2.registry, r);
        if (unified) return unified;
        throw check2.createError(
          "incompatible_argument_type",
          `${macro.functionDesc} argument must be compatible type, got '${l}' and '${r}'`,
          macro.arg
        );
      },
      onHasValue: (optional) => optional,
      onEmpty(ev, macro, ctx) {
        const ast = macro.arg;
        const v = ev.run(ast, ctx);
        if (v instanceof Promise) return v.then((_v) => ensureOptional(_v, ast, invalidOrArg));
        return ensureOptional(v, ast, invalidOrArg);
      }
    })
  );
  registry.registerFunctionOverload(
    "optional.orValue(ast): dyn",
    createOptionalMacro({
      functionDesc: "optional.orValue(value)",
      onHasValue: (optionalValue) => optionalValue.value(),
      onEmpty(ev, macro, ctx) {
        return ev.run(macro.arg, ctx);
      },
      evaluate: evaluateOptional,
      typeCheck(check2, macro, ctx) {
        const l = ensureOptionalType(check2, macro.receiver, ctx, invalidOrValueReceiver).valueType;
        const r = check2.check(macro.arg, ctx);
        if (!(macro.receiver.maybeAsync || macro.arg.maybeAsync)) macro.ast.setMeta("async", false);
        const unified = l.unify(check2.registry, r);
        if (unified) return unified;
        throw check2.createError(
          "incompatible_argument_type",
          `${macro.functionDesc} argument must be compatible type, got '${l}' and '${r}'`,
          macro.arg
        );
      }
    })
  );
}

// node_modules/@marcbachmann/cel-js/lib/globals.js
var hasOwn = Object.hasOwn;
var objKeys = Object.keys;
var objFreeze = Object.freeze;
var objEntries = Object.entries;
var isArray = Array.isArray;
var arrayFrom = Array.from;
var MIN_UINT = 0n;
var MAX_UINT = 18446744073709551615n;
var MAX_INT = 9223372036854775807n;
var MIN_INT = -9223372036854775808n;
function isAsync(fn, fallback) {
  if (fn?.[Symbol.toStringTag] === "AsyncFunction") return true;
  return typeof fallback === "boolean" ? fallback : true;
}
var RESERVED = /* @__PURE__ */ new Set([
  "as",
  "break",
  "const",
  "continue",
  "else",
  "for",
  "function",
  "if",
  "import",
  "let",
  "loop",
  "package",
  "namespace",
  "return",
  "var",
  "void",
  "while",
  "__proto__",
  "prototype"
]);

// node_modules/@marcbachmann/cel-js/lib/functions.js
var UnsignedInt = class {
  #value;
  constructor(value) {
    this.verify(typeof value === "bigint" ? value : BigInt(value));
  }
  get value() {
    return this.#value;
  }
  valueOf() {
    return this.#value;
  }
  toString() {
    return `${this.#value}`;
  }
  verify(v) {
    if (v < MIN_UINT || v > MAX_UINT) {
      throw evaluationError("numeric_overflow", "Unsigned integer overflow");
    }
    this.#value = v;
  }
  get [Symbol.toStringTag]() {
    return `value = ${this.#value}`;
  }
  [/* @__PURE__ */ Symbol.for("nodejs.util.inspect.custom")]() {
    return `UnsignedInteger { value: ${this.#value} }`;
  }
};
var billion = 1e9;
var billionBigInt = 1000000000n;
var UNIT_NANOSECONDS = {
  h: 3600000000000n,
  m: 60000000000n,
  s: billionBigInt,
  ms: 1000000n,
  us: 1000n,
  µs: 1000n,
  ns: 1n
};
var Duration = class _Duration {
  #seconds;
  #nanos;
  constructor(seconds, nanos = 0) {
    this.#seconds = BigInt(seconds);
    this.#nanos = nanos;
  }
  get seconds() {
    return this.#seconds;
  }
  get nanos() {
    return this.#nanos;
  }
  valueOf() {
    return Number(this.#seconds) * 1e3 + this.#nanos / 1e6;
  }
  static fromMilliseconds(ms) {
    const totalNanos = BigInt(Math.trunc(ms * 1e6));
    const seconds = totalNanos / billionBigInt;
    const nanos = Number(totalNanos % billionBigInt);
    return new _Duration(seconds, nanos);
  }
  addDuration(other) {
    const nanos = this.#nanos + other.nanos;
    return new _Duration(
      this.#seconds + other.seconds + BigInt(Math.floor(nanos / billion)),
      nanos % billion
    );
  }
  subtractDuration(other) {
    const nanos = this.#nanos - other.nanos;
    return new _Duration(
      this.#seconds - other.seconds + BigInt(Math.floor(nanos / billion)),
      (nanos + billion) % billion
    );
  }
  extendTimestamp(ts) {
    return new Date(
      ts.getTime() + Number(this.#seconds) * 1e3 + Math.floor(this.#nanos / 1e6)
    );
  }
  subtractTimestamp(ts) {
    return new Date(
      ts.getTime() - Number(this.#seconds) * 1e3 - Math.floor(this.#nanos / 1e6)
    );
  }
  toString() {
    const nanos = this.#nanos ? (this.#nanos / billion).toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 9 }).slice(1) : "";
    return `${this.#seconds}${nanos}s`;
  }
  getHours() {
    return this.#seconds / 3600n;
  }
  getMinutes() {
    return this.#seconds / 60n;
  }
  getSeconds() {
    return this.#seconds;
  }
  getMilliseconds() {
    return this.#seconds * 1000n + BigInt(Math.floor(this.#nanos / 1e6));
  }
  get [Symbol.toStringTag]() {
    return "google.protobuf.Duration";
  }
  [/* @__PURE__ */ Symbol.for("nodejs.util.inspect.custom")]() {
    return `google.protobuf.Duration { seconds: ${this.#seconds}, nanos: ${this.#nanos} }`;
  }
};
function registerFunctions(registry) {
  const sync = { async: false };
  const functionOverload = (sig, handler) => registry.registerFunctionOverload(sig, handler, sync);
  const identity2 = (v) => v;
  functionOverload("dyn(dyn): dyn", identity2);
  for (const _t in TYPES) {
    const type = TYPES[_t];
    if (!(type instanceof Type)) continue;
    functionOverload(`type(${type.name}): type`, () => type);
  }
  functionOverload("bool(bool): bool", identity2);
  functionOverload("bool(string): bool", (v) => {
    switch (v) {
      case "1":
      case "t":
      case "true":
      case "TRUE":
      case "True":
        return true;
      case "0":
      case "f":
      case "false":
      case "FALSE":
      case "False":
        return false;
      default:
        throw evaluationError(
          "bool_conversion_error",
          `bool() conversion error: invalid string value "${v}"`
        );
    }
  });
  functionOverload("size(string): int", (v) => BigInt(stringSize(v)));
  functionOverload("size(bytes): int", (v) => BigInt(v.length));
  functionOverload("size(list): int", (v) => BigInt(v.length ?? v.size));
  functionOverload("size(map): int", (v) => BigInt(v instanceof Map ? v.size : objKeys(v).length));
  functionOverload("string.size(): int", (v) => BigInt(stringSize(v)));
  functionOverload("bytes.size(): int", (v) => BigInt(v.length));
  functionOverload("list.size(): int", (v) => BigInt(v.length ?? v.size));
  functionOverload("map.size(): int", (v) => BigInt(v instanceof Map ? v.size : objKeys(v).length));
  functionOverload("bytes(string): bytes", (v) => ByteOpts.fromString(v));
  functionOverload("bytes(bytes): bytes", identity2);
  functionOverload("double(double): double", identity2);
  functionOverload("double(int): double", (v) => Number(v));
  functionOverload("double(uint): double", (v) => Number(v));
  functionOverload("double(string): double", (v) => {
    if (!v || v !== v.trim())
      throw evaluationError(
        "double_conversion_error",
        "double() type error: cannot convert to double"
      );
    const s = v.toLowerCase();
    switch (s) {
      case "inf":
      case "+inf":
      case "infinity":
      case "+infinity":
        return Number.POSITIVE_INFINITY;
      case "-inf":
      case "-infinity":
        return Number.NEGATIVE_INFINITY;
      case "nan":
        return Number.NaN;
      default: {
        const parsed2 = Number(v);
        if (!Number.isNaN(parsed2)) return parsed2;
        throw evaluationError(
          "double_conversion_error",
          "double() type error: cannot convert to double"
        );
      }
    }
  });
  functionOverload("int(int): int", identity2);
  functionOverload("int(double): int", (v) => {
    if (Number.isFinite(v)) return BigInt(Math.trunc(v));
    throw evaluationError("numeric_overflow", "int() type error: integer overflow");
  });
  functionOverload("int(string): int", (v) => {
    if (v !== v.trim() || v.length > 20 || v.includes("0x")) {
      throw evaluationError("int_conversion_error", "int() type error: cannot convert to int");
    }
    try {
      const num = BigInt(v);
      if (num <= MAX_INT && num >= MIN_INT) return num;
    } catch (_e) {
    }
    throw evaluationError("int_conversion_error", "int() type error: cannot convert to int");
  });
  functionOverload("uint(uint): uint", identity2);
  functionOverload("uint(int): uint", (v) => {
    try {
      return new UnsignedInt(v);
    } catch (e) {
      throw evaluationError("uint_conversion_error", "uint() type error: cannot convert to uint");
    }
  });
  functionOverload("uint(double): uint", (v) => {
    try {
      return new UnsignedInt(Math.trunc(v));
    } catch (e) {
      throw evaluationError("numeric_overflow", "uint() type error: unsigned integer overflow");
    }
  });
  functionOverload("uint(string): uint", (v) => {
    if (v !== v.trim() || v.length > 20 || v.includes("0x")) {
      throw evaluationError("uint_conversion_error", "uint() type error: cannot convert to uint");
    }
    try {
      return new UnsignedInt(v);
    } catch (e) {
      throw evaluationError("uint_conversion_error", "uint() type error: cannot convert to uint");
    }
  });
  functionOverload("string(string): string", identity2);
  functionOverload("string(bool): string", (v) => `${v}`);
  functionOverload("string(int): string", (v) => `${v}`);
  functionOverload("string(uint): string", (v) => `${v}`);
  functionOverload("string(bytes): string", (v) => ByteOpts.toUtf8(v));
  functionOverload("string(double): string", (v) => {
    if (v === Infinity) return "+Inf";
    if (v === -Infinity) return "-Inf";
    return `${v}`;
  });
  functionOverload("string.startsWith(string): bool", (a, b) => a.startsWith(b));
  functionOverload("string.endsWith(string): bool", (a, b) => a.endsWith(b));
  functionOverload("string.contains(string): bool", (a, b) => a.includes(b));
  functionOverload("string.lowerAscii(): string", (a) => a.toLowerCase());
  functionOverload("string.upperAscii(): string", (a) => a.toUpperCase());
  functionOverload("string.trim(): string", (a) => a.trim());
  functionOverload(
    "string.indexOf(string): int",
    (string, search) => BigInt(string.indexOf(search))
  );
  functionOverload("string.indexOf(string, int): int", (string, search, fromIndex) => {
    if (search === "") return fromIndex;
    fromIndex = Number(fromIndex);
    if (fromIndex < 0 || fromIndex >= string.length) {
      throw evaluationError(
        "index_out_of_range",
        "string.indexOf(search, fromIndex): fromIndex out of range"
      );
    }
    return BigInt(string.indexOf(search, fromIndex));
  });
  functionOverload(
    "string.lastIndexOf(string): int",
    (string, search) => BigInt(string.lastIndexOf(search))
  );
  functionOverload("string.lastIndexOf(string, int): int", (string, search, fromIndex) => {
    if (search === "") return fromIndex;
    fromIndex = Number(fromIndex);
    if (fromIndex < 0 || fromIndex >= string.length) {
      throw evaluationError(
        "index_out_of_range",
        "string.lastIndexOf(search, fromIndex): fromIndex out of range"
      );
    }
    return BigInt(string.lastIndexOf(search, fromIndex));
  });
  functionOverload("string.substring(int): string", (string, start) => {
    start = Number(start);
    if (start < 0 || start > string.length) {
      throw evaluationError(
        "index_out_of_range",
        "string.substring(start, end): start index out of range"
      );
    }
    return string.substring(start);
  });
  functionOverload("string.substring(int, int): string", (string, start, end) => {
    start = Number(start);
    if (start < 0 || start > string.length) {
      throw evaluationError(
        "index_out_of_range",
        "string.substring(start, end): start index out of range"
      );
    }
    end = Number(end);
    if (end < start || end > string.length) {
      throw evaluationError(
        "index_out_of_range",
        "string.substring(start, end): end index out of range"
      );
    }
    return string.substring(start, end);
  });
  functionOverload("string.matches(string): bool", (a, b) => {
    try {
      return new RegExp(b).test(a);
    } catch (_err) {
      throw evaluationError("invalid_regular_expression", `Invalid regular expression: ${b}`);
    }
  });
  functionOverload("string.split(string): list<string>", (s, sep) => s.split(sep));
  functionOverload("string.split(string, int): list<string>", (s, sep, l) => {
    l = Number(l);
    if (l === 0) return [];
    const parts = s.split(sep);
    if (l < 0 || parts.length <= l) return parts;
    const limited = parts.slice(0, l - 1);
    limited.push(parts.slice(l - 1).join(sep));
    return limited;
  });
  functionOverload("list<string>.join(): string", (v) => {
    for (let i = 0; i < v.length; i++) {
      if (typeof v[i] !== "string") {
        throw evaluationError(
          "invalid_list_element_type",
          "string.join(): list must contain only strings"
        );
      }
    }
    return v.join("");
  });
  functionOverload("list<string>.join(string): string", (v, sep) => {
    for (let i = 0; i < v.length; i++) {
      if (typeof v[i] !== "string") {
        throw evaluationError(
          "invalid_list_element_type",
          "string.join(separator): list must contain only strings"
        );
      }
    }
    return v.join(sep);
  });
  const textEncoder = new TextEncoder("utf8");
  const textDecoder = new TextDecoder("utf8");
  const ByteOpts = typeof Buffer !== "undefined" ? {
    byteLength: (v) => Buffer.byteLength(v),
    fromString: (str) => Buffer.from(str, "utf8"),
    toHex: (b) => Buffer.prototype.hexSlice.call(b, 0, b.length),
    toBase64: (b) => Buffer.prototype.base64Slice.call(b, 0, b.length),
    toUtf8: (b) => Buffer.prototype.utf8Slice.call(b, 0, b.length),
    jsonParse: (b) => JSON.parse(b)
  } : {
    textEncoder: new TextEncoder("utf8"),
    byteLength: (v) => textEncoder.encode(v).length,
    fromString: (str) => textEncoder.encode(str),
    toHex: Uint8Array.prototype.toHex ? (b) => b.toHex() : (b) => arrayFrom(b, (i) => i.toString(16).padStart(2, "0")).join(""),
    toBase64: Uint8Array.prototype.toBase64 ? (b) => b.toBase64() : (b) => btoa(arrayFrom(b, (i) => String.fromCodePoint(i)).join("")),
    toUtf8: (b) => textDecoder.decode(b),
    jsonParse: (b) => JSON.parse(textEncoder.decode(b))
  };
  functionOverload("bytes.json(): map", ByteOpts.jsonParse);
  functionOverload("bytes.hex(): string", ByteOpts.toHex);
  functionOverload("bytes.string(): string", ByteOpts.toUtf8);
  functionOverload("bytes.base64(): string", ByteOpts.toBase64);
  functionOverload("bytes.at(int): int", (b, index) => {
    if (index < 0 || index >= b.length) {
      throw evaluationError("index_out_of_range", "Bytes index out of range");
    }
    return BigInt(b[index]);
  });
  const TS = "google.protobuf.Timestamp";
  const GPD = "google.protobuf.Duration";
  const TimestampType = registry.registerType(TS, Date).typeType;
  const DurationType = registry.registerType(GPD, Duration).typeType;
  registry.registerConstant("google", "map<string, map<string, type>>", {
    protobuf: { Duration: DurationType, Timestamp: TimestampType }
  });
  function tzDate(d, timeZone) {
    return new Date(d.toLocaleString("en-US", { timeZone }));
  }
  function getDayOfYear(d, tz) {
    const workingDate = tz ? tzDate(d, tz) : new Date(d.getUTCFullYear(), d.getUTCMonth(), d.getUTCDate());
    const start = new Date(workingDate.getFullYear(), 0, 0);
    return BigInt(Math.floor((workingDate - start) / 864e5) - 1);
  }
  functionOverload(`timestamp(string): ${TS}`, (v) => {
    if (v.length < 20 || v.length > 30) {
      throw evaluationError("invalid_timestamp", "timestamp() requires a string in ISO 8601 format");
    }
    const d = new Date(v);
    if (d <= 253402300799999 && d >= -621355968e5) return d;
    throw evaluationError("invalid_timestamp", "timestamp() requires a string in ISO 8601 format");
  });
  functionOverload(`timestamp(int): ${TS}`, (i) => {
    i = Number(i) * 1e3;
    if (i <= 253402300799999 && i >= -621355968e5) return new Date(i);
    throw evaluationError(
      "invalid_timestamp",
      "timestamp() requires a valid integer unix timestamp"
    );
  });
  functionOverload(`${TS}.getDate(): int`, (d) => BigInt(d.getUTCDate()));
  functionOverload(`${TS}.getDate(string): int`, (d, tz) => BigInt(tzDate(d, tz).getDate()));
  functionOverload(`${TS}.getDayOfMonth(): int`, (d) => BigInt(d.getUTCDate() - 1));
  functionOverload(
    `${TS}.getDayOfMonth(string): int`,
    (d, tz) => BigInt(tzDate(d, tz).getDate() - 1)
  );
  functionOverload(`${TS}.getDayOfWeek(): int`, (d) => BigInt(d.getUTCDay()));
  functionOverload(`${TS}.getDayOfWeek(string): int`, (d, tz) => BigInt(tzDate(d, tz).getDay()));
  functionOverload(`${TS}.getDayOfYear(): int`, getDayOfYear);
  functionOverload(`${TS}.getDayOfYear(string): int`, getDayOfYear);
  functionOverload(`${TS}.getFullYear(): int`, (d) => BigInt(d.getUTCFullYear()));
  functionOverload(`${TS}.getFullYear(string): int`, (d, tz) => BigInt(tzDate(d, tz).getFullYear()));
  functionOverload(`${TS}.getHours(): int`, (d) => BigInt(d.getUTCHours()));
  functionOverload(`${TS}.getHours(string): int`, (d, tz) => BigInt(tzDate(d, tz).getHours()));
  functionOverload(`${TS}.getMilliseconds(): int`, (d) => BigInt(d.getUTCMilliseconds()));
  functionOverload(`${TS}.getMilliseconds(string): int`, (d) => BigInt(d.getUTCMilliseconds()));
  functionOverload(`${TS}.getMinutes(): int`, (d) => BigInt(d.getUTCMinutes()));
  functionOverload(`${TS}.getMinutes(string): int`, (d, tz) => BigInt(tzDate(d, tz).getMinutes()));
  functionOverload(`${TS}.getMonth(): int`, (d) => BigInt(d.getUTCMonth()));
  functionOverload(`${TS}.getMonth(string): int`, (d, tz) => BigInt(tzDate(d, tz).getMonth()));
  functionOverload(`${TS}.getSeconds(): int`, (d) => BigInt(d.getUTCSeconds()));
  functionOverload(`${TS}.getSeconds(string): int`, (d, tz) => BigInt(tzDate(d, tz).getSeconds()));
  const parseDurationPattern = /(\d*\.?\d*)(ns|us|µs|ms|s|m|h)/;
  function parseDuration(string) {
    if (!string) throw evaluationError("invalid_duration", `Invalid duration string: ''`);
    const isNegative = string[0] === "-";
    if (string[0] === "-" || string[0] === "+") string = string.slice(1);
    let nanoseconds = BigInt(0);
    while (true) {
      const match = parseDurationPattern.exec(string);
      if (!match) throw evaluationError("invalid_duration", `Invalid duration string: ${string}`);
      if (match.index !== 0)
        throw evaluationError("invalid_duration", `Invalid duration string: ${string}`);
      string = string.slice(match[0].length);
      const unitNanos = UNIT_NANOSECONDS[match[2]];
      const [intPart = "0", fracPart = ""] = match[1].split(".");
      const intVal = BigInt(intPart) * unitNanos;
      const fracNanos = fracPart ? BigInt(fracPart.slice(0, 13).padEnd(13, "0")) * unitNanos / 10000000000000n : 0n;
      nanoseconds += intVal + fracNanos;
      if (string === "") break;
    }
    const seconds = nanoseconds >= billionBigInt ? nanoseconds / billionBigInt : 0n;
    const nanos = Number(nanoseconds % billionBigInt);
    if (isNegative) return new Duration(-seconds, -nanos);
    return new Duration(seconds, nanos);
  }
  functionOverload(`duration(string): google.protobuf.Duration`, (s) => parseDuration(s));
  functionOverload(`google.protobuf.Duration.getHours(): int`, (d) => d.getHours());
  functionOverload(`google.protobuf.Duration.getMinutes(): int`, (d) => d.getMinutes());
  functionOverload(`google.protobuf.Duration.getSeconds(): int`, (d) => d.getSeconds());
  functionOverload(`google.protobuf.Duration.getMilliseconds(): int`, (d) => d.getMilliseconds());
  register(registry);
}
function stringSize(str) {
  let count = 0;
  for (const c of str) count++;
  return count;
}

// node_modules/@marcbachmann/cel-js/lib/registry.js
var Type = class {
  #name;
  constructor(name) {
    this.#name = name;
    objFreeze(this);
  }
  get name() {
    return this.#name;
  }
  get [Symbol.toStringTag]() {
    return `Type<${this.#name}>`;
  }
  toString() {
    return `Type<${this.#name}>`;
  }
};
var TYPES = {
  string: new Type("string"),
  bool: new Type("bool"),
  int: new Type("int"),
  uint: new Type("uint"),
  double: new Type("double"),
  map: new Type("map"),
  list: new Type("list"),
  bytes: new Type("bytes"),
  null_type: new Type("null"),
  type: new Type("type")
};
var optionalType = new Type("optional");
var valueTypeMatchers = {
  dyn(v, ev) {
    switch (typeof v) {
      case "string":
      case "bigint":
      case "number":
      case "boolean":
        return true;
      case "object":
        switch (v ? v.constructor : v) {
          case null:
          case void 0:
          case Object:
          case Map:
          case Array:
          case Set:
            return true;
          default:
            if (ev.objectTypesByConstructor.get(v.constructor)) return true;
        }
    }
    return !!ev.debugType(v);
  },
  string(v) {
    return typeof v === "string";
  },
  int(v) {
    return typeof v === "bigint";
  },
  double(v) {
    return typeof v === "number";
  },
  bool(v) {
    return typeof v === "boolean";
  },
  null(v) {
    return v === null;
  },
  bytes(v) {
    return v instanceof Uint8Array;
  },
  uint(v) {
    return v instanceof UnsignedInt;
  },
  type(v) {
    return v instanceof Type;
  },
  list(v) {
    switch (v?.constructor) {
      case Array:
      case Set:
        return true;
      default:
        return false;
    }
  },
  map(v) {
    switch (typeof v === "object" && v ? v.constructor : null) {
      case void 0:
      case Object:
      case Map:
        return true;
      default:
        return false;
    }
  },
  optional(v) {
    return v instanceof Optional;
  },
  message(v, ev) {
    return this === ev.debugType(v);
  }
};
valueTypeMatchers.param = valueTypeMatchers.dyn;
var TypeDeclaration = class {
  #matchesCache = /* @__PURE__ */ new WeakMap();
  constructor({ kind, type, name, keyType, valueType }) {
    this.kind = kind;
    this.type = type;
    this.name = name;
    this.keyType = keyType;
    this.valueType = valueType;
    this.unwrappedType = kind === "dyn" && valueType ? valueType.unwrappedType : this;
    this.wrappedType = kind === "dyn" ? this : _createDynType(this.unwrappedType);
    this.hasDynType = this.kind === "dyn" || this.valueType?.hasDynType || this.keyType?.hasDynType || false;
    this.hasPlaceholderType = this.kind === "param" || this.keyType?.hasPlaceholderType || this.valueType?.hasPlaceholderType || false;
    if (kind === "list") this.fieldLazy = this.#getListField;
    else if (kind === "map") this.fieldLazy = this.#getMapField;
    else if (kind === "message") this.fieldLazy = this.#getMessageField;
    else if (kind === "optional") this.fieldLazy = this.#getOptionalField;
    this.matchesValueType = valueTypeMatchers[name] || valueTypeMatchers[kind];
    objFreeze(this);
  }
  isDynOrBool() {
    return this.type === "bool" || this.kind === "dyn";
  }
  isEmpty() {
    return this.valueType && this.valueType.kind === "param";
  }
  unify(r, t2) {
    const t1 = this;
    if (t1 === t2 || t1.kind === "dyn" || t2.kind === "param") return t1;
    if (t2.kind === "dyn" || t1.kind === "param") return t2;
    if (t1.kind !== t2.kind) return null;
    if (!(t1.hasPlaceholderType || t2.hasPlaceholderType || t1.hasDynType || t2.hasDynType))
      return null;
    const valueType = t1.valueType.unify(r, t2.valueType);
    if (!valueType) return null;
    switch (t1.kind) {
      case "optional":
        return r.getOptionalType(valueType);
      case "list":
        return r.getListType(valueType);
      case "map":
        const keyType = t1.keyType.unify(r, t2.keyType);
        return keyType ? r.getMapType(keyType, valueType) : null;
    }
  }
  templated(r, bind) {
    if (!this.hasPlaceholderType) return this;
    switch (this.kind) {
      case "dyn":
        return this.valueType.templated(r, bind);
      case "param":
        return bind?.get(this.name) || this;
      case "map":
        return r.getMapType(this.keyType.templated(r, bind), this.valueType.templated(r, bind));
      case "list":
        return r.getListType(this.valueType.templated(r, bind));
      case "optional":
        return r.getOptionalType(this.valueType.templated(r, bind));
      default:
        return this;
    }
  }
  toString() {
    return this.name;
  }
  #getOptionalField(obj, key, ast, ev) {
    obj = obj instanceof Optional ? obj.orValue() : obj;
    if (obj === void 0) return OPTIONAL_NONE;
    const type = ev.debugType(obj);
    try {
      return Optional.of(type.fieldLazy(obj, key, ast, ev));
    } catch (e) {
      if (e instanceof EvaluationError) return OPTIONAL_NONE;
      throw e;
    }
  }
  #getMessageField(obj, key, ast, ev) {
    const message = obj ? ev.objectTypesByConstructor.get(obj.constructor) : void 0;
    if (!message) return;
    const type = message.fields ? message.fields[key] : dynType;
    if (!type) return void 0;
    const value = obj instanceof Map ? obj.get(key) : obj[key];
    if (value === void 0) return;
    if (type.matchesValueType(value, ev)) return value;
    throw evaluationError(
      "field_type_mismatch",
      `Field '${key}' is not of type '${type}', got '${ev.debugType(value)}'`,
      ast
    );
  }
  #getMapField(obj, key, ast, ev) {
    const value = obj instanceof Map ? obj.get(key) : obj && hasOwn(obj, key) ? obj[key] : void 0;
    if (value === void 0) return;
    if (this.valueType.matchesValueType(value, ev)) return value;
    throw evaluationError(
      "field_type_mismatch",
      `Field '${key}' is not of type '${this.valueType}', got '${ev.debugType(value)}'`,
      ast
    );
  }
  #getListElementAtIndex(list, pos) {
    switch (list?.constructor) {
      case Array:
        return list[pos];
      case Set: {
        let i = 0;
        for (const item of list) {
          if (i++ !== pos) continue;
          return item;
        }
      }
    }
  }
  #getListField(obj, key, ast, ev) {
    if (typeof key === "bigint") key = Number(key);
    else if (typeof key !== "number") return;
    const value = this.#getListElementAtIndex(obj, key);
    if (value === void 0) {
      if (!obj) return;
      throw evaluationError(
        "index_out_of_bounds",
        `No such key: index out of bounds, index ${key} ${key < 0 ? "< 0" : `>= size ${obj.length || obj.size}`}`,
        ast
      );
    }
    if (this.valueType.matchesValueType(value, ev)) return value;
    throw evaluationError(
      "list_item_type_mismatch",
      `List item with index '${key}' is not of type '${this.valueType}', got '${ev.debugType(value)}'`,
      ast
    );
  }
  fieldLazy() {
  }
  field(obj, key, ast, ev) {
    const v = this.fieldLazy(obj, key, ast, ev);
    if (v !== void 0) return v;
    throw evaluationError("no_such_key", `No such key: ${key}`, ast);
  }
  matchesBoth(other) {
    return this.matches(other) && other.matches(this);
  }
  matches(o) {
    const s = this.unwrappedType;
    o = o.unwrappedType;
    if (s === o || s.kind === "dyn" || o.kind === "dyn" || o.kind === "param") return true;
    return this.#matchesCache.get(o) ?? this.#matchesCache.set(o, this.#matches(s, o)).get(o);
  }
  #matches(s, o) {
    switch (s.kind) {
      case "dyn":
      case "param":
        return true;
      case "list":
        return o.kind === "list" && s.valueType.matches(o.valueType);
      case "map":
        return o.kind === "map" && s.keyType.matches(o.keyType) && s.valueType.matches(o.valueType);
      case "optional":
        return o.kind === "optional" && s.valueType.matches(o.valueType);
      default:
        return s.name === o.name;
    }
  }
};
var macroEvaluateErr = `have a .callAst property or .evaluate(checker, macro, ctx) method.`;
var macroTypeCheckErr = `have a .callAst property or .typeCheck(checker, macro, ctx) method.`;
function wrapMacroExpander(name, handler) {
  const p = `Macro '${name}' must`;
  return function macroExpander(opts) {
    const macro = handler(opts);
    if (!macro || typeof macro !== "object") throw new Error(`${p} return an object.`);
    if (macro.callAst) return macro;
    if (!macro.evaluate) throw new Error(`${p} ${macroEvaluateErr}`);
    if (!macro.typeCheck) throw new Error(`${p} ${macroTypeCheckErr}`);
    return macro;
  };
}
var VariableDeclaration = class {
  constructor(name, type, description, value) {
    this.name = name;
    this.type = type;
    this.description = description ?? null;
    this.constant = value !== void 0;
    this.value = value;
    objFreeze(this);
  }
};
var FunctionDeclaration = class {
  constructor({ name, receiverType, returnType, handler, description, params, async }) {
    if (typeof name !== "string") throw new Error("name must be a string");
    if (typeof handler !== "function") throw new Error("handler must be a function");
    this.name = name;
    this.async = isAsync(handler, async);
    this.receiverType = receiverType ?? null;
    this.returnType = returnType;
    this.description = description ?? null;
    this.params = params;
    this.argTypes = params.map((p) => p.type);
    this.macro = this.argTypes.includes(astType);
    const receiverString = receiverType ? `${receiverType}.` : "";
    this.signature = `${receiverString}${name}(${this.argTypes.join(", ")}): ${returnType}`;
    this.handler = this.macro ? wrapMacroExpander(this.signature, handler) : handler;
    this.partitionKey = `${receiverType ? "rcall" : "call"}:${name}:${params.length}`;
    this.hasPlaceholderType = this.returnType.hasPlaceholderType || this.receiverType?.hasPlaceholderType || this.argTypes.some((t) => t.hasPlaceholderType) || false;
    objFreeze(this);
  }
  matchesArgs(argTypes) {
    return argTypes.length === this.argTypes.length && this.argTypes.every((t, i) => t.matches(argTypes[i])) ? this : null;
  }
};
var OperatorDeclaration = class {
  constructor({ op, leftType, rightType, handler, returnType, async }) {
    this.operator = op;
    this.leftType = leftType;
    this.rightType = rightType || null;
    this.handler = handler;
    this.async = isAsync(handler, async);
    this.returnType = returnType;
    if (rightType) this.signature = `${leftType} ${op} ${rightType}: ${returnType}`;
    else this.signature = `${op}${leftType}: ${returnType}`;
    this.hasPlaceholderType = this.leftType.hasPlaceholderType || this.rightType?.hasPlaceholderType || false;
    objFreeze(this);
  }
  equals(other) {
    return this.operator === other.operator && this.leftType === other.leftType && this.rightType === other.rightType;
  }
};
function _createListType(valueType) {
  return new TypeDeclaration({
    kind: "list",
    name: `list<${valueType}>`,
    type: "list",
    valueType
  });
}
function _createPrimitiveType(name) {
  return new TypeDeclaration({ kind: "primitive", name, type: name });
}
function _createMessageType(name) {
  return new TypeDeclaration({ kind: "message", name, type: name });
}
function _createDynType(valueType) {
  const name = valueType ? `dyn<${valueType}>` : "dyn";
  return new TypeDeclaration({ kind: "dyn", name, type: name, valueType });
}
function _createOptionalType(valueType) {
  const name = `optional<${valueType}>`;
  return new TypeDeclaration({ kind: "optional", name, type: "optional", valueType });
}
function _createMapType(keyType, valueType) {
  return new TypeDeclaration({
    kind: "map",
    name: `map<${keyType}, ${valueType}>`,
    type: "map",
    keyType,
    valueType
  });
}
function _createPlaceholderType(name) {
  return new TypeDeclaration({ kind: "param", name, type: name });
}
var dynType = _createDynType();
var astType = _createPrimitiveType("ast");
var listType = _createListType(dynType);
var mapType = _createMapType(dynType, dynType);
var celTypes = {
  string: _createPrimitiveType("string"),
  bool: _createPrimitiveType("bool"),
  int: _createPrimitiveType("int"),
  uint: _createPrimitiveType("uint"),
  double: _createPrimitiveType("double"),
  bytes: _createPrimitiveType("bytes"),
  dyn: dynType,
  null: _createPrimitiveType("null"),
  type: _createPrimitiveType("type"),
  optional: _createOptionalType(dynType),
  list: listType,
  "list<dyn>": listType,
  map: mapType,
  "map<dyn, dyn>": mapType
};
for (const t of [celTypes.string, celTypes.double, celTypes.int]) {
  const list = _createListType(t);
  const map = _createMapType(celTypes.string, t);
  celTypes[list.name] = list;
  celTypes[map.name] = map;
}
Object.freeze(celTypes);
var Candidates = class {
  returnType = null;
  async = false;
  macro = false;
  #matchCache = null;
  #checkCache = null;
  /** @type {Array<FunctionDeclaration>|Array<OperatorDeclaration>} */
  declarations = [];
  constructor(registry) {
    this.registry = registry;
  }
  [Symbol.iterator]() {
    return this.declarations[Symbol.iterator]();
  }
  add(decl) {
    this.returnType = (this.returnType || decl.returnType).unify(this.registry, decl.returnType) || dynType;
    if (decl.macro) this.macro = decl;
    if (decl.async && !this.async) this.async = true;
    this.declarations.push(decl);
    this.#matchCache?.clear();
    this.#checkCache?.clear();
  }
  findFunction(argTypes, receiverType = null) {
    for (let i = 0; i < this.declarations.length; i++) {
      const match = this.#matchesFunction(this.declarations[i], argTypes, receiverType);
      if (match) return match;
    }
    return null;
  }
  findUnaryOverload(left) {
    const cached = (this.#matchCache ??= /* @__PURE__ */ new Map()).get(left);
    if (cached !== void 0) return cached;
    let value = false;
    for (const decl of this.declarations) {
      if (decl.leftType !== left) continue;
      value = decl;
      break;
    }
    this.#matchCache.set(left, value);
    return value;
  }
  findBinaryOverload(left, right) {
    if (left.kind === "dyn" && left.valueType) right = right.wrappedType;
    else if (right.kind === "dyn" && right.valueType) left = left.wrappedType;
    return (this.#matchCache ??= /* @__PURE__ */ new Map()).get(left)?.get(right) ?? this.#cacheBinary(this.#matchCache, left, right, this.#findBinaryUncached(left, right));
  }
  checkBinaryOverload(left, right) {
    return (this.#checkCache ??= /* @__PURE__ */ new Map()).get(left)?.get(right) ?? this.#cacheBinary(this.#checkCache, left, right, this.#checkBinaryUncached(left, right));
  }
  #cacheBinary(c, l, r, v) {
    return (c.get(l) || c.set(l, /* @__PURE__ */ new Map()).get(l)).set(r, v), v;
  }
  #findBinaryUncached(left, right) {
    const ops = this.#findBinaryOverloads(left, right);
    if (ops.length === 0) return false;
    if (ops.length === 1) return ops[0];
    throw new Error(`Operator overload '${ops[0].signature}' overlaps with '${ops[1].signature}'.`);
  }
  #checkBinaryUncached(left, right) {
    const ops = this.#findBinaryOverloads(left, right);
    if (ops.length === 0) return false;
    let rt = ops[0].returnType;
    for (let i = 1; i < ops.length; i++) rt = rt.unify(this.registry, ops[i].returnType) || dynType;
    return rt;
  }
  #findBinaryOverloads(leftType, rightType) {
    const nonexactMatches = [];
    for (const decl of this.declarations) {
      if (decl.leftType === leftType && decl.rightType === rightType) return [decl];
      const secondary = this.#matchBinaryOverload(decl, leftType, rightType);
      if (secondary) nonexactMatches.push(secondary);
    }
    if (nonexactMatches.length === 0) {
      const op = this.declarations[0]?.operator;
      if ((op === "==" || op === "!=") && leftType.kind === "dyn") {
        return fallbackDynEqualityMatchers[op];
      }
    }
    return nonexactMatches;
  }
  #matchBinaryOverload(decl, actualLeft, actualRight) {
    const bindings = decl.hasPlaceholderType ? /* @__PURE__ */ new Map() : null;
    const leftType = this.#matchTypeWithPlaceholders(decl.leftType, actualLeft, bindings);
    if (!leftType) return;
    const rightType = this.#matchTypeWithPlaceholders(decl.rightType, actualRight, bindings);
    if (!rightType) return;
    if ((decl.operator === "==" || decl.operator === "!=") && decl.leftType.kind === "dyn" && decl.leftType.valueType && actualLeft.kind !== "dyn" && actualRight.kind !== "dyn")
      return false;
    return decl.hasPlaceholderType ? {
      async: decl.async,
      signature: decl.signature,
      handler: decl.handler,
      leftType,
      rightType,
      returnType: decl.returnType.templated(this.registry, bindings)
    } : decl;
  }
  #matchesFunction(fn, argTypes, receiverType) {
    if (fn.hasPlaceholderType) return this.#matchWithPlaceholders(fn, argTypes, receiverType);
    if (receiverType && fn.receiverType && !receiverType.matches(fn.receiverType)) return;
    return fn.matchesArgs(argTypes);
  }
  #matchWithPlaceholders(fn, argTypes, receiverType) {
    const bindings = /* @__PURE__ */ new Map();
    if (receiverType && fn.receiverType) {
      if (!this.#matchTypeWithPlaceholders(fn.receiverType, receiverType, bindings)) {
        return null;
      }
    }
    for (let i = 0; i < argTypes.length; i++) {
      if (!this.#matchTypeWithPlaceholders(fn.argTypes[i], argTypes[i], bindings)) {
        return null;
      }
    }
    return {
      async: fn.async,
      handler: fn.handler,
      signature: fn.signature,
      returnType: fn.returnType.templated(this.registry, bindings)
    };
  }
  #matchTypeWithPlaceholders(declared, actual, bindings) {
    if (!declared.hasPlaceholderType) return actual.matches(declared) ? actual : null;
    const treatAsDyn = actual.kind === "dyn";
    if (!this.#collectPlaceholderBindings(declared, actual, bindings, treatAsDyn)) return null;
    if (treatAsDyn) return actual;
    return actual.matches(declared.templated(this.registry, bindings)) ? actual : null;
  }
  #collectPlaceholderBindings(dec, act, bind, fromDyn = false) {
    if (!dec.hasPlaceholderType) return true;
    if (!act) return false;
    const asDyn = fromDyn || act.kind === "dyn";
    act = act.unwrappedType;
    switch (dec.kind) {
      case "param": {
        const type = asDyn ? dynType : act;
        const existing = bind.get(dec.name);
        if (!existing) return bind.set(dec.name, type) && true;
        return existing.kind === "dyn" || type.kind === "dyn" ? true : existing.matchesBoth(type);
      }
      case "list": {
        if (act.name === "dyn") act = dec;
        if (act.kind !== "list") return false;
        return this.#collectPlaceholderBindings(dec.valueType, act.valueType, bind, asDyn);
      }
      case "map": {
        if (act.name === "dyn") act = dec;
        if (act.kind !== "map") return false;
        return this.#collectPlaceholderBindings(dec.keyType, act.keyType, bind, asDyn) && this.#collectPlaceholderBindings(dec.valueType, act.valueType, bind, asDyn);
      }
      case "optional": {
        if (act.name === "dyn") act = dec;
        if (act.kind !== "optional") return false;
        return this.#collectPlaceholderBindings(dec.valueType, act.valueType, bind, asDyn);
      }
    }
    return true;
  }
};
function splitByComma(str) {
  const parts = [];
  let current = "";
  let depth = 0;
  for (const char of str) {
    if (char === "<") depth++;
    else if (char === ">") depth--;
    else if (char === "," && depth === 0) {
      parts.push(current.trim());
      current = "";
      continue;
    }
    current += char;
  }
  if (current) parts.push(current.trim());
  return parts;
}
var objTypesDecls = [
  [UnsignedInt, "uint", TYPES.uint, celTypes.uint],
  [Type, "type", TYPES.type, celTypes.type],
  [Optional, "optional", optionalType, celTypes.optional],
  [Uint8Array, "bytes", TYPES.bytes, celTypes.bytes],
  ...typeof Buffer !== "undefined" ? [[Buffer, "bytes", TYPES.bytes, celTypes.bytes]] : []
].map(([ctor, name, typeType, type]) => Object.freeze({ name, typeType, type, ctor }));
var objTypes = objTypesDecls.map((t) => [t.name, t]);
var objTypesCtor = objTypesDecls.map((t) => [t.ctor, t]);
var invalidVar = (postfix) => new Error(`Invalid variable declaration: ${postfix}`);
var invalidType = (postfix) => new Error(`Invalid type declaration: ${postfix}`);
var fallbackDynEqualityMatchers = {
  "==": [{ handler: (a, b) => a === b, returnType: celTypes.bool }],
  "!=": [{ handler: (a, b) => a !== b, returnType: celTypes.bool }]
};
var Registry = class _Registry {
  #parent = null;
  #typeDeclarations;
  #ownsVariables = true;
  #operators = null;
  #functions = null;
  #operatorsByOp = null;
  #functionsByKey = null;
  #listTypes = null;
  #mapTypes = null;
  #optionalTypes = null;
  #others = null;
  #locked = false;
  constructor(opts = {}) {
    this.enableOptionalTypes = opts.enableOptionalTypes ?? false;
    this.unlistedVariablesAreDyn = opts.unlistedVariablesAreDyn ?? false;
    const parent = opts.parent instanceof _Registry ? opts.parent : null;
    if (parent) {
      this.#parent = parent;
      let opParent = parent;
      while (opParent && !opParent.#operators) opParent = opParent.#parent;
      let fnParent = parent;
      while (fnParent && !fnParent.#functions) fnParent = fnParent.#parent;
      this.#operatorsByOp = parent.#operatorsByOp;
      this.#functionsByKey = parent.#functionsByKey;
      this.#others = { operators: opParent.#operators, functions: fnParent.#functions };
      this.objectTypes = new Map(parent.objectTypes);
      this.objectTypesByConstructor = new Map(parent.objectTypesByConstructor);
      this.variables = parent.variables;
      this.#ownsVariables = false;
      this.#typeDeclarations = parent.#typeDeclarations;
      this.#listTypes = parent.#listTypes;
      this.#mapTypes = parent.#mapTypes;
      this.#optionalTypes = parent.#optionalTypes;
      if (this.enableOptionalTypes !== parent.enableOptionalTypes || this.unlistedVariablesAreDyn !== parent.unlistedVariablesAreDyn) {
        toggleOptionalTypes(this, this.enableOptionalTypes);
      }
    } else {
      this.#operators = [];
      this.#functions = [];
      this.objectTypes = new Map(objTypes);
      this.objectTypesByConstructor = new Map(objTypesCtor);
      this.#typeDeclarations = new Map(objEntries(celTypes));
      this.#listTypes = /* @__PURE__ */ new Map();
      this.#mapTypes = /* @__PURE__ */ new Map();
      this.#optionalTypes = /* @__PURE__ */ new Map();
      this.variables = /* @__PURE__ */ new Map();
      this.variables.dyn = this.unlistedVariablesAreDyn;
      for (const n in TYPES) this.registerConstant(n, "type", TYPES[n]);
    }
  }
  #ensureOwnVariables() {
    if (this.#ownsVariables) return;
    this.variables = new Map(this.variables);
    this.variables.dyn = this.unlistedVariablesAreDyn;
    this.#ownsVariables = true;
  }
  // Used by toggleOptionalTypes in optional.js to clear a variable before re-registering it
  deleteVariable(name) {
    this.#ensureOwnVariables();
    this.variables.delete(name);
  }
  #pushOperator(decl) {
    if (!this.#operators) this.#operatorsByOp = null;
    this.operatorCandidates(decl.operator).add(decl);
    this.#operators.push(decl);
  }
  #pushFunction(decl) {
    if (!this.#functions) this.#functionsByKey = null;
    this.#functionCandidates(decl.partitionKey).add(decl);
    this.#functions.push(decl);
  }
  #ensureCandiate(c, key) {
    return c.get(key) || c.set(key, new Candidates(this)).get(key);
  }
  #getOperators() {
    if (this.#operators) return this.#operators;
    return this.#operators = [...this.#others.operators];
  }
  #getFunctions() {
    if (this.#functions) return this.#functions;
    return this.#functions = [...this.#others.functions];
  }
  operatorCandidates(op) {
    if (this.#operatorsByOp) return this.#ensureCandiate(this.#operatorsByOp, op);
    const c = this.#operatorsByOp = /* @__PURE__ */ new Map();
    for (const decl of this.#getOperators()) this.#ensureCandiate(c, decl.operator).add(decl);
    return this.#ensureCandiate(c, op);
  }
  functionCandidates(rec, name, argLen) {
    return this.#functionCandidates(`${rec ? "rcall" : "call"}:${name}:${argLen}`);
  }
  #functionCandidates(key) {
    if (this.#functionsByKey) return this.#ensureCandiate(this.#functionsByKey, key);
    const c = this.#functionsByKey = /* @__PURE__ */ new Map();
    for (const decl of this.#getFunctions()) this.#ensureCandiate(c, decl.partitionKey).add(decl);
    return this.#ensureCandiate(c, key);
  }
  registerVariable(name, type, opts) {
    if (this.#locked) throw new Error("Cannot modify frozen registry");
    let description = opts?.description;
    let value;
    if (typeof name === "string" && typeof type === "object" && !(type instanceof TypeDeclaration)) {
      description = type.description;
      value = type.value;
      if (type.schema) type = this.registerType({ name: `$${name}`, schema: type.schema }).type;
      else type = type.type;
    } else if (typeof name === "object") {
      if (name.schema) type = this.registerType({ name: `$${name.name}`, schema: name.schema }).type;
      else type = name.type;
      description = name.description;
      value = name.value;
      name = name.name;
    }
    if (typeof name !== "string" || !name) throw invalidVar(`name must be a string`);
    if (RESERVED.has(name)) throw invalidVar(`'${name}' is a reserved name`);
    if (this.variables.get(name) !== void 0) throw invalidVar(`'${name}' is already registered`);
    if (typeof type === "string") type = this.getType(type);
    else if (!(type instanceof TypeDeclaration)) throw invalidVar(`type is required`);
    this.#ensureOwnVariables();
    this.variables.set(name, new VariableDeclaration(name, type, description, value));
    return this;
  }
  #registerSchemaAsType(name, schema) {
    const fields = /* @__PURE__ */ Object.create(null);
    for (const key of objKeys(schema)) {
      const def = schema[key];
      if (typeof def === "object" && def) {
        fields[key] = this.registerType({ name: `${name}.${key}`, schema: def }).type.name;
      } else if (typeof def === "string") {
        fields[key] = def;
      } else {
        throw new Error(`Invalid field definition for '${name}.${key}'`);
      }
    }
    return fields;
  }
  registerConstant(name, type, value) {
    if (typeof name === "object") this.registerVariable(name);
    else this.registerVariable({ name, type, value });
    return this;
  }
  getType(typename) {
    return this.#parseTypeString(typename, true);
  }
  getListType(type) {
    return this.#listTypes.get(type) || this.#listTypes.set(type, this.#parseTypeString(`list<${type}>`, true)).get(type);
  }
  getMapType(a, b) {
    return this.#mapTypes.get(a)?.get(b) || (this.#mapTypes.get(a) || this.#mapTypes.set(a, /* @__PURE__ */ new Map()).get(a)).set(b, this.#parseTypeString(`map<${a}, ${b}>`, true)).get(b);
  }
  getOptionalType(type) {
    return this.#optionalTypes.get(type) || this.#optionalTypes.set(type, this.#parseTypeString(`optional<${type}>`, true)).get(type);
  }
  assertType(typename, type, signature) {
    try {
      return this.#parseTypeString(typename, true);
    } catch (e) {
      e.message = `Invalid ${type} '${e.unknownType || typename}' in '${signature}'`;
      throw e;
    }
  }
  getFunctionType(typename) {
    if (typename === "ast") return astType;
    const t = this.#parseTypeString(typename, true);
    if (t.kind === "dyn" && t.valueType) throw new Error(`type '${t.name}' is not supported`);
    return t;
  }
  registerType(name, _d) {
    if (this.#locked) throw new Error("Cannot modify frozen registry");
    if (typeof name === "object") _d = name, name = _d.fullName || _d.name || _d.ctor?.name;
    if (typeof name === "string" && name[0] === ".") name = name.slice(1);
    if (typeof name !== "string" || name.length < 2 || RESERVED.has(name)) {
      throw invalidType(`name '${name}' is not valid`);
    }
    if (this.objectTypes.has(name)) throw invalidType(`type '${name}' already registered`);
    const type = this.#parseTypeString(name, false);
    if (type.kind !== "message") throw invalidType(`type '${name}' is not valid`);
    const decl = {
      name,
      typeType: new Type(name),
      type,
      ctor: typeof _d === "function" ? _d : _d?.ctor,
      convert: typeof _d === "function" ? void 0 : _d?.convert,
      fields: typeof _d?.schema === "object" ? this.#normalizeFields(name, this.#registerSchemaAsType(name, _d.schema)) : this.#normalizeFields(name, typeof _d === "function" ? void 0 : _d?.fields)
    };
    if (typeof decl.ctor !== "function") {
      if (!decl.fields) throw invalidType(`type '${name}' requires a constructor or fields`);
      Object.assign(decl, this.#createDefaultConvert(name, decl.fields));
    }
    this.objectTypes.set(name, Object.freeze(decl));
    this.objectTypesByConstructor.set(decl.ctor, decl);
    this.registerFunctionOverload(`type(${name}): type`, () => decl.typeType, { async: false });
    return decl;
  }
  /** @returns {TypeDeclaration} */
  #parseTypeString(typeStr, requireKnownTypes = true) {
    let match = this.#typeDeclarations.get(typeStr);
    if (match) return match;
    if (typeof typeStr !== "string" || !typeStr.length) {
      throw new Error(`Invalid type: must be a string`);
    }
    match = typeStr.match(/^[A-Z]$/);
    if (match) return this.#createDeclaration(_createPlaceholderType, typeStr, typeStr);
    match = typeStr.match(/^(dyn|list|map|optional)<(.+)>$/);
    if (!match) {
      if (requireKnownTypes) {
        const err = new Error(`Unknown type: ${typeStr}`);
        err.unknownType = typeStr;
        throw err;
      }
      return this.#createDeclaration(_createMessageType, typeStr, typeStr);
    }
    const kind = match[1];
    const inner = match[2].trim();
    switch (kind) {
      case "dyn": {
        const type = this.#parseTypeString(inner, requireKnownTypes).wrappedType;
        this.#typeDeclarations.set(type.name, type);
        return type;
      }
      case "list": {
        const vType = this.#parseTypeString(inner, requireKnownTypes);
        return this.#createDeclaration(_createListType, `list<${vType}>`, vType);
      }
      case "map": {
        const parts = splitByComma(inner);
        if (parts.length !== 2) throw new Error(`Invalid map type: ${typeStr}`);
        const kType = this.#parseTypeString(parts[0], requireKnownTypes);
        const vType = this.#parseTypeString(parts[1], requireKnownTypes);
        return this.#createDeclaration(_createMapType, `map<${kType}, ${vType}>`, kType, vType);
      }
      case "optional": {
        const vType = this.#parseTypeString(inner, requireKnownTypes);
        return this.#createDeclaration(_createOptionalType, `optional<${vType}>`, vType);
      }
    }
  }
  #createDeclaration(creator, key, ...args) {
    return this.#typeDeclarations.get(key) || this.#typeDeclarations.set(key, creator(...args)).get(key);
  }
  findMacro(name, hasReceiver, argLen) {
    return this.functionCandidates(hasReceiver, name, argLen).macro;
  }
  findUnaryOverload(op, left) {
    return this.operatorCandidates(op).findUnaryOverload(left);
  }
  findBinaryOverload(op, left, right) {
    return this.operatorCandidates(op).findBinaryOverload(left, right);
  }
  #toCelFieldType(field) {
    if (typeof field === "string") return { type: field };
    if (field.id) return protobufjsFieldToCelType(field);
    return field;
  }
  #toCelFieldDeclaration(typename, fields, k, requireKnownTypes = false) {
    try {
      const field = this.#toCelFieldType(fields[k]);
      if (typeof field?.type !== "string") throw new Error(`unsupported declaration`);
      return this.#parseTypeString(field.type, requireKnownTypes);
    } catch (e) {
      e.message = `Field '${k}' in type '${typename}' has unsupported declaration: ${JSON.stringify(fields[k])}`;
      throw e;
    }
  }
  #normalizeFields(typename, fields) {
    if (!fields) return;
    const all = /* @__PURE__ */ Object.create(null);
    for (const k of objKeys(fields)) all[k] = this.#toCelFieldDeclaration(typename, fields, k);
    return all;
  }
  #createDefaultConvert(name, fields) {
    const keys = objKeys(fields);
    const conversions = /* @__PURE__ */ Object.create(null);
    for (const k of keys) {
      const type = fields[k];
      const decl = type.kind === "message" && this.objectTypes.get(type.name);
      if (decl === false) conversions[k] = false;
      else conversions[k] = decl.convert ? decl : false;
    }
    const Ctor = {
      [name]: class extends Map {
        #raw;
        constructor(v) {
          super();
          this.#raw = v;
        }
        [Symbol.iterator]() {
          if (this.size !== keys.length) for (const k of keys) this.get(k);
          return super[Symbol.iterator]();
        }
        get(field) {
          let v = super.get(field);
          if (v !== void 0 || this.has(field)) return v;
          const dec = conversions[field];
          if (dec === void 0) return;
          v = this.#raw instanceof Map ? this.#raw.get(field) : this.#raw?.[field];
          if (dec && v && typeof v === "object") {
            switch (v.constructor) {
              case void 0:
              case Object:
              case Map:
                v = dec.convert(v);
            }
          }
          return super.set(field, v), v;
        }
      }
    }[name];
    return {
      ctor: Ctor,
      convert(v) {
        if (!v) return;
        if (v.constructor === Ctor) return v;
        return new Ctor(v);
      }
    };
  }
  clone(opts) {
    this.#locked = true;
    return new _Registry({
      parent: this,
      unlistedVariablesAreDyn: opts.unlistedVariablesAreDyn,
      enableOptionalTypes: opts.enableOptionalTypes
    });
  }
  getDefinitions() {
    const variables = [];
    const functions = [];
    for (const [, varDecl] of this.variables) {
      if (!varDecl) continue;
      variables.push({
        name: varDecl.name,
        description: varDecl.description || null,
        type: varDecl.type.name
      });
    }
    for (const decl of this.#getFunctions()) {
      functions.push({
        signature: decl.signature,
        name: decl.name,
        description: decl.description,
        receiverType: decl.receiverType ? decl.receiverType.name : null,
        returnType: decl.returnType.name,
        params: decl.params.map((p) => ({
          name: p.name,
          type: p.type.name,
          description: p.description
        }))
      });
    }
    return { variables, functions };
  }
  #parseSignature(signature) {
    if (typeof signature !== "string") throw new Error("Invalid signature: must be a string");
    const match = signature.match(/^(?:([a-zA-Z0-9.<>]+)\.)?(\w+)\(([^)]*)\):(.*)$/);
    if (!match) throw new Error(`Invalid signature: ${signature}`);
    const returnType = match[4].trim();
    if (!returnType) throw new Error(`Invalid signature: ${signature}`);
    return {
      receiverType: match[1] || null,
      name: match[2],
      argTypes: splitByComma(match[3]),
      returnType
    };
  }
  /**
   * @param {FunctionDeclaration} a
   * @param {FunctionDeclaration} b
   */
  #functionSignatureOverlaps(a, b) {
    if (a.name !== b.name) return false;
    if (a.argTypes.length !== b.argTypes.length) return false;
    if ((a.receiverType || b.receiverType) && (!a.receiverType || !b.receiverType)) return false;
    const isDifferentReceiver = a.receiverType !== b.receiverType && a.receiverType !== dynType && b.receiverType !== dynType;
    return !isDifferentReceiver && (b.macro || a.macro || b.argTypes.every((t, i) => {
      const o = a.argTypes[i];
      return t === o || t === dynType || o === dynType;
    }));
  }
  /** @param {FunctionDeclaration} newDec */
  #checkOverlappingSignatures(newDec) {
    for (const decl of this.#functionCandidates(newDec.partitionKey)) {
      if (!this.#functionSignatureOverlaps(decl, newDec)) continue;
      throw new Error(
        `Function signature '${newDec.signature}' overlaps with existing overload '${decl.signature}'.`
      );
    }
  }
  #normalizeParam(i, aType, param) {
    if (!param) return { type: this.getFunctionType(aType), name: `arg${i}`, description: null };
    const type = param.type || aType;
    if (!type) throw new Error(`params[${i}].type is required`);
    if (aType && type !== aType) throw new Error(`params[${i}].type not equal to signature type`);
    return {
      name: param.name || `arg${i}`,
      type: this.getFunctionType(type),
      description: param.description ?? null
    };
  }
  registerFunctionOverload(s, handler, opts) {
    if (this.#locked) throw new Error("Cannot modify frozen registry");
    if (typeof s === "object") opts = s;
    else if (typeof handler === "object") opts = handler;
    else if (!opts) opts = {};
    const sig = typeof s === "string" ? s : opts.signature ?? void 0;
    const parsed2 = sig !== void 0 ? this.#parseSignature(sig) : void 0;
    const name = parsed2?.name || opts.name;
    const receiverType = parsed2?.receiverType || opts.receiverType;
    const argTypes = parsed2?.argTypes;
    const returnType = parsed2?.returnType || opts.returnType;
    const params = opts.params;
    handler = typeof handler === "function" ? handler : opts.handler;
    let dec;
    try {
      if (!name) throw new Error(`signature or name are required`);
      if (!returnType) throw new Error(`must have a returnType`);
      if (params) {
        if (argTypes && params.length !== argTypes.length) {
          throw new Error(`mismatched length in params and args in signature`);
        }
      } else if (!argTypes) throw new Error(`signature or params are required`);
      dec = new FunctionDeclaration({
        name,
        async: opts?.async,
        receiverType: receiverType ? this.getType(receiverType) : null,
        returnType: this.getType(returnType),
        handler,
        description: opts.description,
        params: (argTypes || params).map(
          (_, i) => this.#normalizeParam(i, argTypes?.[i], params?.[i])
        )
      });
    } catch (e) {
      if (typeof sig === "string") e.message = `Invalid function declaration '${sig}': ${e.message}`;
      else if (name) e.message = `Invalid function declaration '${name}': ${e.message}`;
      else e.message = `Invalid function declaration: ${e.message}`;
      throw e;
    }
    this.#checkOverlappingSignatures(dec);
    this.#pushFunction(dec);
  }
  registerOperatorOverload(string, handler, opts) {
    const unaryParts = string.match(/^([-!])([\w.<>]+)(?::\s*([\w.<>]+))?$/);
    if (unaryParts) {
      const [, op2, operandType, returnType2] = unaryParts;
      return this.unaryOverload(op2, operandType, handler, returnType2, opts?.async);
    }
    const parts = string.match(
      /^([\w.<>]+) ([-+*%/]|==|!=|<|<=|>|>=|in) ([\w.<>]+)(?::\s*([\w.<>]+))?$/
    );
    if (!parts) throw new Error(`Operator overload invalid: ${string}`);
    const [, leftType, op, rightType, returnType] = parts;
    return this.binaryOverload(leftType, op, rightType, handler, returnType);
  }
  unaryOverload(op, typeStr, handler, returnTypeStr, async) {
    if (this.#locked) throw new Error("Cannot modify frozen registry");
    const leftType = this.assertType(typeStr, "type", `${op}${typeStr}`);
    const returnType = this.assertType(
      returnTypeStr || typeStr,
      "return type",
      `${op}${typeStr}: ${returnTypeStr || typeStr}`
    );
    const d = new OperatorDeclaration({ op: `${op}_`, leftType, returnType, handler, async });
    this.#pushOperator(this.#assertOverload(d));
  }
  #hasOverload(d) {
    for (const o of this.operatorCandidates(d.operator)) if (d.equals(o)) return true;
    return false;
  }
  #assertOverload(decl) {
    if (!this.#hasOverload(decl)) return decl;
    throw new Error(`Operator overload already registered: ${decl.signature}`);
  }
  binaryOverload(leftTypeStr, op, rightTypeStr, handler, returnTypeStr, async) {
    if (this.#locked) throw new Error("Cannot modify frozen registry");
    returnTypeStr ??= isRelational.has(op) ? "bool" : leftTypeStr;
    const sig = `${leftTypeStr} ${op} ${rightTypeStr}: ${returnTypeStr}`;
    let leftType = this.assertType(leftTypeStr, "left type", sig);
    let rightType = this.assertType(rightTypeStr, "right type", sig);
    const returnType = this.assertType(returnTypeStr, "return type", sig);
    if (leftType.kind === "dyn" && leftType.valueType) rightType = rightType.wrappedType;
    else if (rightType.kind === "dyn" && rightType.valueType) leftType = leftType.wrappedType;
    if (isRelational.has(op) && returnType.type !== "bool") {
      throw new Error(`Comparison operator '${op}' must return 'bool', got '${returnType.type}'`);
    }
    const dec = new OperatorDeclaration({ op, leftType, rightType, returnType, handler, async });
    if (dec.hasPlaceholderType && !(rightType.hasPlaceholderType && leftType.hasPlaceholderType)) {
      throw new Error(
        `Operator overload with placeholders must use them in both left and right types: ${sig}`
      );
    }
    this.#assertOverload(dec);
    if (op === "==") {
      const declarations = [
        new OperatorDeclaration({
          op: "!=",
          leftType,
          rightType,
          handler(a, b, ast, ev) {
            return !handler(a, b, ast, ev);
          },
          returnType,
          async
        })
      ];
      if (leftType !== rightType) {
        declarations.push(
          new OperatorDeclaration({
            op: "==",
            leftType: rightType,
            rightType: leftType,
            handler(a, b, ast, ev) {
              return handler(b, a, ast, ev);
            },
            returnType,
            async
          }),
          new OperatorDeclaration({
            op: "!=",
            leftType: rightType,
            rightType: leftType,
            handler(a, b, ast, ev) {
              return !handler(b, a, ast, ev);
            },
            returnType,
            async
          })
        );
      }
      for (const decl of declarations) this.#assertOverload(decl);
      for (const decl of declarations) this.#pushOperator(decl);
    }
    this.#pushOperator(dec);
  }
};
var isRelational = /* @__PURE__ */ new Set(["<", "<=", ">", ">=", "==", "!=", "in"]);
function createRegistry(opts) {
  return new Registry(opts);
}
var RootContext = class {
  #vars;
  #contextObj;
  #contextMap;
  #convertCache;
  constructor(registry, context) {
    this.#vars = registry.variables;
    if (context === void 0 || context === null) return;
    if (typeof context !== "object") {
      throw evaluationError("invalid_context", "Context must be an object");
    }
    if (context instanceof Map) this.#contextMap = context;
    else this.#contextObj = context;
  }
  getValue(key) {
    return this.#convertCache?.get(key) || (this.#contextObj ? this.#contextObj[key] : this.#contextMap?.get(key));
  }
  getVariable(name) {
    return this.#vars.get(name) ?? (this.#vars.dyn && !RESERVED.has(name) ? new VariableDeclaration(name, dynType) : void 0);
  }
  getCheckedValue(ev, ast) {
    const v = this.getValue(ast.args);
    if (v === void 0) throw ev.createError("unknown_variable", `Unknown variable: ${ast.args}`, ast);
    if (ast.checkedType.matchesValueType(v, ev)) return v;
    const type = ast.checkedType;
    const valueType = ev.debugType(v);
    if (type.kind === "message" && valueType.kind === "map") {
      const c = ev.objectTypes.get(type.name)?.convert?.(v);
      if (c) return (this.#convertCache ??= /* @__PURE__ */ new Map()).set(ast.args, c), c;
    }
    throw ev.createError(
      "variable_type_mismatch",
      `Variable '${ast.args}' is not of type '${type}', got '${valueType}'`,
      ast
    );
  }
  forkWithVariable(iterVar, iterType) {
    return new OverlayContext(this, iterVar, iterType);
  }
};
var OverlayContext = class _OverlayContext {
  #parent;
  accuType;
  accuValue;
  iterValue;
  constructor(parent, iterVar, iterType) {
    this.#parent = parent;
    this.iterVar = iterVar;
    this.iterType = iterType;
  }
  forkWithVariable(iterVar, iterType) {
    return new _OverlayContext(this, iterVar, iterType);
  }
  reuse(parent) {
    if (!this.async) return this.#parent = parent, this;
    const ctx = new _OverlayContext(parent, this.iterVar, this.iterType);
    ctx.accuType = this.accuType;
    return ctx;
  }
  setIterValue(v, ev) {
    if (this.iterType.matchesValueType(v, ev)) return this.iterValue = v, this;
    const type = this.iterType;
    const valueType = ev.debugType(v);
    if (type.kind === "message" && valueType.kind === "map") {
      const c = ev.objectTypes.get(type.name)?.convert?.(v);
      if (c) return this.iterValue = c, this;
    }
    throw ev.createError(
      "variable_type_mismatch",
      `Variable '${this.iterVar}' is not of type '${type}', got '${valueType}'`
    );
  }
  setAccuType(type) {
    return this.accuType = type, this;
  }
  setAccuValue(v) {
    return this.accuValue = v, this;
  }
  getValue(key) {
    return this.iterVar === key ? this.iterValue : this.#parent.getValue(key);
  }
  getCheckedValue(ev, ast) {
    if (this.iterVar === ast.args) return this.iterValue;
    return this.#parent.getCheckedValue(ev, ast);
  }
  getVariable(name) {
    if (this.iterVar === name) return new VariableDeclaration(name, this.iterType);
    return this.#parent.getVariable(name);
  }
};
function protobufjsFieldToCelType(field) {
  let fieldType;
  if (field.map) {
    const keyType = protobufjsTypeToCelType(field.keyType, field.resolvedKeyType);
    const valueType = protobufjsTypeToCelType(field.type, field.resolvedType);
    fieldType = `map<${keyType}, ${valueType}>`;
  } else {
    fieldType = protobufjsTypeToCelType(field.type, field.resolvedType);
  }
  return { type: field.repeated ? `list<${fieldType}>` : fieldType };
}
function protobufjsTypeToCelType(protoType, resolvedType) {
  switch (protoType) {
    case "string":
      return "string";
    case "bytes":
      return "bytes";
    case "bool":
      return "bool";
    // protobufjs uses JavaScript numbers for all numeric types
    case "double":
    case "float":
    case "int32":
    case "int64":
    case "sint32":
    case "sint64":
    case "sfixed32":
    case "sfixed64":
    case "uint32":
    case "uint64":
    case "fixed32":
    case "fixed64":
      return "double";
    default:
      switch (resolvedType?.constructor.name) {
        case "Type":
          return resolvedType.fullName.slice(1);
        case "Enum":
          return "int";
      }
      if (protoType?.includes(".")) return protoType;
      return "dyn";
  }
}

// node_modules/@marcbachmann/cel-js/lib/operators.js
var dynType2 = celTypes.dyn;
var Base = class {
  dynType = celTypes.dyn;
  optionalType = celTypes.optional;
  stringType = celTypes.string;
  intType = celTypes.int;
  doubleType = celTypes.double;
  boolType = celTypes.bool;
  nullType = celTypes.null;
  listType = celTypes.list;
  mapType = celTypes.map;
  constructor(opts) {
    this.opts = opts.opts;
    this.registry = opts.registry;
    this.objectTypes = this.registry.objectTypes;
    this.objectTypesByConstructor = this.registry.objectTypesByConstructor;
  }
  /**
   * Get a TypeDeclaration instance for a type name
   * @param {string} typeName - The type name (e.g., 'string', 'int', 'dyn')
   * @returns {TypeDeclaration} The type declaration instance
   */
  getType(typeName) {
    return this.registry.getType(typeName);
  }
  debugType(v) {
    switch (typeof v) {
      case "string":
        return this.stringType;
      case "bigint":
        return this.intType;
      case "number":
        return this.doubleType;
      case "boolean":
        return this.boolType;
      case "object":
        if (v === null) return this.nullType;
        switch (v.constructor) {
          case void 0:
          case Object:
          case Map:
            return this.mapType;
          case Array:
          case Set:
            return this.listType;
          default:
            return this.objectTypesByConstructor.get(v.constructor)?.type || unsupportedType(this, v.constructor?.name || typeof v);
        }
      default:
        unsupportedType(this, typeof v);
    }
  }
};
function unsupportedType(self, type) {
  throw self.createError("unsupported_type", `Unsupported type: ${type}`);
}
var maybeAsyncArray = (a) => Array.isArray(a) ? a.some((n) => n.maybeAsync) : false;
function maybeAsync(l, r, h) {
  if (r === true || r && (r?.maybeAsync || maybeAsyncArray(r))) return maybeAsyncBoth(h);
  if (l === true || l && (l?.maybeAsync || maybeAsyncArray(l))) return maybeAsyncFirst(h);
  return h;
}
function maybeAsyncBoth(handler) {
  return handler.__asyncBoth ??= function handle(a, b, c, d) {
    if (!(a instanceof Promise || b instanceof Promise)) return handler(a, b, c, d);
    if (!(b instanceof Promise)) return a.then((_a) => handler(_a, b, c, d));
    if (!(a instanceof Promise)) return b.then((_b) => handler(a, _b, c, d));
    return Promise.all([a, b]).then((p) => handler(p[0], p[1], c, d));
  };
}
function maybeAsyncFirst(handler) {
  return handler.__asyncFirst ??= function handle(a, b, c, d) {
    if (a instanceof Promise) return a.then((_a) => handler(_a, b, c, d));
    return handler(a, b, c, d);
  };
}
function checkAccessNode(chk, ast, ctx) {
  ast.right = ast.args[1];
  const leftType = chk.check(ast.left = ast.args[0], ctx);
  if (ast.op === "[]") chk.check(ast.right, ctx);
  ast.handle = maybeAsync(
    ast.left,
    ast.op === "[]" ? ast.right : false,
    leftType !== dynType2 ? fieldAccessStatic : fieldAccess
  );
  if (leftType.kind !== "optional") return chk.checkAccessOnType(ast, ctx, leftType);
  return chk.registry.getOptionalType(chk.checkAccessOnType(ast, ctx, leftType.valueType, true));
}
function checkOptionalAccessNode(chk, ast, ctx) {
  ast.right = ast.args[1];
  const leftType = chk.check(ast.left = ast.args[0], ctx);
  if (ast.op === "[?]") chk.check(ast.right, ctx);
  ast.handle = maybeAsync(ast.left, ast.op === "[?]" ? ast.right : false, oFieldAccess);
  const actualType = leftType.kind === "optional" ? leftType.valueType : leftType;
  return chk.registry.getOptionalType(chk.checkAccessOnType(ast, ctx, actualType, true));
}
var HOMOGENEOUS_PREFIX = {
  heterogeneous_list_element: "List elements must have the same type,",
  heterogeneous_map_key: "Map key uses wrong type,",
  heterogeneous_map_value: "Map value uses wrong type,"
};
function checkElementHomogenous(chk, ctx, expected, el, code) {
  const type = chk.check(el, ctx);
  if (type === expected || expected.isEmpty()) return type;
  if (type.isEmpty()) return expected;
  throw chk.createError(
    code,
    `${HOMOGENEOUS_PREFIX[code]} expected type '${chk.formatType(expected)}' but found '${chk.formatType(type)}'`,
    el
  );
}
function checkElement(chk, ctx, expected, el) {
  return expected.unify(chk.registry, chk.check(el, ctx)) || dynType2;
}
function ternaryConditionError(ev, value, node) {
  const type = ev.debugRuntimeType(value);
  return ev.createError(
    "invalid_condition_type",
    `${node.meta.label || "Ternary condition must be bool"}, got '${type}'`,
    node
  );
}
function handleTernary(c, ev, ast, ctx) {
  if (c === true) return ev.run(ast.left, ctx);
  if (c === false) return ev.run(ast.right, ctx);
  throw ternaryConditionError(ev, c, ast.condition);
}
function logicalOperandError(ev, value, node) {
  const type = ev.debugRuntimeType(value);
  return ev.createError(
    "invalid_logical_operand",
    `Logical operator requires bool operands, got '${type}'`,
    node
  );
}
function logicalValueOrErr(ev, v, node) {
  if (v instanceof Error) return v;
  return logicalOperandError(ev, v, node);
}
function _logicalOp(exp, ev, ast, left, right) {
  if (right === exp) return exp;
  if (right === !exp) {
    if (left === right) return right;
    throw logicalValueOrErr(ev, left, ast.left);
  }
  if (right instanceof Promise) return right.then((r) => _logicalOpAsync(exp, ev, ast, left, r));
  throw logicalOperandError(ev, right, ast.left);
}
function _logicalOpAsync(exp, ev, ast, left, right) {
  if (right === exp) return exp;
  if (typeof right !== "boolean") throw logicalOperandError(ev, right, ast.right);
  if (typeof left !== "boolean") throw logicalValueOrErr(ev, left, ast.left);
  return !exp;
}
function checkLogicalOp(chk, ast, ctx) {
  const leftType = chk.check(ast.left = ast.args[0], ctx);
  const rightType = chk.check(ast.right = ast.args[1], ctx);
  if (!leftType.isDynOrBool()) {
    throw chk.createError(
      "invalid_logical_operand",
      `Logical operator requires bool operands, got '${chk.formatType(leftType)}'`,
      ast
    );
  }
  if (!rightType.isDynOrBool()) {
    throw chk.createError(
      "invalid_logical_operand",
      `Logical operator requires bool operands, got '${chk.formatType(rightType)}'`,
      ast
    );
  }
  return chk.boolType;
}
function checkUnary(chk, ast, ctx) {
  const op = ast.op;
  const right = chk.check(ast.args, ctx);
  ast.candidates = chk.registry.operatorCandidates(op);
  if (right.kind === "dyn") {
    ast.handle = maybeAsync(ast.args, false, handleUnary);
    return ast.candidates.returnType;
  }
  const overload = ast.candidates.findUnaryOverload(right);
  if (!overload) {
    throw chk.createError(
      "no_such_overload",
      `no such overload: ${op[0]}${chk.formatType(right)}`,
      ast
    );
  }
  ast.handle = maybeAsync(ast.args, false, overload.handler);
  return overload.returnType;
}
function handleUnary(left, ast, ev) {
  const leftType = ev.debugRuntimeType(left, ast.args.checkedType);
  const overload = ast.candidates.findUnaryOverload(leftType);
  if (overload) return overload.handler(left);
  throw ev.createError("no_such_overload", `no such overload: ${ast.op[0]}${leftType}`, ast);
}
function evaluateUnary(ev, ast, ctx) {
  return ast.handle(ev.run(ast.args, ctx), ast, ev);
}
function checkBinary(chk, ast, ctx) {
  const op = ast.op;
  const left = chk.check(ast.left = ast.args[0], ctx);
  const right = chk.check(ast.right = ast.args[1], ctx);
  ast.candidates = chk.registry.operatorCandidates(op);
  const overload = left.hasDynType || right.hasDynType ? void 0 : ast.candidates.findBinaryOverload(left, right);
  ast.handle = maybeAsync(ast.left, ast.right, overload?.handler || handleBinary);
  if (overload) return overload.returnType;
  const type = ast.candidates.checkBinaryOverload(left, right);
  if (!left.hasDynType) ast.leftStaticType = left;
  if (!right.hasDynType) ast.rightStaticType = right;
  if (type) return type;
  throw chk.createError(
    "no_such_overload",
    `no such overload: ${chk.formatType(left)} ${op} ${chk.formatType(right)}`,
    ast
  );
}
function evaluateBinary(ev, ast, ctx) {
  return ast.handle(ev.run(ast.left, ctx), ev.run(ast.right, ctx), ast, ev);
}
function evaluateBinaryFirst(ev, ast, ctx) {
  return ast.handle(ev.run(ast.left, ctx), ast.right, ast, ev);
}
function handleBinary(left, right, ast, ev) {
  const leftType = ast.leftStaticType || ev.debugTypeDeep(left).wrappedType;
  const rightType = ast.rightStaticType || ev.debugTypeDeep(right).wrappedType;
  const overload = ast.candidates.findBinaryOverload(leftType, rightType);
  if (overload) return overload.handler(left, right, ast, ev);
  throw ev.createError(
    "no_such_overload",
    `no such overload: ${leftType} ${ast.op} ${rightType}`,
    ast
  );
}
function callFunctionHandler(handler, ev, args, ast) {
  try {
    const result = handler.apply(ev, args);
    if (result instanceof Promise) {
      return result.catch((error) => {
        throw attachErrorAst(error, ast);
      });
    }
    return result;
  } catch (error) {
    throw attachErrorAst(error, ast);
  }
}
function callFn(args, ast, ev) {
  const argAst = ast.args[1];
  const types = ast.argTypes;
  let i = argAst.length;
  while (i--) types[i] = ev.debugRuntimeType(args[i], argAst[i].checkedType);
  const decl = ast.candidates.findFunction(types);
  if (decl) return callFunctionHandler(decl.handler, ev, args, ast);
  throw ev.createError(
    "no_matching_overload",
    `found no matching overload for '${ast.args[0]}(${types.map((t) => t.unwrappedType).join(", ")})'`,
    ast
  );
}
function callRecFn(args, ev, ast) {
  const [, receiverAst, argAst] = ast.args;
  const types = ast.argTypes;
  for (let i = 0; i < types.length; i++)
    types[i] = ev.debugRuntimeType(args[i + 1], argAst[i].checkedType);
  const receiverType = ev.debugRuntimeType(args[0], receiverAst.checkedType);
  const decl = ast.candidates.findFunction(types, receiverType);
  if (decl) return callFunctionHandler(decl.handler, ev, args, ast);
  throw ev.createError(
    "no_matching_overload",
    `found no matching overload for '${receiverType.type}.${ast.args[0]}(${types.map((t) => t.unwrappedType).join(", ")})'`,
    ast
  );
}
function resolveAstArray(ev, astArray, ctx, i = astArray.length) {
  if (i === 0) return [];
  let async;
  const results = new Array(i);
  while (i--) if ((results[i] = ev.run(astArray[i], ctx)) instanceof Promise) async ??= true;
  return async ? Promise.all(results) : results;
}
function safeFromEntries(entries2) {
  const obj = {};
  for (let i = 0; i < entries2.length; i++) {
    const [k, v] = entries2[i];
    if (k === "__proto__" || k === "constructor" || k === "prototype") continue;
    obj[k] = v;
  }
  return obj;
}
function comprehensionElementType(chk, iterable, ctx) {
  const iterType = chk.check(iterable, ctx);
  if (iterType.kind === "dyn") return iterType;
  if (iterType.kind === "list") return iterType.valueType;
  if (iterType.kind === "map") return iterType.keyType;
  throw chk.createError(
    "invalid_comprehension_range",
    `Expression of type '${chk.formatType(
      iterType
    )}' cannot be range of a comprehension (must be list, map, or dynamic).`,
    iterable
  );
}
function toIterable(ev, args, coll) {
  if (coll instanceof Set) return [...coll];
  if (coll instanceof Map) return [...coll.keys()];
  if (coll && typeof coll === "object") return objKeys(coll);
  throw ev.createError(
    "invalid_comprehension_range",
    `Expression of type '${ev.debugType(
      coll
    )}' cannot be range of a comprehension (must be list, map, or dynamic).`,
    args.iterable
  );
}
function runQualifier(items, args, ev, ctx) {
  if (!isArray(items)) items = toIterable(ev, args, items);
  const accu = ev.run(args.init, ctx = args.iterCtx.reuse(ctx));
  ctx.accuValue = accu;
  if (ctx === args.iterCtx) return iterateQuantifier(ev, ctx, args, items, accu, 0);
  return continueQuantifier(ev, ctx, args, items, accu, 0);
}
function runComprehension(items, args, ev, ctx) {
  if (!isArray(items)) items = toIterable(ev, args, items);
  const accu = ev.run(args.init, ctx = args.iterCtx.reuse(ctx));
  ctx.accuValue = accu;
  if (ctx === args.iterCtx) return iterateLoop(ev, ctx, args, items, accu, 0);
  return continueLoop(ev, ctx, args, items, accu, 0);
}
function iterateLoop(ev, ctx, args, items, accu, i) {
  const condition = args.condition;
  const step = args.step;
  const len = items.length;
  while (i < len) {
    if (condition && !condition(accu)) break;
    accu = ev.run(step, ctx.setIterValue(items[i++], ev));
    if (accu instanceof Promise) return continueLoop(ev, ctx, args, items, accu, i);
  }
  return args.result(accu);
}
async function continueLoop(ev, ctx, args, items, accu, i) {
  if (ctx === args.iterCtx) ctx.async = true;
  const condition = args.condition;
  const step = args.step;
  const len = items.length;
  accu = await accu;
  while (i < len) {
    if (condition && !condition(accu)) return args.result(accu);
    accu = ev.run(step, ctx.setIterValue(items[i++], ev));
    if (accu instanceof Promise) accu = await accu;
  }
  return args.result(accu);
}
function iterateQuantifier(ev, ctx, args, items, accu, i, error, stp) {
  const condition = args.condition;
  const step = args.step;
  const len = items.length;
  while (i < len) {
    if (!condition(accu)) return args.result(accu);
    stp = ev.tryEval(step, ctx.setIterValue(items[i++], ev));
    if (stp instanceof Promise) return continueQuantifier(ev, ctx, args, items, accu, i, error, stp);
    if (stp instanceof Error && (error ??= stp)) continue;
    accu = stp;
  }
  if (error && condition(accu)) throw error;
  return args.result(accu);
}
async function continueQuantifier(ev, ctx, args, items, accu, i, error, stp) {
  if (ctx === args.iterCtx) ctx.async = true;
  const condition = args.condition;
  const step = args.step;
  const len = items.length;
  stp = await stp;
  if (stp instanceof Error) error ??= stp;
  else accu = stp;
  while (i < len) {
    if (!condition(accu)) return args.result(accu);
    stp = ev.tryEval(step, ctx.setIterValue(items[i++], ev));
    if (stp instanceof Promise) stp = await stp;
    if (stp instanceof Error && (error ??= stp)) continue;
    accu = stp;
  }
  if (error && condition(accu)) throw error;
  return args.result(accu);
}
function oFieldAccess(left, right, ast, ev) {
  return ev.optionalType.field(left, right, ast, ev);
}
function fieldAccessStatic(left, right, ast, ev) {
  return ast.left.checkedType.field(left, right, ast, ev);
}
var empty = /* @__PURE__ */ Object.create(null);
function fieldAccess(left, right, ast, ev) {
  switch (left?.constructor) {
    case void 0:
    case Object: {
      const v = hasOwn(left || empty, right) ? left[right] : void 0;
      if (v !== void 0) return ev.debugType(v), v;
      break;
    }
    case Map: {
      const v = left.get(right);
      if (v !== void 0) return ev.debugType(v), v;
      break;
    }
    case Array:
    case Set:
      return ev.listType.field(left, right, ast, ev);
    default:
      const t = ev.objectTypesByConstructor.get(left.constructor);
      if (t) return t.type.field(left, right, ast, ev);
      else if (typeof left === "object") unsupportedType(ev, left.constructor.name);
  }
  throw ev.createError("no_such_key", `No such key: ${right}`, ast);
}
var emptyList = () => [];
var emptyMap = () => ({});
var OPERATORS = {
  value: {
    check(chk, ast) {
      return chk.debugType(ast.args);
    },
    evaluate(_ev, ast) {
      return ast.args;
    }
  },
  id: {
    check(chk, ast, ctx) {
      const variable = ctx.getVariable(ast.args);
      if (!variable) throw chk.createError("unknown_variable", `Unknown variable: ${ast.args}`, ast);
      if (variable.constant) {
        const alternate = ast.clone(OPERATORS.value, variable.value);
        ast.setMeta("alternate", alternate);
        return chk.check(alternate, ctx);
      }
      return variable.type;
    },
    evaluate(ev, ast, ctx) {
      return ctx.getCheckedValue(ev, ast);
    }
  },
  ".": {
    alias: "fieldAccess",
    check: checkAccessNode,
    evaluate: evaluateBinaryFirst
  },
  ".?": {
    alias: "optionalFieldAccess",
    check: checkOptionalAccessNode,
    evaluate: evaluateBinaryFirst
  },
  "[]": {
    alias: "bracketAccess",
    check: checkAccessNode,
    evaluate: evaluateBinary
  },
  "[?]": {
    alias: "optionalBracketAccess",
    check: checkOptionalAccessNode,
    evaluate: evaluateBinary
  },
  call: {
    check(chk, ast, ctx) {
      const [functionName, args] = ast.args;
      const candidates = ast.candidates = chk.registry.functionCandidates(
        false,
        functionName,
        args.length
      );
      const argTypes = ast.argTypes = args.map((a) => chk.check(a, ctx));
      const decl = candidates.findFunction(argTypes);
      if (!decl) {
        throw chk.createError(
          "no_matching_overload",
          `found no matching overload for '${functionName}(${chk.formatTypeList(argTypes)})'`,
          ast
        );
      }
      const handle = argTypes.some((t) => t.hasDynType) ? callFn : decl.handler.__handle ??= (l, _ast, e) => callFunctionHandler(decl.handler, e, l, _ast);
      ast.handle = maybeAsync(args, false, handle);
      return decl.returnType;
    },
    evaluate(ev, ast, ctx) {
      return ast.handle(resolveAstArray(ev, ast.args[1], ctx), ast, ev);
    }
  },
  rcall: {
    check(chk, ast, ctx) {
      const [methodName, receiver, args] = ast.args;
      const receiverType = chk.check(receiver, ctx);
      const candidates = ast.candidates = chk.registry.functionCandidates(
        true,
        methodName,
        args.length
      );
      const argTypes = ast.argTypes = args.map((a) => chk.check(a, ctx));
      ast.receiverWithArgs = [receiver, ...args];
      ast.handle = maybeAsync(ast.receiverWithArgs, false, callRecFn);
      if (receiverType.kind === "dyn" && candidates.returnType) return candidates.returnType;
      const decl = candidates.findFunction(argTypes, receiverType);
      if (!decl) {
        throw chk.createError(
          "no_matching_overload",
          `found no matching overload for '${receiverType.type}.${methodName}(${chk.formatTypeList(
            argTypes
          )})'`,
          ast
        );
      }
      if (!receiverType.hasPlaceholderType && !argTypes.some((t) => t.hasDynType)) {
        const fn = decl.handler;
        const handle = fn.__handle ??= (a, ev, _ast) => callFunctionHandler(fn, ev, a, _ast);
        ast.handle = maybeAsync(ast.receiverWithArgs, false, handle);
      }
      return decl.returnType;
    },
    evaluate(ev, ast, ctx) {
      return ast.handle(resolveAstArray(ev, ast.receiverWithArgs, ctx), ev, ast);
    }
  },
  list: {
    check(chk, ast, ctx) {
      const arr = ast.args;
      const arrLen = arr.length;
      if (arrLen === 0) return ast.setMeta("evaluate", emptyList) && chk.getType("list<T>");
      let valueType = chk.check(arr[0], ctx);
      const check2 = chk.opts.homogeneousAggregateLiterals ? checkElementHomogenous : checkElement;
      for (let i = 1; i < arrLen; i++)
        valueType = check2(chk, ctx, valueType, arr[i], "heterogeneous_list_element");
      return chk.registry.getListType(valueType);
    },
    evaluate(ev, ast, ctx) {
      return resolveAstArray(ev, ast.args, ctx);
    }
  },
  map: {
    check(chk, ast, ctx) {
      const arr = ast.args;
      const arrLen = arr.length;
      if (arrLen === 0) return ast.setMeta("evaluate", emptyMap) && chk.getType("map<K, V>");
      const check2 = chk.opts.homogeneousAggregateLiterals ? checkElementHomogenous : checkElement;
      let keyType = chk.check(arr[0][0], ctx);
      let valueType = chk.check(arr[0][1], ctx);
      for (let i = 1; i < arrLen; i++) {
        const e = arr[i];
        keyType = check2(chk, ctx, keyType, e[0], "heterogeneous_map_key");
        valueType = check2(chk, ctx, valueType, e[1], "heterogeneous_map_value");
      }
      return chk.registry.getMapType(keyType, valueType);
    },
    evaluate(ev, ast, ctx) {
      const astEntries = ast.args;
      const len = astEntries.length;
      const results = new Array(len);
      let async;
      for (let i = 0; i < len; i++) {
        const e = astEntries[i];
        const k = ev.run(e[0], ctx);
        const v = ev.run(e[1], ctx);
        if (k instanceof Promise || v instanceof Promise) {
          results[i] = Promise.all([k, v]);
          async ??= true;
        } else {
          results[i] = [k, v];
        }
      }
      if (async) return Promise.all(results).then(safeFromEntries);
      return safeFromEntries(results);
    }
  },
  comprehension: {
    check(chk, ast, ctx) {
      const args = ast.args;
      args.iterCtx = ctx.forkWithVariable(args.iterVarName, comprehensionElementType(chk, args.iterable, ctx)).setAccuType(chk.check(args.init, ctx));
      const stepType = chk.check(args.step, args.iterCtx);
      const handler = args.errorsAreFatal ? runComprehension : runQualifier;
      ast.handle = maybeAsync(args.iterable, false, handler);
      if (args.kind === "quantifier") return chk.boolType;
      return stepType;
    },
    evaluate(ev, ast, ctx) {
      return ast.handle(ev.run(ast.args.iterable, ctx), ast.args, ev, ctx);
    }
  },
  accuValue: {
    check(_chk, _ast, ctx) {
      return ctx.accuType;
    },
    evaluate(_ev, _ast, ctx) {
      return ctx.accuValue;
    }
  },
  accuInc: {
    check(_chk, _ast, ctx) {
      return ctx.accuType;
    },
    evaluate(_ev, _ast, ctx) {
      return ctx.accuValue += 1;
    }
  },
  accuPush: {
    check(chk, ast, ctx) {
      const listType2 = ctx.accuType;
      const itemType = chk.check(ast.args, ctx);
      if (!ast.args.maybeAsync) ast.setMeta("evaluate", OPERATORS.accuPush.evaluateSync);
      if (listType2.kind === "list" && listType2.valueType.kind !== "param") return listType2;
      return chk.registry.getListType(itemType);
    },
    evaluateSync(ev, ast, ctx) {
      return ctx.accuValue.push(ev.run(ast.args, ctx)), ctx.accuValue;
    },
    evaluate(ev, ast, ctx) {
      const arr = ctx.accuValue;
      const el = ev.run(ast.args, ctx);
      if (el instanceof Promise) return el.then((_e) => arr.push(_e) && arr);
      arr.push(el);
      return arr;
    }
  },
  "?:": {
    alias: "ternary",
    check(chk, ast, ctx) {
      const condast = ast.condition = ast.args[0];
      const leftast = ast.left = ast.args[1];
      const rightast = ast.right = ast.args[2];
      const condType = chk.check(condast, ctx);
      if (!condType.isDynOrBool()) {
        throw chk.createError(
          "invalid_condition_type",
          `${condast.meta.label || "Ternary condition must be bool"}, got '${chk.formatType(condType)}'`,
          condast
        );
      }
      const leftType = chk.check(leftast, ctx);
      const rightType = chk.check(rightast, ctx);
      const unified = leftType.unify(chk.registry, rightType);
      ast.handle = maybeAsync(condast, false, handleTernary);
      if (unified) return unified;
      throw chk.createError(
        "incompatible_ternary_branches",
        `Ternary branches must have the same type, got '${chk.formatType(
          leftType
        )}' and '${chk.formatType(rightType)}'`,
        ast
      );
    },
    evaluate(ev, ast, ctx) {
      return ast.handle(ev.run(ast.condition, ctx), ev, ast, ctx);
    }
  },
  "||": {
    check: checkLogicalOp,
    evaluate(ev, ast, ctx) {
      const l = ev.tryEval(ast.left, ctx);
      if (l === true) return true;
      if (l === false) {
        const right = ev.run(ast.right, ctx);
        if (typeof right === "boolean") return right;
        return _logicalOp(true, ev, ast, l, right);
      }
      if (l instanceof Promise)
        return l.then(
          (_l) => _l === true ? _l : _logicalOp(true, ev, ast, _l, ev.run(ast.right, ctx))
        );
      return _logicalOp(true, ev, ast, l, ev.run(ast.right, ctx));
    }
  },
  "&&": {
    check: checkLogicalOp,
    evaluate(ev, ast, ctx) {
      const l = ev.tryEval(ast.left, ctx);
      if (l === false) return false;
      if (l === true) {
        const right = ev.run(ast.right, ctx);
        if (typeof right === "boolean") return right;
        return _logicalOp(false, ev, ast, l, right);
      }
      if (l instanceof Promise)
        return l.then(
          (_l) => _l === false ? _l : _logicalOp(false, ev, ast, _l, ev.run(ast.right, ctx))
        );
      return _logicalOp(false, ev, ast, l, ev.run(ast.right, ctx));
    }
  },
  "!_": { alias: "unaryNot", check: checkUnary, evaluate: evaluateUnary },
  "-_": { alias: "unaryMinus", check: checkUnary, evaluate: evaluateUnary }
};
var binaryOperators = ["!=", "==", "in", "+", "-", "*", "/", "%", "<", "<=", ">", ">="];
for (const op of binaryOperators) OPERATORS[op] = { check: checkBinary, evaluate: evaluateBinary };
for (const op of objKeys(OPERATORS)) {
  const obj = OPERATORS[op];
  obj.name = op;
  if (obj.alias) OPERATORS[obj.alias] = obj;
}

// node_modules/@marcbachmann/cel-js/lib/macros.js
var identity = (x) => x;
function assertIdentifier(node, message) {
  if (node.op === "id") return node.args;
  throw parseError("invalid_macro_argument", message, node);
}
function createMapExpander(hasFilter) {
  const functionDesc = hasFilter ? "map(var, filter, transform)" : "map(var, transform)";
  const invalidMsg = `${functionDesc} invalid predicate iteration variable`;
  const label = `${functionDesc} filter predicate must return bool`;
  return ({ args, receiver, ast: callAst }) => {
    const [iterVar, predicate, transform] = hasFilter ? args : [args[0], null, args[1]];
    let step = transform.clone(OPERATORS.accuPush, transform);
    if (predicate) {
      const accuValue = predicate.clone(OPERATORS.accuValue);
      step = predicate.clone(OPERATORS.ternary, [predicate.setMeta("label", label), step, accuValue]);
    }
    return {
      callAst: callAst.clone(OPERATORS.comprehension, {
        errorsAreFatal: true,
        iterable: receiver,
        iterVarName: assertIdentifier(iterVar, invalidMsg),
        init: callAst.clone(OPERATORS.list, []),
        step,
        result: identity
      })
    };
  };
}
function createFilterExpander() {
  const functionDesc = "filter(var, predicate)";
  const invalidMsg = `${functionDesc} invalid predicate iteration variable`;
  const label = `${functionDesc} predicate must return bool`;
  return ({ args, receiver, ast: callAst }) => {
    const iterVarName = assertIdentifier(args[0], invalidMsg);
    const accuValue = callAst.clone(OPERATORS.accuValue);
    const predicate = args[1].setMeta("label", label);
    const appendItem = callAst.clone(OPERATORS.accuPush, callAst.clone(OPERATORS.id, iterVarName));
    const step = predicate.clone(OPERATORS.ternary, [predicate, appendItem, accuValue]);
    return {
      callAst: callAst.clone(OPERATORS.comprehension, {
        errorsAreFatal: true,
        iterable: receiver,
        iterVarName,
        init: callAst.clone(OPERATORS.list, []),
        step,
        result: identity
      })
    };
  };
}
function createQuantifierExpander(opts) {
  const invalidMsg = `${opts.name}(var, predicate) invalid predicate iteration variable`;
  const label = `${opts.name}(var, predicate) predicate must return bool`;
  return ({ args, receiver, ast: callAst }) => {
    const predicate = args[1].setMeta("label", label);
    const transform = opts.transform({ args, ast: callAst, predicate, opts });
    return {
      callAst: callAst.clone(OPERATORS.comprehension, {
        kind: "quantifier",
        errorsAreFatal: opts.errorsAreFatal || false,
        iterable: receiver,
        iterVarName: assertIdentifier(args[0], invalidMsg),
        init: transform.init,
        condition: transform.condition,
        step: transform.step,
        result: transform.result || identity
      })
    };
  };
}
function createHasExpander() {
  const invalidHasArgument = "has() invalid argument";
  function evaluate2(ev, macro, ctx) {
    const nodes = macro.macroHasProps;
    let i = nodes.length;
    let obj = ev.run(nodes[--i], ctx);
    let inOptionalContext;
    while (i--) {
      const node = nodes[i];
      if (node.op === ".?") inOptionalContext ??= true;
      obj = ev.debugType(obj).fieldLazy(obj, node.args[1], node, ev);
      if (obj !== void 0) continue;
      if (!(!inOptionalContext && i && node.op === ".")) break;
      throw evaluationError("no_such_key", `No such key: ${node.args[1]}`, node);
    }
    return obj !== void 0;
  }
  function typeCheck(checker, macro, ctx) {
    let node = macro.args[0];
    if (node.op !== ".") throw checker.createError("invalid_macro_argument", invalidHasArgument, node);
    if (!macro.macroHasProps) {
      const props = [];
      while (node.op === "." || node.op === ".?") node = props.push(node) && node.args[0];
      if (node.op !== "id") throw checker.createError("invalid_macro_argument", invalidHasArgument, node);
      checker.check(node, ctx);
      props.push(node);
      macro.macroHasProps = props;
    }
    return checker.getType("bool");
  }
  return function({ args }) {
    return { args, evaluate: evaluate2, typeCheck, async: false };
  };
}
function registerMacros(registry) {
  const functionOverload = (sig, handler) => registry.registerFunctionOverload(sig, handler);
  functionOverload("has(ast): bool", createHasExpander());
  functionOverload(
    "list.all(ast, ast): bool",
    createQuantifierExpander({
      name: "all",
      transform({ ast: callAst, predicate, opts }) {
        return {
          init: callAst.clone(OPERATORS.value, true),
          condition: identity,
          step: predicate.clone(OPERATORS.ternary, [
            predicate,
            predicate.clone(OPERATORS.value, true),
            predicate.clone(OPERATORS.value, false)
          ])
        };
      }
    })
  );
  functionOverload(
    "list.exists(ast, ast): bool",
    createQuantifierExpander({
      name: "exists",
      condition(accu) {
        return !accu;
      },
      transform({ ast: callAst, predicate, opts }) {
        return {
          init: callAst.clone(OPERATORS.value, false),
          condition: opts.condition,
          step: predicate.clone(OPERATORS.ternary, [
            predicate,
            predicate.clone(OPERATORS.value, true),
            predicate.clone(OPERATORS.value, false)
          ])
        };
      }
    })
  );
  functionOverload(
    "list.exists_one(ast, ast): bool",
    createQuantifierExpander({
      name: "exists_one",
      errorsAreFatal: true,
      result(accu) {
        return accu === 1;
      },
      transform({ ast: callAst, predicate, opts }) {
        const accuValue = callAst.clone(OPERATORS.accuValue);
        return {
          init: callAst.clone(OPERATORS.value, 0),
          step: predicate.clone(OPERATORS.ternary, [predicate, callAst.clone(OPERATORS.accuInc), accuValue]),
          result: opts.result
        };
      }
    })
  );
  functionOverload("list.map(ast, ast): list<dyn>", createMapExpander(false));
  functionOverload("list.map(ast, ast, ast): list<dyn>", createMapExpander(true));
  functionOverload("list.filter(ast, ast): list<dyn>", createFilterExpander());
  class CelNamespace {
  }
  const celNamespace = new CelNamespace();
  registry.registerType("CelNamespace", CelNamespace);
  registry.registerConstant("cel", "CelNamespace", celNamespace);
  function bindTypeCheck(checker, m, ctx) {
    m.bindCtx = ctx.forkWithVariable(m.var, checker.check(m.val, ctx));
    const type = checker.check(m.exp, m.bindCtx);
    if (m.val.maybeAsync || m.exp.maybeAsync) return type;
    m.ast.setMeta("async", false);
    m.evaluate = bindEvaluateSync;
    return type;
  }
  function bindOptionalEvaluate(ev, exp, bindCtx, ctx, boundValue) {
    const res = ev.run(exp, ctx = bindCtx.reuse(ctx).setIterValue(boundValue, ev));
    if (res instanceof Promise && ctx === bindCtx) ctx.async = true;
    return res;
  }
  function bindEvaluate(ev, { val, exp, bindCtx }, ctx) {
    const v = ev.run(val, ctx);
    if (v instanceof Promise) return v.then((_v) => bindOptionalEvaluate(ev, exp, bindCtx, ctx, _v));
    return bindOptionalEvaluate(ev, exp, bindCtx, ctx, v);
  }
  function bindEvaluateSync(ev, { val, exp, bindCtx }, ctx) {
    return ev.run(exp, bindCtx.reuse(ctx).setIterValue(ev.run(val, ctx), ev));
  }
  functionOverload("CelNamespace.bind(ast, dyn, ast): dyn", ({ ast, args }) => {
    return {
      ast,
      var: assertIdentifier(args[0], "invalid variable argument"),
      val: args[1],
      exp: args[2],
      bindCtx: void 0,
      typeCheck: bindTypeCheck,
      evaluate: bindEvaluate
    };
  });
}

// node_modules/@marcbachmann/cel-js/lib/overloads.js
function registerOverloads(registry) {
  const unaryOverload = (op, t, h, ret) => registry.unaryOverload(op, t, h, ret, false);
  const binaryOverload = (l, op, r, h, ret) => registry.binaryOverload(l, op, r, h, ret, false);
  function verifyInteger(v, ast) {
    if (v <= MAX_INT && v >= MIN_INT) return v;
    throw evaluationError("numeric_overflow", `integer overflow: ${v}`, ast);
  }
  function throwDivisionByZero(ast) {
    throw evaluationError("division_by_zero", "division by zero", ast);
  }
  function throwModuloByZero(ast) {
    throw evaluationError("modulo_by_zero", "modulo by zero", ast);
  }
  unaryOverload("!", "bool", (a) => !a);
  unaryOverload("-", "int", (a) => -a);
  binaryOverload("dyn<int>", `==`, `double`, (a, b) => a == b);
  binaryOverload("dyn<int>", `==`, `uint`, (a, b) => a == b.valueOf());
  binaryOverload("int", "*", "int", (a, b, ast) => verifyInteger(a * b, ast));
  binaryOverload("int", "+", "int", (a, b, ast) => verifyInteger(a + b, ast));
  binaryOverload("int", "-", "int", (a, b, ast) => verifyInteger(a - b, ast));
  binaryOverload("int", "/", "int", (a, b, ast) => {
    if (b === MIN_UINT) return throwDivisionByZero(ast);
    return a / b;
  });
  binaryOverload("int", "%", "int", (a, b, ast) => {
    if (b === MIN_UINT) return throwModuloByZero(ast);
    return a % b;
  });
  unaryOverload("-", "double", (a) => -a);
  binaryOverload("double", "*", "double", (a, b) => a * b);
  binaryOverload("double", "+", "double", (a, b) => a + b);
  binaryOverload("double", "-", "double", (a, b) => a - b);
  binaryOverload("double", "/", "double", (a, b) => a / b);
  binaryOverload("string", "+", "string", (a, b) => a + b);
  binaryOverload("list<V>", "+", "list<V>", (a, b) => [...a, ...b]);
  binaryOverload("bytes", "+", "bytes", (a, b) => {
    if (!a.length) return b;
    if (!b.length) return a;
    const result = new Uint8Array(a.length + b.length);
    result.set(a, 0);
    result.set(b, a.length);
    return result;
  });
  const GPD = "google.protobuf.Duration";
  binaryOverload(GPD, "+", GPD, (a, b) => a.addDuration(b));
  binaryOverload(GPD, "-", GPD, (a, b) => a.subtractDuration(b));
  binaryOverload(GPD, "==", GPD, (a, b) => a.seconds === b.seconds && a.nanos === b.nanos);
  const GPT = "google.protobuf.Timestamp";
  binaryOverload(GPT, "==", GPT, (a, b) => a.getTime() === b.getTime());
  binaryOverload(GPT, "-", GPT, (a, b) => Duration.fromMilliseconds(a.getTime() - b.getTime()), GPD);
  binaryOverload(GPT, "-", GPD, (a, b) => b.subtractTimestamp(a));
  binaryOverload(GPT, "+", GPD, (a, b) => b.extendTimestamp(a));
  binaryOverload(GPD, "+", GPT, (a, b) => a.extendTimestamp(b));
  function listIncludes(value, list, ast, ev) {
    if (list instanceof Set && list.has(value)) return true;
    for (const v of list) if (isEqual(value, v, ast, ev)) return true;
    return false;
  }
  function mapIncludes(a, b) {
    if (b instanceof Map) return b.get(a) !== void 0;
    return hasOwn(b, a) ? b[a] !== void 0 : false;
  }
  function listMembership(value, list, ast, ev) {
    return listIncludes(value, list, ast, ev);
  }
  binaryOverload("V", "in", "list<V>", listMembership);
  binaryOverload("K", "in", "map<K, V>", mapIncludes);
  for (const t of ["type", "null", "bool", "string", "int", "double"]) {
    binaryOverload(t, "==", t, (a, b) => a === b);
  }
  binaryOverload("bytes", `==`, "bytes", (a, b) => {
    if (a === b) return true;
    let i = a.length;
    if (i !== b.length) return false;
    while (i--) if (a[i] !== b[i]) return false;
    return true;
  });
  binaryOverload("list<V>", `==`, "list<V>", (a, b, ast, ev) => {
    if (a === b) return true;
    if (isArray(a) && isArray(b)) {
      const length = a.length;
      if (length !== b.length) return false;
      for (let i = 0; i < length; i++) {
        if (!isEqual(a[i], b[i], ast, ev)) return false;
      }
      return true;
    }
    if (a instanceof Set && b instanceof Set) {
      if (a.size !== b.size) return false;
      for (const value of a) if (!b.has(value)) return false;
      return true;
    }
    const arr = a instanceof Set ? b : a;
    const set = a instanceof Set ? a : b;
    if (!isArray(arr)) return false;
    if (arr.length !== set?.size) return false;
    for (let i = 0; i < arr.length; i++) if (!set.has(arr[i])) return false;
    return true;
  });
  binaryOverload("map<K, V>", `==`, "map<K, V>", (a, b, ast, ev) => {
    if (a === b) return true;
    if (a instanceof Map && b instanceof Map) {
      if (a.size !== b.size) return false;
      for (const [key, value] of a)
        if (!(b.has(key) && isEqual(value, b.get(key), ast, ev))) return false;
      return true;
    }
    if (a instanceof Map || b instanceof Map) {
      const obj = a instanceof Map ? b : a;
      const map = a instanceof Map ? a : b;
      const keysObj = objKeys(obj);
      if (map.size !== keysObj.length) return false;
      for (const [key, value] of map) {
        if (!(key in obj && isEqual(value, obj[key], ast, ev))) return false;
      }
      return true;
    }
    const keysA = objKeys(a);
    const keysB = objKeys(b);
    if (keysA.length !== keysB.length) return false;
    for (let i = 0; i < keysA.length; i++) {
      const key = keysA[i];
      if (!(key in b && isEqual(a[key], b[key], ast, ev))) return false;
    }
    return true;
  });
  binaryOverload("uint", "==", "uint", (a, b) => a.valueOf() === b.valueOf());
  binaryOverload("dyn<uint>", `==`, `double`, (a, b) => a.valueOf() == b);
  binaryOverload("uint", "+", "uint", (a, b) => new UnsignedInt(a.valueOf() + b.valueOf()));
  binaryOverload("uint", "-", "uint", (a, b) => new UnsignedInt(a.valueOf() - b.valueOf()));
  binaryOverload("uint", "*", "uint", (a, b) => new UnsignedInt(a.valueOf() * b.valueOf()));
  binaryOverload("uint", "/", "uint", (a, b, ast) => {
    if (b.valueOf() === MIN_UINT) return throwDivisionByZero(ast);
    return new UnsignedInt(a.valueOf() / b.valueOf());
  });
  binaryOverload("uint", "%", "uint", (a, b, ast) => {
    if (b.valueOf() === MIN_UINT) return throwModuloByZero(ast);
    return new UnsignedInt(a.valueOf() % b.valueOf());
  });
  for (const [left, right] of [
    ["bool", "bool"],
    ["int", "int"],
    ["uint", "uint"],
    ["double", "double"],
    ["string", "string"],
    ["google.protobuf.Timestamp", "google.protobuf.Timestamp"],
    ["google.protobuf.Duration", "google.protobuf.Duration"],
    ["int", "uint"],
    ["int", "double"],
    ["double", "int"],
    ["double", "uint"],
    ["uint", "int"],
    ["uint", "double"]
  ]) {
    binaryOverload(left, "<", right, (a, b) => a < b);
    binaryOverload(left, "<=", right, (a, b) => a <= b);
    binaryOverload(left, ">", right, (a, b) => a > b);
    binaryOverload(left, ">=", right, (a, b) => a >= b);
  }
}
function isEqual(a, b, ast, ev) {
  if (a === b) return true;
  switch (typeof a) {
    case "undefined":
    case "string":
    case "boolean":
      return false;
    case "bigint":
      if (typeof b === "number") return a == b;
      return false;
    case "number":
      if (typeof b === "bigint") return a == b;
      return false;
    case "object":
      if (typeof b !== "object") return false;
      const leftType = ev.debugType(a);
      const rightType = ev.debugType(b);
      if (leftType !== rightType) return false;
      const overload = ev.registry.findBinaryOverload("==", leftType, rightType);
      if (!overload) return false;
      return overload.handler(a, b, ast, ev);
  }
  throw evaluationError("invalid_comparison_type", `Cannot compare values of type ${typeof a}`, ast);
}

// node_modules/@marcbachmann/cel-js/lib/type-checker.js
var toDynTypeBinding = (/* @__PURE__ */ new Map()).set("A", "dyn").set("T", "dyn").set("K", "dyn").set("V", "dyn");
var TypeChecker = class extends Base {
  constructor(opts, isEvaluating) {
    super(opts);
    this.createError = isEvaluating ? evaluationError : typeError;
  }
  /**
   * Check an expression and return its inferred type
   * @param {Array|any} ast - The AST node to check
   * @returns {Object} The inferred type declaration
   * @throws {TypeError} If type checking fails
   */
  check(ast, ctx) {
    try {
      return ast.checkedType ??= ast.check(this, ast, ctx);
    } catch (error) {
      throw attachErrorAst(error, ast);
    }
  }
  checkAccessOnType(ast, ctx, leftType, allowMissingField = false) {
    if (leftType === this.dynType) return leftType;
    const indexTypeName = (ast.op === "[]" || ast.op === "[?]" ? this.check(ast.args[1], ctx) : this.stringType).type;
    if (leftType.kind === "list") {
      if (indexTypeName === "int" || indexTypeName === "dyn") return leftType.valueType;
      throw this.createError("invalid_index_type", `List index must be int, got '${indexTypeName}'`, ast);
    }
    if (leftType.kind === "map") return leftType.valueType;
    const customType = this.objectTypes.get(leftType.name);
    if (customType) {
      if (!(indexTypeName === "string" || indexTypeName === "dyn")) {
        throw this.createError(
          "invalid_index_type",
          `Cannot index type '${leftType.name}' with type '${indexTypeName}'`,
          ast
        );
      }
      if (customType.fields) {
        let keyName;
        if (ast.op === "." || ast.op === ".?") keyName = ast.args[1];
        else if (ast.args[1].op === "value") keyName = ast.args[1].args;
        if (typeof keyName === "string") {
          const fieldType = customType.fields[keyName];
          if (fieldType) return fieldType;
          if (allowMissingField) return this.dynType;
          throw this.createError("no_such_key", `No such key: ${keyName}`, ast);
        }
      }
      return this.dynType;
    }
    throw this.createError("cannot_index_type", `Cannot index type '${this.formatType(leftType)}'`, ast);
  }
  formatType(type) {
    if (!type.hasPlaceholderType) return type.name;
    return type.templated(this.registry, toDynTypeBinding).name;
  }
  formatTypeList(types) {
    return types.map((t) => this.formatType(t)).join(", ");
  }
};

// node_modules/@marcbachmann/cel-js/lib/parser.js
var TOKEN = {
  EOF: 0,
  NUMBER: 1,
  STRING: 2,
  BOOLEAN: 3,
  NULL: 4,
  IDENTIFIER: 5,
  PLUS: 6,
  MINUS: 7,
  MULTIPLY: 8,
  DIVIDE: 9,
  MODULO: 10,
  EQ: 11,
  NE: 12,
  LT: 13,
  LE: 14,
  GT: 15,
  GE: 16,
  AND: 17,
  OR: 18,
  NOT: 19,
  IN: 20,
  LPAREN: 21,
  RPAREN: 22,
  LBRACKET: 23,
  RBRACKET: 24,
  LBRACE: 25,
  RBRACE: 26,
  DOT: 27,
  COMMA: 28,
  COLON: 29,
  QUESTION: 30,
  BYTES: 31
};
var OP_FOR_TOKEN = {
  [TOKEN.EQ]: OPERATORS["=="],
  [TOKEN.PLUS]: OPERATORS["+"],
  [TOKEN.MINUS]: OPERATORS["-"],
  [TOKEN.MULTIPLY]: OPERATORS["*"],
  [TOKEN.DIVIDE]: OPERATORS["/"],
  [TOKEN.MODULO]: OPERATORS["%"],
  [TOKEN.LE]: OPERATORS["<="],
  [TOKEN.LT]: OPERATORS["<"],
  [TOKEN.GE]: OPERATORS[">="],
  [TOKEN.GT]: OPERATORS[">"],
  [TOKEN.NE]: OPERATORS["!="],
  [TOKEN.IN]: OPERATORS["in"]
};
var TOKEN_BY_NUMBER = {};
for (const key in TOKEN) TOKEN_BY_NUMBER[TOKEN[key]] = key;
var HEX_CODES = new Uint8Array(128);
for (const ch of "0123456789abcdefABCDEF") HEX_CODES[ch.charCodeAt(0)] = 1;
var ESCAPE_ERRORS = {
  bytes_unicode_escape: (e) => `\\${e} not allowed in bytes literals`,
  invalid_unicode_escape: (e) => `Invalid Unicode escape: \\${e}`,
  invalid_unicode_surrogate: (e) => `Invalid Unicode surrogate: \\${e}`,
  invalid_hex_escape: (e) => `Invalid hex escape: \\${e}`,
  invalid_octal_escape: () => "Octal escape must be 3 digits",
  octal_escape_out_of_range: (e) => `Octal escape out of range: \\${e}`,
  invalid_escape_sequence: (e) => `Invalid escape sequence: \\${e}`
};
var STRING_ESCAPES = {
  "\\": "\\",
  "?": "?",
  '"': '"',
  "'": "'",
  "`": "`",
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "	",
  v: "\v"
};
var ASTNode = class _ASTNode {
  #meta;
  #input;
  constructor(input, pos, start, end, op, args) {
    this.#meta = { check: op.check, evaluate: op.evaluate };
    this.#input = input;
    this.op = op.name;
    this.args = args;
    this.pos = pos;
    this.start = start;
    this.end = end;
  }
  clone(op, args) {
    return new _ASTNode(this.#input, this.pos, this.start, this.end, op, args);
  }
  get meta() {
    return this.#meta;
  }
  get input() {
    return this.#input;
  }
  #computeIsAsync() {
    const ast = this.#meta.alternate ?? this;
    switch (ast.op) {
      case "value":
      case "id":
      case "accuValue":
      case "accuInc":
        return false;
      case "accuPush":
        return ast.args.maybeAsync;
      case "!_":
      case "-_":
        if (ast.candidates?.async !== false) return true;
        return ast.args.maybeAsync;
      case "!=":
      case "==":
      case "in":
      case "+":
      case "-":
      case "*":
      case "/":
      case "%":
      case "<":
      case "<=":
      case ">":
      case ">=":
        if (ast.candidates?.async !== false) return true;
        return ast.args.some((a) => a.maybeAsync);
      case "call":
      case "rcall":
        if (ast.candidates?.async !== false) return true;
        return (ast.receiverWithArgs || ast.args[1]).some((a) => a.maybeAsync);
      case "comprehension":
        return ast.args.iterable.maybeAsync || ast.args.step.maybeAsync;
      case ".":
      case ".?":
        return ast.args[0].maybeAsync;
      case "?:":
      case "list":
      case "[]":
      case "[?]":
        return ast.args.some((a) => a.maybeAsync);
      case "||":
      case "&&":
        return ast.args.some((a) => a.maybeAsync);
      case "map":
        return ast.args.some((a) => a[0].maybeAsync || a[1].maybeAsync);
      default:
        return true;
    }
  }
  /**
   * Check whether we can optimize away async calling
   * If no ast members includes a function, we can optimize the call
   * for which we want to return true here.
   * @returns {boolean}
   */
  get maybeAsync() {
    return this.#meta.async ??= this.#computeIsAsync();
  }
  check(chk, ast, ctx) {
    const meta = this.#meta;
    if (meta.alternate) return chk.check(meta.alternate, ctx);
    else if (meta.macro) return meta.macro.typeCheck(chk, meta.macro, ctx);
    return meta.check(chk, ast, ctx);
  }
  evaluate(ev, ast, ctx) {
    const meta = this.#meta;
    if (meta.alternate) this.evaluate = this.#evaluateAlternate;
    else if (meta.macro) this.evaluate = this.#evaluateMacro;
    else this.evaluate = meta.evaluate;
    return this.evaluate(ev, ast, ctx);
  }
  #evaluateAlternate(ev, ast, ctx) {
    return (ast = this.#meta.alternate).evaluate(ev, ast, ctx);
  }
  #evaluateMacro(ev, ast, ctx) {
    return (ast = this.#meta.macro).evaluate(ev, ast, ctx);
  }
  setMeta(key, value) {
    return this.#meta[key] = value, this;
  }
  get range() {
    return { start: this.start, end: this.end };
  }
  toOldStructure() {
    const args = Array.isArray(this.args) ? this.args : [this.args];
    return [this.op, ...args.map((a) => a instanceof _ASTNode ? a.toOldStructure() : a)];
  }
};
var Lexer = class {
  input;
  pos;
  length;
  tokenPos;
  tokenType;
  tokenValue;
  reset(input) {
    this.pos = 0;
    this.input = input;
    this.length = input.length;
    return input;
  }
  token(pos, type, value) {
    this.tokenPos = pos;
    this.tokenType = type;
    this.tokenValue = value;
    return this;
  }
  // Read next token
  nextToken() {
    while (true) {
      const { pos, input, length } = this;
      if (pos >= length) return this.token(pos, TOKEN.EOF);
      const ch = input[pos];
      switch (ch) {
        // Whitespaces
        case " ":
        case "	":
        case "\n":
        case "\r":
          this.pos++;
          continue;
        // Operators
        case "=":
          if (input[pos + 1] !== "=") break;
          return this.token((this.pos += 2) - 2, TOKEN.EQ);
        case "&":
          if (input[pos + 1] !== "&") break;
          return this.token((this.pos += 2) - 2, TOKEN.AND);
        case "|":
          if (input[pos + 1] !== "|") break;
          return this.token((this.pos += 2) - 2, TOKEN.OR);
        case "+":
          return this.token(this.pos++, TOKEN.PLUS);
        case "-":
          return this.token(this.pos++, TOKEN.MINUS);
        case "*":
          return this.token(this.pos++, TOKEN.MULTIPLY);
        case "/":
          if (input[pos + 1] === "/") {
            while (this.pos < length && this.input[this.pos] !== "\n") this.pos++;
            continue;
          }
          return this.token(this.pos++, TOKEN.DIVIDE);
        case "%":
          return this.token(this.pos++, TOKEN.MODULO);
        case "<":
          if (input[pos + 1] === "=") return this.token((this.pos += 2) - 2, TOKEN.LE);
          return this.token(this.pos++, TOKEN.LT);
        case ">":
          if (input[pos + 1] === "=") return this.token((this.pos += 2) - 2, TOKEN.GE);
          return this.token(this.pos++, TOKEN.GT);
        case "!":
          if (input[pos + 1] === "=") return this.token((this.pos += 2) - 2, TOKEN.NE);
          return this.token(this.pos++, TOKEN.NOT);
        case "(":
          return this.token(this.pos++, TOKEN.LPAREN);
        case ")":
          return this.token(this.pos++, TOKEN.RPAREN);
        case "[":
          return this.token(this.pos++, TOKEN.LBRACKET);
        case "]":
          return this.token(this.pos++, TOKEN.RBRACKET);
        case "{":
          return this.token(this.pos++, TOKEN.LBRACE);
        case "}":
          return this.token(this.pos++, TOKEN.RBRACE);
        case ".":
          return this.token(this.pos++, TOKEN.DOT);
        case ",":
          return this.token(this.pos++, TOKEN.COMMA);
        case ":":
          return this.token(this.pos++, TOKEN.COLON);
        case "?":
          return this.token(this.pos++, TOKEN.QUESTION);
        case `"`:
        case `'`:
          return this.readString(ch);
        // Check for string prefixes (b, B, r, R followed by quote)
        case "b":
        case "B":
        case "r":
        case "R": {
          const next = input[pos + 1];
          if (next === '"' || next === "'") return ++this.pos && this.readString(next, ch);
          return this.readIdentifier();
        }
        default: {
          const code = ch.charCodeAt(0);
          if (code <= 57 && code >= 48) return this.readNumber();
          if (this._isIdentifierCharCode(code)) return this.readIdentifier();
        }
      }
      throw parseError("unexpected_character", `Unexpected character: ${ch}`, {
        pos,
        start: pos,
        end: pos + 1,
        input
      });
    }
  }
  // Characters: 0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_
  _isIdentifierCharCode(c) {
    if (c < 48 || c > 122) return false;
    return c >= 97 || c >= 65 && c <= 90 || c <= 57 || c === 95;
  }
  _parseAsDouble(start, end) {
    const value = Number(this.input.substring(start, end));
    if (Number.isFinite(value)) return this.token(start, TOKEN.NUMBER, value);
    throw parseError("invalid_number", `Invalid number: ${value}`, {
      pos: start,
      start,
      end,
      input: this.input
    });
  }
  _parseAsBigInt(start, end, isHex, unsigned) {
    const string = this.input.substring(start, end);
    if (unsigned === "u" || unsigned === "U") {
      this.pos++;
      try {
        return this.token(start, TOKEN.NUMBER, new UnsignedInt(string));
      } catch (_err) {
      }
    } else {
      try {
        return this.token(start, TOKEN.NUMBER, BigInt(string));
      } catch (_err) {
      }
    }
    throw parseError(
      isHex ? "invalid_hex_integer" : "invalid_integer",
      isHex ? `Invalid hex integer: ${string}` : `Invalid integer: ${string}`,
      { pos: start, start, end: this.pos, input: this.input }
    );
  }
  _readDigits(input, length, pos, code) {
    while (pos < length && (code = input.charCodeAt(pos)) && !(code > 57 || code < 48)) pos++;
    return pos;
  }
  _readExponent(input, length, pos) {
    let ch = pos < length && input[pos];
    if (ch === "e" || ch === "E") {
      ch = ++pos < length && input[pos];
      if (ch === "-" || ch === "+") pos++;
      const start = pos;
      pos = this._readDigits(input, length, pos);
      if (start === pos)
        throw parseError("invalid_exponent", "Invalid exponent", {
          pos,
          start: pos,
          end: Math.min(pos + 1, input.length),
          input
        });
    }
    return pos;
  }
  readNumber() {
    const { input, length, pos: start } = this;
    let pos = start;
    if (input[pos] === "0" && (input[pos + 1] === "x" || input[pos + 1] === "X")) {
      pos += 2;
      while (pos < length && HEX_CODES[input[pos].charCodeAt(0)]) pos++;
      return this._parseAsBigInt(start, this.pos = pos, true, input[pos]);
    }
    pos = this._readDigits(input, length, pos);
    if (pos + 1 < length) {
      let isDouble = false;
      let afterpos = input[pos] === "." ? this._readDigits(input, length, pos + 1) : pos + 1;
      if (afterpos !== pos + 1) (isDouble = true) && (pos = afterpos);
      afterpos = this._readExponent(input, length, pos);
      if (afterpos !== pos) (isDouble = true) && (pos = afterpos);
      if (isDouble) return this._parseAsDouble(start, this.pos = pos);
    }
    return this._parseAsBigInt(start, this.pos = pos, false, input[pos]);
  }
  readString(del, prefix) {
    const { input: i, pos: s } = this;
    if (i[s + 1] === del && i[s + 2] === del) return this.readTripleQuotedString(del, prefix);
    return this.readSingleQuotedString(del, prefix);
  }
  _closeQuotedString(rawStart, rawValue, prefix, pos) {
    switch (prefix) {
      case "b":
      case "B": {
        const processed = this.processEscapes(rawStart, rawValue, true);
        const bytes = new Uint8Array(processed.length);
        for (let i = 0; i < processed.length; i++) bytes[i] = processed.charCodeAt(i) & 255;
        return this.token(pos - 1, TOKEN.BYTES, bytes);
      }
      case "r":
      case "R": {
        return this.token(pos - 1, TOKEN.STRING, rawValue);
      }
      default: {
        const value = this.processEscapes(rawStart, rawValue, false);
        return this.token(pos, TOKEN.STRING, value);
      }
    }
  }
  readSingleQuotedString(delimiter, prefix) {
    const { input, length, pos: start } = this;
    let ch;
    let pos = this.pos + 1;
    while (pos < length && (ch = input[pos])) {
      switch (ch) {
        case delimiter:
          const rawStart = start + 1;
          const rawValue = input.slice(rawStart, pos);
          this.pos = ++pos;
          return this._closeQuotedString(rawStart, rawValue, prefix, start);
        case "\n":
        case "\r":
          throw parseError("newline_in_string", "Newlines not allowed in single-quoted strings", {
            pos,
            start: pos,
            end: pos + 1,
            input
          });
        case "\\":
          pos++;
      }
      pos++;
    }
    throw parseError("unterminated_string", "Unterminated string", {
      pos: start,
      start,
      end: input.length,
      input
    });
  }
  readTripleQuotedString(delimiter, prefix) {
    const { input, length, pos: start } = this;
    let ch;
    let pos = this.pos + 3;
    while (pos < length && (ch = input[pos])) {
      switch (ch) {
        case delimiter:
          if (input[pos + 1] === delimiter && input[pos + 2] === delimiter) {
            const rawStart = start + 3;
            const rawValue = input.slice(rawStart, pos);
            this.pos = pos + 3;
            return this._closeQuotedString(rawStart, rawValue, prefix, start);
          }
          break;
        case "\\":
          pos++;
      }
      pos++;
    }
    throw parseError("unterminated_triple_quoted_string", "Unterminated triple-quoted string", {
      pos: start,
      start,
      end: input.length,
      input
    });
  }
  #escapeErr(code, offset, len, i, chars, extra) {
    const start = offset + i;
    return parseError(code, ESCAPE_ERRORS[code](extra), {
      input: this.input,
      pos: start,
      start,
      end: Math.min(start + chars, offset + len)
    });
  }
  processEscapes(offset, str, isBytes) {
    if (!str.includes("\\")) return str;
    const len = str.length;
    let result = "";
    let i = 0;
    while (i < len) {
      if (str[i] !== "\\" || i + 1 >= len) {
        result += str[i++];
        continue;
      }
      const next = str[i + 1];
      if (STRING_ESCAPES[next]) {
        result += STRING_ESCAPES[next];
        i += 2;
      } else if (next === "u" || next === "U") {
        if (isBytes) throw this.#escapeErr("bytes_unicode_escape", offset, len, i, 2, next);
        const hexLen = next === "u" ? 4 : 8;
        const hex = str.substring(i + 2, i + 2 + hexLen);
        const c = Number.parseInt(hex, 16);
        if (hex.length !== hexLen || !/^[0-9a-fA-F]+$/.test(hex) || c > 1114111)
          throw this.#escapeErr("invalid_unicode_escape", offset, len, i, 2 + hexLen, next + hex);
        if (c >= 55296 && c <= 57343)
          throw this.#escapeErr("invalid_unicode_surrogate", offset, len, i, 2 + hexLen, next + hex);
        result += String.fromCodePoint(c);
        i += 2 + hexLen;
      } else if (next === "x" || next === "X") {
        const h = str.substring(i + 2, i + 4);
        if (!/^[0-9a-fA-F]{2}$/.test(h))
          throw this.#escapeErr("invalid_hex_escape", offset, len, i, 4, next + h);
        result += String.fromCharCode(Number.parseInt(h, 16));
        i += 4;
      } else if (next >= "0" && next <= "7") {
        const o = str.substring(i + 1, i + 4);
        if (!/^[0-7]{3}$/.test(o)) throw this.#escapeErr("invalid_octal_escape", offset, len, i, 4);
        const value = Number.parseInt(o, 8);
        if (value > 255) throw this.#escapeErr("octal_escape_out_of_range", offset, len, i, 4, o);
        result += String.fromCharCode(value);
        i += 4;
      } else {
        throw this.#escapeErr("invalid_escape_sequence", offset, len, i, 2, next);
      }
    }
    return result;
  }
  readIdentifier() {
    const { pos, input, length } = this;
    let p = pos;
    while (p < length && this._isIdentifierCharCode(input[p].charCodeAt(0))) p++;
    const value = input.substring(pos, this.pos = p);
    switch (value) {
      case "true":
        return this.token(pos, TOKEN.BOOLEAN, true);
      case "false":
        return this.token(pos, TOKEN.BOOLEAN, false);
      case "null":
        return this.token(pos, TOKEN.NULL, null);
      case "in":
        return this.token(pos, TOKEN.IN);
      default:
        return this.token(pos, TOKEN.IDENTIFIER, value);
    }
  }
};
var globalLexer = new Lexer();
var Parser = class {
  lexer = globalLexer;
  input = null;
  maxDepthRemaining = null;
  astNodesRemaining = null;
  type = null;
  pos = null;
  constructor(limits, registry) {
    this.limits = limits;
    this.registry = registry;
  }
  #limitExceeded(limitKey, pos = this.pos) {
    throw parseError("limit_exceeded", `Exceeded ${limitKey} (${this.limits[limitKey]})`, {
      pos,
      start: pos,
      end: pos,
      input: this.input
    });
  }
  #node(start, end, op, args, pos = start) {
    const node = new ASTNode(this.input, pos, start, end, op, args);
    if (!this.astNodesRemaining--) this.#limitExceeded("maxAstNodes", pos);
    return node;
  }
  #infixNode(op, left, right) {
    return this.#node(left.start, right.end, op, [left, right]);
  }
  #ternaryNode(expression, consequent, alternate) {
    return this.#node(expression.start, alternate.end, OPERATORS.ternary, [
      expression,
      consequent,
      alternate
    ]);
  }
  #unaryNode(pos, op, arg) {
    return this.#node(pos, arg.end, op, arg);
  }
  #accessNode(op, left, right, end, pos = left.start) {
    return this.#node(left.start, end, op, [left, right], pos);
  }
  #advanceToken(returnValue = this.pos) {
    const l = this.lexer.nextToken();
    this.pos = l.tokenPos;
    this.type = l.tokenType;
    return returnValue;
  }
  // The value of the current token is accessed less regularly,
  // so we use a getter to reduce assignment overhead
  get value() {
    return this.lexer.tokenValue;
  }
  consume(expectedType) {
    if (this.type === expectedType) return this.#advanceToken();
    throw parseError(
      "expected_token",
      `Expected ${TOKEN_BY_NUMBER[expectedType]}, got ${TOKEN_BY_NUMBER[this.type]}`,
      { pos: this.pos, start: this.pos, end: this.lexer.pos, input: this.input }
    );
  }
  match(type) {
    return this.type === type;
  }
  // Parse entry point
  parse(input) {
    if (typeof input !== "string") {
      throw parseError("expression_must_be_string", "Expression must be a string");
    }
    this.input = this.lexer.reset(input);
    this.#advanceToken();
    this.maxDepthRemaining = this.limits.maxDepth;
    this.astNodesRemaining = this.limits.maxAstNodes;
    const result = this.parseExpression();
    if (this.match(TOKEN.EOF)) return result;
    throw parseError(
      "unexpected_character",
      `Unexpected character: '${this.input[this.lexer.pos - 1]}'`,
      {
        pos: this.pos,
        start: this.pos,
        end: this.lexer.pos,
        input: this.input
      }
    );
  }
  #expandMacro(start, end, op, args) {
    const methodName = args[0];
    const receiver = op === OPERATORS.rcall ? args[1] : null;
    const fnArgs = op === OPERATORS.rcall ? args[2] : args[1];
    const decl = this.registry.findMacro(methodName, !!receiver, fnArgs.length);
    const ast = this.#node(start, end, op, args);
    if (!decl) return ast;
    const macro = decl.handler({ ast, args: fnArgs, receiver, methodName, parser: this });
    if (macro.callAst) return ast.setMeta("alternate", macro.callAst);
    return ast.setMeta("macro", macro).setMeta("async", isAsync(macro.evaluate, macro.async));
  }
  // Expression ::= LogicalOr ('?' Expression ':' Expression)?
  parseExpression() {
    if (!this.maxDepthRemaining--) this.#limitExceeded("maxDepth");
    const expr = this.parseLogicalOr();
    if (!this.match(TOKEN.QUESTION)) return ++this.maxDepthRemaining && expr;
    this.#advanceToken();
    const consequent = this.parseExpression();
    this.consume(TOKEN.COLON);
    const alternate = this.parseExpression();
    this.maxDepthRemaining++;
    return this.#ternaryNode(expr, consequent, alternate);
  }
  // LogicalOr ::= LogicalAnd ('||' LogicalAnd)*
  parseLogicalOr() {
    let expr = this.parseLogicalAnd();
    while (this.match(TOKEN.OR)) {
      this.#advanceToken();
      expr = this.#infixNode(OPERATORS["||"], expr, this.parseLogicalAnd());
    }
    return expr;
  }
  // LogicalAnd ::= Equality ('&&' Equality)*
  parseLogicalAnd() {
    let expr = this.parseEquality();
    while (this.match(TOKEN.AND)) {
      this.#advanceToken();
      expr = this.#infixNode(OPERATORS["&&"], expr, this.parseEquality());
    }
    return expr;
  }
  // Equality ::= Relational (('==' | '!=') Relational)*
  parseEquality() {
    let expr = this.parseRelational();
    while (this.match(TOKEN.EQ) || this.match(TOKEN.NE)) {
      const op = OP_FOR_TOKEN[this.type];
      this.#advanceToken();
      expr = this.#infixNode(op, expr, this.parseRelational());
    }
    return expr;
  }
  // Relational ::= Additive (('<' | '<=' | '>' | '>=' | 'in') Additive)*
  parseRelational() {
    let expr = this.parseAdditive();
    while (this.match(TOKEN.LT) || this.match(TOKEN.LE) || this.match(TOKEN.GT) || this.match(TOKEN.GE) || this.match(TOKEN.IN)) {
      const op = OP_FOR_TOKEN[this.type];
      this.#advanceToken();
      expr = this.#infixNode(op, expr, this.parseAdditive());
    }
    return expr;
  }
  // Additive ::= Multiplicative (('+' | '-') Multiplicative)*
  parseAdditive() {
    let expr = this.parseMultiplicative();
    while (this.match(TOKEN.PLUS) || this.match(TOKEN.MINUS)) {
      const op = OP_FOR_TOKEN[this.type];
      this.#advanceToken();
      expr = this.#infixNode(op, expr, this.parseMultiplicative());
    }
    return expr;
  }
  // Multiplicative ::= Unary (('*' | '/' | '%') Unary)*
  parseMultiplicative() {
    let expr = this.parseUnary();
    while (this.match(TOKEN.MULTIPLY) || this.match(TOKEN.DIVIDE) || this.match(TOKEN.MODULO)) {
      const op = OP_FOR_TOKEN[this.type];
      this.#advanceToken();
      expr = this.#infixNode(op, expr, this.parseUnary());
    }
    return expr;
  }
  // Unary ::= ('!' | '-')* Postfix
  parseUnary() {
    if (this.type === TOKEN.NOT) {
      return this.#unaryNode(this.#advanceToken(), OPERATORS.unaryNot, this.parseUnary());
    }
    if (this.type === TOKEN.MINUS) {
      return this.#unaryNode(this.#advanceToken(), OPERATORS.unaryMinus, this.parseUnary());
    }
    return this.parsePostfix();
  }
  // Postfix ::= Primary (('.' IDENTIFIER ('(' ArgumentList ')')? | '[' Expression ']'))*
  parsePostfix() {
    let expr = this.parsePrimary();
    const depth = this.maxDepthRemaining;
    while (true) {
      if (this.match(TOKEN.DOT)) {
        const dot = this.#advanceToken();
        if (!this.maxDepthRemaining--) this.#limitExceeded("maxDepth", dot);
        const op = this.match(TOKEN.QUESTION) && this.registry.enableOptionalTypes && this.#advanceToken() ? OPERATORS.optionalFieldAccess : OPERATORS.fieldAccess;
        const propertyValue = this.value;
        const start = this.pos;
        const end = this.lexer.pos;
        this.consume(TOKEN.IDENTIFIER);
        if (op === OPERATORS.fieldAccess && this.match(TOKEN.LPAREN) && this.#advanceToken()) {
          const args = this.parseArgumentList();
          const closeEnd = this.lexer.pos;
          this.consume(TOKEN.RPAREN);
          expr = this.#expandMacro(expr.start, closeEnd, OPERATORS.rcall, [propertyValue, expr, args]);
        } else {
          expr = this.#accessNode(op, expr, propertyValue, end, start);
        }
        continue;
      }
      if (this.match(TOKEN.LBRACKET)) {
        const bracket = this.#advanceToken();
        if (!this.maxDepthRemaining--) this.#limitExceeded("maxDepth", bracket);
        const op = this.match(TOKEN.QUESTION) && this.registry.enableOptionalTypes && this.#advanceToken() ? OPERATORS.optionalBracketAccess : OPERATORS.bracketAccess;
        const index = this.parseExpression();
        const closeEnd = this.lexer.pos;
        this.consume(TOKEN.RBRACKET);
        expr = this.#accessNode(op, expr, index, closeEnd);
        continue;
      }
      break;
    }
    this.maxDepthRemaining = depth;
    return expr;
  }
  // Primary ::= NUMBER | STRING | BOOLEAN | NULL | IDENTIFIER | '(' Expression ')' | Array | Object
  parsePrimary() {
    switch (this.type) {
      case TOKEN.NUMBER:
      case TOKEN.STRING:
      case TOKEN.BYTES:
      case TOKEN.BOOLEAN:
      case TOKEN.NULL:
        return this.#consumeLiteral();
      case TOKEN.IDENTIFIER:
        return this.#parseIdentifierPrimary();
      case TOKEN.LPAREN:
        return this.#parseParenthesizedExpression();
      case TOKEN.LBRACKET:
        return this.parseList();
      case TOKEN.LBRACE:
        return this.parseMap();
    }
    throw parseError("unexpected_token", `Unexpected token: ${TOKEN_BY_NUMBER[this.type]}`, {
      pos: this.pos,
      start: this.pos,
      end: this.lexer.pos,
      input: this.input
    });
  }
  #consumeLiteral() {
    return this.#advanceToken(this.#node(this.pos, this.lexer.pos, OPERATORS.value, this.value));
  }
  #parseIdentifierPrimary() {
    const value = this.value;
    const end = this.lexer.pos;
    const start = this.consume(TOKEN.IDENTIFIER);
    if (RESERVED.has(value)) {
      throw parseError("reserved_identifier", `Reserved identifier: ${value}`, {
        pos: start,
        start,
        end,
        input: this.input
      });
    }
    if (!this.match(TOKEN.LPAREN)) return this.#node(start, end, OPERATORS.id, value);
    this.#advanceToken();
    const args = this.parseArgumentList();
    const closeEnd = this.lexer.pos;
    this.consume(TOKEN.RPAREN);
    return this.#expandMacro(start, closeEnd, OPERATORS.call, [value, args]);
  }
  #parseParenthesizedExpression() {
    this.consume(TOKEN.LPAREN);
    const expr = this.parseExpression();
    this.consume(TOKEN.RPAREN);
    return expr;
  }
  parseList() {
    const start = this.consume(TOKEN.LBRACKET);
    const elements = [];
    let remainingElements = this.limits.maxListElements;
    if (!this.match(TOKEN.RBRACKET)) {
      elements.push(this.parseExpression());
      if (!remainingElements--) this.#limitExceeded("maxListElements", elements.at(-1).pos);
      while (this.match(TOKEN.COMMA)) {
        this.#advanceToken();
        if (this.match(TOKEN.RBRACKET)) break;
        elements.push(this.parseExpression());
        if (!remainingElements--) this.#limitExceeded("maxListElements", elements.at(-1).pos);
      }
    }
    const closeEnd = this.lexer.pos;
    this.consume(TOKEN.RBRACKET);
    return this.#node(start, closeEnd, OPERATORS.list, elements);
  }
  parseMap() {
    const start = this.consume(TOKEN.LBRACE);
    const props = [];
    let remainingEntries = this.limits.maxMapEntries;
    if (!this.match(TOKEN.RBRACE)) {
      props.push(this.parseProperty());
      if (!remainingEntries--) this.#limitExceeded("maxMapEntries", props.at(-1)[0].pos);
      while (this.match(TOKEN.COMMA)) {
        this.#advanceToken();
        if (this.match(TOKEN.RBRACE)) break;
        props.push(this.parseProperty());
        if (!remainingEntries--) this.#limitExceeded("maxMapEntries", props.at(-1)[0].pos);
      }
    }
    const closeEnd = this.lexer.pos;
    this.consume(TOKEN.RBRACE);
    return this.#node(start, closeEnd, OPERATORS.map, props);
  }
  parseProperty() {
    return [this.parseExpression(), (this.consume(TOKEN.COLON), this.parseExpression())];
  }
  parseArgumentList() {
    const args = [];
    let remainingArgs = this.limits.maxCallArguments;
    if (!this.match(TOKEN.RPAREN)) {
      args.push(this.parseExpression());
      if (!remainingArgs--) this.#limitExceeded("maxCallArguments", args.at(-1).pos);
      while (this.match(TOKEN.COMMA)) {
        this.#advanceToken();
        if (this.match(TOKEN.RPAREN)) break;
        args.push(this.parseExpression());
        if (!remainingArgs--) this.#limitExceeded("maxCallArguments", args.at(-1).pos);
      }
    }
    return args;
  }
};

// node_modules/@marcbachmann/cel-js/lib/options.js
var DEFAULT_LIMITS = objFreeze({
  maxAstNodes: 1e5,
  maxDepth: 250,
  maxListElements: 1e3,
  maxMapEntries: 1e3,
  maxCallArguments: 32
});
var LIMIT_KEYS = new Set(objKeys(DEFAULT_LIMITS));
function createLimits(overrides, base = DEFAULT_LIMITS) {
  const keys = overrides ? objKeys(overrides) : void 0;
  if (!keys?.length) return base;
  const merged = { ...base };
  for (const key of keys) {
    if (!LIMIT_KEYS.has(key)) throw new TypeError(`Unknown limits option: ${key}`);
    const value = overrides[key];
    if (typeof value !== "number") continue;
    merged[key] = value;
  }
  return objFreeze(merged);
}
var DEFAULT_OPTIONS = objFreeze({
  unlistedVariablesAreDyn: false,
  homogeneousAggregateLiterals: true,
  enableOptionalTypes: false,
  limits: DEFAULT_LIMITS
});
function bool(a, b, key) {
  const value = a?.[key] ?? b?.[key];
  if (typeof value !== "boolean") throw new TypeError(`Invalid option: ${key}`);
  return value;
}
function createOptions(opts, base = DEFAULT_OPTIONS) {
  if (!opts) return base;
  return objFreeze({
    unlistedVariablesAreDyn: bool(opts, base, "unlistedVariablesAreDyn"),
    homogeneousAggregateLiterals: bool(opts, base, "homogeneousAggregateLiterals"),
    enableOptionalTypes: bool(opts, base, "enableOptionalTypes"),
    limits: createLimits(opts.limits, base.limits)
  });
}

// node_modules/@marcbachmann/cel-js/lib/evaluator.js
var globalRegistry = createRegistry({ enableOptionalTypes: false });
registerFunctions(globalRegistry);
registerOverloads(globalRegistry);
registerMacros(globalRegistry);
var Environment = class _Environment {
  #registry;
  #evaluator;
  #typeChecker;
  #evalTypeChecker;
  #parser;
  constructor(opts, inherited) {
    this.opts = createOptions(opts, inherited?.opts);
    this.#registry = (inherited instanceof _Environment ? inherited.#registry : globalRegistry).clone(this.opts);
    const childOpts = { registry: this.#registry, opts: this.opts };
    this.#typeChecker = new TypeChecker(childOpts);
    this.#evalTypeChecker = new TypeChecker(childOpts, true);
    this.#evaluator = new Evaluator(childOpts);
    this.#parser = new Parser(this.opts.limits, this.#registry);
    Object.freeze(this);
  }
  clone(opts) {
    return new _Environment(opts, this);
  }
  registerFunction(signature, handler, opts) {
    this.#registry.registerFunctionOverload(signature, handler, opts);
    return this;
  }
  registerOperator(string, handler, opts) {
    this.#registry.registerOperatorOverload(string, handler, opts);
    return this;
  }
  registerType(typename, constructor) {
    this.#registry.registerType(typename, constructor);
    return this;
  }
  registerVariable(name, type, opts) {
    this.#registry.registerVariable(name, type, opts);
    return this;
  }
  registerConstant(name, type, value) {
    this.#registry.registerConstant(name, type, value);
    return this;
  }
  hasVariable(name) {
    return this.#registry.variables.has(name);
  }
  getDefinitions() {
    return this.#registry.getDefinitions();
  }
  check(expression) {
    try {
      return this.#checkAST(this.#parser.parse(expression));
    } catch (error) {
      return { valid: false, error };
    }
  }
  #checkAST(ast) {
    try {
      const typeDecl = this.#typeChecker.check(ast, new RootContext(this.#registry));
      return { valid: true, type: this.#formatTypeForCheck(typeDecl) };
    } catch (error) {
      return { valid: false, error };
    }
  }
  #formatTypeForCheck(typeDecl) {
    if (typeDecl.name === `list<dyn>`) return "list";
    if (typeDecl.name === `map<dyn, dyn>`) return "map";
    return typeDecl.name;
  }
  parse(expression) {
    const ast = this.#parser.parse(expression);
    const evaluateParsed = this.#evaluateAST.bind(this, ast);
    evaluateParsed.check = this.#checkAST.bind(this, ast);
    evaluateParsed.ast = ast;
    return evaluateParsed;
  }
  evaluate(expression, context) {
    return this.#evaluateAST(this.#parser.parse(expression), context);
  }
  #evaluateAST(ast, ctx) {
    if (ast.checkedType) {
      return ast.evaluate(this.#evaluator, ast, new RootContext(this.#registry, ctx));
    } else {
      this.#evalTypeChecker.check(ast, ctx = new RootContext(this.#registry, ctx));
      return ast.evaluate(this.#evaluator, ast, ctx);
    }
  }
};
var Evaluator = class extends Base {
  constructor(opts) {
    super(opts);
    this.createError = evaluationError;
  }
  #firstMapElement(coll) {
    if (coll instanceof Map) return coll.entries().next().value;
    for (const key in coll) return [key, coll[key]];
  }
  debugRuntimeType(value, checkedType) {
    return checkedType?.hasDynType === false ? checkedType : this.debugTypeDeep(value);
  }
  debugTypeDeep(value) {
    const runtimeType = this.debugType(value);
    switch (runtimeType.kind) {
      case "list": {
        const first = value instanceof Array ? value[0] : value.values().next().value;
        if (first === void 0) return runtimeType;
        return this.registry.getListType(this.debugTypeDeep(first));
      }
      case "map": {
        const first = this.#firstMapElement(value);
        if (!first) return runtimeType;
        return this.registry.getMapType(
          runtimeType.keyType.hasDynType ? this.debugTypeDeep(first[0]) : runtimeType.keyType,
          runtimeType.valueType.hasDynType ? this.debugTypeDeep(first[1]) : runtimeType.valueType
        );
      }
      default:
        return runtimeType;
    }
  }
  tryEval(ast, ctx) {
    try {
      const res = this.run(ast, ctx);
      if (res instanceof Promise) return res.catch((err) => err);
      return res;
    } catch (err) {
      return err;
    }
  }
  run(ast, ctx) {
    return ast.evaluate(this, ast, ctx);
  }
};
var globalEnvironment = new Environment({
  unlistedVariablesAreDyn: true
});
function parse(expression) {
  return globalEnvironment.parse(expression);
}

// src/model/schema/cel.ts
var programs = /* @__PURE__ */ new Map();
var brokenRules = (self, rules) => rules.flatMap((entry) => {
  const rule = asText(asMapping(entry)?.rule);
  if (rule === void 0 || holds(rule, self) !== false) return [];
  const message = asText(asMapping(entry)?.message)?.replace(/\s+/g, " ").trim();
  return `breaks a rule of its schema: ${message || rule}`;
});
function holds(rule, self) {
  try {
    return program(rule)?.({ self });
  } catch {
    return void 0;
  }
}
function program(rule) {
  if (!programs.has(rule)) programs.set(rule, parsed(rule));
  return programs.get(rule);
}
function parsed(rule) {
  try {
    return parse(rule);
  } catch {
    return void 0;
  }
}

// src/model/schema/schema-values.ts
var NAMES = {
  array: "a list",
  boolean: "true or false",
  integer: "a whole number",
  number: "a number",
  object: "a mapping",
  string: "text"
};
function typeFault(value, schema) {
  if (schema["x-kubernetes-int-or-string"] === true)
    return Number.isInteger(value) || typeof value === "string" ? void 0 : "must be a whole number or text";
  const wanted = asText(schema.type);
  const name = wanted !== void 0 && Object.hasOwn(NAMES, wanted) ? NAMES[wanted] : void 0;
  if (name === void 0 || isOfType(value, wanted)) return void 0;
  return `must be ${name}, not ${nameOfType(value)}`;
}
function isOfType(value, wanted) {
  if (wanted === "array") return Array.isArray(value);
  if (wanted === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  if (wanted === "integer") return Number.isInteger(value);
  return typeof value === wanted;
}
function nameOfType(value) {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return NAMES[typeof value] ?? typeof value;
}
function textFault(text, schema) {
  const { minLength, maxLength, pattern } = schema;
  const length = [...text].length;
  if (typeof minLength === "number" && length < minLength)
    return length === 0 ? "must not be empty" : `must have at least ${minLength} characters`;
  if (typeof maxLength === "number" && length > maxLength) return `must have at most ${maxLength} characters`;
  if (typeof pattern === "string" && compiled(pattern)?.matches(text) === false) return `must match ${pattern}`;
  return formatFault(text, schema.format) ?? choiceFault(text, schema);
}
function formatFault(text, format) {
  if (format === "byte" && !isBase64(text)) return `must be base64${text.includes("\n") ? " without line breaks" : ""}`;
  return format === "date-time" && !isTime(text) ? "must be a time such as 2026-01-31T09:00:00Z" : void 0;
}
function numberFault(value, schema) {
  const { minimum, maximum, format } = schema;
  if (typeof minimum === "number" && value < minimum) return `must be at least ${minimum}`;
  if (typeof maximum === "number" && value > maximum) return `must be at most ${maximum}`;
  if (format === "int32" && (value > 2147483647 || value < -2147483648)) return "must be a number of 32 bits";
  return choiceFault(value, schema);
}
function choiceFault(value, schema) {
  const choices = asList(schema.enum);
  return choices.length === 0 || choices.includes(value) ? void 0 : `must be one of ${choices.join(", ")}`;
}
var isBase64 = (text) => text.length > 0 && text.length % 4 === 0 && BASE64.test(text);
var BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
var TIME = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/i;
function isTime(text) {
  const day = TIME.exec(text)?.[1];
  const date = /* @__PURE__ */ new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${day}T`);
}
var patterns = /* @__PURE__ */ new Map();
function compiled(pattern) {
  if (!patterns.has(pattern)) patterns.set(pattern, compileGoRegexp(pattern));
  return patterns.get(pattern);
}

// src/model/schema/structural.ts
function faultsOf(object, { root, parts }) {
  const walk = new Walk(parts);
  const properties = asMapping(walk.resolve(root)?.properties) ?? {};
  for (const [key, value] of Object.entries(object)) {
    if (["apiVersion", "kind", "metadata", "sops"].includes(key) || isUnknown(key)) continue;
    if (!Object.hasOwn(properties, key)) walk.unknown([key], properties);
    else if (value !== null) walk.visit(value, properties[key], [key]);
  }
  return walk.faults.filter(({ kind, path: [top] }) => kind === "unknown" || top !== "status");
}
function isUnknown(value) {
  if (Array.isArray(value)) return value.length === 1 && typeof value[0] === "string" && LATER.test(value[0]);
  return isPlaceholder(value) || value instanceof Uint8Array || typeof value === "string" && LATER.test(value);
}
var LATER = /^ENC\[|^(?:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|__\w+__|@+\w+@+|%\w+%|\.{2,})$|\$\(\w+\)/;
var Walk = class {
  faults = [];
  #parts;
  constructor(parts) {
    this.#parts = parts;
  }
  resolve(schema) {
    const given = asMapping(schema);
    return typeof given?.$ref === "number" ? asMapping(this.#parts[given.$ref]) : given;
  }
  unknown(path, properties) {
    this.faults.push({ path, kind: "unknown", says: "is no field", names: Object.keys(properties) });
  }
  /** Judges a value; gives it back as the server would keep it: without nulls and with defaults. */
  visit(value, given, path) {
    const schema = this.resolve(given);
    if (!schema || isUnknown(value) || value === null && schema.nullable === true) return value;
    const fault = typeFault(value, schema);
    if (fault !== void 0) this.#fault(path, fault);
    else if (Array.isArray(value)) return this.#list(value, schema, path);
    else if (typeof value === "object" && value !== null) return this.#object(value, schema, path);
    else if (typeof value === "string") this.#fault(path, textFault(value, schema), value === "" ? "empty" : "value");
    else if (typeof value === "number") this.#fault(path, numberFault(value, schema));
    return value;
  }
  #list(list, schema, path) {
    this.#fault(path, countFault(list.length, schema.minItems, schema.maxItems, ["item", "items"]));
    const kept = list.map((item, i) => this.visit(item, schema.items, [...path, i]));
    this.#rules(kept, schema, path);
    return kept;
  }
  #object(object, schema, path) {
    const properties = asMapping(schema.properties) ?? {};
    const before = this.faults.length;
    const kept = this.#fields(object, schema, path);
    if (Object.keys(object).some((key) => key.startsWith("$") || isUnknown(key))) return kept;
    const strangers = this.faults.slice(before).filter((fault) => fault.path.length === path.length + 1).flatMap(strangerIn);
    for (const [name, field] of Object.entries(properties)) {
      const standard = this.resolve(field)?.default;
      if (standard !== void 0 && !Object.hasOwn(kept, name)) kept[name] = standard;
    }
    for (const name of asTexts(schema.required)) {
      if (Object.hasOwn(kept, name)) continue;
      if (Object.hasOwn(object, name)) this.#fault([...path, name], "is required and has no value", "empty");
      else if (!strangers.some((stranger) => nearest(stranger, Object.keys(properties)) === name))
        this.#fault(path, `lacks its required field \`${name}\``, "whole");
    }
    if (strangers.length > 0) return kept;
    const { minProperties, maxProperties } = schema;
    const count = countFault(Object.keys(kept).length, minProperties, maxProperties, ["entry", "entries"]);
    this.#fault(path, count, "whole");
    this.#rules(kept, schema, path);
    return kept;
  }
  #fields(object, schema, path) {
    const properties = asMapping(schema.properties) ?? {};
    const isOpen = schema["x-kubernetes-preserve-unknown-fields"] === true || schema.additionalProperties === true || schema.type === void 0 && !asMapping(schema.properties);
    const others = asMapping(schema.additionalProperties);
    const kept = {};
    for (const [key, value] of Object.entries(object)) {
      const field = Object.hasOwn(properties, key) ? properties[key] : others;
      if (value === null && field !== void 0 && this.resolve(field)?.nullable !== true) continue;
      if (field !== void 0) kept[key] = this.visit(value, field, [...path, key]);
      else if (isOpen || key.startsWith("$") || isUnknown(key)) kept[key] = value;
      else this.unknown([...path, key], properties);
    }
    return kept;
  }
  #rules(value, schema, path) {
    for (const says of brokenRules(value, asList(schema["x-kubernetes-validations"]))) this.#fault(path, says, "whole");
  }
  #fault(path, says, kind = "value") {
    if (says !== void 0) this.faults.push({ path, kind, says });
  }
};
var strangerIn = ({ kind, path }) => kind === "unknown" ? [String(path.at(-1))] : [];
function countFault(count, least, most, [one, several]) {
  const isTooFew = typeof least === "number" && count < least;
  if (!isTooFew && !(typeof most === "number" && count > most)) return void 0;
  const bound = isTooFew ? least : most;
  const how = least === most ? "exactly" : isTooFew ? "at least" : "at most";
  return `must have ${how} ${bound} ${bound === 1 ? one : several}`;
}

// src/model/schema/schemas.ts
var Schemas = class {
  #world;
  #crds;
  #sources = /* @__PURE__ */ new Map();
  #verdicts = /* @__PURE__ */ new Map();
  #providers;
  constructor(world) {
    this.#world = world;
    const crds = world.of("apiextensions.k8s.io/CustomResourceDefinition").flatMap((manifest) => crdOf(manifest) ?? []);
    this.#crds = Map.groupBy(crds, ({ defines }) => defines);
  }
  /** The CRDs of a kind that are in the set. */
  crdsOf(groupKind) {
    return this.#crds.get(groupKind) ?? [];
  }
  /**
   * Judges an object by the CRDs of the set, else by those of the newest version known. Where several CRDs of its kind
   * are in the set, nobody knows which it meets: the one that has least against it speaks. Undefined without a schema.
   */
  judge(object) {
    if (!this.#verdicts.has(object)) this.#verdicts.set(object, this.#judge(object));
    return this.#verdicts.get(object);
  }
  /** The schemas by which these objects are judged, as `Verdict.by` has them, sorted; those of other kinds have none. */
  judging(objects) {
    const own = objects.filter(({ groupKind }) => ESO_KINDS.includes(groupKind));
    return [...new Set(own.flatMap((object) => this.judge(object)?.by ?? []))].sort();
  }
  #judge(object) {
    const verdicts = this.#sourcesOf(object).map(({ schema, by, isOwn }) => ({
      ...{ by, isOwn },
      faults: faultsOf(object.body, schema)
    }));
    return verdicts.sort((a, b) => a.faults.length - b.faults.length)[0];
  }
  #sourcesOf({ groupKind, apiVersion }) {
    const version = apiVersion.slice(apiVersion.indexOf("/") + 1);
    const key = `${groupKind} ${version}`;
    const known = this.#sources.get(key);
    if (known) return known;
    const crds = this.crdsOf(groupKind);
    const sources = crds.length > 0 ? crds.flatMap((crd) => this.#own(crd, version)) : this.#embedded(groupKind, version);
    this.#sources.set(key, sources);
    return sources;
  }
  #own(crd, version) {
    const schema = crdSchema(crd, version, this.#providersInUse());
    if (!schema) return [];
    const { release, file } = crd.manifest;
    const install = this.#world.eso.installs.find(
      ({ components }) => components.some(
        ({ pod: { manifest } }) => release ? manifest.release?.name === release.name : !manifest.release && manifest.file === file
      )
    );
    return [
      {
        schema,
        by: install?.version ? `the CRD of ESO ${install.version} in the set` : `the CRD in ${file}`,
        isOwn: true
      }
    ];
  }
  /** An operator newer than the table may know more. */
  #embedded(groupKind, version) {
    const schema = newestSchema(groupKind, version);
    const isNewer = this.#world.eso.installs.some((install) => compareVersions(install.version ?? "", NEWEST) > 0);
    return schema && !isNewer ? [{ schema, by: `the CRD of ESO ${NEWEST}, as none is in the set`, isOwn: false }] : [];
  }
  #providersInUse() {
    this.#providers ??= new Set(
      STORE_KINDS.flatMap((kind) => this.#world.of(kind)).flatMap(
        (store) => Object.keys(asMapping(store.get("spec", "provider")) ?? {})
      )
    );
    return this.#providers;
  }
};

// src/model/world.ts
var POLICY_KINDS = [...ADMISSION_POLICY_KINDS, ...ALERT_KINDS, AUDIT_POLICY_KIND];
var SENSITIVE_NAMESPACES = ["kube-system", "kube-public", "kube-node-lease"];
var World = class _World {
  cluster;
  variant;
  manifests;
  rbac;
  /** What the config says is allowed. */
  config;
  /** What releases that may install the operator were given, by their names. */
  values;
  #isComplete;
  #kubeVersion;
  #kubeVersions;
  #byKind;
  #namespaces;
  #pods;
  #eso;
  #network;
  #admission;
  #schemas;
  #options;
  constructor(manifests, options = {}) {
    this.#options = options;
    this.cluster = options.cluster ?? "default";
    this.variant = options.variant ?? "default";
    this.manifests = manifests;
    this.rbac = new Rbac(manifests);
    this.config = options.config ?? {};
    this.values = options.values ?? /* @__PURE__ */ new Map();
    this.#isComplete = options.complete ?? false;
    this.#kubeVersion = options.kubeVersion;
    this.#kubeVersions = options.kubeVersions ?? /* @__PURE__ */ new Map();
    this.#byKind = Map.groupBy(manifests, ({ groupKind }) => entryOf(groupKind));
  }
  /** The same world with more in it. */
  with(manifests) {
    return new _World([...this.manifests, ...manifests], this.#options);
  }
  /** The manifests of a `group/Kind`, or of `group/*` where a group is known as a whole. */
  of(groupKind) {
    return this.#byKind.get(groupKind) ?? [];
  }
  /** The version of Kubernetes that an object will meet: its release's, else the cluster's; undefined where nobody says it. */
  kubeVersionOf({ release }) {
    return (release && this.#kubeVersions.get(release.name)) ?? this.#kubeVersion;
  }
  /** The pods of all workloads. */
  get pods() {
    this.#pods ??= this.manifests.flatMap((manifest) => podOf(manifest) ?? []);
    return this.#pods;
  }
  get eso() {
    this.#eso ??= new Eso(this.manifests, this.pods, this.rbac);
    return this.#eso;
  }
  get network() {
    this.#network ??= new Network(this.manifests);
    return this.#network;
  }
  get admission() {
    this.#admission ??= new Admission(this);
    return this.#admission;
  }
  get schemas() {
    this.#schemas ??= new Schemas(this);
    return this.#schemas;
  }
  has(need) {
    if (need === "policies") return POLICY_KINDS.some((kind) => this.of(kind).length > 0);
    if (need === "audit-policy") return this.of(AUDIT_POLICY_KIND).length > 0;
    if (need === "complete") return this.#isComplete;
    if (need === "install") return this.eso.installs.some(({ controller }) => controller);
    const hasStores = STORE_KINDS.some((kind) => this.of(kind).length > 0);
    if (need === "connections") return hasStores || this.manifests.some(isGenerator);
    return hasStores;
  }
  /** Whether something in the world lives in, or is, a namespace of this name. */
  isNamespace(name) {
    this.#namespaces ??= new Set(
      this.manifests.flatMap(
        ({ groupKind, namespace, name: name2 }) => groupKind === "core/Namespace" ? name2 : namespace ?? []
      )
    );
    return this.#namespaces.has(name);
  }
  /** Whether the Secrets of a namespace are the cluster's own: as the config says, else Kubernetes' and the operator's. */
  isSensitiveNamespace(namespace) {
    if (namespace === void 0) return false;
    const { sensitiveNamespaces } = this.config;
    if (sensitiveNamespaces) return sensitiveNamespaces.includes(namespace);
    return SENSITIVE_NAMESPACES.includes(namespace) || this.eso.isOwnNamespace(namespace);
  }
  /** Whether a subject may manage the operator: its own components, the config's operators, known delivery controllers. */
  isOperator(subject) {
    if (this.eso.isOwn(subject)) return true;
    if (subject.kind === "ServiceAccount" && deployerOf(subject.name, subject.namespace) !== void 0) return true;
    return (this.config.operators ?? []).some((operator) => isNamedBy(subject, operator));
  }
};

// src/parse/documents.ts
var BOUNDARY = /^(?:---|\.\.\.)(?:[ \t\r]|$)/;
var CONTENT_BEHIND = /^---[ \t]+[^\s#]/;
var SOURCE = /^# Source: (.+?)\r?$/m;
function splitDocuments(stream) {
  const documents = [];
  const lines = stream.split("\n");
  let start = 0;
  let source;
  for (let i = 0; i <= lines.length; i++) {
    const line = lines[i];
    if (line !== void 0 && !BOUNDARY.test(line)) continue;
    const text = lines.slice(start, i).join("\n").replace(/\r$/, "");
    source = SOURCE.exec(text)?.[1] ?? source;
    if (text.trim()) documents.push({ text, startLine: start + 1, source });
    start = line !== void 0 && CONTENT_BEHIND.test(line) ? i : i + 1;
  }
  return documents;
}

// src/parse/line-breaks.ts
var import_yaml = __toESM(require_dist(), 1);
var ODD_BREAK = /\r(?!\n)|[\u0085\u2028\u2029]/;
var SCALAR = "";
function lineOfOddBreak(text) {
  if (!ODD_BREAK.test(text)) return void 0;
  const trimmed = text.split("\n").map((line2) => line2.trimEnd());
  let line = 1;
  let isPlain = false;
  for (const token of new import_yaml.Lexer().lex(trimmed.join("\n"))) {
    const isQuoted = !isPlain && /^["']/.test(token);
    if (!isQuoted && ODD_BREAK.test(token)) return line + lineIn(token);
    line += token.split("\n").length - 1;
    isPlain = token === SCALAR;
  }
  return void 0;
}
var lineIn = (token) => token.slice(0, token.search(ODD_BREAK)).split("\n").length - 1;

// src/parse/prefilter.ts
var CRD = "apiextensions.k8s.io/CustomResourceDefinition";
function glanceAt(text) {
  const head = ordinaryHead(text);
  if (!head) return mayHoldKnownKind(text) ? "object" : "nothing";
  const groupKind = groupKindOf(head.apiVersion, head.kind);
  if (groupKind === CRD) return "crd";
  return isKnownKind(groupKind) || head.kind.endsWith("List") ? "object" : "nothing";
}
var FIRST_CONTENT = /^[ \t]*[^ \t\r\n#]/m;
var STRANGE_LINE = /^(?:[^ \t\r\n\w#-]|-[^ \t\r\n])/m;
var HEAD_LINE = /^(apiVersion|kind)\b(?:[ \t]*:[ \t]+(["']?)([\w./-]+)\2[ \t]*(?:(?<=[ \t])#.*)?(?=\r?\n[^ \t\r\n]|(?:\r?\n)?(?![\s\S])))?/gm;
function ordinaryHead(text) {
  if (FIRST_CONTENT.exec(text)?.[0].length !== 1 || STRANGE_LINE.test(text) || ODD_BREAK.test(text)) return void 0;
  const head = /* @__PURE__ */ new Map();
  for (const [, key = "", , value] of text.matchAll(HEAD_LINE)) {
    if (head.has(key)) return void 0;
    head.set(key, value);
  }
  const apiVersion = head.get("apiVersion");
  const kind = head.get("kind");
  return apiVersion === void 0 || kind === void 0 ? void 0 : { apiVersion, kind };
}
var entries = knownKinds().map((groupKind) => groupKind.split("/"));
var OPEN_GROUPS = entries.flatMap(([group = "", kind]) => kind === "*" ? `${group}/` : []);
var names = new Set(entries.flatMap(([, kind = ""]) => kind === "*" ? [] : kind));
var KIND_NAME = new RegExp(`\\b(?:${[...names].join("|")})(?:List)*\\b`);
var mayHoldKnownKind = (text) => text.includes("\\") || /\bkind\b/.test(text) && (KIND_NAME.test(text) || OPEN_GROUPS.some((group) => text.includes(group)));

// src/parse/manifest.ts
var Manifest = class _Manifest {
  apiVersion;
  kind;
  /** `group/Kind`, `core/…` for the core group. */
  groupKind;
  name;
  /** Undefined for cluster-scoped kinds, and in a plain manifest that leaves it to whoever applies it. */
  namespace;
  body;
  /** The plain manifest, or the template that helm names; relative to the repository. */
  file;
  release;
  /** helm's `# Source:`; undefined for plain manifests. */
  template;
  /** Its document. */
  source;
  /** 1-based line of the file (or of helm's output) on which the document begins. */
  startLine;
  /** Where the object stands in its document: not empty for the items of a List. */
  base;
  /** The text of a CRD with the schemas, which its body does not have. */
  crd;
  /** Of what a kustomization put together; then the document is the one that it was made from. */
  composition;
  constructor(body, origin, place) {
    this.apiVersion = String(body.apiVersion);
    this.kind = String(body.kind);
    this.groupKind = groupKindOf(this.apiVersion, this.kind);
    this.name = asText(valueAt(body, ["metadata", "name"])) ?? asText(valueAt(body, ["metadata", "generateName"])) ?? "";
    const namespace = asText(valueAt(body, ["metadata", "namespace"])) || origin.release?.namespace;
    this.namespace = isNamespaced(this.groupKind) ? namespace : void 0;
    this.body = body;
    this.template = origin.templateFile && place.template;
    this.file = this.template !== void 0 && origin.templateFile?.(this.template) || origin.file;
    this.release = origin.release;
    this.source = place.source;
    this.startLine = place.startLine;
    this.base = place.base;
    this.crd = place.crd;
    this.composition = place.composition;
  }
  /** The same object, on the same lines, with another content. */
  withBody(body) {
    const { file, release, template } = this;
    return new _Manifest(body, { file, release, ...template !== void 0 && { templateFile: () => file } }, this);
  }
  /** The object that a kustomization made of this one. */
  composed(composition, body) {
    const { file, release, template, source, startLine, base, crd } = this;
    const origin = { file, release, ...template !== void 0 && { templateFile: () => file } };
    return new _Manifest(body, origin, { source, startLine, template, base, crd, composition });
  }
  /** 1-based line of the key at `path`, in the file for plain manifests and in helm's output for rendered ones. */
  lineOf(path) {
    return this.startLine - 1 + lineOfPath(this.source.located, [...this.base, ...path]);
  }
  /** Where the key at `path` is written: also in another file, where a patch or a kustomization set it. */
  writtenAt(path) {
    const { file, source, startLine } = this;
    return this.composition?.writtenAt(path) ?? {
      ...{ file, line: this.lineOf(path), text: { source, startLine }, isHidden: false, isOwn: true }
    };
  }
  /** The value at `path`; undefined when it is missing. */
  get(...path) {
    return valueAt(this.body, path);
  }
};
var ODD_BREAK_WORDS = "outside of quotes, a line break of another kind (CR, NEL, LS or PS): Kubernetes reads a new line behind it";
function parseManifests(stream, origin) {
  const manifests = [];
  const failures = [];
  for (const { text, startLine, source: template } of splitDocuments(stream.replace(/^\uFEFF/, ""))) {
    const oddBreak = lineOfOddBreak(text);
    if (oddBreak !== void 0) failures.push({ message: ODD_BREAK_WORDS, line: oddBreak + startLine - 1 });
    const read = readDocument(text);
    if (!read) continue;
    const { body, failure, source, crd } = read;
    if (failure) failures.push({ ...failure, line: failure.line + startLine - 1 });
    for (const [object, base] of objectsIn(body, []))
      manifests.push(new Manifest(object, origin, { source, startLine, template, base, crd }));
  }
  return { manifests, failures };
}
function readDocument(text) {
  const glance = glanceAt(text);
  if (glance === "nothing") return void 0;
  if (glance === "crd") {
    if (!mayBeOfEso(text)) return void 0;
    const { body, failure } = parseText(withoutSchemas(text));
    const isWanted = failure ? void 0 : isOfEso(body);
    if (isWanted === false) return void 0;
    if (isWanted) return { body, source: new SourceText(() => outlineOf(text)), crd: text };
  }
  return { ...parseText(text), source: new SourceText(text) };
}
function* objectsIn(value, base, defaults = {}) {
  const given = asMapping(value);
  const body = given && { ...defaults, ...given };
  if (typeof body?.apiVersion !== "string" || typeof body.kind !== "string") return;
  if (body.kind.endsWith("List") && Array.isArray(body.items)) {
    const kind = body.kind.slice(0, -"List".length);
    const inherited = kind === "" ? {} : { apiVersion: body.apiVersion, kind };
    for (const [i, item] of body.items.entries()) yield* objectsIn(item, [...base, "items", i], inherited);
    return;
  }
  const groupKind = groupKindOf(body.apiVersion, body.kind);
  if (isKnownKind(groupKind) && (asMapping(body.metadata) || isFileKind(groupKind))) yield [body, base];
}

export {
  deployerOf,
  SENSITIVE_NAMESPACES,
  World,
  splitDocuments,
  glanceAt,
  Manifest,
  parseManifests
};
