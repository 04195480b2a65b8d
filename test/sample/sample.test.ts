import { existsSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { effectiveWindow } from '../../src/book/effective.ts'
import { readInstant } from '../../src/book/instant.ts'
import { identify } from '../../src/book/paths.ts'
import { holds } from '../../src/book/window.ts'
import { ROOT } from '../../scripts/house/root.ts'
import { acmeBook, acmeFiles } from './acme.ts'

const { book, problems } = await acmeBook()
const grants = [...book.grants.values()]
const entitlements = [...book.entitlements.values()]

const count = (which: (entitlement: (typeof entitlements)[number]) => boolean): number =>
  entitlements.filter(which).length

describe('Acme', () => {
  test('reads without a problem', () => {
    expect(problems).toEqual([])
    expect(book.invalid.size).toBe(0)
  })

  test('has the size that the documents say', () => {
    expect({
      people: book.people.size,
      workloads: book.workloads.size,
      systems: book.systems.size,
      entitlements: book.entitlements.size,
      grants: book.grants.size,
      rules: book.rules.size,
      exceptions: book.exceptions.size
    }).toEqual({
      people: 15,
      workloads: 7,
      systems: 2,
      entitlements: 21,
      grants: 46,
      rules: 8,
      exceptions: 1
    })
  })

  test('shows every risk and every form of entitlement', () => {
    expect({
      low: count((e) => e.data.risk === 'low'),
      medium: count((e) => e.data.risk === 'medium'),
      high: count((e) => e.data.risk === 'high'),
      critical: count((e) => e.data.risk === 'critical'),
      role: count((e) => e.data.target?.['assumeRole'] !== undefined),
      statements: count((e) => e.data.target?.['statements'] !== undefined),
      group: count((e) => e.data.target?.['group'] !== undefined),
      bundle: count((e) => e.data.includes !== undefined),
      breakGlass: count((e) => e.data.emergency !== undefined)
    }).toEqual({
      low: 4,
      medium: 11,
      high: 4,
      critical: 2,
      role: 10,
      statements: 9,
      group: 1,
      bundle: 1,
      breakGlass: 1
    })
  })

  test('has workloads of every kind, among them an agent with its sponsor and a Kubernetes job', () => {
    expect(new Set([...book.workloads.values()].map((workload) => workload.data.kind))).toEqual(
      new Set(['pipeline', 'service', 'agent', 'machine'])
    )
    expect(book.workloads.get('support-agent')?.data).toMatchObject({ kind: 'agent', owner: 'judy' })
    expect(book.workloads.get('backup-verifier')?.data.runs.map((run) => run.kind)).toEqual(['kubernetes'])
  })

  test('gives every grant a start, and a workload’s grant its task', () => {
    expect(grants.filter((grant) => grant.starts === null)).toEqual([])
    expect(grants.filter((grant) => book.workloads.has(grant.subject) && grant.task === null)).toEqual([])
    expect(entitlements.filter((e) => !book.grantsOfEntitlement.has(e.name))).toEqual([])
  })

  test('has nearly all of its grants in force on the demo’s day', () => {
    const now = readInstant('2026-11-20T09:00:00Z', 'start') ?? NaN
    const later = grants.filter((grant) => {
      const { window } = effectiveWindow(book, grant)
      return window === null || !holds(window, now)
    })
    expect(later.map((grant) => grant.path)).toEqual([
      'grants/systems/aws-analytics/warehouse-admin/ivan.yaml',
      'grants/systems/aws-prod/billing-read/alice.yaml'
    ])
  })

  test('names the right schema in the first line of every file', async () => {
    const wrong: string[] = []
    for (const [path, bytes] of await acmeFiles()) {
      const first = new TextDecoder().decode(bytes).split('\n', 1)[0] ?? ''
      const schema = /^# yaml-language-server: \$schema=(\S+)$/u.exec(first)?.[1] ?? ''
      const target = posix.join(posix.dirname(path), schema)
      if (target !== `schemas/${identify(path)?.kind}.schema.json` || !existsSync(ROOT + target))
        wrong.push(path)
    }
    expect(wrong).toEqual([])
  })
})
