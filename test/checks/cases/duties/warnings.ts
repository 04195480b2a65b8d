import type { Patch } from '../../acme.ts'
import type { Case } from '../case.ts'
import { BOTH, PAYMENTS, entitlement, exception, file, holds, rule } from './book.ts'

/** An entitlement for which break-glass is allowed. */
const EMERGENCY: Patch = {
  ...PAYMENTS,
  ...entitlement(
    'approve',
    'duties: [payments.approve]',
    'emergency: { approvers: ["@acme/on-call"], maxDuration: 2h }'
  )
}

function breaksGlass(until: string): Patch {
  return {
    'grants/emergency/aws-prod/approve/alice.yaml': file(
      'reason: Payments are stuck',
      'starts: 2026-11-20T08:30:00Z',
      `expires: ${until}`,
      'incident: INC-4711'
    )
  }
}

/** What only warns. */
export const warnings: readonly Case[] = [
  {
    code: 'duties-warning',
    what: 'a rule that only warns',
    patch: {
      ...BOTH,
      ...rule('payments', 'hold: ["duty:payments.*"]', 'atMost: 1', 'severity: warning')
    },
    found: [
      'systems/aws-prod/create/alice.yaml:1:1 warning duties-warning "alice" would hold 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve, duty:payments.create by aws-prod/create; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z.'
    ]
  },
  {
    code: 'duties-warning',
    what: 'a rule that only warns, and nobody who holds both',
    patch: {
      ...PAYMENTS,
      ...rule('payments', 'hold: ["duty:payments.*"]', 'atMost: 1', 'severity: warning'),
      ...holds('alice', 'create')
    },
    found: []
  },
  {
    code: 'duties-warning',
    what: 'a rule that says error',
    patch: { ...BOTH, ...rule('payments', 'hold: ["duty:payments.*"]', 'atMost: 1', 'severity: error') },
    found: [
      'systems/aws-prod/create/alice.yaml:1:1 error duties-conflict "alice" would hold 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve, duty:payments.create by aws-prod/create; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z.'
    ]
  },
  {
    code: 'duties-emergency',
    what: 'break-glass beside a grant',
    patch: { ...EMERGENCY, ...holds('alice', 'create'), ...breaksGlass('2026-11-20T10:00:00Z') },
    found: [
      'emergency/aws-prod/approve/alice.yaml:1:1 warning duties-emergency "alice" would hold 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve, duty:payments.create by aws-prod/create; from 2026-11-20T08:30:00Z until 2026-11-20T10:00:00Z.'
    ]
  },
  {
    code: 'duties-emergency',
    what: 'break-glass that is over',
    patch: { ...EMERGENCY, ...holds('alice', 'create'), ...breaksGlass('2026-11-20T08:45:00Z') },
    found: [
      'emergency/aws-prod/approve/alice.yaml:3:10 warning grant-expired The grant ended at 2026-11-20T08:45:00Z.',
      'emergency/aws-prod/approve/alice.yaml:3:10 warning retrospective-missing The review of this emergency is due by 2026-11-23T08:45:00Z.'
    ]
  },
  {
    code: 'duties-emergency',
    what: 'break-glass for what is held anyway',
    patch: {
      ...EMERGENCY,
      ...holds('alice', 'create'),
      ...holds('alice', 'approve'),
      ...breaksGlass('2026-11-20T10:00:00Z')
    },
    found: [
      'emergency/aws-prod/approve/alice.yaml:1:1 warning duties-emergency "alice" would hold 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve and 1 more, duty:payments.create by aws-prod/create; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z.',
      'systems/aws-prod/create/alice.yaml:1:1 error duties-conflict "alice" would hold 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve, duty:payments.create by aws-prod/create; from 2026-11-01T00:00:00Z until 2027-04-01T00:00:00Z.'
    ]
  },
  {
    code: 'duties-emergency',
    what: 'break-glass under a rule that only warns',
    patch: {
      ...EMERGENCY,
      ...rule('payments', 'hold: ["duty:payments.*"]', 'atMost: 1', 'severity: warning'),
      ...holds('alice', 'create'),
      ...breaksGlass('2026-11-20T10:00:00Z')
    },
    found: [
      'emergency/aws-prod/approve/alice.yaml:1:1 warning duties-warning "alice" would hold 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve, duty:payments.create by aws-prod/create; from 2026-11-20T08:30:00Z until 2026-11-20T10:00:00Z.'
    ]
  },
  {
    code: 'duties-emergency',
    what: 'break-glass under an exception',
    patch: {
      ...EMERGENCY,
      ...holds('alice', 'create'),
      ...breaksGlass('2026-11-20T10:00:00Z'),
      ...exception('interim', 'payments', 'alice', '2027-01-31')
    },
    found: [
      'emergency/aws-prod/approve/alice.yaml:1:1 note duties-excepted "alice" holds 2 where the rule "payments" allows 1 at a time (Rule of payments): duty:payments.approve by aws-prod/approve, duty:payments.create by aws-prod/create; from 2026-11-20T08:30:00Z until 2026-11-20T10:00:00Z. The exception "interim" allows it until 2027-02-01T00:00:00Z; the last approved of these grants ends with it. Control: Monthly review by internal audit.'
    ]
  }
]
