/**
 * What is known of one provider of the operator: data, read from the CRDs and the source of ESO 2.9.0.
 * Fields are written with dots, below `spec.provider.<name>`.
 */
export interface Provider {
  /** The key below `spec.provider`. */
  readonly name: string
  /** As people call it. */
  readonly title: string
  readonly docs: `https://external-secrets.io/${string}`
  /** Long-lived credentials its stores can be given; a client certificate counts where it is the whole sign-in. */
  readonly stored: readonly StoredCredential[]
  /** Ways to sign in with a short-lived identity; empty where it has none. */
  readonly keyless: readonly KeylessField[]
  /** Who it signs in as when the fields of `stored` and `keyless` are left out; absent where that does not work. */
  readonly ambient?: string
  /** The field that names a Kubernetes namespace whose Secrets are read, other than the store's own. */
  readonly foreignNamespace?: string
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
  /** The guidance accepts it as long as it is replaced periodically. */
  readonly isRotatable?: true
}

/** A field that means a short-lived identity by being there, or by having one of `values`. */
export interface KeylessField {
  readonly field: string
  readonly values?: readonly string[]
}

/** Keeps an entry's literal types. */
export const defineProvider = <const P extends Provider>(provider: P): P => provider
