import { readFileSync } from 'node:fs'
import { releaseFaults } from './release-faults.ts'

// npm run release-check -- v1.2.3: whether this tree may be released under that tag.
const faults = releaseFaults(process.argv[2] ?? '', {
  version: JSON.parse(readFileSync('package.json', 'utf8')).version,
  changelog: readFileSync('CHANGELOG.md', 'utf8'),
})
for (const fault of faults) console.error(fault)
process.exitCode = faults.length > 0 ? 1 : 0
