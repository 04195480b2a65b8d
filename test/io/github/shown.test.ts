import { expect, test } from 'vitest'
import type { Push } from '../../../src/approval/facts.ts'
import { standingAt } from '../../../src/io/github/shown.ts'

const ZERO = '0'.repeat(40)
const move = (at: number, before: string, after: string): Push => ({
  by: null,
  at: at * 1000,
  kind: 'push',
  before,
  after
})

const MOVES = [move(30, 'b', 'c'), move(20, 'a', 'b'), move(10, ZERO, 'a')]
const TOGETHER = [move(20, 'a', 'b'), move(20, 'b', 'c'), move(10, ZERO, 'a')]

const TABLE: readonly (readonly [string, readonly Push[], number, readonly string[]])[] = [
  ['nothing is recorded', [], 15, ['now']],
  ['between two moves', MOVES, 15, ['a']],
  ['after the last one', MOVES, 99, ['c']],
  ['in the second of a move', MOVES, 20, ['a', 'b']],
  ['in the second of its creation', MOVES, 10, ['a']],
  ['before it was there', MOVES, 5, []],
  ['before the record begins', MOVES.slice(0, 2), 5, ['a']],
  ['pushed back since', [move(30, 'b', 'a'), ...MOVES.slice(1)], 25, ['b']],
  ['after two moves in one second', TOGETHER, 25, ['c']],
  ['in the second of two moves', TOGETHER, 20, ['a', 'b', 'c']],
  ['before two moves in one second, with which the record begins', TOGETHER.slice(0, 2), 5, ['a']],
  ['after there and back in one second', [move(20, 'a', 'b'), move(20, 'b', 'a')], 25, ['a', 'b']]
]

test.each(TABLE)('%s', (_, moves, at, tips) => {
  expect(standingAt(moves, at * 1000, 'now')).toEqual(tips)
  expect(standingAt(moves.toReversed(), at * 1000, 'now')).toEqual(tips)
})
