import { readInstant, type Instant } from '../../book/instant.ts'
import type { Use } from '../../findings/uses.ts'
import type { Event } from '../events.ts'
import { foldFile } from '../fold-file.ts'
import { readLines } from '../lines.ts'

/**
 * How a grant stands. `waiting`: it is approved and nothing has been issued; `unjudged`: it stands on main and no run has
 * judged it yet; `refused`, `held`: it was not taken over, or not issued, and nothing stands.
 */
export type GrantState = 'active' | 'ended' | 'waiting' | 'refused' | 'held' | 'unjudged'

/** What the record and main say of one grant’s file. */
export interface GrantRecord {
  /** Path of its file. */
  readonly grant: string
  /** Its file of events; null if there is none. */
  readonly text: string | null
  /** git's id under `approved/`, at genesis and now; null: not there. */
  readonly genesis: string | null
  readonly approved: string | null
  /** git's id on main; null: not there. */
  readonly main: string | null
}

/** The whole chain of one grant. */
export interface GrantStory {
  readonly grant: string
  readonly state: GrantState
  /** First instant after the access that stands or stood last; null if nothing was ever issued. */
  readonly until: Instant | null
  readonly events: readonly Event[]
  readonly adopted: boolean
  /** What it gave, if it is an emergency. */
  readonly uses: readonly Use[]
  /** Number of the first line that can’t be read; null if all can. */
  readonly bad: number | null
}

/** Puts together what became of one grant. Verifies nothing: that is what `audit` is for. */
export function storyOf({ grant, text, genesis, approved, main }: GrantRecord, now: Instant): GrantStory {
  const { events, bad } = readLines(text ?? '')
  const { standing, uses } = foldFile(grant, text ?? '')
  const given = events.findLast(
    ({ event }) => event === 'issued' || event === 'extended' || event === 'shortened' || event === 'updated'
  )
  const untils = standing.map((one) => one.until)
  const last = given && 'until' in given ? readInstant(given.until, 'end') : null
  const until = untils.length > 0 ? Math.max(...untils) : last
  const active = standing.some((one) => one.until > now && (one.from === null || one.from <= now))
  const begins = standing.some((one) => one.until > now)
  const state = active ? 'active' : begins ? 'waiting' : stateWithout(events, approved, main)
  return { grant, state, until, events, adopted: genesis !== null, uses, bad }
}

/** Nothing stands: why that is. What was said last counts. */
function stateWithout(events: readonly Event[], approved: string | null, main: string | null): GrantState {
  for (const { event, blob } of events.toReversed()) {
    if (event === 'approved' || event === 'reduced') {
      if (blob !== null && blob !== '') return main !== null && main !== approved ? 'unjudged' : 'waiting'
      return main === null ? 'ended' : 'unjudged'
    }
    if (event === 'refused' || event === 'held') return event
    if (event === 'revoked' || event === 'ended') return 'ended'
    if (event === 'issued' || event === 'extended' || event === 'shortened' || event === 'updated')
      return 'ended'
  }
  if (approved !== null) return 'waiting'
  return main === null ? 'ended' : 'unjudged'
}
