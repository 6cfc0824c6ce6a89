/** What can be said of a question: `unknown` where the manifests do not tell. It is neither protection nor a fault. */
export type Answer = 'yes' | 'no' | 'unknown'

export const answerOf = (holds: boolean): Answer => (holds ? 'yes' : 'no')

/** Yes when all of them are, no when one of them is not. */
export function allOf(answers: readonly Answer[]): Answer {
  if (answers.includes('no')) return 'no'
  return answers.includes('unknown') ? 'unknown' : 'yes'
}

/** Yes when one of them is, no when none of them may be. */
export function anyOf(answers: readonly Answer[]): Answer {
  if (answers.includes('yes')) return 'yes'
  return answers.includes('unknown') ? 'unknown' : 'no'
}

export const not = (answer: Answer): Answer => (answer === 'unknown' ? answer : answerOf(answer === 'no'))
