import { gunzipSync } from 'node:zlib'
import { TemplateError, Untraced } from '../errors.ts'
import { filesOfTar } from './tar.ts'

/** What one packaged chart may unpack to; helm itself stops at 100 MiB. */
const MAX_UNPACKED_BYTES = 64 * 1024 * 1024

/**
 * The files of a packaged chart (`.tgz`) by their paths below its top folder, as helm reads them.
 * @throws TemplateError when helm would refuse the archive; Untraced when it unpacks to too much.
 */
export function unpackChart(archive: Uint8Array): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  for (const { name, bytes } of filesOfTar(gunzip(archive))) {
    const path = pathBelowTop(name)
    if (files.has(path)) throw new Untraced(`a packaged chart has ${path} twice`)
    files.set(path, bytes)
  }
  return files
}

function gunzip(archive: Uint8Array): Uint8Array {
  try {
    return gunzipSync(archive, { maxOutputLength: MAX_UNPACKED_BYTES })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new Untraced('a packaged chart unpacks to too much')
    throw new TemplateError('a packaged chart cannot be unpacked')
  }
}

/** helm takes the first folder off, whatever it is called, and refuses what leads out of it. */
function pathBelowTop(name: string): string {
  const delimiter = name.includes('\\') ? '\\' : '/'
  const [top, ...rest] = name.split(delimiter)
  if (top === 'Chart.yaml') throw new TemplateError('chart yaml not in base directory')
  if (rest[0] === '' && rest.length > 1) throw new TemplateError('chart illegally contains absolute paths')
  const steps: string[] = []
  for (const step of rest) {
    if (step === '' || step === '.') continue
    if (step === '..' && steps.length === 0) throw new TemplateError('chart illegally references parent directory')
    if (step === '..') steps.pop()
    else steps.push(step)
  }
  if (steps.length === 0) throw new TemplateError('chart illegally contains content outside the base directory')
  return steps.join('/')
}
