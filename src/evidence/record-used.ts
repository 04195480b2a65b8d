import { writeInstant, type Instant } from '../book/instant.ts'
import type { Act, Activity } from '../connectors/activity.ts'
import type { Event } from './events.ts'
import { clip, type RunFacts } from './record.ts'

/** Of whom and of what time an activity tells. */
export interface UsedBy {
  /** Path of the emergency's file. */
  readonly path: string
  readonly system: string
  readonly principal: string
  readonly from: Instant
  readonly until: Instant
}

/** What the system told of an emergency. */
export type UsedEvent = Extract<Event, { readonly event: 'used' }>

/** Writes down what a system told of what was done with an emergency. */
export function usedEvent({ path, ...by }: UsedBy, activity: Activity, facts: RunFacts): UsedEvent {
  const { uses, changes, cut, lastUsed, unread } = activity
  return {
    at: writeInstant(facts.now),
    grant: path,
    blob: facts.blobOf(path),
    commit: facts.commit,
    by: 'grantbook nightly',
    run: facts.run,
    event: 'used',
    system: by.system,
    principal: by.principal,
    from: writeInstant(by.from),
    until: writeInstant(by.until),
    uses: uses.map(written),
    changes: changes.map(written),
    cut,
    lastUsed: lastUsed.map(({ what, at }) => ({ what, at: at === null ? null : writeInstant(at) })),
    unread: unread.map(clip)
  }
}

function written({ at, ...rest }: Act): UsedEvent['uses'][number] {
  return { ...rest, at: writeInstant(at) }
}
