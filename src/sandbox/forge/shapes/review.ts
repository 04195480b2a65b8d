import { writeInstant } from '../../../book/instant.ts'
import type { Pull, Review } from '../state-pull.ts'
import type { Repository } from '../state-repository.ts'
import { nodeId, showAccount, type Scene, type Shape } from './account.ts'
import { addressesOf, associationOf } from './issue.ts'

/** A review. One that is pending has no `submitted_at`. */
export function showReview(scene: Scene, repository: Repository, pull: Pull, review: Review): Shape {
  const { api, page } = addressesOf(scene, repository)
  const html = `${page}/pull/${pull.number}#pullrequestreview-${review.id}`
  const url = `${api}/pulls/${pull.number}`
  return {
    id: review.id,
    node_id: nodeId('PullRequestReview', review.id),
    user: showAccount(scene, review.author),
    body: review.body,
    state: review.state,
    html_url: html,
    pull_request_url: url,
    author_association: associationOf(scene.state, repository, review.author),
    _links: { html: { href: html }, pull_request: { href: url } },
    ...(review.submitted === null ? {} : { submitted_at: writeInstant(review.submitted) }),
    commit_id: review.commit
  }
}
