import { z } from 'zod'

// What a world file says of the forge. As every other file's definition this uses only what survives z.toJSONSchema.

const login = z
  .string()
  .regex(/^[A-Za-z0-9](?:[A-Za-z0-9]|-(?=[A-Za-z0-9])){0,38}(?:\[bot\])?$/u)
  .meta({ description: 'Login of an account.', examples: ['alice-acme'] })
const slug = z
  .string()
  .regex(/^[a-z0-9_](?:[a-z0-9_-]{0,98}[a-z0-9_])?$/u)
  .meta({ description: 'Slug of a team or an App.', examples: ['billing'] })
const names = z
  .array(z.string().min(1))
  .meta({ description: 'Slugs of teams or Apps, or logins.', examples: [['billing', 'carol-acme']] })
const id = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER)
const branch = z.string().regex(/^[\w./-]+$/u)
const permission = z.enum(['read', 'triage', 'write', 'maintain', 'admin'])

const user = z.strictObject({
  login,
  id: id.optional().meta({ description: 'Account number; given out in order if absent.' }),
  email: z.string().optional(),
  name: z.string().optional(),
  type: z.enum(['User', 'Bot']).optional(),
  role: z
    .enum(['admin', 'member', 'outside'])
    .optional()
    .meta({ description: 'In the organization; `member` if absent.' }),
  token: z.string().min(8).optional().meta({ description: 'Follows from the login if absent.' })
})

const app = z.strictObject({
  slug,
  id: id.optional(),
  bot: id.optional().meta({ description: 'Number of its account, `slug[bot]`.' }),
  permissions: z
    .record(z.string(), z.enum(['read', 'write']))
    .optional()
    .meta({ description: 'By GitHub’s names (`contents: write`); everything if absent.' }),
  token: z.string().min(8).optional()
})

const team = z.strictObject({
  slug,
  id: id.optional(),
  name: z.string().optional(),
  parent: slug.optional(),
  privacy: z.enum(['closed', 'secret']).optional(),
  members: z.array(login).optional(),
  maintainers: z.array(login).optional(),
  pending: z.array(login).optional().meta({ description: 'Invited, not yet members.' })
})

const check = z.strictObject({ context: z.string(), app: slug.optional() })

const protection = z
  .strictObject({
    reviews: z
      .number()
      .int()
      .min(0)
      .max(6)
      .optional()
      .meta({ description: 'A pull request with so many approvals; if absent none is needed.' }),
    codeOwners: z.boolean().optional(),
    dismissStale: z.boolean().optional(),
    lastPush: z.boolean().optional(),
    dismissal: names.optional().meta({ description: 'Who may dismiss reviews; who may write if absent.' }),
    bypass: names.optional().meta({ description: 'Who may push without a pull request.' }),
    checks: z.array(check).optional(),
    strict: z.boolean().optional().meta({ description: 'Whether branches must be up to date.' }),
    restrictions: names.optional().meta({ description: 'Who may push at all.' }),
    enforceAdmins: z.boolean().optional(),
    linearHistory: z.boolean().optional(),
    forcePushes: z.boolean().optional(),
    deletions: z.boolean().optional(),
    signatures: z.boolean().optional(),
    conversationResolution: z.boolean().optional(),
    lock: z.boolean().optional()
  })
  .meta({ description: 'Protection of a branch.' })

const ruleset = z.strictObject({
  name: z.string(),
  target: z.enum(['branch', 'tag', 'push']).optional(),
  enforcement: z.enum(['disabled', 'active', 'evaluate']).optional(),
  include: z.array(z.string()).optional().meta({ description: '`~DEFAULT_BRANCH` if absent.' }),
  exclude: z.array(z.string()).optional(),
  bypass: z
    .array(
      z.strictObject({
        actor: z
          .string()
          .meta({ description: 'A team or an App, or `admins`, `role:NUMBER`, `deploy-keys`.' }),
        mode: z.enum(['always', 'pull_request', 'exempt']).optional()
      })
    )
    .optional(),
  rules: z.array(
    z.strictObject({ type: z.string(), parameters: z.record(z.string(), z.unknown()).optional() })
  )
})

const environment = z.strictObject({
  name: z.string().min(1),
  reviewers: names.optional(),
  preventSelfReview: z.boolean().optional(),
  waitMinutes: z.number().int().min(0).optional(),
  branches: z
    .union([z.literal('protected'), z.array(z.string())])
    .optional()
    .meta({ description: '`protected`, or patterns of branches that may deploy; all if absent.' }),
  secrets: z.array(z.string()).optional().meta({ description: 'Names only.' })
})

const repository = z.strictObject({
  name: z.string().regex(/^[\w.-]{1,100}$/u),
  owner: login.optional().meta({ description: 'The organization if absent.' }),
  id: id.optional(),
  from: z.string().optional().meta({
    description:
      'A folder, relative to the world file: its files, or all branches and tags if it is a repository. Empty if absent.'
  }),
  fork: z
    .string()
    .optional()
    .meta({ description: '`owner/name` of the repository that it was forked from.' }),
  defaultBranch: branch.optional(),
  private: z.boolean().optional().meta({ description: 'True if absent.' }),
  archived: z.boolean().optional(),
  read: names.optional(),
  triage: names.optional(),
  write: names.optional().meta({ description: 'Teams or accounts that may write.' }),
  maintain: names.optional(),
  admin: names.optional(),
  collaborators: z.record(z.string(), permission).optional().meta({ description: 'By login.' }),
  protection: protection.optional().meta({ description: 'Of the default branch.' }),
  protections: z
    .record(z.string(), protection)
    .optional()
    .meta({ description: 'Of other branches, by name.' }),
  rulesets: z.array(ruleset).optional(),
  environments: z.array(environment).optional(),
  secrets: z.array(z.string()).optional().meta({ description: 'Names of the repository’s own secrets.' }),
  organizationSecrets: z
    .array(z.string())
    .optional()
    .meta({ description: 'Names of the organization’s secrets that it may use.' }),
  variables: z.record(z.string(), z.string()).optional(),
  labels: z.array(z.string()).optional(),
  actions: z
    .strictObject({
      enabled: z.boolean().optional(),
      allowed: z.enum(['all', 'local_only', 'selected']).optional(),
      shaPinningRequired: z.boolean().optional(),
      defaultPermissions: z.enum(['read', 'write']).optional(),
      mayApprove: z.boolean().optional()
    })
    .optional(),
  merging: z
    .strictObject({
      mergeCommit: z.boolean().optional(),
      squash: z.boolean().optional(),
      rebase: z.boolean().optional(),
      autoMerge: z.boolean().optional(),
      deleteBranch: z.boolean().optional(),
      updateBranch: z.boolean().optional()
    })
    .optional()
})

/** The forge's fields of a world. */
export const forgeFields = {
  organization: login
    .optional()
    .meta({ description: 'The organization; without it there is no forge.', examples: ['acme'] }),
  organizationSettings: z
    .strictObject({
      id: id.optional(),
      membersMayCreateTeams: z.boolean().optional(),
      basePermission: z.enum(['none', 'read', 'write', 'admin']).optional()
    })
    .optional(),
  limits: z
    .strictObject({
      requests: z.number().int().min(1).optional(),
      creations: z.number().int().min(1).optional()
    })
    .optional()
    .meta({
      description:
        'Requests an hour and content-creating requests a minute of every token, instead of GitHub’s.'
    }),
  users: z.array(user).optional(),
  apps: z.array(app).optional(),
  teams: z.array(team).optional(),
  repositories: z.array(repository).optional()
}

const forge = z.strictObject(forgeFields)

export type ForgeWorld = z.infer<typeof forge>
export type WorldProtection = z.infer<typeof protection>
export type WorldRepository = z.infer<typeof repository>
export type WorldTeam = z.infer<typeof team>
