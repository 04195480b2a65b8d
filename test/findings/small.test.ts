import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Problem } from '../../src/book/problem.ts'
import { GRANT_PATH, identify } from '../../src/book/paths.ts'
import { extentOf } from '../../src/book/tree.ts'
import { CHECKS } from '../../src/checks.ts'
import { catalogueOf } from '../../src/findings/catalogue.ts'
import { newProblems } from '../../src/findings/differ.ts'
import { inWords, lastDay } from '../../src/findings/limits.ts'
import { locate } from '../../src/findings/locate.ts'
import { namesIn } from '../../src/findings/names.ts'
import { hasSubstance } from '../../src/findings/substance.ts'

const problem = (file: string, code = 'a', message = 'm', line = 1, column = 1): Problem => ({
  code,
  severity: 'error',
  message,
  fix: 'f',
  file,
  pointer: [],
  at: { line, column }
})

test('findings are sorted by file, place and code, by code unit, each once', () => {
  const problems = [
    problem('b'),
    problem('B'),
    problem('a', 'b', 'm', 2, 1),
    problem('a', 'a', 'm', 10, 1),
    problem('a', 'z', 'm', 2, 1),
    problem('a', 'z', 'm', 2, 1),
    problem('i', 'a', 'n'),
    problem('ı')
  ]
  expect(locate(problems, () => null).map(({ file, line, code }) => `${file}:${line} ${code}`)).toEqual([
    'B:1 a',
    'a:2 b',
    'a:2 z',
    'a:10 a',
    'b:1 a',
    'i:1 a',
    'ı:1 a'
  ])
})

test('a problem is new if there were fewer like it before', () => {
  const twice = [problem('a'), problem('a', 'a', 'm', 5)]
  expect(newProblems([problem('a', 'a', 'm', 9)], twice)).toEqual([problem('a', 'a', 'm', 5)])
  expect(newProblems(twice, twice)).toEqual([])
  expect(newProblems([problem('a')], [problem('a', 'b'), problem('b'), problem('a', 'a', 'n')])).toHaveLength(
    3
  )
})

test.each([
  ['          ', false],
  ['123456789', false],
  ['1 2 3 4 5 6 7 8 9 0', true],
  ['äöüßéèêñçø', true],
  ['\u3164'.repeat(20), false],
  ['\u00ad\u200b\u2060'.repeat(10), false],
  ['日本語の理由は十文字です', true]
])('%j has substance: %s', (text, expected) => {
  expect(hasSubstance(text)).toBe(expected)
})

describe('lengths for people', () => {
  test.each([
    [60_000, '1m'],
    [1000, '1m'],
    [3_600_000, '1h'],
    [86_400_000, '1d'],
    [86_400_000 * 400 + 3_600_000 * 5 + 60_000, '400d 5h 1m']
  ])('%i is %s', (length, text) => {
    expect(inWords(length)).toBe(text)
  })

  test('the last plain date that ends in time; where there is none, the instant', () => {
    expect(lastDay(Date.UTC(2026, 11, 15), Date.UTC(2026, 10, 1))).toBe('2026-12-14')
    expect(lastDay(Date.UTC(2026, 11, 15, 23), Date.UTC(2026, 10, 1))).toBe('2026-12-14')
    expect(lastDay(Date.UTC(2026, 11, 15, 23), Date.UTC(2026, 11, 15, 9))).toBe('2026-12-15T23:00:00Z')
  })
})

const treeOf = (paths: readonly string[]) => ({
  entries: new Map(paths.map((path) => [path, { path, mode: '100644', blob: null, size: null }]))
})

test('ids are found in subfolders too, with few look-ups and with many', () => {
  const people = Array.from({ length: 60 }, (_, n) => `grants/people/team/p-${n}.yaml`)
  const names = namesIn(treeOf([...people, 'grants/workloads/w.yaml', 'grants/systems/s/e/x.yaml']))
  for (let n = 0; n < 60; n++)
    expect([names.person(`p-${n}`), names.workload(`p-${n}`)]).toEqual([true, false])
  expect([names.workload('w'), names.person('w'), names.person('x'), names.rule('w')]).toEqual([
    true,
    false,
    false,
    false
  ])
})

test('grants are counted as they are told apart', () => {
  const part = fc.constantFrom(
    'system',
    'entitlement',
    'a',
    'a-b',
    '-a',
    'A',
    'systems',
    'system-a',
    'é',
    'a b',
    ''
  )
  const path = fc
    .tuple(
      fc.constantFrom('grants/systems', 'grants/emergency', 'grants/people', 'systems'),
      fc.array(part, { minLength: 1, maxLength: 5 }),
      fc.constantFrom('.yaml', '.yml', '')
    )
    .map(([folder, parts, end]) => `${folder}/${parts.join('/')}${end}`)
  const whole = new RegExp(`^${GRANT_PATH}$`, 'u')
  fc.assert(
    fc.property(path, (each) => {
      const kind = identify(each)?.kind
      expect(whole.test(each)).toBe(kind === 'grant' || kind === 'emergency')
    }),
    { numRuns: 3000 }
  )
  expect(
    extentOf(
      treeOf(['grants/systems/s/e/x.yaml', 'grants/systems/s/e/entitlement.yaml', '.github/CODEOWNERS'])
    )
  ).toEqual({
    files: 2,
    grants: 1
  })
})

describe('the catalogue', () => {
  test('has every code once, named as files and anchors may be', () => {
    const catalogue = catalogueOf(CHECKS)
    for (const { code, doc, fix } of catalogue.values()) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)+$/u)
      expect(doc).toMatch(/\.$/u)
      expect(fix).toMatch(/[.`]$/u)
    }
    expect(() => catalogueOf([...CHECKS, ...CHECKS.slice(0, 1)])).toThrow('Two findings share a code')
  })
})
