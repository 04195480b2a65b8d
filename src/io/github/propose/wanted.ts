import { blobId } from '../../../book/grant-key.ts'
import { tryGit } from '../../git/run.ts'
import type { Reading } from '../github.ts'
import { gap } from '../read.ts'
import type { Desk } from './desk.ts'
import { localCommit, type HeadCommit } from './head-commit.ts'
import { messageOf, sameText, type Proposal, type WantedFile } from './proposal.ts'
import { formAt, PLAIN_FILE, treeWith } from './tree-with.ts'

/** What a proposal comes to on the present tip. */
export interface Wanted {
  /** Tree of the tip. */
  readonly before: string
  /** The same with the files as they are wanted. */
  readonly tree: string
  /** Those files that differ from the tip. Empty: it has all of it already. */
  readonly changes: readonly WantedFile[]
}

/** Computes what is wanted, from the clone alone. */
export async function wantedOf({ root, trees }: Desk, { base, files }: Proposal): Promise<Reading<Wanted>> {
  const tip = await localCommit(root, base.tip)
  if (!tip) return gap('the tip of the base', `the clone has no commit ${base.tip.slice(0, 12)}: fetch first`)
  const tree = await treeWith(trees, tip.tree, files)
  if (!tree.ok) return tree
  const changes: WantedFile[] = []
  for (const file of files) {
    const form = await formAt(trees, tip.tree, file.path)
    const same =
      file.text === null
        ? form === null
        : form?.mode === PLAIN_FILE && form.id === blobId(Buffer.from(file.text))
    if (!same) changes.push(file)
  }
  return { ok: true, value: { before: tip.tree, tree: tree.value, changes } }
}

/**
 * Whether a head gives exactly what is wanted when it is merged into the tip, so that nothing need be rebuilt: one commit
 * with the wanted message, on the tip or on an earlier commit of the base, where all of the paths stood as they do now.
 */
export async function gives(
  { root, trees }: Desk,
  proposal: Proposal,
  { before, tree }: Wanted,
  head: HeadCommit
): Promise<boolean> {
  const { base, files } = proposal
  const [parent] = head.parents
  if (parent === undefined || head.parents.length !== 1 || !sameText(head.message, messageOf(proposal)))
    return false
  if (parent === base.tip) return head.tree === tree
  const old = await localCommit(root, parent)
  if (!old || !(await isAncestor(root, parent, base.tip))) return false
  const there = await treeWith(trees, old.tree, files)
  if (!there.ok || there.value !== head.tree) return false
  for (const { path } of files) {
    const [then, now] = [await formAt(trees, old.tree, path), await formAt(trees, before, path)]
    if (then?.id !== now?.id || then?.mode !== now?.mode) return false
  }
  return true
}

async function isAncestor(root: string, old: string, young: string): Promise<boolean> {
  const { status } = await tryGit(root, ['merge-base', '--is-ancestor', old, young])
  return status === 0
}
