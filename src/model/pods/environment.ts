import { isPlaceholder } from '../../parse/untyped.ts'
import { isHostIn, parseAddress } from '../network/hosts.ts'
import type { EnvVariable } from './workloads.ts'

/** Variables that the operator, or a client library in it, takes an address from instead of the provider's own. */
interface AddressVariable {
  readonly name: RegExp
  /** What it moves. */
  readonly what: string
  /** The provider's own hosts, and those that are meant to be there. */
  readonly home: readonly string[]
}

// Source: the os.Getenv calls in providers/ and generators/ of ESO 2.9.0; the last of the AWS ones and Vault's are read
// by the client libraries: https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html and
// https://developer.hashicorp.com/vault/docs/commands#configure-environment-variables
const ADDRESSES: readonly AddressVariable[] = [
  {
    name: /^AWS_(?:(?:STS|SSM|SECRETSMANAGER|ACM|RESOURCE_GROUPS_TAGGING_API|ECR|ECR_PUBLIC)_ENDPOINT|ENDPOINT_URL(?:_\w+)?)$/,
    what: 'requests to AWS',
    home: ['*.amazonaws.com', '*.amazonaws.com.cn', '*.api.aws'],
  },
  { name: /^DOPPLER_BASE_URL$/, what: 'requests to Doppler', home: ['*.doppler.com'] },
  { name: /^CLOUDRU_(?:DISCOVERY_URL|CSM_ADDRESS|IAM_ADDRESS)$/, what: 'requests to Cloud.ru', home: ['*.cloud.ru'] },
  { name: /^VAULT_AGENT_ADDR$/, what: 'requests to Vault', home: ['localhost', '127.0.0.1', '::1'] },
]

/** Variables with which a client stops to verify the certificate of its server. */
const UNVERIFIED: Readonly<Record<string, { readonly value: boolean; readonly what: string }>> = {
  DOPPLER_VERIFY_TLS: { value: false, what: "Doppler's" },
  VAULT_SKIP_VERIFY: { value: true, what: "Vault's" },
}

/** How a variable weakens the operator. */
export type Weakening =
  | { readonly by: 'address'; readonly what: string; readonly host: string; readonly isCleartext: boolean }
  | { readonly by: 'no verification'; readonly what: string }

/**
 * What a variable of one of the operator's containers undoes; undefined where it does nothing of the kind, or its value
 * is not known. An address at the provider itself, over TLS, undoes nothing.
 */
export function weakeningBy({ name, value }: EnvVariable): Weakening | undefined {
  if (!value || isPlaceholder(value) || value.includes('$(')) return undefined
  const unverified = Object.hasOwn(UNVERIFIED, name) ? UNVERIFIED[name] : undefined
  if (unverified)
    return parseBool(value) === unverified.value ? { by: 'no verification', what: unverified.what } : undefined
  const address = ADDRESSES.find(variable => variable.name.test(name))
  const target = address && parseAddress(value)
  if (!target) return undefined
  const { host } = target
  const isCleartext = target.scheme === 'http' && !isLoopback(host)
  return isHostIn(host, address.home) && !isCleartext
    ? undefined
    : { by: 'address', what: address.what, host, isCleartext }
}

/** As Go's strconv.ParseBool reads it. */
const parseBool = (text: string): boolean | undefined =>
  /^(?:1|t|T|true|TRUE|True)$/.test(text) ? true : /^(?:0|f|F|false|FALSE|False)$/.test(text) ? false : undefined

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
