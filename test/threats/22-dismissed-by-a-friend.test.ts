import { expect, test } from 'vitest'
import { grant, PATHS } from '../approval/acme.ts'
import { approve, dismissed, judge } from '../approval/world.ts'

const change = { [PATHS.alice]: grant() }
const objected = (who: string) =>
  judge({ change, reviews: [dismissed('dave', 'changes_requested', who), approve('carol', 'head', 30)] })

test.each(['alice', 'bob', 'gina', 'dave'])('an objection that %s dismissed still stands', (who) => {
  const verdict = objected(who)
  expect(verdict.state).toBe('refused')
  expect(verdict.paths[0]?.reasons.map(({ rule }) => rule)).toEqual(['objections'])
})

test('another owner of the file may dismiss it', () => {
  expect(objected('carol').state).toBe('approved')
})

test('what GitHub doesn’t say of a dismissal counts against it', () => {
  expect(
    judge({ change, reviews: [dismissed('dave', null, 'bob'), approve('carol', 'head', 30)] }).state
  ).toBe('refused')
})
