import type { Instant } from '../book/instant.ts'
import { writeInstant } from '../book/instant.ts'
import type { Event, HeldEvent } from './events.ts'
import type { UsedEvent } from './record-used.ts'
import type { Emergency } from '../findings/uses.ts'

/** One form of the emergency's file that gave access. */
export interface ReviewedForm {
  readonly incident: string
  readonly reason: string
  readonly from: Instant
  readonly until: Instant
  /** Who approved it, and where. */
  readonly approved: readonly Extract<Event, { readonly event: 'approved' }>[]
}

/** An emergency that ended and is to be reviewed. */
export interface ToReview {
  readonly emergency: Emergency
  /** By when somebody must have reviewed it. */
  readonly due: Instant
  /** Path of the file that reviews it. */
  readonly path: string
  readonly forms: readonly ReviewedForm[]
  /** What the systems told of it. */
  readonly used: readonly UsedEvent[]
}

/** On whom an emergency was held, as the record says. */
export interface HeldBy {
  readonly system: string
  readonly principal: string
}

/** The principals on which an emergency was held, by the events of its files. */
export function holdersIn(events: readonly Event[], { uses }: Emergency): readonly HeldBy[] {
  const blobs = new Set(uses.map(({ blob }) => blob))
  const found = new Map<string, HeldBy>()
  for (const one of events)
    if (isHeld(one) && blobs.has(one.blob ?? ''))
      found.set(`${one.system} ${one.principal}`, { system: one.system, principal: one.principal })
  return [...found.values()]
}

function isHeld(one: Event): one is HeldEvent {
  return one.event === 'issued' || one.event === 'extended'
}

/** What the record already has of what was done with an emergency: the newest answer for each principal. */
export function usedIn(events: readonly Event[], { from, until }: Emergency): readonly UsedEvent[] {
  const found = new Map<string, UsedEvent>()
  for (const one of events)
    if (one.event === 'used' && one.from === writeInstant(from) && one.until === writeInstant(until))
      found.set(`${one.system} ${one.principal}`, one)
  return [...found.values()]
}

/** Whether two answers of a system say the same. */
export function saysTheSame(a: UsedEvent, b: UsedEvent): boolean {
  return told(a) === told(b)
}

function told({ uses, changes, cut, lastUsed, unread }: UsedEvent): string {
  return JSON.stringify([uses, changes, cut, lastUsed, unread])
}

/**
 * The file as it is proposed: what happened is for people to write, and until they have, and have said whether it is
 * accepted, it is no valid file: nobody merges a review that nobody wrote. One that was merged before the emergency had
 * ended stays as it was written, under a line that says so.
 */
export function draftOf({ forms, emergency }: ToReview, earlier: string | null): string {
  if (earlier !== null) {
    const late = `# Merged before the emergency had ended (${writeInstant(emergency.until)}): read it again.\n`
    return earlier.startsWith(late) ? earlier : `${late}${earlier}`
  }
  return `# yaml-language-server: $schema=../../../../schemas/retrospective.schema.json
incident: ${forms.at(-1)?.incident ?? ''}
happened: # why the glass was broken
done: # what the access was used for
verdict: # accepted, or contested
`
}
