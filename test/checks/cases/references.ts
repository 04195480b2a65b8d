import { edit } from '../acme.ts'
import type { Case } from './case.ts'

export const references: readonly Case[] = [
  {
    code: 'settings-missing',
    what: 'no settings at all',
    patch: { 'grants/grantbook.yaml': null },
    found: [
      'grantbook.yaml:1:1 error settings-missing There is no "grants/grantbook.yaml": no limit, no tier and no owner is known.'
    ]
  },
  {
    code: 'settings-missing',
    what: 'settings that are refused are there all the same',
    patch: edit('grants/grantbook.yaml', 'notice: 7d', 'notices: 7d'),
    found: ['grantbook.yaml:20:1 error field-unknown "notices" is not a field of a grantbook settings.']
  },
  {
    code: 'subject-unknown',
    what: 'a grant for nobody',
    patch: {
      'grants/systems/aws-prod/logs-read/mallory.yaml':
        'reason: Looks into failed payments\nstarts: 2026-11-15\nexpires: 2026-11-30\n'
    },
    found: [
      'systems/aws-prod/logs-read/mallory.yaml:1:1 error subject-unknown "mallory" is neither in "people/" nor in "workloads/".'
    ]
  },
  {
    code: 'subject-unknown',
    what: 'a suspension, an exception and a retrospective for nobody',
    patch: {
      'grants/suspensions/mallory.yaml': 'reason: Laptop stolen\n',
      'grants/rules/payments.yaml':
        'title: Auditors have no part in finance\nhold: [aws-prod/auditors, aws-prod/finance]\natMost: 1\n',
      'grants/exceptions/e.yaml':
        'rule: payments\nsubject: mallory\nreason: Interim head of finance\ncontrol: Monthly review by internal audit\nexpires: 2027-01-31\n',
      'grants/retrospectives/aws-prod/billing-read/mallory.20261101T0310Z.yaml':
        'incident: INC-1\nhappened: Refunds failed\ndone: Restarted the worker\nverdict: accepted\n'
    },
    found: [
      'exceptions/e.yaml:2:10 error subject-unknown "mallory" is neither in "people/" nor in "workloads/".',
      'retrospectives/aws-prod/billing-read/mallory.20261101T0310Z.yaml:1:1 error subject-unknown "mallory" is neither in "people/" nor in "workloads/".',
      'suspensions/mallory.yaml:1:1 error subject-unknown "mallory" is neither in "people/" nor in "workloads/".'
    ]
  },
  {
    code: 'subject-unknown',
    what: 'a person in a subfolder, and one whose own file is refused',
    patch: {
      'grants/people/new/dave.yaml':
        'name: Dave Example\nemail: dave@acme.example\naccounts: { aws-prod: { user: dave } }\n',
      'grants/systems/aws-prod/logs-read/dave.yaml':
        'reason: Looks into failed payments\nstarts: 2026-11-15\nexpires: 2026-11-30\n',
      'grants/people/erin.yaml': 'name: Erin Example\n',
      'grants/systems/aws-prod/logs-read/erin.yaml':
        'reason: Looks into failed payments\nstarts: 2026-11-15\nexpires: 2026-11-30\n'
    },
    found: ['people/erin.yaml:1:1 error field-missing "email" is missing.']
  },
  {
    code: 'system-unknown',
    what: 'entitlement, account, rule and found access in no system',
    patch: {
      'grants/systems/aws-test/x/entitlement.yaml':
        'title: X\ndescription: X\nowner: carol\napprovers: ["@acme/x"]\nrisk: low\nsubjects: [person]\nincludes: [aws-prod/logs-read]\n',
      ...edit('grants/people/bob.yaml', '{ user: bob }', '{ user: bob }, aws-test: { user: bob }'),
      'grants/rules/payments.yaml':
        'title: Auditors have no part in finance\nhold: [aws-prod/auditors, aws-prod/finance]\natMost: 1\nsystems: [aws-prod, aws-test]\n',
      'grants/out-of-band/aws-test/user.mallory-1a2b3c4d.yaml':
        'principal: arn:aws:iam::123456789012:user/mallory\nitems:\n  - id: "attached:AdministratorAccess"\n    what: AdministratorAccess attached directly\n    firstSeen: 2026-11-18T02:13:00Z\n    by: unknown\n    lastUsed: null\n    digest: "sha256:0000000000000000000000000000000000000000000000000000000000000000"\nexpires: 2026-11-25\ndecision: undecided\n'
    },
    found: [
      'out-of-band/aws-test/user.mallory-1a2b3c4d.yaml:1:1 error system-unknown There is no system "aws-test".',
      'people/bob.yaml:3:38 error system-unknown There is no system "aws-test".',
      'rules/payments.yaml:4:21 error system-unknown There is no system "aws-test".',
      'systems/aws-test/x/entitlement.yaml:1:1 error system-unknown There is no system "aws-test".'
    ]
  },
  {
    code: 'system-unknown',
    what: 'a system whose file is refused',
    patch: edit('grants/systems/aws-prod/system.yaml', 'owner: carol', 'owners: carol'),
    found: ['systems/aws-prod/system.yaml:3:1 error field-unknown "owners" is not a field of a system.']
  },
  {
    code: 'entitlement-unknown',
    what: 'a grant, an emergency and a retrospective of nothing',
    patch: {
      'grants/systems/aws-prod/log-read/alice.yaml':
        'reason: Looks into failed payments\nstarts: 2026-11-15\nexpires: 2026-11-30\n',
      'grants/emergency/aws-prod/log-read/alice.yaml':
        'reason: Looks into failed payments\nstarts: 2026-11-20T09:00:00Z\nexpires: 2026-11-20T12:00:00Z\nincident: INC-1\n',
      'grants/retrospectives/aws-prod/log-read/alice.20261101T0310Z.yaml':
        'incident: INC-1\nhappened: Refunds failed\ndone: Restarted the worker\nverdict: accepted\n'
    },
    found: [
      'emergency/aws-prod/log-read/alice.yaml:1:1 error entitlement-unknown There is no entitlement "aws-prod/log-read".',
      'retrospectives/aws-prod/log-read/alice.20261101T0310Z.yaml:1:1 error entitlement-unknown There is no entitlement "aws-prod/log-read".',
      'systems/aws-prod/log-read/alice.yaml:1:1 error entitlement-unknown There is no entitlement "aws-prod/log-read".'
    ]
  },
  {
    code: 'entitlement-unknown',
    what: 'an entitlement whose file is refused',
    patch: edit('grants/systems/aws-prod/logs-read/entitlement.yaml', 'risk: low', 'risk: tiny'),
    found: [
      'systems/aws-prod/logs-read/entitlement.yaml:5:7 error field-value "risk": "tiny" is not one of: low, medium, high, critical.'
    ]
  },
  {
    code: 'include-unknown',
    what: 'a bundle of something that is not there',
    patch: edit(
      'grants/systems/aws-prod/finance/entitlement.yaml',
      'aws-prod/logs-read]',
      'aws-prod/log-read]'
    ),
    found: [
      'systems/aws-prod/finance/entitlement.yaml:7:35 error include-unknown There is no entitlement "aws-prod/log-read" to include.'
    ]
  },
  {
    code: 'include-unknown',
    what: 'an include whose file is refused',
    patch: {
      ...edit('grants/systems/aws-prod/billing-read/entitlement.yaml', 'risk: high', 'risk: huge'),
      'grants/systems/aws-prod/billing-read/bob.yaml': null
    },
    found: [
      'systems/aws-prod/billing-read/entitlement.yaml:5:7 error field-value "risk": "huge" is not one of: low, medium, high, critical.'
    ]
  },
  {
    code: 'requester-unknown',
    what: 'asked for by nobody, and by a workload',
    patch: {
      ...edit(
        'grants/systems/aws-prod/logs-read/alice.yaml',
        'expires: 2027-10-31',
        'expires: 2027-10-31\nrequester: mallory'
      ),
      ...edit('grants/systems/aws-prod/logs-read/exporter.yaml', 'expires', 'requester: exporter\nexpires')
    },
    found: [
      'systems/aws-prod/logs-read/alice.yaml:4:12 error requester-unknown "mallory" is not in "people/"; only a person can ask for access.',
      'systems/aws-prod/logs-read/exporter.yaml:3:12 error requester-unknown "exporter" is not in "people/"; only a person can ask for access.'
    ]
  },
  {
    code: 'requester-unknown',
    what: 'asked for by a person, even one who has left',
    patch: {
      ...edit(
        'grants/systems/aws-prod/logs-read/alice.yaml',
        'expires: 2027-10-31',
        'expires: 2027-10-31\nrequester: dave'
      ),
      'grants/people/dave.yaml': 'name: Dave Example\nemail: dave@acme.example\nends: 2026-11-01\n'
    },
    found: [
      'people/dave.yaml:3:7 warning person-left The last day of "dave" has passed (2026-11-02T00:00:00Z): all their access has ended.'
    ]
  },
  {
    code: 'owner-unknown',
    what: 'owner and backup, of workload, system, entitlement and found access',
    patch: {
      ...edit(
        'grants/workloads/exporter.yaml',
        'owner: alice\nbackup: bob',
        'owner: exporter\nbackup: mallory'
      ),
      ...edit('grants/systems/aws-prod/system.yaml', 'owner: carol', 'owner: mallory'),
      ...edit('grants/systems/aws-prod/logs-read/entitlement.yaml', 'owner: carol', 'owner: mallory'),
      'grants/out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml':
        'principal: arn:aws:iam::123456789012:user/mallory\nitems:\n  - id: "attached:AdministratorAccess"\n    what: AdministratorAccess attached directly\n    firstSeen: 2026-11-18T02:13:00Z\n    by: unknown\n    lastUsed: null\n    digest: "sha256:0000000000000000000000000000000000000000000000000000000000000000"\nexpires: 2026-11-25\ndecision: tolerate\nowner: mallory\nreason: Vendor migration\n'
    },
    found: [
      'out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml:11:8 error owner-unknown The owner "mallory" is not in "people/".',
      'systems/aws-prod/logs-read/entitlement.yaml:3:8 error owner-unknown The owner "mallory" is not in "people/".',
      'systems/aws-prod/system.yaml:3:8 error owner-unknown The owner "mallory" is not in "people/".',
      'workloads/exporter.yaml:3:8 error owner-unknown The owner "exporter" is not in "people/".',
      'workloads/exporter.yaml:4:9 error owner-unknown The backup "mallory" is not in "people/".'
    ]
  },
  {
    code: 'owner-unknown',
    what: 'an owner whose file is refused',
    patch: {
      'grants/people/dave.yaml': 'name: Dave\n',
      ...edit('grants/systems/aws-prod/system.yaml', 'owner: carol', 'owner: dave')
    },
    found: ['people/dave.yaml:1:1 error field-missing "email" is missing.']
  },
  {
    code: 'manager-unknown',
    what: 'a manager who is nobody',
    patch: edit('grants/people/alice.yaml', 'manager: carol', 'manager: mallory'),
    found: ['people/alice.yaml:5:10 error manager-unknown The manager "mallory" is not in "people/".']
  },
  {
    code: 'manager-unknown',
    what: 'a manager whose file is refused',
    patch: {
      ...edit('grants/people/alice.yaml', 'manager: carol', 'manager: dave'),
      'grants/people/dave.yaml': 'name: Dave\n'
    },
    found: ['people/dave.yaml:1:1 error field-missing "email" is missing.']
  },
  {
    code: 'manager-cycle',
    what: 'three in a circle, one beside it, and one alone',
    patch: {
      ...edit('grants/people/carol.yaml', 'githubId: 103', 'githubId: 103\nmanager: bob'),
      ...edit('grants/people/bob.yaml', 'accounts', 'manager: alice\naccounts'),
      'grants/people/dave.yaml': 'name: Dave Example\nemail: dave@acme.example\nmanager: bob\n',
      'grants/people/erin.yaml': 'name: Erin Example\nemail: erin@acme.example\nmanager: erin\n'
    },
    found: [
      'people/alice.yaml:5:10 error manager-cycle "alice" reports to "carol", who in the end reports to "alice".',
      'people/bob.yaml:3:10 error manager-cycle "bob" reports to "alice", who in the end reports to "bob".',
      'people/carol.yaml:5:10 error manager-cycle "carol" reports to "bob", who in the end reports to "carol".',
      'people/erin.yaml:3:10 error manager-cycle "erin" reports to "erin".'
    ]
  },
  {
    code: 'manager-cycle',
    what: 'a long line that ends',
    patch: {
      ...edit('grants/people/carol.yaml', 'githubId: 103', 'githubId: 103\nmanager: bob'),
      ...edit('grants/people/bob.yaml', 'accounts', 'manager: dave\naccounts'),
      'grants/people/dave.yaml': 'name: Dave Example\nemail: dave@acme.example\n'
    },
    found: []
  },
  {
    code: 'rule-unknown',
    what: 'an exception to nothing',
    patch: {
      'grants/exceptions/e.yaml':
        'rule: payments\nsubject: alice\nreason: Interim head of finance\ncontrol: Monthly review by internal audit\nexpires: 2027-01-31\n'
    },
    found: ['exceptions/e.yaml:1:7 error rule-unknown There is no rule "payments" in "rules/".']
  },
  {
    code: 'rule-unknown',
    what: 'an exception to a rule in a subfolder',
    patch: {
      'grants/exceptions/e.yaml':
        'rule: payments\nsubject: alice\nreason: Interim head of finance\ncontrol: Monthly review by internal audit\nexpires: 2027-01-31\n',
      'grants/rules/finance/payments.yaml':
        'title: Auditors have no part in finance\nhold: [aws-prod/auditors, aws-prod/finance]\natMost: 1\n'
    },
    found: [
      'exceptions/e.yaml:2:10 warning exception-unneeded "alice" holds nothing for which the exception "e" is needed.'
    ]
  },
  {
    code: 'workload-unknown',
    what: 'may run something that is not there, and a person',
    patch: edit(
      'grants/workloads/exporter.yaml',
      'accounts',
      'canRun: [exporter, alice, importer]\naccounts'
    ),
    found: [
      'workloads/exporter.yaml:8:10 error can-run-cycle "exporter" can run itself.',
      'workloads/exporter.yaml:8:20 error workload-unknown There is no workload "alice" in "workloads/".',
      'workloads/exporter.yaml:8:27 error workload-unknown There is no workload "importer" in "workloads/".'
    ]
  },
  {
    code: 'workload-unknown',
    what: 'may run itself',
    patch: edit('grants/workloads/exporter.yaml', 'accounts', 'canRun: [exporter]\naccounts'),
    found: ['workloads/exporter.yaml:8:10 error can-run-cycle "exporter" can run itself.']
  }
]
