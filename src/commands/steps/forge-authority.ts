import type { Instant } from '../../book/instant.ts'
import { fetchObjects } from '../../io/git/remote.ts'
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
  return {
    has: async (commit) => (await fetchObjects(root, github.remote, [commit])).size === 0,
    pullsOf: (commit) => pullsOf(github, branch, commit),
    prove: async (number, { commits, parent }, { approved, source }) => {
      const { unproved } = approved
      const landing = { commits, parent }
      const read = await provePull(github, root, { number, source, unproved, now, landing, names: false })
      if (!read.ok) return read
      const { verdict, facts } = read.value
      return { ok: true, value: { verdict, mergedAt: facts.landed?.at ?? now } }
    }
  }
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
