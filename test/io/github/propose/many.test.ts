import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Reading } from '../../../../src/io/github/github.ts'
import { ownPulls, type OwnPull } from '../../../../src/io/github/propose/own-pulls.ts'
import { proposeAll, type Due } from '../../../../src/io/github/propose/propose-all.ts'
import type { Proposal } from '../../../../src/io/github/propose/proposal.ts'
import { ForgeScene, type Moment } from '../../../support/forge-scene.ts'
import {
  APP,
  FILE,
  FILES,
  OTHER,
  callsOf,
  deskOf,
  githubOf,
  headOf,
  proposalOf,
  pullsOf,
  putBack
} from './stand.ts'

let scene: ForgeScene
let begin: Moment

beforeAll(async () => {
  scene = await ForgeScene.open({ files: FILES, genesis: false })
  begin = scene.save()
})
afterEach(() => putBack(scene, begin))
afterAll(() => scene.close())

/** Proposals of one night; the later in the list, the older. */
async function night(count: number, over: Partial<Proposal> = {}): Promise<readonly Due[]> {
  const one = await proposalOf(scene, over)
  return Array.from({ length: count }, (_, n) => ({
    since: (count - n) * 1000,
    proposal: {
      ...one,
      branch: `grantbook/expired/s/${String(n).padStart(3, '0')}`,
      message: `Remove ${n}`,
      files: [{ path: `grants/many/${n}.yaml`, text: `${n}\n` }]
    }
  }))
}

const states = (done: readonly { readonly result: Reading<{ readonly state: string }> }[]) =>
  done.map(({ result }) => (result.ok ? result.value.state : result.gap.why))

async function listed(since?: number | null): Promise<readonly OwnPull[]> {
  const read = await ownPulls(githubOf(scene), 'grantbook/', APP, since)
  if (!read.ok) throw new Error(read.gap.why)
  return read.value
}

describe('many at once', () => {
  it('are opened oldest first, and no more than so many; the rest is named', async () => {
    const done = await proposeAll(deskOf(scene), await night(5), 2)
    expect(done.map(({ branch }) => branch.slice(-1))).toEqual(['4', '3', '2', '1', '0'])
    expect(states(done)).toEqual(['opened', 'opened', 'waiting', 'waiting', 'waiting'])
    expect((await pullsOf(scene)).map(({ head }) => head.ref.slice(-1))).toEqual(['4', '3'])
    const next = await proposeAll(deskOf(scene), await night(5), 2)
    expect(states(next)).toEqual(['unchanged', 'unchanged', 'opened', 'opened', 'waiting'])
  })

  it('that are open are kept up to date however many may be opened', async () => {
    await proposeAll(deskOf(scene), await night(3), 3)
    expect(states(await proposeAll(deskOf(scene), await night(3, { body: 'More.' }), 0))).toEqual([
      'updated',
      'updated',
      'updated'
    ])
  })

  it('of which one can’t be done, the others are', async () => {
    const [first, ...rest] = await night(3)
    if (!first) throw new RangeError('none')
    const bad = { ...first, proposal: { ...first.proposal, branch: 'a..b' } }
    expect(states(await proposeAll(deskOf(scene), [...rest, bad], 9))).toEqual([
      'opened',
      'opened',
      'a..b is no name for a branch'
    ])
  })

  it('are told by one listing: a quiet night writes nothing, and asks once for each that it doesn’t have here', async () => {
    await proposeAll(deskOf(scene), await night(5), 5)
    scene.sandbox.clearCalls()
    const desk = deskOf(scene, { known: await listed() })
    expect(new Set(states(await proposeAll(desk, await night(5), 5)))).toEqual(new Set(['unchanged']))
    expect(callsOf(scene)).toEqual(['pulls/list', 'pulls/list', ...Array(5).fill('git/get-commit')])
    await scene.git('frank', 'fetch', '-q', 'origin', '+refs/heads/grantbook/*:refs/kept/*')
    scene.sandbox.clearCalls()
    const again = deskOf(scene, { known: await listed() })
    expect(new Set(states(await proposeAll(again, await night(5), 5)))).toEqual(new Set(['unchanged']))
    expect(callsOf(scene)).toEqual(['pulls/list', 'pulls/list'])
  })

  it('never come up against GitHub’s limit of writing', async () => {
    scene.sandbox.clearCalls()
    expect(new Set(states(await proposeAll(deskOf(scene), await night(22), 22)))).toEqual(new Set(['opened']))
    const writes = scene.sandbox
      .calls()
      .filter(({ kind, service }) => kind === 'write' && service === 'forge')
    expect(writes).toHaveLength(88)
    expect(writes.every(({ status }) => status < 300)).toBe(true)
    const later = writes.map(({ at }, n) => (writes[n + 80]?.at ?? Infinity) - at)
    expect(Math.min(...later)).toBeGreaterThanOrEqual(60_000)
  })

  it('stop at the hour’s limit, and the next hour goes on', async () => {
    const desk = deskOf(scene)
    for (let n = 0; n < 498; n++) await desk.github.budget.take()
    const done = states(await proposeAll(desk, await night(3), 9))
    const why = 'as much was written as GitHub allows in an hour; the next run goes on'
    expect(done).toEqual([why, why, why])
    scene.wait(60)
    expect(states(await proposeAll(desk, await night(3), 9))).toEqual(['opened', 'opened', 'opened'])
    expect(await pullsOf(scene)).toHaveLength(3)
  })
})

describe('the listing of our own', () => {
  it('tells of all of them, and of nobody else’s', async () => {
    await proposeAll(deskOf(scene), await night(3), 3)
    await scene.api('alice', 'PATCH', '/pulls/2', { state: 'closed' })
    await scene.api('frank', 'PUT', '/pulls/3/merge', {})
    await scene.branch('alice', 'grantbook/mine', { [FILE]: 'x\n' })
    await scene.pull('alice', 'grantbook/mine')
    await scene.branch('alice', 'other', { [OTHER]: 'x\n' })
    await scene.pull('grantbook-acme', 'other')
    expect(await listed()).toMatchObject([
      { number: 3, open: false, merged: true, branch: 'grantbook/expired/s/000' },
      { number: 2, open: false, merged: false, branch: 'grantbook/expired/s/001' },
      { number: 1, open: true, merged: false, branch: 'grantbook/expired/s/002', closedAt: null }
    ])
  })

  it('leaves out what was closed long ago, and nothing that is open', async () => {
    await proposeAll(deskOf(scene), await night(3), 3)
    await scene.api('alice', 'PATCH', '/pulls/2', { state: 'closed' })
    scene.wait(60)
    const since = scene.sandbox.clock.now()
    await scene.api('alice', 'PATCH', '/pulls/3', { state: 'closed' })
    expect((await listed(since)).map(({ number }) => number)).toEqual([3, 1])
    scene.sandbox.clearCalls()
    expect((await listed(null)).map(({ number }) => number)).toEqual([1])
    expect(callsOf(scene)).toHaveLength(1)
  })

  it('is read to its last page', async () => {
    await openMany(headOf(scene, 'main') ?? '', 205)
    scene.sandbox.clearCalls()
    expect(await listed()).toHaveLength(205)
    expect(callsOf(scene)).toHaveLength(4)
  })

  it('that breaks off is no listing', async () => {
    await openMany(headOf(scene, 'main') ?? '', 3)
    scene.sandbox.setFaults([{ service: 'forge', kind: 'denied', operation: 'pulls/list', times: 9 }])
    expect(await ownPulls(githubOf(scene), 'grantbook/', APP)).toMatchObject({ ok: false })
  })
})

/** Pull requests as the App's token alone would open them, without the code under test. */
async function openMany(main: string, count: number): Promise<void> {
  const { tree } = (await scene.api('frank', 'GET', `/git/commits/${main}`)) as { tree: { sha: string } }
  const commit = { message: 'x', tree: tree.sha, parents: [main] }
  const { sha } = (await scene.api('grantbook-acme', 'POST', '/git/commits', commit)) as { sha: string }
  for (let n = 0; n < count; n++) {
    if (n % 30 === 0) scene.wait(2)
    if (n % 100 === 0) scene.wait(61)
    const branch = `grantbook/n/${n}`
    await scene.api('grantbook-acme', 'POST', '/git/refs', { ref: `refs/heads/${branch}`, sha })
    await scene.pull('grantbook-acme', branch)
  }
}
