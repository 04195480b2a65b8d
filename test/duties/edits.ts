import * as fc from 'fast-check'
import { anyGrant, anyRule } from './any-world.ts'
import { day, pathOf, type World } from './world.ts'

/** A world before and after a change, and the files that it adds or alters. */
export interface Edited {
  readonly before: World
  readonly after: World
  readonly changed: readonly string[]
}

/** What an edit does with one of a list: `null` takes it out. */
type Edit = (
  world: World,
  at: number,
  days: number
) => { readonly after: World; readonly changed: readonly string[] }

const put = <T>(all: readonly T[], at: number, one: (old: T) => T | null): readonly T[] =>
  all.flatMap((old, index) =>
    all.length > 0 && index === at % all.length ? ([one(old) ?? []].flat() as T[]) : [old]
  )
const chosen = <T>(all: readonly T[], at: number): T | undefined => all[at % Math.max(1, all.length)]

const onGrant =
  (change: (grant: World['grants'][number], days: number) => World['grants'][number] | null): Edit =>
  (world, at, days) => {
    const old = chosen(world.grants, at)
    const after = { ...world, grants: put(world.grants, at, (grant) => change(grant, days)) }
    return { after, changed: old && change(old, days) ? [pathOf(old)] : [] }
  }

const onWorkload =
  (change: (workload: World['workloads'][number], days: number) => World['workloads'][number]): Edit =>
  (world, at, days) => ({
    after: { ...world, workloads: put(world.workloads, at, (one) => change(one, days)) },
    changed: world.workloads.length > 0 ? [`grants/workloads/${chosen(world.workloads, at)?.id}.yaml`] : []
  })

const onRule =
  (change: (rule: World['rules'][number]) => World['rules'][number] | null): Edit =>
  (world, at) => ({
    after: { ...world, rules: put(world.rules, at, change) },
    changed: [`grants/rules/${chosen(world.rules, at)?.id}.yaml`]
  })

const onEntitlement =
  (change: (one: World['entitlements'][number]) => World['entitlements'][number]): Edit =>
  (world, at) => {
    const old = chosen(world.entitlements, at)
    return {
      after: { ...world, entitlements: put(world.entitlements, at, change) },
      changed: [`grants/systems/${old?.system}/${old?.id}/entitlement.yaml`]
    }
  }

const without = <T extends object, K extends keyof T>(value: T, key: K): Omit<T, K> => {
  const { [key]: _, ...rest } = value
  return rest
}

/** Edits that only take away. */
export const REDUCTIONS: Readonly<Record<string, Edit>> = {
  'a grant removed': onGrant(() => null),
  'an earlier end': onGrant((grant, days) => ({ ...grant, expires: Math.min(grant.expires, day(days)) })),
  'a later start': onGrant((grant, days) => ({
    ...grant,
    starts: Math.max(grant.starts ?? -Infinity, day(days))
  })),
  'no backup': onWorkload((one) => without(one, 'backup')),
  'runs nothing': onWorkload((one) => without(one, 'canRun')),
  'an earlier date of a workload': onWorkload((one, days) => ({
    ...one,
    expires: Math.min(one.expires, day(days))
  })),
  'an earlier last day': (world, at, days) => ({
    after: {
      ...world,
      people: put(world.people, at, (one) => ({ ...one, ends: Math.min(one.ends ?? Infinity, day(days)) }))
    },
    changed: [`grants/people/${chosen(world.people, at)?.id}.yaml`]
  }),
  'no duties': onEntitlement((one) => without(one, 'duties')),
  'includes nothing': onEntitlement((one) => (one.target ? without(one, 'includes') : one)),
  'a higher number': onRule((rule) => ({ ...rule, atMost: rule.atMost + 1 })),
  'a rule removed': onRule(() => null)
}

/** Edits that may give. */
const ADDITIONS: Readonly<Record<string, Edit>> = {
  'a later end': onGrant((grant, days) => ({ ...grant, expires: Math.max(grant.expires, day(days)) })),
  'an earlier start': onGrant((grant, days) =>
    grant.starts === undefined ? grant : { ...grant, starts: Math.min(grant.starts, day(days)) }
  ),
  'no start': onGrant((grant) => without(grant, 'starts')),
  'other dates': onGrant((grant, days) => ({ ...grant, starts: day(days - 4), expires: day(days) })),
  'a lower number': onRule((rule) => ({ ...rule, atMost: Math.max(0, rule.atMost - 1) })),
  'through everything': onRule((rule) => without(rule, 'through')),
  'in all systems': onRule((rule) => without(rule, 'systems')),
  'runs the first': (world, at, days) =>
    onWorkload((one) => ({ ...one, canRun: [world.workloads[0]?.id ?? one.id] }))(world, at, days),
  'the first as backup': (world, at, days) =>
    onWorkload((one) => ({ ...one, backup: world.people[0]?.id ?? one.owner }))(world, at, days),
  'a last day taken back': (world, at) => ({
    after: { ...world, people: put(world.people, at, (one) => without(one, 'ends')) },
    changed: [`grants/people/${chosen(world.people, at)?.id}.yaml`]
  }),
  'another duty': onEntitlement((one) => ({
    ...one,
    duties: [...new Set([...(one.duties ?? []), 'pay.sign'])]
  }))
}

const numbers = fc.record({ at: fc.nat(99), days: fc.integer({ min: -3, max: 10 }) })

function apply(edits: Readonly<Record<string, Edit>>, world: World): fc.Arbitrary<Edited> {
  return fc
    .record({ name: fc.constantFrom(...Object.keys(edits)), numbers })
    .map(({ name, numbers: { at, days } }) => {
      const done = edits[name]?.(world, at, days)
      if (!done) throw new Error(`no edit ${name}`)
      return { before: world, ...done }
    })
}

/** A world and one of {@link REDUCTIONS}. */
export const reduced = (worlds: fc.Arbitrary<World>): fc.Arbitrary<Edited> =>
  worlds.chain((world) => apply(REDUCTIONS, world))

/** A world and any edit: something taken, something given, a grant or a rule more. */
export const edited = (worlds: fc.Arbitrary<World>): fc.Arbitrary<Edited> =>
  worlds.chain((world) => {
    const subjects = [...world.people, ...world.workloads].map(({ id }) => id)
    const names = world.entitlements.map(({ system, id }) => `${system}/${id}`)
    const oneGrant = anyGrant(subjects, names).map((grant): Edited => ({
      before: world,
      after: { ...world, grants: [...world.grants.filter((one) => pathOf(one) !== pathOf(grant)), grant] },
      changed: [pathOf(grant)]
    }))
    const oneRule = anyRule('r-9').map((rule): Edited => ({
      before: world,
      after: { ...world, rules: [...world.rules, rule] },
      changed: ['grants/rules/r-9.yaml']
    }))
    return fc.oneof(apply(REDUCTIONS, world), apply(ADDITIONS, world), oneGrant, oneRule)
  })
