import { z } from 'zod'
import type { Account } from '../../../approval/facts.ts'
import type { Instant } from '../../../book/instant.ts'
import type { GitHub, Reading } from '../github.ts'
import { pages, type Listing } from '../pages.ts'
import { instant, sha, someone } from '../shapes.ts'
import { isAuthor, type Author } from './author.ts'

/** A pull request from a branch of this repository, with what is kept up to date. */
export interface OwnPull {
  readonly number: number
  readonly branch: string
  /** The branch that it goes into. */
  readonly into: string
  /** Where the branch stands; of a closed one, where it stood then. */
  readonly head: string
  readonly author: Account | null
  readonly open: boolean
  readonly merged: boolean
  readonly title: string
  readonly body: string
  readonly labels: readonly string[]
  readonly createdAt: Instant
  /** Null while it is open. */
  readonly closedAt: Instant | null
}

const home = z.object({ full_name: z.string() })
const side = z.object({ ref: z.string().min(1).max(255), sha })
const listed = z.object({
  number: z.int().min(1),
  title: z.string(),
  body: z.string().nullish(),
  user: someone,
  state: z.enum(['open', 'closed']),
  merged_at: instant.nullable(),
  created_at: instant,
  closed_at: instant.nullable(),
  updated_at: instant,
  labels: z.object({ name: z.string() }).array(),
  head: side.extend({ repo: home.nullish() }),
  base: side.extend({ repo: home })
})
type Listed = z.infer<typeof listed>

const ROUTE = 'GET /repos/{owner}/{repo}/pulls'

/**
 * All pull requests of an author from branches of this repository whose names begin with `prefix`, newest first: every
 * open one, and the closed ones that were touched at `since` or later (null: none of them). One listing for each of both,
 * read to its end; GitHub can't list by prefix or author, so that `since` is what bounds the second one.
 */
export async function ownPulls(
  github: GitHub,
  prefix: string,
  by: Author,
  since: Instant | null = -Infinity
): Promise<Reading<readonly OwnPull[]>> {
  const ours = (pull: OwnPull): boolean => pull.branch.startsWith(prefix) && isAuthor(pull.author, by)
  const open = await listOf(github, 'open pull requests', {
    state: 'open',
    sort: 'created',
    direction: 'desc'
  })
  if (!open.ok) return open
  const closed = since === null ? NONE : await closedSince(github, since)
  if (!closed.ok) return closed
  // One that changed its state between both listings stands in both, or twice in pages that moved on.
  const all = new Map([...closed.value, ...open.value].map((pull) => [pull.number, pull]))
  return { ok: true, value: sorted([...all.values()].filter(isFromHere).map(toOwn).filter(ours)) }
}

const NONE: Reading<readonly Listed[]> = { ok: true, value: [] }

async function closedSince(github: GitHub, since: Instant): Promise<Reading<readonly Listed[]>> {
  const pulls = await listOf(
    github,
    'closed pull requests',
    { state: 'closed', sort: 'updated', direction: 'desc' },
    (found) => found.some(({ updated_at }) => updated_at < since)
  )
  return pulls.ok ? { ok: true, value: pulls.value.filter(({ updated_at }) => updated_at >= since) } : pulls
}

function sorted(pulls: readonly OwnPull[]): readonly OwnPull[] {
  return pulls.toSorted((a, b) => b.number - a.number)
}

/** All pull requests from one branch of this repository, whoever opened them, newest first. */
export async function readPullsFrom(github: GitHub, branch: string): Promise<Reading<readonly OwnPull[]>> {
  const read = await listOf(github, `pull requests of branch ${branch}`, {
    state: 'all',
    head: `${github.owner}:${branch}`
  })
  if (!read.ok) return read
  const found = read.value.filter(isFromHere).map(toOwn)
  return { ok: true, value: sorted(found.filter((pull) => pull.branch === branch)) }
}

function listOf(
  github: GitHub,
  what: string,
  parameters: Readonly<Record<string, string>>,
  enough?: Listing<Listed>['enough']
): Promise<Reading<readonly Listed[]>> {
  return pages(github, { what, route: ROUTE, item: listed, parameters, ...(enough ? { enough } : {}) })
}

/** A fork may have a branch of any name. */
function isFromHere({ head, base }: Listed): boolean {
  return head.repo?.full_name === base.repo.full_name
}

function toOwn(pull: Listed): OwnPull {
  return {
    number: pull.number,
    branch: pull.head.ref,
    into: pull.base.ref,
    head: pull.head.sha,
    author: pull.user,
    open: pull.state === 'open',
    merged: pull.merged_at !== null,
    title: pull.title,
    body: pull.body ?? '',
    labels: pull.labels.map(({ name }) => name),
    createdAt: pull.created_at,
    closedAt: pull.closed_at
  }
}
