/** What of a tree says which release it is. */
export interface ReleaseFacts {
  /** Of package.json. */
  readonly version: string
  /** The text of CHANGELOG.md. */
  readonly changelog: string
}

/** Why a tree must not be released under a tag, one sentence each; empty when it may. */
export function releaseFaults(tag: string, { version, changelog }: ReleaseFacts): string[] {
  const headings = changelog.split('\n').filter(line => line.startsWith('## '))
  return [
    ...(tag === `v${version}` ? [] : [`the tag is '${tag}', package.json says ${version}`]),
    ...(headings.some(heading => heading.startsWith(`## ${version} - `))
      ? []
      : [`CHANGELOG.md has no heading '## ${version} - <date>'`]),
    ...(sectionOf(changelog, '## Unreleased').trim() === '' ? [] : ['CHANGELOG.md still has entries under Unreleased']),
  ]
}

/** The lines below a heading up to the next of its level. */
function sectionOf(text: string, heading: string): string {
  const lines = text.split('\n')
  const start = lines.indexOf(heading)
  if (start < 0) return ''
  const rest = lines.slice(start + 1)
  const end = rest.findIndex(line => line.startsWith('## '))
  return (end < 0 ? rest : rest.slice(0, end)).join('\n')
}
