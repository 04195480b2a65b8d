import { expect, test } from 'vitest'
import { entitlement, PATHS } from '../approval/acme.ts'
import { approve, judge } from '../approval/world.ts'

const including = (names: string) => ({
  [PATHS.entitlement('pack')]: entitlement('pack', { more: `includes: [${names}]\n`, aim: '' })
})

test('a bundle takes in somebody else’s entitlement only with its approvers, besides governance', () => {
  const change = including('aws-prod/read, aws-prod/pay, aws-prod/mine')
  expect(judge({ change, reviews: [approve('gina')] }).paths[0]?.missing).toMatchObject([
    { from: ['@dave-acme'], count: 1 }
  ])
  expect(judge({ change, reviews: [approve('gina'), approve('dave')] }).state).toBe('approved')
})

test('a critical one makes the bundle critical: two of governance, two of its approvers', () => {
  const verdict = judge({ change: including('aws-prod/read, aws-prod/pay, aws-prod/admin') })
  expect(verdict.paths[0]?.missing).toMatchObject([
    { from: ['@acme/access-governance'], count: 2 },
    { from: ['@acme/billing'], count: 2 }
  ])
})

test('a target under standing grants changes only with governance, never with the entitlement’s own approvers', () => {
  const aim = 'target: {assumeRole: "arn:aws:iam::123456789012:role/entitlements/admin"}'
  const change = { [PATHS.entitlement('read')]: entitlement('read', { aim }) }
  expect(judge({ change, reviews: [approve('carol'), approve('dave')] }).state).toBe('missing')
})
