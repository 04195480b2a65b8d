import type { CommitContent, Dismissal, Gap, Landed, PullFacts, Push, Review } from '../../approval/facts.ts'
import { UnableError } from '../../book/errors.ts'
import type { Instant } from '../../book/instant.ts'
import { contributionsOf, readBrought } from '../git/brought.ts'
import { contentsOf, differencesOf, isGoverned, requireHistory } from '../git/pull-content.ts'
import { fetchObjects } from '../git/remote.ts'
import { readActivity } from './activity.ts'
import type { GitHub, Reading } from './github.ts'
import { findLanding, type Landing } from './landed.ts'
import { readPull, type Pull } from './pulls.ts'
import { chainTo, movesOf } from './pushes.ts'
import { gap } from './read.ts'
import { readTip } from './repository.ts'
import { isApp, requesterOf } from './requester.ts'
import { readReviews } from './reviews.ts'
import { readShown } from './shown.ts'
import { readTimeline, type Timeline } from './timeline.ts'

/** What is known already of a pull request that is asked about. */
export interface FactsOptions {
  /** Slug of our App, from the proved settings. */
  readonly app: string
  /** Where the default branch stands, if that was asked already. */
  readonly tip?: string
  /** How it landed, if that is known already; otherwise it is found out for a merged one. */
  readonly landing?: Landing
}

/**
 * Everything that GitHub and git say of one pull request. What could not be read is among the facts' gaps, and nothing
 * stands in its place; a gap instead of facts: not even the pull request itself could be read. Objects are fetched into
 * the clone at `root`, and nothing there is checked out or moved. Throws UnableError if git can't work there at all.
 */
export async function collectFacts(
  github: GitHub,
  root: string,
  number: number,
  options: FactsOptions
): Promise<Reading<PullFacts>> {
  await requireHistory(root)
  const pull = await readPull(github, number)
  if (!pull.ok) return pull
  const told = await readTold(github, pull.value)
  const gaps = [...told.gaps]
  const seen = await readContent(github, root, pull.value, told, options, gaps).catch((error: unknown) => {
    // git could not reach the remote, or not read what it gave: it stops this pull request, and nothing else.
    if (!(error instanceof UnableError)) throw error
    gaps.push({ what: `commits of #${number}`, why: error.message, passing: true })
    return unread(pull.value.head)
  })
  const again = await readPull(github, number)
  if (!again.ok) gaps.push(again.gap)
  else if (!isSame(pull.value, again.value))
    gaps.push({ what: `pull request #${number}`, why: 'it was changed while it was read', passing: true })
  return { ok: true, value: { ...describe(github, pull.value), ...told.value, ...seen, gaps } }
}

/** What GitHub alone tells. */
interface Told {
  readonly value: {
    readonly reviews: readonly Review[]
    readonly dismissals: readonly Dismissal[]
    readonly retargeted: readonly Instant[]
  }
  readonly activity: Reading<readonly Push[]>
  readonly gaps: readonly Gap[]
}

async function readTold(github: GitHub, pull: Pull): Promise<Told> {
  const [reviews, timeline, activity] = await Promise.all([
    readReviews(github, pull.number),
    readTimeline(github, pull.number),
    // A fork's record is not ours to read; what comes from one is never approved.
    isOurs(pull) ? readActivity(github, pull.branch) : { ok: true as const, value: [] }
  ])
  const gaps: Gap[] = []
  if (!reviews.ok) gaps.push(reviews.gap)
  if (!timeline.ok) gaps.push(timeline.gap)
  if (!activity.ok) gaps.push(activity.gap)
  if (reviews.ok && timeline.ok) gaps.push(...unlisted(pull.number, reviews.value, timeline.value))
  return {
    value: {
      reviews: reviews.ok ? inTime(reviews.value, timeline) : [],
      dismissals: timeline.ok ? timeline.value.dismissals : [],
      retargeted: timeline.ok ? timeline.value.retargeted : []
    },
    activity,
    gaps
  }
}

/** Without reviews that the timeline tells of after the merge, if only within the same second: they came too late. */
function inTime(reviews: readonly Review[], timeline: Reading<Timeline>): readonly Review[] {
  return timeline.ok ? reviews.filter(({ id }) => !timeline.value.afterMerge.has(id)) : reviews
}

/** Reviews that the timeline tells of and the list doesn't: the list isn't whole, and what it lacks may be an objection. */
function unlisted(
  number: number,
  reviews: readonly Review[],
  { reviewed, dismissals }: Timeline
): readonly Gap[] {
  const listed = new Set(reviews.map(({ id }) => id))
  const missing = [...reviewed, ...dismissals.map(({ review }) => review)].some((id) => !listed.has(id))
  return missing
    ? [{ what: `reviews of #${number}`, why: 'the timeline tells of one that isn’t listed', passing: true }]
    : []
}

type Content = Pick<
  PullFacts,
  'content' | 'others' | 'landed' | 'pushes' | 'contributions' | 'reviewed' | 'shown' | 'requesterTrailer'
>

async function readContent(
  github: GitHub,
  root: string,
  pull: Pull,
  told: Told,
  options: FactsOptions,
  gaps: Gap[]
): Promise<Content> {
  const nothing = unread(pull.head)
  const landing = await landingOf(github, root, pull, options)
  if (!landing.ok) {
    gaps.push(landing.gap)
    return nothing
  }
  const { main, landed } = landing.value
  const activity = upToMerge(told.activity, pull)
  const chain = chainOf(pull, activity, gaps)
  const named = new Set([
    ...told.value.reviews.flatMap(({ commit }) => commit ?? []),
    ...chain.map(({ after }) => after)
  ])
  const needed = [main, pull.head, ...(landed?.commits ?? [])]
  const missing = await fetchObjects(root, github.remote, [...needed, ...named])
  const lacking = needed.filter((commit) => missing.has(commit))
  gaps.push(...lacking.map((commit) => lack(commit, 'git could not fetch it', true)))
  if (lacking.length > 0) return nothing
  const contents = await contentsOf(root, main, [...new Set([pull.head, ...named])], missing)
  const reviewed = new Map([...named].map((commit) => [commit, contentOf(commit, contents.get(commit))]))
  const ways = landed && (await landedOf(root, pull, landed))
  const head = contents.get(pull.head)
  const known = {
    ...nothing,
    content: contentOf(pull.head, head),
    reviewed,
    landed: ways,
    pushes: chain.toReversed()
  }
  if (!head || head.base === null) {
    const why = 'it has no one merge base with the default branch: bring its branch up to date'
    gaps.push(lack(pull.head, why, false))
    return known
  }
  const shown = await readShown(
    github,
    root,
    pull.defaultBranch,
    { main, landed: landed?.commits.at(-1) ?? null },
    told.value.reviews
  )
  if (!shown.ok) gaps.push(shown.gap)
  const brought = await readBrought(root, head.base, pull.head)
  const pushes = activity.ok ? movesOf(activity.value, chain, brought.commits) : []
  return {
    ...known,
    others: head.others,
    shown: shown.ok ? shown.value : new Map(),
    pushes,
    contributions: contributionsOf(brought),
    requesterTrailer: isApp(pull.author, options.app) ? requesterOf(pushes, brought, options.app) : null
  }
}

function lack(commit: string, why: string, passing: boolean): Gap {
  return { what: `commit ${commit.slice(0, 12)}`, why, passing }
}

/** The default branch to compare with: before it landed, or as it is. */
async function landingOf(
  github: GitHub,
  root: string,
  pull: Pull,
  options: FactsOptions
): Promise<Reading<{ readonly main: string; readonly landed: Landing | null }>> {
  if (options.landing) {
    if (pull.mergedAt === null) return gap(`merge of #${pull.number}`, 'GitHub says that it is not merged')
    return { ok: true, value: { main: options.landing.parent, landed: options.landing } }
  }
  const tip =
    options.tip === undefined
      ? await readTip(github, pull.defaultBranch)
      : { ok: true as const, value: options.tip }
  if (!tip.ok) return tip
  if (pull.mergedAt === null || pull.into !== pull.defaultBranch)
    return { ok: true, value: { main: tip.value, landed: null } }
  if ((await fetchObjects(root, github.remote, [tip.value])).size > 0)
    return gap(`commit ${tip.value.slice(0, 12)}`, 'git could not fetch it')
  const landed = await findLanding(github, root, pull, tip.value)
  return landed.ok ? { ok: true, value: { main: landed.value.parent, landed: landed.value } } : landed
}

async function landedOf(root: string, pull: Pull, { commits, parent }: Landing): Promise<Landed | null> {
  const last = commits.at(-1)
  if (last === undefined || pull.mergedAt === null) return null
  const [differences = []] = await differencesOf(root, [{ before: parent, after: last }])
  return { commits, parent, at: pull.mergedAt, differences: differences.filter(isGoverned) }
}

/**
 * What was pushed before the merge, if that explains the head: whoever pushes the same commit to the branch again afterwards
 * has no part in what was merged, and must not spoil it by having none.
 */
function upToMerge(
  activity: Reading<readonly Push[]>,
  { mergedAt, head, branch }: Pull
): Reading<readonly Push[]> {
  if (!activity.ok || mergedAt === null) return activity
  const early = activity.value.filter(({ at }) => at <= mergedAt)
  return chainTo(early, head, branch).ok ? { ok: true, value: early } : activity
}

/** How the branch came to stand at the head; nobody's word but GitHub's record counts. */
function chainOf(pull: Pull, activity: Reading<readonly Push[]>, gaps: Gap[]): readonly Push[] {
  if (!activity.ok || !isOurs(pull)) return []
  const chain = chainTo(activity.value, pull.head, pull.branch)
  if (chain.ok) return chain.value
  gaps.push(chain.gap)
  return []
}

function contentOf(commit: string, found: CommitContent | undefined): CommitContent {
  return { commit, base: found?.base ?? null, differences: found?.differences ?? null }
}

/** What stands where content could not be read: nothing that could be taken for an answer. */
function unread(head: string): Content {
  return {
    content: { commit: head, base: null, differences: null },
    others: [],
    landed: null,
    pushes: [],
    contributions: [],
    reviewed: new Map(),
    shown: new Map(),
    requesterTrailer: null
  }
}

function isOurs({ from, intoRepository }: Pull): boolean {
  return from !== null && from.toLowerCase() === intoRepository.toLowerCase()
}

/** Whether everything that was read in between belongs to one state of the pull request. */
function isSame(before: Pull, after: Pull): boolean {
  return (
    before.head === after.head &&
    before.branch === after.branch &&
    before.into === after.into &&
    before.open === after.open &&
    before.mergedAt === after.mergedAt &&
    before.mergeCommit === (before.mergedAt === null ? before.mergeCommit : after.mergeCommit)
  )
}

function describe({ owner, repo }: GitHub, pull: Pull) {
  return {
    repository: `${owner}/${repo}`,
    number: pull.number,
    title: pull.title,
    author: pull.author,
    sameRepository: isOurs(pull),
    into: pull.into,
    defaultBranch: pull.defaultBranch,
    branch: pull.branch,
    open: pull.open,
    merged: pull.mergedAt !== null,
    head: pull.head
  }
}
