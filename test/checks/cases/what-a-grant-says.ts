import { edit } from '../acme.ts'
import type { Case } from './case.ts'

export const whatAGrantSays: readonly Case[] = [
  {
    code: 'reason-too-short',
    what: 'blanks of all sorts',
    patch: {
      ...edit(
        'grants/systems/aws-prod/logs-read/alice.yaml',
        'Watches the nightly export',
        '"a b c d e f g h i            "'
      ),
      'grants/rules/payments.yaml':
        'title: Auditors have no part in finance\nhold: [aws-prod/auditors, aws-prod/finance]\natMost: 1\n',
      'grants/exceptions/e.yaml':
        'rule: payments\nsubject: alice\nreason: "\\u3164\\u3164\\u3164\\u3164\\u2800\\u2800\\u00a0\\u00a0 nine char"\ncontrol: Monthly review by internal audit\nexpires: 2027-01-31\n'
    },
    found: [
      'exceptions/e.yaml:2:10 warning exception-unneeded "alice" holds nothing for which the exception "e" is needed.',
      'exceptions/e.yaml:3:9 error reason-too-short The reason has fewer than 10 characters that aren’t blank.',
      'systems/aws-prod/logs-read/alice.yaml:1:9 error reason-too-short The reason has fewer than 10 characters that aren’t blank.'
    ]
  },
  {
    code: 'reason-too-short',
    what: 'ten characters among blanks',
    patch: edit(
      'grants/systems/aws-prod/logs-read/alice.yaml',
      'Watches the nightly export',
      '"a b c d e f g h i j"'
    ),
    found: []
  },
  {
    code: 'ticket-missing',
    what: 'a tier that asks for one, directly and through a bundle',
    patch: {
      ...edit('grants/systems/aws-prod/billing-read/bob.yaml', 'ticket: OPS-4711\n', ''),
      'grants/systems/aws-prod/finance/alice.yaml':
        'reason: Looks into failed payments\nstarts: 2026-11-15\nexpires: 2026-11-30\n'
    },
    found: [
      'systems/aws-prod/billing-read/bob.yaml:1:1 error ticket-missing "aws-prod/billing-read" (risk high) asks for a ticket.',
      'systems/aws-prod/finance/alice.yaml:1:1 error ticket-missing "aws-prod/finance" (risk high) asks for a ticket.'
    ]
  },
  {
    code: 'ticket-missing',
    what: 'a tier that does not ask',
    patch: {
      'grants/systems/aws-prod/auditors/alice.yaml':
        'reason: Looks into failed payments\nstarts: 2026-11-15\nexpires: 2026-11-30\n'
    },
    found: []
  },
  {
    code: 'ticket-malformed',
    what: 'only a part of it matches, even where none is asked for',
    patch: {
      ...edit('grants/systems/aws-prod/billing-read/bob.yaml', 'OPS-4711', 'XOPS-4711'),
      ...edit('grants/systems/aws-prod/logs-read/alice.yaml', 'starts', 'ticket: "OPS-1 "\nstarts'),
      ...edit('grants/systems/aws-prod/logs-read/exporter.yaml', 'starts', 'ticket: "OPS-1\\nOPS-2"\nstarts')
    },
    found: [
      'systems/aws-prod/billing-read/bob.yaml:4:9 error ticket-malformed The ticket "XOPS-4711" is not of the form "(OPS|SEC)-[0-9]+".',
      'systems/aws-prod/logs-read/alice.yaml:2:9 error ticket-malformed The ticket "OPS-1 " is not of the form "(OPS|SEC)-[0-9]+".',
      'systems/aws-prod/logs-read/exporter.yaml:2:9 error ticket-malformed The ticket "OPS-1\\u000aOPS-2" is not of the form "(OPS|SEC)-[0-9]+".'
    ]
  },
  {
    code: 'ticket-malformed',
    what: 'the other alternative',
    patch: edit('grants/systems/aws-prod/billing-read/bob.yaml', 'OPS-4711', 'SEC-1'),
    found: []
  },
  {
    code: 'ticket-pattern-invalid',
    what: 'a look-ahead',
    patch: edit('grants/grantbook.yaml', '(OPS|SEC)-[0-9]+', '(?=OPS)[A-Z]+-[0-9]+'),
    found: [
      'grantbook.yaml:9:12 error ticket-pattern-invalid The ticket pattern can\'t be used: "error parsing regexp: invalid or unsupported Perl syntax: `(?=`".'
    ]
  },
  {
    code: 'ticket-pattern-invalid',
    what: 'one that would take long for every ticket',
    patch: edit('grants/grantbook.yaml', '(OPS|SEC)-[0-9]+', '((((a|b)?){10}){10}){10}'),
    found: [
      'grantbook.yaml:9:12 error ticket-pattern-invalid The ticket pattern can\'t be used: "too large: repeat less, or smaller parts".'
    ]
  },
  {
    code: 'ticket-pattern-invalid',
    what: 'one that backtracks for ever elsewhere',
    patch: edit('grants/grantbook.yaml', '(OPS|SEC)-[0-9]+', '(([A-Z]+)*)*-[0-9]+'),
    found: []
  },
  {
    code: 'task-missing',
    what: 'a workload without a task, in an emergency too',
    patch: edit(
      'grants/systems/aws-prod/logs-read/exporter.yaml',
      'task: https://github.com/acme/billing/issues/12\n',
      ''
    ),
    found: [
      'systems/aws-prod/logs-read/exporter.yaml:1:1 error task-missing "exporter" is a workload; its access needs a task that justifies it.'
    ]
  },
  {
    code: 'task-missing',
    what: 'a person needs none',
    patch: {
      'grants/systems/aws-prod/auditors/alice.yaml':
        'reason: Looks into failed payments\nstarts: 2026-11-15\nexpires: 2026-11-30\n'
    },
    found: []
  },
  {
    code: 'subject-kind',
    what: 'a workload among people, directly and through a bundle',
    patch: {
      'grants/systems/aws-prod/billing-read/exporter.yaml':
        'reason: Looks into failed payments\nstarts: 2026-11-15\nexpires: 2026-11-30\nticket: OPS-1\ntask: https://github.com/acme/x/1\n',
      'grants/systems/aws-prod/finance/exporter.yaml':
        'reason: Looks into failed payments\nstarts: 2026-11-15\nexpires: 2026-11-30\nticket: OPS-1\ntask: https://github.com/acme/x/1\n'
    },
    found: [
      'systems/aws-prod/billing-read/exporter.yaml:1:1 error subject-kind "exporter" is a workload; "aws-prod/billing-read" is not for workloads.',
      'systems/aws-prod/finance/exporter.yaml:1:1 error subject-kind "exporter" is a workload; "aws-prod/finance" is not for workloads.'
    ]
  },
  {
    code: 'subject-kind',
    what: 'a person where workloads are welcome too',
    patch: {
      'grants/systems/aws-prod/finance/alice.yaml':
        'reason: Looks into failed payments\nstarts: 2026-11-15\nexpires: 2026-11-30\nticket: OPS-1\n'
    },
    found: []
  },
  {
    code: 'subject-suspended',
    what: 'everything that is held',
    patch: { 'grants/suspensions/bob.yaml': 'reason: Laptop stolen\n' },
    found: [
      'systems/aws-prod/billing-read/bob.yaml:1:1 note subject-suspended "bob" is suspended: this access is taken away as long as that stands.',
      'workloads/exporter.yaml:4:9 warning owner-inactive The backup "bob" is suspended.'
    ]
  },
  {
    code: 'subject-suspended',
    what: 'a suspension that is over',
    patch: { 'grants/suspensions/alice.yaml': 'reason: Laptop stolen\nuntil: 2026-11-19\n' },
    found: [
      'suspensions/alice.yaml:2:8 warning suspension-over The suspension of "alice" ended at 2026-11-20T00:00:00Z.'
    ]
  },
  {
    code: 'emergency-not-allowed',
    what: 'an entitlement without break-glass',
    patch: {
      'grants/emergency/aws-prod/logs-read/bob.yaml':
        'reason: Refunds fail since noon\nexpires: 2026-11-20T11:00:00Z\nincident: INC-1\n'
    },
    found: [
      'emergency/aws-prod/logs-read/bob.yaml:1:1 error emergency-not-allowed "aws-prod/logs-read" doesn\'t allow break-glass access.'
    ]
  },
  {
    code: 'emergency-not-allowed',
    what: 'an entitlement with it, beside an ordinary grant',
    patch: {
      'grants/emergency/aws-prod/billing-read/bob.yaml':
        'reason: Refunds fail since noon\nexpires: 2026-11-20T11:00:00Z\nincident: INC-1\n'
    },
    found: []
  }
]
