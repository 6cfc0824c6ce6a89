import type { Generator } from '../provider.ts'
import acrAccessToken from './acr-access-token.ts'
import beyondtrustDynamicSecret from './beyondtrust-dynamic-secret.ts'
import cloudsmithAccessToken from './cloudsmith-access-token.ts'
import ecrAuthorizationToken from './ecr-authorization-token.ts'
import fake from './fake.ts'
import gcrAccessToken from './gcr-access-token.ts'
import githubAccessToken from './github-access-token.ts'
import gitlabDeployToken from './gitlab-deploy-token.ts'
import grafana from './grafana.ts'
import mfa from './mfa.ts'
import password from './password.ts'
import quayAccessToken from './quay-access-token.ts'
import sshKey from './ssh-key.ts'
import stsSessionToken from './sts-session-token.ts'
import uuid from './uuid.ts'
import vaultDynamicSecret from './vault-dynamic-secret.ts'
import webhook from './webhook.ts'

/** Every generator that is known, by its kind; one file of this folder each. */
export const GENERATORS: ReadonlyMap<string, Generator> = new Map(
  [
    acrAccessToken,
    beyondtrustDynamicSecret,
    cloudsmithAccessToken,
    ecrAuthorizationToken,
    fake,
    gcrAccessToken,
    githubAccessToken,
    gitlabDeployToken,
    grafana,
    mfa,
    password,
    quayAccessToken,
    sshKey,
    stsSessionToken,
    uuid,
    vaultDynamicSecret,
    webhook,
  ].map((generator: Generator) => [generator.kind, generator]),
)
