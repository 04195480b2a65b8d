import { expect, test } from 'vitest'
import { grant, PATHS, rule, workload } from '../approval/acme.ts'
import { approve, judge } from '../approval/world.ts'

test('a rename is a deletion and an addition: the new path needs its own owners', () => {
  const verdict = judge({
    approved: { [PATHS.grant('mine', 'alice')]: grant() },
    change: { [PATHS.grant('mine', 'alice')]: null, [PATHS.grant('admin', 'alice')]: grant() },
    reviews: [approve('dave')]
  })
  expect(verdict.paths.map(({ path, state, need }) => [path, state, need])).toEqual([
    [PATHS.grant('admin', 'alice'), 'missing', 'approval'],
    [PATHS.grant('mine', 'alice'), 'approved', 'none']
  ])
})

test('a rule that moves out of the folder of rules is deleted', () => {
  const verdict = judge({
    change: { [PATHS.rule]: null, 'grants/exceptions/payments.yaml': rule() },
    reviews: [approve('gina')]
  })
  expect(verdict.state).toBe('refused')
})

test('a workload that moves and changes hands on the way needs both owners', () => {
  const moved = { [PATHS.workload]: null, 'grants/workloads/jobs/exporter.yaml': workload('carol') }
  expect(judge({ change: moved, author: 'hugo', reviews: [approve('gina')] }).state).toBe('missing')
})

test('a person or a rule is never deleted without an approval', () => {
  expect(judge({ change: { [PATHS.person('dave')]: null } }).state).toBe('missing')
  expect(judge({ change: { [PATHS.rule]: null } }).state).toBe('missing')
})
