import { createHash } from 'node:crypto'
import { writeInstant } from '../book/instant.ts'
import type { Seen } from '../plan/ledger.ts'
import type { Event } from './events.ts'
import { clip, type RunFacts } from './record.ts'

const BY = 'grantbook nightly'

function common(facts: RunFacts, grant: string) {
  const { now, commit, run } = facts
  return { at: writeInstant(now), grant, blob: facts.blobOf(grant), commit, by: BY, run }
}

/** What was found outside for the first time, or changed since. */
export function discovered(path: string, principal: string, items: readonly Seen[], facts: RunFacts): Event {
  return {
    ...common(facts, path),
    event: 'discovered',
    principal,
    items: items.map(({ firstSeen, lastUsed, what, ...rest }) => ({
      ...rest,
      what: clip(what),
      firstSeen: writeInstant(firstSeen),
      lastUsed: lastUsed === null ? null : writeInstant(lastUsed)
    }))
  }
}

/** What is taken away outside, before it is: `grantbook restore` finds it by its id. */
export function saved(
  path: string,
  {
    system,
    principal,
    item,
    value
  }: { readonly system: string; readonly principal: string; readonly item: string; readonly value: unknown },
  facts: RunFacts
): Extract<Event, { readonly event: 'saved' }> {
  const text = JSON.stringify(value)
  const id = createHash('sha256')
    .update(`${path}\n${item}\n${writeInstant(facts.now)}\n${text}`)
    .digest('hex')
    .slice(0, 12)
  return { ...common(facts, path), event: 'saved', id, system, principal, item, saved: text }
}

/** What was taken away outside; `observed`: by an earlier run that didn't come to record it. */
export function removedOutside(
  path: string,
  {
    system,
    principal,
    item,
    why
  }: { readonly system: string; readonly principal: string; readonly item: string; readonly why: string },
  facts: RunFacts,
  observed = false
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
    observed
  }
}
