import { append } from '../book/append.ts'
import type { Book } from '../book/book.ts'
import { effectiveWindow } from '../book/effective.ts'
import { entitlementName, type EntitlementName } from '../book/ids.ts'
import type { Instant } from '../book/instant.ts'
import { emergenciesOf } from '../findings/uses.ts'
import type { Desired } from '../plan/desired.ts'
import type { Ledger } from '../plan/ledger.ts'

/** A grant's file whose time has ended, and which holds nothing any more. */
export interface Ended {
  readonly path: string
  readonly subject: string
  readonly kind: 'grant' | 'emergency'
  /** When its access ended; null where only an event ended it. */
  readonly until: Instant | null
  /** Why, as the plan says it. */
  readonly why: string
  readonly reason: string
  readonly ticket: string | null
}

/** Ended grants of one entitlement: one pull request deletes their files. */
export interface Expired {
  readonly entitlement: EntitlementName
  /** Sorted by path. */
  readonly ended: readonly Ended[]
  /** When the first of them ended, for doing the oldest first. */
  readonly since: Instant
}

/** What tells which files may go. */
export interface ExpiredInput {
  readonly desired: Desired
  readonly book: Book
  readonly ledger: Ledger
  /** Whether the default branch still has exactly the approved form of a file. */
  readonly onMain: (path: string) => boolean
}

/**
 * Files of grants that have ended, by entitlement, oldest first. A grant that any system still shows is left out: its file
 * goes when it is gone. One that is only suspended comes back, so its file stays.
 */
export function expired({ desired, book, ledger, onMain }: ExpiredInput): readonly Expired[] {
  const standing = standingGrants(ledger)
  const waiting = unreviewedPaths(ledger)
  const found = new Map<EntitlementName, Ended[]>()
  for (const [path, { kind, why }] of desired.gone) {
    const grant = book.grants.get(path)
    if (!grant || kind === 'suspended' || standing.has(path) || !onMain(path)) continue
    // The file of an emergency goes with its review.
    if (waiting.has(path)) continue
    const name = entitlementName(grant.system, grant.entitlement)
    const { window } = effectiveWindow(book, grant)
    const until = window !== null && window.until <= desired.at ? window.until : null
    const { subject, reason, ticket } = grant
    const ended: Ended = { path, subject, kind: grant.kind, until, why, reason, ticket }
    append(found, name, ended)
  }
  return [...found]
    .map(([entitlement, ended]) => ({
      entitlement,
      ended: ended.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
      since: Math.min(...ended.map(({ until }) => until ?? desired.at))
    }))
    .toSorted((a, b) => a.since - b.since || (a.entitlement < b.entitlement ? -1 : 1))
}

function standingGrants({ standing }: Ledger): ReadonlySet<string> {
  return new Set([...standing.values()].flatMap((grants) => [...grants.keys()]))
}

/** Files of emergencies that nobody has reviewed. */
function unreviewedPaths({ uses }: Ledger): ReadonlySet<string> {
  const open = emergenciesOf(uses).filter(({ review }) => review === null)
  return new Set(open.flatMap((one) => one.uses.map(({ path }) => path)))
}
