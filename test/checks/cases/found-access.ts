import type { Case } from './case.ts'

export const foundAccess: readonly Case[] = [
  {
    code: 'toleration-incomplete',
    what: 'neither owner nor reason',
    patch: {
      'grants/out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml':
        'principal: arn:aws:iam::123456789012:user/mallory\nitems:\n  - id: "attached:AdministratorAccess"\n    what: AdministratorAccess attached directly\n    firstSeen: 2026-11-18T02:13:00Z\n    by: unknown\n    lastUsed: null\n    digest: "sha256:0000000000000000000000000000000000000000000000000000000000000000"\nexpires: 2026-11-25\ndecision: tolerate\n'
    },
    found: [
      'out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml:10:11 error toleration-incomplete To tolerate access found outside needs "owner" and "reason".'
    ]
  },
  {
    code: 'toleration-incomplete',
    what: 'no reason',
    patch: {
      'grants/out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml':
        'principal: arn:aws:iam::123456789012:user/mallory\nitems:\n  - id: "attached:AdministratorAccess"\n    what: AdministratorAccess attached directly\n    firstSeen: 2026-11-18T02:13:00Z\n    by: unknown\n    lastUsed: null\n    digest: "sha256:0000000000000000000000000000000000000000000000000000000000000000"\nexpires: 2026-11-25\ndecision: tolerate\nowner: bob\n'
    },
    found: [
      'out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml:10:11 error toleration-incomplete To tolerate access found outside needs "reason".'
    ]
  },
  {
    code: 'toleration-incomplete',
    what: 'both',
    patch: {
      'grants/out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml':
        'principal: arn:aws:iam::123456789012:user/mallory\nitems:\n  - id: "attached:AdministratorAccess"\n    what: AdministratorAccess attached directly\n    firstSeen: 2026-11-18T02:13:00Z\n    by: unknown\n    lastUsed: null\n    digest: "sha256:0000000000000000000000000000000000000000000000000000000000000000"\nexpires: 2026-11-25\ndecision: tolerate\nowner: bob\nreason: Vendor migration\n'
    },
    found: []
  },
  {
    code: 'toleration-too-long',
    what: 'a day too long',
    patch: {
      'grants/out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml':
        'principal: arn:aws:iam::123456789012:user/mallory\nitems:\n  - id: "attached:AdministratorAccess"\n    what: AdministratorAccess attached directly\n    firstSeen: 2026-11-18T02:13:00Z\n    by: unknown\n    lastUsed: null\n    digest: "sha256:0000000000000000000000000000000000000000000000000000000000000000"\nexpires: 2027-05-19\ndecision: tolerate\nowner: bob\nreason: Vendor migration\n'
    },
    found: [
      'out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml:9:10 error toleration-too-long Access found outside may be tolerated for 180d at most.'
    ]
  },
  {
    code: 'toleration-too-long',
    what: 'as long as allowed',
    patch: {
      'grants/out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml':
        'principal: arn:aws:iam::123456789012:user/mallory\nitems:\n  - id: "attached:AdministratorAccess"\n    what: AdministratorAccess attached directly\n    firstSeen: 2026-11-18T02:13:00Z\n    by: unknown\n    lastUsed: null\n    digest: "sha256:0000000000000000000000000000000000000000000000000000000000000000"\nexpires: 2027-05-18\ndecision: tolerate\nowner: bob\nreason: Vendor migration\n'
    },
    found: []
  },
  {
    code: 'toleration-too-long',
    what: 'a file that the change does not touch',
    patch: {
      'grants/out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml':
        'principal: arn:aws:iam::123456789012:user/mallory\nitems:\n  - id: "attached:AdministratorAccess"\n    what: AdministratorAccess attached directly\n    firstSeen: 2026-11-18T02:13:00Z\n    by: unknown\n    lastUsed: null\n    digest: "sha256:0000000000000000000000000000000000000000000000000000000000000000"\nexpires: 2028-05-18\ndecision: tolerate\nowner: bob\nreason: Vendor migration\n'
    },
    how: { changed: [] },
    found: []
  },
  {
    code: 'out-of-band-moved',
    what: 'a day later, without a decision',
    patch: {
      'grants/out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml':
        'principal: arn:aws:iam::123456789012:user/mallory\nitems:\n  - id: "attached:AdministratorAccess"\n    what: AdministratorAccess attached directly\n    firstSeen: 2026-11-18T02:13:00Z\n    by: unknown\n    lastUsed: null\n    digest: "sha256:0000000000000000000000000000000000000000000000000000000000000000"\nexpires: 2026-11-26\ndecision: undecided\n'
    },
    found: [
      'out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml:9:10 error out-of-band-moved What was first seen at 2026-11-18T02:13:00Z must be decided by 2026-11-26T00:00:00Z; only a decision to tolerate it moves that.'
    ]
  },
  {
    code: 'out-of-band-moved',
    what: 'seven days, to the end of that day',
    patch: {
      'grants/out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml':
        'principal: arn:aws:iam::123456789012:user/mallory\nitems:\n  - id: "attached:AdministratorAccess"\n    what: AdministratorAccess attached directly\n    firstSeen: 2026-11-18T02:13:00Z\n    by: unknown\n    lastUsed: null\n    digest: "sha256:0000000000000000000000000000000000000000000000000000000000000000"\nexpires: 2026-11-25\ndecision: undecided\n'
    },
    found: []
  },
  {
    code: 'out-of-band-moved',
    what: 'a day later, to be revoked',
    patch: {
      'grants/out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml':
        'principal: arn:aws:iam::123456789012:user/mallory\nitems:\n  - id: "attached:AdministratorAccess"\n    what: AdministratorAccess attached directly\n    firstSeen: 2026-11-18T02:13:00Z\n    by: unknown\n    lastUsed: null\n    digest: "sha256:0000000000000000000000000000000000000000000000000000000000000000"\nexpires: 2026-11-26\ndecision: revoke\n'
    },
    found: [
      'out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml:9:10 error out-of-band-moved What was first seen at 2026-11-18T02:13:00Z must be decided by 2026-11-26T00:00:00Z; only a decision to tolerate it moves that.'
    ]
  },
  {
    code: 'retrospective-start',
    what: '31 November',
    patch: {
      'grants/retrospectives/aws-prod/billing-read/alice.20261131T0310Z.yaml':
        'incident: INC-1\nhappened: Refunds failed\ndone: Restarted the worker\nverdict: accepted\n'
    },
    found: [
      'retrospectives/aws-prod/billing-read/alice.20261131T0310Z.yaml:1:1 error retrospective-start "20261131T0310Z" in the file\'s name is not a real instant.'
    ]
  },
  {
    code: 'retrospective-start',
    what: 'the last minute of the year',
    patch: {
      'grants/retrospectives/aws-prod/billing-read/alice.20261231T2359Z.yaml':
        'incident: INC-1\nhappened: Refunds failed\ndone: Restarted the worker\nverdict: accepted\n'
    },
    found: []
  }
]
