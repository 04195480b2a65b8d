import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Verdict } from '../../src/approval/verdict.ts'
import type { Authority } from '../../src/commands/steps/authority.ts'
import { land } from '../../src/commands/steps/land.ts'
import { treeDifferences } from '../../src/commands/steps/landed-commits.ts'
import { TestRecord } from '../io/git/evidence-scene.ts'
import { NOW } from '../support/book.ts'

// Pull request 6 can't be read, and 7 behind it, by which Alice leaves, waits for it. Her access doesn't wait. Once both
// can be read, her leaving is proved like any other: until then she could still approve for others.

const ALICE = 'grants/people/alice.yaml'
const BOB = 'grants/people/bob.yaml'

let record: TestRecord
beforeAll(async () => {
  record = new TestRecord()
  await record.genesis()
})
afterAll(() => record.remove())

async function judge(says: Pick<Authority, 'pullsOf' | 'prove'>): Promise<readonly string[]> {
  const store = record.store()
  const snapshot = await store.read()
  if (!snapshot.approved) throw new Error('no genesis')
  const landed = await land({
    root: record.root,
    authority: { has: () => Promise.resolve(true), ...says },
    approved: snapshot.approved,
    tip: record.git('rev-parse', 'HEAD').trim(),
    facts: { now: NOW, repository: 'acme/access', run: null, id: 'r' },
    folded: () => Promise.resolve(snapshot)
  })
  expect((await store.append(snapshot.head, landed.entries, NOW)).state).toBe('done')
  return landed.entries.flatMap(({ events }) =>
    events.map(({ event, grant }) => `${event} ${grant ?? ''}`.trim())
  )
}

test.each([
  [
    'approved',
    ['refused grants/people/bob.yaml', 'sealed', `requested ${ALICE}`, `approved ${ALICE}`, 'sealed'],
    []
  ],
  ['missing', ['refused grants/people/bob.yaml', 'sealed', 'sealed'], [ALICE]]
] as const)('what waited behind it is %s', async (state, events, unproved) => {
  const { files } = record
  const begun = record.git('rev-parse', 'refs/heads/evidence').trim()
  const changed = { ...files, [BOB]: (files[BOB] ?? '').replace('name: ', 'name: New ') }
  record.repository.commit(changed)
  record.repository.commit({ ...changed, [ALICE]: `${files[ALICE] ?? ''}ends: 2026-11-01\n` })
  const [second = '', first = ''] = record.git('rev-list', '--first-parent', 'HEAD').split('\n')
  const pulls = new Map([
    [first, 6],
    [second, 7]
  ])
  const pullsOf: Authority['pullsOf'] = (commit) =>
    Promise.resolve({ ok: true, value: [pulls.get(commit) ?? 0] })
  const gap = { what: 'reviews of #6', why: '502', passing: true }
  expect(await judge({ pullsOf, prove: () => Promise.resolve({ ok: false, gap }) })).toEqual([
    `reduced ${ALICE}`
  ])
  const waiting = await record.store().read()
  expect([...(waiting.approved?.unproved.keys() ?? [])]).toEqual([ALICE])
  const told = await judge({
    pullsOf,
    prove: async (pull, { commits, parent }) => {
      const verdict = await verdictOn(pull, pull === 7 ? state : 'missing', parent, commits.at(-1) ?? '')
      return { ok: true, value: { verdict, mergedAt: NOW } }
    }
  })
  expect(told).toEqual(events)
  const { approved } = await record.store().read()
  expect([...(approved?.unproved.keys() ?? [])]).toEqual(unproved)
  record.git('update-ref', 'refs/heads/evidence', begun)
  record.git('reset', '-q', '--hard', record.main)
})

/** A change that only takes away needs no approval; one that has it all the same is proved. */
async function verdictOn(
  pull: number,
  state: 'approved' | 'missing',
  parent: string,
  head: string
): Promise<Verdict> {
  const review = {
    login: 'carol-acme',
    id: 103,
    person: 'carol',
    as: '@acme/billing',
    review: pull,
    commit: head,
    at: NOW
  }
  const approvals = state === 'approved' ? [review] : []
  const differences = await treeDifferences(record.root, parent, head)
  const paths = differences.map(({ path, after }) => ({
    path,
    blob: after?.blob ?? null,
    state: pull === 7 ? ('approved' as const) : state,
    need: pull === 7 ? ('none' as const) : ('approval' as const),
    approvals,
    missing: [],
    reasons: []
  }))
  const base = { why: null, reasons: [], discounted: [], warnings: [], requester: 'bob', passing: false }
  return { pull, head, base: null, state: pull === 7 ? 'approved' : state, paths, ...base }
}
