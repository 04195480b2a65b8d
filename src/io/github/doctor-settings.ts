import { z } from 'zod'
import type { DoctorFacts, EnvironmentFacts, Known, RepositoryFacts } from '../../doctor/facts.ts'
import type { GitHub } from './github.ts'
import { pages } from './pages.ts'
import { ask, one, parsed } from './read.ts'

const repository = z.object({
  full_name: z.string(),
  default_branch: z.string(),
  allow_merge_commit: z.boolean().optional(),
  allow_squash_merge: z.boolean().optional(),
  allow_rebase_merge: z.boolean().optional(),
  permissions: z.object({ admin: z.boolean() }).optional()
})

/** The repository, and whether the token is an administrator's. Ways of merging that GitHub doesn't show count as on. */
export async function readRepositoryFacts(
  github: GitHub
): Promise<{ readonly facts: Known<RepositoryFacts>; readonly administrator: boolean }> {
  const read = await one(
    github,
    `repository ${github.owner}/${github.repo}`,
    'GET /repos/{owner}/{repo}',
    repository
  )
  if (!read.ok) return { facts: read, administrator: false }
  const { value } = read
  const merge = {
    merge: value.allow_merge_commit !== false,
    squash: value.allow_squash_merge !== false,
    rebase: value.allow_rebase_merge !== false
  }
  const facts = { name: value.full_name, defaultBranch: value.default_branch, merge }
  return { facts: { ok: true, value: facts }, administrator: value.permissions?.admin === true }
}

/** The number of a GitHub App. */
export async function readApp(github: GitHub, slug: string): Promise<Known<number>> {
  const read = await one(github, `App ${slug}`, 'GET /apps/{app_slug}', z.object({ id: z.int() }), {
    app_slug: slug
  })
  return read.ok ? { ok: true, value: read.value.id } : read
}

const workflow = z.object({
  default_workflow_permissions: z.enum(['read', 'write']),
  can_approve_pull_request_reviews: z.boolean()
})

/** What workflows may do by default. */
export async function readActions(github: GitHub): Promise<DoctorFacts['actions']> {
  const route = 'GET /repos/{owner}/{repo}/actions/permissions/workflow'
  const read = await one(github, 'default permissions of workflows', route, workflow)
  if (!read.ok) return read
  const { default_workflow_permissions: may, can_approve_pull_request_reviews: mayApprove } = read.value
  return { ok: true, value: { mayApprove, defaultWrite: may === 'write' } }
}

/** Whether every member of the organisation may create teams. GitHub tells it to its owners only. */
export async function readTeamCreation(github: GitHub): Promise<Known<boolean>> {
  const what = 'who may create teams'
  const shape = z.object({ members_can_create_teams: z.boolean().optional() })
  const read = await one(github, what, 'GET /orgs/{org}', shape, { org: github.owner })
  if (!read.ok) return read
  const may = read.value.members_can_create_teams
  if (may !== undefined) return { ok: true, value: may }
  return { ok: false, gap: { what, why: 'GitHub does not show it to this token', passing: false } }
}

const named = z.object({ name: z.string() })
const secretsOf = (page: unknown): unknown =>
  typeof page === 'object' && page !== null && 'secrets' in page ? page.secrets : null

/** Names of the secrets that every workflow can read: the repository's, and the organisation's that it is given. */
export async function readSecrets(github: GitHub): Promise<Known<readonly string[]>> {
  const names: string[] = []
  for (const [what, route] of [
    ['secrets of the repository', 'GET /repos/{owner}/{repo}/actions/secrets'],
    ['secrets of the organisation', 'GET /repos/{owner}/{repo}/actions/organization-secrets']
  ] as const) {
    const read = await pages(github, { what, route, item: named, pick: secretsOf })
    if (!read.ok) return read
    names.push(...read.value.map(({ name }) => name))
  }
  return { ok: true, value: names }
}

const environment = z.object({
  deployment_branch_policy: z
    .object({ protected_branches: z.boolean(), custom_branch_policies: z.boolean() })
    .nullish(),
  protection_rules: z
    .array(
      z.looseObject({
        type: z.string(),
        prevent_self_review: z.boolean().optional(),
        reviewers: z.array(z.unknown()).optional()
      })
    )
    .optional()
})

/** An environment, the branches that it admits and the names of its secrets; null if GitHub says there is none. */
export async function readEnvironment(github: GitHub, name: string): Promise<Known<EnvironmentFacts | null>> {
  const what = `environment ${name}`
  const base = 'GET /repos/{owner}/{repo}/environments/{environment_name}'
  const at = { environment_name: name }
  const asked = await ask(github, what, base, at)
  if (asked.kind === 'gap') return { ok: false, gap: asked.gap }
  if (asked.kind === 'absent') return { ok: true, value: null }
  const read = parsed(what, asked.answer.data, environment)
  if (!read.ok) return read
  const policy = read.value.deployment_branch_policy
  const branches = policy?.custom_branch_policies === true ? await readBranches(github, name) : null
  if (branches && !branches.ok) return branches
  const review = read.value.protection_rules?.find(({ type }) => type === 'required_reviewers')
  const secrets = await pages(github, {
    what: `secrets of environment ${name}`,
    route: `${base}/secrets`,
    item: named,
    parameters: at,
    pick: secretsOf
  })
  return {
    ok: true,
    value: {
      // "Protected branches" is whatever has a rule today, which more than the default branch may have.
      branches: branches?.value ?? (policy?.protected_branches === true ? ['every protected branch'] : null),
      reviewers: review?.reviewers?.length ?? 0,
      selfReview: review?.prevent_self_review !== true,
      secrets: secrets.ok ? { ok: true, value: secrets.value.map((secret) => secret.name) } : secrets
    }
  }
}

async function readBranches(github: GitHub, name: string): Promise<Known<readonly string[]>> {
  const read = await pages(github, {
    what: `branches of environment ${name}`,
    route: 'GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies',
    item: z.object({ name: z.string(), type: z.string().optional() }),
    parameters: { environment_name: name },
    pick: (page) =>
      typeof page === 'object' && page !== null && 'branch_policies' in page ? page.branch_policies : null
  })
  if (!read.ok) return read
  return {
    ok: true,
    value: read.value.map(({ name: branch, type }) => (type === 'tag' ? `tag ${branch}` : branch))
  }
}

const errors = z.object({
  errors: z.array(z.object({ path: z.string(), line: z.int().min(1), message: z.string() }))
})

/** Lines of CODEOWNERS that GitHub skips. */
export async function readCodeownersErrors(github: GitHub): Promise<DoctorFacts['codeownersErrors']> {
  const read = await one(
    github,
    'errors of CODEOWNERS',
    'GET /repos/{owner}/{repo}/codeowners/errors',
    errors
  )
  return read.ok ? { ok: true, value: read.value.errors } : read
}

const permission = z.object({ permission: z.string() })

/** Whether an account may write to the repository. */
export async function readMayWrite(github: GitHub, login: string): Promise<Known<boolean>> {
  const what = `access of @${login}`
  const asked = await ask(github, what, 'GET /repos/{owner}/{repo}/collaborators/{username}/permission', {
    username: login
  })
  if (asked.kind === 'gap') return { ok: false, gap: asked.gap }
  if (asked.kind === 'absent') return { ok: true, value: false }
  const read = parsed(what, asked.answer.data, permission)
  return read.ok ? { ok: true, value: ['write', 'admin', 'maintain'].includes(read.value.permission) } : read
}

/** A file of the default branch as text; null if GitHub says there is none. */
export async function readText(github: GitHub, path: string): Promise<Known<string | null>> {
  const what = `${path} in ${github.owner}/${github.repo}`
  const asked = await ask(github, what, 'GET /repos/{owner}/{repo}/contents/{+path}', { path })
  if (asked.kind === 'gap') return { ok: false, gap: asked.gap }
  if (asked.kind === 'absent') return { ok: true, value: null }
  const shape = z.object({ encoding: z.literal('base64'), content: z.string() })
  const read = parsed(what, asked.answer.data, shape)
  return read.ok ? { ok: true, value: Buffer.from(read.value.content, 'base64').toString('utf8') } : read
}
