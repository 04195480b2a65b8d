import { edit } from '../acme.ts'
import type { Case } from './case.ts'

export const people: readonly Case[] = [
  {
    code: 'github-incomplete',
    what: 'one without the other, both ways',
    patch: {
      ...edit('grants/people/bob.yaml', 'accounts', 'github: bob-acme\naccounts'),
      ...edit('grants/people/carol.yaml', 'github: carol-acme\n', '')
    },
    found: [
      'people/bob.yaml:3:9 error github-incomplete "bob" has a GitHub login without its number: logins can be renamed and taken over.',
      'people/carol.yaml:3:11 error github-incomplete "carol" has a GitHub number without its login.',
      'systems/aws-prod/auditors/entitlement.yaml:3:8 warning owner-without-github The owner "carol" has no GitHub account and so can\'t be asked for a review.',
      'systems/aws-prod/billing-read/entitlement.yaml:3:8 warning owner-without-github The owner "carol" has no GitHub account and so can\'t be asked for a review.',
      'systems/aws-prod/finance/entitlement.yaml:3:8 warning owner-without-github The owner "carol" has no GitHub account and so can\'t be asked for a review.',
      'systems/aws-prod/logs-read/entitlement.yaml:3:8 warning owner-without-github The owner "carol" has no GitHub account and so can\'t be asked for a review.',
      'systems/aws-prod/system.yaml:3:8 warning owner-without-github The owner "carol" has no GitHub account and so can\'t be asked for a review.'
    ]
  },
  {
    code: 'github-incomplete',
    what: 'neither',
    patch: {},
    found: []
  },
  {
    code: 'github-login-duplicate',
    what: 'the same login in other case',
    patch: edit('grants/people/bob.yaml', 'accounts', 'github: ALICE-acme\ngithubId: 102\naccounts'),
    found: [
      'people/bob.yaml:3:9 error github-login-duplicate The GitHub login ALICE-acme is that of grants/people/alice.yaml too.'
    ]
  },
  {
    code: 'github-login-duplicate',
    what: 'one letter more',
    patch: edit('grants/people/bob.yaml', 'accounts', 'github: alice-acmee\ngithubId: 102\naccounts'),
    found: []
  },
  {
    code: 'github-number-duplicate',
    what: 'the same number',
    patch: edit('grants/people/bob.yaml', 'accounts', 'github: bob-acme\ngithubId: 101\naccounts'),
    found: [
      'people/bob.yaml:4:11 error github-number-duplicate The GitHub number 101 is that of grants/people/alice.yaml too.'
    ]
  },
  {
    code: 'github-number-duplicate',
    what: 'another number',
    patch: edit('grants/people/bob.yaml', 'accounts', 'github: bob-acme\ngithubId: 104\naccounts'),
    found: []
  },
  {
    code: 'owner-without-github',
    what: 'owns a system and an entitlement',
    patch: {
      ...edit('grants/systems/aws-prod/system.yaml', 'owner: carol', 'owner: bob'),
      ...edit('grants/systems/aws-prod/logs-read/entitlement.yaml', 'owner: carol', 'owner: bob')
    },
    found: [
      'systems/aws-prod/logs-read/entitlement.yaml:3:8 warning owner-without-github The owner "bob" has no GitHub account and so can\'t be asked for a review.',
      'systems/aws-prod/system.yaml:3:8 warning owner-without-github The owner "bob" has no GitHub account and so can\'t be asked for a review.'
    ]
  },
  {
    code: 'owner-without-github',
    what: 'owns a workload only',
    patch: edit('grants/workloads/exporter.yaml', 'owner: alice\nbackup: bob', 'owner: bob'),
    found: []
  },
  {
    code: 'owner-inactive',
    what: 'left, suspended',
    patch: {
      ...edit('grants/people/carol.yaml', 'githubId: 103', 'githubId: 103\nends: 2026-11-19'),
      'grants/suspensions/alice.yaml': 'reason: Laptop stolen\n',
      'grants/systems/aws-prod/logs-read/alice.yaml': null
    },
    found: [
      'people/carol.yaml:5:7 warning person-left The last day of "carol" has passed (2026-11-20T00:00:00Z): all their access has ended.',
      'systems/aws-prod/auditors/entitlement.yaml:3:8 warning owner-inactive The owner "carol" left (2026-11-20T00:00:00Z).',
      'systems/aws-prod/billing-read/entitlement.yaml:3:8 warning owner-inactive The owner "carol" left (2026-11-20T00:00:00Z).',
      'systems/aws-prod/finance/entitlement.yaml:3:8 warning owner-inactive The owner "carol" left (2026-11-20T00:00:00Z).',
      'systems/aws-prod/logs-read/entitlement.yaml:3:8 warning owner-inactive The owner "carol" left (2026-11-20T00:00:00Z).',
      'systems/aws-prod/system.yaml:3:8 warning owner-inactive The owner "carol" left (2026-11-20T00:00:00Z).',
      'workloads/exporter.yaml:3:8 warning owner-inactive The owner "alice" is suspended.'
    ]
  },
  {
    code: 'owner-inactive',
    what: 'leaves today',
    patch: edit('grants/people/carol.yaml', 'githubId: 103', 'githubId: 103\nends: 2026-11-20'),
    found: []
  },
  {
    code: 'backup-is-owner',
    what: 'one and the same',
    patch: edit('grants/workloads/exporter.yaml', 'backup: bob', 'backup: alice'),
    found: ['workloads/exporter.yaml:4:9 error backup-is-owner "alice" can\'t be backup and owner at once.']
  },
  {
    code: 'backup-is-owner',
    what: 'no backup',
    patch: edit('grants/workloads/exporter.yaml', 'backup: bob\n', ''),
    found: []
  },
  {
    code: 'workload-orphaned',
    what: 'owner and backup have left',
    patch: {
      ...edit('grants/people/alice.yaml', 'manager', 'ends: 2026-11-18\nmanager'),
      ...edit('grants/people/bob.yaml', 'accounts', 'ends: 2026-11-19\naccounts'),
      'grants/systems/aws-prod/billing-read/bob.yaml': null,
      'grants/systems/aws-prod/logs-read/alice.yaml': null
    },
    found: [
      'people/alice.yaml:5:7 warning person-left The last day of "alice" has passed (2026-11-19T00:00:00Z): all their access has ended.',
      'people/bob.yaml:3:7 warning person-left The last day of "bob" has passed (2026-11-20T00:00:00Z): all their access has ended.',
      'systems/aws-prod/logs-read/exporter.yaml:3:10 note ends-earlier The access ends earlier, at 2026-11-27T00:00:00Z: by then the workload has no owner any more.',
      'workloads/exporter.yaml:3:8 warning owner-inactive The owner "alice" left (2026-11-19T00:00:00Z).',
      'workloads/exporter.yaml:3:8 warning workload-orphaned "exporter" has no active owner or backup; its grants end 7d after the last of them left.',
      'workloads/exporter.yaml:4:9 warning owner-inactive The backup "bob" left (2026-11-20T00:00:00Z).'
    ]
  },
  {
    code: 'workload-orphaned',
    what: 'the backup stays',
    patch: {
      ...edit('grants/people/alice.yaml', 'manager', 'ends: 2026-11-18\nmanager'),
      'grants/systems/aws-prod/logs-read/alice.yaml': null
    },
    found: [
      'people/alice.yaml:5:7 warning person-left The last day of "alice" has passed (2026-11-19T00:00:00Z): all their access has ended.',
      'workloads/exporter.yaml:3:8 warning owner-inactive The owner "alice" left (2026-11-19T00:00:00Z).'
    ]
  }
]
