import { expect, test } from 'vitest'
import { accountOf, entitlement, grant, PATHS } from '../approval/acme.ts'
import { approve, judge } from '../approval/world.ts'

const change = { [PATHS.alice]: grant() }
const impostor = { login: 'carol-acme', id: 666, type: 'User' }

test('who took over an approver’s login has another number, and is nobody', () => {
  expect(judge({ change, teams: { '@acme/billing': [impostor] }, reviews: [approve(impostor)] }).state).toBe(
    'missing'
  )
})

test('who took over the login that owns a file is nobody either', () => {
  const mine = { [PATHS.grant('mine', 'alice')]: grant() }
  expect(
    judge({ change: mine, reviews: [approve({ login: 'dave-acme', id: 666, type: 'User' })] }).state
  ).toBe('missing')
})

test('the approver under a new login stays the approver', () => {
  const renamed = { ...accountOf('carol'), login: 'carol-new' }
  expect(judge({ change, teams: { '@acme/billing': [renamed] }, reviews: [approve(renamed)] }).state).toBe(
    'approved'
  )
})

test('members of a new team of the old name approve nothing until governance approved them as people', () => {
  const eve = { login: 'eve', id: 666, type: 'User' }
  expect(judge({ change, teams: { '@acme/billing': [eve] }, reviews: [approve(eve)] }).state).toBe('missing')
})

test('a team that was renamed has no members any more', () => {
  const approved = { [PATHS.entitlement('read')]: entitlement('read', { approvers: '["@acme/old-name"]' }) }
  expect(judge({ approved, change, reviews: [approve('carol')] }).state).toBe('missing')
})
