import type { PathVerdict, Verdict } from '../../src/approval/verdict.ts'
import type { Finding } from '../../src/book/problem.ts'
import type { ShownChange } from '../../src/render/plan-view.ts'
import type { ShownRequest, VerdictView } from '../../src/render/verdict/view.ts'
import { at, NOW } from '../support/book.ts'

const HEAD = 'a1b2c3d4e5f6'.padEnd(40, '0')

const pathOf = (who: string): string => `grants/systems/aws-prod/billing-read/${who}.yaml`

const change = (who: string, over: Partial<ShownChange> = {}): ShownChange => ({
  action: 'grant',
  system: 'aws-prod',
  entitlement: 'billing-read',
  subject: who,
  grant: pathOf(who),
  principal: `user/${who}`,
  why: 'the file was added',
  cause: 'proved',
  unit: pathOf(who),
  from: null,
  until: at('2026-12-15T00:00:00Z'),
  enforcement: 'target',
  impact: 'broadening',
  meaning: {
    possible: ['sts:AssumeRole on arn:aws:iam::123456789012:role/entitlements/billing-read'],
    noLonger: []
  },
  pieces: { before: [], after: [], theirs: new Set() },
  risk: 'high',
  ...over
})

const request = (who: string): ShownRequest => ({
  path: pathOf(who),
  subject: who,
  entitlement: 'aws-prod/billing-read',
  title: 'Read billing data',
  reason: 'Month-end reconciliation for the finance close',
  ticket: 'OPS-4711',
  ticketUrl: 'https://tickets.acme.example/OPS-4711',
  requester: 'bob',
  task: null,
  incident: null
})

const approved = (path: string): PathVerdict => ({
  path,
  blob: 'b'.repeat(40),
  state: 'approved',
  need: 'approval',
  approvals: [
    {
      login: 'carol-acme',
      id: 103,
      person: 'carol',
      as: '@acme/billing',
      review: 9001,
      commit: HEAD,
      at: NOW
    }
  ],
  missing: [],
  reasons: []
})

const missing = (path: string): PathVerdict => ({
  ...approved(path),
  state: 'missing',
  approvals: [],
  missing: [
    {
      from: ['@acme/billing'],
      count: 1,
      why: 'A grant of risk high needs one approval from its entitlement’s approvers.',
      could: ['carol', 'frank']
    }
  ]
})

const verdict = (over: Partial<Verdict>): Verdict => ({
  pull: 12,
  head: HEAD,
  base: 'c'.repeat(40),
  state: 'approved',
  why: null,
  reasons: [],
  paths: [],
  discounted: [],
  warnings: [],
  requester: 'alice',
  passing: false,
  ...over
})

const view = (over: Partial<VerdictView>, changes: readonly ShownChange[]): VerdictView => ({
  at: NOW,
  repository: 'https://github.com/acme/access',
  verdict: verdict({}),
  findings: [],
  standing: [],
  plan: {
    at: NOW,
    commit: HEAD,
    mode: 'change',
    changes,
    drift: null,
    driftWhy: 'no AWS credentials',
    refused: []
  },
  planWhy: null,
  requests: [],
  diffs: [],
  digest: 'sha256:0123456789abcdef',
  notices: [],
  ...over
})

/** Approved by the right person; one grant is given, another ends. */
export const READY: VerdictView = view(
  {
    verdict: verdict({
      paths: [
        approved(pathOf('alice')),
        { ...approved(pathOf('dave')), blob: null, need: 'none', approvals: [] }
      ]
    }),
    requests: [request('alice')]
  },
  [
    change('dave', {
      action: 'revoke',
      why: 'its file was deleted',
      impact: 'narrowing',
      meaning: {
        possible: [],
        noLonger: ['sts:AssumeRole on arn:aws:iam::123456789012:role/entitlements/billing-read']
      }
    }),
    change('alice')
  ]
)

/** Somebody approved who may not. */
export const WAITING: VerdictView = view(
  {
    verdict: verdict({
      state: 'missing',
      why: '1 of 1 files lacks an approval.',
      paths: [missing(pathOf('alice'))],
      discounted: [{ review: 9000, login: 'dave-acme', why: 'Dave is no active member of @acme/billing.' }],
      warnings: ['Only 2 people could approve this: one more would keep it from waiting for one absence.']
    }),
    requests: [request('alice')]
  },
  [change('alice')]
)

const ERROR: Finding = {
  code: 'expires-too-far',
  severity: 'error',
  message: 'The grant lasts 90 days, longer than the 14 days that "billing-read" allows.',
  fix: 'Set "expires" to 2026-12-04 or earlier.',
  file: pathOf('alice'),
  line: 3,
  column: 10,
  related: []
}

/** A mistake in the file, and an entitlement that is changed under standing grants. */
export const NEEDS_CHANGES: VerdictView = view(
  {
    verdict: verdict({
      state: 'refused',
      why: 'The pull request touches grants and the tool.',
      reasons: [
        {
          rule: 'tool-and-grants',
          why: 'It changes .github/workflows/apply.yml together with files under grants/. Split it into two pull requests.',
          passing: false
        }
      ],
      paths: [missing('grants/systems/aws-prod/billing-read/entitlement.yaml'), missing(pathOf('alice'))]
    }),
    findings: [
      ERROR,
      {
        ...ERROR,
        severity: 'note',
        code: 'ends-earlier',
        line: 2,
        message: 'The access ends earlier.',
        fix: ''
      }
    ],
    requests: [
      {
        ...request('alice'),
        reason: '<img src=x> @acme/billing ::error:: | **bold** [x](http://x)',
        ticketUrl: 'javascript:alert(1)'
      }
    ],
    diffs: [
      {
        path: 'grants/systems/aws-prod/billing-read/entitlement.yaml',
        text: '--- a/grants/systems/aws-prod/billing-read/entitlement.yaml\n+++ b/grants/systems/aws-prod/billing-read/entitlement.yaml\n@@ -9,1 +9,1 @@\n-target: { assumeRole: "…/billing-read" }\n+target: { assumeRole: "…/billing-admin" }\n'
      }
    ]
  },
  [change('frank', { action: 'update', why: 'its entitlement changed', impact: 'broadening' })]
)

const MANY = Array.from({ length: 300 }, (_, index) => `person-${String(index).padStart(3, '0')}`)

/** Three hundred grants at once. */
export const THREE_HUNDRED: VerdictView = view(
  {
    verdict: verdict({
      state: 'missing',
      why: '300 of 300 files lack an approval.',
      paths: MANY.map((who) => missing(pathOf(who)))
    }),
    requests: MANY.map(request)
  },
  MANY.map((who) => change(who))
)
