import { parseConfig } from '../../src/config/config.ts'
import type { World } from '../../src/model/world.ts'
import { worldOf } from '../world.ts'

const CONFIG = /^# config: (.+)$/m

/** The world of an example. A line `# config: { … }` in it is what `.eso-hardener.yaml` says. */
export async function exampleWorld(yaml: string): Promise<World> {
  const config = await parseConfig(CONFIG.exec(yaml)?.[1] ?? '', 'the example’s config')
  return worldOf(yaml, { config, complete: config.clusters?.default?.complete === true })
}
