import { expect, test } from 'vitest'
import { guard } from '../../src/plan/guard.ts'
import { BASE, grant, grantPath, NOW, person, type Files } from '../support/book.ts'
import { desireOf, issued, planOf, standing } from '../support/plan.ts'

const NAMES = Array.from({ length: 12 }, (_, n) => `p${n + 10}`)
const PEOPLE: Files = {
  ...BASE,
  ...Object.fromEntries(
    NAMES.flatMap((id) => [
      [`grants/people/${id}.yaml`, person(id)],
      [grantPath('billing-read', id), grant('2026-12-14')],
      [grantPath('logs-read', id), grant('2026-12-14')]
    ])
  )
}

/** What is taken and what is withheld, as units, when everybody's file changes. */
function taken(change: (text: string) => string): readonly [number, number] {
  const before = desireOf(PEOPLE)
  const files = Object.fromEntries(
    Object.entries(PEOPLE).map(([path, text]) => [path, /people\/p\d+/u.test(path) ? change(text) : text])
  )
  // Nobody approved it: as far as it moved at all, it was pushed.
  const moved = new Map(
    NAMES.map((id) => [
      `grants/people/${id}.yaml`,
      { by: 'reduced', at: NOW, approved: null, pull: null } as const
    ])
  )
  const ledger = { ...issued(before), moved }
  const desired = desireOf(files, { ledger })
  const plan = planOf(desired, standing(before, ['user/alice', 'user/bob', 'user/carol']), ledger)
  const guarded = guard(plan, {
    settings: desired.guard,
    recent: [],
    admitted: new Set(),
    empty: desired.empty,
    now: NOW
  })
  const units = (changes: readonly { readonly action: string; readonly unit: string }[]) =>
    new Set(changes.flatMap(({ action, unit }) => (action === 'revoke' ? [unit] : []))).size
  return [units(guarded.changes), units(guarded.withheld)]
}

test('a slip in everybody’s account takes the access of a few at most', () => {
  expect(taken((text) => text.replace('{user: p', '{user: new/p'))).toEqual([5, 7])
})

test('a last day in everybody’s file likewise', () => {
  expect(taken((text) => `${text}ends: 2026-11-01\n`)).toEqual([5, 7])
})

test.each([
  ['a key that nobody knows', (text: string) => `${text}nonsense: true\n`],
  ['Windows’ line ends and a tab', (text: string) => text.replaceAll('\n', '\r\n\t')],
  ['nothing at all', () => ''],
  ['no account', (text: string) => text.replace(/accounts: .*\n/u, '')],
  ['another system’s account', (text: string) => text.replace('aws-prod', 'aws-prdo')],
  ['one account for all', (text: string) => text.replace(/\{user: p\d+\}/u, '{user: p10}')]
])('%s in everybody’s file takes nothing from anybody', (_what, change) => {
  expect(taken(change)).toEqual([0, 0])
})
