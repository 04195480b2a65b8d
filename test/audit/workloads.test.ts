import { describe, expect, test } from 'vitest'
import type { Event } from '../../src/evidence/events.ts'
import { entitlement, grant, grantPath, person, TASK, workload, type Files } from '../support/book.ts'
import { testSigner } from '../io/git/evidence-scene.ts'
import { auditHistory, codes, History } from './history.ts'
import {
  approvalOf,
  book,
  common,
  DAY,
  finished,
  held,
  HOUR,
  landApproved,
  revoked,
  sealed,
  T0
} from './story.ts'

// What is recorded of workloads: ends before their time, and hand-overs.

const PATH = grantPath('billing-read', 'exporter')
const TEXT = grant('2026-12-14', TASK)
const FILE = 'grants/workloads/exporter.yaml'
const UNTIL = '2026-12-15T00:00:00Z'
const URL = TASK.trim().slice('task: '.length)
const ON = { grant: PATH, principal: 'role/ci/exporter' }

function begun(files: Files = {}): History {
  const signer = testSigner(1)
  const history = new History(signer)
  history.land({ ...book(signer), [FILE]: workload('exporter'), ...files }, T0 - DAY)
  history.genesis({}, T0)
  return history
}

const WHEN = T0 + HOUR

function issued(text = TEXT, files: Files = {}): History {
  const history = begun(files)
  landApproved(history, { path: PATH, text, pull: 1, when: WHEN })
  history.append({
    events: [held(history, 'issued', text, UNTIL, WHEN, ON), finished(history, 'run-1', WHEN)],
    at: WHEN
  })
  return history
}

type Ended = Extract<Event, { readonly event: 'ended' }>

function end(history: History, over: Partial<Ended> = {}, text = TEXT): History {
  const at = WHEN + DAY
  const one: Ended = { ...common(history, PATH, text, at), event: 'ended', why: 'task over', task: URL }
  history.append({ events: [{ ...one, ...over }], at })
  return history
}

function gone(history: History, text = TEXT): History {
  const at = WHEN + DAY + HOUR
  const one = { ...revoked(history, text, at), ...ON } as Event
  history.append({ events: [one, finished(history, 'run-2', at)], at })
  return history
}

describe('an end before its time', () => {
  test('by the task that the file names is in order', () => {
    expect(codes(auditHistory(gone(end(issued()))))).toEqual([])
  })

  test.each<[string, () => History]>([
    [
      'names no ground',
      () => {
        const history = issued()
        const at = WHEN + DAY
        history.append({ events: [{ ...common(history, PATH, TEXT, at), event: 'ended', why: 'so' }], at })
        return gone(history)
      }
    ],
    ['names another task than the file', () => gone(end(issued(), { task: `${URL}3` }))],
    ['is of another form than the approved one', () => gone(end(issued(), {}, grant('2026-12-01', TASK)))],
    [
      'is of what doesn’t end with its task',
      () => {
        const ongoing = `${entitlement('billing-read')}task: ongoing\n`
        return gone(end(issued(TEXT, { 'grants/systems/aws-prod/billing-read/entitlement.yaml': ongoing })))
      }
    ],
    [
      'is of a person’s',
      () => {
        const history = begun()
        const path = grantPath('billing-read', 'alice')
        landApproved(history, { path, text: TEXT, pull: 1, when: WHEN })
        return end(history, { grant: path })
      }
    ]
  ])('that %s has no ground', (_, tell) => {
    expect(codes(auditHistory(tell()))).toEqual(['end-without-ground'])
  })

  test.each(['issued', 'extended'] as const)('and then %s again in the same form', (kind) => {
    const history = end(issued())
    const at = WHEN + DAY + HOUR
    const events = kind === 'issued' ? [{ ...revoked(history, TEXT, at), ...ON } as Event] : []
    history.append({ events: [...events, held(history, kind, TEXT, UNTIL, at, ON)], at })
    expect(codes(auditHistory(history))).toEqual(['issued-after-end'])
  })

  test('and then issued in a form to which it was only shortened', () => {
    const history = gone(end(issued()))
    const at = WHEN + 2 * DAY
    const text = grant('2026-12-10', TASK)
    history.land({ [PATH]: text }, at)
    const base = common(history, PATH, text, at)
    const reduced: Event = { ...base, event: 'reduced', what: 'x', pull: null }
    history.append({ events: [reduced, sealed(history, [], at)], moves: { [PATH]: text }, at })
    const later = at + HOUR
    history.append({ events: [held(history, 'issued', text, '2026-12-11T00:00:00Z', later, ON)], at: later })
    expect(codes(auditHistory(history))).toEqual(['issued-after-end'])
  })

  test('a run that was under way then could not know', () => {
    const history = end(issued())
    history.append({ events: [held(history, 'extended', TEXT, UNTIL, WHEN + DAY, ON)], at: WHEN + DAY })
    expect(codes(auditHistory(history))).toEqual([])
  })

  test('approved anew, the same words may be given again', () => {
    const history = gone(end(issued()))
    const at = WHEN + 2 * DAY
    landApproved(history, { path: PATH, text: null, pull: 2, when: at })
    landApproved(history, { path: PATH, text: TEXT, pull: 3, when: at + HOUR })
    history.append({ events: [held(history, 'issued', TEXT, UNTIL, at + HOUR, ON)], at: at + HOUR })
    expect(codes(auditHistory(history))).toEqual([])
  })
})

type Transferred = Extract<Event, { readonly event: 'transferred' }>

const GOVERNANCE = '@acme/access-governance'
const given = (name: string, by: 'review' | 'part') => ({ person: name, by })

/** The record of a workload's file that goes from alice to bob, approved by carol for governance. */
function handed({
  files = {},
  over = {},
  to = 'bob',
  consents = [given('alice', 'part'), given('bob', 'review')],
  events = 1
}: {
  files?: Files
  over?: Partial<Transferred>
  to?: string
  consents?: Transferred['consents']
  events?: number
} = {}): History {
  const history = begun(files)
  const text = workload('exporter', `owner: ${to}`)
  history.land({ [FILE]: text }, WHEN - 60_000)
  const base = common(history, FILE, text, WHEN)
  const pull = 'acme/access#1'
  const reviewers = consents.filter(({ by }) => by === 'review').map(({ person: name }) => name)
  const approvals = [
    approvalOf(history, 'carol', WHEN - HOUR, 9, GOVERNANCE),
    ...reviewers.map((name, n) => approvalOf(history, name, WHEN - HOUR, 10 + n, 'consent'))
  ]
  const one: Transferred = { ...base, event: 'transferred', from: 'alice', to, consents, ...over }
  history.append({
    events: [
      { ...base, event: 'requested', pull, requester: null },
      { ...base, event: 'approved', pull, head: '3'.repeat(40), base: '4'.repeat(40), approvals },
      ...Array.from({ length: events }, () => one),
      sealed(history, [1], WHEN)
    ],
    moves: { [FILE]: text },
    at: WHEN
  })
  return history
}

const LEFT = { 'grants/people/alice.yaml': person('alice', 'manager: carol\nends: 2026-11-01\n') }

describe('a workload that changes hands', () => {
  test.each<[string, History]>([
    ['both sides agreed', handed()],
    [
      'the old owner has left, and the manager agreed',
      handed({ files: LEFT, to: 'carol', consents: [given('carol', 'review')] })
    ],
    [
      'the old owner has left, and nobody is above',
      handed({
        files: { 'grants/people/alice.yaml': person('alice', 'ends: 2026-11-01\n') },
        consents: [given('bob', 'part')]
      })
    ]
  ])('is in order: %s', (_, history) => {
    expect(auditHistory(history).problems).toEqual([])
  })

  test.each<[string, readonly string[], History]>([
    ['without a word of it', ['transfer-false'], handed({ events: 0 })],
    ['twice', ['transfer-false'], handed({ events: 2 })],
    ['from somebody else', ['transfer-false'], handed({ over: { from: 'carol' } })],
    ['to somebody else', ['transfer-false'], handed({ over: { to: 'carol' } })],
    ['without the old owner', ['transfer-consent'], handed({ consents: [given('bob', 'part')] })],
    ['without the new owner', ['transfer-consent'], handed({ consents: [given('alice', 'part')] })],
    [
      'without the leaver’s manager',
      ['transfer-consent'],
      handed({ files: LEFT, consents: [given('bob', 'part')] })
    ],
    [
      'with the word of an owner who is suspended',
      ['transfer-consent'],
      handed({
        files: {
          'grants/suspensions/alice.yaml': 'reason: Laptop stolen\n',
          'grants/people/alice.yaml': person('alice', 'manager: carol\n')
        }
      })
    ]
  ])('and is recorded %s', (_, expected, history) => {
    expect(codes(auditHistory(history))).toEqual(expected)
  })

  test('a review that nobody gave is no consent', () => {
    const history = handed({
      consents: [given('alice', 'part'), given('bob', 'part')],
      over: { consents: [given('alice', 'review'), given('bob', 'part')] }
    })
    expect(codes(auditHistory(history))).toEqual(['transfer-consent'])
  })

  test('and stands alone, without an approval', () => {
    const history = begun()
    const base = common(history, FILE, workload('exporter'), WHEN)
    const one: Transferred = { ...base, event: 'transferred', from: 'alice', to: 'bob', consents: [] }
    history.append({ events: [one], at: WHEN })
    expect(codes(auditHistory(history))).toEqual(['transfer-false'])
  })
})
