import { edit } from '../acme.ts'
import type { Case } from './case.ts'

export const systems: readonly Case[] = [
  {
    code: 'connector-unknown',
    what: 'a typo',
    patch: edit('grants/systems/aws-prod/system.yaml', 'aws-iam', 'aws-ima'),
    found: ['systems/aws-prod/system.yaml:2:12 error connector-unknown There is no connector "aws-ima".']
  },
  {
    code: 'connector-unknown',
    what: 'the one that exists',
    patch: {},
    found: []
  },
  {
    code: 'system-settings',
    what: 'an account of eleven digits',
    patch: edit('grants/systems/aws-prod/system.yaml', '"123456789012"', '"12345678901"'),
    found: [
      'systems/aws-prod/system.yaml:6:12 error system-settings "account": "12345678901" is not in the form that is needed here.'
    ]
  },
  {
    code: 'system-settings',
    what: 'an optional role',
    patch: edit(
      'grants/systems/aws-prod/system.yaml',
      'region: eu-central-1',
      'region: eu-central-1\n  readRole: "arn:aws:iam::123456789012:role/grantbook/read"'
    ),
    found: []
  },
  {
    code: 'system-duplicate',
    what: 'two files of one account',
    patch: {
      'grants/systems/aws-two/system.yaml':
        'title: The same\nconnector: aws-iam\nowner: carol\noutOfBand: report\nsettings: { account: "123456789012", region: us-east-1 }\n'
    },
    found: [
      'systems/aws-two/system.yaml:5:11 error system-duplicate This is the same system (123456789012) as grants/systems/aws-prod/system.yaml: each would take away what the other gives.'
    ]
  },
  {
    code: 'system-duplicate',
    what: 'another account',
    patch: {
      'grants/systems/aws-two/system.yaml':
        'title: Another\nconnector: aws-iam\nowner: carol\noutOfBand: report\nsettings: { account: "123456789013", region: us-east-1 }\n'
    },
    found: []
  },
  {
    code: 'target-invalid',
    what: 'a wildcard, a role of another account',
    patch: {
      ...edit(
        'grants/systems/aws-prod/logs-read/entitlement.yaml',
        'role/entitlements/logs-read',
        'role/entitlements/*'
      ),
      ...edit('grants/systems/aws-prod/billing-read/entitlement.yaml', '123456789012', '123456789013')
    },
    found: [
      'systems/aws-prod/billing-read/entitlement.yaml:8:23 error target-invalid The role belongs to account 123456789013; this system is account 123456789012.',
      'systems/aws-prod/logs-read/entitlement.yaml:7:23 error target-invalid "assumeRole": "arn:aws:iam::123456789012:role/entitlements/*" is not in the form that is needed here.'
    ]
  },
  {
    code: 'target-invalid',
    what: 'a direct statement',
    patch: edit(
      'grants/systems/aws-prod/logs-read/entitlement.yaml',
      '{ assumeRole: "arn:aws:iam::123456789012:role/entitlements/logs-read" }',
      '{ statements: [{ actions: [s3:GetObject], resources: ["arn:aws:s3:::billing/*"] }] }'
    ),
    found: []
  },
  {
    code: 'account-invalid',
    what: 'both user and role, and something else',
    patch: {
      ...edit('grants/people/bob.yaml', '{ user: bob }', '{ user: bob, role: bob }'),
      'grants/systems/aws-prod/billing-read/bob.yaml': null,
      ...edit(
        'grants/people/carol.yaml',
        'githubId: 103',
        'githubId: 103\naccounts: { aws-prod: { usr: carol } }'
      )
    },
    found: [
      'people/bob.yaml:3:23 error account-invalid The file must have exactly one form: "user", or "role".',
      'people/carol.yaml:5:23 error account-invalid The file must have exactly one form: "user", or "role".'
    ]
  },
  {
    code: 'account-invalid',
    what: 'a role with a path',
    patch: edit(
      'grants/people/carol.yaml',
      'githubId: 103',
      'githubId: 103\naccounts: { aws-prod: { role: staff/carol } }'
    ),
    found: []
  },
  {
    code: 'account-missing',
    what: 'a grant and a bundle, no account',
    patch: {
      'grants/systems/aws-prod/logs-read/carol.yaml':
        'reason: Looks into failed payments\nstarts: 2026-11-15\nexpires: 2026-11-30\n',
      'grants/systems/aws-prod/finance/carol.yaml':
        'reason: Looks into failed payments\nstarts: 2026-11-15\nexpires: 2026-11-30\nticket: OPS-1\n'
    },
    found: [
      'systems/aws-prod/finance/carol.yaml:1:1 error account-missing "carol" has no account in "aws-prod".',
      'systems/aws-prod/logs-read/carol.yaml:1:1 error account-missing "carol" has no account in "aws-prod".'
    ]
  },
  {
    code: 'account-missing',
    what: 'no grant, no account needed',
    patch: {
      ...edit('grants/people/bob.yaml', 'accounts: { aws-prod: { user: bob } }\n', ''),
      'grants/systems/aws-prod/billing-read/bob.yaml': null
    },
    found: []
  },
  {
    code: 'account-duplicate',
    what: 'a person and a workload are one role, two people one user',
    patch: {
      ...edit('grants/people/bob.yaml', 'user: bob', 'user: alice'),
      ...edit(
        'grants/people/carol.yaml',
        'githubId: 103',
        'githubId: 103\naccounts: { aws-prod: { role: ci/exporter } }'
      )
    },
    found: [
      'people/bob.yaml:3:23 error account-duplicate user/alice in "aws-prod" is already the account of "alice".',
      'workloads/exporter.yaml:8:23 error account-duplicate role/ci/exporter in "aws-prod" is already the account of "carol".'
    ]
  },
  {
    code: 'account-duplicate',
    what: 'one user in other letters, one role at another path',
    patch: {
      ...edit('grants/people/bob.yaml', 'user: bob', 'user: Alice'),
      ...edit(
        'grants/people/carol.yaml',
        'githubId: 103',
        'githubId: 103\naccounts: { aws-prod: { role: other/exporter } }'
      )
    },
    found: [
      'people/bob.yaml:3:23 error account-duplicate user/Alice in "aws-prod" is already the account of "alice".',
      'workloads/exporter.yaml:8:23 error account-duplicate role/ci/exporter in "aws-prod" is already the account of "carol".'
    ]
  },
  {
    code: 'account-duplicate',
    what: 'a user and a role of one name',
    patch: edit(
      'grants/people/carol.yaml',
      'githubId: 103',
      'githubId: 103\naccounts: { aws-prod: { role: alice } }'
    ),
    found: []
  },
  {
    code: 'account-mismatch',
    what: 'a role in a group',
    patch: {
      'grants/systems/aws-prod/auditors/exporter.yaml':
        'reason: Looks into failed payments\nstarts: 2026-11-15\nexpires: 2026-11-30\ntask: https://github.com/acme/x/1\n'
    },
    found: [
      'systems/aws-prod/auditors/exporter.yaml:1:1 error account-mismatch Role "ci/exporter" can’t join group "auditors": IAM groups have users only.'
    ]
  },
  {
    code: 'account-mismatch',
    what: 'a user in a group',
    patch: {
      'grants/systems/aws-prod/auditors/alice.yaml':
        'reason: Looks into failed payments\nstarts: 2026-11-15\nexpires: 2026-11-30\n'
    },
    found: []
  }
]
