import { afterEach, beforeEach, expect, test } from 'vitest'
import { DAY } from '../../src/book/duration.ts'
import type { Authority } from '../../src/commands/steps/authority.ts'
import { land, type Landed } from '../../src/commands/steps/land.ts'
import { openLocalEvidence } from '../../src/io/git/evidence-store-open.ts'
import { TestRecord } from '../io/git/evidence-scene.ts'
import { BASE, grant, grantPath, NOW, type Files } from '../support/book.ts'

const [ALICE, BOB] = [grantPath('billing-read', 'alice'), grantPath('billing-read', 'bob')]
const GAP = { what: 'reviews of #7', why: '502', passing: true }

let record: TestRecord
let files: Files
beforeEach(async () => {
  record = new TestRecord()
  files = { ...BASE, 'grants/grantbook.yaml': record.git('show', 'HEAD:grants/grantbook.yaml') }
  record.repository.commit({ ...files, [BOB]: grant('2026-12-14') })
  Object.assign(record, { main: record.git('rev-parse', 'HEAD').trim() })
  await record.genesis()
})
afterEach(() => record.remove())

/** Judges what was committed since, as of an instant, by what GitHub says; when runs came to their ends before. */
async function judge(says: Partial<Authority>, now = NOW, signs: readonly number[] = []): Promise<Landed> {
  const { root, signer } = record
  const store = openLocalEvidence({ root, main: 'HEAD', anchor: null, trusted: null, signer })
  const snapshot = await store.read()
  if (!snapshot.approved) throw new Error('no genesis')
  const authority: Authority = {
    has: () => Promise.resolve(true),
    pullsOf: () => Promise.resolve({ ok: true, value: [] }),
    prove: () => Promise.resolve({ ok: false, gap: GAP }),
    ...says
  }
  const tip = record.git('rev-parse', 'HEAD').trim()
  const facts = { now, repository: 'acme/access', run: null, id: 'r' }
  return land({
    root,
    authority,
    approved: snapshot.approved,
    tip,
    facts,
    folded: () => Promise.resolve({ ...snapshot, signs })
  })
}

const brief = ({ entries, unmoved, stopped }: Landed): readonly unknown[] => [
  entries.map(({ events }) => events.map(({ event }) => event).join(' ')),
  unmoved.map(({ code }) => code),
  stopped?.what ?? null
]
const pull7 = { pullsOf: () => Promise.resolve({ ok: true as const, value: [7] }) }

test('what can’t be read stops the sealing; what only takes away doesn’t wait for it', async () => {
  record.repository.commit({ ...files, [ALICE]: grant('2026-12-14'), [BOB]: grant('2026-12-14') })
  record.repository.commit({ ...files, [ALICE]: grant('2026-12-14') })
  expect(brief(await judge(pull7))).toEqual([['reduced'], [], 'reviews of #7'])
})

test('a day after the first run that could have read it, it is refused for good, and the book goes on', async () => {
  record.repository.commit({ ...files, [ALICE]: grant('2026-12-14'), [BOB]: grant('2026-12-14') })
  const first = NOW + 3 * DAY
  const signs = [NOW - DAY, first, first + 1000]
  expect(brief(await judge(pull7, first + DAY - 1000, signs))).toEqual([[], [], 'reviews of #7'])
  expect(brief(await judge(pull7, first + DAY, signs))).toEqual([['refused sealed'], ['unreadable'], null])
})

test('what no run could have read before isn’t refused because nobody ran for days', async () => {
  record.repository.commit({ ...files, [ALICE]: grant('2026-12-14'), [BOB]: grant('2026-12-14') })
  expect(brief(await judge(pull7, NOW + 3 * DAY, [NOW - DAY]))).toEqual([[], [], 'reviews of #7'])
})

test('a date ahead of every clock makes nobody wait for ever', async () => {
  record.repository.commit({ ...files, [ALICE]: grant('2026-12-14'), [BOB]: grant('2026-12-14') })
  expect(brief(await judge(pull7, NOW - DAY))).toEqual([['refused sealed'], ['unreadable'], null])
})

test('not knowing which pull request brought it is not knowing that none did', async () => {
  record.repository.commit({ ...files, [ALICE]: grant('2026-12-14'), [BOB]: grant('2026-12-14') })
  const says = { pullsOf: () => Promise.resolve({ ok: false as const, gap: GAP }) }
  expect(brief(await judge(says))).toEqual([[], [], 'reviews of #7'])
})

test('commits in a row of one pull request are one step, and it is judged once', async () => {
  record.repository.commit({ ...files, [ALICE]: grant('2026-12-14'), [BOB]: grant('2026-12-14') })
  record.repository.commit({ ...files, [ALICE]: grant('2026-12-15'), [BOB]: grant('2026-12-14') })
  record.repository.commit({ ...files, [ALICE]: grant('2026-12-15'), [BOB]: grant('2026-12-20') })
  record.repository.commit({ ...files, [ALICE]: grant('2026-12-16'), [BOB]: grant('2026-12-20') })
  const line = record.git('rev-list', '--reverse', `${record.main}..HEAD`).trim().split('\n')
  const pulls = new Map(line.map((commit, n) => [commit, [[7], [7], [], [7]][n] ?? []]))
  const asked: (readonly string[])[] = []
  const says: Partial<Authority> = {
    pullsOf: (commit) => Promise.resolve({ ok: true, value: pulls.get(commit) ?? [] }),
    prove: (_, { commits }) => {
      asked.push(commits)
      return Promise.resolve({ ok: false, gap: { ...GAP, passing: false } })
    }
  }
  // The fourth comes in the name of a pull request that was judged already: nobody's.
  expect(brief(await judge(says))).toEqual([
    ['refused sealed', 'refused sealed', 'refused sealed'],
    ['unreadable', 'unproved', 'unproved'],
    null
  ])
  expect(asked).toEqual([line.slice(0, 2)])
})

test('nothing governed changed: one seal; nothing at all: nothing', async () => {
  expect(brief(await judge({}))).toEqual([[], [], null])
  record.git('commit', '-q', '--allow-empty', '-m', 'Nothing')
  expect(brief(await judge({}))).toEqual([['sealed'], [], null])
})
