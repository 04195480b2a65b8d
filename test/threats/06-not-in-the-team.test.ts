import { expect, test } from 'vitest'
import { grant, PATHS } from '../approval/acme.ts'
import { approve, judge } from '../approval/world.ts'

const change = { [PATHS.alice]: grant() }

test('who isn’t an active member of the owning team, or no longer, approves nothing', () => {
  expect(judge({ change, reviews: [approve('greg')] }).state).toBe('missing')
  expect(judge({ change, teams: { '@acme/billing': ['dave'] }, reviews: [approve('carol')] }).state).toBe(
    'missing'
  )
})

test('a team that may not push itself owns nothing', () => {
  expect(judge({ change, readers: ['@acme/billing'], reviews: [approve('carol')] }).state).toBe('missing')
})

test('a team that can’t be read is not a team without members: nothing is decided for good', () => {
  const verdict = judge({ change, mute: ['@acme/billing'], reviews: [approve('carol')] })
  expect([verdict.state, verdict.passing]).toEqual(['refused', true])
})
