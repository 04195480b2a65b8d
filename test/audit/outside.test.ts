import { describe, expect, test } from 'vitest'
import type { Event } from '../../src/evidence/events.ts'
import { writeInstant, type Instant } from '../../src/book/instant.ts'
import { auditHistory, codes, type History } from './history.ts'
import { ALICE, approvalOf, begun, common, DAY, FIRST, held, HOUR, landApproved, T0 } from './story.ts'

const PATH = 'grants/out-of-band/aws-prod/user.alice-1a2b3c4d.yaml'
const PRINCIPAL = 'arn:aws:iam::123456789012:user/alice'
const DIGEST = `sha256:${'1'.repeat(64)}`
const THING = { id: 'inline:job', digest: DIGEST }
const FOUND = T0 + HOUR
const UNTIL = '2026-12-15T00:00:00Z'

/** The file about what was found. */
function file(more: string, digest = DIGEST): string {
  return `principal: ${PRINCIPAL}\nitems: [{id: "inline:job", what: inline policy job, firstSeen: ${writeInstant(FOUND)}, by: unknown, lastUsed: null, digest: "${digest}"}]\n${more}`
}

const TOLERATE = file('expires: 2026-12-14\ndecision: tolerate\nowner: bob\nreason: Vendor migration\n')
const REVOKE = file('expires: 2026-11-27\ndecision: revoke\n')

type Rest<Kind extends Event['event']> = Omit<
  Extract<Event, { readonly event: Kind }>,
  'event' | 'at' | 'grant' | 'blob' | 'commit' | 'by' | 'run'
>

function tell<Kind extends Event['event']>(
  history: History,
  event: Kind,
  rest: Rest<Kind>,
  when: Instant,
  text: string | null = null
): void {
  const one = { ...common(history, PATH, text, when), event, ...rest } as unknown as Event
  history.append({ events: [one], at: when })
}

const on = { system: 'aws-prod', principal: PRINCIPAL, items: [THING] }

function found(history = begun(), firstSeen = FOUND, when = FOUND): History {
  const seen = { ...THING, what: 'inline policy job', by: 'unknown', lastUsed: null }
  const items = [{ ...seen, firstSeen: writeInstant(firstSeen) }]
  tell(history, 'discovered', { principal: PRINCIPAL, principalId: 'AIDAALICE', items }, when)
  return history
}

function approvedFile(history: History, text: string, when: Instant): History {
  const approvals = [approvalOf(history, 'carol', when - 2 * HOUR, 950, '@carol-acme')]
  landApproved(history, { path: PATH, text, pull: 5, when, approvals, requester: null })
  return history
}

function tolerated(history: History, when: Instant, over: Partial<Rest<'tolerated'>> = {}): History {
  tell(history, 'tolerated', { ...on, owner: 'bob', until: UNTIL, ...over }, when, TOLERATE)
  return history
}

function adopted(history: History, when: Instant): History {
  tell(history, 'adopted', { ...on, into: ALICE }, when)
  return history
}

function declined(history: History, when: Instant, over: Partial<Rest<'declined'>> = {}): History {
  const { login, id: number, person, as } = approvalOf(history, 'carol', when, 1, '@carol-acme')
  const closed = writeInstant(when - HOUR)
  const who = { pull: 'acme/access#5', login, number, person, as, closed }
  tell(history, 'declined', { ...on, ...who, ...over }, when)
  return history
}

function removed(history: History, when: Instant): History {
  const where = { system: 'aws-prod', principal: 'user/alice', principalId: '' }
  const value = { id: '0123456789ab', digest: DIGEST, saved: '{}', item: THING.id }
  tell(history, 'saved', { system: 'aws-prod', principal: PRINCIPAL, ...value }, when)
  const rest = { why: 'inline:job: x', cause: 'window', unit: PATH, observed: false, item: THING.id } as const
  tell(history, 'revoked', { ...where, ...rest, sessionsUntil: writeInstant(when) }, when)
  return history
}

function issuedTo(history: History, when: Instant): History {
  landApproved(history, { text: FIRST, pull: 1, when })
  history.append({ events: [held(history, 'issued', FIRST, UNTIL, when)], at: when })
  return history
}

const LATER = FOUND + 6 * HOUR
const NEXT = FOUND + DAY

describe('a record in order', () => {
  const ORDERLY: readonly (readonly [string, () => History])[] = [
    [
      'adopts what a grant gives, and takes its foreign form',
      () => removed(adopted(issuedTo(found(), LATER), NEXT), NEXT)
    ],
    [
      'tolerates what an approved file lets stand',
      () => tolerated(approvedFile(found(), TOLERATE, LATER), LATER)
    ],
    ['takes away what an owner declined', () => removed(declined(found(), LATER), NEXT)],
    ['takes away what a file revokes', () => removed(approvedFile(found(), REVOKE, LATER), NEXT)],
    ['takes away what nobody decided on in time', () => removed(found(), FOUND + 8 * DAY)],
    [
      'restores what an approved file lets come back',
      () => {
        const history = removed(found(), FOUND + 8 * DAY)
        approvedFile(history, TOLERATE, FOUND + 9 * DAY)
        tolerated(history, FOUND + 9 * DAY)
        tell(history, 'restored', on, FOUND + 10 * DAY, TOLERATE)
        return history
      }
    ]
  ]
  test.each(ORDERLY)('%s', (_name, told) => {
    expect(codes(auditHistory(told()))).toEqual([])
  })
})

describe('a record that lies', () => {
  const LIES: readonly (readonly [string, readonly string[], () => History])[] = [
    ['adopted by a grant that was never issued', ['adopted-without-grant'], () => adopted(found(), LATER)],
    [
      'adopted by a grant that stands for somebody else',
      ['adopted-without-grant'],
      () => {
        const history = issuedTo(found(), LATER)
        tell(history, 'adopted', { ...on, principal: `${PRINCIPAL}-2`, into: ALICE }, NEXT)
        return history
      }
    ],
    ['adopted, and never found', ['nothing-found'], () => adopted(issuedTo(begun(), LATER), NEXT)],
    ['tolerated without a file', ['tolerated-unapproved'], () => tolerated(found(), LATER)],
    [
      'tolerated for longer than its file says',
      ['tolerated-unapproved'],
      () => tolerated(approvedFile(found(), TOLERATE, LATER), LATER, { until: '2027-12-15T00:00:00Z' })
    ],
    [
      'tolerated in another form than the approved one',
      ['tolerated-unapproved'],
      () => {
        const other = { ...on, items: [{ ...THING, digest: `sha256:${'2'.repeat(64)}` }] }
        return tolerated(approvedFile(found(), TOLERATE, LATER), LATER, other)
      }
    ],
    [
      'declined by an account that isn’t that person’s',
      ['declined-by-nobody'],
      () => declined(found(), LATER, { number: 999 })
    ],
    [
      'declined by somebody who owns nothing there',
      ['declined-by-nobody'],
      () => {
        const { login, id: number } = approvalOf(begun(), 'bob', LATER)
        return declined(found(), LATER, { login, number, person: 'bob', as: '@bob-acme' })
      }
    ],
    [
      'declined by whoever has it',
      ['declined-by-nobody'],
      () => declined(found(), LATER, { principal: 'arn:aws:iam::123456789012:user/carol' })
    ],
    ['taken away before its time', ['removed-undecided'], () => removed(found(), NEXT)],
    [
      'taken away, and never found',
      ['removed-undecided', 'nothing-stood'],
      () => removed(begun(), FOUND + 8 * DAY)
    ],
    [
      'taken away although it was let stand',
      ['removed-undecided'],
      () => removed(tolerated(approvedFile(found(), TOLERATE, LATER), LATER), FOUND + 8 * DAY)
    ],
    ['found again with a later date', ['found-clock-moved'], () => found(found(), NEXT, NEXT)],
    [
      'back without anybody’s approval',
      ['restored-unapproved'],
      () => {
        const history = removed(found(), FOUND + 8 * DAY)
        tell(history, 'restored', on, FOUND + 9 * DAY)
        return history
      }
    ],
    [
      'back although nothing was ever saved',
      ['restored-unapproved'],
      () => {
        const history = approvedFile(found(), TOLERATE, LATER)
        tell(history, 'restored', on, NEXT, TOLERATE)
        return history
      }
    ]
  ]
  test.each(LIES)('%s', (_name, expected, told) => {
    expect(codes(auditHistory(told()))).toEqual(expected)
  })
})
