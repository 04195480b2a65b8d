import { writeInstant, type Instant } from '../../../book/instant.ts'
import type { CheckRun, CheckSuite, Repository } from '../state-repository.ts'
import { nodeId, type Scene, type Shape } from './account.ts'
import { showApp } from './app.ts'
import { addressesOf } from './issue.ts'

export function showCheckRun(scene: Scene, repository: Repository, run: CheckRun): Shape {
  const { api, page } = addressesOf(scene, repository)
  const url = `${api}/check-runs/${run.id}`
  return {
    id: run.id,
    name: run.name,
    node_id: nodeId('CheckRun', run.id),
    head_sha: run.sha,
    external_id: run.externalId,
    url,
    html_url: `${page}/runs/${run.id}`,
    details_url: run.detailsUrl ?? `${page}/runs/${run.id}`,
    status: run.status,
    conclusion: run.conclusion,
    started_at: timeOf(run.started),
    completed_at: timeOf(run.completed),
    output: {
      title: run.output.title,
      summary: run.output.summary,
      text: run.output.text,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`
    },
    check_suite: { id: run.suite },
    app: showApp(scene, run.app),
    pull_requests: showPulls(scene, repository, run.sha)
  }
}

/** A suite: its state follows from the latest run of each name. */
export function showCheckSuite(
  scene: Scene,
  repository: Repository,
  suite: CheckSuite,
  showRepository: () => Shape
): Shape {
  const { api } = addressesOf(scene, repository)
  const runs = latestRuns(repository.checkRuns.filter((run) => run.suite === suite.id))
  const done = runs.length > 0 && runs.every(({ status }) => status === 'completed')
  const commit = scene.forge.git(repository).commit(suite.sha)
  return {
    id: suite.id,
    node_id: nodeId('CheckSuite', suite.id),
    head_branch: suite.branch,
    head_sha: suite.sha,
    status: done ? 'completed' : runs.length === 0 ? 'queued' : 'in_progress',
    conclusion: done ? conclusionOf(runs) : null,
    url: `${api}/check-suites/${suite.id}`,
    before: commit?.parents[0] ?? null,
    after: suite.sha,
    pull_requests: showPulls(scene, repository, suite.sha),
    app: showApp(scene, suite.app),
    repository: showRepository(),
    created_at: writeInstant(suite.created),
    updated_at: writeInstant(suite.updated),
    head_commit: showHeadCommit(scene, repository, suite.sha),
    latest_check_runs_count: runs.length,
    check_runs_url: `${api}/check-suites/${suite.id}/check-runs`
  }
}

/** A commit as suites and workflow runs show theirs (`simple-commit`). */
export function showHeadCommit(scene: Scene, repository: Repository, sha: string): Shape {
  const commit = scene.forge.git(repository).commit(sha)
  const who = (key: 'author' | 'committer'): Shape | null =>
    commit ? { name: commit[key].name, email: commit[key].email } : null
  return {
    id: sha,
    tree_id: commit?.tree ?? '',
    message: commit?.message ?? '',
    timestamp: writeInstant(commit?.committer.at ?? 0),
    author: who('author'),
    committer: who('committer')
  }
}

/** Of each App's runs of one name the last that was made; the list is oldest first. */
export function latestRuns(runs: readonly CheckRun[]): readonly CheckRun[] {
  return [...new Map(runs.map((run) => [`${run.app} ${run.name}`, run])).values()]
}

// Open pull requests with this head.
function showPulls(scene: Scene, repository: Repository, sha: string): readonly Shape[] {
  const { api } = addressesOf(scene, repository)
  const repo = { id: repository.id, url: api, name: repository.name }
  return [...repository.pulls.values()]
    .filter(
      (pull) =>
        pull.head === sha &&
        pull.headRepository === repository.id &&
        repository.issues.get(pull.number)?.state === 'open'
    )
    .map((pull) => ({
      id: pull.id,
      number: pull.number,
      url: `${api}/pulls/${pull.number}`,
      head: { ref: pull.headRef, sha: pull.head, repo },
      base: { ref: pull.baseRef, sha: pull.base, repo }
    }))
}

// The worst says what the whole is.
const WORST_FIRST = [
  'failure',
  'timed_out',
  'cancelled',
  'action_required',
  'stale',
  'success',
  'neutral',
  'skipped'
] as const

function conclusionOf(runs: readonly CheckRun[]): string {
  return WORST_FIRST.find((one) => runs.some(({ conclusion }) => conclusion === one)) ?? 'neutral'
}

function timeOf(at: Instant | null): string | null {
  return at === null ? null : writeInstant(at)
}
