import { expect, test } from 'vitest'
import { APP, grant, PATHS } from '../approval/acme.ts'
import { approve, judge } from '../approval/world.ts'

const change = { [PATHS.alice]: grant() }

test('whoever asked our App for a pull request doesn’t approve it', () => {
  const asked = { change, author: APP, trailer: 'carol' }
  expect(judge({ ...asked, reviews: [approve('carol')] }).state).toBe('missing')
  expect(judge({ ...asked, reviews: [approve('dave')] }).state).toBe('approved')
})

test('whoever pushes to our App’s pull request doesn’t approve it either', () => {
  const pushes = [
    { by: APP, at: 0, after: 'old' },
    { by: 'carol', at: 5, after: 'head' }
  ]
  expect(
    judge({ change, author: APP, pushes, commits: { old: {} }, reviews: [approve('carol')] }).state
  ).toBe('missing')
})

test('a bot that isn’t our App opens nothing that can be approved', () => {
  const verdict = judge({
    change,
    author: { login: 'helper[bot]', id: 5, type: 'Bot' },
    reviews: [approve('carol')]
  })
  expect(verdict.state).toBe('refused')
})
