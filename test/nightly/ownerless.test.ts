import { describe, expect, test } from 'vitest'
import { DAY } from '../../src/book/duration.ts'
import { ownerless } from '../../src/nightly/ownerless.ts'
import { orphanBody, unownedBody } from '../../src/render/nightly/ownerless.ts'
import { BASE, bookOf, NOW, person, workload, type Files } from '../support/book.ts'

const LEFT = 'ends: 2026-11-10\n'
const SOON = 'ends: 2026-11-25\n'
const LATER = 'ends: 2026-12-24\n'
const people = (all: Readonly<Record<string, string>>): Files =>
  Object.fromEntries(Object.entries(all).map(([id, more]) => [`grants/people/${id}.yaml`, person(id, more)]))

function found(files: Files, more = 'owner: alice') {
  const { book } = bookOf({ ...BASE, 'grants/workloads/exporter.yaml': workload('exporter', more), ...files })
  return ownerless(book, NOW, 7 * DAY)
}

describe('the next owner', () => {
  test.each<[string, Readonly<Record<string, string>>, string | null]>([
    ['is the manager', { alice: `manager: bob\n${LEFT}` }, 'bob'],
    ['of one who leaves soon, too', { alice: `manager: bob\n${SOON}` }, 'bob'],
    [
      'is the next one upward who is here',
      { alice: `manager: bob\n${LEFT}`, bob: `manager: carol\n${LEFT}` },
      'carol'
    ],
    [
      'is nobody who leaves soon',
      { alice: `manager: bob\n${LEFT}`, bob: `manager: carol\n${SOON}` },
      'carol'
    ],
    ['is nobody without a manager', { alice: LEFT }, null],
    ['is never the leaver', { alice: `manager: alice\n${LEFT}` }, null],
    ['is nobody in a circle', { alice: `manager: bob\n${LEFT}`, bob: `manager: alice\n${LEFT}` }, null],
    ['is nobody whose file is gone', { alice: `manager: zoe\n${LEFT}` }, null]
  ])('%s', (_, all, successor) => {
    const { orphans } = found(people(all))
    expect(orphans.map(({ leaver }) => leaver.successor)).toEqual([successor])
  })

  test('is nobody who is suspended', () => {
    const suspended = { 'grants/suspensions/bob.yaml': 'reason: Laptop stolen\n' }
    const files = { ...people({ alice: `manager: bob\n${LEFT}`, bob: 'manager: carol\n' }), ...suspended }
    expect(found(files).orphans[0]?.leaver.successor).toBe('carol')
  })

  test('is nobody who has no account to consent by, and nobody beyond', () => {
    const mute = person('bob', 'manager: carol\n').replace(/github.*\n/gu, '')
    const { leaver } =
      found({ ...people({ alice: `manager: bob\n${LEFT}` }), 'grants/people/bob.yaml': mute }).orphans[0] ??
      {}
    expect(leaver).toMatchObject({
      successor: null,
      why: '"bob" would have to consent and has no GitHub account on file.'
    })
  })
})

describe('what lacks an owner', () => {
  test('isn’t what has one, or one who leaves later', () => {
    expect(found({})).toEqual({ orphans: [], estates: [] })
    expect(found(people({ alice: `manager: bob\n${LATER}` })).orphans).toEqual([])
  })

  test('is what has a backup, too; but nothing of it ends', () => {
    const both = found(people({ alice: `manager: bob\n${LEFT}` }), 'owner: alice\nbackup: carol').orphans
    expect(both.map(({ orphaned }) => orphaned)).toEqual([null])
    const one = found(people({ alice: `manager: bob\n${LEFT}` })).orphans
    expect(one.map(({ orphaned }) => orphaned)).toEqual([Date.UTC(2026, 10, 11)])
  })

  test('is a suspended owner’s workload, but no system and no entitlement: a suspension passes', () => {
    const suspended = { 'grants/suspensions/carol.yaml': 'reason: Laptop stolen\n' }
    const { orphans, estates } = found(suspended, 'owner: carol')
    expect([orphans.map(({ leaver, orphaned }) => [leaver.at, orphaned]), estates]).toEqual([
      [[null, null]],
      []
    ])
  })

  test('are all systems and entitlements of one leaver together', () => {
    const { estates } = found(people({ carol: `manager: bob\n${LEFT}` }))
    expect(
      estates.map(({ leaver, files }) => [leaver.person, leaver.successor, files.map(({ id }) => id)])
    ).toEqual([['carol', 'bob', ['auditors', 'billing-read', 'logs-read', 'aws-prod']]])
  })
})

test('hostile words stay words', () => {
  const files = people({ alice: `manager: bob\n${LEFT}` })
  const title = 'x | <img src=x> @acme/all\\n# [y](javascript:z)'
  const text = workload('exporter').replace('title: exporter', `title: "${title}"`)
  const orphan = found({ ...files, 'grants/workloads/exporter.yaml': text }).orphans[0]
  if (!orphan) throw new Error('none')
  const body = orphanBody({ orphan, holds: [], grace: '7d', now: NOW })
  expect(body).not.toMatch(/<img|(?<!\\)@acme|^#|\]\(javascript/mu)
  const list = unownedBody(
    [{ path: orphan.workload.path, what: title, leaver: orphan.leaver, ends: null }],
    '@acme/gov'
  )
  expect(list).not.toMatch(/<img|(?<!\\)@acme\/all/u)
})
