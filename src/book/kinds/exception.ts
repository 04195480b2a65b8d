import { z } from 'zod'
import { date, id, reason, text } from './common.ts'

/** `grants/exceptions/<id>.yaml`: an exception to a separation-of-duties rule. */
export const exception = z
  .strictObject({
    rule: id('Id of the rule.').meta({ title: 'Rule', examples: ['create-and-approve-payments'] }),
    subject: id('Id of the person or workload.').meta({ title: 'Subject', examples: ['alice'] }),
    reason,
    control: text(
      'Compensating control',
      'What is done instead, by whom and how often.',
      'Monthly review of her payments by internal audit'
    ).min(10),
    expires: date(
      'Expires',
      'When it ends; the last approved of the grants that need it ends with it.',
      '2027-01-31'
    )
  })
  .meta({
    title: 'Exception',
    description:
      'grants/exceptions/<id>.yaml: an exception to a separation-of-duties rule, with a control and an end.'
  })

export type Exception = z.infer<typeof exception>
