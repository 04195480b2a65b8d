import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Reading } from '../../../../src/io/github/github.ts'
import type { Desk } from '../../../../src/io/github/propose/desk.ts'
import { keepIssue, type WantedIssue } from '../../../../src/io/github/propose/keep-issue.ts'
import { ownIssues } from '../../../../src/io/github/propose/own-issues.ts'
import { proposeOnce } from '../../../../src/io/github/propose/propose-once.ts'
import { propose } from '../../../../src/io/github/propose/propose.ts'
import { withdraw } from '../../../../src/io/github/propose/withdraw.ts'
import { ForgeScene, REPOSITORY, type Moment } from '../../../support/forge-scene.ts'
import {
  APP,
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
  putBack
} from './stand.ts'

let scene: ForgeScene
let begin: Moment

/** After every call with GRANTBOOK_FULL=1; else after every third, from the first or the second on. */
const STEP = process.env['GRANTBOOK_FULL'] === '1' ? 1 : 3

beforeAll(async () => {
  scene = await ForgeScene.open({ files: FILES, genesis: false })
  begin = scene.save()
})
afterEach(() => putBack(scene, begin))
afterAll(() => scene.close())

/** One act, what stands before it, and what must be true once it has been done, however often it was killed. */
interface Act {
  readonly before: () => Promise<void>
  readonly act: (desk: Desk) => Promise<Reading<unknown>>
  readonly after: () => Promise<void>
  readonly as?: string
}

const BOTH = [FILE, OTHER].map((path) => ({ path, text: null }))
const WORDS = { labels: ['expired'] }
const REQUEST = 'grantbook/request/alice'

async function made(): Promise<void> {
  await propose(deskOf(scene), await proposalOf(scene, WORDS))
}

async function oneOpen(changes: readonly string[], all = 1): Promise<void> {
  const pulls = await pullsOf(scene)
  expect(pulls).toHaveLength(all)
  expect(pulls.filter(({ state }) => state === 'open')).toMatchObject([{ labels: [{ name: 'expired' }] }])
  expect(await changesOf(scene)).toEqual(changes)
  expect((await gitOf(scene, 'rev-list', `main..${BRANCH}`)).trim()).toBe(headOf(scene))
}

const ISSUE: WantedIssue = {
  key: 'notice/alice',
  title: 'Ends soon',
  body: 'Some of it.',
  assignees: ['alice-acme'],
  labels: ['grantbook'],
  open: true
}

async function keep(desk: Desk, over: Partial<WantedIssue> = {}): Promise<Reading<unknown>> {
  const issues = await ownIssues(desk.github, APP, 'grantbook')
  return issues.ok ? keepIssue(desk, issues.value, { ...ISSUE, ...over }) : issues
}

async function oneIssue(state: 'open' | 'closed', body = 'Some of it.'): Promise<void> {
  const { value } = await scene.call('frank', 'GET', `/repos/${REPOSITORY}/issues?state=all`)
  expect(value).toMatchObject([{ number: 1, state, labels: [{ name: 'grantbook' }] }])
  expect(JSON.stringify(value)).toContain(body)
}

const ACTS: Readonly<Record<string, Act>> = {
  opened: {
    before: () => Promise.resolve(),
    act: async (desk) => propose(desk, await proposalOf(scene, WORDS)),
    after: () => oneOpen([`D ${FILE}`])
  },
  'rebuilt and edited': {
    before: async () => {
      await made()
      await scene.api('bob', 'PATCH', '/pulls/1', { title: 'By hand' })
    },
    act: async (desk) => propose(desk, await proposalOf(scene, { ...WORDS, files: BOTH })),
    after: () => oneOpen([`D ${FILE}`, `D ${OTHER}`])
  },
  'opened again and rebuilt': {
    before: async () => {
      await made()
      await scene.api('bob', 'PATCH', '/pulls/1', { state: 'closed' })
    },
    act: async (desk) => propose(desk, await proposalOf(scene, { ...WORDS, files: BOTH })),
    after: () => oneOpen([`D ${FILE}`, `D ${OTHER}`])
  },
  'opened anew after a merge': {
    before: async () => {
      await made()
      await scene.api('frank', 'PUT', '/pulls/1/merge', { merge_method: 'squash' })
    },
    act: async (desk) => propose(desk, await proposalOf(scene, { ...WORDS, files: BOTH })),
    after: () => oneOpen([`D ${OTHER}`], 2)
  },
  withdrawn: {
    before: made,
    act: async (desk) => {
      const { base } = await proposalOf(scene)
      return withdraw(desk, BRANCH, base, 'It was renewed.')
    },
    after: async () => {
      expect(await pullsOf(scene)).toMatchObject([{ state: 'closed' }])
      expect(headOf(scene)).toBeNull()
      const said = await scene.api('frank', 'GET', '/issues/1/comments')
      expect(said).toMatchObject([{ body: 'It was renewed.' }])
      expect(said).toHaveLength(1)
    }
  },
  'a person’s request': {
    as: 'alice',
    before: () => Promise.resolve(),
    act: async (desk) => proposeOnce(desk, await proposalOf(scene, { branch: REQUEST })),
    after: async () => {
      expect(await pullsOf(scene)).toMatchObject([{ state: 'open', head: { ref: REQUEST } }])
      expect(await changesOf(scene, REQUEST)).toEqual([`D ${FILE}`])
    }
  },
  'an issue made': {
    before: () => Promise.resolve(),
    act: (desk) => keep(desk),
    after: () => oneIssue('open')
  },
  'an issue opened again': {
    before: async () => {
      await keep(deskOf(scene))
      await scene.api('bob', 'PATCH', '/issues/1', { state: 'closed', labels: ['grantbook'] })
    },
    act: (desk) => keep(desk, { body: 'More of it.' }),
    after: () => oneIssue('open', 'More of it.')
  },
  'an issue closed': {
    before: async () => void (await keep(deskOf(scene))),
    act: (desk) => keep(desk, { open: false }),
    after: () => oneIssue('closed')
  }
}

describe.each(Object.entries(ACTS))('%s', (name, { before, act, after, as }) => {
  const desk = (lives?: number): Desk => {
    const by = as === undefined ? APP : { kind: 'person' as const, login: `${as}-acme` }
    return deskOf(scene, { by, ...(lives === undefined ? {} : { lives }) })
  }

  it('killed after any call, the next run ends with exactly one', async () => {
    await before()
    const start = scene.save()
    let lives = 1 + (STEP === 1 ? 0 : Object.keys(ACTS).indexOf(name) % 2)
    for (; ; lives += STEP) {
      putBack(scene, start)
      const killed = await act(desk(lives))
      if (killed.ok) break
      expect(killed.gap, `after call ${lives}`).toMatchObject({ passing: true })
      expect(await act(desk()), `after call ${lives}`).toMatchObject({ ok: true })
      await after()
    }
    expect(lives).toBeGreaterThan(2)
    await after()
  })

  it('killed at every attempt one call later than the last time, it ends with exactly one', async () => {
    await before()
    for (let lives = 1; lives < 40; lives++) {
      const done = await act(desk(lives))
      if (done.ok) break
    }
    expect(await act(desk())).toMatchObject({ ok: true })
    await after()
  })

  it('done a second time, it writes nothing', async () => {
    await before()
    await act(desk())
    scene.sandbox.clearCalls()
    expect(await act(desk())).toMatchObject({ ok: true })
    expect(callsOf(scene).filter((call) => call.startsWith('!'))).toEqual([])
    await after()
  })
})
