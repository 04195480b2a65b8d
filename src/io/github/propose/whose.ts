import { z } from 'zod'
import type { Account, Push } from '../../../approval/facts.ts'
import { plain } from '../../../book/quote.ts'
import { readActivity } from '../activity.ts'
import type { Reading } from '../github.ts'
import { chainTo } from '../pushes.ts'
import { one } from '../read.ts'
import { someone } from '../shapes.ts'
import { isAuthor, type Author } from './author.ts'
import type { Desk } from './desk.ts'

/** Whose a branch is: ours alone, or who else had a part in it. */
export interface Whose {
  readonly ours: boolean
  /** Null: ours. */
  readonly why: string | null
  /** What somebody else pushed and a move of ours then took away, because both came at one moment; null: nothing. */
  readonly lost: string | null
}

const compared = z.object({
  total_commits: z.int().min(0),
  commits: z
    .object({
      sha: z.string(),
      commit: z.object({ committer: z.object({ email: z.string().nullish() }).nullish() }),
      author: someone,
      committer: someone
    })
    .array()
})
type Commit = z.infer<typeof compared>['commits'][number]

/**
 * Who pushed a branch from its creation to `head`, by GitHub's activity, which nobody can forge; and who wrote its commits
 * beyond the base, as GitHub sees it. A record that isn't whole is a gap.
 */
export async function whoseIs(
  { github, by }: Desk,
  branch: string,
  head: string,
  tip: string
): Promise<Reading<Whose>> {
  const activity = await readActivity(github, branch)
  if (!activity.ok) return activity
  const chain = chainTo(activity.value, head, branch)
  if (!chain.ok) return chain
  const other = chain.value.find((push) => !isAuthor(push.by, by))
  if (other) return others(`${named(other.by)} pushed to the branch`, lostIn(chain.value, by))
  const what = `commits of branch ${branch}`
  const route = 'GET /repos/{owner}/{repo}/compare/{basehead}'
  const read = await one(github, what, route, compared, { basehead: `${tip}...${head}`, per_page: 100 })
  if (!read.ok) return read
  const { commits, total_commits } = read.value
  if (total_commits !== commits.length) return others(`it has ${total_commits} commits`)
  const foreign = commits.find((commit) => !isOurs(commit, by))
  if (foreign) return others(`${named(foreign.author)} wrote ${foreign.sha.slice(0, 12)}`)
  return { ok: true, value: { ours: true, why: null, lost: null } }
}

function others(why: string, lost: string | null = null): Reading<Whose> {
  return { ok: true, value: { ours: false, why, lost } }
}

/** What GitHub commits for an App bears its own address, whose account is `web-flow`. */
function isOurs({ author, committer, commit }: Commit, by: Author): boolean {
  const github = committer === null ? commit.committer?.email === 'noreply@github.com' : isWebFlow(committer)
  return isAuthor(author, by) && (github || isAuthor(committer, by))
}

function isWebFlow({ login, type }: Account): boolean {
  return login === 'web-flow' && type === 'User'
}

/** The newest move is ours and began at what somebody else had pushed: ours never does that knowingly. */
function lostIn([newest, before]: readonly Push[], by: Author): string | null {
  if (!newest || !before || !isAuthor(newest.by, by) || isAuthor(before.by, by)) return null
  return newest.kind === 'force_push' ? newest.before : null
}

/** An account in words; logins are one plain word, but GitHub's answer is from outside. */
export function named(who: Account | null): string {
  return who === null ? 'somebody whose account is gone' : `@${plain(who.login)}`
}
