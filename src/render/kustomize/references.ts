import type { Path } from '../../finding.ts'
import { asList, asMapping, asText, type Mapping } from '../../parse/untyped.ts'

/** An entry of a kustomization that leads to a file or folder. */
export interface Reference {
  /**
   * What is there: objects, or a kustomization with objects (`resource`); a patch; the configuration of a plug-in; a setting
   * of kustomize; or the content of a generated object.
   */
  readonly role: 'resource' | 'patch' | 'plugin' | 'setting' | 'content'
  /** Of the entry, in the kustomization. */
  readonly path: Path
  /** As it is written, relative to the kustomization's folder. */
  readonly target: string
}

type Role = Reference['role']

const LISTS: Readonly<Record<string, Role>> = {
  ...{ resources: 'resource', bases: 'resource', components: 'resource' },
  ...{ patchesStrategicMerge: 'patch', generators: 'plugin', transformers: 'plugin', validators: 'plugin' },
  ...{ crds: 'setting', configurations: 'setting' },
}
const LISTS_WITH_PATHS: Readonly<Record<string, Role>> = {
  ...{ patches: 'patch', patchesJson6902: 'patch', replacements: 'setting' },
}
const GENERATORS = ['configMapGenerator', 'secretGenerator'] as const

/** What a kustomization reads. https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/ */
export function referencesOf(kustomization: Mapping): Reference[] {
  const openapi = asText(asMapping(kustomization.openapi)?.path)
  return [
    ...Object.entries(LISTS).flatMap(([key, role]) =>
      asList(kustomization[key]).flatMap((item, i) => referenceTo(asText(item), role, [key, i])),
    ),
    ...Object.entries(LISTS_WITH_PATHS).flatMap(([key, role]) =>
      asList(kustomization[key]).flatMap((item, i) => referenceTo(asText(asMapping(item)?.path), role, [key, i])),
    ),
    ...referenceTo(openapi, 'setting', ['openapi']),
    ...GENERATORS.flatMap(key =>
      asList(kustomization[key]).flatMap((item, i) => contentsOf(asMapping(item) ?? {}, [key, i])),
    ),
  ]
}

/** A patch, or what a plug-in is told, may stand in the list itself. */
export const isInline = (text: string): boolean => text.includes('\n') || text.startsWith('{')

const referenceTo = (target: string | undefined, role: Role, path: Path): Reference[] =>
  !target || isInline(target) ? [] : [{ role, path, target }]

/** `key=path` or `path`. https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/secretgenerator/ */
function contentsOf({ files, envs, env }: Mapping, path: Path): Reference[] {
  const named = asList(files).map((item, i) => [asText(item)?.replace(/^[^=]*=/, ''), ['files', i]] as const)
  const listed = asList(envs).map((item, i) => [asText(item), ['envs', i]] as const)
  return [...named, ...listed, [asText(env), ['env']] as const].flatMap(([target, inside]) =>
    referenceTo(target, 'content', [...path, ...inside]),
  )
}

/** Whether kustomize would fetch what an entry names, where no file is called so. */
export const isRemote = (target: string): boolean =>
  /^[a-z][a-z0-9+]*::?\/\/|^[a-z]+::|^[\w.-]+@[\w.-]+:|^(?:www\.)?(?:github|gitlab|bitbucket)\.[a-z]+[/:]|\?(?:ref|version)=/i.test(
    target,
  )
