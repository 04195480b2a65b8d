import { writeInstant, type Instant } from '../book/instant.ts'
import type { ConnectorCore, Piece } from '../connectors/connector.ts'
import type { Intent } from '../plan/ledger.ts'
import type { Change, Observed, Refused } from '../plan/plan.ts'
import type { Event, HeldEvent } from './events.ts'

/** What every event of one run says alike. */
export interface RunFacts {
  readonly now: Instant
  readonly commit: string
  readonly run: string | null
  /** git's id of a governed file's content in that commit; null where the file is gone. */
  readonly blobOf: (path: string) => string | null
  /** git's id of an entitlement's file. */
  readonly entitlementBlob: (grant: string) => string | null
}

const BY = 'grantbook apply'

function common(
  facts: RunFacts,
  grant: string | null
): Pick<Event, 'at' | 'grant' | 'blob' | 'commit' | 'by' | 'run'> {
  const blob = grant === null ? null : facts.blobOf(grant)
  return { at: writeInstant(facts.now), grant, blob, commit: facts.commit, by: BY, run: facts.run }
}

/** Events hold at most so much of a message: what a cloud answers may be long. */
export function clip(text: string): string {
  return text.length > 4000 ? `${text.slice(0, 3999)}…` : text
}

/** Where a change was made: on whom, and which policy holds what. */
export interface Done {
  readonly principalId: string
  /** Names of policies by piece id, as far as they are known. */
  readonly places: ReadonlyMap<string, string>
  /** Full name of the grant's entitlement. */
  readonly entitlement: string
}

/** The system in which it happened. */
export interface Reached {
  readonly core: ConnectorCore
  /** Which real system it is (`ConnectorCore.identityOf`). */
  readonly account: string
}

/** What a change that succeeded comes to. Without a grant it belongs to the run's own record. */
export function changed(
  change: Change,
  done: Done,
  { core, account }: Reached,
  facts: RunFacts
): Event | null {
  const { grant, system, principal, action, until } = change
  const where = { system, principal: principal ?? '', principalId: done.principalId }
  if (action === 'revoke') {
    const { why, cause, unit } = change
    const sessionsUntil = sessions(change.pieces.before, core, facts)
    return {
      ...common(facts, grant),
      event: 'revoked',
      ...where,
      why: clip(why),
      cause,
      unit,
      sessionsUntil,
      observed: false
    }
  }
  if (until === null || grant === null) return null
  const ours = change.pieces.after.filter(({ id }) => !change.pieces.theirs.has(id))
  const held = {
    ...where,
    account,
    entitlement: done.entitlement,
    policy: Object.fromEntries(ours.flatMap(({ id }) => entry(id, done.places.get(id)))),
    statements: statements(ours),
    ...dates(change.from, until),
    enforcement: change.enforcement,
    observed: false,
    ...(change.cause === 'drift' && { drift: clip(change.why) })
  }
  return heldEvent(KIND[action], held, grant, facts)
}

const KIND = { grant: 'issued', extend: 'extended', shorten: 'shortened', update: 'updated' } as const

type HeldFacts = Omit<Extract<Event, { readonly event: 'issued' }>, 'event' | keyof ReturnType<typeof common>>

function heldEvent(kind: HeldEvent['event'], held: HeldFacts, grant: string, facts: RunFacts): Event {
  const all = { ...common(facts, grant), ...held }
  return kind === 'updated'
    ? { ...all, event: kind, entitlementBlob: facts.entitlementBlob(grant) }
    : { ...all, event: kind }
}

/** What was found done already. */
export function observed(one: Observed, { core, account }: Reached, facts: RunFacts): Event {
  const { grant, system, principal, principalId, entitlement, from, until, enforcement, pieces, why } = one
  const where = { system, principal, principalId }
  if (one.what === 'issued') {
    const held = {
      ...where,
      account,
      entitlement,
      policy: {},
      statements: statements(pieces),
      ...dates(from, until),
      enforcement,
      observed: true
    }
    return heldEvent('issued', held, grant, facts)
  }
  return {
    ...common(facts, grant),
    event: 'revoked',
    ...where,
    why: clip(why),
    cause: 'drift',
    unit: grant,
    sessionsUntil: sessions(pieces, core, facts),
    observed: true
  }
}

/** What could not be done. */
export function failed(change: Change, code: string, why: string, facts: RunFacts): Event | null {
  const { grant, system, principal, action } = change
  return grant === null
    ? null
    : { ...common(facts, grant), event: 'failed', system, principal, action, code, why: clip(why) }
}

/** What was not issued. */
export function refused({ grant, system, code, why, state }: Refused, facts: RunFacts): Event {
  return { ...common(facts, grant), event: state, system, code, why: clip(why), pull: null }
}

/** A suspension began or changed (`blob` is not null) or is over. */
export function suspension(path: string, began: boolean, why: string, facts: RunFacts): Event {
  return { ...common(facts, path), event: began ? 'suspended' : 'reinstated', why: clip(why) }
}

/** A grant ends in its present form, because the task that its file names is over. `how`: `closed`. */
export function endedByTask(path: string, task: string, how: string, facts: RunFacts): Event {
  const why = clip(`its task is over: ${task} is ${how}`)
  return { ...common(facts, path), by: 'grantbook nightly', event: 'ended', why, task }
}

/** A run is about to add memberships. */
export function started(id: string, intents: readonly Intent[], facts: RunFacts): Event {
  const told = intents.map(({ pieces, ...rest }) => ({ ...rest, statements: statements(pieces) }))
  return { ...common(facts, null), event: 'started', id, intents: told }
}

/** A run has ended. */
export function finished(
  id: string,
  closes: readonly string[],
  counts: Readonly<Record<string, number>>,
  facts: RunFacts
): Event {
  return {
    ...common(facts, null),
    event: 'finished',
    id,
    closes: [...closes],
    sealed: facts.commit,
    counts: { ...counts }
  }
}

/** The nightly came to its end. */
export function heartbeat(id: string, facts: RunFacts): Event {
  return { ...common(facts, null), by: 'grantbook nightly', event: 'heartbeat', id }
}

function statements(pieces: readonly Piece[]): HeldEvent['statements'] {
  return pieces.map(({ id, body, enforcement }) => ({ id, body, enforcement }))
}

function dates(from: Instant | null, until: Instant): { from: string | null; until: string } {
  return { from: from === null ? null : writeInstant(from), until: writeInstant(until) }
}

/** When the last session that was open at the removal must have ended. */
function sessions(pieces: readonly Piece[], core: ConnectorCore, { now }: RunFacts): string {
  return writeInstant(now + Math.max(0, ...pieces.map((piece) => core.sessionTail(piece))))
}

function entry(id: string, place: string | undefined): readonly (readonly [string, string])[] {
  return place === undefined ? [] : [[id, place]]
}
