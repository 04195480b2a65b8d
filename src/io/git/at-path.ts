import { readCommitObject } from '../../evidence/commit-object.ts'
import { readObject } from './cat-file.ts'
import { runGit } from './run.ts'
import { FOLDER, readTreeObject, type TreeEntry } from './tree-object.ts'

// What one commit has at one path, read object by object: the process that reads objects runs anyway.

/** Folders with a great many files are still read (bytes). */
const LARGEST_TREE = 64 * 1024 * 1024

/** The entry at a path of a commit; null: the commit isn't here, or has nothing there. Throws UnableError if git fails. */
export async function entryAt(root: string, commit: string, path: string): Promise<TreeEntry | null> {
  const tree = await treeOf(root, commit)
  let here: TreeEntry | null = tree === null ? null : { mode: FOLDER, id: tree }
  for (const name of path.split('/')) {
    if (here?.mode !== FOLDER) return null
    const bytes = await readObject(root, 'tree', here.id, LARGEST_TREE)
    here = (bytes && readTreeObject(bytes, commit).get(asBytes(name))) ?? null
  }
  return here
}

/** The bytes of the file at a path of a commit, as {@link readObject} gives them; null: there is none. Throws UnableError if git fails. */
export async function fileAt(
  root: string,
  commit: string,
  path: string,
  largest?: number
): Promise<Buffer | null> {
  const entry = await entryAt(root, commit, path)
  return entry && readObject(root, 'blob', entry.id, largest)
}

async function treeOf(root: string, commit: string): Promise<string | null> {
  const object = await readObject(root, 'commit', commit)
  if (object === null) return null
  // A form that we don't read (an old encoding, a merged tag) is no reason to see nothing: git reads it.
  const named = readCommitObject(object)?.tree
  if (named !== undefined) return named
  return (await runGit(root, ['rev-parse', '--verify', `${commit}^{tree}`])).toString('latin1').trim()
}

/** A name as trees hold it: one character for each byte. */
function asBytes(name: string): string {
  return Buffer.from(name, 'utf8').toString('latin1')
}
