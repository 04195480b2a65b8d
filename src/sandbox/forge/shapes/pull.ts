import { writeInstant } from '../../../book/instant.ts'
import { mayMerge } from '../protection.ts'
import { commitsOf, filesOf, mergeOf } from '../pull-content.ts'
import type { Pull } from '../state-pull.ts'
import type { Repository } from '../state-repository.ts'
import type { Actor } from '../state.ts'
import { nodeId, showAccount, showActor, type Scene, type Shape } from './account.ts'
import { addressesOf, associationOf, showLabels } from './issue.ts'
import { showRepository } from './repository.ts'
import { showTeam } from './team.ts'

/** A pull request as it is listed (`pull-request-simple`). */
export function showPull(scene: Scene, repository: Repository, pull: Pull, asker: Actor | null): Shape {
  const { state } = scene
  const issue = repository.issues.get(pull.number)
  if (!issue) throw new RangeError(`pull request ${pull.number} has no issue`)
  const { api, page } = addressesOf(scene, repository)
  const url = `${api}/pulls/${pull.number}`
  const html = `${page}/pull/${pull.number}`
  const head = pull.headRepository === null ? undefined : state.repositories.get(pull.headRepository)
  const links = {
    self: url,
    html,
    issue: `${api}/issues/${pull.number}`,
    comments: `${api}/issues/${pull.number}/comments`,
    review_comments: `${url}/comments`,
    review_comment: `${api}/pulls/comments{/number}`,
    commits: `${url}/commits`,
    statuses: `${api}/statuses/${pull.head}`
  }
  return {
    url,
    id: pull.id,
    node_id: nodeId('PullRequest', pull.id),
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: links.issue,
    commits_url: links.commits,
    review_comments_url: links.review_comments,
    review_comment_url: links.review_comment,
    comments_url: links.comments,
    statuses_url: links.statuses,
    number: pull.number,
    state: issue.state,
    locked: issue.locked,
    active_lock_reason: null,
    title: issue.title,
    user: showActor(scene, issue.author),
    body: issue.body,
    labels: showLabels(scene, repository, issue),
    milestone: null,
    created_at: writeInstant(issue.created),
    updated_at: writeInstant(issue.updated),
    closed_at: issue.closed === null ? null : writeInstant(issue.closed),
    merged_at: pull.merged ? writeInstant(pull.merged.at) : null,
    merge_commit_sha: pull.merged?.commit ?? null,
    assignee: showAccount(scene, issue.assignees[0] ?? null),
    assignees: issue.assignees.map((id) => showActor(scene, id)),
    requested_reviewers: pull.requestedReviewers.map((id) => showActor(scene, id)),
    requested_teams: pull.requestedTeams.flatMap((id) => {
      const team = state.teams.get(id)
      return team ? [showTeam(scene, team)] : []
    }),
    head: showSide(scene, head ?? null, pull.headRef, pull.head, asker),
    base: showSide(scene, repository, pull.baseRef, pull.base, asker),
    _links: Object.fromEntries(Object.entries(links).map(([name, href]) => [name, { href }])),
    author_association: associationOf(state, repository, issue.author),
    auto_merge: null,
    draft: pull.draft
  }
}

/** A pull request that was asked for by itself (`pull-request`). */
export function showWholePull(scene: Scene, repository: Repository, pull: Pull, asker: Actor | null): Shape {
  const { forge } = scene
  const issue = repository.issues.get(pull.number)
  const files = filesOf(forge, repository, pull)
  const open = issue?.state === 'open'
  const mergeable = open ? mergeOf(forge, repository, pull).clean : null
  const sum = (count: (file: (typeof files)[number]) => number): number =>
    files.reduce((total, file) => total + count(file), 0)
  return {
    ...showPull(scene, repository, pull, asker),
    merged: pull.merged !== null,
    mergeable,
    rebaseable: mergeable,
    mergeable_state: mergeableState(scene, repository, pull, mergeable),
    merged_by: showAccount(scene, pull.merged?.by ?? null),
    comments: issue?.comments.length ?? 0,
    review_comments: pull.reviewComments.length,
    maintainer_can_modify: pull.maintainerCanModify,
    commits: commitsOf(forge, repository, pull).length,
    additions: sum((file) => file.additions),
    deletions: sum((file) => file.deletions),
    changed_files: files.length
  }
}

function mergeableState(scene: Scene, repository: Repository, pull: Pull, mergeable: boolean | null): string {
  if (mergeable === null) return 'unknown'
  if (!mergeable) return 'dirty'
  if (pull.draft) return 'draft'
  const author = repository.issues.get(pull.number)?.author ?? 0
  // Seen as by somebody who may bypass nothing.
  const nobody: Actor = { kind: 'user', account: -author }
  const { reasons } = mayMerge(scene, repository, pull, nobody, 'merge')
  if (reasons.some((why) => why.includes('out of date'))) return 'behind'
  return reasons.length > 0 ? 'blocked' : 'clean'
}

function showSide(
  scene: Scene,
  repository: Repository | null,
  ref: string,
  sha: string,
  asker: Actor | null
): Shape {
  const owner = repository
    ? (scene.state.accounts.get(repository.owner)?.login ?? 'ghost')
    : 'unknown repository'
  return {
    label: repository ? `${owner}:${ref}` : owner,
    ref,
    sha,
    user: repository ? showActor(scene, repository.owner) : null,
    repo: repository ? showRepository(scene, repository, asker) : null
  }
}
