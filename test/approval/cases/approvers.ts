import {
  accountOf,
  APP,
  exception,
  grant,
  outOfBand,
  PATHS,
  person,
  rule,
  stranger,
  workload
} from '../acme.ts'
import type { Case } from '../case.ts'
import { approve, type World } from '../world.ts'

const change = { [PATHS.alice]: grant() }
const task = 'requester: alice\ntask: https://github.com/acme/billing/issues/12\n'
const exporter = { [PATHS.grant('read', 'exporter')]: grant('2026-12-14', task) }
const inBilling = (...people: readonly string[]): Pick<World, 'teams'> => ({
  teams: { '@acme/billing': people }
})
const inGovernance = (...people: readonly string[]): Pick<World, 'teams'> => ({
  teams: { '@acme/access-governance': people }
})
const second = { login: 'carol-private', id: 4711, type: 'User' }

/** Rule 4: who may approve. */
export const APPROVERS: readonly Case[] = [
  {
    name: 'Somebody who isn’t in the owning team',
    world: { change, reviews: [approve('gina')] },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 gina-acme: The account belongs to no owner of these files.'
    ]
  },
  {
    name: 'Somebody who has left the team',
    world: { change, ...inBilling('dave'), reviews: [approve('carol')] },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 carol-acme: The account belongs to no owner of these files.'
    ]
  },
  {
    name: 'The team itself may not push',
    world: { change, readers: ['@acme/billing'], reviews: [approve('carol')] },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 carol-acme: The account belongs to no owner of these files.'
    ]
  },
  {
    name: 'An account that no approved person has',
    world: {
      change,
      teams: { '@acme/billing': [{ login: 'eve', id: 666, type: 'User' }] },
      reviews: [approve({ login: 'eve', id: 666, type: 'User' })]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 eve: The account has the number 666, which no approved person has.'
    ]
  },
  {
    name: 'A second account of an owner',
    world: { change, teams: { '@acme/billing': ['carol', second] }, reviews: [approve(second)] },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 carol-private: The account has the number 4711, which no approved person has.'
    ]
  },
  {
    name: 'An account whose number two people have',
    world: {
      change,
      approved: { [PATHS.person('zoe')]: person('zoe', '', 1003) },
      reviews: [approve('carol')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 carol-acme: The account has the number 1003, which 2 people have.'
    ]
  },
  {
    name: 'The owner’s login, taken over by somebody else',
    world: {
      change,
      teams: { '@acme/billing': [{ login: 'carol-acme', id: 666, type: 'User' }] },
      reviews: [approve({ login: 'carol-acme', id: 666, type: 'User' })]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 carol-acme: The account has the number 666, which no approved person has.'
    ]
  },
  {
    name: 'An owner whose login was renamed: the number counts',
    world: {
      change,
      teams: { '@acme/billing': [{ ...accountOf('carol'), login: 'carol-new' }] },
      reviews: [approve({ ...accountOf('carol'), login: 'carol-new' })]
    },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/alice.yaml approved', '  + carol as @acme/billing (1)']
  },
  {
    name: 'A bot',
    world: {
      change,
      teams: { '@acme/billing': [{ login: 'helper[bot]', id: 77, type: 'Bot' }] },
      reviews: [approve({ login: 'helper[bot]', id: 77, type: 'Bot' })]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 helper[bot]: The account is not a human account.'
    ]
  },
  {
    name: 'Our own App',
    world: { change, reviews: [approve(APP)] },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 grantbook-acme[bot]: The account is not a human account.'
    ]
  },
  {
    name: 'An organisation’s account with an owner’s number',
    world: { change, reviews: [approve({ ...accountOf('carol'), type: 'Organization' })] },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 carol-acme: The account is not a human account.'
    ]
  },
  {
    name: 'An owner who left before the merge',
    world: {
      change,
      approved: { [PATHS.person('carol')]: person('carol', 'ends: 2026-11-19\n') },
      reviews: [approve('carol')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 carol-acme: The account is "carol", who has left (at 2026-11-20T09:10:00Z).'
    ]
  },
  {
    name: 'An owner who approved on the last day, merged the day after',
    world: {
      change,
      approved: { [PATHS.person('carol')]: person('carol', 'ends: 2026-11-20\n') },
      merged: 20 * 60,
      reviews: [approve('carol')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 carol-acme: The account is "carol", who has left (at 2026-11-21T05:00:00Z).'
    ]
  },
  {
    name: 'An owner on the last day',
    world: {
      change,
      approved: { [PATHS.person('carol')]: person('carol', 'ends: 2026-11-20\n') },
      reviews: [approve('carol')]
    },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/alice.yaml approved', '  + carol as @acme/billing (1)']
  },
  {
    name: 'An owner who is suspended',
    world: {
      change,
      approved: { [PATHS.suspension('carol')]: 'reason: Laptop stolen\n' },
      reviews: [approve('carol')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 carol-acme: The account is "carol", who is suspended (at 2026-11-20T09:10:00Z).'
    ]
  },
  {
    name: 'An owner who was suspended when approving, and isn’t any more at the merge',
    world: {
      change,
      approved: { [PATHS.suspension('carol')]: 'reason: Laptop stolen\nuntil: 2026-11-20T09:30:00Z\n' },
      reviews: [approve('carol')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 carol-acme: The account is "carol", who is suspended (at 2026-11-20T09:10:00Z).'
    ]
  },
  {
    name: 'An owner whose suspension was over when approving',
    world: {
      change,
      approved: { [PATHS.suspension('carol')]: 'reason: Laptop stolen\nuntil: 2026-11-20T09:05:00Z\n' },
      reviews: [approve('carol')]
    },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/alice.yaml approved', '  + carol as @acme/billing (1)']
  },
  {
    name: 'An owner whose suspension nobody proved: it takes access, not votes',
    world: {
      change,
      approved: { [PATHS.suspension('carol')]: 'reason: Laptop stolen\n' },
      proved: { [PATHS.suspension('carol')]: null },
      reviews: [approve('carol')]
    },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/alice.yaml approved', '  + carol as @acme/billing (1)']
  },
  {
    name: 'An owner whose last day nobody proved',
    world: {
      change,
      approved: { [PATHS.person('carol')]: person('carol', 'ends: 2026-11-01\nmanager: mona\n') },
      proved: { [PATHS.person('carol')]: person('carol', 'manager: mona\n') },
      reviews: [approve('carol')]
    },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/alice.yaml approved', '  + carol as @acme/billing (1)']
  },
  {
    name: 'The author',
    world: { change, author: 'carol', reviews: [approve('carol')] },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 carol-acme: The account is "carol", who opened the pull request.'
    ]
  },
  {
    name: 'The author’s colleague in the team',
    world: {
      change: { [PATHS.grant('read', 'carol')]: grant() },
      author: 'carol',
      reviews: [approve('dave')]
    },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/carol.yaml approved', '  + dave as @acme/billing (1)']
  },
  {
    name: 'Somebody who pushed to the branch',
    world: {
      change,
      pushes: [
        { by: 'alice', at: 0, after: 'old' },
        { by: 'carol', at: 5, after: 'head' }
      ],
      commits: { old: {} },
      reviews: [approve('carol')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 carol-acme: The account is "carol", who pushed to its branch.'
    ]
  },
  {
    name: 'Somebody who only updated the branch',
    world: {
      change,
      pushes: [
        { by: 'alice', at: 0, after: 'old' },
        { by: 'carol', at: 5, after: 'head' }
      ],
      commits: { old: change },
      reviews: [approve('carol')]
    },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/alice.yaml approved', '  + carol as @acme/billing (1)']
  },
  {
    name: 'Somebody who pushed, and what the branch held before isn’t known',
    world: {
      change,
      pushes: [
        { by: 'alice', at: 0, after: 'old' },
        { by: 'carol', at: 5, after: 'head' }
      ],
      reviews: [approve('carol')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 carol-acme: The account is "carol", who pushed to its branch.'
    ]
  },
  {
    name: 'Somebody who force-pushed the same content',
    world: {
      change,
      pushes: [
        { by: 'alice', at: 0, after: 'old' },
        { by: 'carol', at: 5, after: 'head', kind: 'force_push' }
      ],
      commits: { old: change },
      reviews: [approve('carol')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 carol-acme: The account is "carol", who pushed to its branch.'
    ]
  },
  {
    name: 'Somebody who created the branch where main stood',
    world: {
      change,
      pushes: [
        { by: 'carol', at: 0, after: 'start' },
        { by: 'alice', at: 5, after: 'head' }
      ],
      commits: { start: {} },
      reviews: [approve('carol')]
    },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/alice.yaml approved', '  + carol as @acme/billing (1)']
  },
  {
    name: 'Somebody who deleted the branch after the merge',
    world: {
      change,
      merged: 30,
      pushes: [
        { by: 'alice', at: 0, after: 'head' },
        { by: 'carol', at: 31, after: '0', kind: 'branch_deletion' }
      ],
      reviews: [approve('carol')]
    },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/alice.yaml approved', '  + carol as @acme/billing (1)']
  },
  {
    name: 'Somebody who wrote a commit',
    world: { change, emails: ['alice@acme.example', 'Carol@ACME.example'], reviews: [approve('carol')] },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 carol-acme: The account is "carol", who is named in its commit head as author, committer or co-author.'
    ]
  },
  {
    name: 'A co-author by GitHub’s own form of address',
    world: { change, emails: ['1003+whatever@users.noreply.github.com'], reviews: [approve('carol')] },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 carol-acme: The account is "carol", who is named in its commit head as author, committer or co-author.'
    ]
  },
  {
    name: 'A co-author by the older form of address',
    world: { change, emails: ['carol-acme@users.noreply.github.com'], reviews: [approve('carol')] },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 carol-acme: The account is "carol", who is named in its commit head as author, committer or co-author.'
    ]
  },
  {
    name: 'Addresses that nobody has block nothing',
    world: {
      change,
      emails: ['somebody@elsewhere.example', '99+eve@users.noreply.github.com'],
      reviews: [approve('carol')]
    },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/alice.yaml approved', '  + carol as @acme/billing (1)']
  },
  {
    name: 'The requester',
    world: {
      change: { [PATHS.grant('read', 'bob')]: grant('2026-12-14', 'requester: carol\n') },
      reviews: [approve('carol')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/bob.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 carol-acme: The account is "carol", who is named as requester.'
    ]
  },
  {
    name: 'Who was the requester before the change',
    world: {
      approved: { [PATHS.alice]: grant('2026-12-01', 'requester: carol\n') },
      change,
      reviews: [approve('carol')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 carol-acme: The account is "carol", who is named as requester.'
    ]
  },
  {
    name: 'The requester that our App names in its own pull request',
    world: { change, author: APP, trailer: 'carol', reviews: [approve('carol')] },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 carol-acme: The account is "carol", who asked our App for it.'
    ]
  },
  {
    name: 'A trailer in somebody else’s pull request says nothing',
    world: { change, trailer: 'carol', reviews: [approve('carol')] },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/alice.yaml approved', '  + carol as @acme/billing (1)']
  },
  {
    name: 'The subject',
    world: {
      change: { [PATHS.grant('read', 'carol')]: grant('2026-12-14', 'requester: alice\n') },
      reviews: [approve('carol')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/carol.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 carol-acme: The account is "carol", who is the subject.'
    ]
  },
  {
    name: 'The owner of the workload that is the subject',
    world: { change: exporter, author: 'mona', ...inBilling('alice'), reviews: [approve('alice')] },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/exporter.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 alice-acme: The account is "alice", who owns or backs up the workload "exporter".'
    ]
  },
  {
    name: 'Its backup',
    world: { change: exporter, author: 'mona', ...inBilling('bob'), reviews: [approve('bob')] },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/exporter.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 bob-acme: The account is "bob", who owns or backs up the workload "exporter".'
    ]
  },
  {
    name: 'Who becomes its owner in the same pull request',
    world: {
      change: { ...exporter, [PATHS.workload]: workload('carol') },
      author: 'alice',
      reviews: [approve('carol'), approve('gina')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/exporter.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      'workloads/exporter.yaml approved',
      '  + carol as consent (1)',
      '  + gina as @acme/access-governance (2)',
      '~ 1 carol-acme: The account is "carol", who owns or backs up the workload "exporter". (grants/systems/aws-prod/read/exporter.yaml)'
    ]
  },
  {
    name: 'Who stops being its backup in the same pull request',
    world: {
      change: { ...exporter, [PATHS.workload]: workload('alice') },
      author: 'mona',
      ...inBilling('bob'),
      reviews: [approve('bob'), approve('gina')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/exporter.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      'workloads/exporter.yaml approved',
      '  + gina as @acme/access-governance (2)',
      '~ 1 bob-acme: The account is "bob", who owns or backs up the workload "exporter".'
    ]
  },
  {
    name: 'A person’s own file',
    world: { change: { [PATHS.person('gina')]: person('gina') }, reviews: [approve('gina')] },
    state: 'missing',
    verdict: [
      'missing',
      'people/gina.yaml missing',
      '  - 1 from @acme/access-governance: One of its owners must approve.',
      '~ 1 gina-acme: The account is "gina", who is the subject.'
    ]
  },
  {
    name: 'A colleague’s file',
    world: { change: { [PATHS.person('gina')]: person('gina') }, reviews: [approve('greg')] },
    state: 'approved',
    verdict: ['approved', 'people/gina.yaml approved', '  + greg as @acme/access-governance (1)']
  },
  {
    name: 'The end of one’s own suspension',
    world: {
      approved: { [PATHS.suspension('sam')]: 'reason: Laptop stolen\nuntil: 2026-11-19\n' },
      change: { [PATHS.suspension('sam')]: null },
      reviews: [approve('sam')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'suspensions/sam.yaml missing',
      '  - 1 from @acme/security: One of its owners must approve.',
      '~ 1 sam-acme: The account is "sam", who is the subject.'
    ]
  },
  {
    name: 'A rule is deleted: who holds one half of it',
    world: { change: { [PATHS.rule]: null }, ...inGovernance('bob', 'gina'), reviews: [approve('bob')] },
    state: 'missing',
    verdict: [
      'missing',
      'rules/payments.yaml missing',
      '  - 1 from @acme/access-governance: One of its owners must approve.',
      '~ 1 bob-acme: The account is "bob", who holds something that the rule "payments" limits, which is loosened here.'
    ]
  },
  {
    name: 'A rule is deleted: who owns a workload that holds one half of it',
    world: {
      change: { [PATHS.rule]: null },
      author: 'mona',
      ...inGovernance('alice'),
      reviews: [approve('alice')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'rules/payments.yaml missing',
      '  - 1 from @acme/access-governance: One of its owners must approve.',
      '~ 1 alice-acme: The account is "alice", who holds something that the rule "payments" limits, which is loosened here.'
    ]
  },
  {
    name: 'A rule is deleted: who can run such a workload through another',
    world: {
      approved: {
        'grants/workloads/runner.yaml': workload('greg', 'canRun: [exporter]\n').replace(
          'ci/exporter',
          'ci/runner'
        )
      },
      change: { [PATHS.rule]: null },
      reviews: [approve('greg')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'rules/payments.yaml missing',
      '  - 1 from @acme/access-governance: One of its owners must approve.',
      '~ 1 greg-acme: The account is "greg", who holds something that the rule "payments" limits, which is loosened here.'
    ]
  },
  {
    name: 'A rule is deleted: who holds a bundle with one half of it',
    world: {
      approved: { [PATHS.grant('pack', 'gina')]: grant('2026-12-20') },
      change: { [PATHS.rule]: null },
      reviews: [approve('gina')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'rules/payments.yaml missing',
      '  - 1 from @acme/access-governance: One of its owners must approve.',
      '~ 1 gina-acme: The account is "gina", who holds something that the rule "payments" limits, which is loosened here.'
    ]
  },
  {
    name: 'A rule allows one more',
    world: {
      change: { [PATHS.rule]: rule({ atMost: 2 }) },
      ...inGovernance('bob'),
      reviews: [approve('bob')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'rules/payments.yaml missing',
      '  - 1 from @acme/access-governance: One of its owners must approve.',
      '~ 1 bob-acme: The account is "bob", who holds something that the rule "payments" limits, which is loosened here.'
    ]
  },
  {
    name: 'A rule only warns',
    world: {
      change: { [PATHS.rule]: rule({ more: 'severity: warning\n' }) },
      ...inGovernance('bob'),
      reviews: [approve('bob')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'rules/payments.yaml missing',
      '  - 1 from @acme/access-governance: One of its owners must approve.',
      '~ 1 bob-acme: The account is "bob", who holds something that the rule "payments" limits, which is loosened here.'
    ]
  },
  {
    name: 'A rule speaks of fewer duties',
    world: {
      change: { [PATHS.rule]: rule({ hold: '["duty:payments.create"]' }) },
      ...inGovernance('bob'),
      reviews: [approve('bob')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'rules/payments.yaml missing',
      '  - 1 from @acme/access-governance: One of its owners must approve.',
      '~ 1 bob-acme: The account is "bob", who holds something that the rule "payments" limits, which is loosened here.'
    ]
  },
  {
    name: 'A rule looks through less',
    world: {
      change: { [PATHS.rule]: rule({ more: 'through: [self]\n' }) },
      ...inGovernance('bob'),
      reviews: [approve('bob')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'rules/payments.yaml missing',
      '  - 1 from @acme/access-governance: One of its owners must approve.',
      '~ 1 bob-acme: The account is "bob", who holds something that the rule "payments" limits, which is loosened here.'
    ]
  },
  {
    name: 'A rule is limited to some systems',
    world: {
      change: { [PATHS.rule]: rule({ more: 'systems: [aws-prod]\n' }) },
      ...inGovernance('bob'),
      reviews: [approve('bob')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'rules/payments.yaml missing',
      '  - 1 from @acme/access-governance: One of its owners must approve.',
      '~ 1 bob-acme: The account is "bob", who holds something that the rule "payments" limits, which is loosened here.'
    ]
  },
  {
    name: 'A rule gets stricter',
    world: {
      change: { [PATHS.rule]: rule({ atMost: 0 }) },
      ...inGovernance('bob'),
      reviews: [approve('bob')]
    },
    state: 'approved',
    verdict: ['approved', 'rules/payments.yaml approved', '  + bob as @acme/access-governance (1)']
  },
  {
    name: 'A rule speaks of more',
    world: {
      change: {
        [PATHS.rule]: rule({ hold: '["duty:payments.*", "duty:payments.create", "duty:payments.approve"]' })
      },
      ...inGovernance('bob'),
      reviews: [approve('bob')]
    },
    state: 'approved',
    verdict: ['approved', 'rules/payments.yaml approved', '  + bob as @acme/access-governance (1)']
  },
  {
    name: 'A rule moves to another folder as it is',
    world: {
      change: { [PATHS.rule]: null, 'grants/rules/money/payments.yaml': rule() },
      ...inGovernance('bob'),
      reviews: [approve('bob')]
    },
    state: 'approved',
    verdict: [
      'approved',
      'rules/money/payments.yaml approved',
      '  + bob as @acme/access-governance (1)',
      'rules/payments.yaml approved',
      '  + bob as @acme/access-governance (1)'
    ]
  },
  {
    name: 'A rule on permissions is deleted: whom that allows more can’t be told',
    world: {
      approved: {
        'grants/rules/escalation.yaml': 'title: No escalation\npermissions: [privilege-escalation]\n'
      },
      change: { 'grants/rules/escalation.yaml': null },
      ...inGovernance('bob', 'gina'),
      reviews: [approve('bob')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'rules/escalation.yaml missing',
      '  - 1 from @acme/access-governance: One of its owners must approve.',
      '~ 1 bob-acme: The account is "bob", who holds something, and whom the loosened rule "escalation" allows more can\'t be told.'
    ]
  },
  {
    name: 'An entitlement drops a duty that its approver holds',
    world: {
      change: {
        [PATHS.entitlement('pay')]:
          'title: pay\ndescription: What it allows.\nowner: carol\napprovers: ["@acme/billing"]\nrisk: medium\nsubjects: [person, workload]\ntarget: {assumeRole: "arn:aws:iam::123456789012:role/entitlements/pay"}\n'
      },
      ...inGovernance('bob', 'gina'),
      reviews: [approve('bob')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/pay/entitlement.yaml missing',
      '  - 1 from @acme/access-governance: aws-prod/pay is medium: one person must approve its definition.',
      '~ 1 bob-acme: The account is "bob", who holds this entitlement, which no longer counts as payments.create.'
    ]
  },
  {
    name: 'A new exception: whom it is for',
    world: { change: { [PATHS.exception]: exception('gina') }, reviews: [approve('gina')] },
    state: 'missing',
    verdict: [
      'missing',
      'exceptions/payments.yaml missing',
      '  - 1 from @acme/access-governance: One of its owners must approve.',
      '~ 1 gina-acme: The account is "gina", who is the subject.'
    ]
  },
  {
    name: 'A new exception for a workload: its backup',
    world: {
      change: { [PATHS.exception]: exception('exporter') },
      author: 'mona',
      ...inGovernance('bob'),
      reviews: [approve('bob')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'exceptions/payments.yaml missing',
      '  - 1 from @acme/access-governance: One of its owners must approve.',
      '~ 1 bob-acme: The account is "bob", who owns or backs up the workload "exporter".'
    ]
  },
  {
    name: 'A longer exception for somebody else: whom it was for before',
    world: {
      approved: { [PATHS.exception]: exception('gina') },
      change: { [PATHS.exception]: exception('greg') },
      reviews: [approve('gina'), approve('greg')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'exceptions/payments.yaml missing',
      '  - 1 from @acme/access-governance: One of its owners must approve.',
      '~ 1 gina-acme: The account is "gina", who is the subject.',
      '~ 2 greg-acme: The account is "greg", who is the subject.'
    ]
  },
  {
    name: 'Access found outside: whose account it is',
    world: {
      approved: { [PATHS.found]: outOfBand({ principal: 'arn:aws:iam::123456789012:user/gina' }) },
      change: {
        [PATHS.found]: outOfBand({
          principal: 'arn:aws:iam::123456789012:user/gina',
          decision: 'tolerate',
          expires: '2027-01-01',
          more: 'owner: bob\nreason: Vendor migration\n'
        })
      },
      reviews: [approve('gina')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml missing',
      '  - 1 from @acme/access-governance, @hugo-acme: One of its owners must approve.',
      '~ 1 gina-acme: The account is "gina", who has or made the access that was found.'
    ]
  },
  {
    name: 'Access found outside: who made it',
    world: {
      approved: { [PATHS.found]: outOfBand({ by: 'arn:aws:iam::123456789012:user/hugo' }) },
      change: {
        [PATHS.found]: outOfBand({
          by: 'arn:aws:iam::123456789012:user/hugo',
          decision: 'tolerate',
          more: 'owner: bob\nreason: Vendor migration\n'
        })
      },
      reviews: [approve('hugo')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml missing',
      '  - 1 from @acme/access-governance, @hugo-acme: One of its owners must approve.',
      '~ 1 hugo-acme: The account is "hugo", who has or made the access that was found.'
    ]
  },
  {
    name: 'Access found outside: who is to own it',
    world: {
      approved: { [PATHS.found]: outOfBand() },
      change: {
        [PATHS.found]: outOfBand({ decision: 'tolerate', more: 'owner: hugo\nreason: Vendor migration\n' })
      },
      reviews: [approve('hugo')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml missing',
      '  - 1 from @acme/access-governance, @hugo-acme: One of its owners must approve.',
      '~ 1 hugo-acme: The account is "hugo", who is named as its owner.'
    ]
  },
  {
    name: 'Access found outside: the owner of the workload whose role it is',
    world: {
      approved: { [PATHS.found]: outOfBand({ principal: 'arn:aws:iam::123456789012:role/ci/exporter' }) },
      change: {
        [PATHS.found]: outOfBand({
          principal: 'arn:aws:iam::123456789012:role/ci/exporter',
          decision: 'tolerate',
          more: 'owner: greg\nreason: Vendor migration\n'
        })
      },
      author: 'mona',
      ...inGovernance('alice'),
      reviews: [approve('alice')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml missing',
      '  - 1 from @acme/access-governance, @hugo-acme: One of its owners must approve.',
      '~ 1 alice-acme: The account is "alice", who owns or backs up the workload "exporter", which has or made the access that was found.'
    ]
  },
  {
    name: 'Access found outside: the system’s owner decides',
    world: {
      approved: { [PATHS.found]: outOfBand() },
      change: {
        [PATHS.found]: outOfBand({ decision: 'tolerate', more: 'owner: greg\nreason: Vendor migration\n' })
      },
      reviews: [approve('hugo')]
    },
    state: 'approved',
    verdict: [
      'approved',
      'out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml approved',
      '  + hugo as @hugo-acme (1)'
    ]
  },
  {
    name: 'A login that owns: the person of that login',
    world: { change: { [PATHS.grant('mine', 'alice')]: grant() }, reviews: [approve('dave')] },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/mine/alice.yaml approved', '  + dave as @dave-acme (1)']
  },
  {
    name: 'A login that owns, taken over',
    world: {
      change: { [PATHS.grant('mine', 'alice')]: grant() },
      reviews: [approve({ login: 'dave-acme', id: 666, type: 'User' })]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/mine/alice.yaml missing',
      '  - 1 from @dave-acme: aws-prod/mine is medium: one person must approve.',
      '~ 1 dave-acme: The account has the number 666, which no approved person has.'
    ]
  },
  {
    name: 'A login that owns, renamed since: the person counts',
    world: {
      change: { [PATHS.grant('mine', 'alice')]: grant() },
      reviews: [approve({ ...accountOf('dave'), login: 'dave-new' })]
    },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/mine/alice.yaml approved', '  + dave as @dave-acme (1)']
  },
  {
    name: 'A login that two people claim',
    world: {
      approved: { [PATHS.person('zoe')]: stranger('dave', 2001) },
      change: { [PATHS.grant('mine', 'alice')]: grant() },
      reviews: [approve('dave')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/mine/alice.yaml missing',
      '  - 1 from @dave-acme: aws-prod/mine is medium: one person must approve.',
      '~ 1 dave-acme: The account belongs to no owner of these files.'
    ]
  },
  {
    name: 'Reviews that count for one file and not for another',
    world: {
      change: { ...change, [PATHS.grant('read', 'carol')]: grant('2026-12-14', 'requester: alice\n') },
      reviews: [approve('carol')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml approved',
      '  + carol as @acme/billing (1)',
      'systems/aws-prod/read/carol.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 carol-acme: The account is "carol", who is the subject. (grants/systems/aws-prod/read/carol.yaml)'
    ]
  },

  {
    name: 'Somebody who pushed between two states of which neither is known',
    world: {
      change,
      pushes: [
        { by: 'alice', at: 0, after: 'one' },
        { by: 'carol', at: 5, after: 'two' },
        { by: 'alice', at: 8, after: 'head' }
      ],
      reviews: [approve('carol')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 carol-acme: The account is "carol", who pushed to its branch.'
    ]
  }
]
