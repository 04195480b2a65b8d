import { readInstant, type Instant } from '../book/instant.ts'
import type { Use } from '../findings/uses.ts'
import type { Event, HeldEvent } from './events.ts'

/**
 * What the events of an emergency's file say it gave: one use for each approved form that gave access or made it longer,
 * however often that was issued. Deleted and asked for anew, with another incident or in another time, it is another use.
 */
export function usesIn(path: string, events: readonly Event[]): readonly Use[] {
  const uses: Use[] = []
  const held = new Set<string>()
  // Blobs of what gave access since the file was last approved: taken by a suspension and given back, it is the same use.
  const given = new Set<string>()
  for (const one of events) {
    if (one.event === 'approved') given.clear()
    if (one.event === 'issued' || one.event === 'extended') {
      give(uses, path, one, given)
      held.add(placeOf(one))
    } else if (one.event === 'shortened' || one.event === 'updated') {
      held.add(placeOf(one))
      const last = uses.length - 1
      const use = uses[last]
      if (use) uses[last] = { ...use, until: instant(one.until) }
      else give(uses, path, one, given)
    } else if (one.event === 'revoked') {
      // Found as the left-over of a run that couldn't say that it gave it.
      if (uses.length === 0) uses.push(unknownUse(path, one, events))
      held.delete(placeOf(one))
      if (held.size === 0) end(uses, instant(one.at))
    } else if (one.event === 'reviewed') {
      const [from, until] = [instant(one.from), instant(one.until)]
      const review = { path: one.review, verdict: one.verdict }
      for (const [index, use] of uses.entries())
        if (from <= use.from && use.from <= until) uses[index] = { ...use, review }
    }
  }
  return uses
}

/** The same form issued again while it runs, or by the same approval, is the same use. */
function give(uses: Use[], path: string, { at, blob, from, until }: HeldEvent, given: Set<string>): void {
  const begin = Math.max(instant(at), from === null ? 0 : instant(from))
  const runs = (use: Use): boolean => use.until > instant(at) || given.has(use.blob)
  const index = uses.findLastIndex((use) => use.blob === blob && use.review === null && runs(use))
  given.add(blob ?? '')
  const known = uses[index]
  if (known) uses[index] = { ...known, until: Math.max(known.until, instant(until)) }
  else uses.push({ path, blob: blob ?? '', from: begin, until: instant(until), review: null })
}

/** What is taken away before its time has ended then; what had not even begun never gave anything. */
function end(uses: Use[], at: Instant): void {
  const kept = uses.filter(({ from, until }) => from < at || until <= at)
  const ended = kept.map((use) => (use.until > at ? { ...use, until: at } : use))
  uses.splice(0, uses.length, ...ended)
}

function unknownUse(path: string, { at, blob }: Event, events: readonly Event[]): Use {
  const approved = events.find((one) => one.event === 'approved')
  return { path, blob: blob ?? '', from: instant(approved?.at ?? at), until: instant(at), review: null }
}

function placeOf({ system, principal }: { readonly system: string; readonly principal: string }): string {
  return `${system} ${principal}`
}

/** A day that doesn't exist counts as long past, as everywhere in the record. */
function instant(text: string): Instant {
  return readInstant(text, 'end') ?? 0
}
