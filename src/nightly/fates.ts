import type { Entry } from '../book/book.ts'
import { readDuration } from '../book/duration.ts'
import { readInstant, writeInstant, type Instant } from '../book/instant.ts'
import type { OutOfBand } from '../book/kinds/out-of-band.ts'
import type { OutsideItem } from '../connectors/connector.ts'
import type { OutsideRecord, Seen, Thing } from '../plan/ledger.ts'
import type { Gift } from './gifts.ts'
import { endOfDay, type Sighting } from './outside.ts'

/** What is to become of one thing that stands outside. */
export interface Fate {
  readonly seen: Seen
  readonly item: OutsideItem
  /**
   * `tolerated`: by an approved decision. `adopted`: a grant that stands gives just this, so its foreign form may go. `open`:
   * there is time to decide. `over`: its time has passed, or it is to go.
   */
  readonly state: 'tolerated' | 'adopted' | 'open' | 'over'
  /** When its time passes, or passed. */
  readonly until: Instant
  readonly why: string
  /** Whether people decided it: not merely that time passed. */
  readonly decided: boolean
  /** The grant that gives just this; null: none. */
  readonly gift: Gift | null
}

/** By what fates are judged. */
export interface Judging {
  /** The approved file about the principal; null: there is none. */
  readonly file: Entry<OutOfBand> | null
  /** What evidence says became of it before. */
  readonly record: OutsideRecord | null
  /** What grants give the principal now. */
  readonly gifts: readonly Gift[]
  readonly sameTarget: (a: unknown, b: unknown) => boolean
  /** How long there is to decide: a duration of the settings. */
  readonly expiresAfter: string
  readonly now: Instant
}

/**
 * The fate of everything on one principal. A decision is about exactly what it was made on: whatever has changed since is
 * decided on anew. What an approved file lets stand stands, whatever else was said; then a grant that gives just the same;
 * then decisions to take it away; then its time.
 */
export function fates({ principal, seen }: Sighting, judging: Judging): readonly Fate[] {
  return principal.items.flatMap((item, index): readonly Fate[] => {
    const one = seen[index]
    return one ? [{ seen: one, item, gift: null, ...fateOf(item, one, judging) }] : []
  })
}

type Told = Pick<Fate, 'state' | 'until' | 'why' | 'decided'> & Partial<Pick<Fate, 'gift'>>

function fateOf(item: OutsideItem, seen: Seen, judging: Judging): Told {
  const { file, record, gifts, sameTarget, now } = judging
  const own = dueOf(seen, judging.expiresAfter)
  const said = file?.data.items.some((one) => isSame(one, item)) === true ? file.data : null
  const given = said?.decision === 'tolerate' ? readInstant(said.expires, 'end') : null
  const tolerated = given === null ? '' : `tolerated until ${writeInstant(given)}`
  if (given !== null && given > now)
    return { state: 'tolerated', until: given, why: tolerated, decided: true }
  const gift = item.gives === null ? undefined : gifts.find(({ target }) => sameTarget(target, item.gives))
  if (gift) {
    const why = `${gift.grant} gives just this`
    return { state: 'adopted', until: now, why, decided: true, gift }
  }
  if (said?.decision === 'revoke') return gone('it was decided to revoke it', now)
  const closed = record?.declined.findLast((one) => isSame(one, item))
  if (closed) return gone(`${closed.person} closed ${closed.pull}`, now)
  if (given !== null) return { ...gone(tolerated, now), until: given }
  const why = `nobody decided by ${writeInstant(own)}`
  return { state: own > now ? 'open' : 'over', until: own, why, decided: false }
}

function gone(why: string, until: Instant): Told {
  return { state: 'over', until, why, decided: true }
}

/** Until when something must be decided on. */
export function dueOf({ firstSeen }: Pick<Seen, 'firstSeen'>, expiresAfter: string): Instant {
  return endOfDay(firstSeen + (readDuration(expiresAfter) ?? 0))
}

/** Whether two are exactly the same thing. */
export function isSame(a: Thing, b: Thing): boolean {
  return a.id === b.id && a.digest === b.digest
}

/** Whether nobody need be asked about it any more: a grant gives it, or an owner has closed the question. */
export function isAnswered({ state, item }: Fate, record: OutsideRecord | null): boolean {
  if (state === 'adopted') return true
  return state === 'over' && record?.declined.some((one) => isSame(one, item)) === true
}
