import { z } from 'zod'
import { date, id, text } from './common.ts'
import { accounts } from './person.ts'

const run = z
  .strictObject({
    kind: z
      .enum(['github-actions', 'aws-role', 'kubernetes', 'other'])
      .meta({ title: 'Kind', description: 'What runs it.' }),
    ref: text(
      'Reference',
      'Which one exactly: a GitHub OIDC subject, a role’s ARN, a service account.',
      'repo:acme/billing:environment:prod',
      500
    )
  })
  .meta({ title: 'Place of execution' })

/** `grants/workloads/<id>.yaml`: a machine, pipeline, service or agent. */
export const workload = z
  .strictObject({
    title: text('Title', 'What people call it.', 'Nightly billing export', 200),
    kind: z
      .enum(['pipeline', 'service', 'agent', 'machine'])
      .meta({ title: 'Kind', description: 'What it is. The owner of an agent is its sponsor.' }),
    owner: id('Id of the active person who answers for it.').meta({ title: 'Owner', examples: ['alice'] }),
    backup: id('Id of the person who answers for it when the owner is gone.')
      .meta({ title: 'Backup', examples: ['bob'] })
      .optional(),
    purpose: text('Purpose', 'What it does and for whom.', 'Exports invoices to the data lake'),
    expires: date(
      'Re-attest by',
      'By when its owner must say again that it is still needed; its grants end with it.',
      '2027-05-31'
    ),
    runs: z
      .array(run)
      .min(1)
      .max(20)
      .meta({ title: 'Runs', description: 'Where it runs; compared with what its role trusts.' }),
    canRun: z
      .array(id('Workload'))
      .min(1)
      .max(50)
      .meta({
        title: 'Can run',
        description: 'Other workloads that this one can start; counted through by separation of duties.',
        examples: [['other-workload']]
      })
      .optional(),
    accounts: accounts.optional()
  })
  .meta({
    title: 'Workload',
    description: 'grants/workloads/<id>.yaml: a non-human identity (machine, pipeline, service, agent).'
  })

export type Workload = z.infer<typeof workload>
