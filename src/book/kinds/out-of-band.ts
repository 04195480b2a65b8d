import { z } from 'zod'
import { date, id, text } from './common.ts'

const item = z
  .strictObject({
    id: text(
      'Id',
      'What it is, in the system’s own terms; stable.',
      'attached:arn:aws:iam::aws:policy/AdministratorAccess',
      1000
    ),
    what: text('What', 'The same in words.', 'AdministratorAccess attached directly'),
    firstSeen: date('First seen', 'When Grantbook first saw it.', '2026-11-21T02:13:00Z'),
    by: text('By', 'Who made it, if the system tells; else `unknown`.', 'unknown', 500),
    lastUsed: date('Last used', 'When it was last used, if the system tells.', '2026-11-20T10:00:00Z')
      .nullable()
      .meta({
        title: 'Last used',
        description: 'When it was last used, if the system tells; else null.',
        examples: ['2026-11-20T10:00:00Z', null]
      }),
    digest: z
      .string()
      .regex(/^sha256:[0-9a-f]{64}$/u)
      .meta({ title: 'Digest', description: 'SHA-256 of the exact thing found.' }),
    gives: text(
      'Gives',
      'What the `target` of an entitlement would have to say to give just this, as JSON; absent: none can. For `grantbook adopt`.',
      '{"group":"auditors"}',
      8000
    ).optional()
  })
  .meta({ title: 'Item' })

/** `grants/out-of-band/<system>/<principal>-<hash>.yaml`: access found, not requested. */
export const outOfBand = z
  .strictObject({
    principal: text('Principal', 'Who has it.', 'arn:aws:iam::123456789012:user/mallory', 2100),
    items: z
      .array(item)
      .min(1)
      .max(1000)
      .meta({ title: 'Items', description: 'What was found. Written by Grantbook alone.' }),
    expires: date('Expires', 'When it must be decided; moved only by a decision to tolerate.', '2026-11-28'),
    decision: z.enum(['undecided', 'tolerate', 'revoke']).meta({ title: 'Decision' }),
    owner: id('Id of the person who owns it from now on; needed to tolerate.')
      .meta({ title: 'Owner', examples: ['bob'] })
      .optional(),
    reason: text(
      'Reason',
      'Why it may stand; needed to tolerate.',
      'Vendor migration until the new connector is live'
    ).optional()
  })
  .meta({
    title: 'Access found outside',
    description:
      'grants/out-of-band/<system>/<principal>-<hash>.yaml: access that no grant explains. Written by Grantbook.'
  })

export type OutOfBand = z.infer<typeof outOfBand>
