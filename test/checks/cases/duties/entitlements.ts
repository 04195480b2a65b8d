import type { Case } from '../case.ts'
import { BOTH, PAYMENTS, entitlement, holds, otherSystem, rule } from './book.ts'

/** What an entitlement counts as. */
export const entitlements: readonly Case[] = [
  {
    code: 'duties-conflict',
    what: 'one entitlement with both duties',
    patch: {
      ...PAYMENTS,
      ...entitlement('clerk', 'duties: [payments.create, payments.approve]'),
      ...holds('alice', 'clerk')
    },
    found: [
      'systems/aws-prod/clerk/alice.yaml:1:1 error duties-conflict "alice" would hold 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/clerk, duty:payments.create by aws-prod/clerk; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z.'
    ]
  },
  {
    code: 'duties-conflict',
    what: 'two entitlements with the same duty, which counts once',
    patch: {
      ...PAYMENTS,
      ...entitlement('clerk', 'duties: [payments.create]'),
      ...holds('alice', 'clerk'),
      ...holds('alice', 'create')
    },
    found: []
  },
  {
    code: 'duties-conflict',
    what: 'a bundle',
    patch: {
      ...PAYMENTS,
      ...entitlement('desk', 'includes: [aws-prod/create, aws-prod/approve]'),
      ...holds('alice', 'desk')
    },
    found: [
      'systems/aws-prod/desk/alice.yaml:1:1 error duties-conflict "alice" would hold 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve within aws-prod/desk, duty:payments.create by aws-prod/create within aws-prod/desk; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z.'
    ]
  },
  {
    code: 'duties-conflict',
    what: 'a bundle of bundles beside a grant',
    patch: {
      ...PAYMENTS,
      ...entitlement('desk', 'includes: [aws-prod/create, aws-prod/logs-read]'),
      ...entitlement('office', 'includes: [aws-prod/desk, aws-prod/auditors]'),
      ...holds('alice', 'office'),
      ...holds('alice', 'approve')
    },
    found: [
      'systems/aws-prod/office/alice.yaml:1:1 error duties-conflict "alice" would hold 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve, duty:payments.create by aws-prod/create within aws-prod/office; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z.'
    ]
  },
  {
    code: 'duties-conflict',
    what: 'a bundle that includes one of them, twice over',
    patch: {
      ...PAYMENTS,
      ...entitlement('desk', 'includes: [aws-prod/create, aws-prod/logs-read]'),
      ...entitlement('office', 'includes: [aws-prod/desk, aws-prod/create]'),
      ...holds('alice', 'office'),
      ...holds('alice', 'create')
    },
    found: []
  },
  {
    code: 'duties-conflict',
    what: 'a bundle that a rule names in full, beside what it includes',
    patch: {
      ...rule('desk-alone', 'hold: [aws-prod/desk, aws-prod/auditors]', 'atMost: 1'),
      ...entitlement('desk', 'includes: [aws-prod/logs-read, aws-prod/auditors]'),
      ...holds('bob', 'desk')
    },
    found: [
      'systems/aws-prod/desk/bob.yaml:1:1 error duties-conflict "bob" would hold 2 where the rule "desk-alone" allows 1 at a time (Rule of desk-alone): aws-prod/auditors by aws-prod/desk, aws-prod/desk; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z.'
    ]
  },
  {
    code: 'duties-conflict',
    what: 'a bundle that a glob matches is only what it includes',
    patch: {
      ...rule('few', 'hold: ["aws-prod/*"]', 'atMost: 2'),
      ...entitlement('desk', 'includes: [aws-prod/logs-read, aws-prod/auditors]'),
      ...holds('alice', 'desk')
    },
    found: []
  },
  {
    code: 'duties-conflict',
    what: 'bundles in a circle: whatever they reach counts',
    patch: {
      ...PAYMENTS,
      ...entitlement('desk', 'includes: [aws-prod/create, aws-prod/office]'),
      ...entitlement('office', 'includes: [aws-prod/approve, aws-prod/desk]'),
      ...holds('alice', 'desk')
    },
    found: [
      'systems/aws-prod/desk/alice.yaml:1:1 error duties-conflict "alice" would hold 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve within aws-prod/desk, duty:payments.create by aws-prod/create within aws-prod/desk; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z.',
      'systems/aws-prod/desk/entitlement.yaml:7:29 error bundle-cycle "aws-prod/desk" includes "aws-prod/office", which in the end includes "aws-prod/desk".',
      'systems/aws-prod/office/entitlement.yaml:7:30 error bundle-cycle "aws-prod/office" includes "aws-prod/desk", which in the end includes "aws-prod/office".'
    ]
  },
  {
    code: 'duties-conflict',
    what: 'nothing at all is allowed',
    patch: { ...rule('no-audit', 'hold: [aws-prod/auditors]', 'atMost: 0'), ...holds('alice', 'auditors') },
    found: [
      'systems/aws-prod/auditors/alice.yaml:1:1 error duties-conflict "alice" would hold 1 where the rule "no-audit" allows 0 at a time (Rule of no-audit): aws-prod/auditors; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z.'
    ]
  },
  {
    code: 'duties-conflict',
    what: 'duties by a glob, of which one more is held than allowed',
    patch: {
      ...BOTH,
      ...rule('payments', 'hold: ["duty:payments.*"]', 'atMost: 2'),
      ...entitlement('read', 'duties: [payments.read, books.read]'),
      ...holds('alice', 'read')
    },
    found: [
      'systems/aws-prod/read/alice.yaml:1:1 error duties-conflict "alice" would hold 3 where the rule "payments" allows 2 at a time (Rule of payments): duty:payments.approve by aws-prod/approve, duty:payments.create by aws-prod/create, duty:payments.read by aws-prod/read; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z.'
    ]
  },
  {
    code: 'duties-conflict',
    what: 'another system, which the rule leaves alone',
    patch: {
      ...PAYMENTS,
      ...holds('alice', 'create'),
      ...rule('payments', 'hold: ["duty:payments.*"]', 'atMost: 1', 'systems: [aws-prod]'),
      ...otherSystem()
    },
    found: []
  },
  {
    code: 'duties-conflict',
    what: 'the same over all systems',
    patch: { ...PAYMENTS, ...holds('alice', 'create'), ...otherSystem() },
    found: [
      'systems/aws-test/create/alice.yaml:1:1 error duties-conflict "alice" would hold 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-test/create, duty:payments.create by aws-prod/create; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z.'
    ]
  }
]
