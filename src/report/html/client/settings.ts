/** A choice of the reader that outlives the page, where the browser lets a file keep one. */
export function readSetting(name: string): string | null {
  try {
    return localStorage.getItem(`eso-hardener-${name}`)
  } catch {
    return null
  }
}

export function keepSetting(name: string, value: string): void {
  try {
    localStorage.setItem(`eso-hardener-${name}`, value)
  } catch {
    // A page from disk or in a sandbox may keep nothing: then the choice holds until it is closed.
  }
}
