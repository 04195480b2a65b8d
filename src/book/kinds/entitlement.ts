import { z } from 'zod'
import { approver, duration, entitlementRef, id, opaque, text } from './common.ts'
import { RISKS } from '../risks.ts'

const approverList = z.array(approver).min(1).max(20)

/** `grants/systems/<system>/<id>/entitlement.yaml`: something that can be held. */
export const entitlement = z
  .strictObject({
    title: text('Title', 'What people call it.', 'Read billing data', 200),
    description: text(
      'Description',
      'What holding it lets one do, in words a reviewer understands.',
      'Read invoices and exports in the billing bucket.'
    ),
    owner: id('Id of the person who answers for it.').meta({ title: 'Owner', examples: ['carol'] }),
    approvers: z.union([approverList, z.array(approverList).min(2).max(5)]).meta({
      title: 'Approvers',
      description: 'Any one of a list; or a list of lists: one from each. The two are never mixed.',
      examples: [['@acme/billing'], [['@acme/billing'], ['@acme/security']]]
    }),
    risk: z.enum(RISKS).meta({
      title: 'Risk',
      description: 'Tier in the settings: decides longest duration, approvals and ticket.'
    }),
    maxDuration: duration(
      'Longest grant',
      'Shorter than the tier’s own limit, never longer.',
      '14d'
    ).optional(),
    subjects: z
      .array(z.enum(['person', 'workload']))
      .min(1)
      .max(2)
      .meta({ title: 'Subjects', description: 'Who may hold it.' }),
    duties: z
      .array(z.string().regex(/^[a-z0-9][a-z0-9.-]{0,99}$/u))
      .min(1)
      .max(50)
      .meta({
        title: 'Duties',
        description: 'Duties it confers, for separation of duties.',
        examples: [['payments.read']]
      })
      .optional(),
    emergency: z
      .strictObject({
        approvers: approverList.meta({
          title: 'On call',
          description: 'Any one of them approves a break-glass grant.'
        }),
        maxDuration: duration('Longest emergency', 'The shorter of this and the settings’ limit holds.', '2h')
      })
      .meta({ title: 'Emergency', description: 'Present: break-glass is allowed.' })
      .optional(),
    includes: z
      .array(entitlementRef)
      .min(1)
      .max(100)
      .meta({ title: 'Includes', description: 'Makes it a bundle: whoever holds it holds these too.' })
      .optional(),
    target: opaque(
      'Target',
      'What it is in its system, in the connector’s own terms. Optional only beside `includes`.',
      {
        assumeRole: 'arn:aws:iam::123456789012:role/entitlements/billing-read'
      }
    ).optional(),
    task: z
      .enum(['ongoing'])
      .meta({ title: 'Task', description: '`ongoing`: grants to workloads don’t end with their task.' })
      .optional()
  })
  .meta({
    title: 'Entitlement',
    description: 'grants/systems/<system>/<id>/entitlement.yaml: something in a system that can be held.'
  })

export type Entitlement = z.infer<typeof entitlement>
