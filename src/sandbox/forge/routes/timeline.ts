import { writeInstant, type Instant } from '../../../book/instant.ts'
import { repositoryOf } from '../access.ts'
import { demandAny } from '../demand.ts'
import { listed } from '../paging.ts'
import type { Context, Reply, Route } from '../route.ts'
import { nodeId, showActor, type Shape } from '../shapes/account.ts'
import { showApp } from '../shapes/app.ts'
import { addressesOf, showComment } from '../shapes/issue.ts'
import { showReview } from '../shapes/review.ts'
import type { Pull, TimelineEvent } from '../state-pull.ts'
import type { Repository } from '../state-repository.ts'
import { issueOf } from './find.ts'

/** What happened to an issue or pull request. */
export const timelineRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/timeline',
    operation: 'issues/list-events-for-timeline',
    kind: 'read',
    handle: list
  }
]

interface Entry {
  readonly at: Instant
  /** Ids count up: they tell the order of what happened at one moment. Commits come first. */
  readonly id: number
  readonly show: () => Shape
}

// Oldest first: events, comments, reviews and commits together.
function list(context: Context): Reply {
  demandAny(context, ['issues', 'pull_requests'], 'read')
  const repository = repositoryOf(context)
  const issue = issueOf(context, repository)
  const pull = repository.pulls.get(issue.number)
  const entries: Entry[] = [
    ...(pull ? commitsOf(context, repository, pull) : []),
    ...issue.timeline.map((event) => ({
      at: event.at,
      id: event.id,
      show: () => showEvent(context, repository, event)
    })),
    ...issue.comments.map((comment) => ({
      at: comment.created,
      id: comment.id,
      show: () => {
        const shown = showComment(context, repository, issue, comment)
        return { ...shown, event: 'commented', actor: shown['user'] }
      }
    })),
    ...(pull ? reviewsOf(context, repository, pull) : [])
  ]
  return listed(
    context,
    entries.toSorted((a, b) => a.at - b.at || a.id - b.id),
    ({ show }) => show()
  )
}

function reviewsOf(context: Context, repository: Repository, pull: Pull): readonly Entry[] {
  return pull.reviews.flatMap((review) => {
    if (review.submitted === null) return []
    return {
      at: review.submitted,
      id: review.id,
      show: () => {
        const shown = showReview(context, repository, pull, review)
        const user = showActor(context, review.author)
        return { ...shown, user, event: 'reviewed', state: review.state.toLowerCase() }
      }
    }
  })
}

function commitsOf(context: Context, repository: Repository, pull: Pull): readonly Entry[] {
  const git = context.forge.git(repository)
  const { api, page } = addressesOf(context, repository)
  return git.log(pull.head, pull.base, ['--reverse', '--topo-order']).flatMap((id) => {
    const commit = git.commit(id)
    if (!commit) return []
    const show = (): Shape => ({
      event: 'committed',
      sha: id,
      node_id: Buffer.from(`06:Commit${id}`).toString('base64'),
      url: `${api}/git/commits/${id}`,
      html_url: `${page}/commit/${id}`,
      author: { name: commit.author.name, email: commit.author.email, date: writeInstant(commit.author.at) },
      committer: {
        name: commit.committer.name,
        email: commit.committer.email,
        date: writeInstant(commit.committer.at)
      },
      tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
      message: commit.message,
      parents: commit.parents.map((sha) => ({
        sha,
        url: `${api}/git/commits/${sha}`,
        html_url: `${page}/commit/${sha}`
      })),
      verification: {
        verified: repository.verified.has(id),
        reason: repository.verified.has(id) ? 'valid' : 'unsigned',
        signature: null,
        payload: null,
        verified_at: null
      }
    })
    return { at: commit.committer.at, id: 0, show }
  })
}

function showEvent(context: Context, repository: Repository, event: TimelineEvent): Shape {
  const { api } = addressesOf(context, repository)
  return {
    id: event.id,
    node_id: nodeId('IssueEvent', event.id),
    url: `${api}/issues/events/${event.id}`,
    actor: showActor(context, event.actor),
    event: event.event,
    commit_id: event.commit,
    commit_url: event.commit === null ? null : `${api}/commits/${event.commit}`,
    created_at: writeInstant(event.at),
    performed_via_github_app: showApp(context, event.app),
    ...event.more
  }
}
