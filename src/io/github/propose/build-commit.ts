import { z } from 'zod'
import type { Reading } from '../github.ts'
import { gap, parsed } from '../read.ts'
import { sha } from '../shapes.ts'
import { write, type Desk } from './desk.ts'
import { messageOf, type Proposal, type WantedFile } from './proposal.ts'
import { PLAIN_FILE } from './tree-with.ts'
import type { Wanted } from './wanted.ts'

const made = z.object({ sha })
/** So many files go into one call: GitHub gives up on an answer after ten seconds. */
const BATCH = 200

/**
 * Makes the one commit of a proposal on GitHub, on the tip, with neither author nor committer named: then GitHub writes the
 * token's own account into it, and signs an App's (it shows as Verified). Nothing leads to it yet, so that it does no harm
 * if nothing comes of it. A gap: GitHub's tree isn't the one that was computed here.
 */
export async function buildCommit(
  desk: Desk,
  proposal: Proposal,
  { before, changes, tree }: Wanted
): Promise<Reading<string>> {
  const { base, branch } = proposal
  let at = before
  for (let from = 0; from < changes.length; from += BATCH) {
    const next = await writeTree(desk, at, changes.slice(from, from + BATCH))
    if (!next.ok) return next
    at = next.value
  }
  if (at !== tree) return gap(`tree of ${branch}`, 'GitHub made another one than was asked for')
  const what = `commit of ${branch}`
  const sent = await write(desk, what, 'POST /repos/{owner}/{repo}/git/commits', {
    message: messageOf(proposal),
    tree,
    parents: [base.tip]
  })
  if (!sent.ok) return sent
  const commit = parsed(what, sent.value, made)
  return commit.ok ? { ok: true, value: commit.value.sha } : commit
}

async function writeTree(desk: Desk, base: string, files: readonly WantedFile[]): Promise<Reading<string>> {
  const sent = await write(desk, 'tree of the files', 'POST /repos/{owner}/{repo}/git/trees', {
    base_tree: base,
    tree: files.map(({ path, text }) => ({
      path,
      mode: PLAIN_FILE,
      type: 'blob',
      // GitHub makes the blob itself; a null id deletes.
      ...(text === null ? { sha: null } : { content: text })
    }))
  })
  if (!sent.ok) return sent
  const tree = parsed('tree of the files', sent.value, made)
  return tree.ok ? { ok: true, value: tree.value.sha } : tree
}
