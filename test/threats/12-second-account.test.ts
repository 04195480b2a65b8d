import { expect, test } from 'vitest'
import { APP, grant, PATHS, person } from '../approval/acme.ts'
import { approve, judge } from '../approval/world.ts'

const admin = { [PATHS.grant('admin', 'alice')]: grant() }
const second = { login: 'carol-private', id: 4711, type: 'User' }

test('a second account of one person is not a second person', () => {
  const world = {
    change: admin,
    teams: { '@acme/billing': ['carol', second] },
    reviews: [approve('carol'), approve(second)]
  }
  expect(judge(world).state).toBe('missing')
})

test('a second person’s file with the same number makes neither of them approver', () => {
  const world = {
    approved: { [PATHS.person('zoe')]: person('zoe', '', 1003) },
    change: admin,
    reviews: [approve('carol'), approve('dave')]
  }
  expect(judge(world).state).toBe('missing')
})

test.each([
  ['bot', { login: 'helper[bot]', id: 77, type: 'Bot' }],
  ['App', APP]
])('a %s is nobody', (_, account) => {
  expect(
    judge({
      change: { [PATHS.alice]: grant() },
      teams: { '@acme/billing': [account] },
      reviews: [approve(account)]
    }).state
  ).toBe('missing')
})
