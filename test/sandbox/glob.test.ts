import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchGlob } from '../../src/sandbox/iam/policy/glob.ts'

/** The same meaning by another road: a regular expression, on short texts of few letters. */
function byRegExp(pattern: string, value: string): boolean {
  const source = pattern
    .split('')
    .map((one) => (one === '*' ? '.*' : one === '?' ? '.' : one))
    .join('')
  return new RegExp(`^${source}$`, 'u').test(value)
}

const letters = (alphabet: string, most: number) =>
  array(constantFrom(...alphabet.split('')), { maxLength: most }).map((all) => all.join(''))

describe('wildcards', () => {
  test('mean what the regular expression means', () => {
    assert(
      property(letters('ab*?', 8), letters('ab', 8), (pattern, value) => {
        expect(matchGlob(pattern, value)).toBe(byRegExp(pattern, value))
      }),
      { numRuns: 2000 }
    )
  })

  test('never cost more than length times length', () => {
    const hostile = `${'*a'.repeat(2000)}b`
    expect(matchGlob(hostile, 'a'.repeat(4000))).toBe(false)
  })
})
