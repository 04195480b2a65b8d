import { expect, test } from 'vitest'
import { sweep, type Span } from '../../src/duties/sweep.ts'

/** `from..until item+item` for each stretch. */
function brief(spans: readonly Span[], atMost: number): readonly string[] {
  return sweep(spans, atMost).map(({ from, until, items }) => `${from}..${until} ${items.join('+')}`)
}

const span = (item: string, from: number, until: number): Span => ({ item, from, until })

/** Five that begin one after the other and overlap in threes. */
const STAGGERED = [
  span('a', 0, 30),
  span('b', 10, 40),
  span('c', 20, 50),
  span('d', 30, 60),
  span('e', 40, 70)
]

const cases: readonly (readonly [string, readonly Span[], number, readonly string[]])[] = [
  ['nothing held', [], 0, []],
  ['one where none is allowed', [span('a', 0, 10)], 0, ['0..10 a']],
  ['one where one is allowed', [span('a', 0, 10)], 1, []],
  [
    'five staggered, two allowed: one leaves as the next comes',
    STAGGERED,
    2,
    ['20..30 a+b+c', '30..40 b+c+d', '40..50 c+d+e']
  ],
  ['five staggered, three allowed', STAGGERED, 3, []],
  [
    'five staggered, one allowed',
    STAGGERED,
    1,
    ['10..20 a+b', '20..30 a+b+c', '30..40 b+c+d', '40..50 c+d+e', '50..60 d+e']
  ],
  ['touching windows', [span('a', 0, 10), span('b', 10, 20)], 1, []],
  ['windows that overlap by the least', [span('a', 0, 11), span('b', 10, 20)], 1, ['10..11 a+b']],
  ['equal windows', [span('a', 5, 9), span('b', 5, 9), span('c', 5, 9)], 2, ['5..9 a+b+c']],
  ['equal beginnings', [span('a', 5, 9), span('b', 5, 7)], 1, ['5..7 a+b']],
  ['equal ends', [span('a', 5, 9), span('b', 7, 9)], 1, ['7..9 a+b']],
  ['the same item twice is one', [span('a', 0, 10), span('a', 5, 15)], 1, []],
  [
    'the same item twice lasts as long as either',
    [span('a', 0, 10), span('a', 5, 15), span('b', 8, 20)],
    1,
    ['8..15 a+b']
  ],
  [
    'the same item renewed without a gap is one stretch',
    [span('a', 0, 10), span('a', 10, 20), span('b', 0, 20)],
    1,
    ['0..20 a+b']
  ],
  [
    'the same item with a gap',
    [span('a', 0, 10), span('a', 12, 20), span('b', 0, 20)],
    1,
    ['0..10 a+b', '12..20 a+b']
  ],
  [
    'one changes for another at one instant',
    [span('a', 0, 10), span('c', 10, 20), span('b', 0, 20)],
    1,
    ['0..10 a+b', '10..20 b+c']
  ],
  ['an empty window', [span('a', 5, 5), span('b', 0, 10)], 0, ['0..10 b']],
  [
    'an empty window inside leaves a stretch whole',
    [span('a', 5, 5), span('b', 0, 10), span('c', 0, 10)],
    1,
    ['0..10 b+c']
  ],
  ['a window that ends before it begins', [span('a', 9, 3), span('b', 0, 10)], 1, []],
  [
    'no known ends',
    [span('a', -Infinity, Infinity), span('b', -Infinity, Infinity)],
    1,
    ['-Infinity..Infinity a+b']
  ],
  ['no known begin', [span('a', -Infinity, 5), span('b', 3, Infinity)], 1, ['3..5 a+b']],
  ['all the time', [span('a', -Infinity, Infinity)], 0, ['-Infinity..Infinity a']],
  ['a never-beginning window', [span('a', Infinity, Infinity)], 0, []]
]

test.each(cases)('%s', (_, spans, atMost, wanted) => {
  expect(brief(spans, atMost)).toEqual(wanted)
  // The order in which holdings are found is no matter.
  expect(brief(spans.toReversed(), atMost)).toEqual(wanted)
})

test('items are sorted by code unit, whatever begins first', () => {
  expect(brief([span('b', 0, 9), span('a', 1, 9), span('Z', 2, 9)], 2)).toEqual(['2..9 Z+a+b'])
})
