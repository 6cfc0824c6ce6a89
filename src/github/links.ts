/** Makes web pages of files, and of lines in them, at a commit; undefined where the environment names no repository. */
export function linksTo(
  { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository }: NodeJS.ProcessEnv,
  commit: string | undefined,
): ((file: string, line?: number) => string) | undefined {
  if (!server || !repository || !commit) return undefined
  return (file, line) => {
    const path = file.split('/').map(encodeURIComponent).join('/')
    return `${server}/${repository}/blob/${commit}/${path}${line === undefined ? '' : `#L${line}`}`
  }
}
