import { describe, expect, test } from 'vitest'
import { readTask } from '../../src/nightly/task-reference.ts'
import { inTurn, tasksOf } from '../../src/nightly/tasks.ts'
import type { Gone } from '../../src/plan/desired.ts'
import { BASE, bookOf, entitlement, grant, grantPath, NOW, workload, type Files } from '../support/book.ts'

describe('an address', () => {
  test.each([
    ['https://github.com/acme/billing/issues/12', 'acme/billing issue 12'],
    ['https://GitHub.com/Acme/Billing/issues/12#issuecomment-1', 'acme/billing issue 12'],
    ['https://github.com/acme/billing/pull/12/files?w=1', 'acme/billing issue 12'],
    ['https://github.com/acme/billing/issues/./12', 'acme/billing issue 12'],
    ['https://github.com/acme/billing/deployments/7', 'acme/billing deployment 7'],
    ['https://github.com/acme/billing/actions/runs/7/job/9', 'acme/billing run 7']
  ])('%s', (address, key) => {
    expect(readTask(address, 'github.com').reference?.key).toBe(key)
  })

  test.each([
    ['https://github.com@evil.example/acme/billing/issues/12', 'is on another server (evil.example)'],
    [
      'https://github.com.evil.example/acme/billing/issues/12',
      'is on another server (github.com.evil.example)'
    ],
    ['https://github.com:8443/acme/billing/issues/12', 'is on another server (github.com:8443)'],
    ['https://github.com/acme/billing/issues/0', 'is no issue'],
    ['https://github.com/acme/billing/issues/99999999999999999999', 'is no issue'],
    ['https://github.com/acme/billing/issues/12x', 'is no issue'],
    ['https://github.com/acme/billing/issues/12/../../../x', 'is no issue'],
    ['https://github.com/acme/%2e%2e/issues/12', 'is no issue'],
    ['https://github.com/acme/a%2fb/issues/12', 'is no issue'],
    ['https://github.com/acme/billing/deployments/production', 'is no issue'],
    ['https://github.com/orgs/acme/projects/1', 'is no issue'],
    ['https://', 'is no address']
  ])('%s leads nowhere', (address, why) => {
    expect(readTask(address, 'github.com')).toMatchObject({
      reference: null,
      why: expect.stringContaining(why)
    })
  })
})

const READ = grantPath('billing-read', 'exporter')
const LOGS = grantPath('logs-read', 'exporter')
const at = (number: number) => `task: https://github.com/acme/billing/issues/${number}\n`

function tasks(files: Files, gone: ReadonlyMap<string, Gone> = new Map()) {
  const book = bookOf({ ...BASE, 'grants/workloads/exporter.yaml': workload('exporter'), ...files }).book
  const { open, unknown } = tasksOf(book, { gone }, 'github.com')
  return [open.map(({ task, grants }) => [task.key, grants.map(({ path }) => path)]), [...unknown]]
}

describe('tasks', () => {
  const ended = (kind: Gone['kind']) => new Map([[READ, { kind, why: '', unit: '', by: [] }]])
  test('each once, with all that it justifies; those of people don’t end by it', () => {
    const files = {
      [READ]: grant('2027-02-14', at(12)),
      [LOGS]: grant('2027-02-14', at(12).replace('issues', 'pull')),
      [grantPath('billing-read', 'alice')]: grant('2027-02-14', at(13))
    }
    expect(tasks(files)).toEqual([[['acme/billing issue 12', [READ, LOGS]]], []])
  })

  test('an emergency of a workload ends by its task like any other', () => {
    const path = 'grants/emergency/aws-prod/billing-read/exporter.yaml'
    expect(tasks({ [path]: grant('2026-11-21', `${at(12)}incident: INC-1\n`) })[0]).toEqual([
      ['acme/billing issue 12', [path]]
    ])
  })

  test('what has ended is left out; what is suspended is not', () => {
    const files = { [READ]: grant('2027-02-14', at(12)) }
    expect(tasks(files, ended('ended'))).toEqual([[], []])
    expect(tasks(files, ended('window'))).toEqual([[], []])
    expect(tasks(files, ended('suspended'))[0]).toHaveLength(1)
  })

  test('ongoing ones don’t end; of a bundle everything must be ongoing', () => {
    const path = 'grants/systems/aws-prod/billing-read/entitlement.yaml'
    const files = { [READ]: grant('2027-02-14', at(12)) }
    const ongoing = `${entitlement('billing-read')}task: ongoing\n`
    expect(tasks({ ...files, [path]: ongoing })).toEqual([[], []])
    expect(tasks({ ...files, [path]: `${ongoing}includes: [aws-prod/logs-read]\n` })[0]).toHaveLength(1)
    expect(tasks({ ...files, [path]: `${ongoing}includes: [aws-prod/none]\n` })).toEqual([
      [],
      [['is of an entitlement that can’t be read', 1]]
    ])
  })

  test('what leads nowhere is counted by why', () => {
    const files = {
      [READ]: grant('2027-02-14', 'task: https://tracker.example/T-1\n'),
      [LOGS]: grant('2027-02-14', 'task: https://tracker.example/T-2\n')
    }
    expect(tasks(files)).toEqual([[], [['is on another server (tracker.example)', 2]]])
  })
})

test('each has its turn within as many nights as it takes', () => {
  const all = Array.from({ length: 10 }, (_, n) => n)
  expect(inTurn(all, 10, NOW)).toEqual(all)
  const nights = [0, 1, 2].map((night) => inTurn(all, 4, NOW + night * 86_400_000).slice(0, 4))
  expect(new Set(nights.flat()).size).toBe(10)
  expect(inTurn(all, 4, NOW).toSorted((a, b) => a - b)).toEqual(all)
})
