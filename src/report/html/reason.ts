import { type Assessment, count, GUARD_CHANGED, open } from '../report.ts'

/** Why a run concludes as it does, a sentence without a full stop. */
export function reasonText({ conclusion, failOn, failures, base, hasChangedGuard }: Assessment): string {
  if (hasChangedGuard) return GUARD_CHANGED
  const word = base?.commit ? 'new finding' : 'finding'
  if (conclusion === 'failure') return `A ${word} is ${failOn} or above`
  if (conclusion === 'incomplete')
    return `${count(open(failures).length, 'thing')} could not be checked, so nothing passes`
  return failOn === 'never' ? 'No finding fails this run' : `No ${word} is ${failOn} or above`
}
