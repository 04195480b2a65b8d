import { expect, test, vi } from 'vitest'
import { matchesGlob } from '../../src/book/star-glob.ts'
import { ACME, type Files } from '../checks/acme.ts'
import { holds } from '../checks/cases/duties/book.ts'
import { findingsOf } from '../checks/judge.ts'

// None of these tests measures: what grows too fast doesn't come back within the limit of any test.

test('a glob looks for each of its parts once, however many stars it has and however long the name is', () => {
  const search = vi.spyOn(String.prototype, 'indexOf')
  const glob = `${'*a'.repeat(5000)}*b`
  const results = [matchesGlob(glob, 'a'.repeat(40_000)), matchesGlob(glob, `${'a'.repeat(40_000)}b`)]
  const looked = search.mock.calls.filter(([part]) => part === 'a').length
  search.mockRestore()
  expect(results).toEqual([false, true])
  expect(looked).toBe(2 * 5000)
})

test.each([
  ['*a*a*a*a*a*a*a*a*a*a*b', 'a'.repeat(63), false],
  [`${'*'.repeat(60)}z`, 'a'.repeat(63), false],
  [`${'*'.repeat(60)}a`, 'a'.repeat(63), true],
  ['a*a', 'a', false],
  ['a*a', 'aa', true],
  ['ab*ba', 'aba', false],
  ['*ab*ab*', 'aab', false],
  ['*ab*ab*', 'abab', true],
  ['', '', true],
  ['*', '', true]
])('%s and %s: %s', (glob, name, expected) => {
  expect(matchesGlob(glob, name)).toBe(expected)
})

/** Work that judging a book takes: how often any text is looked for in another. */
function searches(files: Files): number {
  const search = vi.spyOn(String.prototype, 'indexOf')
  findingsOf(files)
  const times = search.mock.calls.length
  search.mockRestore()
  return times
}

test('10,000 rules load and are judged, each broken one told once', () => {
  const files: Record<string, string> = { ...ACME }
  for (let n = 0; n < 10_000; n++)
    files[`grants/rules/r${n}.yaml`] =
      `title: Rule ${n}\nhold: [aws-prod/auditors, aws-prod/${n % 100 === 0 ? 'logs-read' : 'finance'}]\natMost: 1\n`
  Object.assign(files, holds('alice', 'auditors'))
  const found = findingsOf(files).filter(({ code }) => code === 'duties-conflict')
  // Alice holds logs-read and auditors.
  expect(found.length).toBe(100)
  expect(new Set(found.map(({ message }) => message)).size).toBe(100)
})

test('1,000 patterns in one rule, all globs that match everything, are one conflict of what is held', () => {
  const globs = Array.from({ length: 1000 }, (_, n) => `"aws-prod/*${'*'.repeat(n % 40)}"`)
  const found = findingsOf({
    ...ACME,
    ...holds('alice', 'auditors'),
    'grants/rules/all.yaml': `title: Nothing beside anything\nhold:\n${globs.map((glob) => `  - ${glob}\n`).join('')}atMost: 1\n`
  })
  expect(found.map(({ code, message }) => `${code} ${message.split(' (')[0] ?? ''}`)).toEqual([
    'duties-conflict "bob" would hold 2 where the rule "all" allows 1 at a time',
    'duties-conflict "alice" would hold 2 where the rule "all" allows 1 at a time'
  ])
})

test('twice as many rules, and twice as many patterns, take twice the work', () => {
  const many = (rules: number, patterns: number): Files => {
    const files: Record<string, string> = { ...ACME }
    const hold = Array.from({ length: patterns }, (_, n) => `"aws-*/*${'a*'.repeat(n % 5)}d*s"`).join(', ')
    for (let n = 0; n < rules; n++)
      files[`grants/rules/r${n}.yaml`] = `title: Rule ${n}\nhold: [${hold}]\natMost: 0\n`
    return files
  }
  const once = searches(many(50, 50))
  expect(searches(many(100, 50))).toBeLessThan(2.1 * once)
  expect(searches(many(50, 100))).toBeLessThan(2.1 * once)
})
