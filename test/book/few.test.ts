import { describe, expect, test } from 'vitest'
import { few } from '../../src/book/few.ts'

describe('the first few of a list', () => {
  test.each([
    [[], ', ', ''],
    [['a'], ', ', 'a'],
    [['a', 'b', 'c'], ', ', 'a, b, c'],
    [['a', 'b', 'c', 'd', 'e'], ', ', 'a, b, c and 2 more'],
    [['a', 'b', 'c'], '; ', 'a; b; c'],
    [['a', 'b', 'c', 'd'], '; ', 'a; b; c; and 1 more']
  ] as const)('%j with "%s" between: %s', (values, between, said) => {
    expect(few(values, 3, { between })).toBe(said)
  })
})
