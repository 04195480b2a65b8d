import fc from 'fast-check'
import { expect, test } from 'vitest'
import { covers, intersects, matches } from '../../../src/connectors/aws-iam/glob.ts'

const pattern = fc.stringMatching(/^[ab*?]{0,6}$/u)
const words = ['']
for (const word of words) if (word.length < 5) words.push(`${word}a`, `${word}b`)

/** The same by JavaScript's own expressions, for short patterns. */
const expression = (glob: string): RegExp =>
  new RegExp(`^${glob.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'su')

test('matching is what the wildcards say', () => {
  fc.assert(
    fc.property(pattern, fc.constantFrom(...words), (glob, word) => {
      expect(matches(glob, word)).toBe(expression(glob).test(word))
    }),
    { numRuns: 2000 }
  )
})

test('a cover is never claimed falsely, and is found for what is plainly one', () => {
  fc.assert(
    fc.property(pattern, pattern, (wide, narrow) => {
      const missed = words.filter((word) => expression(narrow).test(word) && !expression(wide).test(word))
      expect(missed.length > 0 && covers(wide, narrow)).toBe(false)
      expect(covers('*', narrow)).toBe(true)
      expect(covers(narrow, narrow)).toBe(true)
    }),
    { numRuns: 1000 }
  )
  expect(covers('s3:Get*', 's3:GetObject*')).toBe(true)
  expect(covers('s3:GetObject', 's3:Get*')).toBe(false)
  expect(covers('a?', 'a*')).toBe(false)
})

test('patterns intersect if and only if some text matches both', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[ab*?]{0,3}$/u), fc.stringMatching(/^[ab*?]{0,3}$/u), (a, b) => {
      const both = words.some((word) => expression(a).test(word) && expression(b).test(word))
      // Two patterns of three characters that meet, meet in a word of at most five.
      expect(intersects(a, b)).toBe(both)
    }),
    { numRuns: 2000 }
  )
})

test('no pattern takes long', () => {
  const evil = '*a'.repeat(800)
  expect(covers(evil, 'a'.repeat(1600))).toBe(true)
  expect(intersects(evil, `${'a*'.repeat(800)}b`)).toBe(false)
})
