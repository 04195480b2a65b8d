import { expect, test } from 'vitest'
import { grant, PATHS } from '../approval/acme.ts'
import { approve, judge } from '../approval/world.ts'

const change = { [PATHS.alice]: grant() }
const DAY = 24 * 60

test('an approval given after the merge doesn’t count', () => {
  const verdict = judge({ change, merged: 30, reviews: [approve('carol', 'head', 31)] })
  expect(verdict.state).toBe('missing')
  expect(verdict.discounted).toEqual([
    { review: 1, login: 'carol-acme', why: 'It was given at 2026-11-20T09:31:00Z, after the merge.' }
  ])
})

test('an approval from months before doesn’t count', () => {
  expect(judge({ change, merged: 90 * DAY, reviews: [approve('carol')] }).state).toBe('missing')
  expect(judge({ change, merged: 13 * DAY, reviews: [approve('carol')] }).state).toBe('approved')
})
