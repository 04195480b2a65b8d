import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Instant } from '../../src/book/instant.ts'
import { CHECKS } from '../../src/checks.ts'
import { DUTY_CODES } from '../../src/duties/codes.ts'
import { conflicts } from '../../src/duties/conflict.ts'
import { endsByException } from '../../src/duties/exceptions.ts'
import type { Problem } from '../../src/book/problem.ts'
import { newProblems } from '../../src/findings/differ.ts'
import { runChecks } from '../../src/findings/check.ts'
import { EMPTY_LEDGER, type Ledger, type Moved } from '../../src/plan/ledger.ts'
import { contextOf } from '../checks/judge.ts'
import { at, BASE, entitlement, grant, grantPath, NOW, TASK, workload, type Files } from '../support/book.ts'
import { desireOf, issued } from '../support/plan.ts'
import { anyExcepted } from './any-world.ts'
import { renamed, rename } from './rename.ts'
import { bookOfWorld, day, pathOf, type World, type WorldGrant } from './world.ts'

/** Grants of one world, and when each was approved: before everything else, at an instant, not yet. */
type Approvals = Readonly<Record<string, Instant | null>>

/** Which grants end with an exception, in words: `path until day by exception`. */
function ends(world: World, approvals: Approvals, now = NOW): readonly string[] {
  const approvedAt = (path: string): Instant | null =>
    approvals[short(path)] ?? (short(path) in approvals ? null : -Infinity)
  return [...endsByException({ book: bookOfWorld(world), now, approvedAt })]
    .map(
      ([path, { at: end, exception }]) =>
        `${short(path)} until ${(end - NOW) / (day(1) - day(0))} by ${short(exception)}`
    )
    .toSorted()
}

/** `a/ann` of `grants/systems/s/a/ann.yaml`, `x` of `grants/exceptions/x.yaml`. */
function short(path: string): string {
  return path.replace(/^grants\/(systems\/s|exceptions)\//u, '').replace('.yaml', '')
}

const KEYS = ['a', 'b', 'c', 'd'].map((id) => ({ system: 's', id, target: true }))

/** Everything as wide open as it can be; what a case is about is given. */
function worldWith(given: Partial<World> & Pick<World, 'grants'>): World {
  return {
    people: [{ id: 'ann' }, { id: 'ben' }],
    workloads: [],
    entitlements: KEYS,
    rules: [{ id: 'pair', hold: ['s/a', 's/b'], atMost: 1 }],
    exceptions: [{ id: 'x', rule: 'pair', subject: 'ann', expires: day(5) }],
    ...given
  }
}

const held = (id: string, more: Partial<WorldGrant> = {}): WorldGrant => ({
  subject: 'ann',
  name: `s/${id}`,
  expires: day(20),
  ...more
})

test('of two in conflict the last approved ends with the exception, whatever begins last or sorts last', () => {
  const both = worldWith({ grants: [held('a'), held('b')] })
  expect(ends(both, { 'a/ann': day(-9), 'b/ann': day(-2) })).toEqual(['b/ann until 5 by x'])
  expect(ends(both, { 'a/ann': day(-2), 'b/ann': day(-9) })).toEqual(['a/ann until 5 by x'])
  const later = worldWith({ grants: [held('a'), held('b', { starts: day(1) })] })
  expect(ends(later, { 'a/ann': day(-2), 'b/ann': day(-9) })).toEqual(['a/ann until 5 by x'])
})

test('what asks for its approval comes after all that is approved', () => {
  const both = worldWith({ grants: [held('a'), held('b')] })
  expect(ends(both, { 'a/ann': null, 'b/ann': day(-1) })).toEqual(['a/ann until 5 by x'])
  expect(ends(both, { 'b/ann': null })).toEqual(['b/ann until 5 by x'])
})

test('nothing ends where nothing is in conflict after the exception', () => {
  expect(ends(worldWith({ grants: [held('a'), held('b', { expires: day(5) })] }), {})).toEqual([])
  expect(ends(worldWith({ grants: [held('a'), held('b', { expires: day(5) + 1000 })] }), {})).toEqual([
    'b/ann until 5 by x'
  ])
  expect(ends(worldWith({ grants: [held('a')] }), {})).toEqual([])
  expect(ends(worldWith({ grants: [held('a'), held('b', { subject: 'ben' })] }), {})).toEqual([])
  expect(ends(worldWith({ grants: [held('a'), held('b')], exceptions: [] }), {})).toEqual([])
})

test('an exception to another rule, or of another subject, ends nothing', () => {
  const other = { id: 'other', hold: ['s/c', 's/d'], atMost: 1 }
  const rules = [...worldWith({ grants: [] }).rules, other]
  const grants = [held('a'), held('b')]
  const exception = { id: 'x', rule: 'pair', subject: 'ann', expires: day(5) }
  expect(ends(worldWith({ rules, grants, exceptions: [{ ...exception, rule: 'other' }] }), {})).toEqual([])
  expect(ends(worldWith({ rules, grants, exceptions: [{ ...exception, subject: 'ben' }] }), {})).toEqual([])
})

test('n of m: as many end as there are too many, the last approved first', () => {
  const rules = [{ id: 'pair', hold: ['s/*'], atMost: 2 }]
  const grants = ['a', 'b', 'c', 'd'].map((id) => held(id))
  const approvals = { 'a/ann': day(-1), 'b/ann': day(-4), 'c/ann': day(-3), 'd/ann': day(-2) }
  expect(ends(worldWith({ rules, grants }), approvals)).toEqual(['a/ann until 5 by x', 'd/ann until 5 by x'])
  expect(ends(worldWith({ rules, grants: grants.slice(1) }), approvals)).toEqual(['d/ann until 5 by x'])
  expect(ends(worldWith({ rules, grants: grants.slice(2) }), approvals)).toEqual([])
})

test('n of m in time: what is over after the exception needs no end', () => {
  const rules = [{ id: 'pair', hold: ['s/*'], atMost: 2 }]
  const grants = [held('a'), held('b', { expires: day(6) }), held('c'), held('d', { starts: day(8) })]
  const approvals = { 'a/ann': day(-1), 'b/ann': day(-4), 'c/ann': day(-3), 'd/ann': day(-2) }
  // Until day 6 a, b and c are too many, from day 8 on a, c and d: without a neither is.
  expect(ends(worldWith({ rules, grants }), approvals)).toEqual(['a/ann until 5 by x'])
  // d alone wouldn't do for the first stretch, c does for both.
  expect(ends(worldWith({ rules, grants }), { ...approvals, 'a/ann': day(-9), 'c/ann': day(-1) })).toEqual([
    'c/ann until 5 by x'
  ])
})

test('of several exceptions of one subject to one rule the longest counts', () => {
  const exceptions = [3, 7, 5].map((days, n) => ({
    id: `x-${n}`,
    rule: 'pair',
    subject: 'ann',
    expires: day(days)
  }))
  expect(ends(worldWith({ grants: [held('a'), held('b')], exceptions }), { 'b/ann': day(-1) })).toEqual([
    'b/ann until 7 by x-1'
  ])
})

test('exceptions to several rules: a grant that needs two ends with the first', () => {
  const rules = [
    { id: 'pair', hold: ['s/a', 's/b'], atMost: 1 },
    { id: 'also', hold: ['s/b', 's/c'], atMost: 1 }
  ]
  const exceptions = [
    { id: 'x', rule: 'pair', subject: 'ann', expires: day(5) },
    { id: 'y', rule: 'also', subject: 'ann', expires: day(3) }
  ]
  const grants = [held('a'), held('b'), held('c')]
  expect(ends(worldWith({ rules, exceptions, grants }), { 'b/ann': day(-1) })).toEqual(['b/ann until 3 by y'])
  const swapped = exceptions.map((one) => ({ ...one, expires: one.id === 'x' ? day(3) : day(5) }))
  expect(ends(worldWith({ rules, exceptions: swapped, grants }), { 'b/ann': day(-1) })).toEqual([
    'b/ann until 3 by x'
  ])
  expect(ends(worldWith({ rules, exceptions, grants }), { 'c/ann': day(-1), 'b/ann': day(-2) })).toEqual([
    'b/ann until 5 by x',
    'c/ann until 3 by y'
  ])
})

test('what an earlier exception ended needs no other grant to end, whatever the rules are called', () => {
  // c ends with y on day 3, so that nothing is in conflict with d on day 5.
  const rules = (first: string, second: string) => [
    { id: first, hold: ['s/c', 's/d'], atMost: 1 },
    { id: second, hold: ['s/b', 's/c'], atMost: 1 }
  ]
  const exceptions = (first: string, second: string) => [
    { id: 'x', rule: first, subject: 'ann', expires: day(5) },
    { id: 'y', rule: second, subject: 'ann', expires: day(3) }
  ]
  const grants = [held('b'), held('c'), held('d')]
  const approvals = { 'b/ann': day(-9), 'c/ann': day(-2), 'd/ann': day(-1) }
  for (const [first, second] of [
    ['p', 'q'],
    ['q', 'p']
  ] as const) {
    const made = worldWith({ rules: rules(first, second), exceptions: exceptions(first, second), grants })
    expect(ends(made, approvals)).toEqual(['c/ann until 3 by y'])
  }
})

test('an earlier exception of somebody else comes first likewise, whatever they are called', () => {
  // The workload's c ends with y on day 3, so that its owner's d is in conflict with nothing on day 5.
  for (const [owner, job] of [
    ['ann', 'job'],
    ['zoe', 'job']
  ] as const) {
    const made: World = {
      people: [{ id: owner }],
      workloads: [{ id: job, owner, expires: day(30) }],
      entitlements: KEYS,
      grants: [held('b', { subject: job }), held('c', { subject: job }), held('d', { subject: owner })],
      rules: [
        { id: 'pair', hold: ['s/c', 's/d'], atMost: 1 },
        { id: 'also', hold: ['s/b', 's/c'], atMost: 1, through: ['self'] }
      ],
      exceptions: [
        { id: 'x', rule: 'pair', subject: owner, expires: day(5) },
        { id: 'y', rule: 'also', subject: job, expires: day(3) }
      ]
    }
    const approvals = { 'b/job': day(-9), 'c/job': day(-2), [`d/${owner}`]: day(-1) }
    expect(ends(made, approvals)).toEqual(['c/job until 3 by y'])
  }
})

test('a grant in conflict only while the exception stands keeps its own end', () => {
  const rules = [{ id: 'pair', hold: ['s/*'], atMost: 1 }]
  const grants = [
    held('a', { starts: day(8) }),
    held('b', { starts: day(8) }),
    held('c', { expires: day(6) }),
    held('d', { expires: day(3) })
  ]
  const approvals = { 'c/ann': day(-1), 'b/ann': day(-2), 'a/ann': day(-3), 'd/ann': day(-4) }
  expect(ends(worldWith({ rules, grants }), approvals)).toEqual(['b/ann until 5 by x'])
})

test('what is held through a workload ends likewise, if it was approved last', () => {
  const workloads = [{ id: 'job', owner: 'ann', expires: day(30) }]
  const grants = [held('a'), held('b', { subject: 'job' })]
  expect(ends(worldWith({ workloads, grants }), { 'b/job': day(-1) })).toEqual(['b/job until 5 by x'])
  expect(ends(worldWith({ workloads, grants }), { 'a/ann': day(-1) })).toEqual(['a/ann until 5 by x'])
})

test('one grant of a bundle is one: it ends as a whole', () => {
  const entitlements = [...KEYS, { system: 's', id: 'both', target: false, includes: ['s/a', 's/b'] }]
  expect(ends(worldWith({ entitlements, grants: [held('both')] }), {})).toEqual(['both/ann until 5 by x'])
})

test('an exception that is over doesn’t help what is approved after it, and takes nothing else for it', () => {
  const over = [{ id: 'x', rule: 'pair', subject: 'ann', expires: day(-3) }]
  const both = worldWith({ grants: [held('a'), held('b')], exceptions: over })
  // Approved while it stood: it ended with it.
  expect(ends(both, { 'a/ann': day(-9), 'b/ann': day(-5) })).toEqual(['b/ann until -3 by x'])
  // Only asked for now: it is neither ended by what is over nor does what was there first end for it.
  expect(ends(both, { 'a/ann': day(-9), 'b/ann': null })).toEqual([])
  expect(ends(both, { 'b/ann': null })).toEqual([])
})

test('beside what has ended, too, what asks anew takes nothing that is approved', () => {
  const over = [{ id: 'x', rule: 'pair', subject: 'ann', expires: day(-3) }]
  const rules = [{ id: 'pair', hold: ['s/a', 's/b', 's/c'], atMost: 1 }]
  const three = worldWith({ grants: [held('a'), held('b'), held('c')], rules, exceptions: over })
  expect(ends(three, { 'a/ann': day(-9), 'b/ann': day(-5), 'c/ann': null })).toEqual(['b/ann until -3 by x'])
})

test('what asks for approval after the exception is told as a conflict', () => {
  const over = [{ id: 'x', rule: 'pair', subject: 'ann', expires: day(-3) }]
  const made = worldWith({ grants: [held('a'), held('b')], exceptions: over })
  const before = worldWith({ grants: [held('a')], exceptions: over })
  const asked = { 'a/ann': day(-9), 'b/ann': null }
  const brought = newProblems(problems(before, asked, []), problems(made, asked, ['b/ann']))
  expect(
    brought.flatMap(({ code, severity }) => (code.startsWith('duties-') ? [code, severity] : []))
  ).toEqual(['duties-conflict', 'error'])
  // What time alone brought is a warning.
  expect(codes(made, { 'a/ann': day(-9), 'b/ann': day(-5) }, [])).toEqual(['duties-exception-over'])
})

test('what asks for approval while the exception stands is told as excepted', () => {
  const made = worldWith({ grants: [held('a'), held('b')] })
  expect(codes(made, { 'a/ann': day(-9), 'b/ann': null }, ['b/ann'])).toEqual(['duties-excepted'])
})

/** Codes of separation of duties that a world is told, with a record of approvals. */
function codes(made: World, approvals: Approvals, changed: readonly string[]): readonly string[] {
  return problems(made, approvals, changed).flatMap(({ code }) =>
    DUTY_CODES.has(code) && code.startsWith('duties-') ? [code] : []
  )
}

function problems(made: World, approvals: Approvals, changed: readonly string[]): readonly Problem[] {
  const paths = changed.map((one) => `grants/systems/s/${one}.yaml`)
  const approvedAt = (path: string): Instant | null =>
    approvals[short(path)] ?? (short(path) in approvals ? null : -Infinity)
  const context = contextOf(bookOfWorld(made), { changed: paths, approvedAt })
  return runChecks(CHECKS, context)
}

test('break-glass ends by itself: it neither ends with an exception nor makes ordinary access end', () => {
  const grants = [held('a'), held('b', { emergency: true, starts: day(6), expires: day(7) })]
  expect(ends(worldWith({ grants }), { 'a/ann': day(-9) })).toEqual([])
  // Also when the exception is over.
  const exceptions = [{ id: 'x', rule: 'pair', subject: 'ann', expires: day(-3) }]
  expect(ends(worldWith({ grants, exceptions }), { 'a/ann': day(-9) })).toEqual([])
  // Ordinary access in conflict beside it still ends as it would without.
  const both = [...grants, held('b')]
  expect(ends(worldWith({ grants: both }), { 'a/ann': day(-9), 'b/ann': day(-2) })).toEqual([
    'b/ann until 5 by x'
  ])
})

test('a grant approved when everything that had conflicted with it was over keeps its own end', () => {
  const old = [{ id: 'x', rule: 'pair', subject: 'ann', expires: day(-9) }]
  const grants = [held('a', { expires: day(-6) }), held('b')]
  const approvals = { 'a/ann': day(-20), 'b/ann': day(-4) }
  expect(ends(worldWith({ grants, exceptions: old }), approvals)).toEqual([])
  // A second before the other ended it is another matter.
  expect(ends(worldWith({ grants, exceptions: old }), { ...approvals, 'b/ann': day(-6) - 1000 })).toEqual([
    'b/ann until -9 by x'
  ])
})

test('a start before the approval doesn’t make a grant older than its approval', () => {
  const old = [{ id: 'x', rule: 'pair', subject: 'ann', expires: day(-9) }]
  const grants = [held('a', { expires: day(-6) }), held('b', { starts: day(-12) })]
  expect(ends(worldWith({ grants, exceptions: old }), { 'a/ann': day(-20), 'b/ann': day(-4) })).toEqual([])
})

test('what has ended stays ended as time passes', () => {
  const made = worldWith({ grants: [held('a'), held('b')] })
  const approvals = { 'a/ann': day(-9), 'b/ann': day(-2) }
  for (const days of [-1, 0, 5, 6, 19, 20, 21, 100])
    expect(ends(made, approvals, day(days))).toEqual(['b/ann until 5 by x'])
})

/** When each grant of a world was approved: all at different instants, some not yet. */
const approvalsOf = (made: World): fc.Arbitrary<ReadonlyMap<string, Instant | null>> =>
  fc
    .tuple(
      fc.shuffledSubarray(
        made.grants.map((_, n) => n),
        { minLength: made.grants.length }
      ),
      fc.array(fc.integer({ min: 0, max: 3 }), {
        minLength: made.grants.length,
        maxLength: made.grants.length
      })
    )
    .map(
      ([order, asks]) =>
        new Map(
          made.grants.map((one, n) => [
            pathOf(one),
            asks[n] === 0 ? null : day(-6) + (order[n] ?? 0) * 61_000_000
          ])
        )
    )

const anyApproved = anyExcepted.chain((made) => approvalsOf(made).map((approvals) => ({ made, approvals })))

const SETTLED = { numRuns: 400 }

test('afterwards nothing approved is in conflict after its exception: law over random worlds', () => {
  let capped = 0
  fc.assert(
    fc.property(anyApproved, ({ made, approvals }) => {
      const ordinary = {
        ...made,
        grants: made.grants.filter((one) => one.emergency !== true && approvals.get(pathOf(one)) !== null)
      }
      const book = bookOfWorld(ordinary)
      const approvedAt = (path: string): Instant | null => approvals.get(path) ?? null
      const found = endsByException({ book, now: NOW, approvedAt })
      capped += found.size
      const caps = new Map([...found].map(([path, { at: end }]) => [path, end]))
      for (const { rule, subject, segments } of conflicts({
        book,
        now: -Infinity,
        caps,
        begins: (path) => approvedAt(path) ?? NOW
      })) {
        // A rule that only warns ends nothing.
        if (rule.severity === 'warning') continue
        const own = (made.exceptions ?? []).filter((one) => one.rule === rule.id && one.subject === subject)
        const last = own.length > 0 ? Math.max(...own.map(({ expires }) => expires)) : Infinity
        expect(segments.filter(({ until }) => until > last)).toEqual([])
      }
      for (const [, { at: end, exception }] of found)
        expect(made.exceptions?.find(({ id }) => `grants/exceptions/${id}.yaml` === exception)?.expires).toBe(
          end
        )
    }),
    SETTLED
  )
  expect(capped).toBeGreaterThan(10)
})

/** What ends when, a line each, of what is approved. */
function approvedEnds(
  made: World,
  approvals: ReadonlyMap<string, Instant | null>,
  { now = NOW, back = (path) => path }: { now?: Instant; back?: (path: string) => string } = {}
): readonly string[] {
  const approvedAt = (path: string): Instant | null => approvals.get(back(path)) ?? null
  return [...endsByException({ book: bookOfWorld(made), now, approvedAt })]
    .flatMap(([path, { at: end }]) => (approvedAt(path) === null ? [] : [`${back(path)} ${end}`]))
    .toSorted()
}

test('what only asks for its approval ends nothing that is approved: law over random worlds', () => {
  fc.assert(
    fc.property(anyApproved, ({ made, approvals }) => {
      const settled = { ...made, grants: made.grants.filter((one) => approvals.get(pathOf(one)) !== null) }
      expect(approvedEnds(made, approvals)).toEqual(approvedEnds(settled, approvals))
    }),
    SETTLED
  )
})

test('time passing changes no end of what is approved: law over random worlds', () => {
  fc.assert(
    fc.property(anyApproved, fc.integer({ min: 1, max: 12 }), ({ made, approvals }, days) => {
      expect(approvedEnds(made, approvals, { now: day(days) })).toEqual(approvedEnds(made, approvals))
    }),
    SETTLED
  )
})

test('other names end the same grants: law over random worlds', () => {
  fc.assert(
    fc.property(anyApproved, ({ made, approvals }) => {
      // Whoever asks at the same time is told apart by name alone; that is no matter here.
      const settled = { ...made, grants: made.grants.filter((one) => approvals.get(pathOf(one)) !== null) }
      expect(approvedEnds(renamed(settled), approvals, { back: renamePath })).toEqual(
        approvedEnds(settled, approvals)
      )
    }),
    SETTLED
  )
})

/** A path of a renamed world as it was before. */
function renamePath(path: string): string {
  const [root = '', kind = '', ...rest] = path.replace('.yaml', '').split('/')
  return `${[root, kind, ...rest.map(rename)].join('/')}.yaml`
}

const RULE = 'title: Nobody reads both\nhold: [aws-prod/billing-read, aws-prod/logs-read]\natMost: 1\n'
const EXCEPTION =
  'rule: apart\nsubject: alice\nreason: Interim head of finance\ncontrol: Monthly review by internal audit\nexpires: 2026-11-30\n'
const BILLING = grantPath('billing-read', 'alice')
const LOGS = grantPath('logs-read', 'alice')
const BOTH: Files = {
  ...BASE,
  'grants/rules/apart.yaml': RULE,
  'grants/exceptions/x.yaml': EXCEPTION,
  [BILLING]: grant('2026-12-31', 'starts: 2026-11-01\n'),
  [LOGS]: grant('2026-12-20', 'starts: 2026-11-01\n')
}
const END = at('2026-12-01T00:00:00Z')

function approvedInTurn(...order: readonly string[]): Ledger {
  const moved = order.map((path, n): [string, Moved] => [
    path,
    { by: 'approved', at: day(n - 9), approved: day(n - 9), pull: null }
  ])
  return { ...EMPTY_LEDGER, moved: new Map(moved) }
}

test('the end of the exception is written into what is issued for the last approved grant, and into no other', () => {
  const desired = desireOf(BOTH, { ledger: approvedInTurn(BILLING, LOGS) })
  const wanted = desired.systems.get('aws-prod')?.wanted
  expect(wanted?.get(BILLING)?.window).toEqual({ from: at('2026-10-31'), until: at('2026-12-31') })
  expect(wanted?.get(LOGS)?.window).toEqual({ from: at('2026-10-31'), until: END })
  const bodies = (path: string) => (wanted?.get(path)?.pieces ?? []).map(({ body }) => body).join('\n')
  expect(bodies(LOGS)).toContain('2026-12-01T00:00:00Z')
  expect(bodies(LOGS)).not.toContain('2026-12-21T00:00:00Z')
  expect(bodies(BILLING)).toContain('2027-01-01T00:00:00Z')
  expect(bodies(BILLING)).not.toContain('2026-12-01T00:00:00Z')
  // Approved in the other order it is the other one.
  const swapped = desireOf(BOTH, { ledger: approvedInTurn(LOGS, BILLING) }).systems.get('aws-prod')?.wanted
  expect(swapped?.get(BILLING)?.window.until).toBe(END)
  expect(swapped?.get(LOGS)?.window.until).toBe(at('2026-12-20'))
})

test('once the exception is over its grant is gone, told by the exception; the other one stays', () => {
  const ledger = approvedInTurn(BILLING, LOGS)
  const standing = { ...issued(desireOf(BOTH, { ledger })), moved: ledger.moved }
  const before = desireOf(BOTH, { now: END - 1000, ledger: standing })
  expect([...before.gone.keys()]).toEqual([])
  for (const now of [END, END + 5_000_000_000]) {
    const after = desireOf(BOTH, { now, ledger: standing })
    expect(after.gone.get(LOGS)).toEqual({
      kind: 'window',
      why: 'the exception that it needed ended at 2026-12-01T00:00:00Z',
      unit: LOGS,
      by: ['grants/exceptions/x.yaml']
    })
  }
  const after = desireOf(BOTH, { now: END, ledger: standing })
  expect([...(after.systems.get('aws-prod')?.wanted.keys() ?? [])]).toEqual([BILLING])
  expect([...after.frozen.keys()]).toEqual([])
})

test('without the exception’s file the grant has its own end again, and is refused as a conflict', () => {
  const { 'grants/exceptions/x.yaml': _, ...files } = BOTH
  const desired = desireOf(files, { ledger: approvedInTurn(BILLING, LOGS) })
  expect(desired.frozen.get(LOGS)?.code).toBe('duties-conflict')
})

test('a grant that would only begin after the exception never begins', () => {
  const files = { ...BOTH, [LOGS]: grant('2026-12-20', 'starts: 2026-12-05\n') }
  const desired = desireOf(files, { ledger: approvedInTurn(BILLING, LOGS) })
  expect(desired.gone.get(LOGS)?.why).toBe(
    'the exception that it needed ended at 2026-12-01T00:00:00Z, before it starts at 2026-12-05T00:00:00Z'
  )
})

test('what a workload holds ends with the exception of its owner', () => {
  const job = grantPath('logs-read', 'exporter')
  const { [LOGS]: _, ...rest } = BOTH
  const files = {
    ...rest,
    'grants/workloads/exporter.yaml': workload('exporter'),
    [job]: grant('2026-12-20', TASK)
  }
  const wanted = desireOf(files, { ledger: approvedInTurn(BILLING, job) }).systems.get('aws-prod')?.wanted
  expect(wanted?.get(job)?.window.until).toBe(END)
  expect(wanted?.get(BILLING)?.window.until).toBe(at('2026-12-31'))
})

test('the bundle that confers both ends as a whole', () => {
  const path = grantPath('both', 'alice')
  const { [LOGS]: _, [BILLING]: __, ...rest } = BOTH
  const files = {
    ...rest,
    'grants/systems/aws-prod/both/entitlement.yaml': entitlement(
      'both',
      'includes: [aws-prod/logs-read, aws-prod/billing-read]'
    ),
    [path]: grant('2026-12-20')
  }
  const wanted = desireOf(files, { ledger: approvedInTurn(path) }).systems.get('aws-prod')?.wanted
  expect(wanted?.get(path)?.window.until).toBe(END)
})
