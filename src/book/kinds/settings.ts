import { z } from 'zod'
import type { Risk } from '../risks.ts'
import { approver, duration } from './common.ts'

const ticketNeed = z
  .enum(['optional', 'required'])
  .meta({ title: 'Ticket', description: 'Whether a grant of this tier must name a ticket.' })

const tier = (name: string) =>
  z
    .strictObject({
      maxDuration: duration('Longest grant', 'The longest time that one grant of this tier may last.', '30d'),
      maxTotal: duration(
        'Longest total',
        'The longest time that one subject may hold one entitlement of this tier, all its grants together, gaps under 24 hours counted in.',
        '180d'
      ).optional(),
      approvals: z
        .int()
        .min(1)
        .max(10)
        .meta({ title: 'Approvals', description: 'How many distinct people must approve.', examples: [1] }),
      ticket: ticketNeed
    })
    .meta({ title: `Risk tier ${name}` })

/** `grants/grantbook.yaml`: what holds for the whole repository. */
export const settings = z
  .strictObject({
    organization: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,38}$/u)
      .meta({ title: 'Organization', description: 'The GitHub organisation.', examples: ['acme'] }),
    repository: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[A-Za-z0-9._-]{1,100}$/u)
      .meta({
        title: 'Repository',
        description:
          'This repository, owner and name. It also names the policies that Grantbook owns in each system.',
        examples: ['acme/access']
      }),
    governance: approver.meta({
      title: 'Governance',
      description: 'Owns everything that has no nearer owner.',
      examples: ['@acme/access-governance']
    }),
    security: approver.meta({
      title: 'Security',
      description: 'Owns suspensions.',
      examples: ['@acme/security']
    }),
    app: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,99}$/u)
      .meta({
        title: 'App',
        description: 'Slug of the GitHub App: the only accepted author of our pull requests and checks.',
        examples: ['grantbook-acme']
      }),
    evidence: z
      .strictObject({
        // What is fixed says that 32 bytes of an Ed25519 key follow: anything else would be nobody's key.
        signers: z
          .array(
            z
              .string()
              .regex(/^ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI[A-P][A-Za-z0-9+/]{42}( [^\r\n]{1,100})?$/u)
          )
          .min(1)
          .max(20)
          .meta({
            title: 'Signers',
            description: 'SSH public keys that may sign commits on the evidence branch.'
          })
      })
      .meta({ title: 'Evidence' }),
    ticket: z
      .strictObject({
        pattern: z
          .string()
          .min(1)
          .max(200)
          .meta({
            title: 'Pattern',
            description: 'Regular expression (RE2, linear time) that a whole ticket must match.',
            examples: ['(OPS|SEC)-[0-9]+']
          }),
        url: z
          .string()
          .regex(/^https:\/\/[^\s"'<>]{1,300}$/u)
          .meta({
            title: 'Link',
            description: 'Where a ticket is found; `{ticket}` stands for its name.',
            examples: ['https://tickets.acme.example/{ticket}']
          })
      })
      .meta({ title: 'Tickets' }),
    risk: z
      .strictObject({
        low: tier('low'),
        medium: tier('medium'),
        high: tier('high'),
        critical: tier('critical')
      })
      .meta({ title: 'Risk tiers', description: 'What each risk demands. All four are required.' }),
    approvals: z
      .strictObject({
        maxAge: duration('Oldest approval', "An approval older than this at the merge doesn't count.", '14d')
      })
      .meta({ title: 'Approvals' }),
    emergency: z
      .strictObject({
        maxDuration: duration(
          'Longest emergency',
          'The longest time that one break-glass grant may last.',
          '4h'
        ),
        renewals: z
          .int()
          .min(0)
          .max(10)
          .meta({
            title: 'Renewals',
            description:
              'How often it may be renewed for one subject and entitlement before its retrospective is merged.',
            examples: [1]
          }),
        reviewWithin: duration(
          'Review within',
          'How soon after its end the retrospective must be merged.',
          '3d'
        )
      })
      .meta({ title: 'Emergency (break-glass)' }),
    outOfBand: z
      .strictObject({
        expiresAfter: duration(
          'Decide within',
          'How long access found outside the workflow may stand undecided.',
          '7d'
        ),
        tolerateFor: duration(
          'Longest toleration',
          'How far ahead a decision to tolerate may put its end.',
          '180d'
        )
      })
      .meta({ title: 'Access found outside' }),
    guard: z
      .strictObject({
        share: z
          .number()
          .min(0)
          .max(1)
          .meta({
            title: 'Share',
            description:
              'Share of a system’s standing grants whose unexplained removal within 24 hours is withheld.',
            examples: [0.1]
          }),
        floor: z
          .int()
          .min(0)
          .max(100000)
          .meta({
            title: 'Floor',
            description: 'So many unexplained removals pass in any case.',
            examples: [5]
          })
      })
      .meta({ title: 'Guard against mass removal' }),
    notice: duration('Notice', 'How long before its end requester and subject of a grant are told.', '7d'),
    keys: z
      .strictObject({
        maxAge: duration('Oldest key', 'The age at which a static access key is a finding.', '90d')
      })
      .meta({ title: 'Static keys' }),
    orphans: z
      .strictObject({
        grace: duration(
          'Grace',
          'How long grants of a workload last after its last active owner or backup has ended.',
          '7d'
        )
      })
      .meta({ title: 'Orphaned workloads' }),
    heartbeat: z
      .strictObject({
        staleAfter: duration(
          'Stale after',
          'The age at which the nightly’s last sign of life is a warning.',
          '26h'
        )
      })
      .meta({ title: 'Heartbeat' })
  })
  .meta({
    title: 'Grantbook settings',
    description: 'grants/grantbook.yaml: what holds for the whole repository.'
  })

export type Settings = z.infer<typeof settings>
export type { Risk } from '../risks.ts'
export type Tier = Settings['risk'][Risk]
