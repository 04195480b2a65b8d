import type { Instant } from '../book/instant.ts'
import type { Window } from '../book/window.ts'
import type { System } from '../book/kinds/system.ts'
import type { Entry } from '../book/book.ts'
import type { Pointer } from '../book/place.ts'
import type { Activity, ActivityAsked } from './activity.ts'
import type { Guess, GuessTerms } from './import.ts'
import type { Conferral, Documents } from './permissions.ts'
import type { ShortLived } from './short-lived.ts'
import type { Explained, ExplainedAccount, Outside, OutsideItem, Removal, Restoration } from './outside.ts'

export type {
  Confidence,
  Guess,
  GuessedEntitlement,
  GuessedHolding,
  GuessedRisk,
  GuessedSubject,
  GuessTerms,
  Unsaid
} from './import.ts'

export type { Conferral, Documents, KnownPolicies, KnownPrincipal, PolicyStatement } from './permissions.ts'

export type {
  OutsideItem,
  OutsidePrincipal,
  Explained,
  ExplainedAccount,
  Outside,
  Removal,
  Restoration
} from './outside.ts'

/** Something wrong with a connector's own value (settings, target, account), relative to that value. */
export interface ShapeProblem {
  readonly pointer: Pointer
  readonly atKey?: boolean
  readonly message: string
  readonly fix: string
}

/** Who holds the date: `target` = it is in the system's own policy; `job` = only a run of ours ends it. */
export type Enforcement = 'target' | 'job'

/** A system as its connector sees it. */
export interface SystemContext {
  readonly id: string
  readonly entry: Entry<System>
  /** `owner/name` of the governed repository: names what is ours in the system, so that two never own the same. */
  readonly repository: string
}

/** One target that one account is to hold, because of one grant. */
export interface Holding {
  /** Path of the grant's file. */
  readonly grant: string
  /** Full name of the entitlement whose target this is (a bundle's grant has several). */
  readonly entitlement: string
  readonly target: unknown
  /** Null: from issuance. */
  readonly from: Instant | null
  /** First instant after the access. */
  readonly until: Instant
}

/**
 * The smallest thing a connector owns and compares: an IAM statement, a group membership.
 * Two pieces are the same if `id` and `body` are; `body` is canonical text and contains the dates.
 */
export interface Piece {
  /**
   * Unique within a principal and stable. Where the system can carry it, it leads back to the grant: it starts with
   * {@link Piece.key}. A membership can't: its id says only what it is (`group/auditors`), the same for every grant that
   * names it, so several grants share one piece and a goal holds it once.
   */
  readonly id: string
  /** `grantKey` of the grant's path; empty on a live membership, which can't say why it is there. */
  readonly key: string
  readonly body: string
  readonly enforcement: Enforcement
  /** Paths of the grants that it was compiled from, so that a {@link Refusal} can name them; absent on live pieces. */
  readonly grants?: readonly string[]
}

/** A principal of a system as it is now. */
export interface LivePrincipal {
  /** As {@link ConnectorCore.principalOf} writes it: `user/alice`. */
  readonly principal: string
  /** The system's own name for it, for people: an ARN. */
  readonly name: string
  /** The id that changes when a principal is deleted and made again. */
  readonly principalId: string
  /**
   * What is ours on it, decoded. Also every membership, whoever added it (`owned: null`: evidence decides whether it is
   * ours); its body has no dates, so an extended one looks the same here.
   */
  readonly pieces: readonly (Piece & { readonly owned: true | null })[]
  /**
   * Ours by place but not readable as a piece: undated, malformed, of an unknown form; also left-overs of a killed run
   * (an old version, a second copy, a policy not yet attached). Always removed: a principal with any needs a goal even
   * if its pieces are right.
   */
  readonly alien: readonly { readonly id: string; readonly what: string }[]
}

/** What one read of a whole system showed. */
export interface Live {
  readonly system: string
  /** The system's own clock when it was read. */
  readonly serverTime: Instant
  readonly principals: ReadonlyMap<string, LivePrincipal>
  /** How much access there is that isn't ours: counted, never touched. */
  readonly foreign: { readonly principals: number; readonly policies: number }
  /** Anything of ours where it may not be (a shard attached elsewhere): removed first. */
  readonly misplaced: readonly { readonly id: string; readonly what: string; readonly principal: string }[]
  /** The connector's own detail; the core passes it back and never looks inside. */
  readonly detail: unknown
}

/** Why something can't be issued. */
export interface Refusal {
  /** Path of the grant. */
  readonly grant: string
  readonly code: string
  readonly why: string
}

/** What one account should have in the end. */
export interface Goal {
  readonly principal: string
  /** Everything that is to stand afterwards; nothing else of ours may. */
  readonly pieces: readonly Piece[]
  /** The unique id that grants were issued to before; another one now means: hold, don't hand over. Null: never issued. */
  readonly principalId: string | null
  /** Memberships (pieces with `owned: null`) that evidence says are ours, by piece id: only these may be taken away. */
  readonly owned: ReadonlySet<string>
}

/** What happened to one principal. */
export interface Convergence {
  readonly principal: string
  readonly principalId: string | null
  /** `failed`: some write did not succeed or live state does not show it; what did is in `pieces`. */
  readonly state: 'done' | 'unchanged' | 'failed'
  /** Null unless failed. */
  readonly error: { readonly code: string; readonly message: string } | null
  /** Our pieces as live state showed them last; null if it could not be read. */
  readonly pieces: readonly Piece[] | null
  /** Where each piece stands (a policy's name), by piece id. */
  readonly places: ReadonlyMap<string, string>
  /** Calls made, re-reads apart. */
  readonly writes: number
}

/** Semantic difference of two sets of pieces, in words. */
export interface Meaning {
  readonly possible: readonly string[]
  readonly noLonger: readonly string[]
}

/** The pure half: shape, compile, decode, quota, meaning. `validate` and offline plans need nothing else. */
export interface ConnectorCore {
  readonly name: string
  checkSettings(value: unknown): readonly ShapeProblem[]
  checkTarget(value: unknown, system: SystemContext): readonly ShapeProblem[]
  checkAccount(value: unknown, system: SystemContext): readonly ShapeProblem[]
  /** Text that is equal if and only if two valid account values mean the same principal: `user/alice`. */
  principalOf(account: unknown): string
  /** Whether two targets give just the same, however they are written; false for what isn't a valid target. */
  sameTarget(a: unknown, b: unknown): boolean
  /**
   * The name of an account as the system tells names apart: two account values that give the same one can't both exist
   * there, however they are written (IAM tells names apart neither by case nor by path).
   */
  uniqueNameOf(account: unknown): string
  /** What makes two systems the same real one (an AWS account number); two systems may not share it. */
  identityOf(settings: unknown): string
  enforcementOf(target: unknown): Enforcement
  /** Why this account can't hold this target at all (a role can't join a group); null if it can. */
  mismatch(target: unknown, account: unknown): ShapeProblem | null
  /** The pieces that one holding becomes. Deterministic; `n` keeps ids of several holdings of one grant apart. */
  compile(holdings: readonly Holding[], system: SystemContext): readonly Piece[]
  /**
   * Which grants can't fit with the others, with default limits and nothing foreign; empty if all fit. The same for all
   * principals of one kind (what stands before the first `/`), and whatever grants and dates pieces of equal size are of.
   */
  quota(principal: string, pieces: readonly Piece[], system: SystemContext): readonly Refusal[]
  /** What becomes possible and what no longer is, seen through wildcards. */
  meaning(before: readonly Piece[], after: readonly Piece[]): Meaning
  /** How long a session begun before the end may outlast it, in milliseconds. */
  sessionTail(piece: Piece): number
  /** What holding a valid target lets somebody do; null where the connector can't say it in statements. */
  confers(target: unknown): Conferral | null
  /** The system's own name (an ARN) of the principal that a valid account value means. */
  arnOf(account: unknown, system: SystemContext): string
  /** The dates that a piece itself holds, so that live state alone tells an extension from a shortening; null if none. */
  windowOf(piece: Piece): Window | null
  /**
   * How a workload could do without a key, by each place where its file says that it runs. Absent: the system knows nothing
   * but keys.
   */
  readonly shortLived?: (
    runs: NonNullable<ExplainedAccount['runs']>,
    system: SystemContext
  ) => readonly ShortLived[]
}

/** One open system: the only thing that reads or writes it. */
export interface Session {
  /** The system's own clock by its last answer, the one to opening it included; null where it told none. */
  serverTime(): Instant | null
  /** Whole system in bulk. */
  read(): Promise<Live>
  /**
   * What can't be issued as the system is now: a target that doesn't exist or is set up wrongly, live quotas, a boundary
   * that makes it dead. Judged for the goals' pieces that don't stand yet.
   */
  judge(live: Live, goals: readonly Goal[]): Promise<readonly Refusal[]>
  /** What everybody's policies say that aren't ours: for judging permissions, never for changing them. */
  documents(live: Live): Promise<Documents>
  /** Removes what stands where it may not ({@link Live.misplaced}); returns what it removed. */
  clean(live: Live): Promise<readonly string[]>
  /** Brings one principal to its goal, in a crash-safe order, and re-reads until it shows. Never throws for a system's error. */
  converge(goal: Goal, live: Live): Promise<Convergence>
  /** All access that neither grants nor files explain. Never throws for what merely can't be read: it is `unread`. */
  outside(live: Live, explained: Explained): Promise<Outside>
  /**
   * What a principal did in a time with what it held, for a review. Never throws for what merely can't be read: it says so.
   * Absent: the system doesn't tell.
   */
  readonly activity?: (asked: ActivityAsked) => Promise<Activity>
  /**
   * What the whole system would be as a first baseline: whom its principals seem to be, what can be held, who holds it.
   * Absent: this kind of system can't be imported. Never throws for what merely can't be read.
   */
  guess?(live: Live, explained: Explained, terms: GuessTerms): Promise<Guess>
  /**
   * Takes items away that {@link Session.outside} found, by a principal's own name. Only in a session opened to
   * `remediate`, and only what a fresh read still shows with the same digest and as removable; the rest is kept, and says
   * why. `save` gets each thing before it is touched (null: it can't be put back); if it rejects, nothing is taken away.
   * Never throws for a system's error.
   */
  remediate(
    principal: string,
    items: readonly Pick<OutsideItem, 'id' | 'digest'>[],
    explained: Explained,
    save: (id: string, saved: unknown) => Promise<void>
  ): Promise<readonly Removal[]>
  /**
   * Puts back what {@link Session.remediate} saved, if the principal is still the same one and it would say the same. Only
   * in a session opened to `restore`. Throws UnableError for a value that it never saved.
   */
  restore(principal: string, saved: unknown): Promise<Restoration>
  /** Calls so far. */
  calls(): { readonly read: number; readonly write: number }
}

/** What a session needs from outside. */
export interface SessionPorts {
  /**
   * Decides which role is assumed and what the session will do. `read` writes nothing; `write` brings principals to their
   * goals; `remediate` only takes away what was found outside; `restore` puts that back, as the identity at hand, because
   * no role of ours may give what isn't ours.
   */
  readonly purpose: 'read' | 'write' | 'remediate' | 'restore'
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Resolves after so many milliseconds; tests pass one that doesn't wait. */
  readonly sleep: (ms: number) => Promise<void>
  /** In [0, 1), for jitter. */
  readonly random: () => number
  readonly signal: AbortSignal
  readonly log: (line: string) => void
}

/** A way to reach one kind of system. A second connector implements this and touches nothing of the core. */
export interface Connector {
  readonly core: ConnectorCore
  /** Where it would talk to, so that a caller can refuse: every endpoint's URL, null where it would be the real cloud. */
  endpoints(
    system: SystemContext,
    environment: Readonly<Record<string, string | undefined>>
  ): readonly (string | null)[]
  /** Checks who we are and opens. Throws UnableError if the account is another one or can't be reached. */
  open(system: SystemContext, ports: SessionPorts): Promise<Session>
}
