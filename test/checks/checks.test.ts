import { describe, expect, test } from 'vitest'
import { CHECKS } from '../../src/checks.ts'
import { ACME, patched } from './acme.ts'
import { CASES } from './cases/index.ts'
import { judge } from './judge.ts'

test('the book that all cases begin with has no findings', () => {
  expect(judge(ACME)).toEqual([])
})

describe.each(CHECKS.map(({ code }) => code))('%s', (code) => {
  const cases = CASES.filter((each) => each.code === code)
  const tells = (found: readonly string[]) => found.some((line) => line.split(' ')[2] === code)

  test.each(cases)('$what', ({ patch, how, found }) => {
    expect(judge(patched(patch), how)).toEqual(found)
  })

  test('has a case that has it and one that all but has it', () => {
    expect({
      has: cases.some(({ found }) => tells(found)),
      almost: cases.some(({ found }) => !tells(found))
    }).toEqual({
      has: true,
      almost: true
    })
  })
})

test('every case is about a check that exists', () => {
  const codes = new Set(CHECKS.map(({ code }) => code))
  expect(CASES.filter(({ code }) => !codes.has(code))).toEqual([])
})

test('what only time brings is never an error', () => {
  const byTime = [
    'duties-exception-over',
    'ends-earlier',
    'exception-expired',
    'grant-expired',
    'history-missing',
    'out-of-band-overdue',
    'owner-inactive',
    'person-left',
    'retrospective-missing',
    'subject-suspended',
    'suspension-over',
    'workload-expired',
    'workload-orphaned'
  ]
  // Neither time nor a mistake: what a rule only warns of, break-glass, exceptions.
  const byRule = [
    'duties-emergency',
    'duties-excepted',
    'duties-warning',
    'exception-unneeded',
    'owner-without-github',
    'permissions-unsure',
    'permissions-warning'
  ]
  const mild = CHECKS.filter(({ severity }) => severity !== 'error').map(({ code }) => code)
  expect(mild.toSorted()).toEqual([...byTime, ...byRule].toSorted())
})
