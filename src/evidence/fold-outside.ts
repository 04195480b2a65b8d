import { readInstant, type Instant } from '../book/instant.ts'
import type { OutsideRecord } from '../plan/ledger.ts'
import type { Event } from './events.ts'

/** What the events of one file say became of the things found on a principal; null if none was ever found. */
export function foldOutside(events: readonly Event[]): OutsideRecord | null {
  const principals = new Set<string>()
  const declined: OutsideRecord['declined'][number][] = []
  const adopted: OutsideRecord['adopted'][number][] = []
  const taken = new Map<string, Instant>()
  const pending = new Map<string, string>()
  let tolerated: string | null = null
  let found = events.some(({ event }) => event === 'tolerated')
  for (const one of events) {
    if (one.event === 'discovered') {
      found = true
      if (typeof one.principalId === 'string') principals.add(one.principalId)
      for (const { id } of one.items) taken.delete(id)
    } else if (one.event === 'tolerated') tolerated = one.blob
    else if (one.event === 'declined')
      declined.push(...one.items.map((item) => ({ ...item, person: one.person, pull: one.pull })))
    else if (one.event === 'adopted') adopted.push(...one.items.map((item) => ({ ...item, into: one.into })))
    else if (one.event === 'saved') pending.set(one.item, one.principal)
    else if (one.event === 'revoked' && one.item !== undefined) {
      taken.set(one.item, readInstant(one.at, 'end') ?? 0)
      pending.delete(one.item)
    } else if (one.event === 'restored') for (const { id } of one.items) taken.delete(id)
  }
  return found ? { principals, tolerated, declined, adopted, taken, pending } : null
}
