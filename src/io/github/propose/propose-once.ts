import type { Reading } from '../github.ts'
import { readHead } from './branches.ts'
import type { Desk } from './desk.ts'
import { readCommit } from './head-commit.ts'
import { readPullsFrom } from './own-pulls.ts'
import { propose } from './propose.ts'
import type { Proposal, Proposed } from './proposal.ts'
import { gives, wantedOf } from './wanted.ts'

/**
 * Opens a pull request from a branch that isn't there yet, for a person's request. A branch or an open pull request of
 * that name is never touched: it is `left`, with why. But what an earlier attempt of this very request left unfinished (the
 * same commit, pushed by the same account, and no pull request yet) is completed.
 */
export async function proposeOnce(
  desk: Desk,
  proposal: Omit<Proposal, 'reopen'>
): Promise<Reading<Proposed>> {
  const whole: Proposal = { ...proposal, reopen: false }
  const { branch } = proposal
  const head = await readHead(desk, branch)
  if (!head.ok) return head
  const pulls = await readPullsFrom(desk.github, branch)
  if (!pulls.ok) return pulls
  const open = pulls.value.find((pull) => pull.open)
  if (open) return left(branch, open.number, `#${open.number} is open from this branch`)
  if (head.value !== null) {
    const wanted = await wantedOf(desk, whole)
    if (!wanted.ok) return wanted
    const commit = await readCommit(desk.github, desk.root, head.value)
    if (!commit.ok) return commit
    const unfinished = pulls.value.length === 0 && (await gives(desk, whole, wanted.value, commit.value))
    if (!unfinished) return left(branch, null, 'there is a branch of this name: choose another one')
  }
  return propose(desk, { ...whole, reopen: true })
}

function left(branch: string, pull: number | null, why: string): Reading<Proposed> {
  return { ok: true, value: { pull, branch, state: 'left', why } }
}
