import type { PathDifference, PullFacts } from '../../approval/facts.ts'
import type { ProofQuestion } from '../../approval/proof-input.ts'
import type { Book } from '../../book/book.ts'
import type { Instant } from '../../book/instant.ts'
import type { OutOfBand } from '../../book/kinds/out-of-band.ts'
import { identify, type Kind } from '../../book/paths.ts'
import type { FileEntry, Tree } from '../../book/tree.ts'
import type { ApprovedTree } from '../../evidence/approved-tree.ts'
import { isTakenAway } from '../../evidence/found-before.ts'
import { eventsAt } from '../../io/git/events-at.ts'
import { isApp } from '../../io/github/requester.ts'
import { openChanged, openResolved, type Source } from '../../io/source.ts'
import { formOf } from './landed-commits.ts'

/** Kinds of which there may be a hundred thousand files, and of which a proof needs only those that are touched. */
const MANY: ReadonlySet<Kind> = new Set(['grant', 'emergency', 'out-of-band', 'retrospective'])

/** What a pull request is proved against. */
export interface ProvedAgainst {
  /** Files of the approved tree so far. Whoever gives it closes it. */
  readonly source: Source
  /** Which of them were reduced without proof, with their last proved forms. */
  readonly unproved: ApprovedTree['unproved']
  /** Commit of the evidence branch that these are of; null: there is none. */
  readonly evidence: string | null
  /** The present; what is merged is judged as of its merge. */
  readonly now: Instant
}

/** Reads what the rules need of the approved tree, before and after the pull request. */
export async function proofQuestion(
  root: string,
  facts: PullFacts,
  { source, unproved, evidence, now }: ProvedAgainst
): Promise<ProofQuestion> {
  const differences = facts.landed?.differences ?? facts.content.differences ?? []
  const touched = differences.map(({ path }) => path)
  const before = await loadFrom(source, touched)
  const book = await changed(root, source, [...unproved].map(toChange), before, touched)
  const after = await changed(root, source, differences.map(landedChange), before, touched)
  return {
    facts,
    book,
    before,
    after,
    approvedForm: (path) => formOf(source.tree.entries.get(path)),
    found: await foundByApp(root, facts, book.settings?.data.app ?? '', touched),
    takenAway: await takenAway(root, evidence, before, after, touched),
    now: facts.landed?.at ?? now
  }
}

interface Change {
  readonly path: string
  readonly after: FileEntry | null
}

function toChange([path, after]: readonly [string, FileEntry | null]): Change {
  return { path, after }
}

function landedChange({ path, after }: PathDifference): Change {
  return { path, after: after && { path, mode: after.mode, blob: after.blob, size: null } }
}

/** The files as they are after some changes; `same` if there are none. */
async function changed(
  root: string,
  source: Source,
  changes: readonly Change[],
  same: Book,
  touched: readonly string[]
): Promise<Book> {
  if (changes.length === 0) return same
  const next = openChanged(root, source, changes)
  try {
    return await loadFrom(next, touched)
  } finally {
    next.close()
  }
}

async function loadFrom(source: Source, touched: readonly string[]): Promise<Book> {
  const { book } = await source.load(new Set([...governing(source.tree), ...touched]))
  return book
}

function* governing({ entries }: Tree): Generator<string> {
  for (const path of entries.keys()) {
    const kind = identify(path)?.kind
    // A path without a kind is refused by its shape alone.
    if (kind !== undefined && !MANY.has(kind)) yield path
  }
}

/** Files that ask for what was taken away outside to be restored, as evidence has it. */
async function takenAway(
  root: string,
  evidence: string | null,
  before: Book,
  after: Book,
  touched: readonly string[]
): Promise<ReadonlySet<string>> {
  const known = new Set<string>()
  for (const path of touched) {
    const data = after.outOfBand.get(path)?.data
    if (!data || evidence === null) continue
    const approved = before.outOfBand.get(path)?.data ?? null
    if (isTakenAway(data, approved, await eventsAt(root, evidence, path))) known.add(path)
  }
  return known
}

/** What our App itself last wrote into the files of access found outside that others have changed since. */
async function foundByApp(
  root: string,
  { author, pushes, reviewed }: PullFacts,
  app: string,
  touched: readonly string[]
): Promise<ReadonlyMap<string, OutOfBand>> {
  const paths = touched.filter((path) => identify(path)?.kind === 'out-of-band')
  const byApp = pushes.filter((push) => isApp(push.by, app))
  const last = byApp.at(-1)
  if (!last || paths.length === 0 || !isApp(author, app) || byApp.length === pushes.length) return new Map()
  // A commit that couldn't be fetched tells nothing: then what others wrote is refused.
  if (!reviewed.get(last.after)?.differences) return new Map()
  const source = await openResolved(root, last.after)
  try {
    const { book } = await source.load(new Set(paths))
    return new Map([...book.outOfBand].map(([path, { data }]) => [path, data]))
  } finally {
    source.close()
  }
}
