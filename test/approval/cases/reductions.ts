import { entitlement, exception, grant, outOfBand, PATHS, person, rule, workload } from '../acme.ts'
import type { Case } from '../case.ts'
import { approve } from '../world.ts'

const alice = (text: string) => ({ [PATHS.alice]: text })
const deny = {
  [PATHS.entitlement('read')]: entitlement('read', {
    aim: 'target: {statements: [{effect: Deny, actions: ["s3:*"], resources: ["*"]}]}'
  })
}
const found = (spec: Parameters<typeof outOfBand>[0]) => ({ [PATHS.found]: outOfBand(spec) })
const tolerated = {
  decision: 'tolerate',
  expires: '2027-01-31',
  more: 'owner: bob\nreason: Vendor migration\n'
}

/** What needs no approval because it only takes access away; and what looks like it and isn't. */
export const REDUCTIONS: readonly Case[] = [
  {
    name: 'A grant is deleted',
    world: { approved: alice(grant()), change: { [PATHS.alice]: null } },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/alice.yaml approved without']
  },
  {
    name: 'A grant is deleted, and an owner approved it: that is proved',
    world: { approved: alice(grant()), change: { [PATHS.alice]: null }, reviews: [approve('carol')] },
    state: 'approved',
    verdict: [
      'approved',
      'systems/aws-prod/read/alice.yaml approved without',
      '  + carol as @acme/billing (1)'
    ]
  },
  {
    name: 'A grant ends earlier',
    world: { approved: alice(grant()), change: alice(grant('2026-12-01')) },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/alice.yaml approved without']
  },
  {
    name: 'A grant ends later',
    world: { approved: alice(grant()), change: alice(grant('2026-12-31')) },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.'
    ]
  },
  {
    name: 'A grant starts later',
    world: {
      approved: alice(grant('2026-12-14', 'starts: 2026-12-01\n')),
      change: alice(grant('2026-12-14', 'starts: 2026-12-05\n'))
    },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/alice.yaml approved without']
  },
  {
    name: 'A grant starts earlier',
    world: {
      approved: alice(grant('2026-12-14', 'starts: 2026-12-05\n')),
      change: alice(grant('2026-12-14', 'starts: 2026-12-01\n'))
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.'
    ]
  },
  {
    name: 'A grant loses its start',
    world: {
      approved: alice(grant('2026-12-14', 'starts: 2026-12-05\n')),
      change: alice(grant('2026-12-14'))
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.'
    ]
  },
  {
    name: 'A grant gets a start',
    world: { approved: alice(grant()), change: alice(grant('2026-12-14', 'starts: 2026-12-05\n')) },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.'
    ]
  },
  {
    name: 'A grant starts later and ends later',
    world: {
      approved: alice(grant('2026-12-14', 'starts: 2026-12-01\n')),
      change: alice(grant('2026-12-15', 'starts: 2026-12-05\n'))
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.'
    ]
  },
  {
    name: 'A grant ends earlier, for another reason',
    world: { approved: alice(grant()), change: alice(grant('2026-12-01').replace('Month', 'Quarter')) },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.'
    ]
  },
  {
    name: 'A grant ends earlier, with another requester',
    world: { approved: alice(grant()), change: alice(grant('2026-12-01', 'requester: bob\n')) },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.'
    ]
  },
  {
    name: 'A grant ends earlier and has another comment',
    world: { approved: alice(grant()), change: alice(`# shorter\n${grant('2026-12-01')}`) },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/alice.yaml approved without']
  },
  {
    name: 'Only a comment changes: that takes nothing away',
    world: { approved: alice(grant()), change: alice(`# same\n${grant()}`) },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.'
    ]
  },
  {
    name: 'A grant ends earlier and becomes executable',
    world: {
      approved: alice(grant()),
      change: { [PATHS.alice]: { text: grant('2026-12-01'), mode: '100755' } }
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.'
    ]
  },
  {
    name: 'A grant ends on a day that doesn’t exist',
    world: { approved: alice(grant()), change: alice(grant('2026-11-31')) },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.'
    ]
  },
  {
    name: 'A grant becomes unreadable',
    world: { approved: alice(grant()), change: alice('expires: [') },
    state: 'refused',
    verdict: [
      'refused',
      'systems/aws-prod/read/alice.yaml refused',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      "  ! unreadable: What grants/systems/aws-prod/read/alice.yaml says can't be read, so nobody can approve it. Correct the file."
    ]
  },
  {
    name: 'The same end, written otherwise',
    world: { approved: alice(grant('2026-12-14')), change: alice(grant('2026-12-15T00:00:00Z')) },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.'
    ]
  },
  {
    name: 'An end in another zone that is really later',
    world: {
      approved: alice(grant('2026-12-14T12:00:00Z')),
      change: alice(grant('2026-12-14T11:00:00-02:00'))
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.'
    ]
  },
  {
    name: 'A grant of a Deny is deleted: that gives access',
    world: { approved: { ...deny, ...alice(grant()) }, change: { [PATHS.alice]: null } },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.'
    ]
  },
  {
    name: 'A grant of a bundle with a Deny ends earlier',
    world: {
      approved: { ...deny, [PATHS.grant('pack', 'alice')]: grant() },
      change: { [PATHS.grant('pack', 'alice')]: grant('2026-12-01') }
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/pack/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/pack is medium: one person must approve.'
    ]
  },
  {
    name: 'A break-glass grant ends earlier',
    world: {
      approved: { [PATHS.emergency('admin', 'bob')]: grant('2026-11-20T12:00:00Z', 'incident: INC-1\n') },
      change: { [PATHS.emergency('admin', 'bob')]: grant('2026-11-20T11:00:00Z', 'incident: INC-1\n') }
    },
    state: 'approved',
    verdict: ['approved', 'emergency/aws-prod/admin/bob.yaml approved without']
  },
  {
    name: 'A break-glass grant ends earlier under another incident',
    world: {
      approved: { [PATHS.emergency('admin', 'bob')]: grant('2026-11-20T12:00:00Z', 'incident: INC-1\n') },
      change: { [PATHS.emergency('admin', 'bob')]: grant('2026-11-20T11:00:00Z', 'incident: INC-2\n') }
    },
    state: 'missing',
    verdict: [
      'missing',
      'emergency/aws-prod/admin/bob.yaml missing',
      '  - 1 from @acme/on-call: Break-glass access to aws-prod/admin takes one of those on call.'
    ]
  },
  {
    name: 'A grant moves to break-glass: a deletion and an addition',
    world: {
      approved: { [PATHS.grant('admin', 'bob')]: grant() },
      change: {
        [PATHS.grant('admin', 'bob')]: null,
        [PATHS.emergency('admin', 'bob')]: grant(
          '2026-11-20T11:00:00Z',
          'incident: INC-1\nrequester: alice\n'
        )
      }
    },
    state: 'missing',
    verdict: [
      'missing',
      'emergency/aws-prod/admin/bob.yaml missing',
      '  - 1 from @acme/on-call: Break-glass access to aws-prod/admin takes one of those on call.',
      'systems/aws-prod/admin/bob.yaml approved without'
    ]
  },
  {
    name: 'A person gets a last day',
    world: { change: { [PATHS.person('bob')]: person('bob', 'manager: mona\nends: 2026-11-30\n') } },
    state: 'approved',
    verdict: ['approved', 'people/bob.yaml approved without']
  },
  {
    name: 'A person’s last day with governance’s approval: that is proved',
    world: {
      change: { [PATHS.person('bob')]: person('bob', 'manager: mona\nends: 2026-11-30\n') },
      reviews: [approve('gina')]
    },
    state: 'approved',
    verdict: ['approved', 'people/bob.yaml approved without', '  + gina as @acme/access-governance (1)']
  },
  {
    name: 'A person’s last day comes earlier',
    world: {
      approved: { [PATHS.person('bob')]: person('bob', 'ends: 2026-12-31\n') },
      change: { [PATHS.person('bob')]: person('bob', 'ends: 2026-11-30\n') }
    },
    state: 'approved',
    verdict: ['approved', 'people/bob.yaml approved without']
  },
  {
    name: 'A leaver’s last day is moved back',
    world: {
      approved: { [PATHS.person('bob')]: person('bob', 'ends: 2026-11-30\n') },
      change: { [PATHS.person('bob')]: person('bob', 'ends: 2026-12-31\n') }
    },
    state: 'missing',
    verdict: [
      'missing',
      'people/bob.yaml missing',
      '  - 1 from @acme/access-governance: One of its owners must approve.'
    ]
  },
  {
    name: 'A person’s last day is taken out',
    world: {
      approved: { [PATHS.person('bob')]: person('bob', 'ends: 2026-11-30\n') },
      change: { [PATHS.person('bob')]: person('bob') }
    },
    state: 'missing',
    verdict: [
      'missing',
      'people/bob.yaml missing',
      '  - 1 from @acme/access-governance: One of its owners must approve.'
    ]
  },
  {
    name: 'A person gets a last day and another number',
    world: { change: { [PATHS.person('bob')]: person('bob', 'manager: mona\nends: 2026-11-30\n', 666) } },
    state: 'missing',
    verdict: [
      'missing',
      'people/bob.yaml missing',
      '  - 1 from @acme/access-governance: One of its owners must approve.'
    ]
  },
  {
    name: 'A person gets a last day and another manager',
    world: { change: { [PATHS.person('bob')]: person('bob', 'manager: hugo\nends: 2026-11-30\n') } },
    state: 'missing',
    verdict: [
      'missing',
      'people/bob.yaml missing',
      '  - 1 from @acme/access-governance: One of its owners must approve.'
    ]
  },
  {
    name: 'The last day of somebody who holds a Deny',
    world: {
      approved: { ...deny, [PATHS.grant('read', 'bob')]: grant() },
      change: { [PATHS.person('bob')]: person('bob', 'manager: mona\nends: 2026-11-30\n') }
    },
    state: 'missing',
    verdict: [
      'missing',
      'people/bob.yaml missing',
      '  - 1 from @acme/access-governance: One of its owners must approve.'
    ]
  },
  {
    name: 'The last day of somebody whose workload holds a Deny',
    world: {
      approved: { ...deny, [PATHS.grant('read', 'exporter')]: grant() },
      change: { [PATHS.person('bob')]: person('bob', 'manager: mona\nends: 2026-11-30\n') }
    },
    state: 'missing',
    verdict: [
      'missing',
      'people/bob.yaml missing',
      '  - 1 from @acme/access-governance: One of its owners must approve.'
    ]
  },
  {
    name: 'A person is deleted',
    world: { change: { [PATHS.person('dave')]: null } },
    state: 'missing',
    verdict: [
      'missing',
      'people/dave.yaml missing',
      '  - 1 from @acme/access-governance: One of its owners must approve.'
    ]
  },
  {
    name: 'A suspension is added',
    world: { change: { [PATHS.suspension('bob')]: 'reason: Laptop stolen\n' } },
    state: 'approved',
    verdict: ['approved', 'suspensions/bob.yaml approved without']
  },
  {
    name: 'A suspension is added, approved by security: that is proved',
    world: { change: { [PATHS.suspension('bob')]: 'reason: Laptop stolen\n' }, reviews: [approve('sam')] },
    state: 'approved',
    verdict: ['approved', 'suspensions/bob.yaml approved without', '  + sam as @acme/security (1)']
  },
  {
    name: 'A suspension of somebody who holds a Deny',
    world: {
      approved: { ...deny, [PATHS.grant('read', 'bob')]: grant() },
      change: { [PATHS.suspension('bob')]: 'reason: Laptop stolen\n' }
    },
    state: 'missing',
    verdict: [
      'missing',
      'suspensions/bob.yaml missing',
      '  - 1 from @acme/security: One of its owners must approve.'
    ]
  },
  {
    name: 'A suspension ends earlier',
    world: {
      approved: { [PATHS.suspension('bob')]: 'reason: Laptop stolen\n' },
      change: { [PATHS.suspension('bob')]: 'reason: Laptop stolen\nuntil: 2026-11-21\n' }
    },
    state: 'missing',
    verdict: [
      'missing',
      'suspensions/bob.yaml missing',
      '  - 1 from @acme/security: One of its owners must approve.'
    ]
  },
  {
    name: 'A suspension lasts longer',
    world: {
      approved: { [PATHS.suspension('bob')]: 'reason: Laptop stolen\nuntil: 2026-11-21\n' },
      change: { [PATHS.suspension('bob')]: 'reason: Laptop stolen\n' }
    },
    state: 'missing',
    verdict: [
      'missing',
      'suspensions/bob.yaml missing',
      '  - 1 from @acme/security: One of its owners must approve.'
    ]
  },
  {
    name: 'Access found outside is to be revoked',
    world: { approved: found({}), change: found({ decision: 'revoke' }) },
    state: 'approved',
    verdict: ['approved', 'out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml approved without']
  },
  {
    name: 'What was tolerated is to be revoked',
    world: { approved: found(tolerated), change: found({ ...tolerated, decision: 'revoke' }) },
    state: 'approved',
    verdict: ['approved', 'out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml approved without']
  },
  {
    name: 'What was tolerated ends earlier',
    world: { approved: found(tolerated), change: found({ ...tolerated, expires: '2026-12-31' }) },
    state: 'approved',
    verdict: ['approved', 'out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml approved without']
  },
  {
    name: 'To be revoked, but later',
    world: { approved: found({}), change: found({ decision: 'revoke', expires: '2027-12-31' }) },
    state: 'missing',
    verdict: [
      'missing',
      'out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml missing',
      '  - 1 from @acme/access-governance, @hugo-acme: One of its owners must approve.'
    ]
  },
  {
    name: 'To be revoked, and other items',
    world: { approved: found({}), change: found({ decision: 'revoke', by: 'somebody' }) },
    state: 'refused',
    verdict: [
      'refused',
      'out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml refused',
      '  - 1 from @acme/access-governance, @hugo-acme: One of its owners must approve.',
      '  ! out-of-band: What was found ("principal", "items") is written by our App alone, and this pull request has it otherwise. Change only "decision", "owner", "reason" and "expires".'
    ]
  },
  {
    name: 'What was to be revoked is undecided again',
    world: { approved: found({ decision: 'revoke' }), change: found({}) },
    state: 'missing',
    verdict: [
      'missing',
      'out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml missing',
      '  - 1 from @acme/access-governance, @hugo-acme: One of its owners must approve.'
    ]
  },
  {
    name: 'A finding is deleted',
    world: { approved: found({}), change: { [PATHS.found]: null } },
    state: 'approved',
    verdict: ['approved', 'out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml approved without']
  },
  {
    name: 'An exception ends earlier: it governs',
    world: {
      approved: { [PATHS.exception]: exception('bob') },
      change: { [PATHS.exception]: exception('bob', '2026-12-31') }
    },
    state: 'missing',
    verdict: [
      'missing',
      'exceptions/payments.yaml missing',
      '  - 1 from @acme/access-governance: One of its owners must approve.'
    ]
  },
  {
    name: 'An exception is deleted: it governs',
    world: { approved: { [PATHS.exception]: exception('bob') }, change: { [PATHS.exception]: null } },
    state: 'missing',
    verdict: [
      'missing',
      'exceptions/payments.yaml missing',
      '  - 1 from @acme/access-governance: One of its owners must approve.'
    ]
  },
  {
    name: 'A rule is deleted',
    world: { change: { [PATHS.rule]: null } },
    state: 'missing',
    verdict: [
      'missing',
      'rules/payments.yaml missing',
      '  - 1 from @acme/access-governance: One of its owners must approve.'
    ]
  },
  {
    name: 'A rule gets stricter',
    world: { change: { [PATHS.rule]: rule({ atMost: 0 }) } },
    state: 'missing',
    verdict: [
      'missing',
      'rules/payments.yaml missing',
      '  - 1 from @acme/access-governance: One of its owners must approve.'
    ]
  },
  {
    name: 'An entitlement is deleted',
    world: { change: { [PATHS.entitlement('read')]: null } },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/entitlement.yaml missing',
      '  - 1 from @acme/access-governance: aws-prod/read is medium: one person must approve its definition.'
    ]
  },
  {
    name: 'A workload ends earlier: it governs',
    world: {
      change: { [PATHS.workload]: workload('alice', 'backup: bob\n').replace('2027-05-31', '2026-12-31') }
    },
    state: 'missing',
    verdict: [
      'missing',
      'workloads/exporter.yaml missing',
      '  - 1 from @acme/access-governance: One of its owners must approve.'
    ]
  },
  {
    name: 'A workload is deleted',
    world: { change: { [PATHS.workload]: null } },
    state: 'missing',
    verdict: [
      'missing',
      'workloads/exporter.yaml missing',
      '  - 1 from @acme/access-governance: One of its owners must approve.'
    ]
  },
  {
    name: 'The settings are deleted',
    world: { change: { [PATHS.settings]: null } },
    state: 'missing',
    verdict: [
      'missing',
      'grantbook.yaml missing',
      '  - 1 from @acme/access-governance: One of its owners must approve.'
    ]
  },
  {
    name: 'One grant shorter, another one longer: only one needs approval',
    world: {
      approved: { ...alice(grant()), [PATHS.grant('pay', 'alice')]: grant() },
      change: { ...alice(grant('2026-12-01')), [PATHS.grant('pay', 'alice')]: grant('2026-12-20') }
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/pay/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/pay is medium: one person must approve.',
      'systems/aws-prod/read/alice.yaml approved without'
    ]
  },
  {
    name: 'Shortened without proof, then put back: that takes an approval',
    world: {
      approved: { [PATHS.person('bob')]: person('bob', 'manager: mona\nends: 2026-11-30\n') },
      proved: { [PATHS.person('bob')]: person('bob', 'manager: mona\n') },
      change: { [PATHS.person('bob')]: person('bob', 'manager: mona\n') }
    },
    state: 'missing',
    verdict: [
      'missing',
      'people/bob.yaml missing',
      '  - 1 from @acme/access-governance: One of its owners must approve.'
    ]
  },

  {
    name: 'A grant starts earlier and ends earlier',
    world: {
      approved: alice(grant('2026-12-14', 'starts: 2026-12-05\n')),
      change: alice(grant('2026-12-10', 'starts: 2026-12-01\n'))
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.'
    ]
  },
  {
    name: 'What was to be revoked is undecided again, and ends earlier',
    world: { approved: found({ decision: 'revoke' }), change: found({ expires: '2026-11-25' }) },
    state: 'missing',
    verdict: [
      'missing',
      'out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml missing',
      '  - 1 from @acme/access-governance, @hugo-acme: One of its owners must approve.'
    ]
  },
  {
    name: 'A critical grant is deleted with one approval of two: it goes, and nothing is proved',
    world: {
      approved: { [PATHS.grant('admin', 'alice')]: grant() },
      change: { [PATHS.grant('admin', 'alice')]: null },
      reviews: [approve('carol')]
    },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/admin/alice.yaml approved without']
  }
]
