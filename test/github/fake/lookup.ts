import { asObject, type Json } from './contract.ts'
import { Refusal, Violation } from './refusal.ts'
import type { Review, State } from './state.ts'

/** Review, review comment and issue comment: characters (actions/dependency-review-action#730, #779). */
const MOST_CHARACTERS = 65_536
/** A pending review stands in the way of every other, and only its author sees it. */
const isPending = (state: State, { login, state: now }: Review): boolean => now === 'PENDING' && login === state.viewer
export const hasPending = (state: State): boolean => state.reviews.some(it => isPending(state, it))
export const visible = (state: State): Review[] =>
  state.reviews.filter(it => it.state !== 'PENDING' || isPending(state, it))
export const published = (state: State) =>
  state.reviewComments.filter(
    it => !state.reviews.some(({ id, state: now }) => id === it.reviewId && now === 'PENDING'),
  )

export const TOO_LONG = `Body is too long (maximum is ${MOST_CHARACTERS} characters)`
export const isTooLong = (text: string): boolean => [...text].length > MOST_CHARACTERS

/** The text of a comment, which must not be blank, nor too long. */
export function bodyOf(fields: Json | undefined, resource: string): string {
  const { body } = asObject(fields)
  if (typeof body !== 'string' || body.trim() === '') throw new Violation('a comment without a text')
  const error = { resource, code: 'unprocessable', field: 'data', message: TOO_LONG }
  if (isTooLong(body)) throw new Refusal(422, 'Validation Failed', [error])
  return body
}

export function one<Item extends { readonly id: number }>(items: readonly Item[], id: string | undefined): Item {
  const item = items.find(it => it.id === Number(id))
  if (!item) throw new Refusal(404, 'Not Found')
  return item
}

/** GitHub lets a token that may write touch what others wrote; we may not. */
export function own<Item extends { readonly id: number; readonly login: string }>(state: State, item: Item): Item {
  if (item.login !== state.viewer) throw new Violation(`${item.id} is by ${item.login}`)
  return item
}

export function remove<Item>(items: Item[], item: Item): void {
  items.splice(items.indexOf(item), 1)
}
