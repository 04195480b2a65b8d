import { writeInstant, type Instant } from '../../book/instant.ts'
import { quote } from '../../book/quote.ts'
import { eventsPath } from '../lines.ts'
import type { FileState, StandingNow } from './file-state.ts'
import type { Problems } from './problems.ts'

/** A run may come late or fail once; a day later it must be gone. In milliseconds. */
const DAY = 86_400_000

/**
 * Judges what stands at the end of the record, by when a run last came to its end: what had to go a day before that must
 * be recorded as gone.
 */
export function judgeEnd(states: ReadonlyMap<string, FileState>, lastRun: Instant, problems: Problems): void {
  for (const [path, state] of states) {
    for (const one of state.standing) judgeStanding(path, one, state, lastRun, problems)
  }
}

function judgeStanding(
  path: string,
  one: StandingNow,
  { form, left, ended }: FileState,
  lastRun: Instant,
  problems: Problems
): void {
  const where = { commit: one.commit, file: eventsPath(path), line: one.line }
  const who = `${one.principal} in ${quote(one.system)}`
  const due = lastRun - DAY
  if (one.until <= due) {
    const what = `The access of ${who} ended at ${writeInstant(one.until)} and was never recorded as revoked.`
    problems.add('ended-not-revoked', where, what)
  } else if (ended && ended.at <= due)
    problems.add(
      'ended-not-revoked',
      where,
      `The access of ${who} was ended early and never recorded as revoked.`
    )
  else if (form === null && (left.at(-1)?.at ?? -Infinity) <= due)
    problems.add(
      'standing-without-chain',
      where,
      `${who} still has what ${quote(path)} gave, and no such file is approved.`
    )
}
