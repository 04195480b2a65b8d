import { expect, test } from 'vitest'
import { effectiveWindow, orphanedAt } from '../../src/book/effective.ts'
import { edit, patched, type Patch } from '../checks/acme.ts'
import { read } from '../checks/judge.ts'

const ALICE = 'grants/systems/aws-prod/logs-read/alice.yaml'
const EXPORTER = 'grants/systems/aws-prod/logs-read/exporter.yaml'
const alice = (ends: string): Patch => edit('grants/people/alice.yaml', 'manager', `ends: ${ends}\nmanager`)
const bob = (ends: string): Patch => edit('grants/people/bob.yaml', 'accounts', `ends: ${ends}\naccounts`)

function endOf(path: string, patch: Patch): string {
  const { book } = read(patched(patch))
  const grant = book.grants.get(path)
  if (!grant) return 'no grant'
  const { window, end, why } = effectiveWindow(book, grant)
  return window ? `${new Date(window.until).toISOString().slice(0, 16)} ${end}` : why
}

test.each<[string, string, Patch, string]>([
  ['its own date', ALICE, {}, '2027-11-01T00:00 expires'],
  ['its person’s last day', ALICE, alice('2027-03-31'), '2027-04-01T00:00 person-ends'],
  ['the same day as its own: its own', ALICE, alice('2027-10-31'), '2027-11-01T00:00 expires'],
  ['its person left before it began', ALICE, alice('2020-01-01'), '2020-01-02T00:00 person-ends'],
  [
    'its workload’s date',
    EXPORTER,
    edit('grants/workloads/exporter.yaml', '2027-05-31', '2027-01-31'),
    '2027-02-01T00:00 workload-expires'
  ],
  [
    'both owners gone, and seven days',
    EXPORTER,
    { ...alice('2026-12-31'), ...bob('2027-01-31') },
    '2027-02-08T00:00 orphaned'
  ],
  [
    'the last of them counts',
    EXPORTER,
    { ...alice('2027-01-31'), ...bob('2026-12-31') },
    '2027-02-08T00:00 orphaned'
  ],
  ['one of them stays', EXPORTER, alice('2026-12-31'), '2027-06-01T00:00 expires'],
  [
    'the only owner is gone',
    EXPORTER,
    { ...alice('2026-12-31'), ...edit('grants/workloads/exporter.yaml', 'backup: bob\n', '') },
    '2027-01-08T00:00 orphaned'
  ],
  [
    'a backup without a file does not keep it',
    EXPORTER,
    { ...alice('2026-12-31'), 'grants/people/bob.yaml': null },
    '2027-01-08T00:00 orphaned'
  ],
  [
    'no owner has a file',
    EXPORTER,
    { 'grants/people/alice.yaml': null, 'grants/people/bob.yaml': null },
    'when "exporter" lost its last owner can\'t be told'
  ],
  ['nobody', ALICE, { 'grants/people/alice.yaml': null }, '"alice" has no valid file'],
  [
    'a start that isn’t real',
    ALICE,
    edit(ALICE, '2026-11-01', '2026-11-31'),
    'its "starts" is not a real date'
  ],
  [
    'an end that isn’t real',
    ALICE,
    edit(ALICE, '2027-10-31', '2027-10-32'),
    'its "expires" is not a real date'
  ]
])('%s', (_, path, patch, expected) => {
  expect(endOf(path, patch)).toBe(expected)
})

test('a window begins with the file’s start, or with issuance', () => {
  const { book } = read(patched(edit(EXPORTER, 'starts: 2026-11-01\n', '')))
  const window = (path: string) => {
    const grant = book.grants.get(path)
    return grant && effectiveWindow(book, grant).window
  }
  expect(window(ALICE)).toEqual({ from: Date.UTC(2026, 10, 1), until: Date.UTC(2027, 10, 1) })
  expect(window(EXPORTER)).toEqual({ from: null, until: Date.UTC(2027, 5, 1) })
})

test('what is certain stays certain where the rest can’t be known', () => {
  const { book } = read(patched({ ...alice('2027-03-31'), ...edit(ALICE, '2026-11-01', '2026-11-31') }))
  const grant = book.grants.get(ALICE)
  expect(grant && effectiveWindow(book, grant)).toMatchObject({
    window: null,
    why: 'its "starts" is not a real date',
    certain: Date.UTC(2027, 3, 1)
  })
})

test('a workload with an owner who stays is never orphaned', () => {
  const { book } = read(patched({}))
  const workload = book.workloads.get('exporter')
  expect(workload && orphanedAt(book, workload)).toBe(Infinity)
})
