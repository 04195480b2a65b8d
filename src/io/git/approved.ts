import { EvidenceError } from '../../book/errors.ts'
import type { Extent, FileEntry, Tree } from '../../book/tree.ts'
import type { ApprovedTree } from '../../evidence/approved-tree.ts'
import type { Event } from '../../evidence/events.ts'
import { fileOfEvents, readLines } from '../../evidence/lines.ts'
import { lastProved, newestSeal, type Proved } from '../../evidence/proved.ts'
import { openChanged, openTree, type Source } from '../source.ts'
import { ObjectReader } from './cat-file.ts'
import { LARGEST_EVENTS, subtree } from './evidence-walk.ts'
import { Listing } from './listing.ts'
import { runGit } from './run.ts'
import { listed, treeListing } from './tree.ts'

/** Folders whose files may be reduced without proof and still say who may approve. */
const WATCHED = ['events/grants/people', 'events/grants/suspensions']

/**
 * The approved tree of a commit of the evidence branch. Reads the listing, the events of people and suspensions, and of
 * `runs/` only as much as it takes to find the last seal. Nothing is verified here. Throws EvidenceError if the commit
 * holds no approved tree, UnableError if git can't read it.
 */
export async function approvedTreeAt(root: string, head: string): Promise<ApprovedTree> {
  const tree = await approvedTreeId(root, head)
  const [files, records] = await Promise.all([
    treeListing(root, tree),
    listed(root, head, ['runs', ...WATCHED])
  ])
  const reader = new ObjectReader(root, 'blob', LARGEST_EVENTS)
  try {
    const listing = new Listing(records)
    const [sealed, unproved] = [
      await findSeal(reader, listing, head),
      await findUnproved(root, head, reader, listing)
    ]
    return new ApprovedListing(files, head, sealed, unproved)
  } finally {
    reader.close()
  }
}

/** The approved files at a commit of the evidence branch, by their paths without `approved/`. */
export async function openApproved(root: string, head: string): Promise<Source> {
  return openTree(root, await approvedTreeId(root, head))
}

/** As {@link openApproved}, with every unproved reduction undone: by these files it is decided who may approve. */
export async function openProved(root: string, approved: ApprovedTree): Promise<Source> {
  const source = await openApproved(root, approved.evidence)
  if (approved.unproved.size === 0) return source
  source.close()
  return openChanged(
    root,
    source,
    [...approved.unproved].map(([path, after]) => ({ path, after }))
  )
}

async function approvedTreeId(root: string, head: string): Promise<string> {
  const id = await subtree(root, head, 'approved')
  if (id !== null) return id
  throw new EvidenceError(
    `The branch "evidence" holds no approved files at ${head}: it doesn’t begin with a genesis. Nothing was done. Run grantbook genesis, or restore the branch.`
  )
}

/** A listing that says what it is. */
class ApprovedListing implements ApprovedTree {
  readonly entries: ReadonlyMap<string, FileEntry>
  readonly evidence: string
  readonly sealed: string
  readonly unproved: ReadonlyMap<string, FileEntry | null>
  readonly #files: Listing

  constructor(files: Listing, evidence: string, sealed: string, unproved: ApprovedTree['unproved']) {
    this.entries = files.entries
    this.evidence = evidence
    this.sealed = sealed
    this.unproved = unproved
    this.#files = files
  }

  named(name: string): readonly FileEntry[] {
    return this.#files.named(name)
  }

  extent(): Extent {
    return this.#files.extent()
  }
}

async function eventsOf(reader: ObjectReader, entries: readonly FileEntry[]): Promise<readonly Event[][]> {
  const blobs = await reader.read(entries.flatMap(({ blob }) => blob ?? []))
  return entries.map(({ path, blob }) => {
    const bytes = blobs.get(blob ?? '')
    if (!bytes)
      throw new EvidenceError(
        `${path} on the branch "evidence" can’t be read. Restore it from another clone.`
      )
    return [...readLines(bytes.toString('utf8')).events]
  })
}

/** Newest months first, until one says up to where main has been judged. */
async function findSeal(reader: ObjectReader, listing: Listing, head: string): Promise<string> {
  const months = listing.under('runs/').toReversed()
  for (const [index, month] of months.entries()) {
    // A run that began in the month before may have written into its file last.
    const near = [month, ...months.slice(index + 1, index + 2)]
    const seal = newestSeal(await eventsOf(reader, near))
    if (seal !== null) return seal
  }
  throw new EvidenceError(
    `The branch "evidence" doesn’t say at ${head} up to which commit main has been judged. Restore the branch.`
  )
}

async function findUnproved(
  root: string,
  head: string,
  reader: ObjectReader,
  listing: Listing
): Promise<ReadonlyMap<string, FileEntry | null>> {
  const files = WATCHED.flatMap((folder) => listing.under(`${folder}/`))
  const found = new Map<string, FileEntry | null>()
  let first: Tree | null = null
  for (let at = 0; at < files.length; at += BATCH) {
    const batch = files.slice(at, at + BATCH)
    for (const [index, events] of (await eventsOf(reader, batch)).entries()) {
      const path = fileOfEvents(batch[index]?.path ?? '')
      const proved: Proved = lastProved(events)
      if (path === null || proved.state === 'proved') continue
      if (proved.state === 'reduced') found.set(path, entryOf(path, proved.blob))
      else found.set(path, (first ??= await firstTree(root, head)).entries.get(path) ?? null)
    }
  }
  return found
}

const BATCH = 2000

/** What genesis took: whatever no event has moved since has that form. */
async function firstTree(root: string, head: string): Promise<Tree> {
  const ids = await runGit(root, ['rev-list', '--first-parent', '--max-parents=0', head, '--'])
  return treeListing(root, await approvedTreeId(root, ids.toString('utf8').trim()))
}

function entryOf(path: string, blob: string | null): FileEntry | null {
  return blob === null ? null : { path, mode: '100644', blob, size: null }
}
