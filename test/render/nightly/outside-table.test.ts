import { expect, test } from 'vitest'
import type { OutsideItem } from '../../../src/connectors/connector.ts'
import { fates } from '../../../src/nightly/fates.ts'
import { sightAll } from '../../../src/nightly/outside.ts'
import { EMPTY_LEDGER } from '../../../src/plan/ledger.ts'
import { dangerFirst, outsideTable, type OutsideRow } from '../../../src/render/nightly/outside-table.ts'
import { at, NOW } from '../../support/book.ts'

const POLICY: OutsideItem = {
  id: 'inline:keys',
  what: 'inline policy keys',
  digest: `sha256:${'0'.repeat(64)}`,
  by: null,
  since: null,
  lastUsed: null,
  severity: 'ordinary',
  removable: true,
  why: null,
  gives: null
}

function rows(names: readonly string[], change: Partial<OutsideItem> = {}): readonly OutsideRow[] {
  const principals = names.map((name) => ({
    principal: `arn:aws:iam::1:user/${name}`,
    kind: 'user' as const,
    name: `user/${name}`,
    principalId: null,
    items: [{ ...POLICY, ...change }]
  }))
  const judging = {
    file: null,
    record: null,
    gifts: [],
    sameTarget: () => false,
    expiresAfter: '7d',
    now: NOW
  }
  return sightAll('aws-prod', principals, EMPTY_LEDGER, NOW).flatMap((sighting) =>
    fates(sighting, judging).map((fate) => ({ fate, sighting }))
  )
}

const HEAD = '| who | has | | first seen | made by | last used | decide by |\n|---|---|---|---|---|---|---|\n'

test('what many have alike is one line; whatever differs for one is a line of its own, danger first', () => {
  const all = [
    ...rows(['alice', 'bob']),
    ...rows(['carol'], { lastUsed: at('2026-11-20T08:00:00Z') }),
    ...rows(['mallory'], { id: 'attached:x', what: 'AdministratorAccess', severity: 'administrator' })
  ]
  expect(outsideTable(dangerFirst(all))).toEqual([
    `${HEAD}| user/mallory | AdministratorAccess | **administrator** | 2026-11-20T09:00:00Z | unknown | not known | 2026-11-28T00:00:00Z |
| user/alice, user/bob | inline policy keys |  | 2026-11-20T09:00:00Z | unknown | not known | 2026-11-28T00:00:00Z |
| user/carol | inline policy keys |  | 2026-11-20T09:00:00Z | unknown | 2026-11-20T08:00:00Z | 2026-11-28T00:00:00Z |`
  ])
})

test('names and lines are bounded, and say how many more there are', () => {
  const [table] = outsideTable(rows(Array.from({ length: 14 }, (_, i) => `u${i}`)))
  expect(table).toContain('user/u11 and 2 more |')
  const many = Array.from({ length: 301 }, (_, i) => rows(['x'], { what: `policy ${i}` })).flat()
  expect(outsideTable(many)[1]).toBe('_and 1 more, all in the files._')
})
