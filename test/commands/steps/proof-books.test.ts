import { afterAll, describe, expect, it } from 'vitest'
import type { Account, PathDifference, PullFacts, Push } from '../../../src/approval/facts.ts'
import { proofQuestion } from '../../../src/commands/steps/proof-books.ts'
import { differencesOf } from '../../../src/io/git/pull-content.ts'
import { openResolved } from '../../../src/io/source.ts'
import { at, BASE, grant, grantPath, NOW, type Files } from '../../support/book.ts'
import { Repository } from '../../support/repository.ts'
import { outOfBand } from '../../approval/acme.ts'
import { questionOf } from '../../approval/world.ts'

const repository = new Repository()
afterAll(() => repository.remove())

const ALICE = grantPath('billing-read', 'alice')
const BOB = 'grants/people/bob.yaml'
const FOUND = 'grants/out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml'
const GRANT = grant('2026-12-14')
const APP: Account = { login: 'grantbook-acme[bot]', id: 900, type: 'Bot' }
const PERSON: Account = { login: 'alice-acme', id: 1001, type: 'User' }

interface Asked {
  readonly before?: Files
  readonly after: Files
  readonly facts?: Partial<PullFacts>
  readonly unproved?: Files
}

async function differences(before: string, after: string): Promise<readonly PathDifference[]> {
  const [found = []] = await differencesOf(repository.root, [{ before, after }])
  return found
}

/** What the rules get to see of a pull request. */
async function asked({ before = BASE, after, facts = {}, unproved = {} }: Asked) {
  const proved = repository.commit({ ...before, ...unproved })
  const base = repository.commit(before)
  const head = repository.commit(after)
  const source = await openResolved(repository.root, base)
  const earlier = await openResolved(repository.root, proved)
  const undone = new Map(Object.keys(unproved).map((path) => [path, earlier.tree.entries.get(path) ?? null]))
  const content = { commit: head, base, differences: await differences(base, head) }
  const plain = questionOf({ change: {} }).facts
  const question = await proofQuestion(
    repository.root,
    { ...plain, head, content, ...facts },
    { source, unproved: undone, evidence: null, now: NOW }
  )
  earlier.close()
  source.close()
  return { question, base, head, source }
}

describe('the books of a proof', () => {
  it('are the approved tree, and the same with what the head changes', async () => {
    const { question, source } = await asked({ after: { ...BASE, [ALICE]: GRANT } })
    expect([question.before.grants.has(ALICE), question.after.grants.has(ALICE)]).toEqual([false, true])
    expect(question.book).toBe(question.before)
    expect(question.approvedForm(ALICE)).toBe(null)
    const { mode, blob } = source.tree.entries.get(BOB) ?? {}
    expect(question.approvedForm(BOB)).toEqual({ mode, blob })
  })

  it('hold everything that governs, and of grants only what is touched', async () => {
    const other = grantPath('billing-read', 'bob')
    const { question } = await asked({
      before: { ...BASE, [other]: GRANT },
      after: { ...BASE, [other]: GRANT, [ALICE]: GRANT }
    })
    expect([[...question.before.grants.keys()], [...question.after.grants.keys()]]).toEqual([[], [ALICE]])
    expect(question.before.people.size).toBe(3)
    expect([question.before.entitlements.size, question.before.systems.size]).toEqual([3, 1])
  })

  it('decide by people as they were last proved, whatever was reduced since', async () => {
    const was = BASE[BOB] ?? ''
    const { question } = await asked({
      before: { ...BASE, [BOB]: `${was}ends: 2026-11-01\n` },
      unproved: { [BOB]: was },
      after: BASE
    })
    const ends = [question.book, question.before, question.after].map(
      ({ people }) => people.get('bob')?.data.ends
    )
    expect(ends).toEqual([undefined, '2026-11-01', undefined])
  })

  it('are those of what landed, and of the moment in which it did', async () => {
    const merged = at('2026-11-20T07:00:00Z')
    const later = repository.commit({ ...BASE, [ALICE]: grant('2026-12-31') })
    const landed = {
      commits: [later],
      parent: later,
      at: merged,
      differences: await differences(repository.commit(BASE), later)
    }
    const { question } = await asked({ after: { ...BASE, [ALICE]: GRANT }, facts: { landed } })
    expect(question.after.grants.get(ALICE)?.expires).toBe(at('2027-01-01T00:00:00Z'))
    expect(question.now).toBe(merged)
    expect((await asked({ after: BASE })).question.now).toBe(NOW)
  })

  it('take a change of mode for a change', async () => {
    repository.commit(BASE)
    const form = { mode: '100644', blob: repository.git('rev-parse', `HEAD:${BOB}`).trim() }
    const link = { path: BOB, before: form, after: { ...form, mode: '120000' } }
    const { question } = await asked({
      after: BASE,
      facts: { content: { commit: 'c', base: 'b', differences: [link] } }
    })
    expect([question.before.people.has('bob'), question.after.people.has('bob')]).toEqual([true, false])
  })
})

describe('what our App found', () => {
  const push = (by: Account, after: string): Push => ({ by, at: NOW, kind: 'push', before: 'x', after })

  /** The App's commit with its finding, and somebody's on top of it. */
  async function found(over: (app: string, head: string) => Partial<PullFacts>) {
    const app = repository.commit({ ...BASE, [FOUND]: outOfBand({ by: 'alice' }) })
    const after = { ...BASE, [FOUND]: outOfBand({ by: 'unknown' }) }
    const head = repository.commit(after)
    const reviewed = new Map([[app, { commit: app, base: app, differences: [] }]])
    const usual = { author: APP, pushes: [push(APP, app), push(PERSON, head)], reviewed }
    const { question } = await asked({ after, facts: { ...usual, ...over(app, head) } })
    return [...question.found].map(([path, { items }]) => [path, items[0]?.by])
  }

  it('is what it last pushed itself', async () => {
    expect(await found(() => ({}))).toEqual([[FOUND, 'alice']])
  })

  it('is what it pushed last, where it pushed twice', async () => {
    const old = repository.commit({ ...BASE, [FOUND]: outOfBand({ by: 'bob' }) })
    const facts = (app: string, head: string) => ({
      pushes: [push(APP, old), push(APP, app), push(PERSON, head)]
    })
    expect(await found(facts)).toEqual([[FOUND, 'alice']])
  })

  it.each<[string, (app: string, head: string) => Partial<PullFacts>]>([
    ['somebody else opened it', () => ({ author: PERSON })],
    ['another App of the kind opened it', () => ({ author: { ...APP, login: 'other[bot]' } })],
    ['its commit can’t be had', () => ({ reviewed: new Map() })],
    ['it pushed nothing', (_, head) => ({ pushes: [push(PERSON, head)] })],
    ['nobody else pushed', (app) => ({ pushes: [push(APP, app)] })]
  ])('is nothing if %s', async (_, over) => {
    expect(await found(over)).toEqual([])
  })
})
