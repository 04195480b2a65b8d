import type { Book } from '../../book/book.ts'
import type { Event } from '../../evidence/events.ts'
import { refused as refusedEvent, suspension } from '../../evidence/record.ts'
import type { Desired } from '../../plan/desired.ts'
import { placeOf } from '../../plan/ledger.ts'
import type { Outcome } from '../../plan/outcome.ts'
import type { Refused } from '../../plan/plan.ts'
import { frozenAsRefused } from '../../plan/refused-between.ts'
import type { Recorder } from './recorder.ts'
import { toleranceEvents } from './tolerances.ts'

export interface Judgement {
  readonly outcomes: readonly Outcome[]
  readonly news: boolean
}

/**
 * What can be said before any system is touched: which grants can't be judged, which suspensions are in force. Recorded
 * at once, so that a run that is killed later has said it.
 */
export async function recordJudgement(
  desired: Desired,
  book: Book,
  systems: readonly string[],
  recorder: Recorder
): Promise<Judgement> {
  const refused = frozenAsRefused(desired).filter(
    ({ system }) => systems.includes(system) || !known(desired, system)
  )
  const news = newlyRefused(refused, recorder)
  await recorder.append('Judge the files', [
    ...news.map((one) => refusedEvent(one, recorder.facts)),
    ...suspensionEvents(desired, book, recorder),
    ...toleranceEvents(book, recorder)
  ])
  return { outcomes: refused.map(outcomeOf), news: news.length > 0 }
}

/** Grants of a system that no file describes any more are told whatever systems were asked for. */
function known({ systems, closed }: Desired, system: string): boolean {
  return systems.has(system) || closed.has(system)
}

/** Those whose present content wasn't refused for the same before. */
export function newlyRefused(
  refused: readonly Refused[],
  { run: { ledger }, facts }: Recorder
): readonly Refused[] {
  return refused.filter(
    ({ grant, system, code }) =>
      ledger.refused.get(placeOf(grant, system)) !== `${facts.blobOf(grant) ?? ''} ${code}`
  )
}

/** A refusal as an outcome. */
export function outcomeOf({ grant, system, state, why }: Refused): Outcome {
  return { grant, system, action: 'grant', state, why }
}

function suspensionEvents(
  desired: Desired,
  book: Book,
  { run: { ledger }, facts }: Recorder
): readonly Event[] {
  const events: Event[] = []
  for (const [path, reason] of inForce(desired, book)) {
    if (ledger.suspended.get(path) !== facts.blobOf(path)) events.push(suspension(path, true, reason, facts))
  }
  const now = inForce(desired, book)
  for (const path of ledger.suspended.keys()) {
    if (!now.has(path)) events.push(suspension(path, false, 'The suspension is over or was removed.', facts))
  }
  return events
}

function inForce({ suspended }: Desired, book: Book): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [subject, why] of suspended) {
    found.set(book.suspensions.get(subject)?.path ?? `grants/suspensions/${subject}.yaml`, why)
  }
  return found
}
