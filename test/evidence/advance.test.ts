import { describe, expect, test } from 'vitest'
import type { Form, PathDifference } from '../../src/approval/facts.ts'
import type { PathVerdict, Verdict } from '../../src/approval/verdict.ts'
import type { Problem } from '../../src/book/problem.ts'
import { advance, type Advancing, type LandingFacts, type Proof } from '../../src/evidence/advance.ts'
import { grantPath, NOW } from '../support/book.ts'

const [A, B] = [grantPath('billing-read', 'alice'), grantPath('billing-read', 'bob')]
const HEAD = 'd'.repeat(40)
const FACTS: LandingFacts = { now: NOW, repository: 'acme/access', run: null, id: 'r1' }
const form = (letter: string, mode = '100644'): Form => ({ mode, blob: letter.repeat(40) })
const differs = (path: string, before: Form | null, after: Form | null): PathDifference => ({
  path,
  before,
  after
})

const CAROL = {
  login: 'carol-acme',
  id: 103,
  person: 'carol',
  as: '@acme/billing',
  review: 1,
  commit: HEAD,
  at: NOW
}

function approvedPath(at: string, blob: string | null, over: Partial<PathVerdict> = {}): PathVerdict {
  const base = { missing: [], reasons: [] }
  return { path: at, blob, state: 'approved', need: 'approval', approvals: [CAROL], ...base, ...over }
}

function verdict(paths: readonly PathVerdict[], over: Partial<Verdict> = {}): Verdict {
  const base = { why: null, reasons: [], discounted: [], warnings: [], requester: 'bob', passing: false }
  return { pull: 7, head: HEAD, base: null, state: 'approved', paths, ...base, ...over }
}

const judged = (given: Verdict, gained: readonly Problem[] = []): Proof => ({
  kind: 'judged',
  verdict: given,
  gained,
  mergedAt: 0
})
const DIRECT: Proof = { kind: 'direct', rewritten: false }
const ERROR: Problem = {
  code: 'duties-conflict',
  severity: 'error',
  message: 'Both.',
  fix: 'Choose.',
  file: A,
  pointer: []
}

/** What becomes of some differences, in short: moves, events by path, what stays. */
function short(
  differences: readonly PathDifference[],
  proof: Proof,
  over: Partial<Pick<Advancing, 'formOf' | 'reductions' | 'withheld'>> = {}
): readonly unknown[] {
  const before = new Map(differences.map((one) => [one.path, one.before]))
  const { moves, events, unmoved } = advance(
    {
      step: {
        commit: HEAD,
        commits: [HEAD],
        parent: HEAD,
        pull: proof.kind === 'judged' ? 7 : null,
        differences
      },
      proof,
      formOf: (at) => before.get(at) ?? null,
      reductions: new Map(),
      withheld: new Map(),
      ...over
    },
    FACTS
  )
  return [
    moves.map(({ path: at, to }) => `${at === A ? 'A' : 'B'} ${to?.blob[0] ?? 'gone'}`),
    events.map(({ event, grant }) => `${event} ${grant === A ? 'A' : 'B'}`),
    unmoved.map(({ path: at, state, code }) => `${state} ${at === A ? 'A' : 'B'} ${code}`)
  ]
}

const BOTH = [differs(A, null, form('a')), differs(B, form('b'), form('c'))]
const PROVED = verdict([approvedPath(A, 'a'.repeat(40)), approvedPath(B, 'c'.repeat(40))])

describe('a merged pull request', () => {
  test('moves whole if every path is proved', () => {
    expect(short(BOTH, judged(PROVED))).toEqual([
      ['A a', 'B c'],
      ['requested A', 'approved A', 'requested B', 'approved B'],
      []
    ])
  })

  test.each<[string, Verdict, readonly Problem[], string]>([
    ['lacks an approval', { ...PROVED, state: 'missing' }, [], 'refused A approval-missing'],
    [
      'is refused',
      {
        ...PROVED,
        state: 'refused',
        reasons: [{ rule: 'tool-and-grants', why: 'Split it.', passing: false }]
      },
      [],
      'refused A tool-and-grants'
    ],
    ['would bring an error', PROVED, [ERROR], 'held A duties-conflict'],
    [
      'landed with another blob',
      verdict([approvedPath(A, 'a'.repeat(40)), approvedPath(B, 'e'.repeat(40))]),
      [],
      'refused A landed-otherwise'
    ],
    [
      'brought a path that nobody judged',
      verdict([approvedPath(A, 'a'.repeat(40))]),
      [],
      'refused A landed-otherwise'
    ],
    [
      'has one path that isn’t approved although the whole says so',
      verdict([approvedPath(A, 'a'.repeat(40)), approvedPath(B, 'c'.repeat(40), { state: 'missing' })]),
      [],
      'refused A landed-otherwise'
    ],
    [
      'has a path that needs none and has none, and is no reduction',
      verdict([
        approvedPath(A, 'a'.repeat(40)),
        approvedPath(B, 'c'.repeat(40), { need: 'none', approvals: [] })
      ]),
      [],
      'refused A landed-otherwise'
    ]
  ])('moves nothing if it %s', (_, given, gained, first) => {
    const [moves, events, unmoved] = short(BOTH, judged(given, gained)) as [
      unknown,
      unknown,
      readonly string[]
    ]
    expect([moves, unmoved]).toEqual([[], [first, first.replace(' A ', ' B ')]])
    const [state] = first.split(' ')
    expect(events).toEqual([`${state} A`, `${state} B`])
  })

  test('what it only takes away moves although the rest doesn’t', () => {
    const given = { ...PROVED, state: 'missing' as const }
    expect(short(BOTH, judged(given), { reductions: new Map([[B, 'Ends earlier.']]) })).toEqual([
      ['B c'],
      ['refused A', 'reduced B'],
      ['refused A approval-missing']
    ])
  })

  test('a reduction that was approved all the same is proved, and the guard has no say in it', () => {
    const given = verdict([approvedPath(B, null, { need: 'none' })])
    const gone = [differs(B, form('b'), null)]
    const over = { reductions: new Map([[B, 'Deletes the file.']]), withheld: new Map([[B, 'too much']]) }
    expect(short(gone, judged(given), over)).toEqual([['B gone'], ['requested B', 'approved B'], []])
  })
})

describe('a direct push', () => {
  test('of anything is refused, path by path', () => {
    expect(short(BOTH, DIRECT)).toEqual([
      [],
      ['refused A', 'refused B'],
      ['refused A unproved', 'refused B unproved']
    ])
  })

  test('that only takes away moves, unless the guard keeps it back', () => {
    const gone = [differs(A, form('a'), null), differs(B, form('b'), null)]
    const reductions = new Map([A, B].map((at) => [at, 'Deletes the file.']))
    expect(short(gone, DIRECT, { reductions, withheld: new Map([[B, 'too much']]) })).toEqual([
      ['A gone'],
      ['reduced A', 'held B'],
      ['held B reduction-withheld']
    ])
  })

  test('back to the approved form is no matter', () => {
    expect(short([differs(A, form('x'), form('a'))], DIRECT, { formOf: () => form('a') })).toEqual([
      [],
      [],
      []
    ])
  })

  test('of another mode is a change', () => {
    expect(short([differs(A, form('a'), form('a', '100755'))], DIRECT)).toEqual([
      [],
      ['refused A'],
      ['refused A unproved']
    ])
  })
})

test('what could not be read for too long is refused for good', () => {
  expect(short(BOTH, { kind: 'unreadable', why: 'x' })).toEqual([
    [],
    ['refused A', 'refused B'],
    ['refused A unreadable', 'refused B unreadable']
  ])
})
