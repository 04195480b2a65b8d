import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Fault } from '../../src/sandbox/sandbox.ts'
import { MINUTE } from '../../src/book/duration.ts'
import { grant, grantPath } from '../support/book.ts'
import { ForgeScene, type Moment } from '../support/forge-scene.ts'

// The record on the forge’s own branch, and GitHub and git when they fail, through the real commands.

const ALICE = grantPath('billing-read', 'alice')
const BOB = grantPath('logs-read', 'bob')
const EVENTS = `events/${ALICE}.jsonl`

let scene: ForgeScene
/** Alice’s grant is applied; Bob’s is approved and merged. */
let merged: Moment
let whole: string
beforeAll(async () => {
  scene = await ForgeScene.open()
  await scene.request('alice', 'ask', { [ALICE]: grant('2026-12-14') }, ['carol'])
  await scene.apply()
  whole = scene.head('evidence') ?? ''
  await scene.request('bob', 'next', { [BOB]: grant('2026-12-14') }, ['carol'])
  merged = scene.save()
})
beforeEach(() => scene.restore(merged))
afterAll(() => scene.close())

/** Calls that changed something in the account. */
const writes = (): readonly string[] =>
  scene.sandbox
    .calls()
    .flatMap((one) => (one.service === 'iam' && one.kind === 'write' ? [one.operation] : []))

/** Evidence with one file changed, in an unsigned commit on top of a parent. */
async function forged(path: string, change: (text: string) => string, parent = whole): Promise<string> {
  await scene.git('mallory', 'checkout', '-q', '--force', '--detach', parent)
  scene.write({ [path]: change(await scene.git('mallory', 'show', `${parent}:${path}`)) })
  return scene.commit('mallory', 'Judge main')
}

test('16: nothing is done on the word of a forged record', async () => {
  await scene.git('frank', 'fetch', '-q', 'origin', 'evidence')
  const head = (...args: readonly string[]): Promise<string> => scene.git('mallory', ...args)
  const forgeries: readonly (readonly [string, () => Promise<string>, RegExp])[] = [
    ['a line more, unsigned', () => forged(EVENTS, (text) => text + text), /Commit [0-9a-f]{40}/u],
    ['a file', () => forged(`approved/${ALICE}`, (text) => text.replace('12-14', '12-30')), /Commit/u],
    ['the last commit written anew', () => forged(EVENTS, (text) => text, `${whole}^`), CUT],
    ['the last commit cut off', () => head('rev-parse', `${whole}^`), CUT],
    ['begun anew', () => head('commit-tree', `${whole}^{tree}`, '-m', 'Begin'), CUT],
    ['main’s own tip', () => head('rev-parse', 'origin/main'), /can’t be (?:trusted|read)/u]
  ]
  for (const [what, make, why] of forgeries) {
    const lie = (await make()).trim()
    await scene.git('frank', 'push', '-q', '-f', 'origin', `${lie}:refs/heads/evidence`)
    scene.sandbox.clearCalls()
    const ran = await scene.run('apply')
    expect([what, ran.status, ran.out, ran.err]).toEqual([what, 1, '', expect.stringMatching(why)])
    const written = scene.sandbox.calls().filter(({ kind }) => kind === 'write')
    expect([what, written, scene.head('evidence')]).toEqual([what, [], lie])
  }
  // Nor is anybody told that his pull request is ready.
  const judged = await scene.run('verdict', '--pull', '2')
  expect([judged.status, judged.out]).toEqual([1, ''])
  // Put back, everything goes on as if nothing had been.
  await scene.git('frank', 'push', '-q', '-f', 'origin', `${whole}:refs/heads/evidence`)
  expect((await scene.apply()).status).toBe(0)
  expect(scene.mayAssume('alice', 'billing-read')).toBe(true)
})

const CUT = /a part of the record was cut off or rewritten/u

describe('41: what is to be recorded does not arrive', () => {
  test.each<[string, Partial<Fault>, number]>([
    ['lost on its way, every time', { kind: 'drop-before', times: 50 }, 2],
    ['the answer lost', { kind: 'drop-after', times: 1 }, 0]
  ])('%s: nothing is issued that is not on record, and the next run goes on', async (_, fault, status) => {
    scene.sandbox.setFaults([{ service: 'forge', operation: 'git-receive-pack', kind: 'denied', ...fault }])
    const ran = await scene.apply()
    scene.sandbox.setFaults([])
    expect([ran.status, writes()]).toEqual([status, status === 0 ? ['PutUserPolicy'] : []])
    expect((await scene.apply()).status).toBe(0)
    expect(scene.events(BOB).map(({ event }) => event)).toEqual(['requested', 'approved', 'issued'])
    expect(writes()).toEqual(['PutUserPolicy'])
  })
})

// All of them in .ci/run, some of them here.
const SOME = process.env['GRANTBOOK_FULL'] === '1' ? 1 : 5
const KINDS = ['error-before', 'drop-before', 'throttle', 'denied'] as const

describe('42: GitHub fails', () => {
  test('at any call of apply, for good: nothing is issued unproved, and the next run does it', async () => {
    scene.sandbox.clearCalls()
    expect((await scene.apply()).status).toBe(0)
    const operations = [
      ...new Set(scene.sandbox.calls().flatMap((one) => (one.service === 'forge' ? [one.operation] : [])))
    ]
    expect(operations.length).toBeGreaterThanOrEqual(10)
    const weather = operations.flatMap((operation, n) =>
      KINDS.map((kind, k) => ({ operation, kind, n: n + k }))
    )
    for (const { operation, kind } of weather.filter(
      ({ n }, at) => SOME === 1 || (n % 4 === 0 && at % SOME === 0)
    )) {
      await scene.restore(merged)
      scene.sandbox.setFaults([{ service: 'forge', operation, kind, times: 1000 }])
      const ran = await scene.run('apply')
      scene.sandbox.setFaults([])
      const proved = scene.events(BOB).some(({ event }) => event === 'approved')
      expect([operation, kind, ran.status > 0 || proved, writes().length > 0 && !proved]).toEqual([
        operation,
        kind,
        true,
        false
      ])
      expect([operation, kind, scene.mayAssume('alice', 'billing-read'), ran.err]).toEqual([
        operation,
        kind,
        true,
        expect.not.stringContaining('mistake in Grantbook')
      ])
      expect([operation, kind, (await scene.apply()).status]).toEqual([operation, kind, 0])
      expect(scene.events(BOB).map(({ event }) => event)).toEqual(['requested', 'approved', 'issued'])
    }
  }, 600_000)

  test('stale reads: a review or a merge that GitHub doesn’t show yet proves nothing', async () => {
    const path = grantPath('billing-read', 'dave')
    await scene.branch('dave', 'late', { [path]: grant('2026-12-14') })
    const pull = await scene.pull('dave', 'late')
    scene.sandbox.setFaults([
      { service: 'forge', operation: 'pulls/list-reviews', kind: 'stale', times: 50 },
      { service: 'forge', operation: 'issues/list-events-for-timeline', kind: 'stale', times: 50 }
    ])
    scene.wait(1)
    await scene.review('carol', pull)
    const early = await scene.run('approvals', '--pull', String(pull))
    expect([early.status, early.out.includes('missing')]).toEqual([1, true])
    scene.sandbox.setFaults([])
    expect((await scene.run('approvals', '--pull', String(pull))).status).toBe(0)
  })

  test('stale reads: a merge whose pull request GitHub doesn’t list yet is waited for, never taken for a push', async () => {
    const path = grantPath('billing-read', 'erin')
    await scene.branch('erin', 'quick', { [path]: grant('2026-12-14') })
    const pull = await scene.pull('erin', 'quick')
    scene.wait(1)
    await scene.review('carol', pull)
    scene.wait(1)
    const operation = 'repos/list-pull-requests-associated-with-commit'
    scene.sandbox.setFaults([{ service: 'forge', operation, kind: 'stale', times: 50 }])
    await scene.merge('frank', pull)
    const early = await scene.apply()
    expect([early.status, scene.events(path)]).toEqual([1, []])
    scene.sandbox.setFaults([])
    expect((await scene.apply()).status).toBe(0)
    expect(scene.mayAssume('erin', 'billing-read')).toBe(true)
  })

  test('our clock is wrong: too early or too late by more than five minutes, and nothing is issued', async () => {
    for (const apart of [-6 * MINUTE, 365 * 24 * 60 * MINUTE]) {
      await scene.restore(merged)
      const ran = await scene.runWith({ clock: () => scene.sandbox.clock.now() + apart }, 'apply')
      expect([apart, ran.status > 0, writes(), scene.mayAssume('bob', 'logs-read')]).toEqual([
        apart,
        true,
        [],
        false
      ])
    }
  })

  test('another repository than the approved settings name', async () => {
    const environment = { ...scene.environment(), GITHUB_REPOSITORY: 'acme/copy' }
    const ran = await scene.runWith({ environment }, 'apply')
    expect([ran.status, ran.out, writes(), scene.head('evidence')]).toEqual([2, '', [], whole])
  })
})
