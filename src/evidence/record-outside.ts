import { createHash } from 'node:crypto'
import { writeInstant, type Instant } from '../book/instant.ts'
import type { Seen, Thing } from '../plan/ledger.ts'
import type { Event } from './events.ts'
import { clip, type RunFacts } from './record.ts'

const BY = 'grantbook nightly'

function common(facts: RunFacts, grant: string) {
  const { now, commit, run } = facts
  return { at: writeInstant(now), grant, blob: facts.blobOf(grant), commit, by: BY, run }
}

/** What was found outside for the first time, or changed since. */
export function discovered(
  path: string,
  { principal, principalId }: { readonly principal: string; readonly principalId: string | null },
  items: readonly Seen[],
  facts: RunFacts
): Event {
  return {
    ...common(facts, path),
    event: 'discovered',
    principal,
    principalId,
    items: items.map(({ firstSeen, lastUsed, what, ...rest }) => ({
      ...rest,
      what: clip(what),
      firstSeen: writeInstant(firstSeen),
      lastUsed: lastUsed === null ? null : writeInstant(lastUsed)
    }))
  }
}

/** What is to be kept of one thing. */
export interface Saving {
  readonly system: string
  readonly principal: string
  readonly item: string
  readonly digest: string
  /** Null: it can't be put back. */
  readonly value: unknown
}

/** What is saved of a thing that can't be put back: a key, a password, a user. */
export const NOTHING_KEPT = JSON.stringify(null)

/** What is taken away outside, before it is: `grantbook restore` finds it by its id. */
export function saved(
  path: string,
  { system, principal, item, digest, value }: Saving,
  facts: RunFacts
): Extract<Event, { readonly event: 'saved' }> {
  const text = JSON.stringify(value)
  const id = createHash('sha256')
    .update(`${path}\n${item}\n${writeInstant(facts.now)}\n${text}`)
    .digest('hex')
    .slice(0, 12)
  return { ...common(facts, path), event: 'saved', id, system, principal, item, digest, saved: text }
}

/** What was taken away outside. */
export function removedOutside(
  path: string,
  {
    system,
    principal,
    item,
    why,
    observed
  }: {
    readonly system: string
    readonly principal: string
    readonly item: string
    readonly why: string
    /** Found gone: a run that was killed did it. */
    readonly observed: boolean
  },
  facts: RunFacts
): Event {
  return {
    ...common(facts, path),
    event: 'revoked',
    system,
    principal: principal.split(':').slice(5).join(':'),
    principalId: '',
    why: clip(`${item}: ${why}`),
    cause: 'window',
    unit: path,
    sessionsUntil: writeInstant(facts.now),
    observed,
    item
  }
}

/** Things on one principal, for an event about them. */
export interface OnPrincipal {
  readonly path: string
  readonly system: string
  readonly principal: string
  readonly items: readonly Thing[]
}

function about({ path, system, principal, items }: OnPrincipal, facts: RunFacts) {
  const things = items.map(({ id, digest }) => ({ id, digest }))
  return { ...common(facts, path), system, principal, items: things }
}

/** A grant that stands gives just these things. `into`: its path. */
export function adopted(on: OnPrincipal, into: string, facts: RunFacts): Event {
  return { ...about(on, facts), event: 'adopted', into }
}

/** An approved file lets these things stand. */
export function tolerated(on: OnPrincipal, owner: string, until: Instant, facts: RunFacts): Event {
  return { ...about(on, facts), event: 'tolerated', owner, until: writeInstant(until) }
}

/** These things were taken away, and stand again as an approved file says. */
export function restored(on: OnPrincipal, facts: RunFacts): Event {
  return { ...about(on, facts), event: 'restored' }
}

/** Who closed the pull request about some things without merging it. */
export interface Closing {
  /** `acme/access#12` */
  readonly pull: string
  readonly login: string
  /** The account's number. */
  readonly number: number
  readonly person: string
  /** As which owner of the path. */
  readonly as: string
  readonly at: Instant
}

/** An owner decided to take these things away by closing the pull request about them. */
export function declined(on: OnPrincipal, { at, ...who }: Closing, facts: RunFacts): Event {
  return { ...about(on, facts), event: 'declined', ...who, closed: writeInstant(at) }
}
