import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
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

const make = async (over: Partial<Proposal> = {}) => propose(deskOf(scene), await proposalOf(scene, over))

/** The calls of one proposal, as the forge saw them. */
async function callsFor(over: Partial<Proposal> = {}): Promise<readonly string[]> {
  const proposal = await proposalOf(scene, over)
  const desk = deskOf(scene)
  scene.sandbox.clearCalls()
  await propose(desk, proposal)
  return callsOf(scene)
}

const told = (state: string, pull: number | null = 1, why: unknown = null) => ({
  ok: true,
  value: { pull, branch: BRANCH, state, why }
})

const WRITTEN = ['!git/create-tree', '!git/create-commit']
const JUDGED = ['repos/list-activities', 'repos/compare-commits-with-basehead']
const MOVED = ['git/get-ref', '!git/update-ref', 'repos/list-activities']

describe('nothing is there', () => {
  it('is opened with one commit of GitHub’s own making', async () => {
    const files = [
      { path: FILE, text: null },
      { path: OTHER, text: 'reason: changed – é\n' },
      { path: 'grants/systems/aws-prod/new/deep/file.yaml', text: '' }
    ]
    expect(await make({ files, labels: ['expired'] })).toEqual(told('opened'))
    expect(await changesOf(scene)).toEqual([`D ${FILE}`, `M ${OTHER}`, `A ${files[2]?.path ?? ''}`])
    expect(await gitOf(scene, 'show', `${BRANCH}:${OTHER}`)).toBe('reason: changed – é\n')
    const commit = await scene.api('frank', 'GET', `/commits/${headOf(scene) ?? ''}`)
    expect(commit).toMatchObject({
      author: { login: 'grantbook-acme[bot]' },
      commit: {
        verification: { verified: true },
        message: 'Remove what ended\n\nGrantbook-Requester: alice'
      },
      parents: [{ sha: headOf(scene, 'main') }]
    })
    expect(await pullsOf(scene)).toMatchObject([
      { title: 'Remove what ended in aws-prod/billing-read', labels: [{ name: 'expired' }] }
    ])
  })

  it('costs two reads and four writes', async () => {
    expect(await callsFor()).toEqual([
      'pulls/list',
      'git/get-ref',
      ...WRITTEN,
      '!git/create-ref',
      '!pulls/create'
    ])
  })

  it('isn’t opened where main has all of it already', async () => {
    const files = [
      { path: 'grants/nothing.yaml', text: null },
      { path: OTHER, text: FILES[OTHER] ?? '' }
    ]
    expect(await make({ files })).toEqual(told('moot', null, 'main has it already'))
    expect(await callsFor({ files })).toEqual([])
  })

  it('isn’t opened in a run that may not', async () => {
    expect(await propose(deskOf(scene), await proposalOf(scene), false)).toEqual(told('waiting', null))
    expect(await pullsOf(scene)).toEqual([])
  })

  it('is done in two hundred files at a time', async () => {
    const files = Array.from({ length: 401 }, (_, n) => ({ path: `grants/many/${n}.yaml`, text: `${n}\n` }))
    const calls = await callsFor({ files })
    expect(calls.filter((call) => call === '!git/create-tree')).toHaveLength(3)
    expect(await changesOf(scene)).toHaveLength(401)
  })

  it('fails if a file stands in the way', async () => {
    const over = await make({ files: [{ path: `${FILE}/below.yaml`, text: 'x' }] })
    expect(over).toMatchObject({
      ok: false,
      gap: { why: `a file stands above ${FILE}/below.yaml`, passing: false }
    })
    const onto = await make({ files: [{ path: 'grants/systems', text: 'x' }] })
    expect(onto).toMatchObject({ ok: false, gap: { why: 'grants/systems is a folder', passing: false } })
  })

  it('isn’t opened if what is proposed can’t be: not one call is made', async () => {
    const files = [{ path: 'grants/../.github/x', text: '' }]
    expect(await make({ files })).toMatchObject({
      ok: false,
      gap: { what: `proposal ${BRANCH}`, why: 'grants/../.github/x is no path', passing: false }
    })
    expect(callsOf(scene)).toEqual([])
  })

  it('takes hostile words as they are, on one line and within GitHub’s limits', async () => {
    const title = `::error::x\n"; rm -rf $(x) \`y\` <img> @acme/all ${'é'.repeat(400)}`
    const branch = 'grantbook/expired/a$(x)`;&|<b>#%41"\'é'
    const body = `\u0000\ud800<!-- grantbook -->\r\n${'ü'.repeat(70_000)}`
    const proposal = await proposalOf(scene, { title, branch, body })
    expect(await propose(deskOf(scene), proposal)).toMatchObject({ ok: true, value: { state: 'opened' } })
    expect(await propose(deskOf(scene), proposal)).toMatchObject({ ok: true, value: { state: 'unchanged' } })
    const [pull] = await pullsOf(scene)
    expect(pull?.head.ref).toBe(branch)
    expect(pull?.title).not.toContain('\n')
    expect(pull?.title.length).toBeLessThanOrEqual(256)
    expect(pull?.body.length).toBeLessThanOrEqual(65_536)
  })
})

describe('an open one of ours', () => {
  it('that gives it already costs two reads', async () => {
    const message = 'Counted once'
    await make({ labels: ['expired'], message })
    expect(await make({ labels: ['Expired'], message })).toEqual(told('unchanged'))
    expect(await callsFor({ labels: ['expired'], message })).toEqual(['pulls/list', 'git/get-commit'])
  })

  it('is left as it is while main moves elsewhere: no review is lost to a rebase', async () => {
    await make()
    const head = headOf(scene)
    await scene.pushMain('frank', {
      'notes/a.txt': 'b\n',
      'grants/systems/aws-prod/billing-read/carol.yaml': 'x\n'
    })
    expect(await make()).toEqual(told('unchanged'))
    expect(headOf(scene)).toBe(head)
  })

  it('is rebuilt on the tip when more is wanted', async () => {
    await make()
    await scene.pushMain('frank', { 'notes/a.txt': 'b\n' })
    const files = [FILE, OTHER].map((path) => ({ path, text: null }))
    expect(await make({ files })).toEqual(told('updated'))
    expect(await changesOf(scene)).toEqual([`D ${FILE}`, `D ${OTHER}`])
    expect((await gitOf(scene, 'rev-list', `main..${BRANCH}`)).trim()).toBe(headOf(scene))
    expect(await pullsOf(scene)).toHaveLength(1)
  })

  it('is rebuilt when main changed what it changes', async () => {
    const files = [{ path: OTHER, text: 'reason: ours\n' }]
    await make({ files })
    await scene.pushMain('frank', { [OTHER]: 'reason: theirs\n' })
    expect(await make({ files })).toEqual(told('updated'))
    expect(await changesOf(scene)).toEqual([`M ${OTHER}`])
  })

  it('costs six reads and three writes to rebuild', async () => {
    await make({ message: 'Counted thrice' })
    const files = [FILE, OTHER].map((path) => ({ path, text: null }))
    expect(await callsFor({ files })).toEqual([
      'pulls/list',
      'git/get-commit',
      ...JUDGED,
      ...WRITTEN,
      ...MOVED
    ])
  })

  it('is rebuilt for another message, because it names the requester', async () => {
    await make()
    expect(await make({ message: 'Remove what ended' })).toEqual(told('updated'))
  })

  it('that was edited by hand gets its words back, with one call', async () => {
    const message = 'Counted twice'
    const over = { labels: ['expired'], message }
    await make(over)
    await scene.api('mallory', 'PATCH', '/pulls/1', { title: 'Mine', body: 'gone' })
    await scene.api('mallory', 'DELETE', '/issues/1/labels/expired')
    expect(await callsFor(over)).toEqual([
      'pulls/list',
      'git/get-commit',
      '!pulls/update',
      '!issues/add-labels'
    ])
    expect(await pullsOf(scene)).toMatchObject([{ body: 'One grant ended.', labels: [{ name: 'expired' }] }])
    expect(await make(over)).toEqual(told('unchanged'))
  })

  it('that somebody pushed to is left alone, words and all', async () => {
    await make()
    const theirs = await pushOnto(scene, 'alice', { [FILE]: 'reason: renewed\n' })
    expect(await make({ title: 'New title' })).toEqual(told('left', 1, '@alice-acme pushed to the branch'))
    expect(headOf(scene)).toBe(theirs)
    expect(await pullsOf(scene)).toMatchObject([{ title: 'Remove what ended in aws-prod/billing-read' }])
  })

  it('whose commits somebody else wrote is left alone, even if the App pushed them', async () => {
    await make()
    const main = headOf(scene, 'main') ?? ''
    await scene.branch('alice', 'side', { 'notes/b.txt': 'b\n' })
    const side = headOf(scene, 'side')
    await scene.api('grantbook-acme', 'PATCH', `/git/refs/heads/${BRANCH}`, { sha: side, force: true })
    expect(await make()).toEqual(told('left', 1, `@alice-acme wrote ${side?.slice(0, 12) ?? ''}`))
    expect(headOf(scene, 'main')).toBe(main)
  })

  it('that was brought up to date with a button is left alone', async () => {
    await make()
    await scene.pushMain('frank', { [FILE]: 'reason: other text\n' })
    await scene.pushMain('frank', { 'notes/a.txt': 'b\n', [FILE]: FILES[FILE] ?? '' })
    await scene.api('bob', 'PUT', '/pulls/1/update-branch')
    expect(await make({ message: 'Another' })).toEqual(told('left', 1, '@bob-acme pushed to the branch'))
  })

  it('that was retargeted is left alone, and no second one is opened', async () => {
    await make()
    await scene.branch('alice', 'aside', { 'notes/b.txt': 'b\n' })
    await scene.api('alice', 'PATCH', '/pulls/1', { base: 'aside' })
    expect(await make()).toEqual(told('left', 1, '#1 goes into aside now'))
    expect(await pullsOf(scene)).toHaveLength(1)
  })
})
