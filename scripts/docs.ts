import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rulesIndex } from './rules-index.ts'

const root = join(import.meta.dirname, '..')
writeFileSync(join(root, 'src/rules/index.ts'), rulesIndex(join(root, 'src/rules')))
