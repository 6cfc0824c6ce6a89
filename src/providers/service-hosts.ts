import { isPlaceholder, knownText, type Mapping, valueAt } from '../parse/untyped.ts'
import { isSet, keysOf } from './fields.ts'
import { type Connected, nameOf } from './store.ts'

/** The hosts that a block makes the operator speak to; undefined where its settings do not tell them yet. */
type Hosts = (config: Mapping) => readonly string[] | undefined

/**
 * The hosts that no field of a store or generator names, because they are fixed or follow from a region: none for what
 * speaks to nobody else; undefined for what is not known.
 */
export const serviceHosts = (connected: Connected): readonly string[] | undefined => {
  const name = nameOf(connected)
  return Object.hasOwn(HOSTS, name) ? HOSTS[name]?.(connected.config) : undefined
}

const textAt = (config: Mapping, field: string): string | undefined => knownText(valueAt(config, keysOf(field)))

/** https://docs.aws.amazon.com/general/latest/gr/rande.html: China has a domain of its own. */
const inRegion =
  (servicesOf: Hosts): Hosts =>
  config => {
    const region = textAt(config, 'region')
    const services = servicesOf(config)
    if (!services || region === undefined || !/^[a-z0-9-]+$/.test(region)) return undefined
    const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'
    const all = [...services, ...(asksForSession(config) ? ['sts'] : [])]
    return [...new Set(all)].map(service => `${service}.${region}.${domain}`)
  }

/** Only a stored key needs no session, unless it takes on a role. */
const asksForSession = (config: Mapping): boolean =>
  !isSet(config, 'auth.secretRef') || isSet(config, 'role') || isSet(config, 'additionalRoles')

const AWS_SERVICES: ReadonlyMap<string, readonly string[]> = new Map([
  ['SecretsManager', ['secretsmanager']],
  ['ParameterStore', ['ssm']],
])

/** `ecr` has its API under another name than its images: https://docs.aws.amazon.com/general/latest/gr/ecr.html */
const ecr = inRegion(() => ['api.ecr'])

/** providers/v1/gcp/secretmanager/{provider,workload_identity,workload_identity_federation}.go of ESO 2.9.0. */
const google =
  (service: Hosts): Hosts =>
  config => {
    const own = service(config)
    if (!own) return undefined
    const signIn = [
      ...(isSet(config, 'auth.secretRef') ? ['oauth2.googleapis.com'] : []),
      ...(isSet(config, 'auth.workloadIdentity')
        ? ['securetoken.googleapis.com', 'iamcredentials.googleapis.com']
        : []),
      ...(isSet(config, 'auth.workloadIdentityFederation')
        ? ['sts.googleapis.com', 'iamcredentials.googleapis.com']
        : []),
    ]
    return [...own, ...signIn]
  }

const secretManager: Hosts = config => {
  const location = valueAt(config, ['location'])
  if (isPlaceholder(location)) return undefined
  const region = knownText(location)
  return [region === undefined ? 'secretmanager.googleapis.com' : `secretmanager.${region}.rep.googleapis.com`]
}

/** Where Microsoft Entra signs in: https://learn.microsoft.com/en-us/entra/identity-platform/authentication-national-cloud */
const AZURE_SIGN_IN: ReadonlyMap<string, string> = new Map([
  ['PublicCloud', 'login.microsoftonline.com'],
  ['USGovernmentCloud', 'login.microsoftonline.us'],
  ['ChinaCloud', 'login.chinacloudapi.cn'],
])

const azureSignIn: Hosts = config => {
  const isManaged = textAt(config, 'authType') === 'ManagedIdentity' || isSet(config, 'auth.managedIdentity')
  if (isManaged || isSet(config, 'customCloudConfig.activeDirectoryEndpoint')) return []
  const host = AZURE_SIGN_IN.get(textAt(config, 'environmentType') ?? 'PublicCloud')
  return host === undefined ? undefined : [host]
}

const containerRegistry: Hosts = config => {
  const registry = textAt(config, 'registry')
  const signIn = azureSignIn(config)
  return registry === undefined || !signIn ? undefined : [registry, ...signIn]
}

const fixed =
  (...hosts: readonly string[]): Hosts =>
  () =>
    hosts
const unless =
  (field: string, host: string): Hosts =>
  config =>
    isSet(config, field) ? [] : [host]

// Read from the source of ESO 2.9.0 where nothing else is said.
const HOSTS: Readonly<Record<string, Hosts>> = {
  akeyless: unless('akeylessGWApiURL', 'api.akeyless.io'),
  aws: inRegion(config => AWS_SERVICES.get(textAt(config, 'service') ?? '')),
  azurekv: azureSignIn,
  doppler: fixed('api.doppler.com'),
  gcpsm: google(secretManager),
  ACRAccessToken: containerRegistry,
  ECRAuthorizationToken: config =>
    textAt(config, 'scope') === 'public' ? fixed('api.ecr-public.us-east-1.amazonaws.com')(config) : ecr(config),
  GCRAccessToken: google(fixed()),
  STSSessionToken: inRegion(() => ['sts']),
  // They make up what they give.
  fake: fixed(),
  Fake: fixed(),
  MFA: fixed(),
  Password: fixed(),
  SSHKey: fixed(),
  UUID: fixed(),
}
