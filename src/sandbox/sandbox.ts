import type { Instant } from '../book/instant.ts'
import type { SandboxClock } from './clock.ts'
import type { ForgeSnapshot } from './forge/hub.ts'
import type { ForgeState } from './forge/state.ts'
import type { Decision } from './iam/policy/request.ts'
import type { AccountSnapshot } from './iam/snapshot.ts'

/** A fault to inject. The first that matches a call and has `times` left is used. */
export interface Fault {
  /** `iam`, `sts`, `cloudtrail` or `forge`. */
  readonly service: 'iam' | 'sts' | 'cloudtrail' | 'forge'
  /** An operation (`PutUserPolicy`); any if absent. */
  readonly operation?: string
  /** Only the n-th matching call from now, counted from 1; every one if absent. */
  readonly call?: number
  /** How often it strikes; once if absent. */
  readonly times?: number
  /**
   * `throttle`, `error-before` (500 without the effect), `error-after` (500 with it), `drop-before`/`drop-after`
   * (the connection dies without or with the effect), `denied` (403), `stale` (reads answer as before the last writes;
   * only a read from which a write is hidden counts against `times`), `short` (a listing gives a page half as long as
   * asked for, with a marker for the rest).
   */
  readonly kind:
    | 'throttle'
    | 'error-before'
    | 'error-after'
    | 'drop-before'
    | 'drop-after'
    | 'stale'
    | 'short'
    | 'denied'
  /** With `error-before` or `error-after`: the code to answer instead of `ServiceFailure` (`ConcurrentModification`). */
  readonly code?: string
  /** With `stale`: how many of the last writes are hidden; if absent all that were made since the fault was set. */
  readonly writes?: number
}

/** One request that a sandbox served. */
export interface RecordedCall {
  readonly service: Fault['service']
  readonly operation: string
  readonly account: string | null
  readonly kind: 'read' | 'write'
  readonly at: Instant
  readonly status: number
}

/** One question to {@link Sandbox.can}. */
export interface AccessQuestion {
  readonly account: string
  /** `user/alice` or `role/ci/exporter`: kind, path and name. */
  readonly principal: string
  readonly action: string
  readonly resource: string
  /** The sandbox's clock if absent. */
  readonly at?: Instant
  /** Further condition keys of the request. */
  readonly context?: Readonly<Record<string, string | readonly string[]>>
}

/** Keys of one principal of a sandbox account. */
export interface SandboxKeys {
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** The forge from within, for tests. */
export interface SandboxForge {
  /** What stands, to look at and to change. A new object after {@link restore}. */
  readonly state: ForgeState
  /** The token of a user or an App, by login or slug. Throws RangeError for an unknown name. */
  token(name: string): string
  /** Where git reaches a repository, with a token of the named user or App in it if one is named. */
  url(repository: string, name?: string): string
  /** The bare git directory of a repository (`acme/access`). */
  directory(repository: string): string
  /** When nothing is under way any more, of clients that are gone either. */
  idle(): Promise<void>
  /** Everything that stands, refs included. No later write changes it. */
  snapshot(): ForgeSnapshot
  /** Puts everything back as it was. Objects that came since stay, but no ref leads to them. */
  restore(snapshot: ForgeSnapshot): void
}

/** A running sandbox. */
export interface Sandbox {
  /** Null: the world has no organization. */
  readonly github: {
    /** `GITHUB_API_URL`. */
    readonly api: string
    /** `GITHUB_SERVER_URL`: repositories are at `${git}/owner/name.git`. */
    readonly git: string
    /** By login of a user and by slug of an App. */
    readonly tokens: Readonly<Record<string, string>>
  } | null
  /** Null: the world has no organization. */
  readonly forge: SandboxForge | null
  readonly aws: {
    readonly iam: string
    readonly sts: string
    readonly cloudtrail: string
    /** `root` may do everything in its account (as an administrator's static keys would); `users` by user name. */
    readonly accounts: readonly {
      readonly account: string
      readonly alias: string | null
      readonly root: SandboxKeys
      readonly users: Readonly<Record<string, SandboxKeys>>
    }[]
  }
  /** `GET/PUT /clock {now}`, `PUT /faults […]`, `GET /calls`, `POST /reset`. */
  readonly control: string
  readonly clock: SandboxClock
  setFaults(faults: readonly Fault[]): void
  calls(): readonly RecordedCall[]
  /** Forgets recorded calls and faults. State stays. */
  clearCalls(): void
  /** Called before and after every call takes effect; throwing kills nothing, it is for observing invariants. */
  observe(
    observer:
      | ((
          phase: 'before' | 'after',
          call: { service: string; operation: string; account: string | null }
        ) => void)
      | null
  ): void
  /**
   * Whether a user or role may do something at an instant, by the same evaluator that the endpoints ask. For
   * `sts:AssumeRole` the role's trust has its say. Throws RangeError for an account or principal that isn't there.
   */
  can(question: AccessQuestion): Decision
  /** Everything that stands in an account, as plain JSON-able values that no later write changes. */
  snapshot(account: string): AccountSnapshot
  /** Puts an account back as it was; keys of then work, sessions of roles that stood then go on. */
  restore(account: string, snapshot: AccountSnapshot): void
  /** Rejects with the first error that an observer threw, so that a broken invariant can't be overlooked. */
  close(): Promise<void>
}
