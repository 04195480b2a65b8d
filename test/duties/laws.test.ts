import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Instant } from '../../src/book/instant.ts'
import type { Problem } from '../../src/book/problem.ts'
import { CHECKS } from '../../src/checks.ts'
import { conflicts, type Conflict } from '../../src/duties/conflict.ts'
import { runChecks } from '../../src/findings/check.ts'
import { newProblems, standingProblems } from '../../src/findings/differ.ts'
import { contextOf } from '../checks/judge.ts'
import { NOW } from '../support/book.ts'
import { anyExcepted, anyRule, anyWorld } from './any-world.ts'
import { edited, reduced } from './edits.ts'
import { instantsOf, judgeSlowly, type Verdict } from './oracle.ts'
import { rename, renamed } from './rename.ts'
import { bookOfWorld, day, type World } from './world.ts'

const DUTIES = CHECKS.filter(({ code }) => code.startsWith('duties-'))

/** What a world is told about duties. */
function told(
  world: World,
  changed: readonly string[] = [],
  order?: Parameters<typeof bookOfWorld>[1]
): readonly Problem[] {
  return runChecks(DUTIES, contextOf(bookOfWorld(world, order), { changed }))
}

/** Rule, subject, and when it holds what; without how it comes to it. */
function outline({ rule, subject, segments }: Conflict): string {
  return JSON.stringify([
    rule.id,
    subject,
    segments.map(({ from, until, items }) => [String(from), String(until), items])
  ])
}

const found = (world: World): readonly string[] =>
  conflicts({ book: bookOfWorld(world), now: NOW }).map(outline)

/** Rule and subject, whatever else tells two extents apart. */
const keyIn = (extent: Problem['extent']): string => extent?.key.split(' ').slice(-2).join(' ') ?? ''
const sum = ({ code, file, message }: Problem): string => `${code} ${file} ${message}`
const FULL = process.env['GRANTBOOK_FULL'] === '1'
const RUNS = { numRuns: FULL ? 300 : 100 }
const MANY = { numRuns: FULL ? 1000 : 350 }

test('a rule added takes no finding away', () => {
  fc.assert(
    fc.property(anyExcepted, anyRule('r-0'), (world, rule) => {
      const after = { ...world, rules: [rule, ...world.rules] }
      const known = new Set(found(after))
      expect(found(world).filter((one) => !known.has(one))).toEqual([])
      const still = new Set(told(after).map(sum))
      expect(
        told(world)
          .map(sum)
          .filter((one) => !still.has(one))
      ).toEqual([])
    }),
    RUNS
  )
})

test('a grant removed adds no conflict and no finding', () => {
  fc.assert(
    fc.property(anyExcepted, fc.nat(9), (world, at) => {
      const after = { ...world, grants: world.grants.toSpliced(at % world.grants.length, 1) }
      expect(
        grown(
          conflicts({ book: bookOfWorld(world), now: NOW }),
          conflicts({ book: bookOfWorld(after), now: NOW })
        )
      ).toEqual([])
      expect(newProblems(told(world), told(after)).map(sum)).toEqual([])
    }),
    RUNS
  )
})

/** Conflicts that hold anything at any instant from now on that those before didn't, instant by instant. */
function grown(before: readonly Conflict[], after: readonly Conflict[]): readonly string[] {
  return after.flatMap((conflict) => {
    const old = before.find(
      ({ rule, subject }) => rule.id === conflict.rule.id && subject === conflict.subject
    )
    const isNew = conflict.segments.some(({ from: begin, until, items }) => {
      const from = Math.max(begin, NOW)
      const over = (old?.segments ?? []).filter((one) => one.from < until && from < one.until)
      const edges = [from, ...over.flatMap((one) => [one.from, one.until]), until].filter(
        (edge) => edge >= from && edge < until
      )
      return edges.some((edge) =>
        items.some(
          (item) => !over.some((one) => one.from <= edge && edge < one.until && one.items.includes(item))
        )
      )
    })
    return isNew ? [outline(conflict)] : []
  })
}

test('whatever only takes away brings nothing, and everything left is told as standing', () => {
  fc.assert(
    fc.property(reduced(anyWorld), ({ before, after, changed }) => {
      const [known, now] = [told(before), told(after, changed)]
      expect(newProblems(known, now).map(sum)).toEqual([])
      expect(standingProblems(known, now)).toEqual(now)
      expect(
        grown(
          conflicts({ book: bookOfWorld(before), now: NOW }),
          conflicts({ book: bookOfWorld(after), now: NOW })
        )
      ).toEqual([])
    }),
    MANY
  )
})

test('whatever only takes away brings nothing that blocks beside exceptions either, over or not', () => {
  fc.assert(
    fc.property(reduced(anyExcepted), ({ before, after, changed }) => {
      const errors = newProblems(told(before), told(after, changed)).filter(
        ({ severity }) => severity === 'error'
      )
      expect(errors.map(sum)).toEqual([])
    }),
    MANY
  )
})

test('what was there is told as new exactly if anything in it grew: an item more, or longer', () => {
  const seen = { new: 0, standing: 0 }
  fc.assert(
    fc.property(edited(anyWorld), (made) => {
      const [before, after] = [ordinary(made.before), ordinary(made.after)]
      const instants = instantsOf([before, after], NOW)
      const old = new Map(judgeSlowly(before, NOW, instants).map((one) => [keyOf(one, before), one]))
      const wanted = judgeSlowly(after, NOW, instants).map((one) => {
        const known = old.get(keyOf(one, after))
        const grew = [...one.at].some(([at, items]) =>
          items.some((item) => known?.at.get(at)?.includes(item) !== true)
        )
        return `${grew ? 'new' : 'standing'} ${keyOf(one, after)}`
      })
      const [known, now] = [told(before), told(after, made.changed)]
      const given = [
        ...newProblems(known, now).map(({ code, extent }) => `new ${code} ${keyIn(extent)}`),
        ...standingProblems(known, now).map(({ code, extent }) => `standing ${code} ${keyIn(extent)}`)
      ]
      expect(given.toSorted()).toEqual(wanted.toSorted())
      for (const one of wanted) seen[one.startsWith('new') ? 'new' : 'standing']++
    }),
    // Twice as many worlds as the bounds below are told in: in some of them nothing is new.
    { numRuns: 2 * MANY.numRuns }
  )
  expect(seen.new).toBeGreaterThan(MANY.numRuns / 5)
  expect(seen.standing).toBeGreaterThan(MANY.numRuns / 5)
})

/** A world without break-glass. */
function ordinary(world: World): World {
  return { ...world, grants: world.grants.filter(({ emergency }) => emergency !== true) }
}

function keyOf({ rule, subject }: Verdict, world: World): string {
  const severity = world.rules.find(({ id }) => id === rule)?.severity ?? 'error'
  return `duties-${severity === 'error' ? 'conflict' : 'warning'} ${rule} ${subject}`
}

test('the order of files is no matter', () => {
  fc.assert(
    fc.property(anyExcepted, fc.integer(), (world, seed) => {
      const order: Parameters<typeof bookOfWorld>[1] = (files) =>
        files.toSorted((a, b) => mixed(a[0], seed) - mixed(b[0], seed))
      const all = (one?: typeof order) => conflicts({ book: bookOfWorld(world, one), now: NOW })
      expect(all(order).map(outline)).toEqual(all().map(outline))
      const holders = ({ parts }: Conflict) =>
        parts.map(({ grant, entitlement, items, from, until, route }) =>
          [grant.path, entitlement.name, items.toSorted().join('+'), from, until, route.length].join(' ')
        )
      expect(all(order).map(holders)).toEqual(all().map(holders))
      expect(told(world, [], order).map(placed).toSorted()).toEqual(told(world).map(placed).toSorted())
    }),
    RUNS
  )
})

function mixed(path: string, seed: number): number {
  let hash = seed | 0
  for (const letter of path) hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619)
  return hash
}

/** All but the words. */
const placed = ({ code, file, severity, extent, related }: Problem): string =>
  JSON.stringify([
    code,
    file,
    severity,
    keyIn(extent),
    extent?.parts,
    [...(extent?.files ?? [])].length > 0,
    related?.length
  ])

test('other names change nothing but names', () => {
  fc.assert(
    fc.property(anyExcepted, (world) => {
      const names = (text: string): string =>
        text.startsWith('duty:') ? `duty:${rename(text.slice(5))}` : rename(text)
      const back = conflicts({ book: bookOfWorld(renamed(world)), now: NOW }).map(
        ({ rule, subject, segments }) =>
          JSON.stringify([
            rename(rule.id),
            rename(subject),
            segments.map(({ from, until, items }) => [
              String(from),
              String(until),
              items.map(names).toSorted()
            ])
          ])
      )
      expect(back.toSorted()).toEqual(found(world).toSorted())
      const codes = (one: World) => told(one).map(({ code }) => code)
      expect(codes(renamed(world)).toSorted()).toEqual(codes(world).toSorted())
    }),
    RUNS
  )
})

test('an exception changes no finding of another subject, nor of another rule', () => {
  fc.assert(
    fc.property(anyExcepted, (world) => {
      for (const { rule, subject } of world.exceptions ?? []) {
        const without = {
          ...world,
          exceptions: world.exceptions?.filter((one) => one.rule !== rule || one.subject !== subject) ?? []
        }
        const others = (one: World) =>
          told(one).filter(({ extent }) => keyIn(extent) !== `${rule} ${subject}`)
        expect(others(without)).toEqual(others(world))
      }
    }),
    RUNS
  )
})

test('an exception makes no conflict: with it fewer are told as errors, and none vanishes untold', () => {
  fc.assert(
    fc.property(anyExcepted, (world) => {
      const keys = (one: World) => [...new Set(told(one).map(({ extent }) => keyIn(extent)))].toSorted()
      expect(keys(world)).toEqual(keys({ ...world, exceptions: [] }))
      const errors = (one: World) =>
        told(one).flatMap(({ severity, extent }) => (severity === 'error' ? [keyIn(extent)] : []))
      const all = new Set(errors({ ...world, exceptions: [] }))
      expect(errors(world).filter((key) => !all.has(key))).toEqual([])
    }),
    RUNS
  )
})

const PAIR: World = {
  people: [{ id: 'ann' }],
  workloads: [],
  entitlements: ['a', 'b', 'c'].map((id) => ({ system: 's', id, target: true })),
  rules: [{ id: 'pair', hold: ['s/*'], atMost: 1 }],
  grants: ['a', 'b'].map((id) => ({ subject: 'ann', name: `s/${id}`, starts: day(1), expires: day(9) }))
}
const B = 'grants/systems/s/b/ann.yaml'

/** Codes of what is new after one grant got other dates. */
function news(before: World, dates: { starts?: Instant; expires?: Instant }): readonly string[] {
  const [a, b] = before.grants
  const after = { ...before, grants: [a, b && { ...b, ...dates }].flatMap((one) => one ?? []) }
  return newProblems(told(before), told(after, [B])).map(({ code, file }) => `${code} ${file}`)
}

test('a conflict that lasts a second longer, or begins a second earlier, is new; one that is shorter isn’t', () => {
  const wide = {
    ...PAIR,
    grants: PAIR.grants.map((one, n) => (n === 0 ? { ...one, starts: day(-5), expires: day(20) } : one))
  }
  expect(news(wide, { expires: day(9) + 1000 })).toEqual([`duties-conflict ${B}`])
  expect(news(wide, { starts: day(1) - 1000 })).toEqual([`duties-conflict ${B}`])
  expect(news(wide, { expires: day(9) - 1000 })).toEqual([])
  expect(news(wide, { starts: day(1) + 1000 })).toEqual([])
  // As many days, but other ones.
  expect(news(wide, { starts: day(2), expires: day(10) })).toEqual([`duties-conflict ${B}`])
})

test('one more item is new though the time is the same', () => {
  const after = {
    ...PAIR,
    grants: [...PAIR.grants, { subject: 'ann', name: 's/c', starts: day(2), expires: day(3) }]
  }
  const path = 'grants/systems/s/c/ann.yaml'
  expect(newProblems(told(PAIR), told(after, [path])).map(({ code, file }) => `${code} ${file}`)).toEqual([
    `duties-conflict ${path}`
  ])
  expect(newProblems(told(after), told(PAIR, [])).map(sum)).toEqual([])
})

test('one of three taken away leaves the other two as they were, though it came after them', () => {
  const grants = [
    { subject: 'ann', name: 's/a', expires: day(9) },
    { subject: 'ann', name: 's/b', expires: day(9) },
    { subject: 'ann', name: 's/c', starts: day(-2), expires: day(9) }
  ]
  const three = { ...PAIR, grants }
  expect(newProblems(told(three), told({ ...three, grants: grants.slice(0, 2) })).map(sum)).toEqual([])
})

test('a conflict whose exception is over is told as it was when one of its grants gets shorter', () => {
  const over = { ...PAIR, exceptions: [{ id: 'x', rule: 'pair', subject: 'ann', expires: day(-1) }] }
  expect(told(over).map(({ code }) => code)).toEqual(['duties-exception-over'])
  expect(news(over, { expires: day(8) })).toEqual([])
  expect(news(over, { expires: day(10) })).toEqual([])
  const wide = {
    ...over,
    grants: over.grants.map((one, n) => (n === 0 ? { ...one, expires: day(20) } : one))
  }
  expect(news(wide, { expires: day(10) })).toEqual([`duties-conflict ${B}`])
})
