import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { propose } from '../../../../src/io/github/propose/propose.ts'
import { withdraw } from '../../../../src/io/github/propose/withdraw.ts'
import { ForgeScene, type Moment } from '../../../support/forge-scene.ts'
import {
  BRANCH,
  FILE,
  FILES,
  baseOf,
  callsOf,
  deskOf,
  headOf,
  proposalOf,
  pullsOf,
  pushOnto,
  putBack
} from './stand.ts'

let scene: ForgeScene
let begin: Moment
let empty: Moment
const WHY = 'It was renewed.'

beforeAll(async () => {
  scene = await ForgeScene.open({ files: FILES, genesis: false })
  empty = scene.save()
  await propose(deskOf(scene), await proposalOf(scene))
  begin = scene.save()
})
afterEach(() => putBack(scene, begin))
afterAll(() => scene.close())

async function gone(desk = deskOf(scene)) {
  return withdraw(desk, BRANCH, await baseOf(scene), WHY)
}

const told = (state: string, pull: number | null, why: string | null = null) => ({
  ok: true,
  value: { pull, branch: BRANCH, state, why }
})

it('says why, closes, and deletes the branch', async () => {
  scene.sandbox.clearCalls()
  expect(await gone()).toEqual(told('closed', 1))
  expect(callsOf(scene)).toEqual([
    'pulls/list',
    'git/get-ref',
    'repos/list-activities',
    'repos/compare-commits-with-basehead',
    'issues/list-comments',
    '!issues/create-comment',
    'git/get-ref',
    '!git/delete-ref',
    'repos/list-activities'
  ])
  expect(await pullsOf(scene)).toMatchObject([{ state: 'closed' }])
  expect(headOf(scene)).toBeNull()
  expect(await scene.api('frank', 'GET', '/issues/1/comments')).toMatchObject([{ body: WHY }])
})

it('is done with two reads where there is nothing', async () => {
  putBack(scene, empty)
  expect(await gone()).toEqual(told('none', null))
  expect(callsOf(scene)).toEqual(['pulls/list', 'git/get-ref'])
})

it('deletes a branch whose pull request somebody closed', async () => {
  await scene.api('alice', 'PATCH', '/pulls/1', { state: 'closed' })
  expect(await gone()).toEqual(told('deleted', null))
  expect(headOf(scene)).toBeNull()
})

it('leaves what somebody pushed to, open and without a word', async () => {
  const theirs = await pushOnto(scene, 'alice', { [FILE]: 'reason: renewed\n' })
  expect(await gone()).toEqual(told('left', 1, '@alice-acme pushed to the branch'))
  expect(headOf(scene)).toBe(theirs)
  expect(await pullsOf(scene)).toMatchObject([{ state: 'open' }])
  expect(await scene.api('frank', 'GET', '/issues/1/comments')).toEqual([])
})

it('leaves a branch that somebody else made, and a pull request that somebody else opened from ours', async () => {
  await scene.api('alice', 'PATCH', '/pulls/1', { state: 'closed' })
  const theirs = await scene.pull('alice', BRANCH)
  expect(await gone()).toEqual(told('left', null, `@alice-acme opened #${theirs} from our branch`))
  putBack(scene, empty)
  await scene.branch('mallory', BRANCH, { 'notes/b.txt': 'b\n' })
  expect(await gone()).toEqual(told('left', null, '@mallory-acme pushed to the branch'))
  expect(headOf(scene)).not.toBeNull()
})

it('puts a branch back to which somebody pushed at the same moment', async () => {
  const theirs = await scene.branch('alice', 'side', { [FILE]: 'reason: renewed\n' })
  const desk = deskOf(scene)
  desk.github.octokit.hook.before('request', async ({ method }) => {
    if (method === 'DELETE')
      await scene.api('alice', 'PATCH', `/git/refs/heads/${BRANCH}`, { sha: theirs, force: true })
  })
  expect(await gone(desk)).toMatchObject({ ok: false, gap: { passing: true } })
  expect(headOf(scene)).toBe(theirs)
})

it('of a branch that has lived before goes by the newest entry of its record alone', async () => {
  await gone()
  await propose(deskOf(scene), await proposalOf(scene, { message: 'Its second life' }))
  // After the second deletion GitHub still tells of the first one only.
  scene.sandbox.setFaults([
    { service: 'forge', kind: 'stale', operation: 'repos/list-activities', writes: 1 }
  ])
  expect(await gone()).toEqual(told('closed', 2))
  expect(headOf(scene)).toBeNull()
})

it('puts back what a move of ours took away in an earlier run', async () => {
  const ours = headOf(scene)
  const theirs = await scene.branch('alice', 'side', { [FILE]: 'reason: renewed\n' })
  await scene.api('alice', 'PATCH', `/git/refs/heads/${BRANCH}`, { sha: theirs, force: true })
  await scene.api('grantbook-acme', 'PATCH', `/git/refs/heads/${BRANCH}`, { sha: ours, force: true })
  expect(await gone()).toEqual(told('left', 1, '@alice-acme pushed to the branch'))
  expect(headOf(scene)).toBe(theirs)
})

it('and what comes up again after it is opened anew, whoever may reopen', async () => {
  await gone()
  expect(await propose(deskOf(scene), await proposalOf(scene, { reopen: false }))).toMatchObject({
    ok: true,
    value: { pull: 2, state: 'opened' }
  })
})
