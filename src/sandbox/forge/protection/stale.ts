import type { Instant } from '../../../book/instant.ts'
import type { Pull } from '../state-pull.ts'
import type { Repository } from '../state-repository.ts'
import { nextId, type Actor } from '../state.ts'
import { gatesOf, type Scene } from './gate.ts'

/**
 * What GitHub does to the reviews of an open pull request whose head has moved from `before` to `pull.head`. Where the
 * base branch wants it, approvals of other content are dismissed; approvals of the same content are re-stamped with the
 * new head if it merges the base into the old one.
 */
export function reviewsAfterPush(
  scene: Scene,
  repository: Repository,
  pull: Pull,
  before: string,
  actor: Actor | null,
  now: Instant
): void {
  const git = scene.forge.git(repository)
  const tip = repository.refs.get(`refs/heads/${pull.baseRef}`)
  if (content(git, tip, before) === content(git, tip, pull.head)) {
    const [first, second] = git.commit(pull.head)?.parents ?? []
    if (first !== before || second === undefined) return
    for (const review of pull.reviews) if (review.commit === before) review.commit = pull.head
    return
  }
  const gates = gatesOf(scene, repository, `refs/heads/${pull.baseRef}`)
  if (!gates.some((gate) => gate.reviews?.dismissStale === true)) return
  const issue = repository.issues.get(pull.number)
  for (const review of pull.reviews) {
    if (review.state !== 'APPROVED') continue
    review.state = 'DISMISSED'
    issue?.timeline.push({
      id: nextId(scene.state),
      event: 'review_dismissed',
      actor: actor?.account ?? null,
      app: actor?.kind === 'app' ? actor.app : null,
      at: now,
      commit: null,
      more: {
        dismissed_review: {
          state: 'approved',
          review_id: review.id,
          dismissal_message: null,
          dismissal_commit_id: pull.head
        }
      }
    })
  }
}

function content(git: ReturnType<Scene['forge']['git']>, tip: string | undefined, head: string): string {
  const base = tip === undefined ? null : git.mergeBase(tip, head)
  return JSON.stringify(
    git.diff(base, head).map(({ blob, mode, path, status }) => [path, status, mode, blob])
  )
}
