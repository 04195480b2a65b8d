import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { grant, grantPath } from '../support/book.ts'
import { ForgeScene, personFile, type Moment } from '../support/forge-scene.ts'

const ALICE = grantPath('billing-read', 'alice')
const LOGS = 'grants/systems/aws-prod/logs-read/entitlement.yaml'
const READ = 'grants/systems/aws-prod/billing-read/entitlement.yaml'
const SETTINGS = 'grants/grantbook.yaml'

let scene: ForgeScene
let begin: Moment
beforeAll(async () => {
  scene = await ForgeScene.open()
  await scene.request('alice', 'ask', { [ALICE]: grant('2026-12-14') }, ['carol'])
  await scene.apply()
  begin = scene.save()
})
beforeEach(() => scene.restore(begin))
afterAll(() => scene.close())

const shown = (path: string): Promise<string> => scene.git('frank', 'show', `origin/main:${path}`)

const REFUSED_ONCE = { runs: [1, 0], writes: [], event: 'refused', code: 'unproved', pull: null }

/** Applies, twice: the first run fails and says so, the second one lists it and is content. Nothing was written to AWS. */
async function refusedOnce(path: string): Promise<object> {
  scene.sandbox.clearCalls()
  const first = await scene.apply()
  const second = await scene.apply()
  const writes = scene.sandbox.calls().filter(({ kind, service }) => kind === 'write' && service === 'iam')
  const { event, code, pull } = scene.events(path).at(-1) ?? {}
  return { runs: [first.status, second.status], writes, event, code, pull }
}

describe('an administrator pushes to main', () => {
  test('a grant of his own', async () => {
    const path = grantPath('billing-read', 'frank')
    await scene.pushMain('frank', { [path]: grant('2026-12-14') })
    expect(await refusedOnce(path)).toEqual(REFUSED_ONCE)
    expect(scene.mayAssume('frank', 'billing-read')).toBe(false)
  })

  test('an entitlement’s target under standing grants', async () => {
    await scene.pushMain('frank', {
      [READ]: (await shown(READ))

        .replace('entitlements/billing-read', 'entitlements/billing-write')
    })
    expect(await refusedOnce(READ)).toEqual(REFUSED_ONCE)
    expect([scene.mayAssume('alice', 'billing-read'), scene.mayAssume('alice', 'billing-write')]).toEqual([
      true,
      false
    ])
  })

  test('himself as approver, and then approves', async () => {
    await scene.pushMain('frank', { [READ]: (await shown(READ)).replace('@acme/billing', '@frank-acme') })
    expect(await refusedOnce(READ)).toEqual(REFUSED_ONCE)
    await scene.request('bob', 'ask', { [grantPath('billing-read', 'bob')]: grant('2026-12-14') }, ['frank'])
    expect((await scene.apply()).status).toBe(1)
    expect(scene.mayAssume('bob', 'billing-read')).toBe(false)
  })

  test('settings: one approval less, another governance', async () => {
    await scene.pushMain('frank', {
      [SETTINGS]: (await shown(SETTINGS)).replace('@acme/access-governance', '@frank-acme')
    })
    expect(await refusedOnce(SETTINGS)).toEqual(REFUSED_ONCE)
  })

  test('a second account of his in the book', async () => {
    const path = 'grants/people/mallory.yaml'
    await scene.pushMain('frank', { [path]: personFile('mallory', 666) })
    expect(await refusedOnce(path)).toEqual(REFUSED_ONCE)
    await scene.branch('bob', 'ask', { [grantPath('logs-read', 'bob')]: grant('2026-12-14') })
    const pull = await scene.pull('bob', 'ask')
    await scene.review('mallory', pull)
    await scene.merge('frank', pull)
    expect((await scene.apply()).status).toBe(1)
  })

  test('a rule of the book away, or a person: deleting what governs is no reduction', async () => {
    await scene.pushMain('frank', { [LOGS]: null })
    expect(await refusedOnce(LOGS)).toEqual(REFUSED_ONCE)
  })
})

describe('main is moved by force', () => {
  test('back: what it takes away goes, what it brings does not come', async () => {
    const before = await scene.git('frank', 'rev-parse', 'origin/main^1')
    await scene.git('frank', 'push', '-q', '--force', 'origin', `${before.trim()}:refs/heads/main`)
    scene.update()
    await scene.apply()
    expect(scene.mayAssume('alice', 'billing-read')).toBe(false)
    await scene.git('frank', 'push', '-q', '--force', 'origin', `${scene.head('ask') ?? ''}:refs/heads/main`)
    scene.update()
    await scene.apply()
    expect(scene.mayAssume('alice', 'billing-read')).toBe(false)
  })

  test('to a history of one commit with a grant in it', async () => {
    const path = grantPath('billing-read', 'frank')
    scene.update()
    scene.write({ [path]: grant('2026-12-14') })
    await scene.git('frank', 'add', '-A')
    const tree = (await scene.git('frank', 'write-tree')).trim()
    const lone = (await scene.git('frank', 'commit-tree', tree, '-m', 'Begin anew')).trim()
    await scene.git('frank', 'push', '-q', '--force', 'origin', `${lone}:refs/heads/main`)
    const { status } = await scene.apply()
    expect([
      status,
      scene.mayAssume('frank', 'billing-read'),
      scene.mayAssume('alice', 'billing-read')
    ]).toEqual([1, false, true])
  })
})
