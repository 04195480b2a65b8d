import type { Forge } from './forge.ts'
import { ABSENT } from './git/git.ts'
import { reviewsAfterPush } from './protection/stale.ts'
import type { Issue, Pull } from './state-pull.ts'
import type { Activity, Repository } from './state-repository.ts'
import { nextId, type Actor } from './state.ts'
import { happened } from './timeline.ts'

/** A ref that has moved. */
export interface MovedRef {
  readonly ref: string
  /** {@link ABSENT}: it did not exist. */
  readonly before: string
  readonly after: string
  readonly actor: Actor | null
  /** By which act, if not by a plain push. */
  readonly type?: Activity['type']
}

/** Moves a ref and everything that hangs on it. */
export function moveRef(forge: Forge, repository: Repository, move: Omit<MovedRef, 'before'>): void {
  const before = repository.refs.get(move.ref) ?? ABSENT
  if (before === move.after) return
  forge.git(repository).refs.set(repository, move.ref, move.after === ABSENT ? null : move.after)
  noteMove(forge, repository, { ...move, before })
}

/** What follows from a ref that git has moved: activity, heads of pull requests, merges by push, pull requests that close. */
export function noteMove(forge: Forge, repository: Repository, move: MovedRef): void {
  const now = forge.clock.now()
  repository.pushed = now
  const branch = /^refs\/heads\/(.+)$/u.exec(move.ref)?.[1]
  if (branch === undefined) return
  const forced = typeOf(forge, repository, move) === 'force_push'
  repository.activity.push({
    id: nextId(forge.state),
    type: move.type ?? typeOf(forge, repository, move),
    ref: move.ref,
    before: move.before,
    after: move.after,
    at: now,
    actor: move.actor?.account ?? null
  })
  for (const base of forge.state.repositories.values()) {
    for (const pull of base.pulls.values()) {
      const issue = base.issues.get(pull.number)
      if (!issue) continue
      if (pull.headRepository === repository.id && pull.headRef === branch) {
        moveHead(forge, base, issue, pull, move, forced)
      }
      if (base.id === repository.id && pull.baseRef === branch && issue.state === 'open') {
        moveBase(forge, repository, issue, pull, move)
      }
    }
  }
}

/** Closes a pull request or an issue, with its timeline. */
export function close(forge: Forge, issue: Issue, actor: Actor | null, commit: string | null = null): void {
  const now = forge.clock.now()
  issue.state = 'closed'
  issue.closed = now
  issue.updated = now
  issue.closedBy = actor?.account ?? null
  happened(forge, issue, 'closed', actor, {}, commit)
}

/** Marks a pull request as merged, with its timeline. */
export function markMerged(
  forge: Forge,
  issue: Issue,
  pull: Pull,
  actor: Actor | null,
  merged: Omit<NonNullable<Pull['merged']>, 'at' | 'by'>
): void {
  pull.merged = { ...merged, at: forge.clock.now(), by: actor?.account ?? null }
  happened(forge, issue, 'merged', actor, {}, merged.commit)
  close(forge, issue, actor)
}

function typeOf(forge: Forge, repository: Repository, { after, before }: MovedRef): Activity['type'] {
  if (before === ABSENT) return 'branch_creation'
  if (after === ABSENT) return 'branch_deletion'
  return forge.git(repository).isAncestor(before, after) ? 'push' : 'force_push'
}

function moveHead(
  forge: Forge,
  base: Repository,
  issue: Issue,
  pull: Pull,
  { actor, after, before }: MovedRef,
  forced: boolean
): void {
  if (after === ABSENT) {
    happened(forge, issue, 'head_ref_deleted', actor)
    if (issue.state === 'open') close(forge, issue, actor)
    return
  }
  if (issue.state !== 'open') {
    if (before === ABSENT) happened(forge, issue, 'head_ref_restored', actor)
    return
  }
  const old = pull.head
  pull.head = after
  pull.base = base.refs.get(`refs/heads/${pull.baseRef}`) ?? pull.base
  issue.updated = forge.clock.now()
  forge.git(base).refs.set(base, `refs/pull/${pull.number}/head`, after)
  if (forced) happened(forge, issue, 'head_ref_force_pushed', actor, {}, after)
  reviewsAfterPush({ forge, state: forge.state }, base, pull, old, actor, forge.clock.now())
  // A head that holds nothing of its own any more is closed.
  const git = forge.git(base)
  if (git.isAncestor(after, pull.base)) close(forge, issue, actor)
}

function moveBase(forge: Forge, repository: Repository, issue: Issue, pull: Pull, move: MovedRef): void {
  const { actor, after, before } = move
  if (after === ABSENT) {
    happened(forge, issue, 'base_ref_deleted', actor)
    close(forge, issue, actor)
    return
  }
  const git = forge.git(repository)
  if (!git.commit(pull.head) || !git.isAncestor(pull.head, after)) return
  const landed = git.log(after, before === ABSENT ? null : before)
  if (!landed.includes(pull.head)) return
  // The first commit of the branch that has the head.
  const line = git.log(after, before === ABSENT ? null : before, ['--first-parent', '--reverse'])
  const commit = line.find((one) => git.isAncestor(pull.head, one)) ?? after
  // Where the branch was moved to the head itself, all of its commits came with it.
  const base =
    (commit === pull.head ? git.mergeBase(before, pull.head) : git.commit(commit)?.parents[0]) ?? before
  markMerged(forge, issue, pull, actor, { commit, method: 'push', base, landed: git.log(commit, base) })
}
