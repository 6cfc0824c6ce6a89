import type { Manifest } from '../../parse/manifest.ts'
import { asText } from '../../parse/untyped.ts'

/**
 * Whether an object is still there once its release is installed. helm's hooks often are not: they are made for
 * another moment (a test, a removal), or deleted as soon as they succeeded. https://helm.sh/docs/topics/charts_hooks/
 */
export function staysInstalled(manifest: Manifest): boolean {
  const moments = words(manifest, 'helm.sh/hook')
  if (moments.length === 0) return true
  const isInstalled = moments.includes('pre-install') || moments.includes('post-install')
  return isInstalled && !words(manifest, 'helm.sh/hook-delete-policy').includes('hook-succeeded')
}

const words = (manifest: Manifest, annotation: string): string[] =>
  (asText(manifest.get('metadata', 'annotations', annotation)) ?? '').split(/[\s,]+/).filter(word => word !== '')
