import { describe, expect, it } from 'vitest'
import { decide } from '../../src/approval/decide.ts'
import type { Form, TeamAnswers } from '../../src/approval/facts.ts'
import type { ProofQuestion } from '../../src/approval/proof-input.ts'
import { questionsOf, rosters, withNames } from '../../src/approval/questions.ts'
import type { Book, Grant } from '../../src/book/book.ts'
import { entitlement, grant, PATHS } from './acme.ts'
import { answersTo, approve, dismissed, judge, object, questionOf, type World } from './world.ts'

const change = { [PATHS.alice]: grant() }

describe('what is asked of GitHub', () => {
  it('is nothing where nobody has spoken', () => {
    expect(questionsOf(questionOf({ change }))).toEqual({ pairs: [], teams: [] })
  })

  it('is one pair for each owner and each speaker who could count, sorted', () => {
    const both = { [PATHS.grant('both', 'alice')]: grant() }
    expect(questionsOf(questionOf({ change: both, reviews: [approve('sam'), approve('carol')] }))).toEqual({
      pairs: [
        { team: '@acme/billing', login: 'carol-acme' },
        { team: '@acme/billing', login: 'sam-acme' },
        { team: '@acme/security', login: 'carol-acme' },
        { team: '@acme/security', login: 'sam-acme' }
      ],
      teams: ['@acme/billing', '@acme/security']
    })
  })

  it('leaves out who can’t count anyway: the author, bots, strangers, leavers, stale approvals', () => {
    const world: World = {
      change,
      approved: { [PATHS.suspension('dave')]: 'reason: Laptop stolen\n' },
      commits: { old: {} },
      reviews: [
        approve('alice'),
        approve({ login: 'helper[bot]', id: 77, type: 'Bot' }),
        approve({ login: 'eve', id: 666, type: 'User' }),
        approve('dave'),
        approve('carol', 'old')
      ]
    }
    expect(questionsOf(questionOf(world))).toEqual({ pairs: [], teams: [] })
  })

  it('asks about who objects and who dismissed an objection', () => {
    const reviews = [object('dave'), dismissed('carol', 'changes_requested', 'mona')]
    expect(questionsOf(questionOf({ change, reviews })).pairs).toEqual([
      { team: '@acme/billing', login: 'carol-acme' },
      { team: '@acme/billing', login: 'dave-acme' },
      { team: '@acme/billing', login: 'mona-acme' }
    ])
  })

  it('asks once about a team that is written in two ways', () => {
    const world: World = {
      approved: { [PATHS.entitlement('pay')]: entitlement('pay', { approvers: '["@acme/Billing"]' }) },
      change: { ...change, [PATHS.grant('pay', 'alice')]: grant() },
      reviews: [approve('carol')]
    }
    const asked = questionsOf(questionOf(world))
    expect(asked).toEqual({
      pairs: [{ team: '@acme/Billing', login: 'carol-acme' }],
      teams: ['@acme/Billing']
    })
    expect(judge(world).state).toBe('approved')
  })

  it('wants members of the teams from which something is missing, and of no others', () => {
    const both = { [PATHS.grant('both', 'alice')]: grant(), [PATHS.grant('mine', 'alice')]: grant() }
    expect(rosters(judge({ change: both, reviews: [approve('carol')] }))).toEqual(['@acme/security'])
    expect(rosters(judge({ change, reviews: [approve('carol')] }))).toEqual([])
  })

  it('names nobody of a team that may not push', () => {
    const question = questionOf({ change })
    const answers: TeamAnswers = {
      mayPush: new Map([['@acme/billing', false]]),
      active: new Map(),
      members: new Map([['@acme/billing', [{ login: 'carol-acme', id: 1003, type: 'User' }]]]),
      gaps: []
    }
    const verdict = withNames(decide({ ...question, teams: answers }), question, answers)
    expect(verdict.paths[0]?.missing[0]?.could).toEqual([])
    expect(verdict.state).toBe('refused')
  })
})

describe('a large pull request', () => {
  const one = questionOf({ change, reviews: [approve('carol'), approve('dave'), object('gina')] })

  it('of 2,000 grants asks no more than one of one grant', () => {
    const many = grown(one, 2000)
    expect(questionsOf(many)).toEqual(questionsOf(one))
    const verdict = decide({ ...many, teams: answersTo(many, { change }) })
    expect(verdict.state).toBe('approved')
    expect(verdict.paths).toHaveLength(2000)
    expect(verdict.discounted).toHaveLength(1)
  })

  it('costs work in proportion to its paths: forms are looked up a fixed number of times for each', () => {
    const lookups = (count: number) => {
      let calls = 0
      const question = grown(one, count)
      const counting: ProofQuestion = {
        ...question,
        approvedForm: (path) => {
          calls++
          return question.approvedForm(path)
        }
      }
      decide({ ...counting, teams: answersTo(question, { change }) })
      return calls
    }
    expect([lookups(10), lookups(1000)]).toEqual([10, 1000])
  })
})

/** The same pull request with so many grants of the one entitlement instead of one. */
function grown(question: ProofQuestion, count: number): ProofQuestion {
  const template = question.after.grants.get(PATHS.alice)
  const form = question.facts.content.differences?.[0]?.after
  if (!template || !form) throw new Error('no grant to multiply')
  const paths = Array.from({ length: count }, (_, index) =>
    PATHS.grant('read', `s${String(index).padStart(4, '0')}`)
  )
  const differences = paths.map((path) => ({ path, before: null, after: form satisfies Form }))
  const grants = new Map(
    paths.map((path): [string, Grant] => [path, { ...template, path, subject: path.slice(31, -5) }])
  )
  const after: Book = {
    ...question.after,
    grants,
    tree: { entries: new Map(paths.map((path) => [path, { path, ...form, size: null }])) }
  }
  const content = { ...question.facts.content, differences }
  const shown = new Map(question.facts.reviews.map(({ id }) => [id, [content]]))
  return { ...question, after, facts: { ...question.facts, content, shown } }
}
