import type { Option } from '../options.ts'

/** What `harden` is told beside what `generate` is. */
export const HARDEN_FLAGS: readonly Option[] = [
  {
    name: 'diff',
    scopes: ['cli'],
    type: 'boolean',
    help: 'Let `harden` print a patch for `git apply`; with `--out`, one that adds the files.',
  },
  {
    name: 'write',
    scopes: ['cli'],
    type: 'boolean',
    help: 'Let `harden` edit the files; those that git could not bring back are refused.',
  },
  {
    name: 'force',
    scopes: ['cli'],
    type: 'boolean',
    help: 'Let `harden --write` edit files with changes that are not committed, too.',
  },
  {
    name: 'unsafe',
    scopes: ['cli'],
    type: 'boolean',
    help: 'Let `harden` edit files also where somebody has to answer a question first.',
  },
]
