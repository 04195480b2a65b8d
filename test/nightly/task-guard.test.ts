import { expect, test } from 'vitest'
import { DAY } from '../../src/book/duration.ts'
import { guardEnds } from '../../src/nightly/task-guard.ts'

const NOW = Date.UTC(2026, 10, 30)
const settings = { share: 0.1, floor: 2 }
const ended = (task: string | null, ago: number) => ({ blob: 'b', why: '', at: NOW - ago, task })

function passing(over: number, open: number, before: ReturnType<typeof ended>[] = []) {
  const all = Array.from({ length: over }, (_, n) => n)
  const { now, withheld } = guardEnds(all, { settings, open, ended: before, now: NOW })
  expect([...now, ...withheld]).toEqual(all)
  return now.length
}

test.each([
  [2, 5, 2],
  [3, 5, 2],
  [30, 100, 10],
  [0, 0, 0]
])('of %i tasks that are over, of %i, %i end what they justify', (over, open, expected) => {
  expect(passing(over, open)).toBe(expected)
})

test('what ended within 24 hours counts, each task once, and nothing else does', () => {
  const hour = DAY / 24
  expect(passing(5, 20, [ended('a', hour), ended('a', hour)])).toBe(1)
  expect(passing(5, 20, [ended('a', hour), ended('b', hour), ended('c', hour)])).toBe(0)
  expect(passing(5, 20, [ended('a', DAY), ended('b', 2 * DAY), ended(null, hour)])).toBe(2)
})
