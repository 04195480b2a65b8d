import { expect, test } from 'vitest'
import { conceal } from '../../src/commands/conceal.ts'
import { nearestOf } from '../../src/commands/nearest.ts'

test('values of the environment’s secrets are taken out, line by line', () => {
  const environment = {
    GITHUB_TOKEN: 'not-a-known-form',
    GRANTBOOK_SIGNING_KEY: 'first-line\nsecond-line',
    AWS_SECRET_ACCESS_KEY: 'short'
  }
  expect(conceal('x not-a-known-form y second-line short', environment)).toBe(
    'x [GITHUB_TOKEN] y [GRANTBOOK_SIGNING_KEY] short'
  )
  expect(conceal('nothing here', {})).toBe('nothing here')
})

test('the nearest name is always told', () => {
  expect(nearestOf('plna', ['validate', 'plan', 'apply'])).toBe('plan')
  expect(nearestOf('zzzzzz', ['validate', 'plan'])).toBe('plan')
  expect(nearestOf('x', [])).toBeNull()
})
