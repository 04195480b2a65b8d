import { writeInstant } from '../../../book/instant.ts'
import { permissionOf } from '../access.ts'
import type { Repository } from '../state-repository.ts'
import { fullName, type Actor } from '../state.ts'
import { nodeId, showActor, type Scene, type Shape } from './account.ts'
import { showPermissions } from './team.ts'

const TEMPLATES = {
  archive_url: '{archive_format}{/ref}',
  assignees_url: 'assignees{/user}',
  blobs_url: 'git/blobs{/sha}',
  branches_url: 'branches{/branch}',
  collaborators_url: 'collaborators{/collaborator}',
  comments_url: 'comments{/number}',
  commits_url: 'commits{/sha}',
  compare_url: 'compare/{base}...{head}',
  contents_url: 'contents/{+path}',
  contributors_url: 'contributors',
  deployments_url: 'deployments',
  downloads_url: 'downloads',
  events_url: 'events',
  forks_url: 'forks',
  git_commits_url: 'git/commits{/sha}',
  git_refs_url: 'git/refs{/sha}',
  git_tags_url: 'git/tags{/sha}',
  hooks_url: 'hooks',
  issue_comment_url: 'issues/comments{/number}',
  issue_events_url: 'issues/events{/number}',
  issues_url: 'issues{/number}',
  keys_url: 'keys{/key_id}',
  labels_url: 'labels{/name}',
  languages_url: 'languages',
  merges_url: 'merges',
  milestones_url: 'milestones{/number}',
  notifications_url: 'notifications{?since,all,participating}',
  pulls_url: 'pulls{/number}',
  releases_url: 'releases{/id}',
  stargazers_url: 'stargazers',
  statuses_url: 'statuses/{sha}',
  subscribers_url: 'subscribers',
  subscription_url: 'subscription',
  tags_url: 'tags',
  teams_url: 'teams',
  trees_url: 'git/trees{/sha}'
} as const

/** A repository as it stands inside other answers (`minimal-repository`). */
export function showMinimalRepository(
  scene: Scene,
  repository: Repository,
  asker: Actor | null = null
): Shape {
  const { forge, state } = scene
  const name = fullName(state, repository)
  const url = `${forge.api}/repos/${name}`
  return {
    id: repository.id,
    node_id: nodeId('Repository', repository.id),
    name: repository.name,
    full_name: name,
    private: repository.private,
    visibility: repository.private ? 'private' : 'public',
    owner: showActor(scene, repository.owner),
    html_url: `${forge.web}/${name}`,
    description: repository.description,
    fork: repository.parent !== null,
    url,
    ...Object.fromEntries(Object.entries(TEMPLATES).map(([field, rest]) => [field, `${url}/${rest}`])),
    permissions: showPermissions(permissionOf(state, repository, asker))
  }
}

/** A repository inside a pull request (`repository`). */
export function showRepository(scene: Scene, repository: Repository, asker: Actor | null = null): Shape {
  const { forge, state } = scene
  const name = fullName(state, repository)
  const page = `${forge.web}/${name}`
  const forks = [...state.repositories.values()].filter((one) => one.parent === repository.id).length
  const open = [...repository.issues.values()].filter((one) => one.state === 'open').length
  return {
    ...showMinimalRepository(scene, repository, asker),
    git_url: `git://${page.replace(/^https?:\/\//u, '')}.git`,
    ssh_url: `git@${new URL(forge.web).hostname}:${name}.git`,
    clone_url: `${page}.git`,
    svn_url: page,
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    topics: [],
    forks,
    forks_count: forks,
    stargazers_count: 0,
    watchers: 0,
    watchers_count: 0,
    size: 0,
    open_issues: open,
    open_issues_count: open,
    default_branch: repository.defaultBranch,
    is_template: false,
    has_issues: true,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    has_downloads: false,
    has_discussions: false,
    archived: repository.archived,
    disabled: false,
    allow_forking: true,
    web_commit_signoff_required: false,
    pushed_at: writeInstant(repository.pushed),
    created_at: writeInstant(repository.created),
    updated_at: writeInstant(repository.pushed)
  }
}

/** A repository that was asked for by itself (`full-repository`). How it merges is shown to those who may push. */
export function showFullRepository(scene: Scene, repository: Repository, asker: Actor | null): Shape {
  const { state } = scene
  const parent = repository.parent === null ? undefined : state.repositories.get(repository.parent)
  const { merging } = repository
  const mayPush = ['write', 'maintain', 'admin'].includes(permissionOf(state, repository, asker))
  return {
    ...showRepository(scene, repository, asker),
    network_count: 0,
    subscribers_count: 0,
    ...(repository.owner === state.organization ? { organization: showActor(scene, repository.owner) } : {}),
    ...(parent
      ? { parent: showRepository(scene, parent, asker), source: showRepository(scene, parent, asker) }
      : {}),
    ...(mayPush
      ? {
          allow_merge_commit: merging.mergeCommit,
          allow_squash_merge: merging.squash,
          allow_rebase_merge: merging.rebase,
          allow_auto_merge: merging.autoMerge,
          allow_update_branch: merging.updateBranch,
          delete_branch_on_merge: merging.deleteBranch,
          use_squash_pr_title_as_default: false,
          squash_merge_commit_title: 'COMMIT_OR_PR_TITLE',
          squash_merge_commit_message: 'COMMIT_MESSAGES',
          merge_commit_title: 'MERGE_MESSAGE',
          merge_commit_message: 'PR_TITLE'
        }
      : {})
  }
}
