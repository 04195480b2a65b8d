import { writeInstant } from '../../../book/instant.ts'
import type { Comment, Issue, Label } from '../state-pull.ts'
import type { Repository } from '../state-repository.ts'
import { fullName, type ForgeState } from '../state.ts'
import { nodeId, showAccount, showActor, type Scene, type Shape } from './account.ts'
import { showApp } from './app.ts'

/** Addresses of a repository: in the API, and for people. */
export function addressesOf({ forge, state }: Scene, repository: Repository): { api: string; page: string } {
  const name = fullName(state, repository)
  return { api: `${forge.api}/repos/${name}`, page: `${forge.web}/${name}` }
}

/** How somebody belongs to a repository. Owners of an organization show as members. */
export function associationOf(state: ForgeState, repository: Repository, account: number | null): string {
  if (account === null) return 'NONE'
  if (repository.owner === account) return 'OWNER'
  if ((state.accounts.get(account)?.role ?? null) !== null) return 'MEMBER'
  return repository.collaborators.has(account) ? 'COLLABORATOR' : 'NONE'
}

export function showLabel(scene: Scene, repository: Repository, label: Label): Shape {
  return {
    id: label.id,
    node_id: nodeId('Label', label.id),
    url: `${addressesOf(scene, repository).api}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: label.color,
    default: false,
    description: label.description
  }
}

/** Labels of an issue. */
export function showLabels(scene: Scene, repository: Repository, issue: Issue): readonly Shape[] {
  return repository.labels
    .filter(({ id }) => issue.labels.includes(id))
    .map((label) => showLabel(scene, repository, label))
}

/** An issue, or a pull request seen as one. */
export function showIssue(scene: Scene, repository: Repository, issue: Issue): Shape {
  const { api, page } = addressesOf(scene, repository)
  const pull = repository.pulls.get(issue.number)
  const url = `${api}/issues/${issue.number}`
  const own = `${page}/pull/${issue.number}`
  return {
    id: issue.id,
    node_id: nodeId('Issue', issue.id),
    url,
    repository_url: api,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    timeline_url: `${url}/timeline`,
    html_url: pull ? own : `${page}/issues/${issue.number}`,
    number: issue.number,
    state: issue.state,
    state_reason: issue.stateReason,
    title: issue.title,
    body: issue.body,
    user: showActor(scene, issue.author),
    author_association: associationOf(scene.state, repository, issue.author),
    labels: showLabels(scene, repository, issue),
    assignee: showAccount(scene, issue.assignees[0] ?? null),
    assignees: issue.assignees.map((id) => showActor(scene, id)),
    milestone: null,
    locked: issue.locked,
    active_lock_reason: null,
    comments: issue.comments.length,
    created_at: writeInstant(issue.created),
    updated_at: writeInstant(issue.updated),
    closed_at: issue.closed === null ? null : writeInstant(issue.closed),
    closed_by: showAccount(scene, issue.closedBy),
    performed_via_github_app: showApp(scene, issue.app),
    ...(pull
      ? {
          draft: pull.draft,
          pull_request: {
            url: `${api}/pulls/${issue.number}`,
            html_url: own,
            diff_url: `${own}.diff`,
            patch_url: `${own}.patch`,
            merged_at: pull.merged ? writeInstant(pull.merged.at) : null
          }
        }
      : {})
  }
}

export function showComment(scene: Scene, repository: Repository, issue: Issue, comment: Comment): Shape {
  const { api, page } = addressesOf(scene, repository)
  const kind = repository.pulls.has(issue.number) ? 'pull' : 'issues'
  return {
    id: comment.id,
    node_id: nodeId('IssueComment', comment.id),
    url: `${api}/issues/comments/${comment.id}`,
    html_url: `${page}/${kind}/${issue.number}#issuecomment-${comment.id}`,
    issue_url: `${api}/issues/${issue.number}`,
    user: showActor(scene, comment.author),
    created_at: writeInstant(comment.created),
    updated_at: writeInstant(comment.updated),
    author_association: associationOf(scene.state, repository, comment.author),
    body: comment.body,
    performed_via_github_app: showApp(scene, comment.app)
  }
}
