import { append } from '../book/append.ts'
import type { Instant } from '../book/instant.ts'
import {
  placeOf,
  type EndedForm,
  type Holder,
  type Ledger,
  type Moved,
  type OutsideRecord,
  type Removal,
  type Seen,
  type Standing,
  type Unmoved
} from '../plan/ledger.ts'
import type { Use } from '../findings/uses.ts'
import { foldFile, type FileRecord } from './fold-file.ts'
import { foldRuns } from './fold-runs.ts'
import { fileOfEvents } from './lines.ts'

/** A ledger, and what else a run must know of those before it. */
export interface Folded {
  readonly ledger: Ledger
  /** Runs whose intents nobody has settled. */
  readonly open: readonly string[]
  /** Numbers of merged pull requests that have been judged: each is judged once. */
  readonly judged: ReadonlySet<number>
  /** When the last run finished, if no run has recorded anything of its own since; else null. */
  readonly rested: Instant | null
  /** When the nightly last came to its end; null: it never did. */
  readonly beat: Instant | null
  /** When runs came to their ends and said so, oldest first. */
  readonly signs: readonly Instant[]
}

/** Puts the records of all files together. `runs` are the texts of `runs/`, oldest first. */
export function foldAll(records: Iterable<FileRecord>, runs: readonly string[]): Folded {
  const standing = new Map<string, Map<string, readonly Standing[]>>()
  const ended = new Map<string, EndedForm>()
  const refused = new Map<string, string>()
  const holders = new Map<string, readonly Holder[]>()
  const suspended = new Map<string, string>()
  const unreadable = new Set<string>()
  const removals: Removal[] = []
  const moved = new Map<string, Moved>()
  const unmoved = new Map<string, Unmoved>()
  const discovered = new Map<string, readonly Seen[]>()
  const outside = new Map<string, OutsideRecord>()
  const uses = new Map<string, readonly Use[]>()
  for (const record of records) {
    const { file } = record
    for (const [system, here] of bySystem(record.standing)) {
      const known = standing.get(system) ?? new Map<string, readonly Standing[]>()
      standing.set(system, known.set(file, here))
    }
    if (record.ended !== null) ended.set(file, record.ended)
    for (const [system, code] of record.refused) refused.set(placeOf(file, system), code)
    if (record.holders.length > 0) holders.set(file, record.holders)
    if (record.suspended !== null) suspended.set(file, record.suspended)
    if (!record.readable) unreadable.add(file)
    if (record.moved) moved.set(file, record.moved)
    if (record.unmoved) unmoved.set(file, record.unmoved)
    if (record.discovered.length > 0) discovered.set(file, record.discovered)
    if (record.outside) outside.set(file, record.outside)
    if (record.uses.length > 0) uses.set(file, record.uses)
    removals.push(...record.removals)
  }
  const { intents, open, removals: strays, judged, rested, beat, signs } = foldRuns(runs)
  removals.push(...strays)
  const outcome = { standing, ended, removals, refused, holders, intents, suspended, unreadable }
  return {
    ledger: { ...outcome, moved, unmoved, discovered, outside, uses },
    open,
    judged,
    rested,
    beat,
    signs
  }
}

/** Most files are about one system: then the list is that system's. */
function bySystem(list: readonly Standing[]): readonly (readonly [string, readonly Standing[]])[] {
  const [first] = list
  if (!first) return []
  if (list.every(({ system }) => system === first.system)) return [[first.system, list]]
  const lists = new Map<string, Standing[]>()
  for (const one of list) append(lists, one.system, one)
  return [...lists]
}

/** Folds a whole branch given as paths and texts. */
export function foldTexts(files: ReadonlyMap<string, string>): Folded {
  const records: FileRecord[] = []
  const runs: string[] = []
  for (const path of [...files.keys()].toSorted()) {
    const text = files.get(path) ?? ''
    const file = fileOfEvents(path)
    if (file !== null) records.push(foldFile(file, text))
    else if (path.startsWith('runs/')) runs.push(text)
  }
  return foldAll(records, runs)
}
