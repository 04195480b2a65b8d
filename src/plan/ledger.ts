import type { EntitlementName } from '../book/ids.ts'
import type { Instant } from '../book/instant.ts'
import type { Uses } from '../findings/uses.ts'
import type { Piece } from '../connectors/connector.ts'
import type { Cause } from './plan.ts'

/** What evidence says of one grant on one principal of one system. */
export interface Standing {
  readonly grant: string
  readonly system: string
  /** Which real system its name stood for (`ConnectorCore.identityOf`): an AWS account's number. */
  readonly account: string
  readonly principal: string
  /** The unique id that it was issued to. */
  readonly principalId: string
  readonly from: Instant | null
  readonly until: Instant
  /** Exactly what was issued and is ours; memberships that were there before are not among them. */
  readonly pieces: readonly Piece[]
  readonly entitlement: EntitlementName
  readonly blob: string
}

/**
 * A membership that a run set out to add. It can't carry our name, so what a killed run added is recognised by this:
 * written into evidence before the call, it makes the membership ours if live state shows it.
 */
export interface Intent {
  readonly grant: string
  readonly system: string
  readonly principal: string
  readonly principalId: string
  readonly pieces: readonly Piece[]
}

/** One removal of the last 24 hours, for the guard. Those with the same unit count as one. */
export interface Removal {
  readonly system: string
  readonly unit: string
  readonly at: Instant
  readonly cause: Cause
}

/** To whom a grant was last issued, or from whom it was last taken, on one account: its content then and the unique id. */
export interface Holder {
  readonly system: string
  readonly principal: string
  readonly principalId: string
  readonly blob: string | null
}

/** How a governed file's present form (or its absence) came into the approved tree, and when. */
export interface Moved {
  /** `reduced`: it only took access away, and nobody approved it. */
  readonly by: 'approved' | 'reduced'
  readonly at: Instant
  /** When it was last approved: a reduction doesn't make a grant a later one. Null: as adopted at genesis. */
  readonly approved: Instant | null
  /** Number of the pull request by which it was last approved. */
  readonly pull: number | null
}

/** One thing found outside, as it was when it was first seen. */
export interface Seen {
  readonly id: string
  readonly what: string
  readonly firstSeen: Instant
  readonly by: string
  readonly lastUsed: Instant | null
  readonly digest: string
}

/** One thing found outside, exactly as it was. */
export type Thing = Pick<Seen, 'id' | 'digest'>

/** What became of the things that were found on one principal. */
export interface OutsideRecord {
  /** Unique ids of whoever had the name. */
  readonly principals: ReadonlySet<string>
  /** git's id of the file by which things were last recorded as tolerated. */
  readonly tolerated: string | null
  /** Those that an owner declined by closing the pull request about them, with who and in which one. */
  readonly declined: readonly (Thing & { readonly person: string; readonly pull: string })[]
  readonly adopted: readonly (Thing & { readonly into: string })[]
  /** Taken away and not found again since: when, by id. */
  readonly taken: ReadonlyMap<string, Instant>
  /** Saved to be taken away, and not known to be: the principal's name in the system, by the thing's id. */
  readonly pending: ReadonlyMap<string, string>
}

/** The last form of a governed file that was not taken over from the default branch. */
export interface Unmoved {
  readonly blob: string | null
  readonly state: 'refused' | 'held'
  readonly code: string
  readonly why: string
}

/** The content of a grant's file that was ended before its time, and why. `blob` null: the file has gone since. */
export interface EndedForm {
  readonly blob: string | null
  readonly why: string
  /** When it was recorded. */
  readonly at: Instant
  /** The task that was over, as the file names it; null if it was ended for another reason. */
  readonly task: string | null
}

/** What evidence says stands and what has ended for good; folded from events, read by the plan. */
export interface Ledger {
  /** Issued and not revoked: system → path of the grant → one for each principal that has it. */
  readonly standing: ReadonlyMap<string, ReadonlyMap<string, readonly Standing[]>>
  /** Grants that were ended before their time, by path: that holds until another form is approved. */
  readonly ended: ReadonlyMap<string, EndedForm>
  readonly removals: readonly Removal[]
  /** Last `refused` or `held` of a grant in a system, so that only news fails a run: {@link placeOf} → `blob code`. */
  readonly refused: ReadonlyMap<string, string>
  /** Who last had a grant: path → one for each account, those that lost it too. */
  readonly holders: ReadonlyMap<string, readonly Holder[]>
  readonly intents: readonly Intent[]
  /** Suspensions in force when a run last looked: path of the suspension → blob. */
  readonly suspended: ReadonlyMap<string, string>
  /** Grants whose record can't be read: nothing is issued for them. */
  readonly unreadable: ReadonlySet<string>
  /** Governed files that moved since genesis, by path; any other is as it was adopted there. */
  readonly moved: ReadonlyMap<string, Moved>
  /** Governed files whose last change on the default branch was not taken over, by path. */
  readonly unmoved: ReadonlyMap<string, Unmoved>
  /** Access found outside: path of the file about a principal → everything that was ever seen, in that order. */
  readonly discovered: ReadonlyMap<string, readonly Seen[]>
  /** By path of that file: what became of them. */
  readonly outside: ReadonlyMap<string, OutsideRecord>
  /** What emergencies gave, renewals apart, and which of it is reviewed: by path of the emergency's file. */
  readonly uses: Uses
}

export const EMPTY_LEDGER: Ledger = {
  standing: new Map(),
  ended: new Map(),
  removals: [],
  refused: new Map(),
  holders: new Map(),
  intents: [],
  suspended: new Map(),
  unreadable: new Set(),
  moved: new Map(),
  unmoved: new Map(),
  discovered: new Map(),
  outside: new Map(),
  uses: new Map()
}

/** A grant in one system, as a key: what one system refuses says nothing of another that a bundle also reaches. */
export function placeOf(grant: string, system: string): string {
  return `${grant} ${system}`
}

/** What stands of one grant in one system. */
export function standingOf(ledger: Ledger, system: string, grant: string): readonly Standing[] {
  return ledger.standing.get(system)?.get(grant) ?? []
}
