import { pairOf } from '../../../src/findings/history.ts'
import { edit } from '../acme.ts'
import type { Case } from './case.ts'

export const dates: readonly Case[] = [
  {
    code: 'date-invalid',
    what: 'days, hours and seconds that do not exist, in every kind',
    patch: {
      ...edit(
        'grants/systems/aws-prod/logs-read/alice.yaml',
        'starts: 2026-11-01\nexpires: 2027-10-31',
        'starts: 2026-02-31\nexpires: 2026-12-31T24:00:00Z'
      ),
      ...edit('grants/people/bob.yaml', 'accounts', 'ends: 2027-02-29\naccounts'),
      ...edit('grants/workloads/exporter.yaml', 'expires: 2027-05-31', 'expires: 9999-12-31'),
      'grants/suspensions/bob.yaml': 'reason: Laptop stolen\nuntil: 2026-12-31T23:59:60Z\n',
      'grants/rules/payments.yaml':
        'title: Auditors have no part in finance\nhold: [aws-prod/auditors, aws-prod/finance]\natMost: 1\n',
      'grants/exceptions/e.yaml':
        'rule: payments\nsubject: alice\nreason: Interim head of finance\ncontrol: Monthly review by internal audit\nexpires: 2027-13-01\n',
      'grants/out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml':
        'principal: arn:aws:iam::123456789012:user/mallory\nitems:\n  - id: "attached:AdministratorAccess"\n    what: AdministratorAccess attached directly\n    firstSeen: 2026-11-18T02:60:00Z\n    by: unknown\n    lastUsed: 2026-00-10\n    digest: "sha256:0000000000000000000000000000000000000000000000000000000000000000"\nexpires: 2026-11-31\ndecision: undecided\n'
    },
    found: [
      "exceptions/e.yaml:5:10 error date-invalid This is no real date: the day, hour or offset doesn't exist, or the year is not between 2000 and 2999.",
      "out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml:5:16 error date-invalid This is no real date: the day, hour or offset doesn't exist, or the year is not between 2000 and 2999.",
      "out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml:7:15 error date-invalid This is no real date: the day, hour or offset doesn't exist, or the year is not between 2000 and 2999.",
      "out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml:9:10 error date-invalid This is no real date: the day, hour or offset doesn't exist, or the year is not between 2000 and 2999.",
      "people/bob.yaml:3:7 error date-invalid This is no real date: the day, hour or offset doesn't exist, or the year is not between 2000 and 2999.",
      "suspensions/bob.yaml:2:8 error date-invalid This is no real date: the day, hour or offset doesn't exist, or the year is not between 2000 and 2999.",
      'systems/aws-prod/billing-read/bob.yaml:1:1 note subject-suspended "bob" is suspended: this access is taken away as long as that stands.',
      "systems/aws-prod/logs-read/alice.yaml:2:9 error date-invalid This is no real date: the day, hour or offset doesn't exist, or the year is not between 2000 and 2999.",
      "systems/aws-prod/logs-read/alice.yaml:3:10 error date-invalid This is no real date: the day, hour or offset doesn't exist, or the year is not between 2000 and 2999.",
      'workloads/exporter.yaml:4:9 warning owner-inactive The backup "bob" is suspended.',
      "workloads/exporter.yaml:6:10 error date-invalid This is no real date: the day, hour or offset doesn't exist, or the year is not between 2000 and 2999."
    ]
  },
  {
    code: 'date-invalid',
    what: 'a leap day, another offset, a fraction, small letters',
    patch: {
      ...edit(
        'grants/systems/aws-prod/logs-read/alice.yaml',
        'starts: 2026-11-01\nexpires: 2027-10-31',
        'starts: 2026-11-01t00:00:00.5z\nexpires: 2027-02-28T23:59:59+14:00'
      ),
      ...edit('grants/people/bob.yaml', 'accounts', 'ends: 2028-02-29\naccounts')
    },
    found: []
  },
  {
    code: 'expires-before-starts',
    what: 'ends before it begins, and at the very moment',
    patch: {
      ...edit('grants/systems/aws-prod/logs-read/alice.yaml', 'starts: 2026-11-01', 'starts: 2027-11-01'),
      ...edit('grants/systems/aws-prod/billing-read/bob.yaml', 'starts: 2026-11-10', 'starts: 2026-12-06')
    },
    found: [
      'systems/aws-prod/billing-read/bob.yaml:3:10 error expires-before-starts The grant begins at 2026-12-06T00:00:00Z and ends at 2026-12-06T00:00:00Z: it would never hold.',
      'systems/aws-prod/logs-read/alice.yaml:3:10 error expires-before-starts The grant begins at 2027-11-01T00:00:00Z and ends at 2027-11-01T00:00:00Z: it would never hold.'
    ]
  },
  {
    code: 'expires-before-starts',
    what: 'holds for one second',
    patch: edit(
      'grants/systems/aws-prod/logs-read/alice.yaml',
      'starts: 2026-11-01',
      'starts: 2027-10-31T23:59:59Z'
    ),
    found: []
  },
  {
    code: 'expires-too-far',
    what: 'a day too long for its tier; without a start it counts from now',
    patch: edit(
      'grants/systems/aws-prod/logs-read/alice.yaml',
      'starts: 2026-11-01\nexpires: 2027-10-31',
      'expires: 2027-11-20'
    ),
    found: [
      'systems/aws-prod/logs-read/alice.yaml:2:10 error expires-too-far The grant lasts 365d 15h; "aws-prod/logs-read" (risk low) allows 365d.'
    ]
  },
  {
    code: 'expires-too-far',
    what: 'to the second as long as its tier allows',
    patch: edit(
      'grants/systems/aws-prod/logs-read/alice.yaml',
      'starts: 2026-11-01\nexpires: 2027-10-31',
      'expires: 2027-11-20T09:00:00Z'
    ),
    found: []
  },
  {
    code: 'expires-too-far',
    what: 'an entitlement that allows less than its tier; a start in the future counts',
    patch: {
      ...edit(
        'grants/systems/aws-prod/logs-read/entitlement.yaml',
        'risk: low',
        'risk: low\nmaxDuration: 12h'
      ),
      ...edit(
        'grants/systems/aws-prod/logs-read/alice.yaml',
        'starts: 2026-11-01\nexpires: 2027-10-31',
        'starts: 2026-12-01\nexpires: 2026-12-01'
      ),
      ...edit(
        'grants/systems/aws-prod/logs-read/exporter.yaml',
        'starts: 2026-11-01\nexpires: 2027-05-31',
        'starts: 2026-12-01T12:00:00Z\nexpires: 2026-12-01'
      )
    },
    found: [
      'systems/aws-prod/logs-read/alice.yaml:3:10 error expires-too-far The grant lasts 1d; "aws-prod/logs-read" (risk low) allows 12h.'
    ]
  },
  {
    code: 'expires-too-far',
    what: 'a bundle is as short as the shortest of what it includes',
    patch: {
      'grants/systems/aws-prod/finance/alice.yaml':
        'reason: Looks into failed payments\nstarts: 2026-11-15\nexpires: 2026-12-21\nticket: SEC-1\n'
    },
    found: [
      'systems/aws-prod/finance/alice.yaml:3:10 error expires-too-far The grant lasts 31d 15h; "aws-prod/finance" (risk high) allows 30d.'
    ]
  },
  {
    code: 'expires-too-far',
    what: 'a file that the change does not touch',
    patch: edit('grants/systems/aws-prod/logs-read/alice.yaml', '2027-10-31', '2028-10-31'),
    how: { changed: ['grants/systems/aws-prod/billing-read/bob.yaml'] },
    found: []
  },
  {
    code: 'emergency-too-long',
    what: 'longer than the settings allow, though not than the entitlement',
    patch: {
      ...edit('grants/systems/aws-prod/billing-read/entitlement.yaml', 'maxDuration: 2h', 'maxDuration: 5h'),
      'grants/emergency/aws-prod/billing-read/alice.yaml':
        'reason: Refunds fail since noon\nexpires: 2026-11-20T13:00:01Z\nincident: INC-1\n'
    },
    found: [
      'emergency/aws-prod/billing-read/alice.yaml:2:10 error emergency-too-long The emergency lasts 4h 1m; 4h are allowed for "aws-prod/billing-read".'
    ]
  },
  {
    code: 'emergency-too-long',
    what: 'longer than the entitlement allows',
    patch: {
      'grants/emergency/aws-prod/billing-read/alice.yaml':
        'reason: Refunds fail since noon\nexpires: 2026-11-20T11:00:01Z\nincident: INC-1\n'
    },
    found: [
      'emergency/aws-prod/billing-read/alice.yaml:2:10 error emergency-too-long The emergency lasts 2h 1m; 2h are allowed for "aws-prod/billing-read".'
    ]
  },
  {
    code: 'emergency-too-long',
    what: 'as long as allowed, and needs no ticket',
    patch: {
      'grants/emergency/aws-prod/billing-read/alice.yaml':
        'reason: Refunds fail since noon\nexpires: 2026-11-20T11:00:00Z\nincident: INC-1\n'
    },
    found: []
  },
  {
    code: 'grant-expired',
    what: 'ended this very second',
    patch: edit('grants/systems/aws-prod/logs-read/alice.yaml', '2027-10-31', '2026-11-20T09:00:00Z'),
    found: [
      'systems/aws-prod/logs-read/alice.yaml:3:10 warning grant-expired The grant ended at 2026-11-20T09:00:00Z.'
    ]
  },
  {
    code: 'grant-expired',
    what: 'ends in a second',
    patch: edit('grants/systems/aws-prod/logs-read/alice.yaml', '2027-10-31', '2026-11-20T09:00:01Z'),
    found: []
  },
  {
    code: 'workload-expired',
    what: 'was to be re-attested by yesterday',
    patch: edit('grants/workloads/exporter.yaml', '2027-05-31', '2026-11-19'),
    found: [
      'systems/aws-prod/logs-read/exporter.yaml:3:10 note ends-earlier The access ends earlier, at 2026-11-20T00:00:00Z: the workload is to be re-attested by then.',
      'workloads/exporter.yaml:6:10 warning workload-expired "exporter" was to be re-attested by 2026-11-20T00:00:00Z; its grants ended then.'
    ]
  },
  {
    code: 'workload-expired',
    what: 'is to be re-attested by today',
    patch: {
      ...edit('grants/workloads/exporter.yaml', '2027-05-31', '2026-11-20'),
      'grants/systems/aws-prod/logs-read/exporter.yaml': null
    },
    found: []
  },
  {
    code: 'exception-expired',
    what: 'ended yesterday',
    patch: {
      'grants/rules/payments.yaml':
        'title: Auditors have no part in finance\nhold: [aws-prod/auditors, aws-prod/finance]\natMost: 1\n',
      'grants/exceptions/e.yaml':
        'rule: payments\nsubject: alice\nreason: Interim head of finance\ncontrol: Monthly review by internal audit\nexpires: 2026-11-19\n'
    },
    found: [
      'exceptions/e.yaml:5:10 warning exception-expired The exception "e" ended at 2026-11-20T00:00:00Z.'
    ]
  },
  {
    code: 'exception-expired',
    what: 'ends today',
    patch: {
      'grants/rules/payments.yaml':
        'title: Auditors have no part in finance\nhold: [aws-prod/auditors, aws-prod/finance]\natMost: 1\n',
      'grants/exceptions/e.yaml':
        'rule: payments\nsubject: alice\nreason: Interim head of finance\ncontrol: Monthly review by internal audit\nexpires: 2026-11-20\n'
    },
    found: [
      'exceptions/e.yaml:2:10 warning exception-unneeded "alice" holds nothing for which the exception "e" is needed.'
    ]
  },
  {
    code: 'suspension-over',
    what: 'ended yesterday',
    patch: { 'grants/suspensions/bob.yaml': 'reason: Laptop stolen\nuntil: 2026-11-19\n' },
    found: [
      'suspensions/bob.yaml:2:8 warning suspension-over The suspension of "bob" ended at 2026-11-20T00:00:00Z.'
    ]
  },
  {
    code: 'suspension-over',
    what: 'stands until it is removed',
    patch: { 'grants/suspensions/carol.yaml': 'reason: Laptop stolen\n' },
    found: [
      'systems/aws-prod/auditors/entitlement.yaml:3:8 warning owner-inactive The owner "carol" is suspended.',
      'systems/aws-prod/billing-read/entitlement.yaml:3:8 warning owner-inactive The owner "carol" is suspended.',
      'systems/aws-prod/finance/entitlement.yaml:3:8 warning owner-inactive The owner "carol" is suspended.',
      'systems/aws-prod/logs-read/entitlement.yaml:3:8 warning owner-inactive The owner "carol" is suspended.',
      'systems/aws-prod/system.yaml:3:8 warning owner-inactive The owner "carol" is suspended.'
    ]
  },
  {
    code: 'person-left',
    what: 'left yesterday',
    patch: edit('grants/people/bob.yaml', 'accounts', 'ends: 2026-11-19\naccounts'),
    found: [
      'people/bob.yaml:3:7 warning person-left The last day of "bob" has passed (2026-11-20T00:00:00Z): all their access has ended.',
      'systems/aws-prod/billing-read/bob.yaml:3:10 note ends-earlier The access ends earlier, at 2026-11-20T00:00:00Z: that is the end of the person’s last day.',
      'workloads/exporter.yaml:4:9 warning owner-inactive The backup "bob" left (2026-11-20T00:00:00Z).'
    ]
  },
  {
    code: 'person-left',
    what: 'today is the last day',
    patch: edit('grants/people/bob.yaml', 'accounts', 'ends: 2026-11-20\naccounts'),
    found: [
      'systems/aws-prod/billing-read/bob.yaml:3:10 note ends-earlier The access ends earlier, at 2026-11-21T00:00:00Z: that is the end of the person’s last day.'
    ]
  },
  {
    code: 'out-of-band-overdue',
    what: 'to be decided by yesterday',
    patch: {
      'grants/out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml':
        'principal: arn:aws:iam::123456789012:user/mallory\nitems:\n  - id: "attached:AdministratorAccess"\n    what: AdministratorAccess attached directly\n    firstSeen: 2026-11-18T02:13:00Z\n    by: unknown\n    lastUsed: null\n    digest: "sha256:0000000000000000000000000000000000000000000000000000000000000000"\nexpires: 2026-11-19\ndecision: undecided\n'
    },
    found: [
      'out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml:9:10 warning out-of-band-overdue This access was found outside and had to be decided by 2026-11-20T00:00:00Z.'
    ]
  },
  {
    code: 'out-of-band-overdue',
    what: 'to be decided by today',
    patch: {
      'grants/out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml':
        'principal: arn:aws:iam::123456789012:user/mallory\nitems:\n  - id: "attached:AdministratorAccess"\n    what: AdministratorAccess attached directly\n    firstSeen: 2026-11-18T02:13:00Z\n    by: unknown\n    lastUsed: null\n    digest: "sha256:0000000000000000000000000000000000000000000000000000000000000000"\nexpires: 2026-11-20\ndecision: undecided\n'
    },
    found: []
  },
  {
    code: 'ends-earlier',
    what: 'its person leaves before, its workload is to be re-attested before',
    patch: {
      ...edit('grants/people/alice.yaml', 'manager', 'ends: 2027-03-31\nmanager'),
      ...edit('grants/workloads/exporter.yaml', '2027-05-31', '2027-05-30')
    },
    found: [
      'systems/aws-prod/logs-read/alice.yaml:3:10 note ends-earlier The access ends earlier, at 2027-04-01T00:00:00Z: that is the end of the person’s last day.',
      'systems/aws-prod/logs-read/exporter.yaml:3:10 note ends-earlier The access ends earlier, at 2027-05-31T00:00:00Z: the workload is to be re-attested by then.'
    ]
  },
  {
    code: 'ends-earlier',
    what: 'the workload has lost both its owners by then: seven days of grace',
    patch: {
      ...edit('grants/people/alice.yaml', 'manager', 'ends: 2027-01-31\nmanager'),
      ...edit('grants/people/bob.yaml', 'accounts', 'ends: 2027-03-31\naccounts')
    },
    found: [
      'systems/aws-prod/logs-read/alice.yaml:3:10 note ends-earlier The access ends earlier, at 2027-02-01T00:00:00Z: that is the end of the person’s last day.',
      'systems/aws-prod/logs-read/exporter.yaml:3:10 note ends-earlier The access ends earlier, at 2027-04-08T00:00:00Z: by then the workload has no owner any more.'
    ]
  },
  {
    code: 'ends-earlier',
    what: 'one of the owners stays; the last day is the very end of the grant',
    patch: edit('grants/people/alice.yaml', 'manager', 'ends: 2027-10-31\nmanager'),
    found: []
  },
  {
    code: 'total-too-long',
    what: 'held before, with a gap of less than a day',
    patch: edit('grants/systems/aws-prod/billing-read/bob.yaml', 'starts: 2026-11-10\n', ''),
    how: {
      history: {
        complete: true,
        versions: new Map([
          [
            pairOf('bob', 'aws-prod/billing-read'),
            [
              {
                path: 'grants/systems/aws-prod/billing-read/bob.yaml',
                blob: 'old',
                landed: Date.parse('2026-09-01T00:00:00Z'),
                replaced: Date.parse('2026-11-19T10:00:00Z'),
                starts: null,
                expires: Date.parse('2026-11-19T10:00:00Z')
              }
            ]
          ]
        ])
      }
    },
    found: [
      'systems/aws-prod/billing-read/bob.yaml:2:10 error total-too-long With this "bob" would have held "aws-prod/billing-read" for 96d in all; 60d are allowed.'
    ]
  },
  {
    code: 'total-too-long',
    what: 'held before, yet not longer than allowed',
    patch: edit('grants/systems/aws-prod/billing-read/bob.yaml', 'starts: 2026-11-10\n', ''),
    how: {
      history: {
        complete: true,
        versions: new Map([
          [
            pairOf('bob', 'aws-prod/billing-read'),
            [
              {
                path: 'grants/systems/aws-prod/billing-read/bob.yaml',
                blob: 'old',
                landed: Date.parse('2026-10-10T00:00:00Z'),
                replaced: Date.parse('2026-11-19T10:00:00Z'),
                starts: null,
                expires: Date.parse('2026-11-10T00:00:00Z')
              }
            ]
          ]
        ])
      }
    },
    found: []
  },
  {
    code: 'history-missing',
    what: 'cut off, and there is a limit to judge',
    patch: {},
    how: { history: { complete: false, versions: new Map() } },
    found: [
      'grantbook.yaml:12:3 warning history-missing History is cut off (a shallow clone): how long access was held before can’t be told, so "maxTotal" is not judged in full.'
    ]
  },
  {
    code: 'history-missing',
    what: 'cut off, and nothing has such a limit',
    patch: { 'grants/systems/aws-prod/billing-read/bob.yaml': null },
    how: { history: { complete: false, versions: new Map() } },
    found: []
  }
]
