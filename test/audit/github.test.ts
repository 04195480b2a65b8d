import { expect, test } from 'vitest'
import type { Review } from '../../src/approval/facts.ts'
import { comparePull, type PullRecord, type PullToday } from '../../src/evidence/audit/pull-record.ts'
import { at } from '../support/book.ts'

const HEAD = 'a'.repeat(40)
const COMMIT = 'b'.repeat(40)
const RECORD: PullRecord = {
  pull: 'acme/access#7',
  head: HEAD,
  commit: COMMIT,
  reviews: new Map([[901, { account: 102, login: 'bob-acme', at: '2026-11-20T08:00:00Z' }]]),
  where: { commit: 'c'.repeat(40), file: 'events/x.jsonl', line: 2 }
}
const REVIEW: Review = {
  id: 901,
  author: { login: 'bob-acme', id: 102, type: 'User' },
  state: 'APPROVED',
  commit: HEAD,
  at: at('2026-11-20T08:00:00Z')
}
const TODAY: PullToday = {
  head: HEAD,
  mergedAt: at('2026-11-20T09:00:00Z'),
  mergeCommit: COMMIT,
  reviews: [REVIEW]
}

test.each<readonly [string, Partial<PullToday>, readonly string[]]>([
  ['the same', {}, []],
  ['a review that was dismissed since', { reviews: [{ ...REVIEW, state: 'DISMISSED' }] }, []],
  ['an account that is gone', { reviews: [{ ...REVIEW, author: null }] }, []],
  [
    'never merged',
    { mergedAt: null },
    ['acme/access#7 is recorded as approved and landed, but GitHub says that it isn’t merged.']
  ],
  ['another head', { head: COMMIT }, [`acme/access#7 has the head ${COMMIT} on GitHub, not ${HEAD}.`]],
  [
    'another merge',
    { mergeCommit: HEAD },
    [`acme/access#7 was merged as ${HEAD} by GitHub, not as ${COMMIT}.`]
  ],
  [
    'no such review',
    { reviews: [] },
    ['GitHub lists no review 901 of acme/access#7, which the record counts.']
  ],
  [
    'somebody else’s review',
    { reviews: [{ ...REVIEW, author: { login: 'mallory', id: 666, type: 'User' } }] },
    ['The review 901 of acme/access#7 is by mallory on GitHub, not by bob-acme.']
  ],
  [
    'no approval',
    { reviews: [{ ...REVIEW, state: 'COMMENTED' }] },
    ['The review 901 of acme/access#7 is no approval on GitHub: COMMENTED.']
  ],
  [
    'another time, after the merge',
    { reviews: [{ ...REVIEW, at: at('2026-11-20T10:00:00Z') }] },
    [
      'The review 901 of acme/access#7 was given at 2026-11-20T10:00:00Z by GitHub, not at 2026-11-20T08:00:00Z.',
      'The review 901 of acme/access#7 was given after the merge, by GitHub.'
    ]
  ]
])('GitHub lists %s', (_name, over, expected) => {
  expect(comparePull(RECORD, { ...TODAY, ...over })).toEqual(expected)
})
