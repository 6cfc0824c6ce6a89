import { parseImage } from './workloads.ts'

/**
 * Whether an image comes from a registry, or from a repository or folder in it (`ghcr.io`, `ghcr.io/external-secrets`,
 * also with `/` or `/*` behind). An image without a host is Docker Hub's, as the container runtimes have it:
 * https://github.com/distribution/reference/blob/main/normalize.go
 */
export function isFromRegistry(image: string, registry: string): boolean {
  const allowed = normalized(registry.replace(/\/\*{0,2}$/, ''), false)
  const repository = normalized(parseImage(image).repository, true)
  return repository === allowed || repository.startsWith(`${allowed}/`)
}

/** With its host, in lower case; `library/` is where Docker Hub keeps images of one word. */
function normalized(name: string, isImage: boolean): string {
  const [first = '', ...rest] = name.split('/')
  const hasHost = (rest.length > 0 || !isImage) && (/[.:]/.test(first) || first === 'localhost')
  if (!hasHost) return `docker.io/${isImage && rest.length === 0 ? 'library/' : ''}${name}`
  const host = first.toLowerCase()
  const path = isImage && host === DOCKER_HUB && rest.length === 1 ? ['library', ...rest] : rest
  return [host === `index.${DOCKER_HUB}` ? DOCKER_HUB : host, ...path].join('/')
}

const DOCKER_HUB = 'docker.io'
