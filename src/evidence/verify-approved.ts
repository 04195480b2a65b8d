import type { Form } from '../approval/facts.ts'
import type { ChainState, Step, Tell } from './chain.ts'
import { eventsPath } from './lines.ts'
import type { Event } from './events.ts'

const PREFIX = 'approved/'

/** Events after which a file has the form that they name. */
export function moves(one: Event): one is Extract<Event, { readonly event: 'approved' | 'reduced' }> {
  return one.event === 'approved' || one.event === 'reduced'
}

/**
 * `approved/` must change exactly as the events of the same commit say: each path with a move has its last move's form
 * afterwards, and no other path differs. The first commit takes main's files as they are and has no moves.
 */
export function judgeApproved(before: ChainState, step: Step, events: readonly Event[], tell: Tell): void {
  const told = new Map<string, string | null>()
  for (const one of events) {
    if (!moves(one) || one.grant === null) continue
    // A blob that is left out on purpose was once written as an empty text.
    told.set(one.grant, one.blob === '' ? null : one.blob)
  }
  const changed = new Map<string, Form | null>()
  if (step.genesis) {
    if (told.size > 0)
      tell('approved', null, null, 'The first commit approves nothing: it takes what main has.')
    return
  }
  for (const { path, after } of step.changes) {
    if (path.startsWith(PREFIX)) changed.set(path.slice(PREFIX.length), after)
  }
  for (const [path, after] of changed) {
    const says = told.get(path)
    if (says === undefined)
      tell('approved', PREFIX + path, null, 'It changes, but no event of this commit says so.')
    else if ((after?.blob ?? null) !== says)
      tell(
        'approved',
        PREFIX + path,
        null,
        `It becomes ${name(after?.blob)}, but the event says ${name(says)}.`
      )
  }
  for (const [path, blob] of told) {
    const stands = before.form(path)?.blob ?? null
    if (!changed.has(path) && stands !== blob)
      tell(
        'approved',
        eventsPath(path),
        null,
        `The event says ${name(blob)}, but the file stays ${name(stands)}.`
      )
  }
}

function name(blob: string | null | undefined): string {
  return blob ?? 'absent'
}
