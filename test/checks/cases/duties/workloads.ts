import { edit } from '../../acme.ts'
import type { Case } from '../case.ts'
import { EXPORTER, PAYMENTS, holds, rule, runner } from './book.ts'

/** What is held by acting as a workload. */
export const workloads: readonly Case[] = [
  {
    code: 'duties-conflict',
    what: 'an owned workload, and one whose owner is backed up',
    patch: {
      ...PAYMENTS,
      ...holds('exporter', 'create'),
      ...holds('alice', 'approve'),
      ...holds('bob', 'approve')
    },
    found: [
      'systems/aws-prod/create/exporter.yaml:1:1 error duties-conflict "alice" would hold 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve, duty:payments.create by aws-prod/create through the workload "exporter", which it owns; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z.',
      'systems/aws-prod/create/exporter.yaml:1:1 error duties-conflict "bob" would hold 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve, duty:payments.create by aws-prod/create through the workload "exporter", whose owner it backs up; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z.'
    ]
  },
  {
    code: 'duties-conflict',
    what: 'who only manages the owner of a workload',
    patch: {
      ...PAYMENTS,
      ...holds('exporter', 'create'),
      ...edit('grants/people/alice.yaml', 'manager: carol', 'manager: bob'),
      ...edit(EXPORTER, 'backup: bob\n', ''),
      ...holds('bob', 'approve')
    },
    found: []
  },
  {
    code: 'duties-conflict',
    what: 'a workload that can run another, and everybody behind it',
    patch: {
      ...PAYMENTS,
      ...edit(EXPORTER, 'accounts', 'canRun: [runner]\naccounts'),
      ...runner(),
      ...holds('runner', 'create'),
      ...holds('exporter', 'approve')
    },
    found: [
      'systems/aws-prod/create/runner.yaml:1:1 error duties-conflict "alice" would hold 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve through the workload "exporter", which it owns, duty:payments.create by aws-prod/create through the workload "runner", which "exporter" can run, through the workload "exporter", which it owns; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z.',
      'systems/aws-prod/create/runner.yaml:1:1 error duties-conflict "bob" would hold 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve through the workload "exporter", whose owner it backs up, duty:payments.create by aws-prod/create through the workload "runner", which "exporter" can run, through the workload "exporter", whose owner it backs up; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z.',
      'systems/aws-prod/create/runner.yaml:1:1 error duties-conflict "exporter" would hold 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve, duty:payments.create by aws-prod/create through the workload "runner", which it can run; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z.'
    ]
  },
  {
    code: 'duties-conflict',
    what: 'the same the other way round: who is run holds nothing of who runs it',
    patch: {
      ...PAYMENTS,
      ...edit(EXPORTER, 'accounts', 'canRun: [runner]\naccounts'),
      ...runner(),
      ...holds('runner', 'create'),
      ...holds('exporter', 'logs-read')
    },
    found: []
  },
  {
    code: 'duties-conflict',
    what: 'a rule that looks only at what a workload and those it can run hold',
    patch: {
      ...PAYMENTS,
      ...rule(
        'payments',
        'hold: [duty:payments.create, duty:payments.approve]',
        'atMost: 1',
        'through: [self, canRun]'
      ),
      ...edit(EXPORTER, 'accounts', 'canRun: [runner]\naccounts'),
      ...runner(),
      ...holds('runner', 'create'),
      ...holds('exporter', 'approve')
    },
    found: [
      'systems/aws-prod/create/runner.yaml:1:1 error duties-conflict "exporter" would hold 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve, duty:payments.create by aws-prod/create through the workload "runner", which it can run; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z.'
    ]
  },
  {
    code: 'duties-conflict',
    what: 'a rule that looks at own grants only',
    patch: {
      ...PAYMENTS,
      ...rule(
        'payments',
        'hold: [duty:payments.create, duty:payments.approve]',
        'atMost: 1',
        'through: [self]'
      ),
      ...holds('exporter', 'create'),
      ...holds('alice', 'approve')
    },
    found: []
  },
  {
    code: 'duties-conflict',
    what: 'a rule that looks at owned workloads only, not at own grants',
    patch: {
      ...PAYMENTS,
      ...rule(
        'payments',
        'hold: [duty:payments.create, duty:payments.approve]',
        'atMost: 1',
        'through: [owned]'
      ),
      ...holds('exporter', 'create'),
      ...holds('alice', 'approve')
    },
    found: []
  },
  {
    code: 'duties-conflict',
    what: 'two owned workloads with one duty each',
    patch: {
      ...PAYMENTS,
      ...rule(
        'payments',
        'hold: [duty:payments.create, duty:payments.approve]',
        'atMost: 1',
        'through: [owned]'
      ),
      ...edit(EXPORTER, 'owner: alice', 'owner: carol'),
      ...runner(),
      ...holds('exporter', 'create'),
      ...holds('runner', 'approve')
    },
    found: [
      'systems/aws-prod/create/exporter.yaml:1:1 error duties-conflict "carol" would hold 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve through the workload "runner", which it owns, duty:payments.create by aws-prod/create through the workload "exporter", which it owns; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z.'
    ]
  },
  {
    code: 'duties-conflict',
    what: 'an owner who leaves before the workload gets the second',
    patch: {
      ...PAYMENTS,
      ...edit('grants/people/alice.yaml', 'manager: carol', 'manager: carol\nends: 2026-12-31'),
      ...holds('alice', 'create', ['2026-11-01', '2026-12-31']),
      ...holds('exporter', 'approve', ['2027-01-01', '2027-03-31'])
    },
    found: [
      'systems/aws-prod/logs-read/alice.yaml:3:10 note ends-earlier The access ends earlier, at 2027-01-01T00:00:00Z: that is the end of the person’s last day.'
    ]
  },
  {
    code: 'duties-conflict',
    what: 'an owner who leaves before the second of two workloads gets its duty',
    patch: {
      ...PAYMENTS,
      ...rule(
        'payments',
        'hold: [duty:payments.create, duty:payments.approve]',
        'atMost: 1',
        'through: [owned]'
      ),
      ...edit('grants/people/carol.yaml', 'githubId: 103', 'githubId: 103\nends: 2026-12-31'),
      ...edit(EXPORTER, 'owner: alice', 'owner: carol'),
      ...runner('backup: bob'),
      ...holds('exporter', 'create'),
      ...holds('runner', 'approve', ['2027-01-01', '2027-03-31'])
    },
    found: []
  },
  {
    code: 'duties-conflict',
    what: 'somebody who backs up herself',
    patch: {
      ...PAYMENTS,
      ...edit(EXPORTER, 'backup: bob', 'backup: alice'),
      ...holds('exporter', 'create'),
      ...holds('alice', 'approve')
    },
    found: [
      'systems/aws-prod/create/exporter.yaml:1:1 error duties-conflict "alice" would hold 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve, duty:payments.create by aws-prod/create through the workload "exporter", which it owns; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z.',
      'workloads/exporter.yaml:4:9 error backup-is-owner "alice" can\'t be backup and owner at once.'
    ]
  },
  {
    code: 'duties-conflict',
    what: 'workloads that can run each other in a circle',
    patch: {
      ...PAYMENTS,
      ...edit(EXPORTER, 'backup: bob\n', 'canRun: [runner]\n'),
      ...runner('canRun: [exporter]'),
      ...holds('runner', 'create'),
      ...holds('exporter', 'approve')
    },
    found: [
      'systems/aws-prod/create/runner.yaml:1:1 error duties-conflict "alice" would hold 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve through the workload "exporter", which it owns, duty:payments.create by aws-prod/create through the workload "runner", which "exporter" can run, through the workload "exporter", which it owns; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z.',
      'systems/aws-prod/create/runner.yaml:1:1 error duties-conflict "carol" would hold 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve through the workload "exporter", which "runner" can run, through the workload "runner", which it owns, duty:payments.create by aws-prod/create through the workload "runner", which it owns; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z.',
      'systems/aws-prod/create/runner.yaml:1:1 error duties-conflict "exporter" would hold 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve, duty:payments.create by aws-prod/create through the workload "runner", which it can run; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z.',
      'systems/aws-prod/create/runner.yaml:1:1 error duties-conflict "runner" would hold 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve through the workload "exporter", which it can run, duty:payments.create by aws-prod/create; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z.',
      'workloads/exporter.yaml:4:10 error can-run-cycle "exporter" can run "runner", which in the end can run "exporter".',
      'workloads/runner.yaml:8:10 error can-run-cycle "runner" can run "exporter", which in the end can run "runner".'
    ]
  }
]
