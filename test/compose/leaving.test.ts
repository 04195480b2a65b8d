import { describe, expect, test } from 'vitest'
import { heldBy, heldThrough } from '../../src/compose/holdings.ts'
import { leavingOf } from '../../src/compose/leaving.ts'
import { longest } from '../../src/compose/limits.ts'
import {
  at,
  BASE,
  bookOf,
  entitlement,
  grant,
  grantPath,
  NOW,
  person,
  workload,
  type Files
} from '../support/book.ts'

const LAST = at('2026-12-31')

/** Who answers for Alice's workload when she leaves, by these files. */
function successor(backup: string, files: Files = {}): string | null | undefined {
  const { book } = bookOf({
    ...BASE,
    'grants/people/alice.yaml': person('alice', 'ends: 2026-12-31\n'),
    'grants/workloads/exporter.yaml': workload('exporter', `owner: alice${backup}`),
    ...files
  })
  return leavingOf(book, 'alice', LAST, NOW).workloads[0]?.successor
}

describe('who answers for a workload afterwards', () => {
  test.each<[string, string | null, string, Files]>([
    ['its backup', 'bob', '\nbackup: bob', {}],
    ['nobody without one', null, '', {}],
    ['nobody if that is the leaver too', null, '\nbackup: alice', {}],
    [
      'nobody if the backup leaves by then',
      null,
      '\nbackup: bob',
      { 'grants/people/bob.yaml': person('bob', 'ends: 2026-12-30\n') }
    ],
    [
      'the backup that leaves later',
      'bob',
      '\nbackup: bob',
      { 'grants/people/bob.yaml': person('bob', 'ends: 2027-01-30\n') }
    ],
    [
      'nobody if the backup is suspended',
      null,
      '\nbackup: bob',
      { 'grants/suspensions/bob.yaml': 'reason: Laptop stolen\n' }
    ],
    [
      'the backup whose suspension is over by then',
      'bob',
      '\nbackup: bob',
      { 'grants/suspensions/bob.yaml': 'reason: Laptop stolen\nuntil: 2026-12-01\n' }
    ],
    ['nobody if the backup has no file', null, '\nbackup: zoe', {}]
  ])('%s', (_, who, backup, files) => {
    expect(successor(backup, files)).toBe(who)
  })
})

test('approvals by login count whatever the case', () => {
  const { book } = bookOf({
    ...BASE,
    'grants/systems/aws-prod/logs-read/entitlement.yaml': entitlement('logs-read')
      .replace('"@acme/billing"', '"@Alice-Acme"')
      .replace('owner: carol', 'owner: bob')
  })
  expect(leavingOf(book, 'alice', LAST, NOW).decides).toEqual([
    { path: 'grants/systems/aws-prod/logs-read/entitlement.yaml', what: 'approves aws-prod/logs-read' }
  ])
})

test('what is over is held no more; a bundle gives what it includes', () => {
  const { book } = bookOf({
    ...BASE,
    'grants/systems/aws-prod/close/entitlement.yaml': entitlement('close', 'includes: [aws-prod/logs-read]'),
    [grantPath('close', 'alice')]: grant('2026-12-14'),
    [grantPath('auditors', 'alice')]: grant('2026-11-19')
  })
  expect(heldBy(book, 'alice', NOW).map(({ grant: { name } }) => name)).toEqual(['aws-prod/close'])
  expect(heldThrough(book, 'alice', 'aws-prod/logs-read', NOW)?.until).toBe(at('2026-12-15T00:00:00Z'))
  expect(heldThrough(book, 'alice', 'aws-prod/close', NOW)).toBeNull()
})

test('break-glass lasts the shorter of both limits', () => {
  const path = 'grants/systems/aws-prod/logs-read/entitlement.yaml'
  const limit = (own: string): number | null => {
    const more = own === '' ? '' : `emergency: {approvers: ["@acme/on-call"], maxDuration: ${own}}`
    const { book } = bookOf({
      ...BASE,
      [path]: entitlement('logs-read', `target: {group: auditors}\n${more}`)
    })
    const entry = book.entitlements.get('aws-prod/logs-read')
    return entry ? longest(book, entry, true) : null
  }
  expect(['2h', '9h', ''].map(limit)).toEqual([2, 4, 4].map((hours) => hours * 3_600_000))
})
