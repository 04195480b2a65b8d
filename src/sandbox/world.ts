import { z } from 'zod'
import { UsageError } from '../book/errors.ts'
import { forgeFields } from './forge/world.ts'

// As every other file's definition this uses only what survives z.toJSONSchema.

const name = (what: string) =>
  z
    .string()
    .regex(/^[\w+=,.@-]{1,128}$/u)
    .meta({ description: what })
const path = z
  .string()
  .regex(/^(?:\/|\/[!-~]+\/)$/u)
  .max(512)
  .meta({ description: 'Path of the entity; `/` if absent.', examples: ['/team/'] })
const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}([Tt]\d{2}:\d{2}:\d{2}([Zz]|[+-]\d{2}:\d{2}))?$/u)
  .meta({ description: 'A date or RFC 3339 date-time.', examples: ['2026-11-20T09:00:00Z'] })
const document = z
  .union([z.string(), z.record(z.string(), z.unknown())])
  .meta({ description: 'An IAM policy: as an object, or as text that is kept byte for byte.' })
const policyRef = z
  .string()
  .min(1)
  .meta({
    description: 'A managed policy: its ARN, or the name of one of this account or of AWS.',
    examples: ['arn:aws:iam::aws:policy/AdministratorAccess', 'AdministratorAccess']
  })
const tags = z.record(z.string(), z.string()).meta({ description: 'Tags by key.' })

const key = z.strictObject({
  status: z.enum(['Active', 'Inactive']).optional(),
  created: instant.optional(),
  lastUsed: instant.optional()
})

const holder = {
  name: name('Name of the entity.'),
  path: path.optional(),
  created: instant.optional(),
  inline: z.record(z.string(), document).optional().meta({ description: 'Inline policies by name.' }),
  attached: z.array(policyRef).optional().meta({ description: 'Managed policies attached to it.' })
}

const user = z.strictObject({
  ...holder,
  boundary: policyRef.optional(),
  groups: z.array(name('A group of the account.')).optional(),
  keys: z
    .union([z.number().int().min(0).max(2), z.array(key).max(2)])
    .optional()
    .meta({ description: 'Access keys: how many (none if absent), or each with status, age and last use.' }),
  password: z.boolean().optional().meta({ description: 'Whether the user may sign in to the console.' }),
  mfa: z.boolean().optional(),
  tags: tags.optional()
})

const role = z.strictObject({
  ...holder,
  trust: document,
  description: z.string().max(1000).optional(),
  maxSessionDuration: z
    .number()
    .int()
    .min(3600)
    .max(43_200)
    .optional()
    .meta({ description: 'Seconds; 3600 if absent.' }),
  boundary: policyRef.optional(),
  tags: tags.optional()
})

const group = z.strictObject(holder)

const policy = z.strictObject({
  name: name('Name of the managed policy.'),
  path: path.optional(),
  created: instant.optional(),
  description: z.string().max(1000).optional(),
  document,
  tags: tags.optional()
})

const quotas = z
  .strictObject({
    users: z.number().int().optional(),
    roles: z.number().int().optional(),
    groups: z.number().int().optional(),
    policies: z.number().int().optional(),
    attached: z.number().int().max(20).optional()
  })
  .meta({
    description: 'Quotas that AWS has raised for this account. Counts never stand below what the file holds.'
  })

const account = z.strictObject({
  account: z
    .string()
    .regex(/^\d{12}$/u)
    .meta({ description: 'Account number, in quotes.', examples: ['123456789012'] }),
  alias: z
    .string()
    .regex(/^[a-z0-9](?:[a-z0-9]|-(?!-)){1,61}[a-z0-9]$/u)
    .optional(),
  users: z.array(user).optional(),
  roles: z.array(role).optional(),
  groups: z.array(group).optional(),
  policies: z.array(policy).optional(),
  samlProviders: z.array(name('Name of a SAML provider.')).optional(),
  oidcProviders: z
    .array(
      z.strictObject({
        url: z.string().regex(/^https:\/\/[^\s/]+[^\s]*$/u),
        clients: z.array(z.string()).optional()
      })
    )
    .optional(),
  quotas: quotas.optional()
})

/** A world file: everything that stands when a sandbox begins. */
export const worldSchema = z
  .strictObject({
    now: instant
      .optional()
      .meta({ description: 'Where the clock stands; the moment of the start if absent.' }),
    ...forgeFields,
    aws: z.array(account).optional()
  })
  .meta({ title: 'World', description: 'What a sandbox imitates when it starts.' })

export type World = z.infer<typeof worldSchema>
export type WorldAccount = z.infer<typeof account>
export type WorldUser = z.infer<typeof user>
export type WorldRole = z.infer<typeof role>
export type WorldDocument = z.infer<typeof document>

/** Checks the shape of a world; throws UsageError that names the first wrong place. */
export function checkWorld(world: unknown): World {
  const result = worldSchema.safeParse(world)
  if (result.success) {
    refuseHomeless(result.data)
    return result.data
  }
  const first = result.error.issues[0]
  const where = (first?.path ?? []).map(String).join('.')
  throw new UsageError(
    `The world is wrong${where === '' ? '' : ` at "${where}"`}: ${first?.message ?? ''}. Correct the world file.`
  )
}

/** Without an organization there is no forge, and what stands in one would be passed over in silence. */
function refuseHomeless(world: World): void {
  if (world.organization !== undefined) return
  const homeless = Object.keys(forgeFields).find((field) => Object.hasOwn(world, field))
  if (homeless !== undefined)
    throw new UsageError(
      `The world has "${homeless}" but no "organization". Add it, or take "${homeless}" away.`
    )
}
