import { boundRoleName } from '../../check/held.ts'
import { nameOf } from '../../finding.ts'
import { BINDING_KINDS, nameOfSubject } from '../../model/rbac/rbac.ts'
import type { World } from '../../model/world.ts'
import type { Manifest } from '../../parse/manifest.ts'
import type { AttackPath, Step } from '../steps.ts'
import { idOf } from './builder.ts'
import type { Graph, GraphNode, NodePath } from './graph.ts'
import { addedRoleId, roleId } from './rights.ts'

/** The attack paths over the nodes of a graph. */
export function pathsAsNodes(
  paths: readonly AttackPath[],
  { nodes, edges }: Pick<Graph, 'nodes' | 'edges'>,
  world: World,
): NodePath[] {
  const known = new Map(nodes.map(node => [node.id, node]))
  const byManifest = Map.groupBy(edges, ({ manifest }) => manifest)
  return paths.map(({ id, steps }) => {
    let last: string | undefined
    const found = steps.map(step => {
      const own = nodesOf(step, world).filter(node => known.has(node))
      const given = (step.manifest ? (byManifest.get(step.manifest) ?? []) : []).find(
        ({ from, to, path }) =>
          from === last && known.get(to)?.kind === 'all' && isCluster(known.get(to)) && isSame(path, step.path),
      )
      const all = given ? [...own, given.to] : own
      last = all.at(-1) ?? last
      return all
    })
    return { id, steps: found }
  })
}

/** What a right gives in the whole cluster is where a path ends. */
const isCluster = (node: GraphNode | undefined): boolean => node?.room.of === 'cluster'

const isSame = (a: Step['path'], b: Step['path']): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The nodes that a step is about; a role is where its binding puts it, which the step before says. */
function nodesOf({ manifest, path }: Step, world: World): string[] {
  if (!manifest) return []
  if ((BINDING_KINDS as readonly string[]).includes(manifest.groupKind)) return nodesOfBinding(manifest, path, world)
  if (manifest.groupKind === 'rbac.authorization.k8s.io/ClusterRole') return [addedRoleId(nameOf(manifest))]
  return [idOf(manifest)]
}

function nodesOfBinding(binding: Manifest, path: Step['path'], world: World): string[] {
  const grant = world.rbac.grantsIn(binding).find(one => isSame(one.path, path))
  return grant ? [nameOfSubject(grant.subject), roleId(boundRoleName(binding, world.rbac), grant.namespace)] : []
}
