import { expect, test } from 'vitest'
import { grant, PATHS } from '../approval/acme.ts'
import { approve, judge } from '../approval/world.ts'

const change = { [PATHS.alice]: grant() }
const reviews = [approve('carol')]

test.each([
  ['files of #12', 'the listing stops at 3,000 files', false],
  ['commits of #12', 'the listing stops at 250 commits', false],
  ['reviews of #12', 'a page is missing', true],
  ['timeline of #12', '403', true],
  ['activity of alice-billing', '502', true]
])('%s: %s is not approved', (what, why, passing) => {
  const verdict = judge({ change, reviews, facts: { gaps: [{ what, why, passing }] } })
  expect([verdict.state, verdict.passing, verdict.reasons.map(({ rule }) => rule)]).toEqual([
    'refused',
    passing,
    ['completeness']
  ])
})

test('a record of pushes that doesn’t reach the head is a listing cut short', () => {
  const verdict = judge({ change, reviews, pushes: [{ by: 'alice', at: 0, after: 'first' }] })
  expect([verdict.state, verdict.passing]).toEqual(['refused', true])
})
