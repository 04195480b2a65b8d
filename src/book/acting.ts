import { append } from './append.ts'
import type { Book } from './book.ts'

/** How somebody comes to act as a workload: owning it, backing up its owner, or running it. */
export type Tie = 'owned' | 'backup' | 'canRun'

/** A workload that somebody can act as, and by what. */
export interface Acted {
  readonly workload: string
  readonly by: Tie
}

const NONE: readonly Acted[] = []
/** So many are looked for one by one; for more, an index costs less. */
const FEW = 32

/** The workloads that each person or workload can act as directly, owned ones first. */
class Ties {
  readonly #book: Book
  #asked = 0
  #index: ReadonlyMap<string, readonly Acted[]> | null = null

  constructor(book: Book) {
    this.#book = book
  }

  of(who: string): readonly Acted[] {
    this.#asked += 1
    if (this.#index === null && this.#asked > FEW) this.#index = this.#all()
    return this.#index ? (this.#index.get(who) ?? NONE) : this.#one(who)
  }

  #one(who: string): readonly Acted[] {
    const owned: Acted[] = []
    const backup: Acted[] = []
    for (const { id, data } of this.#book.workloads.values()) {
      if (data.owner === who) owned.push({ workload: id, by: 'owned' })
      if (data.backup === who) backup.push({ workload: id, by: 'backup' })
    }
    const runs = this.#book.workloads.get(who)?.data.canRun ?? []
    return [...owned, ...backup, ...runs.map((workload) => ({ workload, by: 'canRun' }) as const)]
  }

  #all(): ReadonlyMap<string, readonly Acted[]> {
    const found = new Map<string, Acted[]>()
    const { workloads } = this.#book
    for (const { id, data } of workloads.values()) append(found, data.owner, { workload: id, by: 'owned' })
    for (const { id, data } of workloads.values())
      if (data.backup !== undefined) append(found, data.backup, { workload: id, by: 'backup' })
    for (const { id, data } of workloads.values())
      for (const run of data.canRun ?? []) append(found, id, { workload: run, by: 'canRun' })
    return found
  }
}
const cache = new WeakMap<Book, Ties>()

function tiesOf(book: Book): Ties {
  let known = cache.get(book)
  if (!known) cache.set(book, (known = new Ties(book)))
  return known
}

/** How a subject acts as a workload: each step from the one before it, the subject itself left out. */
export type Route = readonly Acted[]

const NOBODY: ReadonlyMap<string, Route> = new Map()

/** Every workload that a subject can act as by these ties, with the shortest way to it. Cycles end. */
export function actsAs(book: Book, subject: string, by: ReadonlySet<Tie>): ReadonlyMap<string, Route> {
  const all = tiesOf(book)
  const own = all.of(subject)
  if (own.length === 0) return NOBODY
  const found = new Map<string, Route>()
  const open: { readonly who: string; readonly route: Route }[] = [{ who: subject, route: [] }]
  for (const { who, route } of open) {
    for (const step of who === subject ? own : all.of(who)) {
      if (!by.has(step.by) || step.workload === subject || found.has(step.workload)) continue
      const way = [...route, step]
      found.set(step.workload, way)
      open.push({ who: step.workload, route: way })
    }
  }
  return found
}

const runners = new WeakMap<Book, ReadonlyMap<string, readonly string[]>>()

/** By workload: the workloads that can run it. Gone through once for each book. */
function runnersOf(book: Book): ReadonlyMap<string, readonly string[]> {
  const known = runners.get(book)
  if (known) return known
  const found = new Map<string, string[]>()
  for (const { id, data } of book.workloads.values())
    for (const run of data.canRun ?? []) append(found, run, id)
  runners.set(book, found)
  return found
}

/** These subjects and everybody who can in the end act as one of them. */
export function withActors(book: Book, subjects: Iterable<string>): ReadonlySet<string> {
  // A set that grows while it is gone through follows chains to their end.
  const reached = new Set(subjects)
  for (const subject of reached) {
    const workload = book.workloads.get(subject)?.data
    if (workload) reached.add(workload.owner)
    if (workload?.backup !== undefined) reached.add(workload.backup)
    // Whoever can run a workload that has no file yet counts too.
    for (const runner of runnersOf(book).get(subject) ?? []) reached.add(runner)
  }
  return reached
}
