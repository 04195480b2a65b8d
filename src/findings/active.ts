import { personEnd } from '../book/effective.ts'
import { readInstant, writeInstant, type Instant } from '../book/instant.ts'
import type { Suspension } from '../book/kinds/suspension.ts'
import type { CheckContext } from './context.ts'

/** Why a person isn't active now, as the end of a sentence; null if active, or if there is no valid file to tell by. */
export function inactive({ book, now }: CheckContext, id: string): string | null {
  const person = book.people.get(id)
  if (!person) return null
  const end = personEnd(person)
  if (end !== null && end <= now) return `left (${writeInstant(end)})`
  const suspension = book.suspensions.get(id)
  return suspension && isSuspended(suspension.data, now) ? 'is suspended' : null
}

/** Whether a suspension stands; one whose date isn't real does. */
export function isSuspended({ until }: Suspension, now: Instant): boolean {
  if (until === undefined) return true
  const end = readInstant(until, 'end')
  return end === null || end > now
}
