import { z } from 'zod'

// As in book/kinds: only what survives z.toJSONSchema, because the generated schema decides shape. What needs more
// than shape (whose account, which wildcard matches what, dates in conditions) is in check-*.ts.

/** IAM's character set for names of users and roles, with the path in front and no leading slash. */
const principalName = (what: string, example: string) =>
  z
    .string()
    .regex(/^(?:[A-Za-z0-9_+=,.@-]{1,128}\/){0,8}[A-Za-z0-9_+=,.@-]{1,64}$/u)
    .meta({
      title: what,
      description: `Path and name of the IAM ${what.toLowerCase()}, no leading slash.`,
      examples: [example]
    })

const roleArn = (title: string, description: string, example: string) =>
  z
    .string()
    .regex(
      /^arn:aws(?:-cn|-us-gov)?:iam::\d{12}:role\/(?:[A-Za-z0-9_+=,.@-]{1,128}\/){0,8}[A-Za-z0-9_+=,.@-]{1,64}$/u
    )
    .meta({ title, description, examples: [example] })

/** `settings` of a system whose connector is `aws-iam`. */
export const settings = z
  .strictObject({
    account: z
      .string()
      .regex(/^\d{12}$/u)
      .meta({
        title: 'Account',
        description: 'Number of the AWS account, in quotes. One account belongs to one system only.',
        examples: ['123456789012']
      }),
    region: z
      .string()
      .regex(/^[a-z]{2}(?:-[a-z]+){1,2}-\d$/u)
      .meta({
        title: 'Region',
        description: 'Where STS is called. IAM itself is global.',
        examples: ['eu-central-1']
      }),
    readRole: roleArn(
      'Read role',
      'Assumed by plans and verdicts.',
      'arn:aws:iam::123456789012:role/grantbook/read'
    ).optional(),
    writeRole: roleArn(
      'Write role',
      'Assumed by apply, on main only.',
      'arn:aws:iam::123456789012:role/grantbook/write'
    ).optional(),
    remediateRole: roleArn(
      'Remediate role',
      'Assumed where access found outside is to be removed. Never creates anything.',
      'arn:aws:iam::123456789012:role/grantbook/remediate'
    ).optional(),
    instance: z
      .string()
      .regex(/^[a-z][a-z0-9-]{2,39}$/u)
      .meta({
        title: 'Instance',
        description:
          'Name of the policies that Grantbook owns in this account. Default: `grantbook-` and 8 hex digits of SHA-256 of the repository’s name.',
        examples: ['grantbook-acme']
      })
      .optional()
  })
  .meta({
    title: 'Settings of an AWS account',
    description: '`settings` of a system whose connector is aws-iam.'
  })

// IAM accepts more characters than printable ASCII in a document; what is counted and compared byte by byte should not.
const printable = (max: number) =>
  z
    .string()
    .regex(/^[\x20-\x7e]+$/u)
    .max(max)

const action = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,60}:[A-Za-z0-9*?]{1,120}$/u)
  .meta({
    title: 'Action',
    description: 'Service and operation; `*` and `?` only in the operation.',
    examples: ['s3:GetObject']
  })

const resource = printable(1600)
  .regex(/^(?:\*$|arn:)/u)
  .meta({
    title: 'Resource',
    description: 'An ARN, wildcards and policy variables allowed, or `*`.',
    examples: ['arn:aws:s3:::billing/*']
  })

const conditionValue = printable(1600).meta({
  title: 'Value',
  description: 'Always text: write `"true"`, not `true`.',
  examples: ['true']
})

const conditions = z
  .record(
    z.string().regex(/^[A-Za-z:]{1,60}$/u),
    z.record(
      z.string().regex(/^[A-Za-z0-9-]{1,60}:[\x20-\x7e]{1,200}$/u),
      z.union([conditionValue, z.array(conditionValue).min(1).max(100)])
    )
  )
  .meta({
    title: 'Conditions',
    description:
      'Operator, key, value or list of values, as in IAM. No dates: the grant’s own window is the only one.',
    examples: [{ Bool: { 'aws:MultiFactorAuthPresent': 'true' } }]
  })

const statement = z
  .strictObject({
    actions: z.array(action).min(1).max(100).meta({ title: 'Actions', description: 'What is allowed.' }),
    resources: z.array(resource).min(1).max(100).meta({ title: 'Resources', description: 'On what.' }),
    conditions: conditions.optional()
  })
  .meta({ title: 'Statement', description: 'Always Allow. Each grant gets its own copy with its own dates.' })

/** Branches of `target`, each under the key that tells it apart. */
export const targets = {
  assumeRole: z
    .strictObject({
      assumeRole: roleArn(
        'Role to assume',
        'Exact ARN of an entitlement role of this account. The normal form.',
        'arn:aws:iam::123456789012:role/entitlements/billing-read'
      )
    })
    .meta({ title: 'Permission to assume a role' }),
  statements: z
    .strictObject({
      statements: z
        .array(statement)
        .min(1)
        .max(20)
        .meta({ title: 'Statements', description: 'Direct permissions.' })
    })
    .meta({ title: 'Direct permissions' }),
  group: z
    .strictObject({
      group: z
        .string()
        .regex(/^[A-Za-z0-9_+=,.@-]{1,128}$/u)
        .meta({
          title: 'Group',
          description:
            'Name of an IAM group. Users only. Membership can’t carry a date: only a run of ours ends it.',
          examples: ['auditors']
        })
    })
    .meta({ title: 'Membership of a group' })
} as const

/** `target` of an entitlement. */
export const target = z.union([targets.assumeRole, targets.statements, targets.group]).meta({
  title: 'Target in an AWS account',
  description: 'A role to assume (the normal form), direct statements, or a group.'
})

/** Branches of an account, each under the key that tells it apart. */
export const accounts = {
  user: z.strictObject({ user: principalName('User', 'alice') }).meta({ title: 'An IAM user' }),
  role: z
    .strictObject({ role: principalName('Role', 'ci/billing-exporter') })
    .meta({ title: 'A workload’s role' })
} as const

/** A person's or workload's value below `accounts`. */
export const account = z.union([accounts.user, accounts.role]).meta({
  title: 'Principal in an AWS account',
  description: 'Who this is: an IAM user, or the role a workload runs as.'
})

export type Settings = z.infer<typeof settings>
export type Target = z.infer<typeof target>
export type TargetStatement = z.infer<typeof statement>
export type Account = z.infer<typeof account>
