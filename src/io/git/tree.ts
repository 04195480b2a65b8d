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
  return new Listing(await listed(root, id, GOVERNED))
}

const known = new Once<Buffer>()

/** What `git ls-tree -r -z` says of some paths in a tree or commit. */
export function listed(root: string, id: string, paths: readonly string[]): Promise<Buffer> {
  const args = ['ls-tree', '-r', '-z', '--full-tree', id, '--', ...paths]
  return known.get(root, id, args.join(' '), () => runGit(root, args))
}
