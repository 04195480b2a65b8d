import { DAY } from '../book/duration.ts'
import type { Instant } from '../book/instant.ts'
import type { Goal } from '../connectors/connector.ts'
import type { Removal } from './ledger.ts'
import { mergePieces } from './pieces.ts'
import type { Cause, Change, SystemPlan } from './plan.ts'

/** How many unexplained removals a system may see in 24 hours. */
export interface GuardSettings {
  readonly share: number
  readonly floor: number
}

/** What the guard must know besides the plan. */
export interface GuardFacts {
  readonly settings: GuardSettings
  /** Removals of the last 24 hours, of any system. */
  readonly recent: readonly Removal[]
  /** Units whose unproved reduction was let through when the files were judged: they were counted there. */
  readonly admitted: ReadonlySet<string>
  /** Why the source can't be the whole organisation; then nothing unexplained is removed. Null if it may be. */
  readonly empty: string | null
  readonly now: Instant
}

const EXPLAINED: ReadonlySet<Cause> = new Set(['window', 'proved', 'ended', 'drift'])

/**
 * Keeps back unexplained removals beyond max(`floor`, `share` × what stands) within 24 hours and puts them back into the
 * goals. One subject's end or suspension counts as one, and comes first: of what may go, the urgent goes. Explained
 * removals always go, so that nobody keeps his access by deleting everybody else's.
 */
export function guard(plan: SystemPlan, facts: GuardFacts): SystemPlan {
  const removals = [...plan.changes, ...(plan.drift ?? [])].filter(
    (change) => isUnexplained(change) && (facts.empty !== null || !facts.admitted.has(change.unit))
  )
  if (removals.length === 0) return plan
  const units = [...new Set(removals.map(({ unit }) => unit))].toSorted(subjectsFirst)
  const passed = new Set(units.slice(0, allowance(plan, facts, new Set(units))))
  const withheld = removals.filter(({ unit }) => !passed.has(unit))
  if (withheld.length === 0) return plan
  const kept = new Set(withheld)
  return {
    ...plan,
    goals: plan.goals.map((goal) => restore(goal, withheld)),
    changes: plan.changes.filter((change) => !kept.has(change)),
    drift: plan.drift?.filter((change) => !kept.has(change)) ?? null,
    withheld
  }
}

/** Whether a change takes something away for which neither time nor a proved file gives the reason. */
export function isUnexplained({ action, cause }: Pick<Change, 'action' | 'cause'>): boolean {
  return action === 'revoke' && !EXPLAINED.has(cause)
}

/** How many more units may go now. Those that are being retried were counted when they first went. */
function allowance(
  { system, standing }: SystemPlan,
  { settings, recent, empty, now }: GuardFacts,
  units: ReadonlySet<string>
): number {
  if (empty !== null) return 0
  const day = recent.filter(
    ({ at, cause, ...removal }) => removal.system === system && at > now - DAY && !EXPLAINED.has(cause)
  )
  const spent = new Set(day.map(({ unit }) => unit).filter((unit) => !units.has(unit))).size
  const removed = new Set(day.map(({ unit }) => unit)).size
  const most = mostAtOnce(settings, standing + removed)
  return Math.max(0, most - spent)
}

/** How many of so many may go within 24 hours without anybody's reason. */
export function mostAtOnce({ floor, share }: GuardSettings, standing: number): number {
  return Math.max(floor, Math.floor(share * standing))
}

function restore(goal: Goal, withheld: readonly Change[]): Goal {
  const kept = withheld
    .filter(({ principal }) => principal === goal.principal)
    .map(({ pieces }) => pieces.before)
  return kept.length === 0 ? goal : { ...goal, pieces: mergePieces([goal.pieces, ...kept]) }
}

const SUBJECT = 'subject '

/** Suspensions and leavers before single grants, then by name: the same today and on the next run. */
function subjectsFirst(a: string, b: string): number {
  return Number(b.startsWith(SUBJECT)) - Number(a.startsWith(SUBJECT)) || (a < b ? -1 : 1)
}
