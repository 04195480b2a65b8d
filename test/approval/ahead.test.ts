import { expect, test } from 'vitest'
import { decide } from '../../src/approval/decide.ts'
import { person } from './acme.ts'
import { answersTo, approve, MERGE, questionOf, type World } from './world.ts'

// Alice's end moved ahead of the pull request that brings it, because something before that could not be read.

const ALICE = 'grants/people/alice.yaml'
const [STAYS, LEAVES] = [person('alice'), person('alice', 'ends: 2026-11-25\n')]
const world = (over: Partial<World>): World => ({
  author: 'bob',
  approved: { [ALICE]: LEAVES },
  proved: { [ALICE]: STAYS },
  main: { [ALICE]: STAYS },
  change: { [ALICE]: LEAVES },
  reviews: [approve('gina')],
  merged: MERGE,
  ...over
})

test.each<[string, Partial<World>, readonly string[]]>([
  ['shown from the form that was proved last: approved, and so proved', {}, ['gina']],
  ['nobody approved it', { reviews: [] }, []],
  ['shown from a form that nobody ever approved', { main: { [ALICE]: person('alice', 'title: x\n') } }, []],
  ['shown from no form at all', { main: { [ALICE]: null } }, []]
])('%s', (_, over, approvers) => {
  const given = world(over)
  const question = questionOf(given)
  const [path] = decide({ ...question, teams: answersTo(question, given) }).paths
  expect(path).toMatchObject({ state: 'approved', need: 'none' })
  expect(path?.approvals.map(({ person: id }) => id)).toEqual(approvers)
})
