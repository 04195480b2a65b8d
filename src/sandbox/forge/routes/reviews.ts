import { asker, repositoryOf } from '../access.ts'
import { optionalText } from '../body.ts'
import { notFound, unprocessable } from '../error.ts'
import { listed } from '../paging.ts'
import { ok, type Context, type Reply, type Route } from '../route.ts'
import { showReview } from '../shapes/review.ts'
import type { Pull, Review } from '../state-pull.ts'
import { nextId } from '../state.ts'
import { commitNamed, pullOf } from './find.ts'

const REVIEWS = '/repos/{owner}/{repo}/pulls/{pull_number}/reviews'
const READ = ['pull_requests', 'read'] as const
const WRITE = ['pull_requests', 'write'] as const

/** Reviews: given, submitted, listed. */
export const reviewRoutes: readonly Route[] = [
  { method: 'GET', path: REVIEWS, operation: 'pulls/list-reviews', kind: 'read', needs: READ, handle: list },
  {
    method: 'GET',
    path: `${REVIEWS}/{review_id}`,
    operation: 'pulls/get-review',
    kind: 'read',
    needs: READ,
    handle: get
  },
  {
    method: 'POST',
    path: REVIEWS,
    operation: 'pulls/create-review',
    kind: 'write',
    needs: WRITE,
    handle: create
  },
  {
    method: 'POST',
    path: `${REVIEWS}/{review_id}/events`,
    operation: 'pulls/submit-review',
    kind: 'write',
    needs: WRITE,
    handle: submit
  },
  {
    method: 'PUT',
    path: `${REVIEWS}/{review_id}`,
    operation: 'pulls/update-review',
    kind: 'write',
    needs: WRITE,
    handle: update
  },
  {
    method: 'DELETE',
    path: `${REVIEWS}/{review_id}`,
    operation: 'pulls/delete-pending-review',
    kind: 'write',
    needs: WRITE,
    handle: remove
  }
]

/** The review of a route's `{review_id}`. A pending one is seen by its author alone. */
export function reviewOf(context: Context, pull: Pull): Review {
  const review = pull.reviews.find(({ id }) => id === Number(context.params['review_id']))
  if (!review || !isVisible(context, review)) throw notFound()
  return review
}

function isVisible({ actor }: Context, review: Review): boolean {
  return review.state !== 'PENDING' || review.author === actor?.account
}

// Oldest first.
function list(context: Context): Reply {
  const repository = repositoryOf(context)
  const { pull } = pullOf(context, repository)
  const reviews = pull.reviews.filter((review) => isVisible(context, review))
  return listed(context, reviews, (review) => showReview(context, repository, pull, review))
}

function get(context: Context): Reply {
  const repository = repositoryOf(context)
  const { pull } = pullOf(context, repository)
  return ok(showReview(context, repository, pull, reviewOf(context, pull)))
}

function create(context: Context): Reply {
  const repository = repositoryOf(context)
  const author = asker(context)
  const { issue, pull } = pullOf(context, repository)
  const body = optionalText(context, 'body') ?? ''
  const state = stateFrom(context, body, issue.author === author.id)
  if (pull.reviews.some((one) => one.author === author.id && one.state === 'PENDING')) {
    throw unprocessable('Unprocessable Entity', ['User can only have one pending review per pull request'])
  }
  const asked = optionalText(context, 'commit_id')
  // Any commit of the repository is taken: what it says is the caller's claim.
  const commit = asked === null ? pull.head : commitNamed(context, repository, asked)
  if (commit === null || (asked !== null && asked !== commit)) {
    throw unprocessable('Unprocessable Entity', ['The commit_id is not part of the pull request'])
  }
  const review: Review = {
    id: nextId(context.forge.state),
    author: author.id,
    body,
    state,
    commit,
    submitted: state === 'PENDING' ? null : context.now
  }
  pull.reviews.push(review)
  issue.updated = context.now
  if (state !== 'PENDING') unrequest(pull, author.id)
  return ok(showReview(context, repository, pull, review))
}

function submit(context: Context): Reply {
  const repository = repositoryOf(context)
  const author = asker(context)
  const { issue, pull } = pullOf(context, repository)
  const review = reviewOf(context, pull)
  if (review.state !== 'PENDING' || review.author !== author.id) {
    throw unprocessable('Unprocessable Entity', ['Can not submit a review that is not pending'])
  }
  const body = optionalText(context, 'body') ?? review.body
  const state = stateFrom(context, body, issue.author === author.id)
  if (state === 'PENDING') throw unprocessable('Unprocessable Entity', ['Event can not be blank'])
  review.body = body
  review.state = state
  review.submitted = context.now
  // Reviews are listed in the order in which they were submitted.
  pull.reviews.splice(pull.reviews.indexOf(review), 1)
  pull.reviews.push(review)
  issue.updated = context.now
  unrequest(pull, author.id)
  return ok(showReview(context, repository, pull, review))
}

function update(context: Context): Reply {
  const repository = repositoryOf(context)
  const { pull } = pullOf(context, repository)
  const review = reviewOf(context, pull)
  if (review.author !== asker(context).id) throw notFound()
  const body = optionalText(context, 'body')
  if (body === null) throw unprocessable('Unprocessable Entity', ['Body can not be blank'])
  review.body = body
  return ok(showReview(context, repository, pull, review))
}

function remove(context: Context): Reply {
  const repository = repositoryOf(context)
  const { pull } = pullOf(context, repository)
  const review = reviewOf(context, pull)
  if (review.state !== 'PENDING') {
    throw unprocessable('Unprocessable Entity', ['Can not delete a non-pending pull request review'])
  }
  pull.reviews.splice(pull.reviews.indexOf(review), 1)
  return ok(showReview(context, repository, pull, review))
}

function stateFrom(context: Context, body: string, own: boolean): Review['state'] {
  const event = optionalText(context, 'event')
  switch (event) {
    case null:
    case '':
      return 'PENDING'
    case 'APPROVE':
      if (own) throw unprocessable('Unprocessable Entity', ['Can not approve your own pull request'])
      return 'APPROVED'
    case 'REQUEST_CHANGES':
      if (own)
        throw unprocessable('Unprocessable Entity', ['Can not request changes on your own pull request'])
      if (body === '') throw unprocessable('Unprocessable Entity', ['Body can not be blank'])
      return 'CHANGES_REQUESTED'
    case 'COMMENT':
      if (body === '') throw unprocessable('Unprocessable Entity', ['Body can not be blank'])
      return 'COMMENTED'
    default:
      throw unprocessable('Unprocessable Entity', [`Event is not one of APPROVE, REQUEST_CHANGES, COMMENT`])
  }
}

function unrequest(pull: Pull, account: number): void {
  pull.requestedReviewers = pull.requestedReviewers.filter((id) => id !== account)
}
