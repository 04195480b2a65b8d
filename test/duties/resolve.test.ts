import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Instant } from '../../src/book/instant.ts'
import { conflicts, type Conflict } from '../../src/duties/conflict.ts'
import { EXACT, resolve } from '../../src/duties/resolve.ts'
import { conflictWords, contributionWords, resolutionWords } from '../../src/duties/words.ts'
import { NOW } from '../support/book.ts'
import { said } from './any-world.ts'
import { instantsOf, judgeSlowly, subsets } from './oracle.ts'
import { bookOfWorld, day, pathOf, type World, type WorldGrant } from './world.ts'

const LETTERS = 'abcdefghijklmnopqrst'.split('')
const TWO = [
  { system: 's', id: 'one-and-two', target: true, duties: ['one', 'two'] },
  { system: 's', id: 'two-and-three', target: true, duties: ['two', 'three'] },
  { system: 's', id: 'bundle', target: false, includes: ['s/a', 's/one-and-two'] }
]

const start = fc.option(fc.integer({ min: -3, max: 9 }).map(day), { nil: undefined, freq: 5 })
/** Now and then over already. */
const end = fc.oneof(
  { weight: 1, arbitrary: fc.constant(day(-1)) },
  { weight: 9, arbitrary: fc.integer({ min: 1, max: 14 }).map(day) }
)

/** One person who holds so many different things, itself or through one workload; one rule about all of them. */
const anyHolder = (min: number, max: number): fc.Arbitrary<World> =>
  fc
    .record({
      atMost: fc.constantFrom(0, 1, 1, 2, 3),
      names: fc.uniqueArray(fc.constantFrom(...LETTERS, ...TWO.map(({ id }) => id)), {
        minLength: min,
        maxLength: max
      }),
      windows: fc.array(fc.record({ starts: start, expires: end, own: fc.integer({ min: 0, max: 3 }) }), {
        minLength: max,
        maxLength: max
      })
    })
    .map(({ atMost, names, windows }) => ({
      people: [{ id: 'ann' }],
      workloads: [{ id: 'job', owner: 'ann', expires: day(30) }],
      entitlements: [...LETTERS.map((id) => ({ system: 's', id, target: true })), ...TWO].filter(
        ({ id }) => names.includes(id) || (names.includes('bundle') && ['a', 'one-and-two'].includes(id))
      ),
      rules: [{ id: 'r', hold: ['s/*', 'duty:*'], atMost }],
      grants: names.map((id, n): WorldGrant => {
        const { starts, expires, own } = windows[n] ?? { starts: undefined, expires: day(9), own: 1 }
        return said({ subject: own === 0 ? 'job' : 'ann', name: `s/${id}`, starts, expires })
      })
    }))

/** The one conflict of the person, if there is one. */
function conflictOf(world: World): Conflict | undefined {
  return conflicts({ book: bookOfWorld(world), now: NOW, subjects: ['ann'] })[0]
}

/** Whether the person is in conflict no more if these grants are changed (null: dropped). */
function isFree(world: World, change: (grant: WorldGrant) => WorldGrant | null): boolean {
  const after = { ...world, grants: world.grants.flatMap((grant) => change(grant) ?? []) }
  return judgeSlowly(after, NOW, instantsOf([world, after], NOW)).every(({ subject }) => subject !== 'ann')
}

const without =
  (gone: readonly string[]) =>
  (grant: WorldGrant): WorldGrant | null =>
    gone.includes(pathOf(grant)) ? null : grant

const lasts = (grant: WorldGrant): boolean =>
  grant.expires > NOW && (grant.starts ?? -Infinity) < grant.expires

test('dropping what is named resolves it, and no smaller set does: every set tried', () => {
  const sizes = new Map<number, number>()
  fc.assert(
    fc.property(anyHolder(2, 10), fc.array(fc.nat(9), { maxLength: 4 }), (world, preferred) => {
      const conflict = conflictOf(world)
      fc.pre(conflict !== undefined)
      const brought = new Set(preferred.flatMap((n) => world.grants.slice(n, n + 1).map(pathOf)))
      const { remedies, smallest } = resolve(conflict, (path) => brought.has(path))
      const dropped = remedies.map(({ grant }) => grant)
      sizes.set(dropped.length, (sizes.get(dropped.length) ?? 0) + 1)
      expect(smallest).toBe(true)
      expect(dropped).toEqual([...new Set(dropped)].toSorted())
      expect(isFree(world, without(dropped))).toBe(true)
      const holding = holdingOf(world)
      const paths = [...holding.keys()]
      expect(subsets(paths, dropped.length - 1).filter((set) => holding.isFree(new Set(set)))).toEqual([])
      // If what the change at hand brings is enough for a smallest set, nothing else is named.
      const own = subsets(
        paths.filter((path) => brought.has(path)),
        dropped.length
      )
      const enough = own.some((set) => holding.isFree(new Set(set)))
      expect(enough ? dropped.filter((path) => !brought.has(path)) : []).toEqual([])
    }),
    { numRuns: 300 }
  )
  expect([1, 2, 3].filter((size) => (sizes.get(size) ?? 0) <= 10)).toEqual([])
})

/** By grant the items at each instant, so that a thousand sets are tried quickly; instants and items by the oracle alone. */
function holdingOf(
  world: World
): Map<string, readonly (readonly string[])[]> & { isFree: (gone: ReadonlySet<string>) => boolean } {
  const instants = instantsOf([world], NOW)
  const atMost = world.rules[0]?.atMost ?? 0
  const each = world.grants.filter(lasts).map((grant): [string, readonly (readonly string[])[]] => {
    const alone = { ...world, grants: [grant], rules: world.rules.map((rule) => ({ ...rule, atMost: 0 })) }
    const held = judgeSlowly(alone, NOW, instants).find(({ subject }) => subject === 'ann')
    return [pathOf(grant), instants.map((at) => held?.at.get(at) ?? [])]
  })
  const isClean = (gone: ReadonlySet<string>): boolean =>
    instants.every(
      (_, n) =>
        new Set(each.flatMap(([path, items]) => (gone.has(path) ? [] : (items[n] ?? [])))).size <= atMost
    )
  return Object.assign(new Map(each), { isFree: isClean })
}

test('ending or beginning one of them instead resolves it too, by the very date that is named and by no later or earlier one', () => {
  const seen = { ends: 0, starts: 0, neither: 0 }
  fc.assert(
    fc.property(anyHolder(2, 7), fc.nat(6), (world, preferred) => {
      const conflict = conflictOf(world)
      fc.pre(conflict !== undefined)
      const first = new Set(world.grants.slice(preferred, preferred + 2).map(pathOf))
      const { remedies } = resolve(conflict, (path) => first.has(path))
      for (const { grant: path, endBy, startAt } of remedies) {
        const others = remedies.flatMap(({ grant }) => (grant === path ? [] : [grant]))
        const moved = (dates: Partial<WorldGrant>) =>
          isFree(world, (grant) => (pathOf(grant) === path ? { ...grant, ...dates } : without(others)(grant)))
        const old = world.grants.find((grant) => pathOf(grant) === path)
        const [from, until] = [old?.starts ?? -Infinity, old?.expires ?? Infinity]
        const inside = (date: Instant): boolean => from < date && date < until
        const wrong: string[] = []
        const check = (what: string, isSo: boolean): void => {
          if (!isSo) wrong.push(`${path} ${what}`)
        }
        if (endBy !== null) {
          seen.ends++
          check('ends outside its window', inside(endBy))
          check('ends too late', moved({ expires: endBy }))
          check('could end later', endBy < NOW || !moved({ expires: endBy + 1000 }))
        }
        if (startAt !== null) {
          seen.starts++
          check('starts outside its window', inside(startAt))
          check('starts too early', moved({ starts: startAt }))
          check('could start earlier', !moved({ starts: startAt - 1000 }))
        }
        if (endBy === null && startAt === null) seen.neither++
        // What isn't named couldn't be done by any date.
        for (const date of instantsOf([world], NOW).map(whole).filter(inside)) {
          check('could end', endBy !== null || date <= NOW || !moved({ expires: date }))
          check('could start', startAt !== null || !moved({ starts: date }))
        }
        expect(wrong).toEqual([])
      }
    }),
    { numRuns: 300 }
  )
  expect(Object.entries(seen).filter(([, times]) => times <= 10)).toEqual([])
})

function whole(at: Instant): Instant {
  return Math.floor(at / 1000) * 1000
}

test('an end that is named has not passed', () => {
  fc.assert(
    fc.property(anyHolder(2, 8), fc.nat(7), (world, preferred) => {
      const conflict = conflictOf(world)
      fc.pre(conflict !== undefined)
      const first = new Set(world.grants.slice(preferred, preferred + 2).map(pathOf))
      const { remedies } = resolve(conflict, (path) => first.has(path))
      expect(remedies.filter(({ endBy }) => endBy !== null && endBy <= NOW)).toEqual([])
    }),
    { numRuns: 300 }
  )
})

test(`beyond ${EXACT} grants: what is named resolves it, and none of it can be left out`, () => {
  fc.assert(
    fc.property(anyHolder(20, 22), (world) => {
      const conflict = conflictOf(world)
      fc.pre(conflict !== undefined)
      fc.pre(new Set(conflict.parts.map(({ grant }) => grant.path)).size > 15)
      const { remedies, smallest } = resolve(conflict, () => false)
      expect(smallest).toBe(false)
      const dropped = new Set(remedies.map(({ grant }) => grant))
      const { isFree: isClean } = holdingOf(world)
      expect(isClean(dropped)).toBe(true)
      expect(
        [...dropped].filter((path) => isClean(new Set([...dropped].filter((one) => one !== path))))
      ).toEqual([])
    }),
    { numRuns: 60 }
  )
})

const KEYS = LETTERS.map((id) => ({ system: 's', id, target: true }))

function worldWith(given: Partial<World> & Pick<World, 'grants'>): World {
  return {
    people: [{ id: 'ann' }],
    workloads: [],
    entitlements: KEYS,
    rules: [{ id: 'r', hold: ['s/*'], atMost: 1 }],
    ...given
  }
}

const held = (id: string, more: Partial<WorldGrant> = {}): WorldGrant => ({
  subject: 'ann',
  name: `s/${id}`,
  expires: day(20),
  ...more
})
const file = (id: string): string => `grants/systems/s/${id}/ann.yaml`

/** What is wrong and what to do, in words. */
function words(made: World, brought: readonly string[] = []): readonly string[] {
  const conflict = conflictOf(made)
  if (!conflict) throw new Error('no conflict')
  return [conflictWords(conflict), resolutionWords(resolve(conflict, (path) => brought.includes(path)))]
}

test('15 grants are tried exactly, 16 are not', () => {
  for (const [count, how] of [
    [15, 'No smaller change does it.'],
    [16, 'None of these can be left out (with more than 15 grants not every set is tried).']
  ] as const) {
    const grants = LETTERS.slice(0, count).map((id) => held(id))
    const [what, fix] = words(worldWith({ grants, rules: [{ id: 'r', hold: ['s/*'], atMost: count - 1 }] }))
    expect(what).toBe(
      `"ann" would hold ${count} where the rule "r" allows ${count - 1} at a time (Rule r): s/a, s/b, s/c, s/d, s/e, s/f and ${count - 6} more; from issuance until 2026-12-10T09:00:00Z.`
    )
    expect(fix).toBe(`Drop ${file(LETTERS[count - 1] ?? '')}. ${how}`)
  }
})

test('of two that overlap the one that begins last is named, with the dates that do as well', () => {
  const grants = [held('a', { expires: day(10) }), held('b', { starts: day(5) })]
  expect(words(worldWith({ grants }))).toEqual([
    '"ann" would hold 2 where the rule "r" allows 1 at a time (Rule r): s/a, s/b; from 2026-11-25T09:00:00Z until 2026-11-30T09:00:00Z.',
    `Drop ${file('b')}, or let it begin at 2026-11-30T09:00:00Z. No smaller change does it.`
  ])
  expect(words(worldWith({ grants }), [file('a')])[1]).toBe(
    `Drop ${file('a')}, or let it end by 2026-11-25T09:00:00Z. No smaller change does it.`
  )
})

test('one within the other can neither end nor begin elsewhere; the other can do both', () => {
  const grants = [held('a'), held('b', { starts: day(5), expires: day(7) })]
  expect(words(worldWith({ grants }))[1]).toBe(`Drop ${file('b')}. No smaller change does it.`)
  expect(words(worldWith({ grants }), [file('a')])[1]).toBe(
    `Drop ${file('a')}, or let it end by 2026-11-25T09:00:00Z, or let it begin at 2026-11-27T09:00:00Z. No smaller change does it.`
  )
})

test('equal windows: only dropping helps, and the last by path goes', () => {
  expect(words(worldWith({ grants: [held('a'), held('b')] }))).toEqual([
    '"ann" would hold 2 where the rule "r" allows 1 at a time (Rule r): s/a, s/b; from issuance until 2026-12-10T09:00:00Z.',
    `Drop ${file('b')}. No smaller change does it.`
  ])
})

test('two must go where two are too many, each with its dates once the other is gone', () => {
  const grants = [held('a'), held('b', { starts: day(2), expires: day(6) }), held('c', { starts: day(4) })]
  expect(words(worldWith({ grants }))).toEqual([
    '"ann" would hold 3 where the rule "r" allows 1 at a time (Rule r): s/a, s/b, s/c; from 2026-11-22T09:00:00Z until 2026-12-10T09:00:00Z.',
    // b and c overlap too, so that a alone isn't enough.
    `Drop ${file('b')}; and drop ${file('c')}. No smaller change does it.`
  ])
  expect(words(worldWith({ grants }), [file('a')])[1]).toBe(
    `Drop ${file('a')}, or let it end by 2026-11-22T09:00:00Z, or let it begin at 2026-11-26T09:00:00Z; and drop ${file('c')}, or let it begin at 2026-11-26T09:00:00Z. No smaller change does it.`
  )
})

test('one that is in the middle of two goes alone', () => {
  const grants = [
    held('a', { expires: day(5) }),
    held('b', { starts: day(3), expires: day(9) }),
    held('c', { starts: day(7) })
  ]
  expect(words(worldWith({ grants }))).toEqual([
    '"ann" would hold 2 where the rule "r" allows 1 at a time (Rule r): s/a, s/b, s/c; from 2026-11-23T09:00:00Z until 2026-11-25T09:00:00Z, from 2026-11-27T09:00:00Z until 2026-11-29T09:00:00Z.',
    `Drop ${file('b')}. No smaller change does it.`
  ])
})

test('of equally small sets the one that the change brings alone is named, before one that it brings in part', () => {
  const during = (id: string, from: number, until: number): WorldGrant =>
    held(id, { starts: day(from), expires: day(until) })
  const grants = [during('c', 1, 3), during('e', 2, 6), during('b', 5, 9), during('a', 8, 10)]
  // c with e, e with b, b with a: two must go, b and e, b and c, or a and e; e alone was there before.
  expect(words(worldWith({ grants }), [file('a'), file('b'), file('c')])[1]).toBe(
    `Drop ${file('b')}; and drop ${file('c')}, or let it end by 2026-11-22T09:00:00Z. No smaller change does it.`
  )
})

test('a bundle is named once, with what it confers', () => {
  const entitlements = [...KEYS, { system: 's', id: 'both', target: false, includes: ['s/a', 's/b'] }]
  expect(words(worldWith({ entitlements, grants: [held('both', { starts: day(1) })] }))).toEqual([
    '"ann" would hold 2 where the rule "r" allows 1 at a time (Rule r): s/a by s/both, s/b by s/both; from 2026-11-21T09:00:00Z until 2026-12-10T09:00:00Z.',
    `Drop ${file('both')}. No smaller change does it.`
  ])
})

test('duties are told with what confers them, also within a bundle, and how many others do', () => {
  const entitlements = [
    { system: 's', id: 'a', target: true, duties: ['pay.make'] },
    { system: 's', id: 'b', target: true, duties: ['pay.make', 'pay.sign'] },
    { system: 's', id: 'both', target: false, includes: ['s/b'] }
  ]
  const rules = [{ id: 'r', hold: ['duty:pay.*'], atMost: 1 }]
  expect(words(worldWith({ entitlements, rules, grants: [held('a'), held('both')] }))).toEqual([
    '"ann" would hold 2 where the rule "r" allows 1 at a time (Rule r): duty:pay.make by s/a and 1 more, duty:pay.sign by s/b within s/both; from issuance until 2026-12-10T09:00:00Z.',
    `Drop ${file('both')}. No smaller change does it.`
  ])
})

test('what comes through workloads says through which, step by step', () => {
  const workloads = [
    { id: 'job-a', owner: 'ann', canRun: ['job-b'], expires: day(30) },
    { id: 'job-b', owner: 'ben', expires: day(30) },
    { id: 'job-c', owner: 'ben', backup: 'ann', expires: day(30) }
  ]
  const people = [{ id: 'ann' }, { id: 'ben' }]
  const rules = [{ id: 'r', hold: ['s/*'], atMost: 2 }]
  const grants = [
    held('a', { subject: 'job-a' }),
    held('b', { subject: 'job-b' }),
    held('c', { subject: 'job-c' })
  ]
  expect(words(worldWith({ people, workloads, rules, grants }))).toEqual([
    '"ann" would hold 3 where the rule "r" allows 2 at a time (Rule r): s/a through the workload "job-a", which it owns, s/b through the workload "job-b", which "job-a" can run, through the workload "job-a", which it owns, s/c through the workload "job-c", whose owner it backs up; from issuance until 2026-12-10T09:00:00Z.',
    'Drop grants/systems/s/c/job-c.yaml. No smaller change does it.'
  ])
})

test('more than six are counted', () => {
  const grants = LETTERS.slice(0, 8).map((id) => held(id))
  const rules = [{ id: 'r', hold: ['s/*'], atMost: 0 }]
  const named = LETTERS.slice(0, 6).map((id) => `drop ${file(id)}`)
  expect(words(worldWith({ grants, rules }))[1]).toBe(
    `${named.join('; and ').replace('drop', 'Drop')} and 2 more. No smaller change does it.`
  )
})

test('a path is told whole, however long it is: it is what somebody must find', () => {
  const id = 'a-very-long-name-of-an-entitlement-that-nobody-would-want-to-type'.slice(0, 63)
  const entitlements = [...KEYS, { system: 's', id, target: true }]
  const [, fix] = words(worldWith({ entitlements, grants: [held('a'), held(id, { starts: day(1) })] }))
  expect(fix).toBe(`Drop ${file(id)}. No smaller change does it.`)
})

test('what the change brings is told by file', () => {
  expect(contributionWords([])).toBe('')
  expect(contributionWords([file('a'), file('b')])).toBe(
    ` This change brings "${file('a')}", "${file('b')}".`
  )
})
