import type { Book, EntitlementEntry } from '../../book/book.ts'
import type {
  Confidence,
  ConnectorCore,
  Explained,
  ExplainedAccount,
  Guess,
  GuessedRisk,
  SystemContext
} from '../../connectors/connector.ts'
import type { NewFile } from '../grant-file.ts'
import type { Setting } from './files.ts'

/** What stands in the repository, and what is asked for already. */
export interface Standing {
  readonly book: Book
  readonly context: SystemContext
  readonly core: ConnectorCore
  /** Whether a path stands on the default branch. */
  readonly exists: (path: string) => boolean
  /** Whether what stands there was approved: only on that does anything rest. */
  readonly isApproved: (path: string) => boolean
  /** Number of the open pull request that has a path; null: none has. */
  readonly openIn: (path: string) => number | null
}

/** What an import goes by. */
export interface ImportTerms extends Setting {
  /** Id of the person who asks. */
  readonly me: string
  /** For tiers that ask for one. */
  readonly ticket: string | null
  /** `https://github.com/acme/access`, for links in files. */
  readonly repository: string
}

/** One thing of a system and what becomes of it. */
export interface FoundThing {
  readonly what: 'person' | 'workload' | 'entitlement' | 'grant' | 'outside'
  /** As the system says it: `user/alice`, `group auditors`. */
  readonly name: string
  readonly path: string | null
  /**
   * `proposed`: its file is asked for now. `open`: in a pull request that is open already. `there`: it stands approved.
   * `waiting`: for something that isn’t approved yet. `left`: nothing is made of it, see `why`.
   */
  readonly state: 'proposed' | 'open' | 'there' | 'waiting' | 'left'
  readonly confidence: Confidence | null
  readonly why: readonly string[]
  readonly risks: readonly GuessedRisk['risk'][]
  readonly pull: number | null
}

/** A thing and the file that is to be proposed for it; null: none is. */
export interface Considered {
  readonly thing: FoundThing
  readonly file: NewFile | null
}

/** Everything that is considered, each in the order of the guess. */
export interface AllConsidered {
  readonly subjects: readonly Considered[]
  readonly entitlements: readonly Considered[]
  readonly grants: readonly Considered[]
}

/** A system’s entitlements by the key of their target. */
export function byTarget(
  { book, context, core }: Standing,
  guess: Guess
): ReadonlyMap<string, EntitlementEntry> {
  const found = new Map<string, EntitlementEntry>()
  for (const entry of [...book.entitlements.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const { target } = entry.data
    if (entry.system !== context.id || target === undefined || core.checkTarget(target, context).length > 0)
      continue
    const key = guess.keyOf(target)
    if (!found.has(key)) found.set(key, entry)
  }
  return found
}

/** Whose file a principal is in, by what files say under `accounts`. */
export interface Holder {
  readonly id: string
  readonly kind: 'person' | 'workload'
  readonly path: string
  readonly runs: ExplainedAccount['runs']
}

/** Everybody whom a file names in the system, by principal. */
export function holdersIn({ book, context, core }: Standing): ReadonlyMap<string, Holder> {
  const found = new Map<string, Holder>()
  const take = (holder: Holder, accounts: Readonly<Record<string, unknown>> | undefined): void => {
    const account = accounts && Object.hasOwn(accounts, context.id) ? accounts[context.id] : undefined
    if (account !== undefined && core.checkAccount(account, context).length === 0)
      found.set(core.principalOf(account), holder)
  }
  for (const { id, path, data } of book.people.values())
    take({ id, kind: 'person', path, runs: null }, data.accounts)
  for (const { id, path, data } of book.workloads.values())
    take({ id, kind: 'workload', path, runs: data.runs }, data.accounts)
  return found
}

/** What the files explain as they stand. Memberships are nobody’s until evidence says that they are ours. */
export function explainedNow(standing: Standing): Explained {
  const { book, context, core } = standing
  const accounts = [...holdersIn(standing)].map(([principal, { runs }]) => [principal, { runs }] as const)
  const targets = [...book.entitlements.values()].flatMap(({ system, data: { target } }) =>
    system === context.id && target !== undefined && core.checkTarget(target, context).length === 0
      ? [target]
      : []
  )
  return { accounts: new Map(accounts), targets, owned: new Map(), onFile: () => true }
}
