import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { suspendOutput } from '../../src/render/output/suspend.ts'
import { grant, grantPath, workload } from '../support/book.ts'
import type { ForgeScene, Moment } from '../support/forge-scene.ts'
import { as, fileOn, openPersonScene, pullsIn, shown } from './person-scene.ts'

const ALICE = grantPath('billing-read', 'alice')

let scene: ForgeScene
let given: Moment
beforeAll(async () => {
  scene = await openPersonScene({ 'grants/workloads/exporter.yaml': workload('exporter') })
  await scene.request('alice', 'ask', { [ALICE]: grant('2026-12-14') }, ['carol'])
  await scene.apply()
  given = scene.save()
})
beforeEach(() => scene.restore(given))
afterAll(() => scene.close())

async function suspend(who: string, ...args: readonly string[]) {
  const { status, out, err } = await as(scene, who, 'suspend', '--format', 'json', ...args)
  if (out === '') throw new Error(err)
  return { status, err, ...suspendOutput.parse(JSON.parse(out)) }
}

test('suspending takes everything with the next apply, once security approved it', async () => {
  expect(scene.mayAssume('alice', 'billing-read')).toBe(true)
  const told = await suspend('bob', 'alice', '--reason', 'Laptop stolen: "at once"', '--until', '2026-12-01')
  expect(told).toMatchObject({ status: 0, ok: true, branch: 'suspend/alice' })
  expect(await fileOn(scene, 'suspend/alice', 'grants/suspensions/alice.yaml')).toBe(
    '# yaml-language-server: $schema=../../schemas/suspension.schema.json\nreason: "Laptop stolen: \\"at once\\""\nuntil: 2026-12-01\n'
  )
  const pull = told.pull ?? 0
  const { title, body, user } = await shown(scene, pull)
  expect([title, user.login]).toEqual(['Suspend alice until 2026-12-02T00:00:00Z', 'bob-acme'])
  expect(body).toContain(`| aws\\-prod/billing\\-read | issuance | 2026-12-15T00:00:00Z | \`${ALICE}\` |`)
  expect(body).toContain('Suspend each by its own id if it may be in wrong hands: `exporter`')
  expect(body).toContain('`@acme/security`')
  scene.wait(1)
  await scene.review('erin', pull)
  scene.wait(1)
  await scene.merge('bob', pull)
  scene.wait(1)
  expect((await scene.apply()).status).toBe(0)
  expect(scene.mayAssume('alice', 'billing-read')).toBe(false)
})

test('a workload, until the file is removed, without a reason yet', async () => {
  const told = await suspend('bob', 'exporter')
  expect(await fileOn(scene, told.branch ?? '', 'grants/suspensions/exporter.yaml')).toContain(
    '\nreason: Asked for by bob, who gave no reason yet\n'
  )
  expect((await shown(scene, told.pull ?? 0)).title).toBe('Suspend exporter')
})

describe('nothing is opened', () => {
  test('for one who is suspended already; one whose suspension is over is suspended anew', async () => {
    const path = 'grants/suspensions/alice.yaml'
    await scene.pushMain('frank', { [path]: 'reason: Laptop stolen\nuntil: 2026-11-25\n' })
    const told = await suspend('bob', 'alice')
    expect(told).toMatchObject({ status: 1, ok: false, pull: null })
    expect(told.err).toContain('alice is suspended already, until 2026-11-26T00:00:00Z')
    await scene.pushMain('frank', { [path]: 'reason: Laptop stolen\nuntil: 2026-11-01\n' })
    expect(await suspend('bob', 'alice')).toMatchObject({ status: 0 })
  })

  test('for a reason that holds a secret', async () => {
    const told = await suspend('bob', 'alice', '--reason', 'leaked\tAKIAIOSFODNN7EXAMPLE')
    expect(told).toMatchObject({ status: 1, pull: null })
    expect(told.err).toContain('secret-found')
    expect(told.err).not.toContain('AKIA')
  })

  test.each<[string, readonly string[], string]>([
    [
      'nobody of that name',
      ['alise'],
      '"alise" is neither in "people/" nor in "workloads/". The nearest is "alice".'
    ],
    ['an end that is over', ['alice', '--until', '2026-11-01'], 'that is over already'],
    ['an empty reason', ['alice', '--reason', ''], '--reason is empty'],
    ['two', ['alice', 'bob'], 'too many arguments']
  ])('and it exits 2 for %s', async (_, args, why) => {
    const before = await pullsIn(scene)
    const { status, err } = await as(scene, 'bob', 'suspend', ...args)
    expect([status, err]).toEqual([2, expect.stringContaining(why)])
    expect(await pullsIn(scene)).toBe(before)
  })
})
