import type { Reading } from '../github.ts'
import { isAuthor } from './author.ts'
import { deleteBranch, moveBranch, readHead } from './branches.ts'
import type { Desk } from './desk.ts'
import { readPullsFrom } from './own-pulls.ts'
import type { Base } from './proposal.ts'
import { sayOnce } from './say.ts'
import { named, whoseIs } from './whose.ts'

/** What became of a withdrawal. */
export interface Withdrawn {
  /** The pull request that was open; null: none was. */
  readonly pull: number | null
  readonly branch: string
  /** `none`: there was nothing to withdraw. `left`: it isn't ours alone. */
  readonly state: 'closed' | 'deleted' | 'none' | 'left'
  readonly why: string | null
}

/**
 * Says why on our open pull request (`why`, Markdown, escaped) and deletes its branch, with which GitHub closes it; a branch
 * alone is deleted too. Only if all its commits and pushes are our own. Nothing is left behind that no later run would find,
 * wherever it stops. Source: GitHub's documentation, "Creating and deleting branches within your repository".
 */
export async function withdraw(
  desk: Desk,
  branch: string,
  base: Base,
  why: string
): Promise<Reading<Withdrawn>> {
  const pulls = await readPullsFrom(desk.github, branch)
  if (!pulls.ok) return pulls
  const head = await readHead(desk, branch)
  if (!head.ok) return head
  const open = pulls.value.filter((pull) => pull.open)
  const pull = open.find(({ author }) => isAuthor(author, desk.by)) ?? null
  const told = (state: Withdrawn['state'], reason: string | null = null): Reading<Withdrawn> => ({
    ok: true,
    value: { pull: pull?.number ?? null, branch, state, why: reason }
  })
  const other = open.find(({ author }) => !isAuthor(author, desk.by))
  if (other) return told('left', `${named(other.author)} opened #${other.number} from our branch`)
  if (head.value === null) return told('none')
  const whose = await whoseIs(desk, branch, head.value, base.tip)
  if (!whose.ok) return whose
  if (whose.value.lost !== null) {
    const back = await moveBranch(desk, branch, head.value, whose.value.lost)
    if (!back.ok) return back
  }
  if (!whose.value.ours) return told('left', whose.value.why)
  if (pull) {
    const said = await sayOnce(desk, pull.number, why)
    if (!said.ok) return said
  }
  const deleted = await deleteBranch(desk, branch, head.value)
  return deleted.ok ? told(pull ? 'closed' : 'deleted') : deleted
}
