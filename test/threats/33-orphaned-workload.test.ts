import { expect, test } from 'vitest'
import { BASE, at, grant, grantPath, person, TASK, workload } from '../support/book.ts'
import { ACCOUNT } from '../support/book.ts'
import { inScene } from '../support/scene.ts'

const PATH = grantPath('billing-read', 'exporter')
const ROLE = { [PATH]: grant('2027-03-31', TASK) }
const files = (more: string, people: Record<string, string>) => ({
  ...BASE,
  ...ROLE,
  ...people,
  'grants/workloads/exporter.yaml': workload('exporter', more)
})

test.each([
  ['its only owner leaves: a week of grace', 'owner: alice', { alice: '2026-11-30' }, '2026-12-08T00:00:00Z'],
  [
    'a backup stays: nothing changes',
    'owner: alice\nbackup: bob',
    { alice: '2026-11-30' },
    '2027-04-01T00:00:00Z'
  ],
  [
    'both leave: a week after the later one',
    'owner: alice\nbackup: bob',
    { alice: '2026-11-30', bob: '2026-12-31' },
    '2027-01-08T00:00:00Z'
  ],
  ['nobody leaves', 'owner: alice', {}, '2027-04-01T00:00:00Z']
])('%s', async (_, more, ends, until) => {
  const people = Object.fromEntries(
    Object.entries(ends).map(([id, day]) => [`grants/people/${id}.yaml`, person(id, `ends: ${day}\n`)])
  )
  await inScene(files(more, people), async (scene) => {
    await scene.apply()
    const may = (instant: number) =>
      scene.sandbox.can({
        account: ACCOUNT,
        principal: 'role/ci/exporter',
        action: 'sts:AssumeRole',
        resource: `arn:aws:iam::${ACCOUNT}:role/entitlements/billing-read`,
        at: instant
      }).allowed
    expect([may(at(until) - 1000), may(at(until))]).toEqual([true, false])
  })
})

test('an owner who leaves later shortens what stands', async () => {
  await inScene(files('owner: alice', {}), async (scene) => {
    await scene.apply()
    scene.repository.commit(
      files('owner: alice', { 'grants/people/alice.yaml': person('alice', 'ends: 2026-11-30\n') })
    )
    expect((await scene.plan()).changes.map(({ action, until }) => [action, until])).toEqual([
      ['shorten', '2026-12-08T00:00:00Z']
    ])
  })
})
