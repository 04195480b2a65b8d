import { expect, test } from 'vitest'
import { grant, grantPath } from '../support/book.ts'
import { ForgeScene, PEOPLE } from '../support/forge-scene.ts'

const EVERYBODY = Object.keys(PEOPLE)
const DELETED = ['billing-read', 'logs-read'].flatMap((name) => EVERYBODY.map((id) => grantPath(name, id)))
const KEPT = grantPath('auditors', 'dave')
const ASKED = grantPath('auditors', 'alice')
const DAY = 24 * 60

test('what the guard withheld stays withheld when a pull request can’t be read; what goes now goes at once', async () => {
  const files = Object.fromEntries([...DELETED, KEPT].map((path) => [path, grant('2026-12-14')]))
  const scene = await ForgeScene.open({ files })
  try {
    expect((await scene.apply()).status).toBe(0)
    await scene.pushMain('frank', Object.fromEntries(DELETED.map((path) => [path, null])))
    const taken = async () => {
      const { outcomes } = await scene.apply()
      const revoked = outcomes.filter(({ action, state }) => action === 'revoke' && state === 'done')
      const held = outcomes.filter(({ action, state }) => action === 'revoke' && state === 'held')
      return [revoked.map(({ grant: path }) => path), held.length] as const
    }
    const [first, rest] = await taken()
    expect([first.length, rest]).toEqual([5, DELETED.length - 5])
    // A day later the guard would let five more go: but they were judged.
    scene.wait(DAY + 1)
    await scene.request('alice', 'ask', { [ASKED]: grant('2026-12-14') }, ['carol'])
    await scene.pushMain('frank', { [KEPT]: null })
    scene.sandbox.setFaults([
      { service: 'forge', operation: 'pulls/list-reviews', kind: 'denied', times: 99 }
    ])
    expect(await taken()).toEqual([[KEPT], rest])
    expect(scene.events(ASKED)).toEqual([])
    scene.sandbox.setFaults([])
    expect(await taken()).toEqual([[], rest])
    expect(scene.events(ASKED).map(({ event }) => event)).toEqual(['requested', 'approved', 'issued'])
  } finally {
    await scene.close()
  }
})
