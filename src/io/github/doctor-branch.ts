import { z } from 'zod'
import type { BranchDemands, BranchFacts, Known } from '../../doctor/facts.ts'
import type { GitHub, Reading } from './github.ts'
import { pages } from './pages.ts'
import { ask, one, parsed } from './read.ts'

const parameters = z.looseObject({
  required_approving_review_count: z.int().optional(),
  require_code_owner_review: z.boolean().optional(),
  dismiss_stale_reviews_on_push: z.boolean().optional(),
  require_last_push_approval: z.boolean().optional(),
  dismissal_restriction: z.object({ enabled: z.boolean().optional() }).nullish(),
  allowed_merge_methods: z.array(z.string()).nullish(),
  required_status_checks: z
    .array(z.object({ context: z.string(), integration_id: z.int().nullish() }))
    .optional()
})
const rule = z.object({
  type: z.string(),
  ruleset_id: z.int(),
  ruleset_source: z.string().optional(),
  parameters: parameters.nullish()
})
type Rule = z.infer<typeof rule>

const actor = z.object({
  actor_id: z.int().nullish(),
  actor_type: z.string(),
  bypass_mode: z.string().nullish()
})
const ruleset = z.object({ name: z.string(), bypass_actors: z.array(actor).nullish() })

const enabled = z.object({ enabled: z.boolean() }).nullish()
const protection = z.object({
  required_pull_request_reviews: z
    .object({
      required_approving_review_count: z.int().nullish(),
      require_code_owner_reviews: z.boolean().nullish(),
      dismiss_stale_reviews: z.boolean().nullish(),
      require_last_push_approval: z.boolean().nullish(),
      dismissal_restrictions: z.looseObject({}).nullish(),
      bypass_pull_request_allowances: z
        .object({
          users: z.array(z.unknown()).nullish(),
          teams: z.array(z.unknown()).nullish(),
          apps: z.array(z.unknown()).nullish()
        })
        .nullish()
    })
    .nullish(),
  required_status_checks: z
    .object({ checks: z.array(z.object({ context: z.string(), app_id: z.int().nullish() })).nullish() })
    .nullish(),
  restrictions: z.looseObject({}).nullish(),
  enforce_admins: enabled,
  allow_force_pushes: enabled,
  allow_deletions: enabled
})

/** What a branch demands of those who change it: active rulesets and classic protection. */
export async function readBranchFacts(
  github: GitHub,
  branch: string,
  administrator: boolean
): Promise<BranchFacts> {
  const [rulesets, classic] = await Promise.all([
    readRulesets(github, branch),
    readClassic(github, branch, administrator)
  ])
  return { rulesets, classic }
}

async function readRulesets(github: GitHub, branch: string): Promise<Reading<readonly BranchDemands[]>> {
  const rules = await pages(github, {
    what: `rules of branch ${branch}`,
    route: 'GET /repos/{owner}/{repo}/rules/branches/{branch}',
    item: rule,
    parameters: { branch }
  })
  if (!rules.ok) return rules
  const byRuleset = new Map<number, Rule[]>()
  for (const each of rules.value)
    byRuleset.set(each.ruleset_id, [...(byRuleset.get(each.ruleset_id) ?? []), each])
  const demands: BranchDemands[] = []
  for (const [id, own] of byRuleset) {
    const read = await one(
      github,
      `ruleset ${id}`,
      'GET /repos/{owner}/{repo}/rulesets/{ruleset_id}',
      ruleset,
      {
        ruleset_id: id
      }
    )
    demands.push(ofRules(id, own, read))
  }
  return { ok: true, value: demands }
}

function ofRules(id: number, rules: readonly Rule[], read: Reading<z.infer<typeof ruleset>>): BranchDemands {
  const has = (type: string): boolean => rules.some((each) => each.type === type)
  const pull = rules.find(({ type }) => type === 'pull_request')
  const asked = pull?.parameters ?? {}
  return {
    from: read.ok ? `ruleset "${read.value.name}"` : `ruleset ${id}`,
    pullRequest: pull
      ? {
          approvals: asked.required_approving_review_count ?? 0,
          codeOwners: asked.require_code_owner_review === true,
          dismissStale: asked.dismiss_stale_reviews_on_push === true,
          lastPush: asked.require_last_push_approval === true,
          dismissalRestricted: asked.dismissal_restriction?.enabled === true,
          methods: asked.allowed_merge_methods ?? null
        }
      : null,
    noForcePush: has('non_fast_forward'),
    noDeletion: has('deletion'),
    noUpdate: has('update'),
    mergeQueue: has('merge_queue'),
    checks: rules.flatMap(({ type, parameters: given }) =>
      type === 'required_status_checks'
        ? (given?.required_status_checks ?? []).map((each) => ({
            context: each.context,
            app: each.integration_id ?? null
          }))
        : []
    ),
    bypass: bypassOf(read)
  }
}

/** `bypass_actors` is shown only to those who may change the ruleset: absent is unknown, and never nobody. */
function bypassOf(read: Reading<z.infer<typeof ruleset>>): BranchDemands['bypass'] {
  if (!read.ok) return read
  const { name, bypass_actors: actors } = read.value
  if (!actors) {
    const why = 'GitHub does not show it to this token'
    return { ok: false, gap: { what: `bypass list of ruleset "${name}"`, why, passing: false } }
  }
  const value = actors.map(({ actor_id, actor_type, bypass_mode }) => ({
    kind: actor_type,
    id: actor_id ?? null,
    mode: bypass_mode ?? 'always'
  }))
  return { ok: true, value }
}

async function readClassic(
  github: GitHub,
  branch: string,
  administrator: boolean
): Promise<Known<BranchDemands | null>> {
  const what = `protection of branch ${branch}`
  const asked = await ask(github, what, 'GET /repos/{owner}/{repo}/branches/{branch}/protection', { branch })
  if (asked.kind === 'gap') return { ok: false, gap: asked.gap }
  if (asked.kind === 'absent') {
    // 404 is the answer both where there is none and where this token may not know.
    if (administrator) return { ok: true, value: null }
    return { ok: false, gap: { what, why: 'only an administrator may see it', passing: false } }
  }
  const read = parsed(what, asked.answer.data, protection)
  return read.ok ? { ok: true, value: ofProtection(read.value) } : read
}

function ofProtection(read: z.infer<typeof protection>): BranchDemands {
  const reviews = read.required_pull_request_reviews
  const allowances = reviews?.bypass_pull_request_allowances
  const passing = [
    ...(read.enforce_admins?.enabled === true ? [] : ['Administrators']),
    ...(allowances?.users ?? []).map(() => 'User'),
    ...(allowances?.teams ?? []).map(() => 'Team'),
    ...(allowances?.apps ?? []).map(() => 'Integration')
  ]
  return {
    from: 'branch protection',
    pullRequest: reviews
      ? {
          approvals: reviews.required_approving_review_count ?? 0,
          codeOwners: reviews.require_code_owner_reviews === true,
          dismissStale: reviews.dismiss_stale_reviews === true,
          lastPush: reviews.require_last_push_approval === true,
          dismissalRestricted:
            reviews.dismissal_restrictions !== null && reviews.dismissal_restrictions !== undefined,
          methods: null
        }
      : null,
    noForcePush: read.allow_force_pushes?.enabled !== true,
    noDeletion: read.allow_deletions?.enabled !== true,
    noUpdate: read.restrictions !== null && read.restrictions !== undefined,
    mergeQueue: false,
    checks: (read.required_status_checks?.checks ?? []).map(({ context, app_id: app }) => ({
      context,
      // GitHub writes "any source" as null or as -1.
      app: app === undefined || app === -1 ? null : app
    })),
    bypass: { ok: true, value: passing.map((kind) => ({ kind, id: null, mode: 'always' })) }
  }
}
