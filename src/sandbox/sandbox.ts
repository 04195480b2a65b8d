import type { Instant } from '../book/instant.ts'

/** One clock for everything in a sandbox; it moves only when told to. */
export interface SandboxClock {
  now(): Instant
  set(at: Instant): void
}

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
   * (the connection dies without or with the effect), `stale` (reads answer as before the last writes), `denied` (403).
   */
  readonly kind: 'throttle' | 'error-before' | 'error-after' | 'drop-before' | 'drop-after' | 'stale' | 'denied'
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

/** Keys of one principal of a sandbox account. */
export interface SandboxKeys {
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** A running sandbox. */
export interface Sandbox {
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
  observe(observer: ((phase: 'before' | 'after', call: { service: string; operation: string; account: string | null }) => void) | null): void
  close(): Promise<void>
}
