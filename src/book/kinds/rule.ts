import { z } from 'zod'
import { ID_PATTERN } from '../ids.ts'
import { id, text } from './common.ts'

const held = z
  .string()
  .regex(/^(duty:[a-z0-9*][a-z0-9.*-]{0,99}|[a-z0-9*][a-z0-9*-]{0,62}\/[a-z0-9*][a-z0-9*-]{0,62})$/u)
  .meta({
    title: 'Held',
    description:
      'An entitlement (`system/entitlement`), a duty (`duty:payments.create`), or a glob with `*`.',
    examples: ['duty:payments.create']
  })

const action = z
  .string()
  .regex(/^[a-z0-9-]{1,60}:[A-Za-z0-9*?]{1,128}$/u)
  .meta({
    title: 'Action',
    description: 'Service and operation as AWS writes them; `*` and `?` stand for letters.',
    examples: ['s3:GetObject']
  })

const shared = {
  title: text('Title', 'The rule in one sentence.', 'Nobody both creates and approves payments', 200),
  severity: z
    .enum(['error', 'warning'])
    .meta({
      title: 'Severity',
      description: '`error` (default) blocks; `warning` only tells.',
      default: 'error'
    })
    .optional(),
  through: z
    .array(z.enum(['self', 'owned', 'backup', 'canRun']))
    .min(1)
    .max(4)
    .meta({
      title: 'Through',
      description:
        'What counts as held: own grants, those of workloads owned or backed up, those of workloads that can be run. Default: all.'
    })
    .optional(),
  systems: z
    .array(id('System'))
    .min(1)
    .max(100)
    .meta({ title: 'Systems', description: 'Only these systems.', examples: [['aws-prod']] })
    .optional()
}

/** `grants/rules/<id>.yaml`: a separation-of-duties rule. Told apart by `hold` or `permissions`. */
export const rule = z
  .union([
    z
      .strictObject({
        ...shared,
        hold: z
          .array(held)
          .min(1)
          .max(1000)
          .meta({ title: 'Hold', description: 'What must not be held together.' }),
        atMost: z
          .int()
          .min(0)
          .max(1000)
          .meta({
            title: 'At most',
            description: 'How many of them one subject may hold at any instant.',
            examples: [1]
          })
      })
      .meta({ title: 'Rule' }),
    z
      .strictObject({
        ...shared,
        permissions: z
          .array(id('Action set'))
          .min(1)
          .max(100)
          .meta({
            title: 'Permissions',
            description: 'Action sets that are toxic together.',
            examples: [['privilege-escalation']]
          }),
        sets: z
          .record(
            z.string().regex(new RegExp(ID_PATTERN, 'u')),
            z.array(z.array(action).min(1).max(20)).min(1).max(50)
          )
          .meta({
            title: 'Sets',
            description:
              'Action sets of your own, by id: each a list of ways, each way the actions that it takes together.',
            examples: [{ 'copy-out': [['s3:GetObject', 's3:PutBucketPolicy']] }]
          })
          .optional()
      })
      .meta({ title: 'Rule' })
  ])
  .meta({
    title: 'Separation-of-duties rule',
    description: 'grants/rules/<id>.yaml: what nobody may hold together.'
  })

export type Rule = z.infer<typeof rule>
