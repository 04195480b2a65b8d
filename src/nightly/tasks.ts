import type { Book, Grant } from '../book/book.ts'
import { resolveEntitlement } from '../book/bundles.ts'
import { DAY } from '../book/duration.ts'
import type { Instant } from '../book/instant.ts'
import type { Desired } from '../plan/desired.ts'
import { readTask, type TaskReference } from './task-reference.ts'

/** One task, and the grants that it justifies. */
export interface TaskMatter {
  readonly task: TaskReference
  /** Sorted by path. */
  readonly grants: readonly Grant[]
}

/** Tasks of workloads' grants. */
export interface Tasks {
  /** To be looked at, each once, sorted by key. */
  readonly open: readonly TaskMatter[]
  /** Grants with a task that nobody can look at: why → how many. Such a grant never ends by its task. */
  readonly unknown: ReadonlyMap<string, number>
}

/**
 * The tasks that grants to workloads name, as far as such a grant may still give anything: what has ended is left out, and
 * so is what doesn't end with its task. A suspended grant comes back, so its task is looked at.
 */
export function tasksOf(book: Book, { gone }: Pick<Desired, 'gone'>, host: string): Tasks {
  const found = new Map<string, { readonly task: TaskReference; readonly grants: Grant[] }>()
  const unknown = new Map<string, number>()
  const count = (why: string): unknown => unknown.set(why, (unknown.get(why) ?? 0) + 1)
  for (const grant of book.grants.values()) {
    const over = gone.get(grant.path)
    if (!book.workloads.has(grant.subject) || (over && over.kind !== 'suspended')) continue
    const ongoing = isOngoing(book, grant)
    if (ongoing === true) continue
    const { reference, why } = grant.task === null ? UNTOLD : readTask(grant.task, host)
    if (ongoing === null) count('is of an entitlement that can’t be read')
    else if (reference === null) count(why)
    else {
      const known = found.get(reference.key)
      if (known) known.grants.push(grant)
      else found.set(reference.key, { task: reference, grants: [grant] })
    }
  }
  const open = [...found]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { task, grants }]) => ({ task, grants: grants.toSorted((a, b) => (a.path < b.path ? -1 : 1)) }))
  return { open, unknown }
}

const UNTOLD = { reference: null, why: 'is named by none of these' } as const

/** Whether a grant outlives its task: its entitlement says so, and everything that it includes. Null: nobody knows. */
function isOngoing(book: Book, { name }: Grant): boolean | null {
  const resolved = resolveEntitlement(book, name)
  if (!resolved || resolved.missing.length > 0 || resolved.cyclic) return null
  return resolved.all.every(({ data }) => data.task === 'ongoing')
}

/** The same in another order each night, so that whoever gets through `most` of them a night sees each in its turn. */
export function inTurn<T>(all: readonly T[], most: number, now: Instant): readonly T[] {
  if (all.length <= most) return all
  const start = (Math.floor(now / DAY) * most) % all.length
  return [...all.slice(start), ...all.slice(0, start)]
}
