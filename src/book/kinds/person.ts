import { z } from 'zod'
import { date, id, opaque, text } from './common.ts'

/** Where a person or workload is known in each system; the value's shape is its connector's. */
export const accounts = z
  .record(
    id('System'),
    opaque('Account', 'Who this is in that system, in its connector’s own terms.', { user: 'alice' })
  )
  .meta({
    title: 'Accounts',
    description: 'Who this is in each system, by system id.',
    examples: [{ 'aws-prod': { user: 'alice' } }]
  })

/** `grants/people/<id>.yaml`: a human being. */
export const person = z
  .strictObject({
    name: text('Name', 'Full name.', 'Alice Example', 200),
    email: z
      .string()
      .regex(/^[^\s@<>"]{1,64}@[^\s@<>"]{1,190}$/u)
      .meta({ title: 'E-mail', description: 'Work e-mail address.', examples: ['alice@acme.example'] }),
    github: z
      .string()
      .regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$/u)
      .meta({
        title: 'GitHub login',
        description: 'Login of this person’s GitHub account. Always beside `githubId`.',
        examples: ['alice-acme']
      })
      .optional(),
    githubId: z
      .int()
      .min(1)
      .max(Number.MAX_SAFE_INTEGER)
      .meta({
        title: 'GitHub number',
        description: 'Number of that account. Logins can be renamed and taken over; the number decides.',
        examples: [583231]
      })
      .optional(),
    manager: id('Id of the person this one reports to.')
      .meta({ title: 'Manager', examples: ['bob'] })
      .optional(),
    ends: date(
      'Last day',
      'The last day at the company (that whole day in UTC), or an exact instant. Everything the person holds ends with it.',
      '2027-03-31'
    ).optional(),
    accounts: accounts.optional()
  })
  .meta({
    title: 'Person',
    description: 'grants/people/<id>.yaml: a human being who requests, holds, owns or approves access.'
  })

export type Person = z.infer<typeof person>
