import { expect, test } from 'vitest'
import { grant, PATHS, person } from '../approval/acme.ts'
import { approve, judge } from '../approval/world.ts'

test('a grant that was revoked comes back only with a new approval, in the same words too', () => {
  expect(judge({ change: { [PATHS.alice]: grant() } }).state).toBe('missing')
  expect(judge({ change: { [PATHS.alice]: grant() }, reviews: [approve('carol')] }).state).toBe('approved')
})

test('a grant that was shortened is lengthened only with a new approval', () => {
  const approved = { [PATHS.alice]: grant('2026-11-30') }
  expect(judge({ approved, change: { [PATHS.alice]: grant('2026-12-14') } }).state).toBe('missing')
})

test('an old approval doesn’t fit: months ago, or for the pull request as it was then', () => {
  const days = (count: number) => count * 24 * 60
  expect(
    judge({ change: { [PATHS.alice]: grant() }, merged: days(30), reviews: [approve('carol')] }).state
  ).toBe('missing')
})

test('a leaver’s last day moves back only with an approval', () => {
  const approved = { [PATHS.person('bob')]: person('bob', 'ends: 2026-11-01\n') }
  expect(judge({ approved, change: { [PATHS.person('bob')]: person('bob') } }).state).toBe('missing')
})
