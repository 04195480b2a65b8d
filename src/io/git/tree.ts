import { identityOf } from './identity.ts'
import { Listing } from './listing.ts'
import { Once } from './once.ts'
import { resolveCommit } from './revision.ts'
import { runGit } from './run.ts'

/** What is read of a repository: the governed files, and what says who owns them. */
export const GOVERNED = ['grants', '.github/CODEOWNERS'] as const

/** The governed files of a commit's tree, straight from git's objects. */
export async function commitTree(root: string, revision: string): Promise<Listing> {
  return treeListing(root, await resolveCommit(root, revision))
}

/** The governed files of a tree (or commit) by its object id. */
export async function treeListing(root: string, id: string): Promise<Listing> {
  const key = `${identityOf(root)}\0${root}\0${id}`
  const known = last?.key === key ? last.listing.deref() : undefined
  if (known) return known
  const listing = new Listing(await listed(root, id, GOVERNED))
  // Only a full id names the same tree for good.
  if (OBJECT_ID.test(id)) last = { key, listing: new WeakRef(listing) }
  return listing
}

const OBJECT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u

/** The steps of one run ask for the same tree one after the other: as long as one of them holds its listing, it is shared. */
let last: { readonly key: string; readonly listing: WeakRef<Listing> } | null = null

const known = new Once<Buffer>()

/** What `git ls-tree -r -z` says of some paths in a tree or commit. */
export function listed(root: string, id: string, paths: readonly string[]): Promise<Buffer> {
  const args = ['ls-tree', '-r', '-z', '--full-tree', id, '--', ...paths]
  return known.get(root, id, args.join(' '), () => runGit(root, args))
}
