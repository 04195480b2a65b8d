import { BookBuilder } from '../../src/book/builder.ts'
import type { Book } from '../../src/book/book.ts'
import { DAY } from '../../src/book/duration.ts'
import { writeInstant, type Instant } from '../../src/book/instant.ts'
import type { PathIdentity } from '../../src/book/paths.ts'
import type { FileEntry } from '../../src/book/tree.ts'
import { BASE, bookOf, NOW } from '../support/book.ts'

/** What is held together where: the little of a book on which separation of duties rests. Instants in milliseconds. */
export interface World {
  readonly people: readonly { readonly id: string; readonly ends?: Instant }[]
  readonly workloads: readonly {
    readonly id: string
    readonly owner: string
    readonly backup?: string
    readonly canRun?: readonly string[]
    readonly expires: Instant
  }[]
  readonly entitlements: readonly {
    readonly system: string
    readonly id: string
    readonly duties?: readonly string[]
    readonly includes?: readonly string[]
    /** Whether it is something in its system, or a bundle alone. */
    readonly target: boolean
  }[]
  readonly grants: readonly WorldGrant[]
  readonly rules: readonly WorldRule[]
  readonly exceptions?: readonly {
    readonly id: string
    readonly rule: string
    readonly subject: string
    readonly expires: Instant
  }[]
}

/** At most one for each entitlement, subject and kind, as its path is made of these. */
export interface WorldGrant {
  readonly subject: string
  /** `system/entitlement`. */
  readonly name: string
  /** Absent: from issuance. */
  readonly starts?: Instant
  readonly expires: Instant
  readonly emergency?: boolean
}

export type WorldTie = 'self' | 'owned' | 'backup' | 'canRun'

export interface WorldRule {
  readonly id: string
  readonly hold: readonly string[]
  readonly atMost: number
  readonly through?: readonly WorldTie[]
  readonly systems?: readonly string[]
  readonly severity?: 'error' | 'warning'
}

/** So many days after {@link NOW}. */
export function day(days: number): Instant {
  return NOW + days * DAY
}

/** How long a workload keeps what it holds after its last owner left, by the settings of these books. */
export const GRACE = 7 * DAY

const SETTINGS = bookOf(BASE).book.settings?.data
const NOTHING = new Uint8Array()

/** Where a grant of a world stands. */
export function pathOf({ name, subject, emergency }: WorldGrant): string {
  return `grants/${emergency === true ? 'emergency' : 'systems'}/${name}/${subject}.yaml`
}

/** A file of a world: its path, what the path says, what is in it. */
type File = readonly [string, PathIdentity, unknown]

/** All files of a world, in its order. */
function filesOf(world: World): readonly File[] {
  return [
    ['grants/grantbook.yaml', { kind: 'settings' }, SETTINGS],
    ...world.rules.map(({ id, ...data }): File => [
      `grants/rules/${id}.yaml`,
      { kind: 'rule', id },
      { title: `Rule ${id}`, ...data }
    ]),
    ...(world.exceptions ?? []).map(({ id, rule, subject, expires }): File => [
      `grants/exceptions/${id}.yaml`,
      { kind: 'exception', id },
      {
        rule,
        subject,
        reason: 'Interim head of finance',
        control: 'Monthly review by audit',
        expires: writeInstant(expires)
      }
    ]),
    ...world.people.map(({ id, ends }): File => [
      `grants/people/${id}.yaml`,
      { kind: 'person', id },
      { name: id, email: `${id}@acme.example`, ...(ends === undefined ? {} : { ends: writeInstant(ends) }) }
    ]),
    ...world.workloads.map(({ id, expires, ...data }): File => [
      `grants/workloads/${id}.yaml`,
      { kind: 'workload', id },
      {
        title: id,
        kind: 'service',
        purpose: id,
        runs: [{ kind: 'other', ref: id }],
        expires: writeInstant(expires),
        ...data
      }
    ]),
    ...world.entitlements.map(({ system, id, duties, includes, target }): File => [
      `grants/systems/${system}/${id}/entitlement.yaml`,
      { kind: 'entitlement', system, id },
      {
        title: id,
        description: id,
        owner: 'carol',
        approvers: ['@acme/a'],
        risk: 'low',
        subjects: ['person', 'workload'],
        ...(duties ? { duties } : {}),
        ...(includes ? { includes } : {}),
        ...(target ? { target: { group: id } } : {})
      }
    ]),
    ...world.grants.map((grant): File => {
      const [system = '', entitlement = ''] = grant.name.split('/')
      const kind = grant.emergency === true ? 'emergency' : 'grant'
      return [
        pathOf(grant),
        { kind, system, entitlement, subject: grant.subject },
        {
          reason: 'Month-end reconciliation',
          expires: writeInstant(grant.expires),
          ...(grant.starts === undefined ? {} : { starts: writeInstant(grant.starts) }),
          ...(kind === 'emergency' ? { incident: 'INC-1' } : {})
        }
      ]
    })
  ]
}

/** The book of a world without writing and reading it; `order` gives its files in another order. */
export function bookOfWorld(
  world: World,
  order: (files: readonly File[]) => readonly File[] = (files) => files
): Book {
  const files = order(filesOf(world))
  const entry = (path: string): FileEntry => ({ path, mode: '100644', blob: path, size: null })
  const builder = new BookBuilder({ entries: new Map(files.map(([path]) => [path, entry(path)])) })
  for (const [path, identity, data] of files) builder.add(entry(path), identity, NOTHING, data)
  return builder.finish()
}
