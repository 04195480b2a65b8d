import { expect, test } from 'vitest'
import { grant, PATHS, rule } from '../approval/acme.ts'
import { approve, judge, type World } from '../approval/world.ts'

const change = { [PATHS.alice]: grant('2026-11-30') }

const MERGES: readonly (readonly [string, NonNullable<World['landed']>])[] = [
  ['an extra grant', { [PATHS.grant('admin', 'alice')]: grant() }],
  ['a later end than in the head', { [PATHS.alice]: grant('2026-12-31') }],
  ['another mode', { [PATHS.alice]: { text: grant('2026-11-30'), mode: '120000' } }],
  ['a rule less', { [PATHS.rule]: null }],
  ['a looser rule', { [PATHS.rule]: rule({ atMost: 9 }) }]
]

test.each(MERGES)('a hand-made merge with %s is not what was approved', (_, landed) => {
  const reviews = [approve('carol'), approve('gina')]
  expect(judge({ change, reviews, merged: 30 }).state).toBe('approved')
  const verdict = judge({ change, reviews, merged: 30, landed })
  expect(verdict.state).toBe('refused')
  expect(verdict.paths.flatMap(({ reasons }) => reasons).map(({ rule: name }) => name)).toContain(
    'landed-as-approved'
  )
})
