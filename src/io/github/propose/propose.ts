import { isAuthor } from './author.ts'
import type { Reading } from '../github.ts'
import { gap } from '../read.ts'
import { createBranch, deleteBranch, moveBranch, readHead } from './branches.ts'
import { buildCommit } from './build-commit.ts'
import { readCloser } from './closing.ts'
import { describePull, saysSo } from './describe.ts'
import type { Desk } from './desk.ts'
import { readCommit } from './head-commit.ts'
import { openPull, reopenPull } from './open-pull.ts'
import { readPullsFrom, type OwnPull } from './own-pulls.ts'
import { faultOf, type Proposal, type Proposed } from './proposal.ts'
import { gives, wantedOf, type Wanted } from './wanted.ts'
import { named, whoseIs } from './whose.ts'

/** One proposal with what it comes to. */
interface Matter {
  readonly desk: Desk
  readonly proposal: Proposal
  readonly wanted: Wanted
}

/**
 * Brings a pull request to what is proposed. An open one that gives it already costs only reads; one whose commits and
 * pushes are all ours is rebuilt as one commit on the tip; one that somebody else has pushed to is left to people. Each call
 * leaves what the next run can go on from. A gap that passes: something moved meanwhile; the next run judges anew.
 * `mayOpen` false: what would be opened is told as `waiting`, and nothing is written for it.
 */
export async function propose(desk: Desk, proposal: Proposal, mayOpen = true): Promise<Reading<Proposed>> {
  const { branch } = proposal
  const fault = faultOf(proposal)
  if (fault !== null) return gap(`proposal ${branch}`, fault, false)
  const wanted = await wantedOf(desk, proposal)
  if (!wanted.ok) return wanted
  const matter: Matter = { desk, proposal, wanted: wanted.value }
  const known = desk.known.get(branch)
  if (wanted.value.changes.length === 0)
    return told(matter, known?.number ?? null, 'moot', `${proposal.base.branch} has it already`)
  if (known && (await standsAsWanted(matter, known))) return told(matter, known.number, 'unchanged')
  const pulls = await readPullsFrom(desk.github, branch)
  if (!pulls.ok) return pulls
  const open = pulls.value.filter((pull) => pull.open)
  if (open.length > 0) return keepOne(matter, open)
  return openOrLeave(matter, pulls.value, mayOpen)
}

async function standsAsWanted({ desk, proposal, wanted }: Matter, pull: OwnPull): Promise<boolean> {
  if (pull.into !== proposal.base.branch || !saysSo(pull, proposal)) return false
  const head = await readCommit(desk.github, desk.root, pull.head)
  return head.ok && gives(desk, proposal, wanted, head.value)
}

/** There is an open one. */
async function keepOne(matter: Matter, open: readonly OwnPull[]): Promise<Reading<Proposed>> {
  const { by } = matter.desk
  const { base } = matter.proposal
  const ours = open.filter(({ author }) => isAuthor(author, by))
  const pull = ours.find(({ into }) => into === base.branch)
  if (pull) return keep(matter, pull)
  const [moved] = ours
  if (moved) return told(matter, moved.number, 'left', `#${moved.number} goes into ${moved.into} now`)
  const [other] = open
  return told(
    matter,
    other?.number ?? null,
    'left',
    `${named(other?.author ?? null)} opened one from our branch`
  )
}

/** Keeps the one that is open and ours. */
async function keep(matter: Matter, pull: OwnPull): Promise<Reading<Proposed>> {
  const { desk, proposal, wanted } = matter
  const head = await readCommit(desk.github, desk.root, pull.head)
  if (!head.ok) return head
  const stands = await gives(desk, proposal, wanted, head.value)
  if (!stands) {
    const brought = await rebuild(matter, pull.head)
    if (!brought.ok) return brought
    if (brought.value !== null) return told(matter, pull.number, 'left', brought.value)
  }
  const edited = await describePull(desk, pull, proposal)
  if (!edited.ok) return edited
  return told(matter, pull.number, edited.value || !stands ? 'updated' : 'unchanged')
}

/** None is open. `pulls`: those that were, newest first. */
async function openOrLeave(
  matter: Matter,
  pulls: readonly OwnPull[],
  mayOpen: boolean
): Promise<Reading<Proposed>> {
  const { desk, proposal } = matter
  const last = pulls.find(({ author }) => isAuthor(author, desk.by)) ?? null
  if (last && !last.merged && !proposal.reopen) {
    const closer = await readCloser(desk.github, last.number)
    if (!closer.ok) return closer
    // What we withdrew ourselves nobody objected to.
    if (!isAuthor(closer.value, desk.by))
      return told(matter, last.number, 'left', `${named(closer.value)} closed #${last.number}`)
  }
  return mayOpen ? openOne(matter, last) : told(matter, null, 'waiting')
}

/** Opens one, or our last one again if it was closed and its branch stands as it did then. */
async function openOne(matter: Matter, last: OwnPull | null): Promise<Reading<Proposed>> {
  const { desk, proposal } = matter
  const { branch } = proposal
  const head = await readHead(desk, branch)
  if (!head.ok) return head
  if (head.value === null) return openNew(matter)
  const untouched = last !== null && last.head === head.value
  if (untouched && last.merged) {
    // All of it is in the base: the branch is done with, whoever had a part in it.
    const deleted = await deleteBranch(desk, branch, head.value)
    return deleted.ok ? openNew(matter) : deleted
  }
  if (untouched && last.into === proposal.base.branch) {
    const reopened = await reopenPull(desk, last.number)
    if (!reopened.ok) return reopened
    if (reopened.value) {
      const kept = await keep(matter, last)
      return kept.ok ? told(matter, last.number, 'reopened', kept.value.why) : kept
    }
  }
  const brought = await bring(matter, head.value)
  if (!brought.ok) return brought
  return brought.value === null ? openAnew(matter) : told(matter, null, 'left', brought.value)
}

/** Makes the branch and opens the pull request. */
async function openNew(matter: Matter): Promise<Reading<Proposed>> {
  const { desk, proposal, wanted } = matter
  const commit = await buildCommit(desk, proposal, wanted)
  if (!commit.ok) return commit
  const created = await createBranch(desk, proposal.branch, commit.value)
  return created.ok ? openAnew(matter) : created
}

/** Brings a branch without a pull request to what is wanted; null: it is, else why it is left alone. */
async function bring(matter: Matter, head: string): Promise<Reading<string | null>> {
  const { desk, proposal, wanted } = matter
  const commit = await readCommit(desk.github, desk.root, head)
  if (!commit.ok) return commit
  if (!(await gives(desk, proposal, wanted, commit.value))) return rebuild(matter, head)
  const whose = await whoseIs(desk, proposal.branch, head, proposal.base.tip)
  return whose.ok ? { ok: true, value: whose.value.why } : whose
}

/** Rebuilds a branch as one commit on the tip, if it is ours alone: null; else why it is left alone. */
async function rebuild({ desk, proposal, wanted }: Matter, head: string): Promise<Reading<string | null>> {
  const { base, branch } = proposal
  const whose = await whoseIs(desk, branch, head, base.tip)
  if (!whose.ok) return whose
  if (whose.value.lost !== null) {
    const back = await moveBranch(desk, branch, head, whose.value.lost)
    if (!back.ok) return back
  }
  if (!whose.value.ours) return { ok: true, value: whose.value.why }
  const commit = await buildCommit(desk, proposal, wanted)
  if (!commit.ok) return commit
  const moved = await moveBranch(desk, branch, head, commit.value)
  return moved.ok ? { ok: true, value: null } : moved
}

async function openAnew(matter: Matter): Promise<Reading<Proposed>> {
  const opened = await openPull(matter.desk, matter.proposal)
  return opened.ok ? told(matter, opened.value, 'opened') : opened
}

function told(
  { proposal }: Matter,
  pull: number | null,
  state: Proposed['state'],
  why: string | null = null
): Reading<Proposed> {
  return { ok: true, value: { pull, branch: proposal.branch, state, why } }
}
