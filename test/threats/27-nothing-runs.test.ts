import { expect, test } from 'vitest'
import { BASE, at, grant, grantPath, person, TASK, workload } from '../support/book.ts'
import { inScene } from '../support/scene.ts'

test('access ends at its instant although nothing of ours ever runs again', async () => {
  const files = {
    ...BASE,
    'grants/people/bob.yaml': person('bob', 'ends: 2026-11-30\n'),
    [grantPath('billing-read', 'alice')]: grant('2026-12-14'),
    [grantPath('billing-read', 'bob')]: grant('2026-12-14'),
    [grantPath('billing-read', 'carol')]: grant('2026-12-14', 'starts: 2026-12-01T08:00:00+02:00\n')
  }
  await inScene(files, async (scene) => {
    await scene.apply()
    const holds = (user: string) =>
      [
        '2026-11-20T09:00:00Z',
        '2026-11-30T23:59:59Z',
        '2026-12-01T00:00:00Z',
        '2026-12-01T05:59:59Z',
        '2026-12-01T06:00:00Z',
        '2026-12-14T23:59:59Z',
        '2026-12-15T00:00:00Z',
        '2036-01-01T00:00:00Z'
      ].map((instant) => scene.mayAssume(user, 'billing-read', at(instant)))
    expect(holds('alice')).toEqual([true, true, true, true, true, true, false, false])
    expect(holds('bob')).toEqual([true, true, false, false, false, false, false, false])
    expect(holds('carol')).toEqual([false, false, false, false, true, true, false, false])
  })
})

test('a membership, which can’t hold a date, is taken by the first run after its end and said to be so beforehand', async () => {
  const path = grantPath('auditors', 'alice')
  await inScene({ ...BASE, [path]: grant('2026-12-14') }, async (scene) => {
    expect((await scene.plan()).changes.map(({ enforcement }) => enforcement)).toEqual(['job'])
    await scene.apply()
    scene.sandbox.clock.set(at('2027-03-01T00:00:00Z'))
    scene.writes()
    await scene.apply()
    expect(scene.writes()).toEqual(['RemoveUserFromGroup'])
  })
})

test('a workload’s own date is in its policy', async () => {
  const path = grantPath('logs-read', 'exporter')
  const files = {
    ...BASE,
    'grants/workloads/exporter.yaml': workload('exporter', 'owner: alice', '2026-11-25'),
    [path]: grant('2026-12-14', TASK)
  }
  await inScene(files, async (scene) => {
    await scene.apply()
    expect(scene.repository.events(path).map(({ until }) => until)).toEqual(['2026-11-26T00:00:00Z'])
  })
})
