import { readCommitObject } from '../../evidence/commit-object.ts'
import { readObject } from './cat-file.ts'

/** So many commits are looked at one by one, which starts no process, before git is asked. */
const NEAR = 16

/** Whether a full id is a commit that is here. Throws UnableError if git fails. */
export async function isCommit(root: string, id: string): Promise<boolean> {
  return (await readObject(root, 'commit', id)) !== null
}

/** The parents that a commit names; null: it isn't here, or has a form that only git reads. Throws UnableError. */
async function parentsOf(root: string, id: string): Promise<readonly string[] | null> {
  const object = await readObject(root, 'commit', id)
  return (object && readCommitObject(object)?.parents) ?? null
}

/**
 * The line of first parents that leads to a commit from an earlier one (null: from its first commit), oldest first and
 * without the earlier one. Null: a short look doesn't tell. What it tells, git would.
 */
export async function nearLine(
  root: string,
  from: string | null,
  to: string
): Promise<readonly string[] | null> {
  const line: string[] = []
  for (let at: string | null = to; at !== from;) {
    if (at === null || line.length === NEAR) return null
    const parents = await parentsOf(root, at)
    if (parents === null) return null
    line.push(at)
    at = parents[0] ?? null
  }
  return line.toReversed()
}
