import type { Book } from './book.ts'

/** How somebody comes to act as a workload: owning it, backing up its owner, or running it. */
export type Tie = 'owned' | 'backup' | 'canRun'

/** A workload that somebody can act as, and by what. */
export interface Acted {
  readonly workload: string
  readonly by: Tie
}

const cache = new WeakMap<Book, ReadonlyMap<string, readonly Acted[]>>()

/** By person or workload: the workloads that it can act as directly, owned ones first. Gone through once for each book. */
export function ties(book: Book): ReadonlyMap<string, readonly Acted[]> {
  const known = cache.get(book)
  if (known) return known
  const found = new Map<string, Acted[]>()
  const add = (who: string, workload: string, by: Tie): void => {
    const list = found.get(who)
    if (list) list.push({ workload, by })
    else found.set(who, [{ workload, by }])
  }
  for (const { id, data } of book.workloads.values()) add(data.owner, id, 'owned')
  for (const { id, data } of book.workloads.values())
    if (data.backup !== undefined) add(data.backup, id, 'backup')
  for (const { id, data } of book.workloads.values())
    for (const run of data.canRun ?? []) add(id, run, 'canRun')
  cache.set(book, found)
  return found
}

/** How a subject acts as a workload: each step from the one before it, the subject itself left out. */
export type Route = readonly Acted[]

/** Every workload that a subject can act as by these ties, with the shortest way to it. Cycles end. */
export function actsAs(book: Book, subject: string, by: ReadonlySet<Tie>): ReadonlyMap<string, Route> {
  const all = ties(book)
  const found = new Map<string, Route>()
  if (!all.has(subject)) return found
  const open: { readonly who: string; readonly route: Route }[] = [{ who: subject, route: [] }]
  for (const { who, route } of open) {
    for (const step of all.get(who) ?? []) {
      if (!by.has(step.by) || step.workload === subject || found.has(step.workload)) continue
      const way = [...route, step]
      found.set(step.workload, way)
      open.push({ who: step.workload, route: way })
    }
  }
  return found
}

const behind = new WeakMap<Book, ReadonlyMap<string, readonly string[]>>()

/** By workload: its owner, its backup and the workloads that can run it. Gone through once for each book. */
export function actorsOf(book: Book): ReadonlyMap<string, readonly string[]> {
  const known = behind.get(book)
  if (known) return known
  const found = new Map<string, string[]>()
  for (const [who, acted] of ties(book)) {
    for (const { workload } of acted) {
      const list = found.get(workload)
      if (list) list.push(who)
      else found.set(workload, [who])
    }
  }
  behind.set(book, found)
  return found
}

/** These subjects and everybody who can in the end act as one of them. */
export function withActors(book: Book, subjects: Iterable<string>): ReadonlySet<string> {
  const actors = actorsOf(book)
  // A set that grows while it is gone through follows chains to their end.
  const reached = new Set(subjects)
  for (const subject of reached) for (const actor of actors.get(subject) ?? []) reached.add(actor)
  return reached
}
