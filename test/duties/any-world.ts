import * as fc from 'fast-check'
import type { Instant } from '../../src/book/instant.ts'
import { day, pathOf, type World, type WorldGrant, type WorldRule, type WorldTie } from './world.ts'

const PEOPLE = ['ann', 'ben', 'cat', 'dan', 'eve']
const WORKLOADS = ['job-a', 'job-b', 'job-c', 'job-d']
const NAMES = ['s-a/key-a', 's-a/key-b', 's-a/log', 's-b/key-a', 's-b/key-c', 's-b/log']
const DUTIES = ['pay.make', 'pay.sign', 'ship']
const PATTERNS = [
  'duty:*',
  'duty:pay.*',
  '*/*',
  's-a/*',
  '*/key-*',
  's-*/log',
  ...DUTIES.map((duty) => `duty:${duty}`),
  ...NAMES
]
const TIES: readonly WorldTie[] = ['self', 'owned', 'backup', 'canRun']

const pick = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values)
const some = <T>(values: readonly T[], minLength = 1): fc.Arbitrary<T[]> =>
  fc.uniqueArray(pick(values), { minLength: Math.min(minLength, values.length), maxLength: values.length })
/** Once in so many times; else nothing. */
const maybe = <T>(value: fc.Arbitrary<T>, once = 2): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 1, arbitrary: value }, { weight: once - 1, arbitrary: fc.constant(undefined) })
/** Few instants, so that windows often touch, begin or end together; some of them over. */
const instant: fc.Arbitrary<Instant> = fc.integer({ min: -4, max: 10 }).map(day)

/** An object without the keys that are undefined: files leave out what they don't say. */
export function said<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}

/** A grant to one of these of one of these. */
export const anyGrant = (subjects: readonly string[], names: readonly string[]): fc.Arbitrary<WorldGrant> =>
  fc
    .record({
      subject: pick(subjects),
      name: pick(names),
      starts: maybe(instant),
      expires: instant,
      emergency: fc.constantFrom(undefined, undefined, undefined, undefined, true)
    })
    .map((grant): WorldGrant => said(grant))

/** A rule that names some of what there is. */
export const anyRule = (id: string): fc.Arbitrary<WorldRule> =>
  fc
    .record({
      id: fc.constant(id),
      hold: fc.uniqueArray(pick(PATTERNS), { minLength: 1, maxLength: 4 }),
      atMost: pick([0, 1, 1, 1, 2, 2, 3]),
      through: maybe(some(TIES)),
      systems: maybe(some(['s-a', 's-b']), 3),
      severity: fc.constantFrom(undefined, 'error' as const, 'warning' as const)
    })
    .map((rule): WorldRule => said(rule))

const anyEntitlement = (
  name: string,
  others: readonly string[]
): fc.Arbitrary<World['entitlements'][number]> =>
  fc
    .record({
      duties: maybe(some(DUTIES)),
      includes: maybe(fc.uniqueArray(pick(others), { minLength: 1, maxLength: 3 })),
      target: fc.boolean()
    })
    .map(({ target, ...more }) => {
      const [system = '', id = ''] = name.split('/')
      return {
        system,
        id,
        target: target || more.includes === undefined,
        ...said(more)
      }
    })

const anyWorkload = (
  id: string,
  people: readonly string[],
  all: readonly string[]
): fc.Arbitrary<World['workloads'][number]> =>
  fc
    .record({
      owner: pick(people),
      backup: maybe(pick(people)),
      canRun: maybe(fc.uniqueArray(pick(all), { minLength: 1, maxLength: 2 })),
      expires: fc.oneof({ weight: 3, arbitrary: fc.constant(day(30)) }, { weight: 1, arbitrary: instant })
    })
    .map((more) => ({ id, ...said(more) }))

/** Up to five people, four workloads, six entitlements, four rules, ten grants; without exceptions. */
export const anyWorld: fc.Arbitrary<World> = fc
  .record({
    people: fc.integer({ min: 1, max: 5 }).map((count) => PEOPLE.slice(0, count)),
    workloads: fc.integer({ min: 0, max: 4 }).map((count) => WORKLOADS.slice(0, count)),
    names: some(NAMES, 2)
  })
  .chain(({ people, workloads, names }) =>
    fc.record({
      people: fc.tuple(...people.map((id) => maybe(instant, 4).map((ends) => said({ id, ends })))),
      workloads: fc.tuple(...workloads.map((id) => anyWorkload(id, people, workloads))),
      entitlements: fc.tuple(...names.map((name) => anyEntitlement(name, names))),
      grants: fc.uniqueArray(anyGrant([...people, ...workloads], names), {
        minLength: 2,
        maxLength: 10,
        selector: pathOf
      }),
      rules: fc
        .integer({ min: 1, max: 4 })
        .chain((count) => fc.tuple(...Array.from({ length: count }, (_, n) => anyRule(`r-${n + 1}`))))
    })
  )

/** A world with exceptions to its rules, some of them over. */
export const anyExcepted: fc.Arbitrary<World> = anyWorld.chain((world) =>
  fc
    .array(
      fc.record({
        rule: pick(world.rules.map(({ id }) => id)),
        subject: pick([...world.people, ...world.workloads].map(({ id }) => id)),
        expires: instant
      }),
      { maxLength: 4 }
    )
    .map((exceptions) => ({ ...world, exceptions: exceptions.map((one, n) => ({ id: `x-${n}`, ...one })) }))
)
