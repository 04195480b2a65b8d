import type { PathIdentity } from '../book/paths.ts'
import { writeInstant, type Instant } from '../book/instant.ts'
import { covers } from '../findings/emergencies.ts'
import { emergenciesOf, type Emergency, type Use, type Uses } from '../findings/uses.ts'
import type { LandingFacts } from './advance.ts'
import type { Event } from './events.ts'

/** A retrospective that was approved and merged. */
export interface Review {
  readonly path: string
  readonly identity: Extract<PathIdentity, { readonly kind: 'retrospective' }>
  readonly verdict: string
  /** Request that brought it, `acme/access#12`. */
  readonly pull: string
  readonly commit: string
  readonly mergedAt: Instant
}

/** What a retrospective does: events of each emergency's file, and what is known of uses afterwards. */
export interface Reviewing {
  readonly events: readonly Event[]
  readonly uses: Uses
}

/**
 * Emergencies that a retrospective reviews: the one in which the start in its name lies, if it had ended before the merge
 * (what goes on can't be judged), and whatever the same file reviewed before. Its deletion takes nothing back.
 */
export function review(
  one: Review,
  uses: Uses,
  blobOf: (path: string) => string | null,
  { now, run }: LandingFacts
): Reviewing {
  const { path, verdict, pull, commit } = one
  const events: Event[] = []
  const after = new Map(uses)
  for (const { from, until, uses: own } of emergenciesOf(uses).filter((each) => isReviewedBy(each, one))) {
    for (const file of new Set(own.map((use) => use.path))) {
      events.push({
        at: writeInstant(now),
        grant: file,
        blob: blobOf(file),
        commit,
        by: 'grantbook apply',
        run,
        event: 'reviewed',
        verdict,
        review: path,
        pull,
        from: writeInstant(from),
        until: writeInstant(until)
      })
      after.set(
        file,
        (after.get(file) ?? []).map((use) => (own.includes(use) ? reviewed(use, one) : use))
      )
    }
  }
  return { events, uses: after }
}

function isReviewedBy(emergency: Emergency, { path, identity, mergedAt }: Review): boolean {
  const { system, entitlement, subject, start } = identity
  if (emergency.system !== system || emergency.entitlement !== entitlement || emergency.subject !== subject)
    return false
  if (emergency.review !== null) return emergency.review.path === path
  return emergency.until <= mergedAt && covers(emergency, start)
}

function reviewed(use: Use, { path, verdict }: Review): Use {
  return { ...use, review: { path, verdict } }
}
