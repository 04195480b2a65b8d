import { expect, test } from 'vitest'
import { grant, PATHS } from '../approval/acme.ts'
import { approve, judge } from '../approval/world.ts'

const change = { [PATHS.alice]: grant() }

test('what was approved against another base was another change', () => {
  expect(judge({ change, retargeted: [15], reviews: [approve('carol')] }).state).toBe('missing')
  expect(judge({ change, retargeted: [15], reviews: [approve('carol', 'head', 16)] }).state).toBe('approved')
})

test('in the very second of the change of base it doesn’t count either', () => {
  expect(judge({ change, retargeted: [10], reviews: [approve('carol')] }).state).toBe('missing')
})

test('a pull request into another branch is not approved at all', () => {
  expect(judge({ change, reviews: [approve('carol')], facts: { into: 'staging' } }).state).toBe('refused')
})
