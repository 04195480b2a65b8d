import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Desk } from '../../../../src/io/github/propose/desk.ts'
import { propose } from '../../../../src/io/github/propose/propose.ts'
import type { Proposal } from '../../../../src/io/github/propose/proposal.ts'
import { ForgeScene, type Moment } from '../../../support/forge-scene.ts'
import {
  BRANCH,
  FILE,
  FILES,
  OTHER,
  callsOf,
  changesOf,
  deskOf,
  gitOf,
  headOf,
  proposalOf,
  pullsOf,
  pushOnto,
  putBack,
  repositoryOf
} from './stand.ts'

let scene: ForgeScene
let begin: Moment

beforeAll(async () => {
  scene = await ForgeScene.open({ files: FILES, genesis: false })
  begin = scene.save()
})
afterEach(() => putBack(scene, begin))
afterAll(() => scene.close())

const make = async (over: Partial<Proposal> = {}) => propose(deskOf(scene), await proposalOf(scene, over))

const told = (state: string, pull: number | null = 1, why: unknown = null) => ({
  ok: true,
  value: { pull, branch: BRANCH, state, why }
})

describe('none is open', () => {
  it('because somebody closed it: told by reopen', async () => {
    await make()
    await scene.api('alice', 'PATCH', '/pulls/1', { state: 'closed' })
    expect(await make({ reopen: false })).toEqual(told('left', 1, '@alice-acme closed #1'))
    expect(await make()).toEqual(told('reopened'))
    expect(await pullsOf(scene)).toMatchObject([{ state: 'open' }])
    expect(await make({ reopen: false })).toEqual(told('unchanged'))
  })

  it('and what is opened again is brought up to date', async () => {
    await make()
    await scene.api('alice', 'PATCH', '/pulls/1', { state: 'closed' })
    const files = [FILE, OTHER].map((path) => ({ path, text: null }))
    expect(await make({ files, body: 'Two ended.' })).toEqual(told('reopened'))
    expect(await changesOf(scene)).toEqual([`D ${FILE}`, `D ${OTHER}`])
    expect(await pullsOf(scene)).toMatchObject([{ state: 'open', body: 'Two ended.' }])
  })

  it('because somebody deleted the branch: opened anew', async () => {
    await make()
    await scene.api('alice', 'DELETE', `/git/refs/heads/${BRANCH}`)
    expect(await make({ reopen: false })).toEqual(told('left', 1, '@alice-acme closed #1'))
    expect(await make()).toEqual(told('opened', 2))
    expect((await pullsOf(scene)).map(({ state }) => state)).toEqual(['closed', 'open'])
  })

  it('and its branch moved since: opened anew if all is ours', async () => {
    await make()
    await scene.api('alice', 'PATCH', '/pulls/1', { state: 'closed' })
    await scene.api('grantbook-acme', 'PATCH', `/git/refs/heads/${BRANCH}`, {
      sha: headOf(scene, 'main'),
      force: true
    })
    expect(await make()).toEqual(told('opened', 2))
    expect(await changesOf(scene)).toEqual([`D ${FILE}`])
  })

  it('and somebody pushed to its branch before it was closed: opened again for all to see, and left', async () => {
    await make()
    await pushOnto(scene, 'alice', { [FILE]: 'reason: renewed\n' })
    await scene.api('alice', 'PATCH', '/pulls/1', { state: 'closed' })
    expect(await make()).toEqual(told('reopened', 1, '@alice-acme pushed to the branch'))
  })

  it('because it was merged: a new one for what ended since, on a branch that begins anew', async () => {
    await make()
    await scene.merge('frank', 1)
    expect(await make({ reopen: false })).toEqual(told('moot', null, 'main has it already'))
    const files = [{ path: OTHER, text: null }]
    expect(await make({ files, reopen: false })).toEqual(told('opened', 2))
    expect(await changesOf(scene)).toEqual([`D ${OTHER}`])
  })

  it('because it was merged, with what somebody else had pushed to it: the branch isn’t theirs for ever', async () => {
    await make()
    await pushOnto(scene, 'alice', { 'notes/b.txt': 'b\n' })
    await scene.merge('frank', 1, 'squash')
    const more = { files: [{ path: OTHER, text: null }] }
    expect(await make(more)).toEqual(told('opened', 2))
    expect(await make({ ...more, body: 'x', message: 'y' })).toEqual(told('updated', 2))
  })

  it('and somebody else made a branch of our name: left alone', async () => {
    const theirs = await scene.branch('mallory', BRANCH, { 'notes/b.txt': 'b\n' })
    expect(await make()).toEqual(told('left', null, '@mallory-acme pushed to the branch'))
    expect(headOf(scene)).toBe(theirs)
    const pull = await scene.pull('mallory', BRANCH)
    expect(await make()).toEqual(told('left', pull, '@mallory-acme opened one from our branch'))
  })

  it('and a branch stands where a folder of branches is: a gap', async () => {
    await scene.api('mallory', 'POST', '/git/refs', {
      ref: 'refs/heads/grantbook/expired',
      sha: headOf(scene, 'main')
    })
    expect(await make()).toMatchObject({ ok: false, gap: { what: `branch ${BRANCH}`, passing: true } })
    expect(await pullsOf(scene)).toEqual([])
  })
})

describe('somebody moves at the same moment', () => {
  /** A desk at which something else happens first, once, when it is about to make this call. */
  function deskWhen(method: string, ending: string, act: () => Promise<unknown>): Desk {
    const desk = deskOf(scene)
    let done = false
    desk.github.octokit.hook.before('request', async (options) => {
      if (done || options.method !== method || !options.url.endsWith(ending)) return
      done = true
      await act()
    })
    return desk
  }

  it('the branch is made meanwhile: a passing gap, and the next run judges', async () => {
    const ref = { ref: `refs/heads/${BRANCH}`, sha: headOf(scene, 'main') }
    const desk = deskWhen('POST', '/git/refs', () => scene.api('mallory', 'POST', '/git/refs', ref))
    expect(await propose(desk, await proposalOf(scene))).toMatchObject({
      ok: false,
      gap: { what: `branch ${BRANCH}`, why: expect.stringContaining('422'), passing: true }
    })
    expect(await make()).toEqual(told('left', null, '@mallory-acme pushed to the branch'))
    expect(await pullsOf(scene)).toEqual([])
  })

  it('the pull request is opened meanwhile: a passing gap, and there is one', async () => {
    const desk = deskWhen('POST', '/pulls', () => scene.pull('alice', BRANCH))
    expect(await propose(desk, await proposalOf(scene))).toMatchObject({ ok: false, gap: { passing: true } })
    expect(await make()).toEqual(told('left', 1, '@alice-acme opened one from our branch'))
  })

  it('a push between the reading and the look: nothing is moved', async () => {
    await make()
    const theirs = await scene.branch('alice', 'side', { [FILE]: 'reason: renewed\n' })
    const push = { sha: theirs, force: true }
    const desk = deskWhen('POST', '/git/trees', () =>
      scene.api('alice', 'PATCH', `/git/refs/heads/${BRANCH}`, push)
    )
    scene.sandbox.clearCalls()
    expect(await propose(desk, await proposalOf(scene, { message: 'Another' }))).toMatchObject({
      ok: false,
      gap: { why: 'somebody pushed to it meanwhile; the next run judges anew', passing: true }
    })
    expect(headOf(scene)).toBe(theirs)
    // Hers alone.
    expect(callsOf(scene).filter((call) => call === '!git/update-ref')).toHaveLength(1)
  })

  it('a push between the look and the move is put back, and told', async () => {
    await make()
    const theirs = await scene.branch('alice', 'side', { [FILE]: 'reason: renewed\n' })
    const push = { sha: theirs, force: true }
    const desk = deskWhen('PATCH', '/git/refs/{ref}', () =>
      scene.api('alice', 'PATCH', `/git/refs/heads/${BRANCH}`, push)
    )
    expect(await propose(desk, await proposalOf(scene, { message: 'Another' }))).toMatchObject({
      ok: false,
      gap: { why: 'somebody pushed to it meanwhile; the next run judges anew', passing: true }
    })
    expect(headOf(scene)).toBe(theirs)
    expect(await make({ message: 'Another' })).toEqual(told('left', 1, '@alice-acme pushed to the branch'))
    expect(headOf(scene)).toBe(theirs)
  })

  it('and if we die before we can put it back, the next run does', async () => {
    await make()
    const ours = headOf(scene)
    const theirs = await scene.branch('alice', 'side', { [FILE]: 'reason: renewed\n' })
    await scene.api('alice', 'PATCH', `/git/refs/heads/${BRANCH}`, { sha: theirs, force: true })
    await scene.api('grantbook-acme', 'PATCH', `/git/refs/heads/${BRANCH}`, { sha: ours, force: true })
    expect(await make({ message: 'Another' })).toEqual(told('left', 1, '@alice-acme pushed to the branch'))
    expect(headOf(scene)).toBe(theirs)
  })

  it('main moves meanwhile: what was built stands on what was read, and is fine', async () => {
    const proposal = await proposalOf(scene)
    await scene.pushMain('frank', { 'notes/a.txt': 'b\n' })
    expect(await propose(deskOf(scene), proposal)).toEqual(told('opened'))
    expect(await make()).toEqual(told('unchanged'))
  })

  it('main was taken back behind what ours stands on: what it would bring along isn’t ours, and it is left', async () => {
    const before = headOf(scene, 'main')
    const onMain = await scene.pushMain('frank', { 'notes/a.txt': 'b\n' })
    await make()
    await scene.api('frank', 'PATCH', '/git/refs/heads/main', { sha: before, force: true })
    expect(await make()).toEqual(told('left', 1, `@frank-acme wrote ${onMain.slice(0, 12)}`))
  })

  it('the clone doesn’t have the tip: a gap', async () => {
    expect(await make({ base: { branch: 'main', tip: 'a'.repeat(40) } })).toMatchObject({
      ok: false,
      gap: { what: 'the tip of the base', passing: true }
    })
  })
})

describe('GitHub is slow or broken', () => {
  it('a limit is waited for', async () => {
    scene.sandbox.setFaults([{ service: 'forge', kind: 'throttle', operation: 'git/create-commit' }])
    expect(await make()).toEqual(told('opened'))
    expect(await pullsOf(scene)).toHaveLength(1)
  })

  it.each(['pulls/list', 'git/get-ref'])('%s can’t be read: nothing is written', async (operation) => {
    scene.sandbox.setFaults([{ service: 'forge', kind: 'error-before', operation, times: 9 }])
    expect(await make()).toMatchObject({ ok: false, gap: { passing: true } })
    expect(callsOf(scene).filter((call) => call.startsWith('!'))).toEqual([])
  })

  it.each(['git/create-tree', 'git/create-commit', 'git/create-ref', 'pulls/create'])(
    'an error after %s took effect: the next run ends with exactly one',
    async (operation) => {
      scene.sandbox.setFaults([{ service: 'forge', kind: 'error-after', operation }])
      expect(await make()).toMatchObject({ ok: false, gap: { passing: true } })
      scene.sandbox.setFaults([])
      expect(await make()).toMatchObject({ ok: true, value: { pull: 1 } })
      expect(await pullsOf(scene)).toHaveLength(1)
    }
  )

  it('a record that doesn’t tell of our own move yet takes nothing back', async () => {
    await make()
    await make({ message: 'A second time' })
    const stale = { service: 'forge', kind: 'stale', operation: 'repos/list-activities' } as const
    scene.sandbox.setFaults([{ ...stale, writes: 1 }])
    expect(await make({ message: 'A third time' })).toEqual(told('updated'))
    expect(await gitOf(scene, 'log', '-1', '--format=%s', BRANCH)).toBe('A third time\n')
  })

  it('what the branch’s record doesn’t tell is never taken for ours', async () => {
    await make()
    const { activity } = repositoryOf(scene)
    activity.pop()
    expect(await make({ message: 'Another' })).toMatchObject({
      ok: false,
      gap: { what: `activity of branch ${BRANCH}`, passing: true }
    })
  })
})
