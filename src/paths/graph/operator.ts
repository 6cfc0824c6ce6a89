import { asText } from '../../parse/untyped.ts'
import type { Context } from '../attack.ts'
import { operatorIdentities } from '../mights.ts'
import type { GraphBuilder } from './builder.ts'

/** The operator's components, for whoever takes one over, and the accounts that they and token Secrets stand for. */
export function addOperator(builder: GraphBuilder, { world, holdings }: Context): void {
  for (const { component, account } of operatorIdentities(world, holdings)) {
    const { manifest } = component.pod
    const place = { manifest, path: component.container.path }
    builder.reach(builder.object(manifest, 'component'), builder.subject(account), 'runs as', place)
  }
  for (const secret of world.of('core/Secret')) {
    const path = ['metadata', 'annotations', ACCOUNT_OF_TOKEN]
    const name = asText(secret.get(...path))
    const { namespace } = secret
    if (secret.get('type') !== TOKEN_TYPE || name === undefined || namespace === undefined) continue
    const account = builder.subject({ kind: 'ServiceAccount', name, namespace })
    builder.reach(builder.secret(secret.name, namespace, secret), account, 'holds a token of', {
      ...{ manifest: secret, path },
    })
  }
}

// https://kubernetes.io/docs/concepts/configuration/secret/#serviceaccount-token-secrets
const TOKEN_TYPE = 'kubernetes.io/service-account-token'
const ACCOUNT_OF_TOKEN = 'kubernetes.io/service-account.name'
