import { entitlement, grant, PATHS, person, stranger, workload } from '../acme.ts'
import type { Case } from '../case.ts'
import { approve, object } from '../world.ts'

const glass = { [PATHS.emergency('admin', 'alice')]: grant('2026-11-20T12:00:00Z', 'incident: INC-1\n') }
const handed = (to: string, more = 'backup: bob\n') => ({ [PATHS.workload]: workload(to, more) })

/** Rules 7 and 8: break-glass access, and workloads that change hands. */
export const EMERGENCY_AND_TRANSFER: readonly Case[] = [
  {
    name: 'One of those on call, though the tier asks for two',
    world: { change: glass, reviews: [approve('olga')] },
    state: 'approved',
    verdict: ['approved', 'emergency/aws-prod/admin/alice.yaml approved', '  + olga as @acme/on-call (1)']
  },
  {
    name: 'An ordinary approver is not on call',
    world: { change: glass, reviews: [approve('carol')] },
    state: 'missing',
    verdict: [
      'missing',
      'emergency/aws-prod/admin/alice.yaml missing',
      '  - 1 from @acme/on-call: Break-glass access to aws-prod/admin takes one of those on call.',
      '~ 1 carol-acme: The account belongs to no owner of these files.'
    ]
  },
  {
    name: 'Nobody yet',
    world: { change: glass },
    state: 'missing',
    verdict: [
      'missing',
      'emergency/aws-prod/admin/alice.yaml missing',
      '  - 1 from @acme/on-call: Break-glass access to aws-prod/admin takes one of those on call.'
    ]
  },
  {
    name: 'The subject is on call herself',
    world: {
      change: { [PATHS.emergency('admin', 'olga')]: grant('2026-11-20T12:00:00Z', 'incident: INC-1\n') },
      author: 'olga',
      reviews: [approve('olga')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'emergency/aws-prod/admin/olga.yaml missing',
      '  - 1 from @acme/on-call: Break-glass access to aws-prod/admin takes one of those on call.',
      '~ 1 olga-acme: The account is "olga", who opened the pull request.'
    ]
  },
  {
    name: 'The requester is on call',
    world: {
      change: {
        [PATHS.emergency('admin', 'alice')]: grant(
          '2026-11-20T12:00:00Z',
          'incident: INC-1\nrequester: otto\n'
        )
      },
      reviews: [approve('otto')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'emergency/aws-prod/admin/alice.yaml missing',
      '  - 1 from @acme/on-call: Break-glass access to aws-prod/admin takes one of those on call.',
      '~ 1 otto-acme: The account is "otto", who is named as requester.'
    ]
  },
  {
    name: 'Somebody on call objects',
    world: { change: glass, reviews: [approve('olga'), object('otto')] },
    state: 'refused',
    verdict: [
      'refused',
      'emergency/aws-prod/admin/alice.yaml refused',
      '  + olga as @acme/on-call (1)',
      '  ! objections: @otto-acme asks for changes. A new review of @otto-acme, or a dismissal by another owner of the file who may approve it, is needed.'
    ]
  },
  {
    name: 'An entitlement that allows no break-glass access',
    world: {
      change: { [PATHS.emergency('read', 'alice')]: grant('2026-11-20T12:00:00Z', 'incident: INC-1\n') },
      reviews: [approve('olga'), approve('gina')]
    },
    state: 'refused',
    verdict: [
      'refused',
      'emergency/aws-prod/read/alice.yaml refused',
      '  ! emergency: The approved form of aws-prod/read allows no break-glass access. Get "emergency" into its entitlement.yaml approved first.',
      '~ 1 olga-acme: The account belongs to no owner of these files.',
      '~ 2 gina-acme: The account belongs to no owner of these files.'
    ]
  },
  {
    name: 'Allowed in the same pull request: the approved form decides',
    world: {
      change: {
        [PATHS.emergency('read', 'alice')]: grant('2026-11-20T12:00:00Z', 'incident: INC-1\n'),
        [PATHS.entitlement('read')]: entitlement('read', {
          more: 'emergency: {approvers: ["@acme/billing"], maxDuration: 2h}\n'
        })
      },
      reviews: [approve('carol'), approve('gina')]
    },
    state: 'refused',
    verdict: [
      'refused',
      'emergency/aws-prod/read/alice.yaml refused',
      '  ! emergency: The approved form of aws-prod/read allows no break-glass access. Get "emergency" into its entitlement.yaml approved first.',
      'systems/aws-prod/read/entitlement.yaml approved',
      '  + gina as @acme/access-governance (2)',
      '~ 1 carol-acme: The account belongs to no owner of these files.'
    ]
  },
  {
    name: 'A new entitlement',
    world: {
      change: {
        [PATHS.emergency('fresh', 'alice')]: grant('2026-11-20T12:00:00Z', 'incident: INC-1\n'),
        [PATHS.entitlement('fresh')]: entitlement('fresh', {
          more: 'emergency: {approvers: ["@acme/billing"], maxDuration: 2h}\n'
        })
      },
      reviews: [approve('gina')]
    },
    state: 'refused',
    verdict: [
      'refused',
      'emergency/aws-prod/fresh/alice.yaml refused',
      '  ! emergency: aws-prod/fresh has no approved form that says who is on call. Get its entitlement.yaml approved first.',
      'systems/aws-prod/fresh/entitlement.yaml approved',
      '  + gina as @acme/access-governance (1)'
    ]
  },
  {
    name: 'Its end needs nobody',
    world: { approved: glass, change: { [PATHS.emergency('admin', 'alice')]: null } },
    state: 'approved',
    verdict: ['approved', 'emergency/aws-prod/admin/alice.yaml approved without']
  },
  {
    name: 'Handed over: the old owner opens it, the new one approves, and governance',
    world: { change: handed('carol'), reviews: [approve('carol'), approve('gina')] },
    state: 'approved',
    verdict: [
      'approved',
      'workloads/exporter.yaml approved',
      '  + carol as consent (1)',
      '  + gina as @acme/access-governance (2)'
    ]
  },
  {
    name: 'Handed over: the new owner hasn’t agreed',
    world: { change: handed('carol'), reviews: [approve('gina')] },
    state: 'missing',
    verdict: [
      'missing',
      'workloads/exporter.yaml missing',
      '  + gina as @acme/access-governance (1)',
      '  - 1 from @carol-acme: The new owner "carol" must consent.'
    ]
  },
  {
    name: 'Handed over: the old owner hasn’t agreed',
    world: { change: handed('carol'), author: 'carol', reviews: [approve('gina')] },
    state: 'missing',
    verdict: [
      'missing',
      'workloads/exporter.yaml missing',
      '  + gina as @acme/access-governance (1)',
      '  - 1 from @alice-acme: The old owner "alice" must consent.'
    ]
  },
  {
    name: 'Handed over: governance hasn’t agreed',
    world: { change: handed('carol'), reviews: [approve('carol')] },
    state: 'missing',
    verdict: [
      'missing',
      'workloads/exporter.yaml missing',
      '  + carol as consent (1)',
      '  - 1 from @acme/access-governance: One of its owners must approve.'
    ]
  },
  {
    name: 'Handed over: the new owner pushed to it',
    world: {
      change: handed('carol'),
      pushes: [
        { by: 'alice', at: 0, after: 'old' },
        { by: 'carol', at: 5, after: 'head' }
      ],
      commits: { old: {} },
      reviews: [approve('gina')]
    },
    state: 'approved',
    verdict: ['approved', 'workloads/exporter.yaml approved', '  + gina as @acme/access-governance (1)']
  },
  {
    name: 'Handed over: a consent to an older commit is none',
    world: {
      change: handed('carol'),
      pushes: [
        { by: 'alice', at: 0, after: 'old' },
        { by: 'alice', at: 15, after: 'head' }
      ],
      commits: { old: handed('dave') },
      reviews: [approve('carol', 'old'), approve('gina', 'head', 20)]
    },
    state: 'missing',
    verdict: [
      'missing',
      'workloads/exporter.yaml missing',
      '  + gina as @acme/access-governance (2)',
      '  - 1 from @carol-acme: The new owner "carol" must consent.',
      '~ 1 carol-acme: The approval was given to commit old, which changes other files or changes them otherwise.'
    ]
  },
  {
    name: 'Handed over to somebody of governance: consent, and another one’s approval',
    world: { change: handed('gina'), reviews: [approve('gina')] },
    state: 'missing',
    verdict: [
      'missing',
      'workloads/exporter.yaml missing',
      '  + gina as consent (1)',
      '  - 1 from @acme/access-governance: One of its owners must approve.'
    ]
  },
  {
    name: 'Handed over by somebody else altogether',
    world: {
      change: handed('carol'),
      author: 'hugo',
      reviews: [approve('alice'), approve('carol'), approve('gina')]
    },
    state: 'approved',
    verdict: [
      'approved',
      'workloads/exporter.yaml approved',
      '  + alice as consent (1)',
      '  + carol as consent (2)',
      '  + gina as @acme/access-governance (3)'
    ]
  },
  {
    name: 'The old owner has left: the manager consents',
    world: {
      approved: { [PATHS.person('alice')]: person('alice', 'ends: 2026-11-01\nmanager: mona\n') },
      change: handed('carol'),
      author: 'carol',
      reviews: [approve('mona'), approve('gina')]
    },
    state: 'approved',
    verdict: [
      'approved',
      'workloads/exporter.yaml approved',
      '  + gina as @acme/access-governance (2)',
      '  + mona as consent (1)'
    ]
  },
  {
    name: 'The old owner has left: the manager hasn’t consented',
    world: {
      approved: { [PATHS.person('alice')]: person('alice', 'ends: 2026-11-01\nmanager: mona\n') },
      change: handed('carol'),
      author: 'carol',
      reviews: [approve('gina')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'workloads/exporter.yaml missing',
      '  + gina as @acme/access-governance (1)',
      '  - 1 from @mona-acme: The old owner "alice" is gone, so "mona" must consent as the next manager.'
    ]
  },
  {
    name: 'The old owner has left, so has the manager: the next one upward',
    world: {
      approved: {
        [PATHS.person('alice')]: person('alice', 'ends: 2026-11-01\nmanager: mona\n'),
        [PATHS.person('mona')]: person('mona', 'ends: 2026-11-01\nmanager: hugo\n')
      },
      change: handed('carol'),
      author: 'carol',
      reviews: [approve('gina')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'workloads/exporter.yaml missing',
      '  + gina as @acme/access-governance (1)',
      '  - 1 from @hugo-acme: The old owner "alice" is gone, so "hugo" must consent as the next manager.'
    ]
  },
  {
    name: 'The old owner has left, and nobody is above: governance alone',
    world: {
      approved: { [PATHS.person('alice')]: person('alice', 'ends: 2026-11-01\n') },
      change: handed('carol'),
      author: 'carol',
      reviews: [approve('gina')]
    },
    state: 'approved',
    verdict: ['approved', 'workloads/exporter.yaml approved', '  + gina as @acme/access-governance (1)']
  },
  {
    name: 'The old owner has left, and managers go round in a circle',
    world: {
      approved: {
        [PATHS.person('alice')]: person('alice', 'ends: 2026-11-01\nmanager: mona\n'),
        [PATHS.person('mona')]: person('mona', 'ends: 2026-11-01\nmanager: alice\n')
      },
      change: handed('carol'),
      author: 'carol',
      reviews: [approve('gina')]
    },
    state: 'approved',
    verdict: ['approved', 'workloads/exporter.yaml approved', '  + gina as @acme/access-governance (1)']
  },
  {
    name: 'Somebody has the old owner leave without proof: the old owner’s consent is still needed',
    world: {
      approved: { [PATHS.person('alice')]: person('alice', 'ends: 2026-11-01\n') },
      proved: { [PATHS.person('alice')]: person('alice', 'manager: mona\n') },
      change: handed('carol'),
      author: 'carol',
      reviews: [approve('gina')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'workloads/exporter.yaml missing',
      '  + gina as @acme/access-governance (1)',
      '  - 1 from @alice-acme: The old owner "alice" must consent.'
    ]
  },
  {
    name: 'Handed to somebody who is only being added',
    world: {
      change: { ...handed('nina'), [PATHS.person('nina')]: stranger('nina', 2002) },
      reviews: [approve('gina')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'people/nina.yaml approved',
      '  + gina as @acme/access-governance (1)',
      'workloads/exporter.yaml missing',
      '  + gina as @acme/access-governance (1)',
      '  - 1 from @nina-acme: The new owner "nina" must consent.'
    ]
  },
  {
    name: 'Handed to somebody who adds himself',
    world: {
      change: { ...handed('nina'), [PATHS.person('nina')]: stranger('nina', 2002) },
      author: { login: 'nina-acme', id: 2002, type: 'User' },
      reviews: [approve('alice'), approve('gina')]
    },
    state: 'approved',
    verdict: [
      'approved',
      'people/nina.yaml approved',
      '  + gina as @acme/access-governance (2)',
      'workloads/exporter.yaml approved',
      '  + alice as consent (1)',
      '  + gina as @acme/access-governance (2)'
    ]
  },
  {
    name: 'Handed to somebody without a GitHub account',
    named: true,
    world: {
      approved: { [PATHS.person('zoe')]: stranger('zoe') },
      change: handed('zoe'),
      reviews: [approve('gina')]
    },
    state: 'refused',
    verdict: [
      'refused',
      'workloads/exporter.yaml refused',
      '  + gina as @acme/access-governance (1)',
      '  ! transfer: The new owner "zoe" must consent. "zoe" has no GitHub account on file to say so. Add "github" and "githubId" to that person\'s file first.'
    ]
  },
  {
    name: 'Handed over together with a move to another folder',
    world: {
      change: {
        [PATHS.workload]: null,
        'grants/workloads/jobs/exporter.yaml': workload('carol', 'backup: bob\n')
      },
      reviews: [approve('gina')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'workloads/exporter.yaml approved',
      '  + gina as @acme/access-governance (1)',
      'workloads/jobs/exporter.yaml missing',
      '  + gina as @acme/access-governance (1)',
      '  - 1 from @carol-acme: The new owner "carol" must consent.'
    ]
  },
  {
    name: 'Only the backup changes: governance alone',
    world: { change: handed('alice', 'backup: carol\n'), reviews: [approve('gina')] },
    state: 'approved',
    verdict: ['approved', 'workloads/exporter.yaml approved', '  + gina as @acme/access-governance (1)']
  },
  {
    name: 'Who still could consent',
    named: true,
    world: { change: handed('carol'), reviews: [approve('gina')] },
    state: 'missing',
    verdict: [
      'missing',
      'workloads/exporter.yaml missing',
      '  + gina as @acme/access-governance (1)',
      '  - 1 from @carol-acme (carol): The new owner "carol" must consent.'
    ]
  }
]
