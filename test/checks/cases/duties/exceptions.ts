import type { Case } from '../case.ts'
import { BOTH, CREATE, PAYMENTS, exception, file, holds, rule } from './book.ts'

/** Exceptions, live and over, and those that help nobody. */
export const exceptions: readonly Case[] = [
  {
    code: 'duties-excepted',
    what: 'an exception that stands',
    patch: { ...BOTH, ...exception('interim', 'payments', 'alice', '2027-01-31') },
    found: [
      'systems/aws-prod/create/alice.yaml:1:1 note duties-excepted "alice" holds 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve, duty:payments.create by aws-prod/create; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z. The exception "interim" allows it until 2027-02-01T00:00:00Z; the last approved of these grants ends with it. Control: Monthly review by internal audit.'
    ]
  },
  {
    code: 'duties-excepted',
    what: 'of two the one that lasts longer',
    patch: {
      ...BOTH,
      ...exception('interim', 'payments', 'alice', '2027-01-31'),
      ...exception('later', 'payments', 'alice', '2027-02-28')
    },
    found: [
      'systems/aws-prod/create/alice.yaml:1:1 note duties-excepted "alice" holds 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve, duty:payments.create by aws-prod/create; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z. The exception "later" allows it until 2027-03-01T00:00:00Z; the last approved of these grants ends with it. Control: Monthly review by internal audit.'
    ]
  },
  {
    code: 'duties-excepted',
    what: 'where the order of approvals is known, the last approved ends with it',
    patch: { ...BOTH, ...exception('interim', 'payments', 'alice', '2027-01-31') },
    how: { approvedAt: (path) => (path === CREATE ? Date.UTC(2026, 10, 2) : Date.UTC(2026, 10, 1)) },
    found: [
      'systems/aws-prod/create/alice.yaml:1:1 note duties-excepted "alice" holds 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve, duty:payments.create by aws-prod/create; from 2026-11-01T00:00:00Z until 2027-02-01T00:00:00Z. The exception "interim" allows it until 2027-02-01T00:00:00Z; the last approved of these grants ends with it. Control: Monthly review by internal audit.'
    ]
  },
  {
    code: 'duties-excepted',
    what: 'a rule that only warns, with an exception',
    patch: {
      ...BOTH,
      ...rule('payments', 'hold: ["duty:payments.*"]', 'atMost: 1', 'severity: warning'),
      ...exception('interim', 'payments', 'alice', '2027-01-31')
    },
    found: [
      'systems/aws-prod/create/alice.yaml:1:1 note duties-excepted "alice" holds 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve, duty:payments.create by aws-prod/create; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z. The exception "interim" allows it until 2027-02-01T00:00:00Z; the last approved of these grants ends with it. Control: Monthly review by internal audit.'
    ]
  },
  {
    code: 'duties-excepted',
    what: 'an exception for somebody else',
    patch: { ...BOTH, ...exception('interim', 'payments', 'bob', '2027-01-31') },
    found: [
      'exceptions/interim.yaml:2:10 warning exception-unneeded "bob" holds nothing for which the exception "interim" is needed.',
      'systems/aws-prod/create/alice.yaml:1:1 error duties-conflict "alice" would hold 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve, duty:payments.create by aws-prod/create; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z.'
    ]
  },
  {
    code: 'duties-excepted',
    what: 'an exception to another rule',
    patch: {
      ...BOTH,
      ...rule('audit', 'hold: [aws-prod/auditors, duty:payments.create]', 'atMost: 1'),
      ...exception('interim', 'audit', 'alice', '2027-01-31')
    },
    found: [
      'exceptions/interim.yaml:2:10 warning exception-unneeded "alice" holds nothing for which the exception "interim" is needed.',
      'systems/aws-prod/create/alice.yaml:1:1 error duties-conflict "alice" would hold 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve, duty:payments.create by aws-prod/create; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z.'
    ]
  },
  {
    code: 'duties-excepted',
    what: 'an exception to a rule that is not there',
    patch: { ...BOTH, ...exception('interim', 'payment', 'alice', '2027-01-31') },
    found: [
      'exceptions/interim.yaml:1:7 error rule-unknown There is no rule "payment" in "rules/".',
      'systems/aws-prod/create/alice.yaml:1:1 error duties-conflict "alice" would hold 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve, duty:payments.create by aws-prod/create; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z.'
    ]
  },
  {
    code: 'duties-excepted',
    what: 'an exception without a control is refused, and helps nobody',
    patch: {
      ...BOTH,
      'grants/exceptions/interim.yaml': file(
        'rule: payments',
        'subject: alice',
        'reason: Interim head of finance',
        'expires: 2027-01-31'
      )
    },
    found: [
      'exceptions/interim.yaml:1:1 error field-missing "control" is missing.',
      'systems/aws-prod/create/alice.yaml:1:1 error duties-conflict "alice" would hold 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve, duty:payments.create by aws-prod/create; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z.'
    ]
  },
  {
    code: 'duties-excepted',
    what: 'an exception for everybody is refused, and helps nobody',
    patch: { ...BOTH, ...exception('interim', 'payments', '"*"', '2027-01-31') },
    found: [
      'exceptions/interim.yaml:2:10 error field-value "subject": "*" is not an id (small letters, digits and "-", at most 63, beginning with a letter or digit).',
      'systems/aws-prod/create/alice.yaml:1:1 error duties-conflict "alice" would hold 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve, duty:payments.create by aws-prod/create; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z.'
    ]
  },
  {
    code: 'duties-excepted',
    what: 'an exception until a day that does not exist is none',
    patch: { ...BOTH, ...exception('interim', 'payments', 'alice', '2027-02-30') },
    found: [
      "exceptions/interim.yaml:5:10 error date-invalid This is no real date: the day, hour or offset doesn't exist, or the year is not between 2000 and 2999.",
      'systems/aws-prod/create/alice.yaml:1:1 error duties-conflict "alice" would hold 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve, duty:payments.create by aws-prod/create; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z.'
    ]
  },
  {
    code: 'duties-exception-over',
    what: 'an exception that has ended, grants left as they were',
    patch: { ...BOTH, ...exception('interim', 'payments', 'alice', '2026-11-19') },
    found: [
      'exceptions/interim.yaml:5:10 warning exception-expired The exception "interim" ended at 2026-11-20T00:00:00Z.',
      'systems/aws-prod/create/alice.yaml:1:1 warning duties-exception-over "alice" holds 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve, duty:payments.create by aws-prod/create; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z. The exception "interim" allowed it until 2026-11-20T00:00:00Z; the last approved of these grants ended with it.'
    ]
  },
  {
    code: 'duties-exception-over',
    what: 'an exception that has ended, and a change that asks for one of the grants anew',
    patch: { ...BOTH, ...exception('interim', 'payments', 'alice', '2026-11-19') },
    how: { changed: [CREATE] },
    found: [
      'exceptions/interim.yaml:5:10 warning exception-expired The exception "interim" ended at 2026-11-20T00:00:00Z.',
      'systems/aws-prod/create/alice.yaml:1:1 warning duties-exception-over "alice" holds 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve, duty:payments.create by aws-prod/create; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z. This change brings "grants/systems/aws-prod/create/alice.yaml". The exception "interim" allowed it until 2026-11-20T00:00:00Z; the last approved of these grants ended with it.'
    ]
  },
  {
    code: 'duties-exception-over',
    what: 'an exception that ends this very day',
    patch: { ...BOTH, ...exception('interim', 'payments', 'alice', '2026-11-20') },
    found: [
      'systems/aws-prod/create/alice.yaml:1:1 note duties-excepted "alice" holds 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve, duty:payments.create by aws-prod/create; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z. The exception "interim" allows it until 2026-11-21T00:00:00Z; the last approved of these grants ends with it. Control: Monthly review by internal audit.'
    ]
  },
  {
    code: 'duties-exception-over',
    what: 'where the order of approvals is known, the last approved has ended with it',
    patch: { ...BOTH, ...exception('interim', 'payments', 'alice', '2026-11-19') },
    how: { approvedAt: (path) => (path === CREATE ? Date.UTC(2026, 10, 2) : Date.UTC(2026, 10, 1)) },
    found: [
      'exceptions/interim.yaml:5:10 warning exception-expired The exception "interim" ended at 2026-11-20T00:00:00Z.',
      'systems/aws-prod/create/alice.yaml:1:1 warning duties-exception-over "alice" holds 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve, duty:payments.create by aws-prod/create; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z. The exception "interim" allowed it until 2026-11-20T00:00:00Z; the last approved of these grants ended with it.'
    ]
  },
  {
    code: 'duties-exception-over',
    what: 'a grant that only asks for approval, after the exception',
    patch: { ...BOTH, ...exception('interim', 'payments', 'alice', '2026-11-19') },
    how: { approvedAt: (path) => (path === CREATE ? null : Date.UTC(2026, 10, 1)) },
    found: [
      'exceptions/interim.yaml:5:10 warning exception-expired The exception "interim" ended at 2026-11-20T00:00:00Z.',
      'systems/aws-prod/create/alice.yaml:1:1 warning duties-exception-over "alice" holds 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve, duty:payments.create by aws-prod/create; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z. The exception "interim" allowed it until 2026-11-20T00:00:00Z; the last approved of these grants ended with it.'
    ]
  },
  {
    code: 'exception-unneeded',
    what: 'nothing is held together',
    patch: {
      ...PAYMENTS,
      ...holds('alice', 'create'),
      ...exception('interim', 'payments', 'alice', '2027-01-31')
    },
    found: [
      'exceptions/interim.yaml:2:10 warning exception-unneeded "alice" holds nothing for which the exception "interim" is needed.'
    ]
  },
  {
    code: 'exception-unneeded',
    what: 'nothing is held together any more, and the exception is over too',
    patch: {
      ...PAYMENTS,
      ...holds('alice', 'create'),
      ...exception('interim', 'payments', 'alice', '2026-11-19')
    },
    found: [
      'exceptions/interim.yaml:5:10 warning exception-expired The exception "interim" ended at 2026-11-20T00:00:00Z.'
    ]
  },
  {
    code: 'exception-unneeded',
    what: 'needed only from a day to come',
    patch: {
      ...BOTH,
      ...holds('alice', 'approve', ['2027-01-01', '2027-03-31']),
      ...exception('interim', 'payments', 'alice', '2027-01-31')
    },
    found: [
      'systems/aws-prod/approve/alice.yaml:1:1 note duties-excepted "alice" holds 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve, duty:payments.create by aws-prod/create; from 2027-01-01T00:00:00Z until 2027-04-01T00:00:00Z. The exception "interim" allows it until 2027-02-01T00:00:00Z; the last approved of these grants ends with it. Control: Monthly review by internal audit.'
    ]
  },
  {
    code: 'exception-unneeded',
    what: 'needed by somebody who owns a workload, not by the workload',
    patch: {
      ...PAYMENTS,
      ...holds('exporter', 'create'),
      ...holds('alice', 'approve'),
      ...exception('interim', 'payments', 'alice', '2027-01-31'),
      ...exception('jobs', 'payments', 'exporter', '2027-01-31')
    },
    found: [
      'exceptions/jobs.yaml:2:10 warning exception-unneeded "exporter" holds nothing for which the exception "jobs" is needed.',
      'systems/aws-prod/create/exporter.yaml:1:1 note duties-excepted "alice" holds 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve, duty:payments.create by aws-prod/create through the workload "exporter", which it owns; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z. The exception "interim" allows it until 2027-02-01T00:00:00Z; the last approved of these grants ends with it. Control: Monthly review by internal audit.'
    ]
  }
]
