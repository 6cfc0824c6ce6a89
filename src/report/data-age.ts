const DAY_MS = 24 * 60 * 60 * 1000

/** The operator has a release every few weeks and supports only the newest: after half a year the data miss several. */
const MOST_DAYS = 180

/**
 * Says that what is known of advisories, supported versions, providers and deployers is old; undefined while it is not,
 * or where nobody says which day it is.
 * @param rulesDate and `today`: ISO dates.
 */
export function ageNote(rulesDate: string, today: string | undefined): string | undefined {
  const days = (Date.parse(today ?? '') - Date.parse(rulesDate)) / DAY_MS
  return days > MOST_DAYS
    ? `what is known here of advisories, supported versions and maintained providers is of ${rulesDate}, ${days} days ago: a newer eso-hardener may know more`
    : undefined
}
