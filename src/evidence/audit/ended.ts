import type { Book } from '../../book/book.ts'
import { resolveEntitlement } from '../../book/bundles.ts'
import { entitlementName } from '../../book/ids.ts'
import { identify } from '../../book/paths.ts'
import { quote } from '../../book/quote.ts'
import type { Event } from '../events.ts'
import type { AccessFacts } from './access.ts'
import type { Tell } from './approvals.ts'
import type { FileState } from './file-state.ts'

type Ended = Extract<Event, { readonly event: 'ended' }>

/** Judges an end before its time, and follows it: it must have a ground that the approved files know. */
export function judgeEnded(
  one: Ended,
  state: FileState,
  facts: Pick<AccessFacts, 'path' | 'at' | 'approved'>,
  tell: Tell
): void {
  const why = fault(one, state, facts)
  if (why !== null) tell('end-without-ground', `${quote(facts.path)} was ended, but ${why}.`)
  if (state.form?.blob === one.blob) state.ended = { blob: one.blob, at: facts.at }
}

/** What speaks against the ground, as the end of a sentence; null: nothing. */
function fault(
  { blob, task }: Ended,
  { form, left, grant }: FileState,
  { path, at, approved }: Pick<AccessFacts, 'path' | 'at' | 'approved'>
): string | null {
  const identity = identify(path)
  if (identity?.kind !== 'grant' && identity?.kind !== 'emergency') return 'it is no grant'
  if (task === undefined) return 'no ground is named'
  if (form === null || form.blob !== blob) {
    // A night that was under way when the file moved on ended what stood when it began.
    const isKnown = left.some((one) => one.blob === blob && at <= one.at)
    return isKnown ? null : `${blob ?? 'no content'} isn’t its approved form`
  }
  const { book } = approved
  if (!isWorkload(book, identity.subject)) return `${quote(identity.subject)} is no workload`
  if (grant && grant.task !== task) return `its file doesn’t name the task ${quote(task)}`
  const resolved = resolveEntitlement(book, entitlementName(identity.system, identity.entitlement))
  const ongoing = resolved?.all.every(({ data }) => data.task === 'ongoing') ?? false
  const changed = resolved?.all.some((entry) => approved.changedAt(entry.path) >= at) ?? false
  return ongoing && !changed ? 'its entitlement says that it doesn’t end with its task' : null
}

function isWorkload({ workloads, invalid }: Book, id: string): boolean {
  if (workloads.has(id)) return true
  return [...invalid.values()].some((refused) => refused?.kind === 'workload' && refused.id === id)
}
