import { expect, test } from 'vitest'
import { effectiveWindow } from '../../src/book/effective.ts'
import { ACME, edit, patched } from '../checks/acme.ts'
import { judge, read } from '../checks/judge.ts'

const EXPORTER = 'grants/systems/aws-prod/logs-read/exporter.yaml'
const ALICE = 'grants/systems/aws-prod/logs-read/alice.yaml'

function effective(files: Readonly<Record<string, string>>, path: string) {
  const { book } = read(files)
  const grant = book.grants.get(path)
  return grant ? effectiveWindow(book, grant) : null
}

test('a refused file is named, is in no index, and hides nothing of others', () => {
  const files = patched({
    [ALICE]: 'reason: Watches the nightly export\nexpires: never\n',
    ...edit('grants/systems/aws-prod/billing-read/bob.yaml', 'OPS-4711', 'nothing')
  })
  expect(judge(files).map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
    'systems/aws-prod/billing-read/bob.yaml:4:9 error ticket-malformed',
    'systems/aws-prod/logs-read/alice.yaml:2:10 error field-value'
  ])
  const { book } = read(files)
  expect([...book.invalid.keys()]).toEqual([ALICE])
  expect(book.grantsOfSubject.get('alice')).toBeUndefined()
  expect(book.grants.size).toBe(2)
})

test('breaking a person’s file frees nobody from an end: their grants have no window, never a longer one', () => {
  const leaves = edit('grants/people/alice.yaml', 'manager', 'ends: 2026-12-31\nmanager')
  expect(effective(patched(leaves), ALICE)?.window?.until).toBe(Date.UTC(2027, 0, 1))
  const broken = edit('grants/people/alice.yaml', 'manager', 'ends: 2026-12-31\ntypo: 1\nmanager')
  expect(effective(patched(broken), ALICE)).toMatchObject({
    window: null,
    why: '"alice" has no valid file',
    certain: Date.UTC(2027, 10, 1)
  })
  const unreal = edit('grants/people/alice.yaml', 'manager', 'ends: 2026-02-31\nmanager')
  expect(effective(patched(unreal), ALICE)).toMatchObject({
    window: null,
    why: '"ends" of "alice" is not a real date'
  })
})

test('breaking the file of a workload’s owner does not make the workload anybody’s', () => {
  const gone = { ...edit('grants/people/bob.yaml', 'accounts', 'ends: 2026-12-31\naccounts') }
  const broken = { 'grants/people/alice.yaml': 'name: Alice\n' }
  // The owner may still be there: nothing is known, so nothing new is issued, and what stands keeps its date.
  expect(effective(patched({ ...gone, ...broken }), EXPORTER)).toMatchObject({
    window: null,
    why: 'when "exporter" lost its last owner can\'t be told',
    certain: Date.UTC(2027, 5, 1)
  })
  // The backup stays: who owns it doesn't decide on the end.
  expect(effective(patched(broken), EXPORTER)?.window?.until).toBe(Date.UTC(2027, 5, 1))
})

test('a date that is over is over, whatever else is wrong', () => {
  const files = patched({
    [ALICE]: (ACME[ALICE] ?? '').replace('2027-10-31', '2026-11-19'),
    'grants/grantbook.yaml': 'nothing: at all\n'
  })
  expect(effective(files, ALICE)?.window?.until).toBe(Date.UTC(2026, 10, 20))
})
