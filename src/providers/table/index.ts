import type { Provider } from '../provider.ts'
import akeyless from './akeyless.ts'
import alibaba from './alibaba.ts'
import aws from './aws.ts'
import azurekv from './azurekv.ts'
import barbican from './barbican.ts'
import beyondtrust from './beyondtrust.ts'
import beyondtrustworkloadcredentials from './beyondtrustworkloadcredentials.ts'
import bitwardensecretsmanager from './bitwardensecretsmanager.ts'
import chef from './chef.ts'
import cloudrusm from './cloudrusm.ts'
import conjur from './conjur.ts'
import crd from './crd.ts'
import delinea from './delinea.ts'
import device42 from './device42.ts'
import doppler from './doppler.ts'
import dvls from './dvls.ts'
import fake from './fake.ts'
import fortanix from './fortanix.ts'
import gcpsm from './gcpsm.ts'
import github from './github.ts'
import gitlab from './gitlab.ts'
import ibm from './ibm.ts'
import infisical from './infisical.ts'
import keepersecurity from './keepersecurity.ts'
import kubernetes from './kubernetes.ts'
import nebiusmysterybox from './nebiusmysterybox.ts'
import ngrok from './ngrok.ts'
import onboardbase from './onboardbase.ts'
import onepassword from './onepassword.ts'
import onepasswordSDK from './onepasswordSDK.ts'
import openBao from './openBao.ts'
import oracle from './oracle.ts'
import ovh from './ovh.ts'
import passbolt from './passbolt.ts'
import passworddepot from './passworddepot.ts'
import previder from './previder.ts'
import pulumi from './pulumi.ts'
import scaleway from './scaleway.ts'
import secretserver from './secretserver.ts'
import senhasegura from './senhasegura.ts'
import vault from './vault.ts'
import volcengine from './volcengine.ts'
import webhook from './webhook.ts'
import yandexcertificatemanager from './yandexcertificatemanager.ts'
import yandexlockbox from './yandexlockbox.ts'

/** Every provider that is known, by the key below `spec.provider`; one file of this folder each. */
export const PROVIDERS: ReadonlyMap<string, Provider> = new Map(
  [
    akeyless,
    alibaba,
    aws,
    azurekv,
    barbican,
    beyondtrust,
    beyondtrustworkloadcredentials,
    bitwardensecretsmanager,
    chef,
    cloudrusm,
    conjur,
    crd,
    delinea,
    device42,
    doppler,
    dvls,
    fake,
    fortanix,
    gcpsm,
    github,
    gitlab,
    ibm,
    infisical,
    keepersecurity,
    kubernetes,
    nebiusmysterybox,
    ngrok,
    onboardbase,
    onepassword,
    onepasswordSDK,
    openBao,
    oracle,
    ovh,
    passbolt,
    passworddepot,
    previder,
    pulumi,
    scaleway,
    secretserver,
    senhasegura,
    vault,
    volcengine,
    webhook,
    yandexcertificatemanager,
    yandexlockbox,
  ].map((provider: Provider) => [provider.name, provider]),
)
