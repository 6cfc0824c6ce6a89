/**
 * How the operator reaches a service and signs in to it, as one block of a manifest says it. Fields are written with
 * dots from that block; `[]` stands for every item of a list and `*` for every key of a mapping.
 */
export interface Connection {
  /** As people call the service. */
  readonly title: string
  readonly docs: `https://external-secrets.io/${string}`
  /** Long-lived credentials it can be given; a client certificate counts where it stands for a user. */
  readonly stored: readonly StoredCredential[]
  /** Ways to sign in with a short-lived identity; empty where it has none. */
  readonly keyless: readonly KeylessField[]
  /** Ways to sign in as the controller pod, shared by everybody who has such a block. */
  readonly ambient?: readonly AmbientIdentity[]
  /** Ways to make the operator send its own token, or a file of its pod, to the endpoint. */
  readonly ownTokens?: readonly OwnToken[]
  /** References to ServiceAccounts whose tokens the operator asks for. */
  readonly serviceAccounts?: readonly ServiceAccountField[]
  /** Fields that name whom the service takes the operator for: a role or an account of its own. */
  readonly roles?: readonly string[]
  /** References to Secrets with the half of a credential that is no secret, such as a user name. */
  readonly identifiers?: readonly string[]
  readonly clientCertificates?: readonly ClientCertificate[]
  /** References to ConfigMaps with settings of the sign-in. */
  readonly configMaps?: readonly string[]
  /** Secret material written into the manifest itself. */
  readonly inline?: readonly InlineSecret[]
  /** Where requests go; without it the address is fixed or follows from a region. */
  readonly endpoints?: readonly EndpointField[]
  /** Which authorities are trusted: `…caBundle` holds certificates, every other field is a reference to them. */
  readonly ca?: readonly string[]
  /** Settings that weaken TLS. */
  readonly insecure?: readonly InsecureFlag[]
  /** Fields that name a file in the controller's pod. */
  readonly podFiles?: readonly PodFile[]
}

/** One long-lived credential: what its author would replace as a whole. */
export interface StoredCredential {
  /** The block to replace. */
  readonly field: string
  /** References to Secrets in it that hold the secret part; one of them is enough. */
  readonly secrets: readonly string[]
  /** What it is, such as `access key`. */
  readonly what: string
  /** The keyless block to use instead, beginning with its field, in words; absent where there is none. */
  readonly instead?: string
  /** Only read by the operator when this field has this value. */
  readonly when?: { readonly field: string; readonly is: string; readonly byDefault: boolean }
  /** Not read when one of these is set. */
  readonly unless?: readonly string[]
  /** Kinds that the guidance has a word on: a Vault token never expires, an AppRole's secret id is fine while it is replaced. */
  readonly form?: 'vault token' | 'secret id'
}

/** A field that means a short-lived identity by being there, or by having one of `values`. */
export interface KeylessField {
  readonly field: string
  readonly values?: readonly string[]
}

/** A sign-in with the identity of the controller's pod. */
export interface AmbientIdentity {
  /** The block that asks for it; absent where leaving things out is enough. */
  readonly field?: string
  /** Only when this field has this value. */
  readonly when?: { readonly field: string; readonly is: string }
  /** Not when one of these is set. */
  readonly unless: readonly string[]
  /** Whose identity. */
  readonly as: string
  /** The field for an identity of one's own. */
  readonly instead?: string
}

/** A block that makes the operator hand out what is its own. */
export interface OwnToken {
  /** The field that asks for it. */
  readonly field: string
  /** Not when one of these is set. */
  readonly unless: readonly string[]
  /** What is sent. */
  readonly what: string
  /** The endpoint's field. */
  readonly to: string
  /** What to do instead, to be read after a semicolon. */
  readonly instead: string
  /** The first version of the operator that does it no more. */
  readonly until?: string
}

/** A reference to a ServiceAccount. */
export interface ServiceAccountField {
  readonly field: string
  /** The token is for nobody but the API server unless `audiences` say otherwise, and goes elsewhere. */
  readonly needsAudience?: true
  /** The annotation of the ServiceAccount that says whom it stands for in the cloud. */
  readonly annotation?: IdentityAnnotation
}

export interface IdentityAnnotation {
  readonly key: string
  /** Signing in fails without it. */
  readonly isRequired: boolean
  /** The field that says it in the manifest instead. */
  readonly orField?: string
}

/** References to the two halves of a client certificate; one alone where both lie under one key. */
export interface ClientCertificate {
  readonly certificate: string
  readonly key?: string
}

/** A field with secret material in clear text. */
export interface InlineSecret {
  readonly field: string
  readonly what: string
  /** It may hold anything: only its key, or a key in its text, tells a credential. */
  readonly isFreeForm?: true
  /** It is made up for tests. */
  readonly isTestData?: true
}

/** A field with an address. */
export interface EndpointField {
  readonly field: string
  /** `host`: the operator puts `https://`, or TLS of another kind, in front; `part`: a piece of a host name. */
  readonly form: 'url' | 'host' | 'part'
  /** Where requests go when it is left out. */
  readonly default?: string
}

/** A setting that weakens TLS when it has this value. */
export interface InsecureFlag {
  readonly field: string
  readonly value: boolean
  readonly what: string
}

export interface PodFile {
  readonly field: string
  /** The field is a reference to a Secret that holds the path. */
  readonly isReference?: true
}
