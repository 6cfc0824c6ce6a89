import type { Manifest } from '../../parse/manifest.ts'
import { asList, asMapping, asText, isPlaceholder } from '../../parse/untyped.ts'
import type { World } from '../world.ts'
import { FETCHING_KINDS } from './external-secrets.ts'
import { isSecret, targetOf } from './targets.ts'

/**
 * What in the set may replace the content of a Secret from time to time: an ExternalSecret that writes it, or a CronJob
 * that is told its name. Without a namespace on either side the name alone decides; undefined when there is nothing.
 */
export function rotatorOf(secret: string, namespace: string | undefined, world: World): Manifest | undefined {
  const isNear = (other: string | undefined): boolean => [namespace, other].includes(undefined) || namespace === other
  const writer = FETCHING_KINDS.flatMap(kind => world.of(kind)).find(request => {
    const target = targetOf(request)
    return target !== undefined && isSecret(target) && isNear(request.namespace) && target.name === secret
  })
  return writer ?? world.of('batch/CronJob').find(job => tells(job, secret))
}

/** Whether a CronJob's containers get a text as an argument or in their environment; a script holds it as a word. */
const tells = (job: Manifest, word: string): boolean =>
  ['initContainers', 'containers']
    .flatMap(list => asList(job.get('spec', 'jobTemplate', 'spec', 'template', 'spec', list)))
    .flatMap(item => {
      const { command, args, env } = asMapping(item) ?? {}
      const values = asList(env).map(entry => asMapping(entry)?.value)
      return [...asList(command), ...asList(args), ...values].map(asText)
    })
    .some(text => text !== undefined && !isPlaceholder(word) && text.split(/[^\w.-]+/).includes(word))
