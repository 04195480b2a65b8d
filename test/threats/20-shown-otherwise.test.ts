import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { approvalsOutput } from '../../src/render/output/approvals.ts'
import { grant, grantPath } from '../support/book.ts'
import { ForgeScene, type Moment } from '../support/forge-scene.ts'

// Threat 20: a review stands on a commit, and what that commit shows depends on where main stands.

const [ALICE, DAVE] = [grantPath('billing-read', 'alice'), grantPath('billing-read', 'dave')]
const GRANT = grant('2026-12-14')

let scene: ForgeScene
let begin: Moment
beforeAll(async () => {
  scene = await ForgeScene.open()
  begin = scene.save()
})
beforeEach(() => scene.restore(begin))
afterAll(() => scene.close())

async function proof(pull: number) {
  const { out, err } = await scene.run('approvals', '--format', 'json', '--pull', String(pull))
  if (out === '') throw new Error(err)
  const { state, paths } = approvalsOutput.parse(JSON.parse(out))
  return [state, paths.map(({ path }) => path)]
}

test('20: an administrator pushes main back, so that an approved pull request shows more', async () => {
  const before = scene.head('main')
  await scene.pushMain('frank', { [DAVE]: GRANT })
  scene.wait(1)
  await scene.branch('alice', 'ask', { [ALICE]: GRANT })
  const pull = await scene.pull('alice', 'ask')
  scene.wait(1)
  await scene.review('carol', pull)
  expect(await proof(pull)).toEqual(['approved', [ALICE]])
  scene.wait(1)
  await scene.git('frank', 'push', '-q', '--force', 'origin', `${before ?? ''}:refs/heads/main`)
  expect(await proof(pull)).toEqual(['missing', [ALICE, DAVE]])
  scene.wait(1)
  await scene.merge('frank', pull)
  expect((await scene.apply()).status).toBe(1)
  expect(['alice', 'dave'].map((who) => scene.mayAssume(who, 'billing-read'))).toEqual([false, false])
})

test('20: main takes in a part of the branch, so that the rest puts back what it took away', async () => {
  await scene.request('alice', 'first', { [ALICE]: GRANT }, ['carol'])
  expect((await scene.apply()).ok).toBe(true)
  await scene.branch('erin', 'gone', { [ALICE]: null })
  await scene.git('erin', 'checkout', '-q', '-b', 'both')
  await scene.more('erin', 'both', { [ALICE]: GRANT, [DAVE]: GRANT })
  const pull = await scene.pull('erin', 'both')
  scene.wait(1)
  await scene.review('carol', pull)
  expect(await proof(pull)).toEqual(['approved', [DAVE]])
  scene.wait(1)
  await scene.merge('frank', await scene.pull('erin', 'gone'))
  expect((await scene.apply()).ok).toBe(true)
  expect(await proof(pull)).toEqual(['missing', [ALICE, DAVE]])
  scene.wait(1)
  await scene.merge('frank', pull)
  expect((await scene.apply()).status).toBe(1)
  expect(['alice', 'dave'].map((who) => scene.mayAssume(who, 'billing-read'))).toEqual([false, false])
})

test('20: what others merged meanwhile changes nothing', async () => {
  await scene.branch('alice', 'ask', { [ALICE]: GRANT })
  const pull = await scene.pull('alice', 'ask')
  scene.wait(1)
  await scene.review('carol', pull)
  await scene.request('alice', 'other', { [DAVE]: GRANT }, ['carol'])
  await scene.api('alice', 'PUT', `/pulls/${pull}/update-branch`, {})
  expect(await proof(pull)).toEqual(['approved', [ALICE]])
})
