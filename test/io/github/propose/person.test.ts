import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Author } from '../../../../src/io/github/propose/author.ts'
import { isAuthor } from '../../../../src/io/github/propose/author.ts'
import { proposeOnce } from '../../../../src/io/github/propose/propose-once.ts'
import { propose } from '../../../../src/io/github/propose/propose.ts'
import type { Proposal } from '../../../../src/io/github/propose/proposal.ts'
import { ForgeScene, type Moment } from '../../../support/forge-scene.ts'
import { FILES, FILE, callsOf, deskOf, headOf, proposalOf, pullsOf, putBack } from './stand.ts'

let scene: ForgeScene
let begin: Moment
const BRANCH = 'grantbook/request/alice-billing-read'
const ALICE: Author = { kind: 'person', login: 'Alice-Acme' }

beforeAll(async () => {
  scene = await ForgeScene.open({ files: FILES, genesis: false })
  begin = scene.save()
})
afterEach(() => putBack(scene, begin))
afterAll(() => scene.close())

async function request(by: Author = ALICE, over: Partial<Proposal> = {}) {
  return proposeOnce(
    deskOf(scene, { by: by.kind === 'person' ? { ...by, login: by.login.toLowerCase() } : by }),
    await proposalOf(scene, { branch: BRANCH, ...over })
  )
}

const told = (state: string, pull: number | null, why: string | null = null) => ({
  ok: true,
  value: { pull, branch: BRANCH, state, why }
})

describe('a person’s request', () => {
  it('is opened under their own name', async () => {
    await proposalOf(scene)
    scene.sandbox.clearCalls()
    expect(await request()).toEqual(told('opened', 1))
    expect(callsOf(scene)).toEqual([
      'git/get-ref',
      'pulls/list',
      'pulls/list',
      'git/get-ref',
      '!git/create-tree',
      '!git/create-commit',
      '!git/create-ref',
      '!pulls/create'
    ])
    expect(await scene.api('frank', 'GET', '/pulls/1')).toMatchObject({ user: { login: 'alice-acme' } })
    expect(await scene.api('frank', 'GET', `/commits/${headOf(scene, BRANCH) ?? ''}`)).toMatchObject({
      author: { login: 'alice-acme' }
    })
  })

  it('is refused where the branch is there, whoever made it', async () => {
    const theirs = await scene.branch('bob', BRANCH, { [FILE]: 'x\n' })
    const why = 'there is a branch of this name: choose another one'
    expect(await request()).toEqual(told('left', null, why))
    expect(headOf(scene, BRANCH)).toBe(theirs)
    putBack(scene, begin)
    await scene.branch('alice', BRANCH, { [FILE]: 'x\n' })
    expect(await request()).toEqual(told('left', null, why))
    expect(await pullsOf(scene)).toEqual([])
  })

  it('is refused where one is open, its own too', async () => {
    await request()
    expect(await request()).toEqual(told('left', 1, '#1 is open from this branch'))
    expect(await request({ kind: 'person', login: 'bob-acme' })).toEqual(
      told('left', 1, '#1 is open from this branch')
    )
    expect(await pullsOf(scene)).toHaveLength(1)
  })

  it('is refused where one was merged or closed and its branch is still there', async () => {
    await request()
    await scene.api('alice', 'PATCH', '/pulls/1', { state: 'closed' })
    expect(await request()).toMatchObject({ value: { state: 'left' } })
    expect(await pullsOf(scene)).toMatchObject([{ state: 'closed' }])
  })

  it('isn’t completed for somebody else who asks for the same', async () => {
    const dead = deskOf(scene, { by: { kind: 'person', login: 'alice-acme' }, lives: 7 })
    await proposeOnce(dead, await proposalOf(scene, { branch: BRANCH }))
    expect(headOf(scene, BRANCH)).not.toBeNull()
    expect(await request({ kind: 'person', login: 'bob-acme' })).toEqual(
      told('left', null, '@alice-acme pushed to the branch')
    )
    expect(await request()).toEqual(told('opened', 1))
  })

  it('without leave to write is a gap, and nothing is half done', async () => {
    scene.sandbox.setFaults([{ service: 'forge', kind: 'denied', operation: 'git/create-tree' }])
    expect(await request()).toMatchObject({ ok: false, gap: { what: 'tree of the files' } })
    expect(headOf(scene, BRANCH)).toBeNull()
  })
})

it('a person’s own is kept up to date with their own token as ours is with the App’s', async () => {
  const desk = () => deskOf(scene, { by: { kind: 'person', login: 'alice-acme' } })
  const proposal = (over: Partial<Proposal> = {}) => proposalOf(scene, { branch: BRANCH, ...over })
  expect(await propose(desk(), await proposal())).toEqual(told('opened', 1))
  expect(await propose(desk(), await proposal())).toEqual(told('unchanged', 1))
  expect(await propose(desk(), await proposal({ message: 'Other' }))).toEqual(told('updated', 1))
  expect(await propose(deskOf(scene), await proposal())).toEqual(
    told('left', 1, '@alice-acme opened one from our branch')
  )
})

it.each<[string, { login: string; type: string } | null, Author, boolean]>([
  ['the App', { login: 'grantbook-acme[bot]', type: 'Bot' }, { kind: 'app', slug: 'grantbook-acme' }, true],
  [
    'a user of its name',
    { login: 'grantbook-acme', type: 'User' },
    { kind: 'app', slug: 'grantbook-acme' },
    false
  ],
  ['another App', { login: 'other[bot]', type: 'Bot' }, { kind: 'app', slug: 'grantbook-acme' }, false],
  ['nobody', null, { kind: 'app', slug: 'grantbook-acme' }, false],
  ['the person', { login: 'alice-acme', type: 'User' }, ALICE, true],
  ['an organization of that name', { login: 'alice-acme', type: 'Organization' }, ALICE, false],
  ['nobody, to a person', null, ALICE, false]
])('%s', (_, who, by, same) => {
  expect(isAuthor(who && { ...who, id: 1 }, by)).toBe(same)
})
