import { expect, test } from 'vitest'
import { grant, PATHS } from '../approval/acme.ts'
import { approve, judge, type Patch } from '../approval/world.ts'

const change = { [PATHS.alice]: grant('2026-12-31') }
const seen = { [PATHS.alice]: grant('2026-11-30') }
const pushes = [
  { by: 'alice', at: 0, after: 'seen' },
  { by: 'alice', at: 20, after: 'head' }
]
/** Carol approved in the tenth minute, when the branch held `first`; GitHub says now that she reviewed the head. */
const stamped = (first: Patch) =>
  judge({ change, commits: { seen: first }, pushes, reviews: [approve('carol', 'head', 10)] })

test('a review that is stamped at the head was given to what the branch held then', () => {
  expect(stamped(seen).state).toBe('missing')
  expect(stamped(change).state).toBe('approved')
})

test('a review that names a commit of the caller’s choice was given to that commit’s content', () => {
  const verdict = judge({ change, commits: { chosen: seen }, reviews: [approve('carol', 'chosen')] })
  expect(verdict.state).toBe('missing')
})

test('a review that names no commit, or one that is gone, was given to nothing that is known', () => {
  expect(judge({ change, reviews: [approve('carol', null)] }).state).toBe('missing')
  expect(judge({ change, commits: { gone: null }, reviews: [approve('carol', 'gone')] }).state).toBe(
    'missing'
  )
})
