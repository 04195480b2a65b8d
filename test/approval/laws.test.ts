import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide } from '../../src/approval/decide.ts'
import type { Account, Gap, PullFacts } from '../../src/approval/facts.ts'
import type { ProofInput } from '../../src/approval/proof-input.ts'
import type { Verdict, VerdictState } from '../../src/approval/verdict.ts'
import { entitlement, grant, PATHS, workload } from './acme.ts'
import {
  answersTo,
  approve,
  dismissed,
  inputOf,
  judge,
  object,
  type Patch,
  type ReviewSpec,
  type World
} from './world.ts'

const SPEAKERS = ['alice', 'bob', 'carol', 'dave', 'gina', 'greg', 'sam', 'olga', 'mona'] as const
const speaker = fc.constantFrom(...SPEAKERS)
const minutes = fc.integer({ min: 0, max: 50 })

const review: fc.Arbitrary<ReviewSpec> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(speaker, fc.constantFrom('head', 'head', 'head', 'old'), minutes)
      .map(([by, commit, at]) => approve(by, commit, at))
  },
  { weight: 1, arbitrary: fc.tuple(speaker, minutes).map(([by, at]) => object(by, at)) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(speaker, fc.constantFrom('approved' as const, 'changes_requested' as const), speaker, minutes)
      .map(([by, was, who, at]) => dismissed(by, was, who, at, at + 1))
  }
)

const CHANGES: readonly Patch[] = [
  { [PATHS.alice]: grant() },
  { [PATHS.grant('admin', 'alice')]: grant() },
  { [PATHS.grant('both', 'bob')]: grant('2026-12-14', 'requester: alice\n') },
  { [PATHS.emergency('admin', 'alice')]: grant('2026-11-20T12:00:00Z', 'incident: INC-1\n') },
  { [PATHS.entitlement('read')]: entitlement('read', { more: 'duties: [x]\n' }) },
  { [PATHS.workload]: workload('carol', 'backup: bob\n') },
  { [PATHS.rule]: null },
  { [PATHS.suspension('bob')]: 'reason: Laptop stolen\n' }
]

const world: fc.Arbitrary<World> = fc
  .record({
    changes: fc.uniqueArray(fc.constantFrom(...CHANGES), { minLength: 1, maxLength: 3 }),
    reviews: fc.array(review, { maxLength: 8 }),
    author: fc.constantFrom('alice', 'alice', 'hugo', 'carol'),
    merged: fc.boolean(),
    old: fc.constantFrom<Patch>({}, { [PATHS.alice]: grant() }, { [PATHS.alice]: grant('2026-12-31') }),
    retargeted: fc.array(minutes, { maxLength: 1 })
  })
  .map(({ changes, reviews, author, merged, old, retargeted }) => ({
    change: Object.assign({}, ...changes) as Patch,
    reviews,
    author,
    retargeted,
    commits: { old },
    pushes: [
      { by: author, at: 0, after: 'old' },
      { by: author, at: 0, after: 'head' }
    ],
    ...(merged ? { merged: 55 } : {})
  }))

const RANK: Readonly<Record<VerdictState, number>> = { refused: 0, missing: 1, approved: 2 }
const rank = (verdict: Verdict) => verdict.paths.map(({ state }) => RANK[state])
const RUNS = { numRuns: 100 }

/** With other facts, and the answers that these then need. */
function changed(of: World, input: ProofInput, facts: Partial<PullFacts>): ProofInput {
  const question = { ...input, facts: { ...input.facts, ...facts } }
  return { ...question, teams: answersTo(question, of) }
}

describe('laws of the proof', () => {
  it('is neither always nor never approved in these worlds', () => {
    const states = fc.sample(world, { numRuns: 300, seed: 7 }).map((one) => judge(one).state)
    expect(new Set(states)).toEqual(new Set(['approved', 'missing', 'refused']))
  })

  it('never helps to take an approval away', () => {
    fc.assert(
      fc.property(world, fc.nat(), (one, pick) => {
        const approvals = (one.reviews ?? []).filter(({ state }) => state === 'APPROVED')
        const gone = approvals[pick % Math.max(approvals.length, 1)]
        // The reviewer's last word: what stood before it may come to light again, and is not what is taken away.
        fc.pre(gone !== undefined && (one.reviews ?? []).filter(({ by }) => by === gone.by).length === 1)
        const input = inputOf(one)
        const index = (one.reviews ?? []).indexOf(gone)
        const less = changed(one, input, { reviews: input.facts.reviews.filter((_, at) => at !== index) })
        const [with_, without] = [rank(decide(input)), rank(decide(less))]
        expect(without.every((state, at) => state <= (with_[at] ?? 0))).toBe(true)
      }),
      RUNS
    )
  })

  it('never helps to add an objection', () => {
    fc.assert(
      fc.property(world, speaker, minutes, (one, by, at) => {
        const more = { ...one, reviews: [...(one.reviews ?? []), object(by, at)] }
        const [before, after] = [rank(judge(one)), rank(judge(more))]
        expect(after.every((state, index) => state <= (before[index] ?? 0))).toBe(true)
      }),
      RUNS
    )
  })

  it('never keeps an old approval through a commit that changes a governed file', () => {
    fc.assert(
      fc.property(world, fc.constantFrom(...CHANGES), (one, further) => {
        const change = {
          ...one.change,
          ...further,
          [PATHS.grant('read', 'hugo')]: grant('2026-12-14', 'requester: alice\n')
        }
        const pushed: World = {
          ...one,
          change,
          commits: { ...one.commits, first: one.change },
          pushes: [
            { by: one.author ?? 'alice', at: 0, after: 'first' },
            { by: one.author ?? 'alice', at: 52, after: 'head' }
          ],
          reviews: (one.reviews ?? []).map((review_) => ({
            ...review_,
            commit: review_.commit === 'head' ? 'first' : review_.commit
          }))
        }
        expect(judge(pushed).paths.flatMap(({ approvals }) => approvals)).toEqual([])
      }),
      RUNS
    )
  })

  it('doesn’t depend on the order of listings', () => {
    fc.assert(
      fc.property(world, fc.infiniteStream(fc.nat()), (one, stream) => {
        const input = inputOf(one)
        const { facts, teams } = input
        const mixed = <T>(list: readonly T[]): readonly T[] =>
          list
            .map((item) => ({ item, key: stream.next().value ?? 0 }))
            .toSorted((a, b) => a.key - b.key)
            .map(({ item }) => item)
        const mixedMap = <K, V>(map: ReadonlyMap<K, V>) => new Map(mixed([...map]))
        const other: ProofInput = {
          ...input,
          facts: {
            ...facts,
            reviews: mixed(facts.reviews),
            dismissals: mixed(facts.dismissals),
            retargeted: mixed(facts.retargeted),
            contributions: mixed(facts.contributions),
            content: { ...facts.content, differences: mixed(facts.content.differences ?? []) },
            landed: facts.landed && { ...facts.landed, differences: mixed(facts.landed.differences) },
            reviewed: mixedMap(facts.reviewed)
          },
          teams: { ...teams, active: mixedMap(teams.active), mayPush: mixedMap(teams.mayPush) }
        }
        expect(decide(other)).toEqual(decide(input))
      }),
      RUNS
    )
  })

  it('is never approved where a listing was cut short', () => {
    const gap: fc.Arbitrary<Gap> = fc.record({
      what: fc.constantFrom('reviews of #12', 'files of #12'),
      why: fc.constant('403'),
      passing: fc.boolean()
    })
    fc.assert(
      fc.property(world, gap, fc.boolean(), (one, missing, ofTeams) => {
        const input = inputOf(one)
        const cut = ofTeams
          ? { ...input, teams: { ...input.teams, gaps: [missing] } }
          : { ...input, facts: { ...input.facts, gaps: [missing] } }
        const verdict = decide(cut)
        expect(verdict.state).toBe('refused')
        expect(verdict.paths.filter(({ need, state }) => need === 'approval' && state !== 'refused')).toEqual(
          []
        )
      }),
      RUNS
    )
  })

  it('is never better where an answer about a team is missing', () => {
    fc.assert(
      fc.property(
        world,
        fc.constantFrom('@acme/billing', '@acme/access-governance', '@acme/security'),
        (one, team) => {
          const [known, unknown] = [rank(judge(one)), rank(judge({ ...one, mute: [team] }))]
          expect(unknown.every((state, index) => state <= (known[index] ?? 0))).toBe(true)
        }
      ),
      RUNS
    )
  })

  it('doesn’t change when accounts are renamed', () => {
    fc.assert(
      fc.property(world, (one) => {
        const input = inputOf(one)
        const { facts, teams } = input
        const renamed = (account: Account | null) =>
          account?.type === 'User' ? { ...account, login: `${account.login}-2` } : account
        const other: ProofInput = {
          ...input,
          facts: {
            ...facts,
            author: renamed(facts.author),
            reviews: facts.reviews.map((one_) => ({ ...one_, author: renamed(one_.author) })),
            dismissals: facts.dismissals.map((one_) => ({ ...one_, by: renamed(one_.by) })),
            pushes: facts.pushes.map((push) => ({ ...push, by: renamed(push.by) }))
          },
          teams: { ...teams, active: new Map([...teams.active].map(([key, is]) => [`${key}-2`, is])) }
        }
        const bare = (verdict: Verdict) => JSON.stringify(verdict).replaceAll('-acme-2', '-acme')
        expect(bare(decide(other))).toBe(bare(decide(input)))
      }),
      RUNS
    )
  })
})
