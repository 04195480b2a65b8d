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
    pullOf: (commit) => pullOf(github, branch, commit),
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
 * The merged pull request that brought a commit of the default branch. GitHub may list several (a branch that was merged
 * into two): the one whose merge is this very commit counts, else the only one.
 */
async function pullOf(github: GitHub, branch: string, commit: string): Promise<Reading<number | null>> {
  const read = await readPullsOf(github, commit)
  if (!read.ok) return read
  const name = `${github.owner}/${github.repo}`.toLowerCase()
  const merged = read.value.filter(
    ({ mergedAt, into, intoRepository }) =>
      mergedAt !== null && into === branch && intoRepository.toLowerCase() === name
  )
  const exact = merged.filter(({ mergeCommit }) => mergeCommit === commit)
  const candidates = exact.length > 0 ? exact : merged
  const [only, another] = candidates
  if (another) {
    const numbers = candidates.map(({ number }) => `#${number}`).join(' and ')
    const why = `GitHub says that ${numbers} brought it`
    return { ok: false, gap: { what: `pull request of commit ${commit.slice(0, 12)}`, why, passing: false } }
  }
  return { ok: true, value: only?.number ?? null }
}
