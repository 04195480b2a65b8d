import { DAY } from '../book/duration.ts'
import type { Instant } from '../book/instant.ts'
import { mostAtOnce, type GuardSettings } from '../plan/guard.ts'
import type { EndedForm } from '../plan/ledger.ts'

/** What the guard must know besides the tasks that are over. */
export interface TaskGuardFacts {
  readonly settings: GuardSettings
  /** How many different tasks justify something now. */
  readonly open: number
  readonly ended: Iterable<EndedForm>
  readonly now: Instant
}

/** Which of the tasks that are over may end what they justify in this run. */
export interface GuardedEnds<T> {
  readonly now: readonly T[]
  readonly withheld: readonly T[]
  /** How many may do so within 24 hours. */
  readonly most: number
}

/**
 * Lets max(`floor`, `share` × all open tasks) tasks end what they justify within 24 hours, whatever each justifies, in the
 * order in which they come. More at once is a slip (a project closed, a repository gone, an answer that isn't true) as
 * likely as it is work that was done: it goes on night by night, while somebody looks.
 */
export function guardEnds<T>(
  over: readonly T[],
  { settings, open, ended, now }: TaskGuardFacts
): GuardedEnds<T> {
  const recent = new Set(
    [...ended].flatMap(({ at, task }) => (task !== null && at > now - DAY ? [task] : []))
  )
  const most = mostAtOnce(settings, open + recent.size)
  const left = Math.max(0, most - recent.size)
  return { now: over.slice(0, left), withheld: over.slice(left), most }
}
