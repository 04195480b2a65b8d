import { ACCESS, commitFile, openPull, type Acme } from './acme.ts'

const ORG = { org: 'acme' } as const
const BILLING = { ...ORG, team_slug: 'billing' } as const

/** Calls every route of the forge at least once, successfully wherever it can succeed. */
export async function tour(acme: Acme): Promise<void> {
  await people(acme)
  await teams(acme)
  await contents(acme)
  const pull = await pulls(acme)
  await reviews(acme, pull)
  await issues(acme, pull)
  await checks(acme, pull)
  await deployments(acme, pull)
  await merging(acme, pull)
  await rules(acme)
  await settings(acme)
}

async function people({ as, forge }: Acme): Promise<void> {
  const olga = as('olga-acme')
  await as(null).meta.root()
  await as(null).meta.get()
  await olga.rateLimit.get()
  await olga.users.getAuthenticated()
  await olga.users.getByUsername({ username: 'ALICE-acme' })
  await olga.users.getByUsername({ username: 'grantbook-acme[bot]' })
  await olga.request('GET /user/{account_id}', { account_id: 11 })
  await olga.users.list({ per_page: 3 })
  await olga.orgs.get(ORG)
  await as('bob-acme').orgs.get(ORG)
  await olga.orgs.listMembers(ORG)
  await olga.orgs.checkMembershipForUser({ ...ORG, username: 'alice-acme' })
  await olga.orgs.getMembershipForUser({ ...ORG, username: 'olga-acme' })
  await olga.orgs.listAppInstallations(ORG)
  await as(null).apps.getBySlug({ app_slug: 'grantbook-acme' })
  await as('grantbook-acme').apps.listReposAccessibleToInstallation()
  const token = { headers: { authorization: `token ${forge.token('grantbook-acme')}` } }
  await expectStatus(401, as(null).request('GET /orgs/{org}/installation', { ...ORG, ...token }))
  await expectStatus(401, as(null).request('GET /repos/{owner}/{repo}/installation', { ...ACCESS, ...token }))
  await olga.repos.listForOrg(ORG)
}

async function teams({ as, forge }: Acme): Promise<void> {
  const olga = as('olga-acme')
  await olga.teams.list(ORG)
  await olga.teams.getByName(BILLING)
  await olga.teams.listChildInOrg({ ...ORG, team_slug: 'finance' })
  await olga.teams.listMembersInOrg({ ...ORG, team_slug: 'finance' })
  await olga.teams.getMembershipForUserInOrg({ ...BILLING, username: 'carol-acme' })
  await olga.teams.listReposInOrg(BILLING)
  await olga.teams.checkPermissionsForRepoInOrg({ ...BILLING, ...ACCESS })
  await olga.teams.checkPermissionsForRepoInOrg({
    ...BILLING,
    ...ACCESS,
    headers: { accept: 'application/vnd.github.v3.repository+json' }
  })
  await olga.repos.listTeams(ACCESS)
  const parent = [...forge.state.teams.values()].find(({ slug }) => slug === 'finance')?.id ?? 0
  const { data } = await olga.teams.create({
    ...ORG,
    name: 'New Team',
    privacy: 'closed',
    parent_team_id: parent
  })
  const fresh = { ...ORG, team_slug: data.slug }
  await olga.teams.updateInOrg({ ...fresh, description: 'Fresh' })
  await olga.teams.addOrUpdateMembershipForUserInOrg({ ...fresh, username: 'alice-acme' })
  await olga.teams.removeMembershipForUserInOrg({ ...fresh, username: 'alice-acme' })
  await olga.teams.addOrUpdateRepoPermissionsInOrg({ ...fresh, ...ACCESS, permission: 'push' })
  await olga.teams.removeRepoInOrg({ ...fresh, ...ACCESS })
  await olga.teams.deleteInOrg(fresh)
  await olga.repos.listCollaborators(ACCESS)
  await olga.repos.addCollaborator({ ...ACCESS, username: 'erin-acme', permission: 'triage' })
  await olga.repos.checkCollaborator({ ...ACCESS, username: 'erin-acme' })
  await olga.repos.getCollaboratorPermissionLevel({ ...ACCESS, username: 'erin-acme' })
  await olga.repos.getCollaboratorPermissionLevel({ ...ACCESS, username: 'mallory' })
  await olga.repos.removeCollaborator({ ...ACCESS, username: 'erin-acme' })
}

async function contents({ as }: Acme): Promise<void> {
  const alice = as('alice-acme')
  await alice.repos.get(ACCESS)
  await as('olga-acme').repos.update({ ...ACCESS, delete_branch_on_merge: false })
  await alice.repos.getContent({ ...ACCESS, path: '' })
  await alice.repos.getContent({ ...ACCESS, path: 'README.md' })
  const { data: ref } = await alice.git.getRef({ ...ACCESS, ref: 'heads/main' })
  await alice.git.listMatchingRefs({ ...ACCESS, ref: 'heads/' })
  const { data: blob } = await alice.git.createBlob({ ...ACCESS, content: 'x\n', encoding: 'utf-8' })
  await alice.git.getBlob({ ...ACCESS, file_sha: blob.sha })
  const { data: before } = await alice.git.getCommit({ ...ACCESS, commit_sha: ref.object.sha })
  const { data: tree } = await alice.git.createTree({
    ...ACCESS,
    base_tree: before.tree.sha,
    tree: [{ path: 'free/plumbed', mode: '100644', type: 'blob', sha: blob.sha }]
  })
  await alice.git.getTree({ ...ACCESS, tree_sha: tree.sha, recursive: 'true' })
  const { data: commit } = await alice.git.createCommit({
    ...ACCESS,
    message: 'By hand',
    tree: tree.sha,
    parents: [ref.object.sha]
  })
  await alice.git.createRef({ ...ACCESS, ref: 'refs/heads/plumbing', sha: ref.object.sha })
  await alice.git.updateRef({ ...ACCESS, ref: 'heads/plumbing', sha: commit.sha })
  await alice.repos.listBranches(ACCESS)
  await alice.repos.getBranch({ ...ACCESS, branch: 'plumbing' })
  await alice.repos.listTags(ACCESS)
  await alice.repos.listCommits({ ...ACCESS, sha: 'plumbing' })
  await alice.repos.getCommit({ ...ACCESS, ref: 'plumbing' })
  await alice.repos.compareCommitsWithBasehead({ ...ACCESS, basehead: 'main...plumbing' })
  await alice.repos.listActivities(ACCESS)
  const side = await commitFile(alice, 'plumbing', 'free/second', 'two\n')
  await alice.git.createRef({ ...ACCESS, ref: 'refs/heads/target', sha: ref.object.sha })
  await alice.repos.merge({ ...ACCESS, base: 'target', head: side })
  const { data: file } = await alice.repos.getContent({ ...ACCESS, ref: 'plumbing', path: 'free/second' })
  const sha = Array.isArray(file) ? '' : file.sha
  await alice.repos.deleteFile({ ...ACCESS, branch: 'plumbing', path: 'free/second', message: 'Go', sha })
  await alice.git.deleteRef({ ...ACCESS, ref: 'heads/target' })
}

interface Opened {
  readonly number: number
  readonly head: string
}

async function pulls({ as }: Acme): Promise<Opened> {
  const alice = as('alice-acme')
  const pull = await openPull(alice, 'request', { 'free/request': '1\n' })
  const one = { ...ACCESS, pull_number: pull.number }
  await alice.pulls.list(ACCESS)
  await alice.pulls.get(one)
  await alice.pulls.update({ ...one, body: 'Please', title: 'Renamed' })
  await alice.pulls.listCommits(one)
  await alice.pulls.listFiles(one)
  await alice.repos.listPullRequestsAssociatedWithCommit({ ...ACCESS, commit_sha: pull.head })
  await expectStatus(404, alice.pulls.checkIfMerged(one))
  const asked = { reviewers: ['bob-acme'], team_reviewers: ['billing'] }
  await alice.pulls.requestReviewers({ ...one, ...asked })
  await alice.pulls.listRequestedReviewers(one)
  await alice.pulls.removeRequestedReviewers({ ...one, ...asked })
  return pull
}

async function reviews({ as }: Acme, { number }: Opened): Promise<void> {
  const one = { ...ACCESS, pull_number: number }
  const bob = as('bob-acme')
  const { data: draft } = await bob.pulls.createReview({ ...one, body: 'x' })
  const review = { ...one, review_id: draft.id }
  await bob.pulls.deletePendingReview(review)
  const { data: next } = await bob.pulls.createReview(one)
  const submitted = { ...one, review_id: next.id }
  await bob.pulls.submitReview({ ...submitted, event: 'APPROVE' })
  await bob.pulls.updateReview({ ...submitted, body: 'Fine' })
  await bob.pulls.getReview(submitted)
  await bob.pulls.listReviews(one)
  await as('grace-acme').pulls.dismissReview({ ...submitted, message: 'Again, please' })
  await bob.pulls.createReview({ ...one, event: 'APPROVE' })
}

async function issues({ as }: Acme, { number }: Opened): Promise<void> {
  const alice = as('alice-acme')
  const { data: issue } = await alice.issues.create({ ...ACCESS, title: 'Hello', labels: ['bug', 'new'] })
  const one = { ...ACCESS, issue_number: issue.number }
  await alice.issues.get(one)
  await alice.issues.listForRepo({ ...ACCESS, state: 'all' })
  await alice.issues.update({ ...one, title: 'Bye', state: 'closed', state_reason: 'not_planned' })
  await alice.search.issuesAndPullRequests({ q: 'repo:acme/access is:pr is:open author:alice-acme' })
  const { data: comment } = await as('grantbook-acme').issues.createComment({
    ...ACCESS,
    issue_number: number,
    body: 'The verdict'
  })
  const own = { ...ACCESS, comment_id: comment.id }
  await alice.issues.getComment(own)
  await alice.issues.updateComment({ ...own, body: 'Changed' })
  await alice.issues.listComments({ ...ACCESS, issue_number: number })
  await alice.issues.listCommentsForRepo(ACCESS)
  await alice.issues.createLabel({ ...ACCESS, name: 'ready to merge', color: '0e8a16', description: 'Go' })
  await alice.issues.getLabel({ ...ACCESS, name: 'ready to merge' })
  await alice.issues.listLabelsForRepo(ACCESS)
  await alice.issues.updateLabel({ ...ACCESS, name: 'ready to merge', new_name: 'ready' })
  await alice.issues.addLabels({ ...ACCESS, issue_number: number, labels: ['ready'] })
  await alice.issues.listLabelsOnIssue({ ...ACCESS, issue_number: number })
  await alice.issues.setLabels({ ...ACCESS, issue_number: number, labels: ['ready', 'bug'] })
  await alice.issues.removeLabel({ ...ACCESS, issue_number: number, name: 'bug' })
  await alice.issues.listEventsForTimeline({ ...ACCESS, issue_number: number })
  await alice.issues.removeAllLabels({ ...ACCESS, issue_number: number })
  await alice.issues.deleteLabel({ ...ACCESS, name: 'ready' })
  await alice.issues.deleteComment(own)
}

async function checks({ as }: Acme, { head }: Opened): Promise<void> {
  const app = as('grantbook-acme')
  const { data: suite } = await app.checks.createSuite({ ...ACCESS, head_sha: head })
  const { data: run } = await app.checks.create({
    ...ACCESS,
    name: 'grantbook',
    head_sha: head,
    external_id: 'x1',
    output: { title: 'Ready', summary: 'All of it', annotations: [annotation(1)] }
  })
  const one = { ...ACCESS, check_run_id: run.id }
  await app.checks.get(one)
  const output = { title: 'Ready', summary: 'Again', annotations: [annotation(2)] }
  await app.checks.update({ ...one, conclusion: 'success', output })
  await app.checks.listAnnotations(one)
  await app.checks.listForRef({ ...ACCESS, ref: 'request', check_name: 'grantbook' })
  await app.checks.getSuite({ ...ACCESS, check_suite_id: suite.id })
  await app.checks.listForSuite({ ...ACCESS, check_suite_id: suite.id })
  await app.checks.listSuitesForRef({ ...ACCESS, ref: head })
  const alice = as('alice-acme')
  await alice.repos.createCommitStatus({
    ...ACCESS,
    sha: head,
    state: 'success',
    context: 'ci',
    description: 'ok'
  })
  await alice.repos.listCommitStatusesForRef({ ...ACCESS, ref: head })
  await alice.repos.getCombinedStatusForRef({ ...ACCESS, ref: 'request' })
}

async function deployments({ as, repository }: Acme, { head }: Opened): Promise<void> {
  const alice = as('alice-acme')
  const { data } = await alice.repos.createDeployment({ ...ACCESS, ref: 'main', environment: 'staging' })
  const one = { ...ACCESS, deployment_id: 'id' in data ? data.id : 0 }
  await alice.repos.getDeployment(one)
  await alice.repos.createDeploymentStatus({ ...one, state: 'in_progress' })
  await alice.repos.listDeploymentStatuses(one)
  const at = Date.UTC(2026, 10, 20, 9)
  repository().workflowRuns.push({
    id: 77,
    number: 1,
    name: 'deploy',
    sha: head,
    branch: 'request',
    actor: 11,
    status: 'completed',
    conclusion: 'success',
    created: at,
    updated: at
  })
  await alice.actions.getWorkflowRun({ ...ACCESS, run_id: 77 })
}

async function merging({ as }: Acme, { number }: Opened): Promise<void> {
  const one = { ...ACCESS, pull_number: number }
  await commitFile(as('olga-acme'), 'main', 'free/meanwhile', '1\n')
  await as('alice-acme').pulls.updateBranch(one)
  const { data } = await as('alice-acme').pulls.get(one)
  await as('grantbook-acme').checks.create({
    ...ACCESS,
    name: 'grantbook',
    head_sha: data.head.sha,
    conclusion: 'success'
  })
  await as('alice-acme').pulls.merge(one)
  await as('alice-acme').pulls.checkIfMerged(one)
  await as('alice-acme').issues.listEventsForTimeline({ ...ACCESS, issue_number: number })
}

async function rules({ as }: Acme): Promise<void> {
  const olga = as('olga-acme')
  const main = { ...ACCESS, branch: 'main' }
  const { data: set } = await olga.repos.createRepoRuleset({
    ...ACCESS,
    name: 'main',
    enforcement: 'active',
    conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] } },
    bypass_actors: [{ actor_id: 5, actor_type: 'RepositoryRole', bypass_mode: 'always' }],
    rules: [
      { type: 'deletion' },
      { type: 'non_fast_forward' },
      {
        type: 'pull_request',
        parameters: {
          dismiss_stale_reviews_on_push: true,
          require_code_owner_review: true,
          require_last_push_approval: true,
          required_approving_review_count: 1,
          required_review_thread_resolution: false
        }
      },
      {
        type: 'required_status_checks',
        parameters: {
          required_status_checks: [{ context: 'grantbook', integration_id: 501 }],
          strict_required_status_checks_policy: false
        }
      },
      {
        type: 'merge_queue',
        parameters: {
          check_response_timeout_minutes: 60,
          grouping_strategy: 'ALLGREEN',
          max_entries_to_build: 5,
          max_entries_to_merge: 5,
          merge_method: 'MERGE',
          min_entries_to_merge: 1,
          min_entries_to_merge_wait_minutes: 5
        }
      }
    ]
  })
  const one = { ...ACCESS, ruleset_id: set.id }
  await olga.repos.getRepoRulesets(ACCESS)
  await olga.repos.getRepoRuleset(one)
  await as('erin-acme').repos.getRepoRuleset(one)
  await olga.repos.updateRepoRuleset({ ...one, name: 'main branch' })
  await olga.repos.getBranchRules(main)
  await commitFile(olga, 'main', 'free/bypassed', '1\n')
  const { data: suites } = await olga.repos.getRepoRuleSuites({ ...ACCESS, ref: 'main' })
  await olga.repos.getRepoRuleSuite({ ...ACCESS, rule_suite_id: suites[0]?.id ?? 0 })
  await olga.repos.deleteRepoRuleset(one)
  await olga.repos.getBranchProtection(main)
  await olga.repos.updateBranchProtection({
    ...main,
    required_status_checks: { strict: true, contexts: [], checks: [{ context: 'grantbook', app_id: 501 }] },
    enforce_admins: true,
    required_pull_request_reviews: {
      dismissal_restrictions: { users: ['grace-acme'], teams: ['governance'], apps: ['grantbook-acme'] },
      bypass_pull_request_allowances: { users: ['olga-acme'], teams: [], apps: ['grantbook-acme'] },
      required_approving_review_count: 2
    },
    restrictions: { users: ['alice-acme'], teams: ['billing'], apps: ['grantbook-acme'] }
  })
  await olga.repos.deleteBranchProtection(main)
  await olga.repos.codeownersErrors(ACCESS)
}

async function settings({ as }: Acme): Promise<void> {
  const olga = as('olga-acme')
  const apply = { ...ACCESS, environment_name: 'grantbook-apply' }
  await olga.repos.getAllEnvironments(ACCESS)
  await olga.repos.getEnvironment(apply)
  await olga.repos.listDeploymentBranchPolicies(apply)
  await olga.repos.getAllDeploymentProtectionRules(apply)
  await olga.actions.listEnvironmentSecrets(apply)
  await olga.actions.listRepoSecrets(ACCESS)
  await olga.actions.listRepoOrganizationSecrets(ACCESS)
  await olga.actions.listRepoVariables(ACCESS)
  await olga.actions.getGithubActionsPermissionsRepository(ACCESS)
  await olga.actions.setGithubActionsPermissionsRepository({
    ...ACCESS,
    enabled: true,
    allowed_actions: 'selected'
  })
  await olga.actions.getGithubActionsDefaultWorkflowPermissionsRepository(ACCESS)
  await olga.actions.setGithubActionsDefaultWorkflowPermissionsRepository({
    ...ACCESS,
    default_workflow_permissions: 'read',
    can_approve_pull_request_reviews: false
  })
}

function annotation(line: number) {
  return {
    path: 'free/request',
    start_line: line,
    end_line: line,
    annotation_level: 'failure' as const,
    message: 'Wrong'
  }
}

async function expectStatus(wanted: number, call: Promise<unknown>): Promise<void> {
  try {
    await call
  } catch (error) {
    if ((error as { status?: number }).status === wanted) return
    throw error
  }
  throw new RangeError(`It was not refused with ${wanted}`)
}
