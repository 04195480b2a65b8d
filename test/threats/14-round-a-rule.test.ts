import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { ACME, edit, type Patch } from '../checks/acme.ts'
import { entitlement, exception, holds, PAYMENTS, runner } from '../checks/cases/duties/book.ts'
import { cli } from '../commands/cli.ts'
import { Scratch } from '../io/git/scratch.ts'

// Nobody holds both duties by own grants in any of these changes: each goes round the rule by a workload.

const EXPORTER = 'grants/workloads/exporter.yaml'
const findings = z.object({
  findings: z.array(z.object({ file: z.string(), code: z.string(), message: z.string() }))
})

let repo: Scratch
beforeEach(() => {
  repo = new Scratch()
})
afterEach(() => repo.remove())

/** What a branch with a change brings to a main that holds `before`: how it ended, and each finding but those of `before`. */
async function brings(before: Patch, change: Patch): Promise<readonly (string | number)[]> {
  repo.commit({ ...ACME, ...before })
  repo.git('checkout', '-q', '-b', 'request')
  repo.commit(change)
  const { status, out } = await cli([
    'validate',
    '--root',
    repo.root,
    '--base',
    'main',
    '--head',
    'request',
    '--format',
    'json'
  ])
  const told = findings.parse(JSON.parse(out)).findings
  return [
    status,
    ...told.map(({ file, code, message }) => `${file.replace('grants/', '')} ${code} ${who(message)}`)
  ]
}

/** Who would hold too much, and by acting as what. */
function who(message: string): string {
  const workloads = [...message.matchAll(/through the workload "([a-z-]+)"/gu)].map(([, id = '']) => id)
  return [
    /^(?:There before this change: )?"([a-z-]+)"/u.exec(message)?.[1] ?? message,
    ...new Set(workloads)
  ].join(' as ')
}

const CREATE = 'systems/aws-prod/create'
const conflict = (file: string, ...as: readonly string[]): string =>
  `${file} duties-conflict ${as.join(' as ')}`

test('who approves payments has her workload create them', async () => {
  expect(await brings({ ...PAYMENTS, ...holds('alice', 'approve') }, holds('exporter', 'create'))).toEqual([
    1,
    conflict(`${CREATE}/exporter.yaml`, 'alice', 'exporter')
  ])
})

test('who approves payments takes over the workload that creates them', async () => {
  const before = {
    ...PAYMENTS,
    ...edit(EXPORTER, 'owner: alice', 'owner: carol'),
    ...holds('alice', 'approve'),
    ...holds('exporter', 'create')
  }
  expect(await brings(before, { [EXPORTER]: ACME[EXPORTER] ?? '' })).toEqual([
    1,
    conflict(`${CREATE}/exporter.yaml`, 'alice', 'exporter')
  ])
})

test('who approves payments becomes backup of the workload that creates them', async () => {
  const before = {
    ...PAYMENTS,
    ...edit(EXPORTER, 'backup: bob\n', ''),
    ...holds('bob', 'approve'),
    ...holds('exporter', 'create')
  }
  expect(await brings(before, { [EXPORTER]: ACME[EXPORTER] ?? '' })).toEqual([
    1,
    conflict(`${CREATE}/exporter.yaml`, 'bob', 'exporter')
  ])
})

test('her workload gets to run the one that creates payments, itself or by another', async () => {
  const before = {
    ...PAYMENTS,
    ...runner(),
    ...holds('alice', 'approve'),
    ...holds('runner', 'create')
  }
  expect(await brings(before, edit(EXPORTER, 'accounts', 'canRun: [runner]\naccounts'))).toEqual([
    1,
    conflict(`${CREATE}/runner.yaml`, 'alice', 'runner', 'exporter')
  ])
})

test('two steps lead there: the second is stopped, whoever’s file it is in', async () => {
  const before = {
    ...PAYMENTS,
    ...edit(EXPORTER, 'accounts', 'canRun: [runner]\naccounts'),
    ...runner(),
    'grants/workloads/sender.yaml': (runner()['grants/workloads/runner.yaml'] ?? '').replaceAll(
      'runner',
      'sender'
    ),
    ...holds('alice', 'approve'),
    'grants/systems/aws-prod/create/sender.yaml':
      holds('runner', 'create')['grants/systems/aws-prod/create/runner.yaml'] ?? ''
  }
  expect(await brings(before, runner('canRun: [sender]'))).toEqual([
    1,
    conflict(`${CREATE}/sender.yaml`, 'alice', 'sender', 'runner', 'exporter')
  ])
})

test('the workload gets it in a bundle, under another name', async () => {
  const before = {
    ...PAYMENTS,
    ...entitlement('desk', 'includes: [aws-prod/logs-read, aws-prod/auditors]'),
    ...holds('alice', 'approve'),
    ...holds('exporter', 'desk')
  }
  const change = entitlement('desk', 'includes: [aws-prod/logs-read, aws-prod/create]')
  expect(await brings(before, change)).toEqual([
    1,
    conflict('systems/aws-prod/desk/exporter.yaml', 'alice', 'exporter')
  ])
})

test('the workload that she runs is lent the right by its break-glass grant only: that is told', async () => {
  const glass = 'emergency: { approvers: ["@acme/on-call"], maxDuration: 2h }'
  const before = {
    ...PAYMENTS,
    ...entitlement('create', 'duties: [payments.create]', glass),
    ...holds('alice', 'approve')
  }
  const change = {
    'grants/emergency/aws-prod/create/exporter.yaml':
      'reason: Payments are stuck\nstarts: 2026-11-20T08:30:00Z\nexpires: 2026-11-20T10:00:00Z\nincident: INC-4711\ntask: https://github.com/acme/billing/issues/12\n'
  }
  expect(await brings(before, change)).toEqual([
    0,
    'emergency/aws-prod/create/exporter.yaml duties-emergency alice as exporter'
  ])
})

test('whoever hands the workload away first may hold the other half', async () => {
  const before = { ...PAYMENTS, ...holds('exporter', 'create') }
  const change = { ...edit(EXPORTER, 'owner: alice', 'owner: carol'), ...holds('alice', 'approve') }
  expect(await brings(before, change)).toEqual([0])
})

test('what was there before isn’t held against a change that makes it no worse', async () => {
  const before = { ...PAYMENTS, ...holds('alice', 'approve'), ...holds('exporter', 'create') }
  const change = holds('exporter', 'create', ['2026-11-01', '2026-12-31'])
  expect(await brings(before, change)).toEqual([
    0,
    `${CREATE}/exporter.yaml duties-standing alice as exporter`
  ])
})

test('a day more of it is a conflict anew', async () => {
  const before = {
    ...PAYMENTS,
    ...holds('alice', 'approve'),
    ...holds('exporter', 'create', ['2026-11-01', '2026-12-30'])
  }
  const change = holds('exporter', 'create', ['2026-11-01', '2026-12-31'])
  expect(await brings(before, change)).toEqual([1, conflict(`${CREATE}/exporter.yaml`, 'alice', 'exporter')])
})

test('an exception that has ended lends no way round: what a change brings is an error', async () => {
  const before = {
    ...PAYMENTS,
    ...edit(EXPORTER, 'owner: alice', 'owner: carol'),
    ...exception('interim', 'payments', 'alice', '2026-11-19'),
    ...holds('alice', 'approve'),
    ...holds('exporter', 'create')
  }
  expect(await brings(before, { [EXPORTER]: ACME[EXPORTER] ?? '' })).toEqual([
    1,
    conflict(`${CREATE}/exporter.yaml`, 'alice', 'exporter')
  ])
})
