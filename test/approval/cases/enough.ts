import { accountOf, entitlement, grant, outOfBand, PATHS, person, SETTINGS, stranger } from '../acme.ts'
import type { Case } from '../case.ts'
import { approve } from '../world.ts'

const admin = { [PATHS.grant('admin', 'alice')]: grant() }
const both = { [PATHS.grant('both', 'alice')]: grant() }
const vault = { [PATHS.grant('vault', 'alice')]: grant() }
const fresh = { [PATHS.entitlement('fresh')]: entitlement('fresh', { approvers: '["@acme/billing"]' }) }
const critical = { [PATHS.entitlement('fresh')]: entitlement('fresh', { risk: 'critical' }) }
const harmless = { [PATHS.settings]: SETTINGS.replace('approvals: 2', 'approvals: 1') }

/** Rule 5: how many, and of whom. */
export const ENOUGH: readonly Case[] = [
  {
    name: 'Critical takes two, and one has approved',
    world: { change: admin, reviews: [approve('carol')] },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/admin/alice.yaml missing',
      '  + carol as @acme/billing (1)',
      '  - 1 from @acme/billing: aws-prod/admin is critical: 2 different people must approve.'
    ]
  },
  {
    name: 'Critical takes two, and nobody has approved',
    world: { change: admin },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/admin/alice.yaml missing',
      '  - 2 from @acme/billing: aws-prod/admin is critical: 2 different people must approve.'
    ]
  },
  {
    name: 'Critical takes two, and two have approved',
    world: { change: admin, reviews: [approve('carol'), approve('dave')] },
    state: 'approved',
    verdict: [
      'approved',
      'systems/aws-prod/admin/alice.yaml approved',
      '  + carol as @acme/billing (1)',
      '  + dave as @acme/billing (2)'
    ]
  },
  {
    name: 'One person with two accounts is not two',
    world: {
      change: admin,
      teams: { '@acme/billing': ['carol', { login: 'carol-private', id: 4711, type: 'User' }] },
      reviews: [approve('carol'), approve({ login: 'carol-private', id: 4711, type: 'User' })]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/admin/alice.yaml missing',
      '  + carol as @acme/billing (1)',
      '  - 1 from @acme/billing: aws-prod/admin is critical: 2 different people must approve.',
      '~ 2 carol-private: The account has the number 4711, which no approved person has.'
    ]
  },
  {
    name: 'One account with two names is not two',
    world: {
      change: admin,
      teams: { '@acme/billing': ['carol', { ...accountOf('carol'), login: 'carol-new' }] },
      reviews: [approve('carol'), approve({ ...accountOf('carol'), login: 'carol-new' }, 'head', 12)]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/admin/alice.yaml missing',
      '  + carol as @acme/billing (2)',
      '  - 1 from @acme/billing: aws-prod/admin is critical: 2 different people must approve.'
    ]
  },
  {
    name: 'One person in two teams of a plain list is not two',
    world: {
      approved: {
        [PATHS.entitlement('admin')]: entitlement('admin', {
          risk: 'critical',
          approvers: '["@acme/billing", "@acme/security"]'
        })
      },
      teams: { '@acme/security': ['carol', 'sam'] },
      change: admin,
      reviews: [approve('carol')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/admin/alice.yaml missing',
      '  + carol as @acme/billing (1)',
      '  - 1 from @acme/billing, @acme/security: aws-prod/admin is critical: 2 different people must approve.'
    ]
  },
  {
    name: 'Two people of two teams of a plain list are two',
    world: {
      approved: {
        [PATHS.entitlement('admin')]: entitlement('admin', {
          risk: 'critical',
          approvers: '["@acme/billing", "@acme/security"]'
        })
      },
      change: admin,
      reviews: [approve('carol'), approve('sam')]
    },
    state: 'approved',
    verdict: [
      'approved',
      'systems/aws-prod/admin/alice.yaml approved',
      '  + carol as @acme/billing (1)',
      '  + sam as @acme/security (2)'
    ]
  },
  {
    name: 'Three approve where two are enough: all are recorded',
    world: {
      change: admin,
      teams: { '@acme/billing': ['carol', 'dave', 'gina'] },
      reviews: [approve('gina'), approve('carol'), approve('dave')]
    },
    state: 'approved',
    verdict: [
      'approved',
      'systems/aws-prod/admin/alice.yaml approved',
      '  + carol as @acme/billing (2)',
      '  + dave as @acme/billing (3)',
      '  + gina as @acme/billing (1)'
    ]
  },
  {
    name: 'One of each: nobody yet',
    world: { change: both },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/both/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/both is medium: 2 different people, one of each of its 2 lists of approvers, must approve.',
      '  - 1 from @acme/security: aws-prod/both is medium: 2 different people, one of each of its 2 lists of approvers, must approve.'
    ]
  },
  {
    name: 'One of each: one team has approved',
    world: { change: both, reviews: [approve('carol')] },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/both/alice.yaml missing',
      '  + carol as @acme/billing (1)',
      '  - 1 from @acme/security: aws-prod/both is medium: 2 different people, one of each of its 2 lists of approvers, must approve.'
    ]
  },
  {
    name: 'One of each: two of the same team',
    world: { change: both, reviews: [approve('carol'), approve('dave')] },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/both/alice.yaml missing',
      '  + carol as @acme/billing (1)',
      '  + dave as @acme/billing (2)',
      '  - 1 from @acme/security: aws-prod/both is medium: 2 different people, one of each of its 2 lists of approvers, must approve.'
    ]
  },
  {
    name: 'One of each: both teams',
    world: { change: both, reviews: [approve('carol'), approve('sam')] },
    state: 'approved',
    verdict: [
      'approved',
      'systems/aws-prod/both/alice.yaml approved',
      '  + carol as @acme/billing (1)',
      '  + sam as @acme/security (2)'
    ]
  },
  {
    name: 'One of each: one person in both teams counts for one',
    world: { change: both, teams: { '@acme/security': ['carol', 'sam'] }, reviews: [approve('carol')] },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/both/alice.yaml missing',
      '  + carol as @acme/billing (1)',
      '  - 1 from @acme/billing, @acme/security: aws-prod/both is medium: 2 different people, one of each of its 2 lists of approvers, must approve.'
    ]
  },
  {
    name: 'One of each: one person in both teams makes room for another',
    world: {
      change: both,
      teams: { '@acme/security': ['carol', 'sam'] },
      reviews: [approve('carol'), approve('dave')]
    },
    state: 'approved',
    verdict: [
      'approved',
      'systems/aws-prod/both/alice.yaml approved',
      '  + carol as @acme/security (1)',
      '  + dave as @acme/billing (2)'
    ]
  },
  {
    name: 'One of each, and two: both teams are enough',
    world: { change: vault, reviews: [approve('carol'), approve('sam')] },
    state: 'approved',
    verdict: [
      'approved',
      'systems/aws-prod/vault/alice.yaml approved',
      '  + carol as @acme/billing (1)',
      '  + sam as @acme/security (2)'
    ]
  },
  {
    name: 'One of each, and three',
    world: {
      approved: { [PATHS.settings]: SETTINGS.replace('approvals: 2', 'approvals: 3') },
      change: vault,
      reviews: [approve('carol')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/vault/alice.yaml missing',
      '  + carol as @acme/billing (1)',
      '  - 1 from @acme/security: aws-prod/vault is critical: 3 different people, one of each of its 2 lists of approvers, must approve.',
      '  - 1 from @acme/billing, @acme/security: aws-prod/vault is critical: 3 different people, one of each of its 2 lists of approvers, must approve.'
    ]
  },
  {
    name: 'One of each of three teams, and the same two people in all of them',
    world: {
      approved: {
        [PATHS.entitlement('both')]: entitlement('both', {
          approvers: '[["@acme/billing"], ["@acme/security"], ["@acme/on-call"]]'
        })
      },
      teams: { '@acme/security': ['carol', 'dave'], '@acme/on-call': ['carol', 'dave', 'olga'] },
      change: both,
      reviews: [approve('carol'), approve('dave')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/both/alice.yaml missing',
      '  + carol as @acme/security (1)',
      '  + dave as @acme/billing (2)',
      '  - 1 from @acme/billing, @acme/on-call, @acme/security: aws-prod/both is medium: 3 different people, one of each of its 3 lists of approvers, must approve.'
    ]
  },
  {
    name: 'A bundle takes as many as the strictest that it includes',
    world: {
      approved: {
        [PATHS.entitlement('pack')]: entitlement('pack', { more: 'includes: [aws-prod/admin]\n', aim: '' })
      },
      change: { [PATHS.grant('pack', 'alice')]: grant() },
      reviews: [approve('carol')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/pack/alice.yaml missing',
      '  + carol as @acme/billing (1)',
      '  - 1 from @acme/billing: aws-prod/pack is critical: 2 different people must approve.'
    ]
  },
  {
    name: 'The approvers change in the same pull request: the approved ones count',
    world: {
      change: {
        [PATHS.alice]: grant(),
        [PATHS.entitlement('read')]: entitlement('read', { approvers: '["@acme/on-call"]' })
      },
      reviews: [approve('olga'), approve('gina')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      'systems/aws-prod/read/entitlement.yaml approved',
      '  + gina as @acme/access-governance (2)',
      '~ 1 olga-acme: The account belongs to no owner of these files.'
    ]
  },
  {
    name: 'The settings lower the number in the same pull request: the approved number counts',
    world: { change: { ...admin, ...harmless }, reviews: [approve('carol'), approve('gina')] },
    state: 'missing',
    verdict: [
      'missing',
      'grantbook.yaml approved',
      '  + gina as @acme/access-governance (2)',
      'systems/aws-prod/admin/alice.yaml missing',
      '  + carol as @acme/billing (1)',
      '  - 1 from @acme/billing: aws-prod/admin is critical: 2 different people must approve.'
    ]
  },
  {
    name: 'The settings raise the number in the same pull request: the higher number counts',
    world: {
      approved: harmless,
      change: { ...admin, [PATHS.settings]: SETTINGS },
      reviews: [approve('carol'), approve('gina')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'grantbook.yaml approved',
      '  + gina as @acme/access-governance (2)',
      'systems/aws-prod/admin/alice.yaml missing',
      '  + carol as @acme/billing (1)',
      '  - 1 from @acme/billing: aws-prod/admin is critical: 2 different people must approve.'
    ]
  },
  {
    name: 'The entitlement gets riskier in the same pull request: the higher number counts',
    world: {
      change: {
        [PATHS.alice]: grant(),
        [PATHS.entitlement('read')]: entitlement('read', { risk: 'critical' })
      },
      reviews: [approve('carol'), approve('gina'), approve('greg')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/alice.yaml missing',
      '  + carol as @acme/billing (1)',
      '  - 1 from @acme/billing: aws-prod/read is critical: 2 different people must approve.',
      'systems/aws-prod/read/entitlement.yaml approved',
      '  + gina as @acme/access-governance (2)',
      '  + greg as @acme/access-governance (3)'
    ]
  },
  {
    name: 'An entitlement gets milder: as many as before',
    world: {
      change: { [PATHS.entitlement('admin')]: entitlement('admin', { risk: 'low' }) },
      reviews: [approve('gina')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/admin/entitlement.yaml missing',
      '  + gina as @acme/access-governance (1)',
      '  - 1 from @acme/access-governance: aws-prod/admin is critical: 2 different people must approve its definition.'
    ]
  },
  {
    name: 'An entitlement gets riskier: as many as after',
    world: {
      change: { [PATHS.entitlement('read')]: entitlement('read', { risk: 'critical' }) },
      reviews: [approve('gina')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/entitlement.yaml missing',
      '  + gina as @acme/access-governance (1)',
      '  - 1 from @acme/access-governance: aws-prod/read is critical: 2 different people must approve its definition.'
    ]
  },
  {
    name: 'An entitlement gets milder, two of governance agree',
    world: {
      change: { [PATHS.entitlement('admin')]: entitlement('admin', { risk: 'low' }) },
      reviews: [approve('gina'), approve('greg')]
    },
    state: 'approved',
    verdict: [
      'approved',
      'systems/aws-prod/admin/entitlement.yaml approved',
      '  + gina as @acme/access-governance (1)',
      '  + greg as @acme/access-governance (2)'
    ]
  },
  {
    name: 'Its approvers don’t approve its definition',
    world: {
      change: { [PATHS.entitlement('read')]: entitlement('read', { more: 'duties: [x]\n' }) },
      reviews: [approve('carol')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/entitlement.yaml missing',
      '  - 1 from @acme/access-governance: aws-prod/read is medium: one person must approve its definition.',
      '~ 1 carol-acme: The account belongs to no owner of these files.'
    ]
  },
  {
    name: 'A critical entitlement is deleted: as many as its tier',
    world: { change: { [PATHS.entitlement('admin')]: null }, reviews: [approve('gina')] },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/admin/entitlement.yaml missing',
      '  + gina as @acme/access-governance (1)',
      '  - 1 from @acme/access-governance: aws-prod/admin is critical: 2 different people must approve its definition.'
    ]
  },
  {
    name: 'A new entitlement',
    world: { change: fresh, reviews: [approve('gina')] },
    state: 'approved',
    verdict: [
      'approved',
      'systems/aws-prod/fresh/entitlement.yaml approved',
      '  + gina as @acme/access-governance (1)'
    ]
  },
  {
    name: 'A new critical entitlement',
    world: { change: critical, reviews: [approve('gina')] },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/fresh/entitlement.yaml missing',
      '  + gina as @acme/access-governance (1)',
      '  - 1 from @acme/access-governance: aws-prod/fresh is critical: 2 different people must approve its definition.'
    ]
  },
  {
    name: 'A grant whose entitlement is new: governance, not the approvers that it names itself',
    world: {
      change: { ...fresh, [PATHS.grant('fresh', 'alice')]: grant() },
      reviews: [approve('carol'), approve('gina')]
    },
    state: 'approved',
    verdict: [
      'approved',
      'systems/aws-prod/fresh/alice.yaml approved',
      '  + gina as @acme/access-governance (2)',
      'systems/aws-prod/fresh/entitlement.yaml approved',
      '  + gina as @acme/access-governance (2)',
      '~ 1 carol-acme: The account belongs to no owner of these files.'
    ]
  },
  {
    name: 'The same without governance',
    world: { change: { ...fresh, [PATHS.grant('fresh', 'alice')]: grant() }, reviews: [approve('carol')] },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/fresh/alice.yaml missing',
      '  - 1 from @acme/access-governance: aws-prod/fresh is medium: one person must approve.',
      'systems/aws-prod/fresh/entitlement.yaml missing',
      '  - 1 from @acme/access-governance: aws-prod/fresh is medium: one person must approve its definition.',
      '~ 1 carol-acme: The account belongs to no owner of these files.'
    ]
  },
  {
    name: 'A grant whose entitlement is new and critical takes two of governance',
    world: { change: { ...critical, [PATHS.grant('fresh', 'alice')]: grant() }, reviews: [approve('gina')] },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/fresh/alice.yaml missing',
      '  + gina as @acme/access-governance (1)',
      '  - 1 from @acme/access-governance: aws-prod/fresh is critical: 2 different people must approve.',
      'systems/aws-prod/fresh/entitlement.yaml missing',
      '  + gina as @acme/access-governance (1)',
      '  - 1 from @acme/access-governance: aws-prod/fresh is critical: 2 different people must approve its definition.'
    ]
  },
  {
    name: 'A grant of nothing',
    world: { change: { [PATHS.grant('nothing', 'alice')]: grant() }, reviews: [approve('gina')] },
    state: 'refused',
    verdict: [
      'refused',
      'systems/aws-prod/nothing/alice.yaml refused',
      '  ! enough: aws-prod/nothing has no entitlement.yaml. Add it, or correct the folder.',
      '~ 1 gina-acme: The account belongs to no owner of these files.'
    ]
  },
  {
    name: 'A bundle newly includes something: its approvers too',
    world: {
      change: {
        [PATHS.entitlement('pack')]: entitlement('pack', {
          more: 'includes: [aws-prod/read, aws-prod/pay, aws-prod/both]\n',
          aim: ''
        })
      },
      reviews: [approve('gina'), approve('carol')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/pack/entitlement.yaml missing',
      '  + carol as @acme/billing (2)',
      '  + gina as @acme/access-governance (1)',
      '  - 1 from @acme/security: It newly includes aws-prod/both, whose approvers must agree: 2 different people, one of each of its 2 lists of approvers,.'
    ]
  },
  {
    name: 'A bundle newly includes something, and all agree',
    world: {
      change: {
        [PATHS.entitlement('pack')]: entitlement('pack', {
          more: 'includes: [aws-prod/read, aws-prod/pay, aws-prod/both]\n',
          aim: ''
        })
      },
      reviews: [approve('gina'), approve('carol'), approve('sam')]
    },
    state: 'approved',
    verdict: [
      'approved',
      'systems/aws-prod/pack/entitlement.yaml approved',
      '  + carol as @acme/billing (2)',
      '  + gina as @acme/access-governance (1)',
      '  + sam as @acme/security (3)'
    ]
  },
  {
    name: 'A new bundle of critical things takes as many of their approvers',
    world: {
      change: {
        [PATHS.entitlement('fresh')]: entitlement('fresh', { more: 'includes: [aws-prod/admin]\n', aim: '' })
      },
      reviews: [approve('gina'), approve('greg'), approve('carol')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/fresh/entitlement.yaml missing',
      '  + carol as @acme/billing (3)',
      '  + gina as @acme/access-governance (1)',
      '  + greg as @acme/access-governance (2)',
      '  - 1 from @acme/billing: It newly includes aws-prod/admin, whose approvers must agree: 2 different people.'
    ]
  },
  {
    name: 'A bundle newly includes what includes more: those approvers too',
    world: {
      approved: {
        [PATHS.entitlement('outer')]: entitlement('outer', { more: 'includes: [aws-prod/read]\n', aim: '' }),
        [PATHS.entitlement('inner')]: entitlement('inner', {
          more: 'includes: [aws-prod/mine]\n',
          aim: '',
          approvers: '["@acme/on-call"]'
        })
      },
      change: {
        [PATHS.entitlement('outer')]: entitlement('outer', {
          more: 'includes: [aws-prod/read, aws-prod/inner]\n',
          aim: ''
        })
      },
      reviews: [approve('gina')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/outer/entitlement.yaml missing',
      '  + gina as @acme/access-governance (1)',
      '  - 1 from @acme/on-call: It newly includes aws-prod/inner, whose approvers must agree: one person.',
      '  - 1 from @dave-acme: It newly includes aws-prod/mine, whose approvers must agree: one person.'
    ]
  },
  {
    name: 'A bundle includes what doesn’t exist',
    world: {
      change: {
        [PATHS.entitlement('pack')]: entitlement('pack', { more: 'includes: [aws-prod/nothing]\n', aim: '' })
      },
      reviews: [approve('gina')]
    },
    state: 'refused',
    verdict: [
      'refused',
      'systems/aws-prod/pack/entitlement.yaml refused',
      "  ! enough: What aws-prod/pack demands can't be told, because it is not known as a whole. Mend what it includes.",
      '~ 1 gina-acme: The account belongs to no owner of these files.'
    ]
  },
  {
    name: 'Settings: one of governance',
    world: {
      change: { [PATHS.settings]: SETTINGS.replace('notice: 7d', 'notice: 9d') },
      reviews: [approve('gina')]
    },
    state: 'approved',
    verdict: ['approved', 'grantbook.yaml approved', '  + gina as @acme/access-governance (1)']
  },
  {
    name: 'Settings that make somebody else governance: the approved ones decide',
    world: {
      change: { [PATHS.settings]: SETTINGS.replace('@acme/access-governance', '@acme/billing') },
      reviews: [approve('carol')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'grantbook.yaml missing',
      '  - 1 from @acme/access-governance: One of its owners must approve.',
      '~ 1 carol-acme: The account belongs to no owner of these files.'
    ]
  },
  {
    name: 'A system: governance, not its owner',
    world: {
      change: {
        [PATHS.system]:
          'title: AWS\nconnector: aws-iam\nowner: hugo\noutOfBand: revoke\nsettings: {account: "123456789012", region: eu-central-1}\n'
      },
      reviews: [approve('hugo')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/system.yaml missing',
      '  - 1 from @acme/access-governance: One of its owners must approve.',
      '~ 1 hugo-acme: The account belongs to no owner of these files.'
    ]
  },
  {
    name: 'A new person',
    world: { change: { [PATHS.person('nina')]: stranger('nina') }, reviews: [approve('gina')] },
    state: 'approved',
    verdict: ['approved', 'people/nina.yaml approved', '  + gina as @acme/access-governance (1)']
  },
  {
    name: 'Onboarding: person and grant at once, each by its own owners',
    world: {
      change: {
        [PATHS.person('nina')]: stranger('nina'),
        [PATHS.grant('read', 'nina')]: grant('2026-12-14', 'requester: alice\n')
      },
      reviews: [approve('gina'), approve('carol')]
    },
    state: 'approved',
    verdict: [
      'approved',
      'people/nina.yaml approved',
      '  + gina as @acme/access-governance (1)',
      'systems/aws-prod/read/nina.yaml approved',
      '  + carol as @acme/billing (2)'
    ]
  },
  {
    name: 'Somebody makes himself approver: in the same pull request it doesn’t count',
    world: {
      change: { [PATHS.person('carol')]: person('carol', 'manager: mona\n', 666), [PATHS.alice]: grant() },
      reviews: [approve({ login: 'carol-acme', id: 666, type: 'User' }), approve('gina')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'people/carol.yaml approved',
      '  + gina as @acme/access-governance (2)',
      'systems/aws-prod/read/alice.yaml missing',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 carol-acme: The account has the number 666, which no approved person has.'
    ]
  },
  {
    name: 'The end of a suspension: security',
    world: {
      approved: { [PATHS.suspension('bob')]: 'reason: Laptop stolen\n' },
      change: { [PATHS.suspension('bob')]: null },
      reviews: [approve('sam')]
    },
    state: 'approved',
    verdict: ['approved', 'suspensions/bob.yaml approved', '  + sam as @acme/security (1)']
  },
  {
    name: 'The end of a suspension: not governance',
    world: {
      approved: { [PATHS.suspension('bob')]: 'reason: Laptop stolen\n' },
      change: { [PATHS.suspension('bob')]: null },
      reviews: [approve('gina')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'suspensions/bob.yaml missing',
      '  - 1 from @acme/security: One of its owners must approve.',
      '~ 1 gina-acme: The account belongs to no owner of these files.'
    ]
  },
  {
    name: 'A retrospective: the entitlement’s owner',
    world: {
      change: {
        'grants/retrospectives/aws-prod/admin/bob.20261119T0310Z.yaml':
          'incident: INC-1\nhappened: The gateway refused everything\ndone: It was restarted by hand\nverdict: accepted\n'
      },
      reviews: [approve('carol')]
    },
    state: 'approved',
    verdict: [
      'approved',
      'retrospectives/aws-prod/admin/bob.20261119T0310Z.yaml approved',
      '  + carol as @carol-acme (1)'
    ]
  },
  {
    name: 'A retrospective: not by whom it is about',
    world: {
      change: {
        'grants/retrospectives/aws-prod/admin/gina.20261119T0310Z.yaml':
          'incident: INC-1\nhappened: The gateway refused everything\ndone: It was restarted by hand\nverdict: accepted\n'
      },
      reviews: [approve('gina')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'retrospectives/aws-prod/admin/gina.20261119T0310Z.yaml missing',
      '  - 1 from @acme/access-governance, @carol-acme: One of its owners must approve.',
      '~ 1 gina-acme: The account is "gina", who is the subject.'
    ]
  },
  {
    name: 'Access found outside: governance decides too',
    world: {
      approved: { [PATHS.found]: outOfBand() },
      change: {
        [PATHS.found]: outOfBand({ decision: 'tolerate', more: 'owner: bob\nreason: Vendor migration\n' })
      },
      reviews: [approve('gina')]
    },
    state: 'approved',
    verdict: [
      'approved',
      'out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml approved',
      '  + gina as @acme/access-governance (1)'
    ]
  },
  {
    name: 'A file that Grantbook doesn’t know',
    world: { change: { 'grants/notes.txt': 'hello' }, reviews: [approve('gina')] },
    state: 'refused',
    verdict: [
      'refused',
      'notes.txt refused',
      "  ! unreadable: What grants/notes.txt says can't be read, so nobody can approve it. Correct the file.",
      '  ! enough: grants/notes.txt is no file that Grantbook knows. Correct its folder or name.',
      '~ 1 gina-acme: The account belongs to no owner of these files.'
    ]
  },
  {
    name: 'No valid approved settings',
    world: {
      approved: { [PATHS.settings]: 'organization: acme\n' },
      change: { [PATHS.alice]: grant() },
      reviews: [approve('carol')]
    },
    state: 'refused',
    verdict: [
      'refused',
      '! settings: There are no valid approved settings (grants/grantbook.yaml), so nobody is known to own anything.',
      'systems/aws-prod/read/alice.yaml refused'
    ]
  },
  {
    name: 'Who could: a member who is the subject, one who left and one without a file can’t',
    named: true,
    world: {
      approved: { [PATHS.person('dave')]: person('dave', 'ends: 2026-11-01\n') },
      change: { [PATHS.grant('read', 'carol')]: grant('2026-12-14', 'requester: alice\n') },
      teams: { '@acme/billing': ['carol', 'dave', 'hugo', 'mona', { login: 'eve', id: 666, type: 'User' }] }
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/carol.yaml missing',
      '  - 1 from @acme/billing (hugo, mona): aws-prod/read is medium: one person must approve.'
    ]
  },
  {
    name: 'Who could: just as many as are needed',
    named: true,
    world: { change: { [PATHS.grant('read', 'carol')]: grant('2026-12-14', 'requester: alice\n') } },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/read/carol.yaml missing',
      '  - 1 from @acme/billing (dave): aws-prod/read is medium: one person must approve.',
      '* Only one person could still approve as @acme/billing: should one be away, nobody else can.'
    ]
  },
  {
    name: 'Who could: nobody',
    named: true,
    world: { change: { [PATHS.grant('read', 'carol')]: grant('2026-12-14', 'requester: dave\n') } },
    state: 'refused',
    verdict: [
      'refused',
      'systems/aws-prod/read/carol.yaml refused',
      '  - 1 from @acme/billing (): aws-prod/read is medium: one person must approve.',
      '  ! nobody-could: 1 more must approve as @acme/billing, and nobody could: everybody else there has a part in the change, has left, or has no approved file. Add people to the team, or let somebody else open it.'
    ]
  },
  {
    name: 'Who could: fewer than are needed',
    named: true,
    world: { change: { [PATHS.grant('admin', 'carol')]: grant('2026-12-14', 'requester: alice\n') } },
    state: 'refused',
    verdict: [
      'refused',
      'systems/aws-prod/admin/carol.yaml refused',
      '  - 2 from @acme/billing (dave): aws-prod/admin is critical: 2 different people must approve.',
      '  ! nobody-could: 2 more must approve as @acme/billing, and only 1 could: everybody else there has a part in the change, has left, or has no approved file. Add people to the team, or let somebody else open it.'
    ]
  },
  {
    name: 'Who could: the team’s members can’t be read',
    named: true,
    world: { change: admin, mute: ['@acme/billing'] },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/admin/alice.yaml missing',
      '  - 2 from @acme/billing: aws-prod/admin is critical: 2 different people must approve.'
    ]
  },
  {
    name: 'Who could: whoever has approved already can’t once more',
    named: true,
    world: {
      change: admin,
      teams: { '@acme/billing': ['carol', 'dave', 'mona'] },
      reviews: [approve('carol')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'systems/aws-prod/admin/alice.yaml missing',
      '  + carol as @acme/billing (1)',
      '  - 1 from @acme/billing (dave, mona): aws-prod/admin is critical: 2 different people must approve.'
    ]
  }
]
