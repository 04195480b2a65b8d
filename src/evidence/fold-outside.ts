import { readInstant, type Instant } from '../book/instant.ts'
import type { OutsideRecord } from '../plan/ledger.ts'
import type { Event } from './events.ts'

/** What the events of one file say became of the things found on a principal; null if none was ever found. */
export function foldOutside(events: readonly Event[]): OutsideRecord | null {
  const principals = new Set<string>()
  const declined: OutsideRecord['declined'][number][] = []
  const adopted: OutsideRecord['adopted'][number][] = []
  const taken = new Map<string, Instant>()
  const saved = new Set<string>()
  let tolerated: string | null = null
  let found = events.some(({ event }) => event === 'tolerated')
  for (const one of events) {
    switch (one.event) {
      case 'discovered':
        found = true
        if (typeof one.principalId === 'string') principals.add(one.principalId)
        for (const { id } of one.items) taken.delete(id)
        break
      case 'tolerated':
        tolerated = one.blob
        break
      case 'declined':
        for (const item of one.items) declined.push({ ...item, person: one.person, pull: one.pull })
        break
      case 'adopted':
        for (const item of one.items) adopted.push({ ...item, into: one.into })
        break
      case 'saved':
        saved.add(one.id)
        break
      case 'revoked':
        if (one.item !== undefined) taken.set(one.item, readInstant(one.at, 'end') ?? 0)
        break
      case 'restored':
        for (const { id } of one.items) taken.delete(id)
        break
      default:
    }
  }
  return found ? { principals, tolerated, declined, adopted, taken, saved } : null
}
