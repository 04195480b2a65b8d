import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { grant, grantPath } from '../support/book.ts'
import { ForgeScene, type Moment } from '../support/forge-scene.ts'

// The sandbox's clock stands still until somebody sets it, and GitHub's instants are whole seconds: all of this happens at
// one and the same instant.

const ALICE = grantPath('billing-read', 'alice')
const BOB = grantPath('billing-read', 'bob')

let scene: ForgeScene
let start: Moment

beforeAll(async () => {
  scene = await ForgeScene.open()
  start = scene.save()
})
afterAll(() => scene.close())
beforeEach(() => scene.restore(start))

async function asked(who: string, path: string): Promise<number> {
  await scene.branch(who, who, { [path]: grant('2026-12-14') })
  return scene.pull(who, who)
}

async function applied(): Promise<readonly unknown[]> {
  const { status, out } = await scene.run('apply', '--format', 'json')
  const { outcomes } = JSON.parse(out) as { outcomes: { state: string; why: string }[] }
  return [status, outcomes.map(({ state, why }) => [state, why.split(':')[0]])]
}

test('approved and merged in one second, after others were: issued; and again: no write at all', async () => {
  const first = await asked('alice', ALICE)
  await scene.review('carol', first)
  await scene.merge('carol', first)
  const second = await asked('bob', BOB)
  await scene.review('carol', second)
  await scene.merge('carol', second)
  expect(await applied()).toEqual([
    0,
    [
      ['done', 'Month-end reconciliation'],
      ['done', 'Month-end reconciliation']
    ]
  ])
  const head = await scene.git('frank', 'ls-remote', 'origin', 'refs/heads/evidence')
  scene.sandbox.clearCalls()
  const { out } = await scene.run('apply', '--format', 'json')
  expect((JSON.parse(out) as { calls: { write: number } }).calls.write).toBe(0)
  expect(scene.sandbox.calls().filter(({ kind }) => kind === 'write')).toEqual([])
  expect(await scene.git('frank', 'ls-remote', 'origin', 'refs/heads/evidence')).toBe(head)
})

test('approved after the merge, within the same second: too late', async () => {
  const pull = await asked('alice', ALICE)
  await scene.merge('frank', pull)
  await scene.review('carol', pull)
  expect(await applied()).toEqual([1, [['refused', 'approval-missing']]])
})

test('a run that finds nothing new leaves a sign of life when the last one is hours ago', async () => {
  const heads: string[] = []
  for (const minutes of [0, 60, 420]) {
    scene.wait(minutes)
    await scene.run('apply')
    heads.push(await scene.git('frank', 'ls-remote', 'origin', 'refs/heads/evidence'))
  }
  const [first, second, third] = heads
  expect([second === first, third === first]).toEqual([true, false])
})

test('audit, explain and plan see what apply did in the same clone, without a fetch', async () => {
  const pull = await asked('alice', ALICE)
  await scene.review('carol', pull)
  await scene.api('carol', 'PUT', `/pulls/${pull}/merge`, {})
  await scene.run('apply')
  await scene.git('frank', 'update-ref', '-d', 'refs/remotes/origin/evidence')
  const audit = await scene.run('audit', '--format', 'json')
  expect(JSON.parse(audit.out)).toMatchObject({ ok: true, anchored: true, grants: 1 })
  const explain = await scene.run('explain', 'alice', 'aws-prod/billing-read', '--format', 'json')
  expect(JSON.parse(explain.out)).toMatchObject({ grants: [{ grant: ALICE, state: 'active' }] })
  const plan = await scene.run('plan', '--format', 'json')
  expect(JSON.parse(plan.out)).toMatchObject({ changes: [], drift: [], refused: [] })
})
