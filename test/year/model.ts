import { createHash } from 'node:crypto'
import { ITEMS, PEOPLE, WORKLOADS, type SystemId } from './world.ts'

// What was asked, approved and ended, as whoever runs this year knows it: written down by its own rules and read from
// nothing that the code under test says or does.

/** An instant in milliseconds. */
type At = number

/** A grant as it was last approved. */
export interface Approved {
  readonly path: string
  readonly subject: string
  readonly system: SystemId
  readonly item: string
  readonly kind: 'grant' | 'emergency'
  /** Null: at once. */
  readonly from: At | null
  /** First instant after it, by its own file. */
  readonly expires: At
}

/** What should stand for one grant. */
export interface Standing {
  readonly path: string
  readonly system: SystemId
  /** `user/p020` or `role/ci/w001`. */
  readonly principal: string
  readonly item: string
  readonly from: At | null
  readonly until: At
}

const DAY = 86_400_000
const GRACE = 7 * DAY

/** Everybody, and what was approved for them. */
export class Model {
  readonly grants = new Map<string, Approved>()
  /** First instant after somebody's last day. */
  readonly ends = new Map<string, At>()
  /** Until when somebody is suspended; `Infinity`: until its file goes. */
  readonly suspended = new Map<string, At>()
  /** Files on main that nobody approved: nobody asks for anything there until they are restored. */
  readonly unapproved = new Set<string>()

  /** Everything that should stand in the accounts at an instant, by path. */
  standing(at: At): ReadonlyMap<string, Standing> {
    const found = new Map<string, Standing>()
    for (const { path, subject, system, item, from, expires } of this.grants.values()) {
      const until = Math.min(expires, this.endOf(subject))
      if (until <= at || this.isSuspended(subject, at)) continue
      if (from !== null && (from >= until || (isMembership(item) && from > at))) continue
      found.set(path, { path, system, principal: principalOf(subject), item, from, until })
    }
    return found
  }

  /** When everything of a subject ends at the latest. */
  endOf(subject: string): At {
    const workload = WORKLOADS.find(({ id }) => id === subject)
    if (!workload) return this.ends.get(subject) ?? Infinity
    const { owner, backup } = workload
    const last = [owner, ...(backup === null ? [] : [backup])].map((id) => this.ends.get(id) ?? Infinity)
    return Math.max(...last) + GRACE
  }

  isSuspended(subject: string, at: At): boolean {
    return (this.suspended.get(subject) ?? -Infinity) > at
  }

  /** Whether somebody is here and may work. */
  isActive(person: string, at: At): boolean {
    return (this.ends.get(person) ?? Infinity) > at && !this.isSuspended(person, at)
  }

  /** People who may ask for something now: approvers never do. */
  askers(at: At): readonly string[] {
    return PEOPLE.slice(20).flatMap(({ id }) => (this.isActive(id, at) && !this.ends.has(id) ? [id] : []))
  }
}

/** Whether something is a membership: what can't carry a date. */
export function isMembership(item: string): boolean {
  return item === 'auditors'
}

/** Who somebody is in an account. */
export function principalOf(subject: string): string {
  return WORKLOADS.some(({ id }) => id === subject) ? `role/ci/${subject}` : `user/${subject}`
}

/** Where a grant's file stands. */
export function pathOf(kind: Approved['kind'], system: SystemId, item: string, subject: string): string {
  return `grants/${kind === 'grant' ? 'systems' : 'emergency'}/${system}/${item}/${subject}.yaml`
}

/** How a grant's statements begin (docs/aws-iam.md): `g`, 16 hexadecimal digits of its path's SHA-256, `x`. */
export function sidOf(path: string): string {
  return `g${createHash('sha256').update(path).digest('hex').slice(0, 16)}x`
}

/** The item of an id. Throws RangeError. */
export function itemOf(id: string): (typeof ITEMS)[number] {
  const found = ITEMS.find((item) => item.id === id)
  if (!found) throw new RangeError(id)
  return found
}
