import { edit } from '../acme.ts'
import type { Case } from './case.ts'

export const entitlements: readonly Case[] = [
  {
    code: 'target-missing',
    what: 'neither target nor includes',
    patch: edit(
      'grants/systems/aws-prod/logs-read/entitlement.yaml',
      'target: { assumeRole: "arn:aws:iam::123456789012:role/entitlements/logs-read" }\n',
      ''
    ),
    found: [
      'systems/aws-prod/logs-read/entitlement.yaml:1:1 error target-missing "aws-prod/logs-read" has neither "target" nor "includes": holding it would mean nothing.'
    ]
  },
  {
    code: 'target-missing',
    what: 'includes alone',
    patch: edit('grants/systems/aws-prod/finance/entitlement.yaml', 'aws-prod/billing-read, ', ''),
    found: []
  },
  {
    code: 'bundle-cycle',
    what: 'includes itself, and goes round through another',
    patch: {
      ...edit('grants/systems/aws-prod/finance/entitlement.yaml', 'aws-prod/logs-read]', 'aws-prod/finance]'),
      ...edit(
        'grants/systems/aws-prod/logs-read/entitlement.yaml',
        'target',
        'includes: [aws-prod/auditors]\ntarget'
      ),
      ...edit(
        'grants/systems/aws-prod/auditors/entitlement.yaml',
        'target',
        'includes: [aws-prod/logs-read]\ntarget'
      )
    },
    found: [
      'systems/aws-prod/auditors/entitlement.yaml:7:12 error bundle-cycle "aws-prod/auditors" includes "aws-prod/logs-read", which in the end includes "aws-prod/auditors".',
      'systems/aws-prod/finance/entitlement.yaml:7:35 error bundle-cycle "aws-prod/finance" includes itself.',
      'systems/aws-prod/logs-read/alice.yaml:3:10 error expires-too-far The grant lasts 345d 15h; "aws-prod/logs-read" (risk medium) allows 180d.',
      'systems/aws-prod/logs-read/entitlement.yaml:7:12 error bundle-cycle "aws-prod/logs-read" includes "aws-prod/auditors", which in the end includes "aws-prod/logs-read".',
      'systems/aws-prod/logs-read/exporter.yaml:1:1 error account-mismatch Role "ci/exporter" can’t join group "auditors": IAM groups have users only.',
      'systems/aws-prod/logs-read/exporter.yaml:3:10 error expires-too-far The grant lasts 192d 15h; "aws-prod/logs-read" (risk medium) allows 180d.'
    ]
  },
  {
    code: 'bundle-cycle',
    what: 'two ways to the same',
    patch: {
      ...edit(
        'grants/systems/aws-prod/finance/entitlement.yaml',
        'aws-prod/billing-read, aws-prod/logs-read',
        'aws-prod/auditors, aws-prod/logs-read'
      ),
      ...edit(
        'grants/systems/aws-prod/auditors/entitlement.yaml',
        'target',
        'includes: [aws-prod/logs-read]\ntarget'
      )
    },
    found: []
  },
  {
    code: 'bundle-subjects',
    what: 'one part for people, one for workloads',
    patch: {
      ...edit('grants/systems/aws-prod/logs-read/entitlement.yaml', '[person, workload]', '[workload]'),
      'grants/systems/aws-prod/logs-read/alice.yaml': null
    },
    found: [
      'systems/aws-prod/finance/entitlement.yaml:7:11 error bundle-subjects Nobody can hold "aws-prod/finance": what it includes is partly for people only, partly for workloads only.'
    ]
  },
  {
    code: 'bundle-subjects',
    what: 'one kind is left',
    patch: {
      ...edit('grants/systems/aws-prod/logs-read/entitlement.yaml', '[person, workload]', '[person]'),
      'grants/systems/aws-prod/logs-read/exporter.yaml': null
    },
    found: []
  },
  {
    code: 'max-duration-over-tier',
    what: 'an hour above',
    patch: edit(
      'grants/systems/aws-prod/billing-read/entitlement.yaml',
      'risk: high',
      'risk: high\nmaxDuration: 721h'
    ),
    found: [
      'systems/aws-prod/billing-read/entitlement.yaml:6:14 error max-duration-over-tier "maxDuration" 721h is above the 30d of risk high.'
    ]
  },
  {
    code: 'max-duration-over-tier',
    what: 'the same in other words',
    patch: edit(
      'grants/systems/aws-prod/billing-read/entitlement.yaml',
      'risk: high',
      'risk: high\nmaxDuration: 720h'
    ),
    found: []
  },
  {
    code: 'approver-foreign',
    what: 'another organisation, everywhere an approver can be named',
    patch: {
      ...edit('grants/grantbook.yaml', '@acme/access-governance', '@acmee/access-governance'),
      ...edit(
        'grants/systems/aws-prod/logs-read/entitlement.yaml',
        '"@acme/platform"',
        '"@acme/platform", "@evil/platform"'
      ),
      ...edit(
        'grants/systems/aws-prod/auditors/entitlement.yaml',
        '["@acme/security"]',
        '[["@acme/security"], ["@acme/x", "@evil/x"]]'
      ),
      ...edit(
        'grants/systems/aws-prod/billing-read/entitlement.yaml',
        '"@acme/on-call"',
        '"@acme/on-call", "@evil/on-call"'
      )
    },
    found: [
      'grantbook.yaml:3:13 error approver-foreign @acmee/access-governance is a team of another organisation than "acme": it can\'t own anything here.',
      'systems/aws-prod/auditors/entitlement.yaml:4:45 error approver-foreign @evil/x is a team of another organisation than "acme": it can\'t own anything here.',
      'systems/aws-prod/billing-read/entitlement.yaml:7:43 error approver-foreign @evil/on-call is a team of another organisation than "acme": it can\'t own anything here.',
      'systems/aws-prod/logs-read/entitlement.yaml:4:31 error approver-foreign @evil/platform is a team of another organisation than "acme": it can\'t own anything here.'
    ]
  },
  {
    code: 'approver-foreign',
    what: 'other case, and an account',
    patch: edit(
      'grants/systems/aws-prod/logs-read/entitlement.yaml',
      '"@acme/platform"',
      '"@ACME/platform", "@alice-acme"'
    ),
    found: []
  }
]
