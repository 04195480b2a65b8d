import { pairOf, type History } from '../../../src/findings/history.ts'
import type { Case } from './case.ts'

const ALICE = 'grants/emergency/aws-prod/billing-read/alice.yaml'
const LOGS = 'grants/emergency/aws-prod/logs-read/alice.yaml'
const ENTITLEMENT = 'grants/systems/aws-prod/billing-read/entitlement.yaml'
const LOGS_ENTITLEMENT = 'grants/systems/aws-prod/logs-read/entitlement.yaml'
const entitlement = (more: string): string =>
  `title: Read\ndescription: Reads things.\nowner: carol\napprovers: ["@acme/billing"]\nrisk: low\nsubjects: [person, workload]\nemergency: { approvers: ["@acme/on-call"], maxDuration: 4h }\ntarget: { assumeRole: "arn:aws:iam::123456789012:role/entitlements/${more}" }\n`
const emergency = (starts: string, expires: string): string =>
  `reason: The gateway refuses all refunds\nincident: INC-1\nstarts: ${starts}\nexpires: ${expires}\n`
const REVIEW = 'incident: INC-1\nhappened: Refunds failed\ndone: Restarted the worker\nverdict: accepted\n'
const reviewAt = (start: string): string => `grants/retrospectives/aws-prod/billing-read/alice.${start}.yaml`

const OPEN = {
  [ENTITLEMENT]: entitlement('billing-read'),
  [LOGS_ENTITLEMENT]: entitlement('logs-read'),
  'grants/systems/aws-prod/billing-read/bob.yaml': null,
  [ALICE]: emergency('2026-11-16T03:10:00Z', '2026-11-16T05:00:00Z')
}
const NEXT = emergency('2026-11-20T08:00:00Z', '2026-11-20T11:00:00Z')
const ENDED =
  'emergency/aws-prod/billing-read/alice.yaml:4:10 warning grant-expired The grant ended at 2026-11-16T05:00:00Z.'
const OVERDUE =
  'emergency/aws-prod/billing-read/alice.yaml:4:10 warning retrospective-missing The review of this emergency was due at 2026-11-19T05:00:00Z.'

/** Earlier versions of Alice's emergency, each until the next one: when it landed, and when it was to end. */
function held(...versions: readonly (readonly [landed: string, expires: string])[]): { history: History } {
  const at = (time: string): number => Date.parse(`2026-11-20T${time}:00Z`)
  const list = versions.map(([landed, expires], n) => ({
    path: ALICE,
    blob: `old ${n}`,
    landed: at(landed),
    replaced: versions[n + 1] ? at(versions[n + 1]?.[0] ?? '') : null,
    starts: null,
    expires: at(expires)
  }))
  return {
    history: { complete: true, versions: new Map([[pairOf('alice', 'aws-prod/billing-read'), list]]) }
  }
}
const DUE = (at: string): string =>
  `emergency/aws-prod/billing-read/alice.yaml:4:10 warning retrospective-missing The review of this emergency is due by 2026-11-23T${at}:00Z.`

export const emergencies: readonly Case[] = [
  {
    code: 'retrospective-missing',
    what: 'an emergency that ended days ago',
    patch: OPEN,
    found: [ENDED, OVERDUE]
  },
  {
    code: 'retrospective-missing',
    what: 'an emergency that ended days ago, reviewed',
    patch: { ...OPEN, [reviewAt('20261116T0310Z')]: REVIEW },
    found: [ENDED]
  },
  {
    code: 'retrospective-missing',
    what: 'a review of another emergency of the same',
    patch: { ...OPEN, [reviewAt('20261115T0310Z')]: REVIEW },
    found: [ENDED, OVERDUE]
  },
  {
    code: 'retrospective-missing',
    what: 'an emergency that lasts',
    patch: { ...OPEN, [ALICE]: NEXT },
    found: []
  },
  {
    code: 'emergency-blocked',
    what: 'another emergency while the review of the last one is overdue',
    patch: { ...OPEN, [LOGS]: NEXT },
    found: [
      ENDED,
      OVERDUE,
      'emergency/aws-prod/logs-read/alice.yaml:1:1 error emergency-blocked "alice" gets no further emergency grant: the review of grants/emergency/aws-prod/billing-read/alice.yaml was due at 2026-11-19T05:00:00Z.'
    ]
  },
  {
    code: 'emergency-blocked',
    what: 'another emergency while there is time for the review of the last one',
    patch: { ...OPEN, [ALICE]: emergency('2026-11-19T03:10:00Z', '2026-11-19T05:00:00Z'), [LOGS]: NEXT },
    found: [
      'emergency/aws-prod/billing-read/alice.yaml:4:10 warning grant-expired The grant ended at 2026-11-19T05:00:00Z.',
      'emergency/aws-prod/billing-read/alice.yaml:4:10 warning retrospective-missing The review of this emergency is due by 2026-11-22T05:00:00Z.'
    ]
  },
  {
    code: 'emergency-blocked',
    what: 'an emergency that was there before the change',
    patch: { ...OPEN, [LOGS]: NEXT },
    how: { changed: [ENTITLEMENT] },
    found: [ENDED, OVERDUE]
  },
  {
    code: 'emergency-renewals',
    what: 'renewed once, and once more',
    patch: { ...OPEN, [ALICE]: NEXT },
    how: held(['05:00', '07:00'], ['06:00', '08:00']),
    found: [
      'emergency/aws-prod/billing-read/alice.yaml:1:1 error emergency-renewals "alice" has had "aws-prod/billing-read" by emergency 2 times since the last review, and it may be renewed once until it is reviewed.',
      DUE('08:00')
    ]
  },
  {
    code: 'emergency-renewals',
    what: 'ended, asked for anew an hour later, and again',
    patch: { ...OPEN, [ALICE]: NEXT },
    how: held(['05:00', '06:00'], ['07:00', '08:00']),
    found: [
      'emergency/aws-prod/billing-read/alice.yaml:1:1 error emergency-renewals "alice" has had "aws-prod/billing-read" by emergency 2 times since the last review, and it may be renewed once until it is reviewed.',
      DUE('06:00'),
      DUE('08:00')
    ]
  },
  {
    code: 'emergency-renewals',
    what: 'renewed for the first time, after it was made shorter',
    patch: { ...OPEN, [ALICE]: NEXT },
    how: held(['05:00', '08:00'], ['06:00', '07:00']),
    found: [DUE('07:00')]
  },
  {
    code: 'emergency-renewals',
    what: 'renewed twice, the times before having been reviewed',
    patch: { ...OPEN, [ALICE]: NEXT, [reviewAt('20261120T0500Z')]: REVIEW },
    how: held(['05:00', '07:00'], ['06:00', '08:00']),
    found: []
  },
  {
    code: 'emergency-renewals',
    what: 'made shorter while it runs',
    patch: { ...OPEN, [ALICE]: NEXT },
    how: held(['07:00', '08:30'], ['08:30', '12:00']),
    found: []
  }
]
