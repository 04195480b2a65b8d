import type { Push } from '../../approval/facts.ts'
import { DAY } from '../../book/duration.ts'
import type { Instant } from '../../book/instant.ts'
import { comesFrom } from '../../io/git/audit-refs.ts'
import { fetchObjects } from '../../io/git/remote.ts'
import { readActivity } from '../../io/github/activity.ts'
import type { GitHub, Reading } from '../../io/github/github.ts'
import { readPullsOf } from '../../io/github/pulls.ts'
import type { Authority } from './authority.ts'
import { provePull } from './prove.ts'

/** Where GitHub is asked. */
export interface Forge {
  readonly github: GitHub
  readonly root: string
  /** The default branch. */
  readonly branch: string
  readonly now: Instant
}

/** GitHub as the authority: its own records of which pull request brought what, and who approved it. */
export function forgeAuthority({ github, root, branch, now }: Forge): Authority {
  let moves: Promise<Reading<readonly Push[]>> | null = null
  return {
    has: async (commit) => (await fetchObjects(root, github.remote, [commit])).size === 0,
    pullsOf: async (commit) => {
      const listed = await pullsOf(github, branch, commit)
      if (!listed.ok || listed.value.length > 0) return listed
      moves ??= readActivity(github, branch, now - RECENT)
      return pushedDirectly(root, commit, await moves)
    },
    prove: async (number, { commits, parent }, { approved, source }) => {
      const { unproved, evidence } = approved
      const landing = { commits, parent }
      const request = { number, source, unproved, evidence, now, landing, names: false }
      const read = await provePull(github, root, request)
      if (!read.ok) return read
      const { verdict, facts } = read.value
      return { ok: true, value: { verdict, mergedAt: facts.landed?.at ?? now } }
    }
  }
}

/** So far back the record of the default branch is looked at for merges that GitHub doesn't list yet. */
const RECENT = DAY

/**
 * That no pull request brought a commit, if the record of the default branch bears it out. GitHub may list none for a
 * moment after a merge; a request must not be taken for a push, for good, because a run was quick.
 */
async function pushedDirectly(
  root: string,
  commit: string,
  moves: Reading<readonly Push[]>
): Promise<Reading<readonly number[]>> {
  if (!moves.ok) return moves
  const what = `pull requests of commit ${commit.slice(0, 12)}`
  const wait = (why: string): Reading<never> => ({ ok: false, gap: { what, why, passing: true } })
  const [newest] = moves.value
  if (!newest || !(await comesFrom(root, newest.after, commit)))
    return wait('GitHub’s record of the default branch doesn’t reach this commit yet')
  const merged = moves.value.some(({ kind, after }) => after === commit && kind === 'pr_merge')
  return merged
    ? wait('GitHub says that it was merged and doesn’t list the pull request yet')
    : { ok: true, value: [] }
}

/**
 * Merged pull requests that brought a commit of the default branch. Those whose merge is this very commit count before
 * others that GitHub lists (a branch that was merged into two). GitHub counts every pull request as merged whose head the
 * default branch has gained, so that anybody could add his own to somebody else's.
 */
async function pullsOf(github: GitHub, branch: string, commit: string): Promise<Reading<readonly number[]>> {
  const read = await readPullsOf(github, commit)
  if (!read.ok) return read
  const name = `${github.owner}/${github.repo}`.toLowerCase()
  const merged = read.value.filter(
    ({ mergedAt, into, intoRepository }) =>
      mergedAt !== null && into === branch && intoRepository.toLowerCase() === name
  )
  const exact = merged.filter(({ mergeCommit }) => mergeCommit === commit)
  const candidates = exact.length > 0 ? exact : merged
  return { ok: true, value: candidates.map(({ number }) => number).toSorted((a, b) => a - b) }
}
