import { edit } from '../../acme.ts'
import type { Case } from '../case.ts'
import { BOTH, CREATE, PAYMENTS, holds } from './book.ts'

/** What somebody holds by grants of their own. */
export const ownGrants: readonly Case[] = [
  {
    code: 'duties-conflict',
    what: 'own grants',
    patch: BOTH,
    found: [
      'systems/aws-prod/create/alice.yaml:1:1 error duties-conflict "alice" would hold 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve, duty:payments.create by aws-prod/create; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z.'
    ]
  },
  {
    code: 'duties-conflict',
    what: 'one duty each, by two people who share a workload that holds neither',
    patch: { ...PAYMENTS, ...holds('alice', 'create'), ...holds('bob', 'approve') },
    found: []
  },
  {
    code: 'duties-conflict',
    what: 'windows that touch',
    patch: {
      ...PAYMENTS,
      ...holds('alice', 'create', ['2026-11-01', '2026-12-31']),
      ...holds('alice', 'approve', ['2027-01-01', '2027-03-31'])
    },
    found: []
  },
  {
    code: 'duties-conflict',
    what: 'windows that share one day, still to come',
    patch: {
      ...PAYMENTS,
      ...holds('alice', 'create', ['2026-11-01', '2026-12-31']),
      ...holds('alice', 'approve', ['2026-12-31', '2027-03-31'])
    },
    found: [
      'systems/aws-prod/approve/alice.yaml:1:1 error duties-conflict "alice" would hold 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve, duty:payments.create by aws-prod/create; from 2026-12-31T00:00:00Z until 2027-01-01T00:00:00Z.'
    ]
  },
  {
    code: 'duties-conflict',
    what: 'a grant that begins with its issuance',
    patch: { ...BOTH, [CREATE]: 'reason: Keeps the books of the year\nexpires: 2027-03-31\n' },
    found: [
      'systems/aws-prod/approve/alice.yaml:1:1 error duties-conflict "alice" would hold 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve, duty:payments.create by aws-prod/create; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z.'
    ]
  },
  {
    code: 'duties-conflict',
    what: 'one of the two is over',
    patch: { ...BOTH, ...holds('alice', 'create', ['2026-11-01', '2026-11-19']) },
    found: [
      'systems/aws-prod/create/alice.yaml:3:10 warning grant-expired The grant ended at 2026-11-20T00:00:00Z.'
    ]
  },
  {
    code: 'duties-conflict',
    what: 'the last day of whoever holds both lies before the second begins',
    patch: {
      ...PAYMENTS,
      ...holds('alice', 'create'),
      ...holds('alice', 'approve', ['2027-01-01', '2027-03-31']),
      ...edit('grants/people/alice.yaml', 'manager: carol', 'manager: carol\nends: 2026-12-31')
    },
    found: [
      'systems/aws-prod/approve/alice.yaml:3:10 note ends-earlier The access ends earlier, at 2027-01-01T00:00:00Z: that is the end of the person’s last day.',
      'systems/aws-prod/create/alice.yaml:3:10 note ends-earlier The access ends earlier, at 2027-01-01T00:00:00Z: that is the end of the person’s last day.',
      'systems/aws-prod/logs-read/alice.yaml:3:10 note ends-earlier The access ends earlier, at 2027-01-01T00:00:00Z: that is the end of the person’s last day.'
    ]
  },
  {
    code: 'duties-conflict',
    what: 'a suspended subject counts: the suspension may end before the grants',
    patch: { ...BOTH, 'grants/suspensions/alice.yaml': 'reason: Laptop stolen\nuntil: 2026-12-01\n' },
    found: [
      'systems/aws-prod/approve/alice.yaml:1:1 note subject-suspended "alice" is suspended: this access is taken away as long as that stands.',
      'systems/aws-prod/create/alice.yaml:1:1 error duties-conflict "alice" would hold 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve, duty:payments.create by aws-prod/create; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z.',
      'systems/aws-prod/create/alice.yaml:1:1 note subject-suspended "alice" is suspended: this access is taken away as long as that stands.',
      'systems/aws-prod/logs-read/alice.yaml:1:1 note subject-suspended "alice" is suspended: this access is taken away as long as that stands.',
      'workloads/exporter.yaml:3:8 warning owner-inactive The owner "alice" is suspended.'
    ]
  },
  {
    code: 'duties-conflict',
    what: 'a grant whose date is no date counts as held: its end is not known',
    patch: { ...BOTH, ...holds('alice', 'create', ['2026-11-01', '2027-02-30']) },
    found: [
      'systems/aws-prod/approve/alice.yaml:1:1 error duties-conflict "alice" would hold 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve, duty:payments.create by aws-prod/create; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z.',
      "systems/aws-prod/create/alice.yaml:3:10 error date-invalid This is no real date: the day, hour or offset doesn't exist, or the year is not between 2000 and 2999."
    ]
  }
]
