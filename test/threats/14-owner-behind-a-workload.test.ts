import { expect, test } from 'vitest'
import { exception, grant, PATHS, workload } from '../approval/acme.ts'
import { approve, judge } from '../approval/world.ts'

const governance = { '@acme/access-governance': ['bob', 'gina', 'alice'] }

test('who holds one half of a rule through a workload doesn’t approve its end', () => {
  const change = { [PATHS.rule]: null }
  expect(judge({ change, author: 'hugo', teams: governance, reviews: [approve('alice')] }).state).toBe(
    'missing'
  )
  expect(judge({ change, author: 'hugo', teams: governance, reviews: [approve('gina')] }).state).toBe(
    'approved'
  )
})

test('who owns the workload doesn’t approve its exception', () => {
  const change = { [PATHS.exception]: exception('exporter') }
  expect(judge({ change, author: 'hugo', teams: governance, reviews: [approve('bob')] }).state).toBe(
    'missing'
  )
})

test('nobody takes over a workload, with all that it holds, without its owner', () => {
  const change = { [PATHS.workload]: workload('gina') }
  const verdict = judge({ change, author: 'gina', reviews: [approve('greg')] })
  expect(verdict.paths[0]?.missing.map(({ from }) => from)).toEqual([['@alice-acme']])
})

test('a workload’s own file isn’t its owner’s to approve', () => {
  const change = { [PATHS.workload]: workload('alice', 'backup: bob\ncanRun: [other]\n') }
  expect(
    judge({ change, author: 'hugo', teams: governance, reviews: [approve('alice'), approve('bob')] }).state
  ).toBe('missing')
})

test('who puts a grant for a workload and its new owner into one pull request is excluded by both', () => {
  const task = 'requester: hugo\ntask: https://github.com/acme/billing/issues/12\n'
  const change = {
    [PATHS.workload]: workload('carol'),
    [PATHS.grant('read', 'exporter')]: grant('2026-12-14', task)
  }
  const verdict = judge({ change, author: 'alice', reviews: [approve('carol'), approve('gina')] })
  expect(verdict.paths.find(({ path }) => path.endsWith('read/exporter.yaml'))?.state).toBe('missing')
})
