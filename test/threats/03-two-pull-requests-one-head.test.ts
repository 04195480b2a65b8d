import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { grant, grantPath } from '../support/book.ts'
import { ForgeScene, type Moment } from '../support/forge-scene.ts'

// Whoever may open a pull request may open one on somebody else's very commit. GitHub counts both as merged then, and tells
// both of the commit that brought them: that must neither stop what was approved nor lend an approval.

const BOB = grantPath('billing-read', 'bob')

let scene: ForgeScene
let begun: Moment
beforeAll(async () => {
  scene = await ForgeScene.open()
  begun = scene.save()
})
beforeEach(() => scene.restore(begun))
afterAll(() => scene.close())

/** Bob's request, and one of Alice's on the same commit. */
async function both(): Promise<readonly [number, number]> {
  const head = await scene.branch('bob', 'ask', { [BOB]: grant('2026-12-14') })
  const own = await scene.pull('bob', 'ask')
  await scene.git('alice', 'push', '-q', 'origin', `${head}:refs/heads/twin`)
  const twin = await scene.pull('alice', 'twin')
  scene.wait(1)
  return [own, twin]
}

test('the one that was approved and merged counts', async () => {
  const [own] = await both()
  await scene.review('carol', own)
  scene.wait(1)
  await scene.merge('carol', own)
  await scene.apply()
  expect(scene.mayAssume('bob', 'billing-read')).toBe(true)
  expect(
    scene
      .events(BOB)
      .map(({ event, pull }) => `${String(event)} ${String(pull)}`)
      .slice(0, 2)
  ).toEqual([`requested acme/access#${own}`, `approved acme/access#${own}`])
})

test('neither counts if neither was approved', async () => {
  const [own] = await both()
  await scene.merge('frank', own)
  await scene.apply()
  expect(scene.mayAssume('bob', 'billing-read')).toBe(false)
  expect(scene.events(BOB)).toMatchObject([{ event: 'refused', code: 'approval-missing' }])
})

test('who pushes the same commit to its branch after the merge has no part in it', async () => {
  const head = await scene.branch('bob', 'ask', { [BOB]: grant('2026-12-14') })
  const own = await scene.pull('bob', 'ask')
  scene.wait(1)
  await scene.review('carol', own)
  scene.wait(1)
  await scene.merge('carol', own)
  scene.wait(1)
  await scene.git('mallory', 'push', '-q', 'origin', ':refs/heads/ask')
  await scene.git('mallory', 'push', '-q', 'origin', `${head}:refs/heads/ask`)
  await scene.apply()
  expect(scene.mayAssume('bob', 'billing-read')).toBe(true)
})
