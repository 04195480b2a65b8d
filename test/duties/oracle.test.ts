import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { conflicts, type Conflict } from '../../src/duties/conflict.ts'
import { NOW } from '../support/book.ts'
import { anyWorld } from './any-world.ts'
import { instantsOf, judgeSlowly, type Verdict } from './oracle.ts'
import { bookOfWorld, day, type World, type WorldTie } from './world.ts'

const FULL = process.env['GRANTBOOK_FULL'] === '1'
const RUNS = FULL ? 3000 : 1000

/** A conflict in the oracle's form. */
function verdictOf({ rule, subject, segments, parts }: Conflict, world: World): Verdict {
  const at = new Map<number, readonly string[]>()
  for (const instant of instantsOf([world], NOW)) {
    const here = segments.filter(({ from, until }) => from <= instant && instant < until)
    if (here.length > 1) throw new Error(`two stretches at ${instant}`)
    if (here[0]) at.set(instant, here[0].items)
  }
  const by = parts.map(({ grant, entitlement }) => `${grant.path} ${entitlement.name}`).toSorted()
  return { rule: rule.id, subject, at, by }
}

/** What must be so of every conflict beside what the oracle says. */
function expectSound({ rule, subject, segments, parts }: Conflict, world: World): void {
  for (const { from, until } of segments) {
    expect(from).toBeLessThan(until)
    expect(until).toBeGreaterThan(NOW)
  }
  // In order, never overlapping, and never two where one would do.
  const pairs = segments.slice(1).map((next, index) => [segments[index], next] as const)
  const odd = pairs.filter(
    ([last, next]) =>
      !last || next.from < last.until || (next.from === last.until && next.items.join() === last.items.join())
  )
  expect(odd).toEqual([])
  const through = world.rules.find(({ id }) => id === rule.id)?.through ?? [
    'self',
    'owned',
    'backup',
    'canRun'
  ]
  for (const { grant, route } of parts) {
    expect(route.at(-1)?.workload ?? subject).toBe(grant.subject)
    let who = subject
    for (const { workload, by } of route) {
      expect(through).toContain(by)
      const one = world.workloads.find(({ id }) => id === workload)
      const runs = world.workloads.find(({ id }) => id === who)?.canRun ?? []
      expect(
        by === 'owned' ? one?.owner === who : by === 'backup' ? one?.backup === who : runs.includes(workload)
      ).toBe(true)
      who = workload
    }
    // There is no shorter way.
    expect(route.length).toBe(distance(world, subject, grant.subject, through))
  }
}

function distance(world: World, from: string, to: string, through: readonly WorldTie[]): number {
  let reached = new Set([from])
  for (let steps = 0; steps <= world.workloads.length; steps++) {
    if (reached.has(to)) return steps
    const next = new Set(reached)
    for (const { id, owner, backup } of world.workloads) {
      if (through.includes('owned') && reached.has(owner)) next.add(id)
      if (through.includes('backup') && backup !== undefined && reached.has(backup)) next.add(id)
    }
    for (const { id, canRun } of world.workloads)
      if (through.includes('canRun') && reached.has(id)) for (const other of canRun ?? []) next.add(other)
    reached = next
  }
  return Infinity
}

test('the engine finds exactly what trying every subject, rule, instant and set finds', () => {
  const seen = {
    conflicts: 0,
    bundles: 0,
    owned: 0,
    backup: 0,
    canRun: 0,
    chains: 0,
    duties: 0,
    future: 0,
    changing: 0
  }
  fc.assert(
    fc.property(anyWorld, (world) => {
      const found = conflicts({ book: bookOfWorld(world), now: NOW })
      for (const conflict of found) expectSound(conflict, world)
      expect(found.map((conflict) => verdictOf(conflict, world))).toEqual(judgeSlowly(world, NOW))
      for (const { parts, segments } of found) {
        seen.conflicts++
        if (parts.some(({ grant, entitlement }) => grant.name !== entitlement.name)) seen.bundles++
        for (const tie of ['owned', 'backup', 'canRun'] as const)
          if (parts.some(({ route }) => route.some(({ by }) => by === tie))) seen[tie]++
        if (parts.some(({ route }) => route.length > 1)) seen.chains++
        if (segments.some(({ items }) => items.some((item) => item.startsWith('duty:')))) seen.duties++
        if (segments.every(({ from }) => from > NOW)) seen.future++
        if (segments.length > 1) seen.changing++
      }
    }),
    { numRuns: RUNS }
  )
  // The worlds are worth trying: each way to come into conflict is met often.
  expect(Object.entries(seen).filter(([, times]) => times <= (FULL ? 150 : 25))).toEqual([])
})

test('whoever is asked for alone is judged as among all', () => {
  fc.assert(
    fc.property(anyWorld, (world) => {
      const book = bookOfWorld(world)
      const all = conflicts({ book, now: NOW })
      for (const subject of ['ann', 'job-a'])
        expect(conflicts({ book, now: NOW, subjects: [subject] })).toEqual(
          all.filter((one) => one.subject === subject)
        )
    }),
    { numRuns: 300 }
  )
})

const KEYS = ['a', 'b', 'c'].map((id) => ({ system: 's', id, target: true }))
const ANN = { people: [{ id: 'ann' }, { id: 'ben' }], workloads: [], entitlements: KEYS }
const PAIR = [{ id: 'pair', hold: ['s/a', 's/b'], atMost: 1 }]

/** Who is in conflict with what, in one line each. */
function brief(world: World): readonly string[] {
  return conflicts({ book: bookOfWorld(world), now: NOW }).map(
    ({ rule, subject, segments }) =>
      `${rule.id} ${subject}: ${segments.map(({ from, until, items }) => `${items.join('+')} ${inDays(from)}..${inDays(until)}`).join(', ')}`
  )
}

function inDays(at: number): string {
  return Number.isFinite(at) ? String((at - NOW) / (day(1) - day(0))) : String(at)
}

test('exactly as many as are allowed is no conflict, one more is', () => {
  const grants = ['s/a', 's/b', 's/c'].map((name) => ({ subject: 'ann', name, expires: day(9) }))
  const rule = (atMost: number) => [{ id: 'r', hold: ['s/*'], atMost }]
  expect(brief({ ...ANN, grants, rules: rule(3) })).toEqual([])
  expect(brief({ ...ANN, grants, rules: rule(2) })).toEqual(['r ann: s/a+s/b+s/c -Infinity..9'])
  expect(brief({ ...ANN, grants: grants.slice(1), rules: rule(2) })).toEqual([])
  expect(brief({ ...ANN, grants: grants.slice(2), rules: rule(0) })).toEqual(['r ann: s/c -Infinity..9'])
})

test('a window that ends as the other begins is no conflict, one that ends a second later is', () => {
  const grants = (expires: number) => [
    { subject: 'ann', name: 's/a', starts: day(0), expires },
    { subject: 'ann', name: 's/b', starts: day(2), expires: day(4) }
  ]
  expect(brief({ ...ANN, rules: PAIR, grants: grants(day(2)) })).toEqual([])
  expect(brief({ ...ANN, rules: PAIR, grants: grants(day(3)) })).toEqual(['pair ann: s/a+s/b 2..3'])
  const second = conflicts({
    book: bookOfWorld({ ...ANN, rules: PAIR, grants: grants(day(2) + 1000) }),
    now: NOW
  })
  expect(second[0]?.segments).toEqual([{ from: day(2), until: day(2) + 1000, items: ['s/a', 's/b'] }])
})

test('what has ended by now is none any more; what ends a second later still is', () => {
  const grants = (expires: number) =>
    ['s/a', 's/b'].map((name) => ({ subject: 'ann', name, starts: day(-3), expires }))
  expect(brief({ ...ANN, rules: PAIR, grants: grants(NOW) })).toEqual([])
  expect(
    conflicts({ book: bookOfWorld({ ...ANN, rules: PAIR, grants: grants(NOW + 1000) }), now: NOW })
  ).toHaveLength(1)
})

test('a backup is counted by that tie alone', () => {
  const world = (through?: readonly ('self' | 'owned' | 'backup' | 'canRun')[]): World => ({
    ...ANN,
    workloads: [{ id: 'job', owner: 'ben', backup: 'ann', expires: day(30) }],
    grants: [
      { subject: 'ann', name: 's/a', expires: day(9) },
      { subject: 'job', name: 's/b', expires: day(8) }
    ],
    rules: [{ id: 'pair', hold: ['s/a', 's/b'], atMost: 1, ...(through ? { through } : {}) }]
  })
  expect(brief(world())).toEqual(['pair ann: s/a+s/b -Infinity..8'])
  expect(brief(world(['self', 'backup']))).toEqual(['pair ann: s/a+s/b -Infinity..8'])
  expect(brief(world(['self', 'owned', 'canRun']))).toEqual([])
  expect(brief(world(['backup']))).toEqual([])
})

test('a leaver acts as no workload from the first instant after the last day', () => {
  const world = (ends: number): World => ({
    ...ANN,
    people: [{ id: 'ann', ends }, { id: 'ben' }],
    workloads: [{ id: 'job', owner: 'ann', backup: 'ben', expires: day(30) }],
    grants: ['s/a', 's/b'].map((name) => ({ subject: 'job', name, expires: day(9) })),
    rules: PAIR
  })
  expect(brief(world(NOW))).toEqual(['pair ben: s/a+s/b -Infinity..9', 'pair job: s/a+s/b -Infinity..9'])
  expect(brief(world(day(3)))).toEqual([
    'pair ann: s/a+s/b -Infinity..3',
    'pair ben: s/a+s/b -Infinity..9',
    'pair job: s/a+s/b -Infinity..9'
  ])
})
