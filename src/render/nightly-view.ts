import type { Instant } from '../book/instant.ts'
import type { ApplyView } from './apply-view.ts'

/** What `nightly` says: the value behind all its formats. */
export interface NightlyView extends ApplyView {
  /** Pull requests of ours: opened, kept, left or withdrawn. Sorted by branch. */
  readonly pulls: readonly {
    readonly pull: number | null
    readonly branch: string
    readonly state: string
    readonly why: string | null
  }[]
  /** Issues that tell people what ends, and ask governance for owners, sorted by person, then those about what can't wait in a system. */
  readonly issues: readonly {
    readonly issue: number
    readonly person: string | null
    readonly system: string | null
    readonly state: string
  }[]
  /** What ends soon, by person. */
  readonly notices: readonly {
    readonly person: string
    readonly grants: readonly { readonly grant: string; readonly until: Instant }[]
    readonly workloads: readonly { readonly workload: string; readonly until: Instant }[]
  }[]
}
