import { z } from 'zod'
import { id, opaque, text } from './common.ts'

/** `grants/systems/<id>/system.yaml`: one place in which access exists. */
export const system = z
  .strictObject({
    title: text('Title', 'What people call it.', 'AWS production', 200),
    connector: id('Which connector speaks to it.').meta({ title: 'Connector', examples: ['aws-iam'] }),
    owner: id('Id of the person who answers for it.').meta({ title: 'Owner', examples: ['carol'] }),
    outOfBand: z.enum(['report', 'revoke']).meta({
      title: 'Access found outside',
      description:
        '`report`: found access is escalated and never removed; `revoke`: it is removed at its end.'
    }),
    known: z
      .array(text('Principal', 'Exact name.', 'role/terraform', 300))
      .min(1)
      .max(200)
      .meta({
        title: 'Known',
        description: 'Principals whose access outside Grantbook is nobody’s finding.',
        examples: [['role/terraform']]
      })
      .optional(),
    settings: opaque('Settings', 'The connector’s own settings.', {
      account: '123456789012',
      region: 'eu-central-1'
    })
  })
  .meta({
    title: 'System',
    description:
      'grants/systems/<id>/system.yaml: one AWS account, one GitHub organisation, … reached through a connector.'
  })

export type System = z.infer<typeof system>
