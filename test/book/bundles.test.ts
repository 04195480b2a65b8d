import { describe, expect, test } from 'vitest'
import { bundlesWith, resolveEntitlement } from '../../src/book/bundles.ts'
import type { EntitlementName } from '../../src/book/ids.ts'
import { DAY, HOUR } from '../../src/book/duration.ts'
import { edit, patched, type Files } from '../checks/acme.ts'
import { read } from '../checks/judge.ts'

const FINANCE = 'aws-prod/finance'
const entitlement = (name: string): string => `grants/systems/aws-prod/${name}/entitlement.yaml`

function resolve(name: EntitlementName, files: Files = patched({})) {
  const resolved = resolveEntitlement(read(files).book, name)
  if (!resolved) return null
  const { all, targets, systems, missing, cyclic, terms } = resolved
  return {
    all: all.map((each) => each.name),
    targets: targets.map((each) => each.name),
    systems,
    missing,
    cyclic,
    terms
  }
}

test('a bundle takes the strictest of itself and all it includes', () => {
  expect(resolve(FINANCE)).toEqual({
    all: ['aws-prod/finance', 'aws-prod/billing-read', 'aws-prod/logs-read'],
    targets: ['aws-prod/billing-read', 'aws-prod/logs-read'],
    systems: ['aws-prod'],
    missing: [],
    cyclic: false,
    terms: {
      risk: 'high',
      maxDuration: 30 * DAY,
      maxTotal: 60 * DAY,
      ticket: 'required',
      approvals: 1,
      subjects: new Set(['person'])
    }
  })
})

test('each part of the terms is the strictest by itself', () => {
  const files = patched({
    ...edit(entitlement('billing-read'), 'risk: high', 'risk: medium\nmaxDuration: 10h'),
    ...edit(entitlement('logs-read'), 'risk: low', 'risk: critical')
  })
  expect(resolve(FINANCE, files)?.terms).toEqual({
    risk: 'critical',
    maxDuration: 8 * HOUR,
    maxTotal: 2 * DAY,
    ticket: 'required',
    approvals: 2,
    subjects: new Set(['person'])
  })
})

test('a bundle of bundles goes to the end, each once', () => {
  const files = patched({
    [entitlement('all')]: `title: All
description: All of it.
owner: carol
approvers: ["@acme/x"]
risk: low
subjects: [person]
includes: [aws-prod/finance, aws-prod/logs-read, aws-prod/auditors]
`
  })
  expect(resolve('aws-prod/all', files)).toMatchObject({
    all: [
      'aws-prod/all',
      'aws-prod/finance',
      'aws-prod/billing-read',
      'aws-prod/logs-read',
      'aws-prod/auditors'
    ],
    targets: ['aws-prod/billing-read', 'aws-prod/logs-read', 'aws-prod/auditors'],
    cyclic: false
  })
  const { book } = read(files)
  expect(bundlesWith(book, 'aws-prod/logs-read').toSorted()).toEqual(['aws-prod/all', 'aws-prod/finance'])
  expect(bundlesWith(book, 'aws-prod/all')).toEqual([])
})

describe('what can’t be known as a whole says so', () => {
  test('an include without a file, or with a refused one', () => {
    const files = patched({ [entitlement('billing-read')]: 'title: x\n', [entitlement('logs-read')]: null })
    expect(resolve(FINANCE, files)).toMatchObject({
      all: ['aws-prod/finance'],
      missing: ['aws-prod/billing-read', 'aws-prod/logs-read']
    })
    expect(bundlesWith(read(files).book, 'aws-prod/logs-read')).toEqual(['aws-prod/finance'])
  })

  test('a circle, and whatever leads into one', () => {
    const files = patched({
      ...edit(entitlement('logs-read'), 'target', 'includes: [aws-prod/auditors]\ntarget'),
      ...edit(entitlement('auditors'), 'target', 'includes: [aws-prod/logs-read]\ntarget')
    })
    for (const name of [FINANCE, 'aws-prod/logs-read', 'aws-prod/auditors'] as const) {
      expect(resolve(name, files)?.cyclic).toBe(true)
    }
    expect(resolve('aws-prod/billing-read', files)?.cyclic).toBe(false)
  })

  test('no settings, no terms; no file, nothing', () => {
    expect(resolve(FINANCE, patched({ 'grants/grantbook.yaml': null }))?.terms).toBeNull()
    expect(resolve('aws-prod/nothing')).toBeNull()
  })

  test('a chain as long as there are files', () => {
    const files: Record<string, string> = { ...patched({}) }
    const text = files[entitlement('finance')] ?? ''
    for (let n = 0; n < 3000; n++) {
      files[entitlement(`c-${n}`)] = text.replace(/includes: .*/u, `includes: [aws-prod/c-${n + 1}]`)
    }
    files[entitlement('c-3000')] = text
    expect(resolve('aws-prod/c-0', files)?.all.length).toBe(3003)
  })
})
