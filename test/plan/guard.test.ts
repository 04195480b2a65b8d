import { describe, expect, test } from 'vitest'
import { DAY, HOUR } from '../../src/book/duration.ts'
import { guard, type GuardFacts } from '../../src/plan/guard.ts'
import type { Cause, Change, SystemPlan } from '../../src/plan/plan.ts'
import { NOW } from '../support/book.ts'

const removal = (unit: string, cause: Cause = 'unproved', principal = `user/${unit}`): Change => ({
  action: 'revoke',
  system: 'aws-prod',
  entitlement: 'billing-read',
  subject: unit,
  grant: `grants/${unit}.yaml`,
  principal,
  why: 'its file was deleted',
  cause,
  unit,
  from: null,
  until: null,
  enforcement: 'target',
  impact: 'narrowing',
  meaning: { possible: [], noLonger: [] },
  pieces: {
    before: [{ id: `${unit}x1`, key: unit, body: '{}', enforcement: 'target' }],
    after: [],
    theirs: new Set()
  }
})

const planOf = (changes: readonly Change[], standing: number): SystemPlan => ({
  system: 'aws-prod',
  goals: [...new Set(changes.map(({ principal }) => principal ?? ''))].map((principal) => ({
    principal,
    pieces: [],
    principalId: null,
    owned: new Set()
  })),
  changes,
  drift: [],
  refused: [],
  withheld: [],
  observed: [],
  standing,
  before: new Map()
})

const names = (count: number) =>
  Array.from({ length: count }, (_, index) => `g${String(index).padStart(3, '0')}`)
const facts = (over: Partial<GuardFacts> = {}): GuardFacts => ({
  settings: { share: 0.1, floor: 5 },
  recent: [],
  admitted: new Set(),
  empty: null,
  now: NOW,
  ...over
})
const passed = (plan: SystemPlan) => [plan.changes.length, plan.withheld.length]

describe('how much passes', () => {
  test.each([
    [5, 10, [5, 0]],
    [6, 10, [5, 1]],
    [12, 100, [10, 2]],
    [12, 119, [11, 1]],
    [200, 2000, [200, 0]],
    [201, 2000, [200, 1]]
  ])('of %i unexplained removals with %i standing', (count, standing, expected) => {
    expect(
      passed(
        guard(
          planOf(
            names(count).map((name) => removal(name)),
            standing
          ),
          facts()
        )
      )
    ).toEqual(expected)
  })

  test.each(['window', 'proved', 'ended', 'drift'] as const)('removals by %s always pass', (cause) => {
    expect(
      passed(
        guard(
          planOf(
            names(50).map((name) => removal(name, cause)),
            50
          ),
          facts({ empty: 'nobody is there' })
        )
      )
    ).toEqual([50, 0])
  })
})

test('what was removed within 24 hours counts, what was before doesn’t', () => {
  const recent = (at: number, cause: Cause = 'unproved') =>
    names(5).map((unit) => ({ system: 'aws-prod', unit: `old ${unit}`, at, cause }))
  const plan = planOf(
    names(3).map((name) => removal(name)),
    10
  )
  expect(passed(guard(plan, facts({ recent: recent(NOW - HOUR) })))).toEqual([0, 3])
  expect(passed(guard(plan, facts({ recent: recent(NOW - DAY + 1) })))).toEqual([0, 3])
  expect(passed(guard(plan, facts({ recent: recent(NOW - DAY) })))).toEqual([3, 0])
  expect(passed(guard(plan, facts({ recent: recent(NOW - HOUR, 'window') })))).toEqual([3, 0])
  expect(
    passed(guard(plan, facts({ recent: recent(NOW - HOUR).map((one) => ({ ...one, system: 'other' })) })))
  ).toEqual([3, 0])
})

test('an empty source withholds all that is unexplained', () => {
  const plan = guard(
    planOf([removal('a'), removal('b', 'window')], 10),
    facts({ empty: 'there are neither people nor workloads' })
  )
  expect([plan.changes.map(({ unit }) => unit), plan.withheld.map(({ unit }) => unit)]).toEqual([
    ['b'],
    ['a']
  ])
})

test('one subject counts as one and goes first', () => {
  const suspended = names(20)
    .map((name) => removal(name))
    .map((change) => ({ ...change, unit: 'subject zoe' }))
  const plan = guard(
    planOf([...names(5).map((name) => removal(`a${name}`)), ...suspended], 30),
    facts({ settings: { share: 0, floor: 5 } })
  )
  expect([
    plan.changes.filter(({ unit }) => unit === 'subject zoe').length,
    plan.withheld.map(({ unit }) => unit)
  ]).toEqual([20, ['ag004']])
})

test('what is withheld stays in the goal, beside what is granted', () => {
  const plan = guard(
    planOf([removal('a', 'unproved', 'user/alice'), removal('b', 'window', 'user/alice')], 1),
    facts({ settings: { share: 0, floor: 0 } })
  )
  expect(plan.goals.map(({ principal, pieces }) => [principal, pieces.map(({ id }) => id)])).toEqual([
    ['user/alice', ['ax1']]
  ])
})
