import type { EntitlementName } from './ids.ts'
import type { Instant } from './instant.ts'
import type { Entitlement } from './kinds/entitlement.ts'
import type { Exception } from './kinds/exception.ts'
import type { OutOfBand } from './kinds/out-of-band.ts'
import type { Person } from './kinds/person.ts'
import type { Retrospective } from './kinds/retrospective.ts'
import type { Rule } from './kinds/rule.ts'
import type { Settings } from './kinds/settings.ts'
import type { Suspension } from './kinds/suspension.ts'
import type { System } from './kinds/system.ts'
import type { Workload } from './kinds/workload.ts'
import type { PathIdentity } from './paths.ts'
import type { Tree } from './tree.ts'

/** One valid file: where it is, which content, what it says. */
export interface Entry<T> {
  readonly id: string
  readonly path: string
  /** git's object id of exactly this content. */
  readonly blob: string
  readonly data: T
}

export type EntitlementEntry = Entry<Entitlement> & {
  readonly system: string
  readonly name: EntitlementName
}

/** One subject holds one entitlement for a time, for a reason. `id` is the subject's. */
export interface Grant {
  readonly kind: 'grant' | 'emergency'
  readonly path: string
  readonly blob: string
  readonly system: string
  /** The bare id; `name` has the system in front. */
  readonly entitlement: string
  readonly name: EntitlementName
  readonly subject: string
  readonly reason: string
  /** First instant after the access, read from `expires`; null if that day doesn't exist (then the grant has an error). */
  readonly expires: Instant | null
  /** First instant of the access, if the file has a real one. */
  readonly starts: Instant | null
  /** Whether the file names a start at all: a `starts` that isn't real must not turn into "at once". */
  readonly hasStarts: boolean
  readonly ticket: string | null
  readonly requester: string | null
  readonly task: string | null
  readonly incident: string | null
}

/** A person or workload. */
export type Subject =
  | { readonly kind: 'person'; readonly entry: Entry<Person> }
  | { readonly kind: 'workload'; readonly entry: Entry<Workload> }

/**
 * Everything that a tree's valid files say, indexed. Files that were refused are named in `invalid` and nowhere else.
 * A book may be partial: then it holds only what was asked for, and `tree` still names all.
 */
export interface Book {
  readonly tree: Tree
  readonly settings: Entry<Settings> | null
  readonly people: ReadonlyMap<string, Entry<Person>>
  readonly workloads: ReadonlyMap<string, Entry<Workload>>
  readonly systems: ReadonlyMap<string, Entry<System>>
  readonly entitlements: ReadonlyMap<EntitlementName, EntitlementEntry>
  /** By path. */
  readonly grants: ReadonlyMap<string, Grant>
  readonly grantsOfSubject: ReadonlyMap<string, readonly Grant[]>
  readonly grantsOfEntitlement: ReadonlyMap<EntitlementName, readonly Grant[]>
  readonly rules: ReadonlyMap<string, Entry<Rule>>
  readonly exceptions: ReadonlyMap<string, Entry<Exception>>
  /** By subject. */
  readonly suspensions: ReadonlyMap<string, Entry<Suspension>>
  /** By path. */
  readonly outOfBand: ReadonlyMap<string, Entry<OutOfBand> & { readonly system: string }>
  /** By path. */
  readonly retrospectives: ReadonlyMap<string, Entry<Retrospective> & RetrospectiveOf>
  /** Paths that exist but were refused, with what their path says (null: no kind has that shape). */
  readonly invalid: ReadonlyMap<string, PathIdentity | null>
}

export interface RetrospectiveOf {
  readonly system: string
  readonly entitlement: string
  readonly subject: string
  /** As in the file's name: `20261121T0310Z`. */
  readonly start: string
}
