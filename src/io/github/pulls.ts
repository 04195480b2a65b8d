import { z } from 'zod'
import type { Account } from '../../approval/facts.ts'
import type { Instant } from '../../book/instant.ts'
import { plain } from '../../book/quote.ts'
import type { GitHub, Reading } from './github.ts'
import { pages } from './pages.ts'
import { gap, one } from './read.ts'
import { instant, sha, someone } from './shapes.ts'

/** A pull request as GitHub lists it. */
export interface ListedPull {
  readonly number: number
  readonly title: string
  readonly author: Account | null
  readonly open: boolean
  /** Null while it isn't merged. */
  readonly mergedAt: Instant | null
  /** The commit of the default branch that GitHub names for the merge; before it, a trial merge of no meaning. */
  readonly mergeCommit: string | null
  readonly head: string
  /** The head's branch, in whichever repository it lies. */
  readonly branch: string
  /** `owner/name` of that repository; null if it is gone. */
  readonly from: string | null
  /** The branch that it goes into, and `owner/name` of its repository. */
  readonly into: string
  readonly intoRepository: string
}

/** One pull request, and what only its own answer tells. */
export interface Pull extends ListedPull {
  readonly defaultBranch: string
  /** How many commits it has. */
  readonly commits: number
}

const side = z.object({ ref: z.string().min(1).max(255), sha })
const listed = z.object({
  number: z.int().min(1),
  title: z.string(),
  user: someone,
  state: z.enum(['open', 'closed']),
  merged_at: instant.nullable(),
  merge_commit_sha: sha.nullish(),
  head: side.extend({ repo: z.object({ full_name: z.string() }).nullish() }),
  base: side.extend({ repo: z.object({ full_name: z.string(), default_branch: z.string() }) })
})
type Shape = z.infer<typeof listed>
const whole = listed.extend({ merged: z.boolean(), commits: z.int().min(0) })

/** One pull request by its number. An issue's number is a gap that stays. */
export async function readPull(github: GitHub, number: number): Promise<Reading<Pull>> {
  const what = `pull request #${number}`
  const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}'
  const read = await one(github, what, route, whole, { pull_number: number })
  if (!read.ok) return read
  const pull = toPull(read.value)
  const { base, commits, merged } = read.value
  if (pull.number !== number || merged !== (pull.mergedAt !== null))
    return gap(what, 'the answer contradicts itself')
  // A renamed repository is answered for under its old name until somebody else takes that.
  if (pull.intoRepository.toLowerCase() !== `${github.owner}/${github.repo}`.toLowerCase())
    return gap(what, `it belongs to ${plain(pull.intoRepository)}: correct GITHUB_REPOSITORY`, false)
  return { ok: true, value: { ...pull, defaultBranch: base.repo.default_branch, commits } }
}

/** The pull requests that GitHub knows for a commit: those that brought it, and open ones that hold it. */
export async function readPullsOf(github: GitHub, commit: string): Promise<Reading<readonly ListedPull[]>> {
  const read = await pages(github, {
    what: `pull requests of commit ${commit.slice(0, 12)}`,
    route: 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls',
    item: listed,
    parameters: { commit_sha: commit }
  })
  return read.ok ? { ok: true, value: read.value.map(toPull) } : read
}

/** Every open pull request into a branch. */
export async function readOpenPulls(github: GitHub, into: string): Promise<Reading<readonly ListedPull[]>> {
  const read = await pages(github, {
    what: 'open pull requests',
    route: 'GET /repos/{owner}/{repo}/pulls',
    item: listed,
    parameters: { state: 'open', base: into, sort: 'created', direction: 'asc' }
  })
  return read.ok ? { ok: true, value: read.value.map(toPull).filter(({ open }) => open) } : read
}

function toPull({ number, title, user, state, merged_at, merge_commit_sha, head, base }: Shape): ListedPull {
  return {
    number,
    title,
    author: user,
    open: state === 'open',
    mergedAt: merged_at,
    mergeCommit: merge_commit_sha ?? null,
    head: head.sha,
    branch: head.ref,
    from: head.repo?.full_name ?? null,
    into: base.ref,
    intoRepository: base.repo.full_name
  }
}
