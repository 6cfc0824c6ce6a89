import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type BundleFile, bundle, writeBundle } from './bundle.ts'

const root = join(import.meta.dirname, '..')
const { values } = parseArgs({ options: { out: { type: 'string' } } })
const files = await bundle(root, { index: 'src/main.ts', cli: 'src/cli.ts' })
writeBundle(values.out === undefined ? join(root, 'dist') : resolve(values.out), files)
console.log(files.map(sizeLine).join('\n'))
console.log(`${kilobytes(files.reduce((sum, file) => sum + bytesOf(file), 0))}  in all`)

function bytesOf({ text }: BundleFile): number {
  return Buffer.byteLength(text)
}

function sizeLine(file: BundleFile): string {
  return `${kilobytes(bytesOf(file))}  ${file.path}`
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1).padStart(8)} kB`
}
