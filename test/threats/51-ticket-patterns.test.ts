import { expect, test } from 'vitest'
import { compilePattern } from '../../src/findings/ticket-pattern.ts'

/** Patterns that take a backtracking engine minutes to years, and what they don't match. */
const SLOW = ['(a+)+', '(a|a)*', '(a|aa)+', '(.*a){12}', '([a-z]+)*', '(a*)*', '(x+x+)+y']

test.each(SLOW)('%s takes time in proportion to the ticket alone', (source) => {
  const { pattern } = compilePattern(source)
  // A backtracking engine would still be at it when this machine is scrap.
  expect(pattern?.matches(`${'a'.repeat(199)}!`)).toBe(false)
  expect(pattern?.matches(`${'x'.repeat(199)}!`)).toBe(false)
})

test.each([
  ['((a{100}){100}){100}', 'error parsing regexp: invalid repeat count: `{100}`'],
  ['((((a|b)?){10}){10}){10}', 'too large: repeat less, or smaller parts'],
  ['\\pL{1000}', 'too large: repeat less, or smaller parts'],
  ['(a)\\1', 'error parsing regexp: invalid escape sequence: `\\1`'],
  ['(?=a)b', 'error parsing regexp: invalid or unsupported Perl syntax: `(?=`'],
  ['(?<!a)b', 'error parsing regexp: invalid named capture: `(?<!a)b`'],
  ['[', 'error parsing regexp: missing closing ]: `[`']
])('%s is no pattern', (source, error) => {
  expect(compilePattern(source)).toEqual({ pattern: null, error })
})

test('a pattern holds for the whole ticket, and lines don’t count', () => {
  const { pattern } = compilePattern('OPS-[0-9]+')
  expect(
    ['OPS-1', 'XOPS-1', 'OPS-1X', 'OPS-1\n', 'x\nOPS-1', 'ops-1', ''].map((text) => pattern?.matches(text))
  ).toEqual([true, false, false, false, false, false, false])
  expect(compilePattern('OPS-1|SEC-1').pattern?.matches('OPS-1 SEC-1')).toBe(false)
  expect(compilePattern('(?m)^OPS-1$').pattern?.matches('OPS-1\nx')).toBe(false)
})
