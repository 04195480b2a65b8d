import { grant, PATHS, workload } from '../acme.ts'
import type { Case } from '../case.ts'
import { approve, dismissed, object } from '../world.ts'

const change = { [PATHS.alice]: grant() }

/** Rule 6: objections. */
export const OBJECTIONS: readonly Case[] = [
  {
    name: 'An owner objects, another one approves',
    world: { change, reviews: [object('dave'), approve('carol')] },
    state: 'refused',
    verdict: [
      'refused',
      'systems/aws-prod/read/alice.yaml refused',
      '  + carol as @acme/billing (2)',
      '  ! objections: @dave-acme asks for changes. A new review of @dave-acme, or a dismissal by another owner of the file who may approve it, is needed.'
    ]
  },
  {
    name: 'The objection is the later one',
    world: { change, reviews: [approve('carol'), object('dave', 20)] },
    state: 'refused',
    verdict: [
      'refused',
      'systems/aws-prod/read/alice.yaml refused',
      '  + carol as @acme/billing (1)',
      '  ! objections: @dave-acme asks for changes. A new review of @dave-acme, or a dismissal by another owner of the file who may approve it, is needed.'
    ]
  },
  {
    name: 'The approver changes his mind',
    world: { change, reviews: [approve('carol'), object('carol', 20)] },
    state: 'refused',
    verdict: [
      'refused',
      'systems/aws-prod/read/alice.yaml refused',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '  ! objections: @carol-acme asks for changes. A new review of @carol-acme, or a dismissal by another owner of the file who may approve it, is needed.'
    ]
  },
  {
    name: 'Somebody objects who owns nothing here',
    world: { change, reviews: [object('gina'), approve('carol')] },
    state: 'approved',
    verdict: [
      'approved',
      'systems/aws-prod/read/alice.yaml approved',
      '  + carol as @acme/billing (2)',
      "~ 1 gina-acme: The account belongs to no owner of these files, so the objection doesn't block."
    ]
  },
  {
    name: 'The subject objects: that isn’t an owner’s objection',
    world: {
      change: { [PATHS.grant('read', 'dave')]: grant('2026-12-14', 'requester: alice\n') },
      reviews: [object('dave'), approve('carol')]
    },
    state: 'approved',
    verdict: [
      'approved',
      'systems/aws-prod/read/dave.yaml approved',
      '  + carol as @acme/billing (2)',
      '~ 1 dave-acme: The objection of @dave-acme doesn\'t block: the account is "dave", who is the subject.'
    ]
  },
  {
    name: 'Somebody who left objected',
    world: {
      change,
      approved: {
        [PATHS.person('dave')]:
          'name: dave\nemail: dave@acme.example\ngithub: dave-acme\ngithubId: 1004\nends: 2026-11-01\n'
      },
      reviews: [object('dave'), approve('carol')]
    },
    state: 'approved',
    verdict: [
      'approved',
      'systems/aws-prod/read/alice.yaml approved',
      '  + carol as @acme/billing (2)',
      '~ 1 dave-acme: The objection of @dave-acme doesn\'t block: the account is "dave", who has left (at 2026-11-20T09:10:00Z).'
    ]
  },
  {
    name: 'An owner objects to one of two files',
    world: {
      change: { ...change, [PATHS.grant('mine', 'alice')]: grant() },
      reviews: [object('carol'), approve('dave')]
    },
    state: 'refused',
    verdict: [
      'refused',
      'systems/aws-prod/mine/alice.yaml approved',
      '  + dave as @dave-acme (2)',
      'systems/aws-prod/read/alice.yaml refused',
      '  + dave as @acme/billing (2)',
      '  ! objections: @carol-acme asks for changes. A new review of @carol-acme, or a dismissal by another owner of the file who may approve it, is needed.'
    ]
  },
  {
    name: 'The objector approves',
    world: { change, reviews: [object('dave'), approve('dave', 'head', 20)] },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/alice.yaml approved', '  + dave as @acme/billing (2)']
  },
  {
    name: 'The objector only comments afterwards',
    world: {
      change,
      reviews: [object('dave'), { ...approve('dave', 'head', 20), state: 'COMMENTED' }, approve('carol')]
    },
    state: 'refused',
    verdict: [
      'refused',
      'systems/aws-prod/read/alice.yaml refused',
      '  + carol as @acme/billing (3)',
      '  ! objections: @dave-acme asks for changes. A new review of @dave-acme, or a dismissal by another owner of the file who may approve it, is needed.'
    ]
  },
  {
    name: 'An objection to an older commit stands',
    world: {
      change,
      commits: { old: {} },
      pushes: [
        { by: 'alice', at: 0, after: 'old' },
        { by: 'alice', at: 15, after: 'head' }
      ],
      reviews: [{ ...object('dave'), commit: 'old' }, approve('carol', 'head', 20)]
    },
    state: 'refused',
    verdict: [
      'refused',
      'systems/aws-prod/read/alice.yaml refused',
      '  + carol as @acme/billing (2)',
      '  ! objections: @dave-acme asks for changes. A new review of @dave-acme, or a dismissal by another owner of the file who may approve it, is needed.'
    ]
  },
  {
    name: 'An objection from before the change of base stands',
    world: { change, retargeted: [15], reviews: [object('dave'), approve('carol', 'head', 20)] },
    state: 'refused',
    verdict: [
      'refused',
      'systems/aws-prod/read/alice.yaml refused',
      '  + carol as @acme/billing (2)',
      '  ! objections: @dave-acme asks for changes. A new review of @dave-acme, or a dismissal by another owner of the file who may approve it, is needed.'
    ]
  },
  {
    name: 'Another owner dismisses it',
    world: {
      change,
      reviews: [dismissed('dave', 'changes_requested', 'carol'), approve('carol', 'head', 30)]
    },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/alice.yaml approved', '  + carol as @acme/billing (2)']
  },
  {
    name: 'The requester’s friend dismisses it',
    world: { change, reviews: [dismissed('dave', 'changes_requested', 'bob'), approve('carol', 'head', 30)] },
    state: 'refused',
    verdict: [
      'refused',
      'systems/aws-prod/read/alice.yaml refused',
      '  + carol as @acme/billing (2)',
      '  ! objections: @dave-acme asks for changes, and nobody else who owns the file dismissed that. A new review of @dave-acme, or a dismissal by another owner of the file who may approve it, is needed.'
    ]
  },
  {
    name: 'The author dismisses it',
    world: {
      change: { [PATHS.grant('read', 'carol')]: grant() },
      author: 'carol',
      teams: { '@acme/billing': ['carol', 'dave', 'mona'] },
      reviews: [dismissed('dave', 'changes_requested', 'carol'), approve('mona', 'head', 30)]
    },
    state: 'refused',
    verdict: [
      'refused',
      'systems/aws-prod/read/carol.yaml refused',
      '  + mona as @acme/billing (2)',
      '  ! objections: @dave-acme asks for changes, and nobody else who owns the file dismissed that. A new review of @dave-acme, or a dismissal by another owner of the file who may approve it, is needed.'
    ]
  },
  {
    name: 'The objector dismisses it himself: a new review is asked for',
    world: {
      change,
      reviews: [dismissed('dave', 'changes_requested', 'dave'), approve('carol', 'head', 30)]
    },
    state: 'refused',
    verdict: [
      'refused',
      'systems/aws-prod/read/alice.yaml refused',
      '  + carol as @acme/billing (2)',
      '  ! objections: @dave-acme asks for changes, and nobody else who owns the file dismissed that. A new review of @dave-acme, or a dismissal by another owner of the file who may approve it, is needed.'
    ]
  },
  {
    name: 'Dismissed by an account that is gone',
    world: { change, reviews: [dismissed('dave', 'changes_requested', null), approve('carol', 'head', 30)] },
    state: 'refused',
    verdict: [
      'refused',
      'systems/aws-prod/read/alice.yaml refused',
      '  + carol as @acme/billing (2)',
      '  ! objections: @dave-acme asks for changes, and nobody else who owns the file dismissed that. A new review of @dave-acme, or a dismissal by another owner of the file who may approve it, is needed.'
    ]
  },
  {
    name: 'Dismissed, and who did it isn’t known',
    world: { change, reviews: [{ ...object('dave'), state: 'DISMISSED' }, approve('carol', 'head', 30)] },
    state: 'refused',
    verdict: [
      'refused',
      'systems/aws-prod/read/alice.yaml refused',
      '  + carol as @acme/billing (2)',
      '  ! objections: @dave-acme asks for changes. A new review of @dave-acme, or a dismissal by another owner of the file who may approve it, is needed.'
    ]
  },
  {
    name: 'Dismissed, and what it had been isn’t known',
    world: { change, reviews: [dismissed('dave', null, 'bob'), approve('carol', 'head', 30)] },
    state: 'refused',
    verdict: [
      'refused',
      'systems/aws-prod/read/alice.yaml refused',
      '  + carol as @acme/billing (2)',
      '  ! objections: @dave-acme asks for changes, and nobody else who owns the file dismissed that. A new review of @dave-acme, or a dismissal by another owner of the file who may approve it, is needed.'
    ]
  },
  {
    name: 'An approval that was dismissed by anybody is no objection',
    world: { change, reviews: [dismissed('dave', 'approved', 'bob'), approve('carol', 'head', 30)] },
    state: 'approved',
    verdict: [
      'approved',
      'systems/aws-prod/read/alice.yaml approved',
      '  + carol as @acme/billing (2)',
      '~ 1 dave-acme: The approval was dismissed by @bob-acme.'
    ]
  },
  {
    name: 'Dismissed by another owner only after the merge',
    world: {
      change,
      merged: 25,
      reviews: [dismissed('dave', 'changes_requested', 'carol', 10, 30), approve('carol', 'head', 20)]
    },
    state: 'refused',
    verdict: [
      'refused',
      'systems/aws-prod/read/alice.yaml refused',
      '  + carol as @acme/billing (2)',
      '  ! objections: @dave-acme asks for changes. A new review of @dave-acme, or a dismissal by another owner of the file who may approve it, is needed.'
    ]
  },
  {
    name: 'An objection after the merge',
    world: { change, merged: 25, reviews: [approve('carol'), object('dave', 30)] },
    state: 'approved',
    verdict: [
      'approved',
      'systems/aws-prod/read/alice.yaml approved',
      '  + carol as @acme/billing (1)',
      '~ 2 dave-acme: It was given at 2026-11-20T09:30:00Z, after the merge.'
    ]
  },
  {
    name: 'Whether the objector is an owner could not be read',
    world: { change, mute: ['@acme/billing'], reviews: [object('dave')] },
    state: 'refused',
    verdict: [
      'refused, to be tried again',
      'systems/aws-prod/read/alice.yaml refused',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '  ! objections: @dave-acme asks for changes, and whether that account belongs to @acme/billing could not be read. It will be tried again.'
    ]
  },
  {
    name: 'An objection to a deletion of a grant keeps nothing',
    world: {
      approved: { [PATHS.alice]: grant() },
      change: { [PATHS.alice]: null },
      reviews: [object('carol')]
    },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/alice.yaml approved without']
  },
  {
    name: 'The approver of a new include objects',
    world: {
      change: {
        [PATHS.entitlement('pack')]:
          'title: pack\ndescription: What it allows.\nowner: carol\napprovers: ["@acme/billing"]\nrisk: medium\nsubjects: [person, workload]\nincludes: [aws-prod/read, aws-prod/pay, aws-prod/mine]\n'
      },
      reviews: [approve('gina'), object('dave')]
    },
    state: 'refused',
    verdict: [
      'refused',
      'systems/aws-prod/pack/entitlement.yaml refused',
      '  + gina as @acme/access-governance (1)',
      '  - 1 from @dave-acme: It newly includes aws-prod/mine, whose approvers must agree: one person.',
      '  ! objections: @dave-acme asks for changes. A new review of @dave-acme, or a dismissal by another owner of the file who may approve it, is needed.'
    ]
  },
  {
    name: 'The requester names the objector as co-author: that silences nobody',
    world: {
      change,
      emails: ['alice@acme.example', 'dave@acme.example'],
      reviews: [object('dave'), approve('carol')]
    },
    state: 'refused',
    verdict: [
      'refused',
      'systems/aws-prod/read/alice.yaml refused',
      '  + carol as @acme/billing (2)',
      '  ! objections: @dave-acme asks for changes. A new review of @dave-acme, or a dismissal by another owner of the file who may approve it, is needed.'
    ]
  },
  {
    name: 'The file names the objector as requester',
    world: {
      change: { [PATHS.alice]: grant('2026-12-14', 'requester: dave\n') },
      reviews: [object('dave'), approve('carol')]
    },
    state: 'refused',
    verdict: [
      'refused',
      'systems/aws-prod/read/alice.yaml refused',
      '  + carol as @acme/billing (2)',
      '  ! objections: @dave-acme asks for changes. A new review of @dave-acme, or a dismissal by another owner of the file who may approve it, is needed.'
    ]
  },
  {
    name: 'The pull request makes the objector an owner of the subject',
    world: {
      approved: { [PATHS.workload]: workload('mona') },
      change: {
        [PATHS.workload]: workload('mona', 'backup: dave\n'),
        [PATHS.grant('read', 'exporter')]: grant()
      },
      reviews: [object('dave'), approve('carol'), approve('gina')]
    },
    state: 'refused',
    verdict: [
      'refused',
      'systems/aws-prod/read/exporter.yaml refused',
      '  + carol as @acme/billing (2)',
      '  ! objections: @dave-acme asks for changes. A new review of @dave-acme, or a dismissal by another owner of the file who may approve it, is needed.',
      'workloads/exporter.yaml approved',
      '  + gina as @acme/access-governance (3)'
    ]
  },
  {
    name: 'Who owns the subject as it is approved doesn’t object as an owner',
    world: {
      approved: { [PATHS.workload]: workload('dave') },
      change: { [PATHS.grant('read', 'exporter')]: grant() },
      reviews: [object('dave'), approve('carol')]
    },
    state: 'approved',
    verdict: [
      'approved',
      'systems/aws-prod/read/exporter.yaml approved',
      '  + carol as @acme/billing (2)',
      '~ 1 dave-acme: The objection of @dave-acme doesn\'t block: the account is "dave", who owns or backs up the workload "exporter".'
    ]
  },
  {
    name: 'Who pushed to the branch doesn’t object as an owner, whatever else is claimed',
    world: {
      change,
      emails: ['alice@acme.example', 'dave@acme.example'],
      commits: { old: {} },
      pushes: [
        { by: 'alice', at: 0, after: 'old' },
        { by: 'dave', at: 1, after: 'head' }
      ],
      reviews: [object('dave'), approve('carol')]
    },
    state: 'approved',
    verdict: [
      'approved',
      'systems/aws-prod/read/alice.yaml approved',
      '  + carol as @acme/billing (2)',
      '~ 1 dave-acme: The objection of @dave-acme doesn\'t block: the account is "dave", who pushed to its branch.'
    ]
  },
  {
    name: 'Who is named in a commit objects, but lifts nobody else’s objection',
    world: {
      change,
      emails: ['alice@acme.example', 'carol@acme.example'],
      teams: { '@acme/billing': ['carol', 'dave', 'mona'] },
      reviews: [dismissed('dave', 'changes_requested', 'carol'), approve('mona', 'head', 30)]
    },
    state: 'refused',
    verdict: [
      'refused',
      'systems/aws-prod/read/alice.yaml refused',
      '  + mona as @acme/billing (2)',
      '  ! objections: @dave-acme asks for changes, and nobody else who owns the file dismissed that. A new review of @dave-acme, or a dismissal by another owner of the file who may approve it, is needed.'
    ]
  }
]
