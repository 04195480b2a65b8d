import type { Case } from '../case.ts'
import { BOTH, CREATE, EXPORTER, PAYMENTS, holds } from './book.ts'

/** What a change brings, and where it stands. */
export const changes: readonly Case[] = [
  {
    code: 'duties-conflict',
    what: 'a change that brings one of the grants',
    patch: BOTH,
    how: { changed: [CREATE] },
    found: [
      'systems/aws-prod/create/alice.yaml:1:1 error duties-conflict "alice" would hold 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve, duty:payments.create by aws-prod/create; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z. This change brings "grants/systems/aws-prod/create/alice.yaml".'
    ]
  },
  {
    code: 'duties-conflict',
    what: 'a change that brings the other one, which is where it stands then',
    patch: BOTH,
    how: { changed: ['grants/systems/aws-prod/approve/alice.yaml'] },
    found: [
      'systems/aws-prod/approve/alice.yaml:1:1 error duties-conflict "alice" would hold 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve, duty:payments.create by aws-prod/create; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z. This change brings "grants/systems/aws-prod/approve/alice.yaml".'
    ]
  },
  {
    code: 'duties-conflict',
    what: 'a change that brings the rule',
    patch: BOTH,
    how: { changed: ['grants/rules/payments.yaml'] },
    found: [
      'rules/payments.yaml:1:1 error duties-conflict "alice" would hold 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve, duty:payments.create by aws-prod/create; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z. This change brings "grants/rules/payments.yaml".'
    ]
  },
  {
    code: 'duties-conflict',
    what: 'a change of the workload by which it comes',
    patch: { ...PAYMENTS, ...holds('exporter', 'create'), ...holds('alice', 'approve') },
    how: { changed: [EXPORTER] },
    found: [
      'systems/aws-prod/create/exporter.yaml:1:1 error duties-conflict "alice" would hold 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve, duty:payments.create by aws-prod/create through the workload "exporter", which it owns; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z. This change brings "grants/workloads/exporter.yaml".'
    ]
  },
  {
    code: 'duties-conflict',
    what: 'a change that brings something else',
    patch: BOTH,
    how: { changed: ['grants/people/carol.yaml'] },
    found: [
      'systems/aws-prod/create/alice.yaml:1:1 error duties-conflict "alice" would hold 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve, duty:payments.create by aws-prod/create; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z.'
    ]
  },
  {
    code: 'duties-conflict',
    what: 'the one that was approved last is where it stands',
    patch: BOTH,
    how: { approvedAt: (path) => (path === CREATE ? Date.UTC(2026, 10, 2) : Date.UTC(2026, 10, 1)) },
    found: [
      'systems/aws-prod/create/alice.yaml:1:1 error duties-conflict "alice" would hold 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve, duty:payments.create by aws-prod/create; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z.'
    ]
  }
]
