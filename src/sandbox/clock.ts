import type { Instant } from '../book/instant.ts'

/** One clock for everything in a sandbox; it moves only when told to. */
export interface SandboxClock {
  now(): Instant
  set(at: Instant): void
}
