import { grant, PATHS } from '../acme.ts'
import type { Case } from '../case.ts'
import { approve, dismissed, object, type World } from '../world.ts'

const change = { [PATHS.alice]: grant() }
const other = { [PATHS.alice]: grant('2026-12-31') }
const DAY = 24 * 60
/** Alice pushed `old`, then `head`; what `old` has is given. */
const repushed = (old: World['change']): Partial<World> => ({
  commits: { old },
  pushes: [
    { by: 'alice', at: 0, after: 'old' },
    { by: 'alice', at: 20, after: 'head' }
  ]
})

/** Rule 3: which reviews count. */
export const REVIEWS: readonly Case[] = [
  {
    name: 'An approval of the head by an owner is enough',
    world: { change, reviews: [approve('carol')] },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/alice.yaml approved', '  + carol as @acme/billing (1)']
  },
  {
    name: 'Nobody has reviewed yet',
    world: { change },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.'
    ]
  },
  {
    name: 'A comment is no approval',
    world: { change, reviews: [{ ...approve('carol'), state: 'COMMENTED' }] },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.'
    ]
  },
  {
    name: 'A pending review is no approval',
    world: { change, reviews: [{ ...approve('carol'), state: 'PENDING' }] },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.'
    ]
  },
  {
    name: 'A comment after an approval leaves it',
    world: { change, reviews: [approve('carol'), { ...approve('carol', 'head', 20), state: 'COMMENTED' }] },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/alice.yaml approved', '  + carol as @acme/billing (1)']
  },
  {
    name: 'Approved, then pushed again',
    world: { change, ...repushed(other), reviews: [approve('carol', 'old')] },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 carol-acme: The approval was given to commit old, which changes other files or changes them otherwise.'
    ]
  },
  {
    name: 'Approved, then pushed again with another file',
    world: {
      change: { ...change, [PATHS.grant('read', 'bob')]: grant('2026-12-14', 'requester: alice\n') },
      ...repushed(change),
      reviews: [approve('carol', 'old')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      'systems/aws-prod/read/bob.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 carol-acme: The approval was given to commit old, which changes other files or changes them otherwise.'
    ]
  },
  {
    name: 'Approved with two files, then one was taken out',
    world: {
      change,
      ...repushed({ ...change, [PATHS.grant('read', 'bob')]: grant() }),
      reviews: [approve('carol', 'old')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 carol-acme: The approval was given to commit old, which changes other files or changes them otherwise.'
    ]
  },
  {
    name: 'Approved again after the push',
    world: { change, ...repushed(other), reviews: [approve('carol', 'old'), approve('carol', 'head', 30)] },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/alice.yaml approved', '  + carol as @acme/billing (2)']
  },
  {
    name: 'Approved at an older commit with the same content: the branch was only updated',
    world: { change, ...repushed(change), reviews: [approve('carol', 'old')] },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/alice.yaml approved', '  + carol as @acme/billing (1)']
  },
  {
    name: 'The latest approval decides, also where an earlier one would fit',
    world: { change, ...repushed(other), reviews: [approve('carol'), approve('carol', 'old', 11)] },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 2 carol-acme: The approval was given to commit old, which changes other files or changes them otherwise.'
    ]
  },
  {
    name: 'Only the mode differs: the file became executable',
    world: {
      change: { [PATHS.alice]: { text: grant(), mode: '100755' } },
      ...repushed(change),
      reviews: [approve('carol', 'old')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 carol-acme: The approval was given to commit old, which changes other files or changes them otherwise.'
    ]
  },
  {
    name: 'Only the mode differs: the file became a link',
    world: {
      change: { [PATHS.alice]: { text: grant(), mode: '120000' } },
      ...repushed(change),
      reviews: [approve('carol', 'old')]
    },
    state: 'refused',
    verdict: [
      'refused',
      'systems/aws-prod/read/alice.yaml refused',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      "  ! unreadable: What grants/systems/aws-prod/read/alice.yaml says can't be read, so nobody can approve it. Correct the file.",
      '~ 1 carol-acme: The approval was given to commit old, which changes other files or changes them otherwise.'
    ]
  },
  {
    name: 'The case of a path differs',
    world: {
      change: { 'grants/systems/aws-prod/read/Alice.yaml': grant() },
      ...repushed(change),
      reviews: [approve('carol', 'old')]
    },
    state: 'refused',
    verdict: [
      'refused',
      'systems/aws-prod/read/Alice.yaml refused',
      "  ! unreadable: What grants/systems/aws-prod/read/Alice.yaml says can't be read, so nobody can approve it. Correct the file.",
      '  ! enough: grants/systems/aws-prod/read/Alice.yaml is no file that Grantbook knows. Correct its folder or name.',
      '~ 1 carol-acme: The approval was given to commit old, which changes other files or changes them otherwise.'
    ]
  },
  {
    name: 'The same text at another path',
    world: {
      change: { [PATHS.grant('pay', 'alice')]: grant() },
      ...repushed(change),
      reviews: [approve('carol', 'old')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/pay/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/pay is medium: one person must approve.',
      '~ 1 carol-acme: The approval was given to commit old, which changes other files or changes them otherwise.'
    ]
  },
  {
    name: 'A review without a commit',
    world: { change, reviews: [approve('carol', null)] },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 carol-acme: The approval names no commit, so that what it was given to is not known.'
    ]
  },
  {
    name: 'A review of a commit that is gone',
    world: { change, reviews: [approve('carol', 'gone')] },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      "~ 1 carol-acme: The approval was given to commit gone, which can't be had any more."
    ]
  },
  {
    name: 'A review of a commit that can be named but not had',
    world: { change, commits: { gone: null }, reviews: [approve('carol', 'gone')] },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      "~ 1 carol-acme: The approval was given to commit gone, which can't be had any more."
    ]
  },
  {
    name: 'A review by an account that is gone',
    world: { change, reviews: [approve(null)] },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 : The account is gone.'
    ]
  },
  {
    name: 'Stamped at a commit that was pushed later, while the branch held something else',
    world: { change, ...repushed(other), reviews: [approve('carol', 'head', 10)] },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 carol-acme: The approval names commit head, but was given while the branch held something else (old).'
    ]
  },
  {
    name: 'Stamped anew after the branch was only updated',
    world: { change, ...repushed(change), reviews: [approve('carol', 'head', 10)] },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/alice.yaml approved', '  + carol as @acme/billing (1)']
  },
  {
    name: 'Stamped at a commit that was pushed later, and what the branch held isn’t known',
    world: { change, ...repushed(other), commits: {}, reviews: [approve('carol', 'head', 10)] },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 carol-acme: The approval names commit head, but was given while the branch held something else (old).'
    ]
  },
  {
    name: 'Given before anything was pushed',
    world: { change, reviews: [approve('carol', 'head', -5)] },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      "~ 1 carol-acme: The approval names commit head, which the branch didn't hold when it was given."
    ]
  },
  {
    name: 'Two pushes in one second: which one was looked at can’t be told',
    world: {
      change,
      commits: { one: other, two: change },
      pushes: [
        { by: 'alice', at: 0, after: 'one' },
        { by: 'alice', at: 0, after: 'two' },
        { by: 'alice', at: 20, after: 'head' }
      ],
      reviews: [approve('carol', 'head', 10)]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      "~ 1 carol-acme: The approval names commit head, which the branch didn't hold when it was given."
    ]
  },
  {
    name: 'Approved before the base branch was changed',
    world: { change, retargeted: [15], reviews: [approve('carol')] },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 carol-acme: The approval was given before the base branch was changed at 2026-11-20T09:15:00Z: it showed another change.'
    ]
  },
  {
    name: 'Approved in the very second in which the base branch was changed',
    world: { change, retargeted: [10], reviews: [approve('carol')] },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 carol-acme: The approval was given before the base branch was changed at 2026-11-20T09:10:00Z: it showed another change.'
    ]
  },
  {
    name: 'Approved after the last change of base',
    world: { change, retargeted: [5, 7], reviews: [approve('carol')] },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/alice.yaml approved', '  + carol as @acme/billing (1)']
  },
  {
    name: 'The last change of base counts, in whatever order they are listed',
    world: { change, retargeted: [15, 5], reviews: [approve('carol')] },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 carol-acme: The approval was given before the base branch was changed at 2026-11-20T09:15:00Z: it showed another change.'
    ]
  },
  {
    name: 'Approved again after the base branch was changed',
    world: { change, retargeted: [15], reviews: [approve('carol'), approve('carol', 'head', 16)] },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/alice.yaml approved', '  + carol as @acme/billing (2)']
  },
  {
    name: 'Approved after the merge',
    world: { change, merged: 30, reviews: [approve('carol', 'head', 31)] },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 carol-acme: It was given at 2026-11-20T09:31:00Z, after the merge.'
    ]
  },
  {
    name: 'Approved before the merge',
    world: { change, merged: 30, reviews: [approve('carol')] },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/alice.yaml approved', '  + carol as @acme/billing (1)']
  },
  {
    name: 'Approved fourteen days before the merge',
    world: { change, merged: 10 + 14 * DAY, reviews: [approve('carol')] },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/alice.yaml approved', '  + carol as @acme/billing (1)']
  },
  {
    name: 'Approved a minute longer before the merge',
    world: { change, merged: 11 + 14 * DAY, reviews: [approve('carol')] },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 carol-acme: The approval is older than 14d.'
    ]
  },
  {
    name: 'Approved months ago, not merged yet',
    world: { change, now: 60 * DAY, reviews: [approve('carol')] },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 carol-acme: The approval is older than 14d.'
    ]
  },
  {
    name: 'Approved in time, looked at long after the merge',
    world: { change, merged: 30, now: 400 * DAY, reviews: [approve('carol')] },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/alice.yaml approved', '  + carol as @acme/billing (1)']
  },
  {
    name: 'Approved, dismissed',
    world: { change, reviews: [dismissed('carol', 'approved', 'mona')] },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 carol-acme: The approval was dismissed by @mona-acme.'
    ]
  },
  {
    name: 'Approved, dismissed, approved again',
    world: { change, reviews: [dismissed('carol', 'approved', 'mona'), approve('carol', 'head', 30)] },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/alice.yaml approved', '  + carol as @acme/billing (2)']
  },
  {
    name: 'Approved twice, the second one dismissed: the first is withdrawn too',
    world: { change, reviews: [approve('carol'), dismissed('carol', 'approved', 'mona', 11, 20)] },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 2 carol-acme: The approval was dismissed by @mona-acme.'
    ]
  },
  {
    name: 'Approved twice, the first one dismissed afterwards: the second is withdrawn too',
    world: {
      change,
      reviews: [dismissed('carol', 'approved', 'mona', 10, 20), approve('carol', 'head', 11)]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 2 carol-acme: The approval was withdrawn when an approval of the same account was dismissed by @mona-acme.'
    ]
  },
  {
    name: 'Dismissed after the merge',
    world: {
      change,
      merged: 30,
      reviews: [{ ...approve('carol'), dismissed: { by: 'mona', at: 40, was: 'approved' } }]
    },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/alice.yaml approved', '  + carol as @acme/billing (1)']
  },
  {
    name: 'Asked for changes, then approved',
    world: { change, reviews: [object('carol'), approve('carol', 'head', 20)] },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/alice.yaml approved', '  + carol as @acme/billing (2)']
  },
  {
    name: 'An old objection that is dismissed later takes no newer approval with it',
    world: {
      change,
      reviews: [dismissed('carol', 'changes_requested', 'mona', 10, 30), approve('carol', 'head', 20)]
    },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/alice.yaml approved', '  + carol as @acme/billing (2)']
  },
  {
    name: 'Two reviews in one second: the number tells which is the later',
    world: { change, reviews: [approve('carol'), object('carol')] },
    state: 'refused',
    verdict: [
      'refused',
      'systems/aws-prod/read/alice.yaml refused',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '  ! objections: @carol-acme asks for changes. A new review of @carol-acme, or a dismissal by another owner of the file who may approve it, is needed.'
    ]
  },
  {
    name: 'A grant is deleted, and the only approval was of something else: none is needed',
    world: {
      change: { [PATHS.alice]: null },
      approved: { [PATHS.alice]: grant() },
      commits: { old: { [PATHS.alice]: grant('2026-12-31') } },
      reviews: [approve('carol', 'old')]
    },
    state: 'approved',
    verdict: [
      'approved',
      'systems/aws-prod/read/alice.yaml approved without',
      '~ 1 carol-acme: The approval was given to commit old, which changes other files or changes them otherwise.'
    ]
  },
  {
    name: 'A deletion: absent in the reviewed commit too',
    world: { change: { [PATHS.rule]: null }, author: 'mona', reviews: [approve('gina')] },
    state: 'approved',
    verdict: ['approved', 'rules/payments.yaml approved', '  + gina as @acme/access-governance (1)']
  },
  {
    name: 'A deletion, and the reviewed commit still had the file',
    world: {
      change: { [PATHS.rule]: null },
      author: 'mona',
      commits: { old: {} },
      pushes: [
        { by: 'mona', at: 0, after: 'old' },
        { by: 'mona', at: 20, after: 'head' }
      ],
      reviews: [approve('gina', 'old')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'rules/payments.yaml missing',
      '  - 1 from @acme/access-governance: One of its owners must approve.',
      '~ 1 gina-acme: The approval was given to commit old, which changes other files or changes them otherwise.'
    ]
  },
  {
    name: 'The default branch was pushed back since: the pull request showed less when it was approved',
    world: {
      change: { ...change, [PATHS.grant('read', 'bob')]: grant() },
      reviews: [approve('carol')],
      shown: { 1: [change] }
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      'systems/aws-prod/read/bob.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      "~ 1 carol-acme: The approval was given before the default branch moved: the pull request didn't show grants/systems/aws-prod/read/bob.yaml then."
    ]
  },
  {
    name: 'The default branch took in a part of the branch since: it showed more',
    world: {
      change,
      reviews: [approve('carol')],
      shown: { 1: [{ ...change, [PATHS.grant('read', 'bob')]: grant() }] }
    },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/alice.yaml approved', '  + carol as @acme/billing (1)']
  },
  {
    name: 'The default branch moved in the second of the approval, and at one of both places it showed less',
    world: { change, reviews: [approve('carol')], shown: { 1: [change, {}] } },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      "~ 1 carol-acme: The approval was given before the default branch moved: the pull request didn't show grants/systems/aws-prod/read/alice.yaml then."
    ]
  },
  {
    name: 'It showed the file with something else in it',
    world: { change, reviews: [approve('carol')], shown: { 1: [{ [PATHS.alice]: grant('2026-12-31') }] } },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      "~ 1 carol-acme: The approval was given before the default branch moved: the pull request didn't show grants/systems/aws-prod/read/alice.yaml then."
    ]
  },
  {
    name: 'What it showed can’t be told',
    world: { change, reviews: [approve('carol'), approve('dave')], shown: { 1: null, 2: [] } },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      "~ 1 carol-acme: The approval was given to commit head, and what the pull request showed then can't be told.",
      "~ 2 dave-acme: The approval was given to commit head, and what the pull request showed then can't be told."
    ]
  }
]
