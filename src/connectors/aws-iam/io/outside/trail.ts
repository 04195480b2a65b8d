import { LookupEventsCommand, type CloudTrailClient } from '@aws-sdk/client-cloudtrail'
import type { SessionPorts } from '../../../connector.ts'
import { answers, readEvent, type Clue, type TrailEvent } from '../../outside/clues.ts'

/** CloudTrail answers two requests a second in an account (API reference, LookupEvents): milliseconds between two. */
export const PACE = 500

/** Most requests of one run: two minutes. What isn't told by then stays untold. */
export const MOST_LOOKUPS = 240

/** What CloudTrail told before it was done, or stopped. */
export interface Told {
  readonly events: ReadonlyMap<Clue, TrailEvent>
  /** Null: everything was looked up. Otherwise what stopped it. */
  readonly stopped: unknown
}

/**
 * Who made what. Asked by operation, newest first, until every clue of that operation has its event: so the requests
 * follow what happened in the account, and not how much was found. Never throws.
 */
export async function lookUp(
  trail: CloudTrailClient,
  clues: readonly Clue[],
  { sleep, signal }: Pick<SessionPorts, 'sleep' | 'signal'>
): Promise<Told> {
  const events = new Map<Clue, TrailEvent>()
  let requests = 0
  const names = [...new Set(clues.flatMap((clue) => clue.events))].toSorted()
  try {
    for (const name of names) {
      const open = new Set(clues.filter((clue) => clue.events.includes(name)))
      let token: string | undefined
      do {
        signal.throwIfAborted()
        if (requests >= MOST_LOOKUPS) throw new Error(`not looked further after ${MOST_LOOKUPS} requests`)
        if (requests++ > 0) await sleep(PACE)
        const page = await trail.send(
          new LookupEventsCommand({
            LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: name }],
            ...(token !== undefined && { NextToken: token })
          })
        )
        for (const { CloudTrailEvent: text } of page.Events ?? []) note(events, open, readEvent(text ?? ''))
        token = page.NextToken
      } while (token !== undefined && open.size > 0)
    }
    return { events, stopped: null }
  } catch (error) {
    return { events, stopped: error }
  }
}

/** The first answer of an operation is its latest; of several operations the latest counts. */
function note(events: Map<Clue, TrailEvent>, open: Set<Clue>, event: TrailEvent | null): void {
  if (!event) return
  for (const clue of open) {
    if (!answers(event, clue)) continue
    open.delete(clue)
    const before = events.get(clue)
    if (!before || before.at < event.at) events.set(clue, event)
  }
}
