import { describe, expect, test } from 'vitest'
import { writeInstant } from '../../src/book/instant.ts'
import { at, entitlement, grant, grantPath, person, TASK, workload } from '../support/book.ts'
import { testSigner } from '../io/git/evidence-scene.ts'
import { auditHistory, codes, type History } from './history.ts'
import {
  ALICE,
  approvalOf,
  begun,
  book,
  common,
  DAY,
  finished,
  FIRST,
  held,
  HOUR,
  landApproved,
  revoked,
  sealed,
  SHORTER,
  T0,
  wholeStory
} from './story.ts'
import { History as Made } from './history.ts'

const UNTIL = '2026-12-15T00:00:00Z'
const WHEN = T0 + 3 * HOUR

test('a record in order has no problem', () => {
  expect(auditHistory(begun())).toEqual({ commits: 1, grants: 0, events: 1, problems: [], count: 0 })
  expect(auditHistory(wholeStory())).toEqual({ commits: 6, grants: 1, events: 12, problems: [], count: 0 })
})

/** A record with the sample's one grant approved. */
function approved(text = FIRST): History {
  const history = begun()
  landApproved(history, { text, pull: 1, when: WHEN })
  return history
}

function issued(): History {
  const history = approved()
  history.append({
    events: [held(history, 'issued', FIRST, UNTIL, WHEN), finished(history, 'run-1', WHEN)],
    at: WHEN
  })
  return history
}

/** A record that began with these files beside the sample's. */
function begunWith(files: Readonly<Record<string, string>>): History {
  const signer = testSigner(1)
  const history = new Made(signer)
  history.land({ ...book(signer), ...files }, T0 - DAY)
  history.genesis({}, T0)
  return history
}

const CRITICAL = entitlement('billing-read').replace('risk: medium', 'risk: critical')
const GROUPS = entitlement('billing-read').replace(
  '["@acme/billing"]',
  '[["@acme/billing"], ["@acme/security"]]'
)

/** Each row lies in one way; beside it, exactly what the audit says. */
const LIES: readonly (readonly [name: string, codes: readonly string[], tell: () => History])[] = [
  [
    'issues what nobody approved',
    ['issued-unapproved', 'standing-without-chain'],
    () => {
      const history = begun()
      history.append({ events: [held(history, 'issued', FIRST, UNTIL, WHEN)], at: WHEN })
      return history
    }
  ],
  [
    'issues another content than the approved one',
    ['issued-unapproved'],
    () => {
      const history = approved()
      history.append({ events: [held(history, 'issued', grant('2027-12-14'), UNTIL, WHEN)], at: WHEN })
      return history
    }
  ],
  [
    'issues a form that is spent',
    ['issued-unapproved'],
    () => {
      const history = approved()
      landApproved(history, { text: SHORTER, pull: 2, when: WHEN + DAY })
      history.append({
        events: [held(history, 'issued', FIRST, UNTIL, WHEN + DAY + HOUR)],
        at: WHEN + DAY + HOUR
      })
      return history
    }
  ],
  [
    'issues after the file was deleted',
    ['issued-unapproved'],
    () => {
      const history = approved()
      landApproved(history, { text: null, pull: 2, when: WHEN + DAY })
      history.append({
        events: [held(history, 'issued', FIRST, UNTIL, WHEN + DAY + HOUR)],
        at: WHEN + DAY + HOUR
      })
      return history
    }
  ],
  [
    'issues before the approval',
    ['issued-too-soon'],
    () => {
      const history = approved()
      history.append({ events: [held(history, 'issued', FIRST, UNTIL, WHEN - HOUR)], at: WHEN })
      return history
    }
  ],
  [
    'issues for longer than the file says',
    ['issued-outside-window'],
    () => {
      const history = approved()
      history.append({ events: [held(history, 'issued', FIRST, '2026-12-15T00:00:01Z', WHEN)], at: WHEN })
      return history
    }
  ],
  [
    'extends beyond the file',
    ['issued-outside-window'],
    () => {
      const history = issued()
      history.append({
        events: [held(history, 'extended', FIRST, '2027-01-01T00:00:00Z', WHEN + HOUR)],
        at: WHEN + HOUR
      })
      return history
    }
  ],
  [
    'issues what is over',
    ['issued-outside-window', 'ended-not-revoked'],
    () => {
      const history = approved()
      const late = at('2026-12-20T00:00:00Z')
      history.append({
        events: [held(history, 'issued', FIRST, UNTIL, late), finished(history, 'r', late)],
        at: late
      })
      return history
    }
  ],
  [
    'issues beyond the last day of its person',
    ['issued-outside-window'],
    () => {
      const history = begunWith({ 'grants/people/alice.yaml': person('alice', 'ends: 2026-12-01\n') })
      landApproved(history, { text: FIRST, pull: 1, when: WHEN })
      history.append({ events: [held(history, 'issued', FIRST, UNTIL, WHEN)], at: WHEN })
      return history
    }
  ],
  [
    'issues before the start that the file names',
    ['issued-outside-window'],
    () => {
      const text = grant('2026-12-14', 'starts: 2026-12-01\n')
      const history = approved(text)
      history.append({ events: [held(history, 'issued', text, UNTIL, WHEN)], at: WHEN })
      return history
    }
  ],
  [
    'issues to somebody who is suspended',
    ['issued-suspended'],
    () => {
      const history = begunWith({ 'grants/suspensions/alice.yaml': 'reason: Laptop stolen on the train\n' })
      landApproved(history, { text: FIRST, pull: 1, when: WHEN })
      history.append({ events: [held(history, 'issued', FIRST, UNTIL, WHEN)], at: WHEN })
      return history
    }
  ],
  [
    'issues to another account',
    ['issued-elsewhere'],
    () => {
      const history = approved()
      history.append({
        events: [held(history, 'issued', FIRST, UNTIL, WHEN, { principal: 'user/bob' })],
        at: WHEN
      })
      return history
    }
  ],
  [
    'issues in another AWS account',
    ['issued-elsewhere'],
    () => {
      const history = approved()
      history.append({
        events: [held(history, 'issued', FIRST, UNTIL, WHEN, { account: '999999999999' })],
        at: WHEN
      })
      return history
    }
  ],
  [
    'issues another entitlement',
    ['issued-elsewhere'],
    () => {
      const history = approved()
      const over = { entitlement: 'aws-prod/logs-read' }
      history.append({ events: [held(history, 'issued', FIRST, UNTIL, WHEN, over)], at: WHEN })
      return history
    }
  ],
  [
    'issues in a system that the entitlement doesn’t reach',
    ['issued-elsewhere'],
    () => {
      const history = approved()
      history.append({
        events: [held(history, 'issued', FIRST, UNTIL, WHEN, { system: 'aws-test' })],
        at: WHEN
      })
      return history
    }
  ],
  [
    'issues for a file that is no grant',
    ['issued-elsewhere'],
    () => {
      const history = begun()
      const path = 'grants/people/alice.yaml'
      const text = Buffer.from(history.objects.get(history.main[0]?.files.get(path)?.blob ?? '')).toString()
      const over = { grant: path, blob: history.blob(text) }
      history.append({ events: [held(history, 'issued', FIRST, UNTIL, WHEN, over)], at: WHEN })
      return history
    }
  ],
  [
    'extends to an earlier end',
    ['direction-wrong'],
    () => {
      const history = issued()
      history.append({ events: [held(history, 'extended', FIRST, '2026-12-10T00:00:00Z', WHEN)], at: WHEN })
      return history
    }
  ],
  [
    'shortens to a later end',
    ['direction-wrong'],
    () => {
      const history = issued()
      history.append({ events: [held(history, 'shortened', FIRST, '2026-12-16T00:00:00Z', WHEN)], at: WHEN })
      return history
    }
  ],
  [
    'extends what nobody had',
    ['issued-unapproved', 'nothing-stood', 'standing-without-chain'],
    () => {
      const history = begun()
      history.append({ events: [held(history, 'extended', FIRST, UNTIL, WHEN)], at: WHEN })
      return history
    }
  ],
  [
    'revokes what nobody had',
    ['nothing-stood'],
    () => {
      const history = begun()
      history.append({ events: [revoked(history, null, WHEN)], at: WHEN })
      return history
    }
  ],
  [
    'takes away outside what was never found there',
    ['nothing-stood'],
    () => {
      const history = begun()
      const file = 'grants/out-of-band/aws-prod/user.mallory-7caeb030.yaml'
      const event = { ...revoked(history, null, WHEN), grant: file, blob: null }
      history.append({ events: [event], at: WHEN })
      return history
    }
  ],
  [
    'never revokes what has ended',
    ['ended-not-revoked'],
    () => {
      const history = issued()
      const late = at('2026-12-17T00:00:00Z')
      history.append({ events: [finished(history, 'run-9', late)], at: late })
      return history
    }
  ],
  [
    'never revokes what was ended early, and by nothing that the files name',
    ['end-without-ground', 'ended-not-revoked'],
    () => {
      const history = issued()
      history.append({
        events: [{ ...common(history, ALICE, FIRST, WHEN), event: 'ended', why: 'task over' }],
        at: WHEN
      })
      history.append({ events: [finished(history, 'run-9', WHEN + 2 * DAY)], at: WHEN + 2 * DAY })
      return history
    }
  ],
  [
    'leaves access standing whose file is gone',
    ['standing-without-chain'],
    () => {
      const history = issued()
      landApproved(history, { text: null, pull: 2, when: WHEN + HOUR })
      history.append({ events: [finished(history, 'run-9', WHEN + 2 * DAY)], at: WHEN + 2 * DAY })
      return history
    }
  ],
  [
    'approves without anybody',
    ['approval-missing'],
    () => {
      const history = begun()
      landApproved(history, { text: FIRST, pull: 1, when: WHEN, approvals: [] })
      return history
    }
  ],
  [
    'approves with too few for the tier',
    ['approval-incomplete'],
    () => {
      const history = begunWith({ 'grants/systems/aws-prod/billing-read/entitlement.yaml': CRITICAL })
      landApproved(history, { text: FIRST, pull: 1, when: WHEN })
      return history
    }
  ],
  [
    'counts one person twice',
    ['approval-incomplete'],
    () => {
      const history = begunWith({ 'grants/systems/aws-prod/billing-read/entitlement.yaml': CRITICAL })
      const twice = [1, 2].map((review) => approvalOf(history, 'bob', WHEN - HOUR, review))
      landApproved(history, { text: FIRST, pull: 1, when: WHEN, approvals: twice })
      return history
    }
  ],
  [
    'leaves out one of two groups',
    ['approval-incomplete'],
    () => {
      const history = begunWith({ 'grants/systems/aws-prod/billing-read/entitlement.yaml': GROUPS })
      landApproved(history, { text: FIRST, pull: 1, when: WHEN })
      return history
    }
  ],
  [
    'counts a consent as an owner’s approval',
    ['approval-incomplete'],
    () => {
      const history = begun()
      const approvals = [approvalOf(history, 'bob', WHEN - HOUR, 1, 'consent')]
      landApproved(history, { text: FIRST, pull: 1, when: WHEN, approvals })
      return history
    }
  ],
  [
    'approves as a team that doesn’t own the file',
    ['approval-not-owner', 'approval-incomplete'],
    () => {
      const history = begun()
      const approvals = [approvalOf(history, 'bob', WHEN - HOUR, 1, '@acme/cleaners')]
      landApproved(history, { text: FIRST, pull: 1, when: WHEN, approvals })
      return history
    }
  ],
  [
    'lets the subject approve',
    ['approver-excluded'],
    () => {
      const history = begun()
      const approvals = [approvalOf(history, 'alice', WHEN - HOUR)]
      landApproved(history, { text: FIRST, pull: 1, when: WHEN, approvals, requester: null })
      return history
    }
  ],
  [
    'lets the requester approve',
    ['approver-excluded'],
    () => {
      const history = begun()
      landApproved(history, { text: FIRST, pull: 1, when: WHEN, requester: 'bob' })
      return history
    }
  ],
  [
    'lets the requester that the file names approve',
    ['approver-excluded'],
    () => {
      const history = begun()
      landApproved(history, { text: grant('2026-12-14', 'requester: bob\n'), pull: 1, when: WHEN })
      return history
    }
  ],
  [
    'lets the owner of the workload approve',
    ['approver-excluded'],
    () => {
      const history = begunWith({ 'grants/workloads/exporter.yaml': workload('exporter', 'owner: bob') })
      const path = grantPath('billing-read', 'exporter')
      landApproved(history, { path, text: grant('2026-12-14', TASK), pull: 1, when: WHEN })
      return history
    }
  ],
  [
    'counts an account that nobody has',
    ['approver-unknown'],
    () => {
      const history = begun()
      const approvals = [{ ...approvalOf(history, 'bob', WHEN - HOUR), id: 4_711_000 }]
      landApproved(history, { text: FIRST, pull: 1, when: WHEN, approvals })
      return history
    }
  ],
  [
    'counts the account of somebody else',
    ['approver-unknown'],
    () => {
      const history = begun()
      const approvals = [{ ...approvalOf(history, 'alice', WHEN - HOUR), person: 'bob' }]
      landApproved(history, { text: FIRST, pull: 1, when: WHEN, approvals })
      return history
    }
  ],
  [
    'counts somebody who has left',
    ['approver-inactive'],
    () => {
      const history = begunWith({ 'grants/people/bob.yaml': person('bob', 'ends: 2026-11-01\n') })
      landApproved(history, { text: FIRST, pull: 1, when: WHEN })
      return history
    }
  ],
  [
    'counts somebody who is suspended',
    ['approver-inactive'],
    () => {
      const history = begunWith({ 'grants/suspensions/bob.yaml': 'reason: Laptop stolen on the train\n' })
      landApproved(history, { text: FIRST, pull: 1, when: WHEN })
      return history
    }
  ],
  [
    'approves after the merge',
    ['approval-late'],
    () => {
      const history = begun()
      const approvals = [approvalOf(history, 'bob', WHEN + DAY)]
      history.land({ [ALICE]: FIRST }, WHEN)
      const base = common(history, ALICE, FIRST, WHEN + 2 * DAY)
      const pull = 'acme/access#1'
      history.append({
        events: [
          { ...base, event: 'requested', pull, requester: 'alice' },
          { ...base, event: 'approved', pull, head: '3'.repeat(40), base: '4'.repeat(40), approvals },
          sealed(history, [1], WHEN + 2 * DAY)
        ],
        moves: { [ALICE]: FIRST },
        at: WHEN + 2 * DAY
      })
      return history
    }
  ],
  [
    'approves after it was recorded',
    ['approval-late', 'approval-late'],
    () => {
      const history = begun()
      const approvals = [approvalOf(history, 'bob', WHEN + HOUR)]
      landApproved(history, { text: FIRST, pull: 1, when: WHEN, approvals })
      return history
    }
  ],
  [
    'approves months before the merge',
    ['approval-stale'],
    () => {
      const history = begun()
      const approvals = [approvalOf(history, 'bob', WHEN - 15 * DAY)]
      landApproved(history, { text: FIRST, pull: 1, when: WHEN, approvals })
      return history
    }
  ],
  [
    'uses one review for two pull requests',
    ['review-used-twice'],
    () => {
      const history = approved()
      const approvals = [approvalOf(history, 'bob', WHEN, 901)]
      landApproved(history, { text: SHORTER, pull: 2, when: WHEN + HOUR, approvals })
      return history
    }
  ],
  [
    'judges one pull request twice',
    ['pull-judged-twice'],
    () => {
      const history = approved()
      const approvals = [approvalOf(history, 'bob', WHEN, 901)]
      landApproved(history, { text: SHORTER, pull: 1, when: WHEN + HOUR, approvals })
      return history
    }
  ],
  [
    'approves what was refused before',
    ['pull-judged-twice'],
    () => {
      const history = begun()
      history.land({ [ALICE]: FIRST }, WHEN)
      const base = common(history, ALICE, FIRST, WHEN)
      history.append({
        events: [
          {
            ...base,
            event: 'refused',
            system: 'aws-prod',
            code: 'approval-missing',
            why: 'nobody',
            pull: 'acme/access#1'
          }
        ],
        at: WHEN
      })
      landApproved(history, { text: grant('2026-12-13'), pull: 1, when: WHEN + HOUR })
      return history
    }
  ],
  [
    'names a pull request of another repository',
    ['request-missing', 'pull-foreign'],
    () => {
      const history = begun()
      landApproved(history, { text: FIRST, pull: 1, when: WHEN, over: { pull: 'evil/access#1' } })
      return history
    }
  ],
  [
    'approves what nobody requested',
    ['request-missing'],
    () => {
      const history = begun()
      landApproved(history, { text: FIRST, pull: 1, when: WHEN, over: { pull: 'acme/access#2' } })
      return history
    }
  ],
  [
    'records as approved what never landed',
    ['landed-differs'],
    () => {
      const history = begun()
      history.land({ [ALICE]: SHORTER }, WHEN - HOUR)
      const base = common(history, ALICE, FIRST, WHEN)
      const pull = 'acme/access#1'
      const approvals = [approvalOf(history, 'bob', WHEN - 2 * HOUR)]
      history.append({
        events: [
          { ...base, event: 'requested', pull, requester: 'alice' },
          { ...base, event: 'approved', pull, head: '3'.repeat(40), base: '4'.repeat(40), approvals }
        ],
        moves: { [ALICE]: FIRST },
        at: WHEN
      })
      return history
    }
  ],
  [
    'names a commit that main never had',
    ['not-on-main'],
    () => {
      const history = approved()
      const one = held(history, 'issued', FIRST, UNTIL, WHEN, { commit: '9'.repeat(40) })
      history.append({ events: [one], at: WHEN })
      return history
    }
  ],
  [
    'takes main’s commits in another order',
    ['order-broken'],
    () => {
      const history = begun()
      const early = history.land({ [ALICE]: FIRST }, WHEN - HOUR)
      const bob = grantPath('billing-read', 'bob')
      const approvals = [approvalOf(history, 'carol', WHEN - HOUR, 5)]
      landApproved(history, { path: bob, text: FIRST, pull: 2, when: WHEN, approvals, requester: 'bob' })
      const base = { ...common(history, ALICE, FIRST, WHEN), commit: early }
      const pull = 'acme/access#1'
      history.append({
        events: [
          { ...base, event: 'requested', pull, requester: 'alice' },
          {
            ...base,
            event: 'approved',
            pull,
            head: '3'.repeat(40),
            base: '4'.repeat(40),
            approvals: [approvalOf(history, 'bob', WHEN - 2 * HOUR)]
          }
        ],
        moves: { [ALICE]: FIRST },
        at: WHEN
      })
      return history
    }
  ],
  [
    'seals backwards',
    ['order-broken'],
    () => {
      const history = approved()
      const first = history.main[0]?.commit ?? ''
      const one = {
        ...common(history, null, null, WHEN),
        event: 'sealed' as const,
        id: 'x',
        sealed: first,
        pulls: []
      }
      history.append({ events: [one], at: WHEN })
      return history
    }
  ],
  [
    'calls a lengthening a reduction',
    ['reduction-widens'],
    () => {
      const history = approved()
      const longer = grant('2027-03-01')
      history.land({ [ALICE]: longer }, WHEN)
      history.append({
        events: [{ ...common(history, ALICE, longer, WHEN), event: 'reduced', what: 'less', pull: null }],
        moves: { [ALICE]: longer },
        at: WHEN + HOUR
      })
      return history
    }
  ],
  [
    'calls a new grant a reduction',
    ['reduction-widens'],
    () => {
      const history = begun()
      history.land({ [ALICE]: FIRST }, WHEN)
      history.append({
        events: [{ ...common(history, ALICE, FIRST, WHEN), event: 'reduced', what: 'less', pull: null }],
        moves: { [ALICE]: FIRST },
        at: WHEN
      })
      return history
    }
  ],
  [
    'calls the deletion of a person a reduction',
    ['reduction-widens'],
    () => {
      const history = begun()
      const path = 'grants/people/bob.yaml'
      history.land({ [path]: null }, WHEN)
      history.append({
        events: [{ ...common(history, path, null, WHEN), event: 'reduced', what: 'less', pull: null }],
        moves: { [path]: null },
        at: WHEN
      })
      return history
    }
  ],
  [
    'changes an approved file and says nothing',
    ['approved'],
    () => {
      const history = begun()
      history.append({ events: [], moves: { [ALICE]: FIRST } })
      return history
    }
  ],
  [
    'says that a file moved which did not',
    ['approved'],
    () => {
      const history = begun()
      history.land({ [ALICE]: FIRST }, WHEN - HOUR)
      const base = common(history, ALICE, FIRST, WHEN)
      const pull = 'acme/access#1'
      history.append({
        events: [
          { ...base, event: 'requested', pull, requester: 'alice' },
          {
            ...base,
            event: 'approved',
            pull,
            head: '3'.repeat(40),
            base: '4'.repeat(40),
            approvals: [approvalOf(history, 'bob', WHEN - 2 * HOUR)]
          }
        ],
        at: WHEN
      })
      return history
    }
  ],
  [
    'begins twice',
    ['genesis'],
    () => {
      const history = begun()
      history.genesis({}, WHEN)
      return history
    }
  ],
  [
    'begins with a file that main doesn’t have',
    ['genesis'],
    () => {
      const signer = testSigner(1)
      const history = new Made(signer)
      history.land({ ...book(signer), [ALICE]: FIRST }, T0 - DAY)
      const tip = history.land({ [ALICE]: null }, T0 - HOUR)
      history.main.pop()
      history.genesis({ commit: tip, files: 9 }, T0)
      history.land({ [ALICE]: null }, T0 - HOUR)
      return history
    }
  ],
  [
    'counts other files than it has',
    ['genesis'],
    () => {
      const signer = testSigner(1)
      const history = new Made(signer)
      history.land(book(signer), T0 - DAY)
      history.genesis({ files: 3 }, T0)
      return history
    }
  ],
  [
    'dates an event ahead of its commit',
    ['time-impossible'],
    () => {
      const history = begun()
      history.append({ events: [finished(history, 'run-1', WHEN + DAY)], at: WHEN })
      return history
    }
  ],
  [
    'dates an event to a day that doesn’t exist',
    ['time-impossible'],
    () => {
      const history = begun()
      history.append({
        events: [{ ...finished(history, 'run-1', WHEN), at: '2026-11-31T00:00:00Z' }],
        at: WHEN
      })
      return history
    }
  ],
  [
    'dates an event back by a week',
    ['time-backwards'],
    () => {
      const history = issued()
      history.append({ events: [finished(history, 'run-2', WHEN - 7 * DAY)], at: WHEN + HOUR })
      return history
    }
  ],
  [
    'dates a grant’s event back by a week',
    ['time-backwards'],
    () => {
      const history = issued()
      history.append({ events: [revoked(history, FIRST, WHEN - 7 * DAY)], at: WHEN + HOUR })
      return history
    }
  ],
  [
    'writes the same event twice',
    ['event-doubled'],
    () => {
      const history = issued()
      const one = revoked(history, FIRST, WHEN)
      history.append({ events: [one], at: WHEN })
      history.append({ events: [one], at: WHEN })
      return history
    }
  ],
  [
    'finishes a run twice',
    ['run-broken'],
    () => {
      const history = issued()
      history.append({ events: [finished(history, 'run-1', WHEN)], at: WHEN + HOUR })
      return history
    }
  ],
  [
    'settles a run that nobody started',
    ['run-broken'],
    () => {
      const history = begun()
      history.append({ events: [finished(history, 'run-1', WHEN, ['ghost'])], at: WHEN })
      return history
    }
  ],
  [
    'is signed by somebody else',
    ['signer'],
    () => {
      const history = begun()
      history.append({ events: [finished(history, 'run-1', WHEN)], at: WHEN, signer: testSigner(2) })
      return history
    }
  ],
  [
    'is not signed',
    ['unsigned'],
    () => {
      const history = begun()
      history.append({ events: [finished(history, 'run-1', WHEN)], at: WHEN, signer: null })
      return history
    }
  ],
  [
    'has two parents',
    ['parent'],
    () => {
      const history = begun()
      const [first = ''] = history.commits
      history.append({
        events: [finished(history, 'r', WHEN)],
        at: WHEN,
        parents: [first, history.main[0]?.commit ?? '']
      })
      return history
    }
  ],
  [
    'removes a file of events',
    ['append-only'],
    () => {
      const history = issued()
      history.append({ events: [], forged: { [`events/${ALICE}.jsonl`]: null } })
      return history
    }
  ],
  [
    'holds a file of its own',
    ['path'],
    () => {
      const history = begun()
      history.append({ events: [], forged: { 'README.md': 'hello' } })
      return history
    }
  ],
  [
    'takes the signers away',
    ['settings', 'approved'],
    () => {
      const history = begun()
      history.append({ events: [], moves: { 'grants/grantbook.yaml': 'organization: acme\n' } })
      return history
    }
  ]
]

describe('a record that', () => {
  test.each(LIES)('%s', (_name, expected, tell) => {
    expect(codes(auditHistory(tell()))).toEqual(expected)
  })
})

describe('a record may', () => {
  test('issue what was adopted at genesis', () => {
    const history = begunWith({ [ALICE]: FIRST })
    history.append({ events: [held(history, 'issued', FIRST, UNTIL, WHEN)], at: WHEN })
    expect(codes(auditHistory(history))).toEqual([])
  })

  test('record what a run did that began before the file moved on', () => {
    const history = approved()
    landApproved(history, { text: SHORTER, pull: 2, when: WHEN + HOUR })
    history.append({ events: [held(history, 'issued', FIRST, UNTIL, WHEN + HOUR / 2)], at: WHEN + 2 * HOUR })
    expect(codes(auditHistory(history))).toEqual([])
  })

  test('go on under a new signer that came in under the old one', () => {
    const history = begun()
    const next = testSigner(2)
    const path = 'grants/grantbook.yaml'
    const text = book(next)[path] ?? ''
    const approvals = [approvalOf(history, 'carol', WHEN - HOUR, 1, '@acme/access-governance')]
    landApproved(history, { path, text, pull: 1, when: WHEN, approvals })
    history.append({ events: [finished(history, 'r', WHEN)], at: WHEN, signer: next })
    expect(codes(auditHistory(history))).toEqual([])
    history.append({ events: [finished(history, 's', WHEN)], at: WHEN })
    expect(codes(auditHistory(history))).toEqual(['signer'])
  })

  test('not begin under a key that --signer doesn’t name', () => {
    const history = wholeStory()
    expect(codes(auditHistory(history, { signer: history.signer.publicKey }))).toEqual([])
    expect(codes(auditHistory(history, { signer: testSigner(3).publicKey }))).toEqual(['signer'])
  })
})

test('a problem names file, line and commit', () => {
  const history = issued()
  history.append({ events: [held(history, 'shortened', FIRST, '2026-12-16T00:00:00Z', WHEN)], at: WHEN })
  expect(auditHistory(history).problems).toEqual([
    {
      code: 'direction-wrong',
      file: `events/${ALICE}.jsonl`,
      line: 4,
      commit: history.commits.at(-1),
      message: `It was shortened to 2026-12-16T00:00:00Z, although it ended at ${writeInstant(at('2026-12-14'))} before.`
    }
  ])
})
