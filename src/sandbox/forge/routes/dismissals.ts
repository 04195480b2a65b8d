import { includes, permissionOf, repositoryOf } from '../access.ts'
import { text } from '../body.ts'
import { forbidden, notForIntegration, unprocessable } from '../error.ts'
import { happened } from '../timeline.ts'
import { gatesOf, isListed } from '../protection/gate.ts'
import { ok, type Context, type Reply, type Route } from '../route.ts'
import { showReview } from '../shapes/review.ts'
import type { Pull } from '../state-pull.ts'
import type { Repository } from '../state-repository.ts'
import { pullOf } from './find.ts'
import { reviewOf } from './reviews.ts'

/** Dismissing a review. */
export const dismissalRoutes: readonly Route[] = [
  {
    method: 'PUT',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/dismissals',
    operation: 'pulls/dismiss-review',
    kind: 'write',
    needs: ['pull_requests', 'write'],
    handle: dismiss
  }
]

const WAS: Readonly<Record<string, string>> = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'changes_requested'
}

function dismiss(context: Context): Reply {
  const repository = repositoryOf(context, 'write')
  const { issue, pull } = pullOf(context, repository)
  const review = reviewOf(context, pull)
  const message = text(context, 'message')
  if (!mayDismiss(context, repository, pull)) {
    if (context.actor?.kind === 'app') throw notForIntegration()
    throw forbidden('Must have permission to dismiss reviews on this branch.')
  }
  const was = WAS[review.state]
  if (was === undefined) {
    const state = review.state.toLowerCase()
    throw unprocessable('Unprocessable Entity', [`Can not dismiss a ${state} pull request review`])
  }
  if (message === '') throw unprocessable('Unprocessable Entity', ['Message can not be blank'])
  review.state = 'DISMISSED'
  happened(context.forge, issue, 'review_dismissed', context.actor, {
    dismissed_review: { state: was, review_id: review.id, dismissal_message: message }
  })
  return ok(showReview(context, repository, pull, review))
}

// On a branch with a restriction only administrators and who is named in it; else everybody who may write.
function mayDismiss(context: Context, repository: Repository, pull: Pull): boolean {
  const { actor, state } = context
  if (!actor) return false
  const admin = actor.kind === 'user' && includes(permissionOf(state, repository, actor), 'admin')
  return gatesOf(context, repository, `refs/heads/${pull.baseRef}`).every(({ reviews }) => {
    const restricted = reviews?.dismissal ?? null
    return restricted === null || admin || isListed(state, restricted, actor)
  })
}
