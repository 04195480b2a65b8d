import { expect, test } from 'vitest'
import type { Considered } from '../../../src/compose/import/baseline.ts'
import { MOST_FILES, partsOf } from '../../../src/compose/import/parts.ts'

function considered(what: Considered['thing']['what'], path: string, isProposed = true): Considered {
  const base = { what, name: path, path, confidence: null, why: [], risks: [], pull: null }
  return isProposed
    ? { thing: { ...base, state: 'proposed' }, file: { path, text: path } }
    : { thing: { ...base, state: 'there' }, file: null }
}

test('a part is far from what GitHub can list', () => {
  expect(MOST_FILES).toBe(1000)
})

test('what is proposed is split by topic and path, critical entitlements apart, and nothing is lost', () => {
  const all = [
    considered('grant', 'g1'),
    ...['p3', 'p1', 'p2'].map((path) => considered('person', path)),
    considered('workload', 'p0'),
    considered('entitlement', 'e1'),
    considered('entitlement', 'e2'),
    considered('person', 'there', false)
  ]
  const parts = partsOf(all, ({ path }) => path === 'e2', 2)
  expect(
    parts.map(({ topic, number, of, files }) => [topic, number, of, files.map(({ path }) => path)])
  ).toEqual([
    ['subjects', 1, 2, ['p0', 'p1']],
    ['subjects', 2, 2, ['p2', 'p3']],
    ['entitlements', 1, 1, ['e1']],
    ['critical-entitlements', 1, 1, ['e2']],
    ['grants', 1, 1, ['g1']]
  ])
  expect(new Set(parts.map(({ mark }) => mark)).size).toBe(5)
  expect(partsOf(all.toReversed(), ({ path }) => path === 'e2', 2).map(({ mark }) => mark)).toEqual(
    parts.map(({ mark }) => mark)
  )
})
