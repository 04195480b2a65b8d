import { edit, type Patch } from '../../acme.ts'
import type { Case } from '../case.ts'
import { BOTH, EXPORTER, PAYMENTS, entitlement, file, otherSystem, rule, runner } from './book.ts'

/** Rules and workloads that make no sense. */
export const rules: readonly Case[] = [
  {
    code: 'rule-hold-unknown',
    what: 'a duty that nothing confers, an entitlement that is not there, globs that match nothing',
    patch: {
      ...rule(
        'typos',
        'hold: [duty:payment.create, aws-prod/log-read, "aws-prod/key-*", "duty:*.audit", "*/auditors"]',
        'atMost: 0'
      )
    },
    found: [
      'rules/typos.yaml:2:8 error rule-hold-unknown No entitlement has the duty "payment.create".',
      'rules/typos.yaml:2:29 error rule-hold-unknown There is no entitlement "aws-prod/log-read".',
      'rules/typos.yaml:2:48 error rule-hold-unknown "aws-prod/key-*" matches nothing.',
      'rules/typos.yaml:2:66 error rule-hold-unknown "duty:*.audit" matches nothing.'
    ]
  },
  {
    code: 'rule-hold-unknown',
    what: 'everything is named as it is',
    patch: {
      ...PAYMENTS,
      ...rule(
        'names',
        'hold: [duty:payments.create, aws-prod/logs-read, "aws-prod/audit*", "duty:*.approve", "*/finance"]',
        'atMost: 1'
      )
    },
    found: []
  },
  {
    code: 'rule-hold-unknown',
    what: 'outside the systems of the rule',
    patch: {
      ...BOTH,
      ...otherSystem(),
      ...rule(
        'elsewhere',
        'hold: [aws-prod/create, duty:payments.approve, "aws-prod/*", aws-test/create]',
        'atMost: 0',
        'systems: [aws-test]'
      )
    },
    found: [
      'rules/elsewhere.yaml:2:8 error rule-hold-unknown There is no entitlement "aws-prod/create" in "aws-test".',
      'rules/elsewhere.yaml:2:48 error rule-hold-unknown "aws-prod/*" matches nothing in "aws-test".',
      'systems/aws-test/create/alice.yaml:1:1 error duties-conflict "alice" would hold 2 where the rule "elsewhere" allows 0 at a time (Rule of elsewhere): aws-test/create, duty:payments.approve by aws-test/create; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z.',
      'systems/aws-test/create/alice.yaml:1:1 error duties-conflict "alice" would hold 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve and 1 more, duty:payments.create by aws-prod/create; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z.'
    ]
  },
  {
    code: 'rule-hold-unknown',
    what: 'an entitlement whose file is refused may well have the duty',
    patch: {
      ...PAYMENTS,
      ...entitlement('create', 'dutys: [payments.create]')
    },
    found: [
      'systems/aws-prod/create/entitlement.yaml:7:1 error field-unknown "dutys" is not a field of an entitlement.'
    ]
  },
  {
    code: 'rule-hold-unknown',
    what: 'a rule about nothing at all',
    patch: rule('nothing', 'hold: []', 'atMost: 0'),
    found: ['rules/nothing.yaml:2:7 error field-length "hold" has fewer than 1 entry.']
  },
  {
    code: 'rule-never-broken',
    what: 'as many are allowed as there are',
    patch: { ...PAYMENTS, ...rule('payments', 'hold: ["duty:payments.*"]', 'atMost: 2') },
    found: [
      'rules/payments.yaml:3:9 error rule-never-broken It allows 2 at a time, and there are only 2 of them.'
    ]
  },
  {
    code: 'rule-never-broken',
    what: 'one duty that two entitlements confer is one',
    patch: {
      ...PAYMENTS,
      ...entitlement('clerk', 'duties: [payments.create]'),
      ...rule('payments', 'hold: [duty:payments.create]', 'atMost: 1')
    },
    found: [
      'rules/payments.yaml:3:9 error rule-never-broken It allows 1 at a time, and there is only 1 of them.'
    ]
  },
  {
    code: 'rule-never-broken',
    what: 'one less',
    patch: { ...PAYMENTS, ...rule('payments', 'hold: ["duty:payments.*"]', 'atMost: 1') },
    found: []
  },
  {
    code: 'rule-never-broken',
    what: 'an entitlement that is refused may be one more',
    patch: {
      ...PAYMENTS,
      ...entitlement('clerk', 'dutys: [payments.read]'),
      ...rule('payments', 'hold: ["duty:payments.*"]', 'atMost: 2')
    },
    found: [
      'systems/aws-prod/clerk/entitlement.yaml:7:1 error field-unknown "dutys" is not a field of an entitlement.'
    ]
  },
  {
    code: 'can-run-cycle',
    what: 'three in a circle, one that leads into it, and one that can run itself',
    patch: {
      ...edit(EXPORTER, 'accounts', 'canRun: [runner, exporter]\naccounts'),
      ...runner('canRun: [sender]'),
      ...sender('sender', 'canRun: [exporter]'),
      ...sender('watcher', 'canRun: [exporter]')
    },
    found: [
      'workloads/exporter.yaml:8:10 error can-run-cycle "exporter" can run "runner", which in the end can run "exporter".',
      'workloads/exporter.yaml:8:18 error can-run-cycle "exporter" can run itself.',
      'workloads/runner.yaml:8:10 error can-run-cycle "runner" can run "sender", which in the end can run "runner".',
      'workloads/sender.yaml:8:10 error can-run-cycle "sender" can run "exporter", which in the end can run "sender".'
    ]
  },
  {
    code: 'can-run-cycle',
    what: 'two ways to the same end',
    patch: {
      ...edit(EXPORTER, 'accounts', 'canRun: [runner, sender]\naccounts'),
      ...runner('canRun: [sender]'),
      ...sender('sender')
    },
    found: []
  }
]

function sender(id: string, ...more: readonly string[]): Patch {
  return {
    [`grants/workloads/${id}.yaml`]: file(
      `title: ${id}`,
      'kind: service',
      'owner: bob',
      'purpose: Sends mail to customers',
      'expires: 2027-05-31',
      `runs: [{ kind: github-actions, ref: "repo:acme/${id}:environment:prod" }]`,
      `accounts: { aws-prod: { role: ci/${id} } }`,
      ...more
    )
  }
}
