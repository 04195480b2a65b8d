import { DAY, HOUR, readDuration, writeDuration } from '../book/duration.ts'
import { readInstant, writeInstant, type Instant } from '../book/instant.ts'
import type { Settings } from '../book/kinds/settings.ts'
import type { Event } from './events.ts'

/** When the nightly last came to its end, and since when it could have. */
export interface Beat {
  /** Null: it never did. */
  readonly last: Instant | null
  /** When the record began; null: that isn't known. */
  readonly began: Instant | null
}

/** The last heartbeat among the runs' events, whatever order their files come in. */
export function beatOf(runs: readonly Event[]): Beat {
  let last: Instant | null = null
  let began: Instant | null = null
  for (const one of runs) {
    const at = readInstant(one.at, 'end')
    if (at === null) continue
    if (one.event === 'heartbeat' && (last === null || at > last)) last = at
    if (one.event === 'genesis') began = began === null ? at : Math.min(began, at)
  }
  return { last, began }
}

/** What is to be said of a nightly that hasn't run for too long; null: nothing. */
export function staleBeat({ last, began }: Beat, settings: Settings, now: Instant): string | null {
  const after = readDuration(settings.heartbeat.staleAfter) ?? 0
  const since = last ?? began
  if (since === null || now - since <= after) return null
  const unit = now - since < 2 * DAY ? HOUR : DAY
  const age = writeDuration(Math.floor((now - since) / unit) * unit)
  const what =
    last === null
      ? `The nightly has never come to its end since the record began, ${age} ago`
      : `The nightly last came to its end ${age} ago (${writeInstant(last)})`
  return `${what}: expired files, access found outside and leavers wait. It should run at least every ${settings.heartbeat.staleAfter}.`
}
