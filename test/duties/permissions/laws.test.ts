import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileSets, makeAnalyser } from '../../../src/duties/permissions/analyse.ts'
import { PRIVILEGE_ESCALATION } from '../../../src/duties/permissions/sets/privilege-escalation.ts'
import type { Analysis, Identity, PolicyStatement, Role } from '../../../src/duties/permissions/types.ts'
import { IAM_ACTIONS } from '../../../src/generated/iam-actions.js'
import { anyStatement, anyWorld, mixed } from './arbitrary.ts'
import { policy, reachable, SETS } from './build.ts'

const RUNS = process.env['GRANTBOOK_FULL'] === '1' ? 800 : 120

interface World {
  readonly start: readonly Identity[]
  readonly roles: readonly Role[]
}

const compiled = compileSets(SETS, IAM_ACTIONS)
const withEscalation = compileSets([...SETS, PRIVILEGE_ESCALATION], IAM_ACTIONS)
const judge = ({ start, roles }: World): Analysis =>
  makeAnalyser(reachable(start, roles), compiled).analyse(start)
const sure = ({ found }: Analysis) =>
  found.filter(({ certainty }) => certainty === 'sure').map(({ path }) => path.id)
const told = ({ found }: Analysis) => found.map(({ path }) => path.id)
const unknown = (analysis: Analysis) => analysis.unknown.map(({ identity }) => identity)

/** Changes one of those whom somebody can act as: a start or a role. */
function change(world: World, which: number, how: (identity: Identity) => Identity): World {
  const at = which % (world.start.length + world.roles.length)
  return {
    start: world.start.map((one, index) => (index === at ? how(one) : one)),
    roles: world.roles.map((one, index) =>
      index + world.start.length === at ? { ...how(one), trusts: (who: string) => one.trusts(who) } : one
    )
  }
}

const adding =
  (one: PolicyStatement) =>
  (identity: Identity): Identity => ({ ...identity, sources: [...identity.sources, policy('added', one)] })
const which = fc.nat(3)
const shuffled = <T>(list: readonly T[], seed: number): readonly T[] =>
  list
    .map((item, index) => ({ item, key: ((index + 1) * (seed * 2 + 1) * 7919) % 101 }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item)

describe('laws', () => {
  it('one more Allow takes no finding away and makes none less sure', () => {
    fc.assert(
      fc.property(anyWorld(true), anyStatement(fc.constant('Allow')), which, (world, one, at) => {
        const [before, after] = [judge(world), judge(change(world, at, adding(one)))]
        expect(told(after)).toEqual(expect.arrayContaining(told(before)))
        expect(sure(after)).toEqual(expect.arrayContaining(sure(before)))
        expect(unknown(after)).toEqual(expect.arrayContaining(unknown(before)))
      }),
      { numRuns: RUNS }
    )
  })

  it('one more Deny without condition adds no finding and makes none more sure', () => {
    const unconditional = anyStatement(fc.constant('Deny')).map((one) => ({ ...one, conditions: {} }))
    fc.assert(
      fc.property(anyWorld(true), unconditional, which, (world, one, at) => {
        const [before, after] = [judge(world), judge(change(world, at, adding(one)))]
        expect(told(before)).toEqual(expect.arrayContaining(told(after)))
        expect(sure(before)).toEqual(expect.arrayContaining(sure(after)))
        expect(unknown(before)).toEqual(expect.arrayContaining(unknown(after)))
      }),
      { numRuns: RUNS }
    )
  })

  it('a boundary adds no finding, sure or not', () => {
    fc.assert(
      fc.property(anyWorld(true), fc.array(mixed, { maxLength: 3 }), which, (world, boundary, at) => {
        const free = change(world, at, (identity) => ({ ...identity, boundary: null }))
        const [before, after] = [judge(free), judge(change(free, at, (one) => ({ ...one, boundary })))]
        expect(told(before)).toEqual(expect.arrayContaining(told(after)))
        expect(sure(before)).toEqual(expect.arrayContaining(sure(after)))
      }),
      { numRuns: RUNS }
    )
  })

  it('the order of identities, sources, statements and lists decides nothing', () => {
    fc.assert(
      fc.property(anyWorld(true), fc.nat(50), (world, seed) => {
        const mix = (identity: Identity): Identity => ({
          ...identity,
          sources: shuffled(identity.sources, seed).map((source) => ({
            ...source,
            statements: shuffled(source.statements, seed).map((one) => ({
              ...one,
              actions: one.actions && shuffled(one.actions, seed),
              resources: one.resources && shuffled(one.resources, seed)
            }))
          }))
        })
        const roles = shuffled(world.roles, seed).map((one) => ({
          ...mix(one),
          trusts: (who: string) => one.trusts(who)
        }))
        expect(judge({ start: shuffled(world.start, seed).map(mix), roles })).toEqual(judge(world))
      }),
      { numRuns: RUNS }
    )
  })

  it('the grants that are named complete it by themselves, and none of them can be left out', () => {
    fc.assert(
      fc.property(anyWorld(true), (world) => {
        const only = (grants: readonly string[]) => (identity: Identity) => ({
          ...identity,
          // Denies stay: they are never a grant's doing.
          sources: identity.sources.map((source) =>
            source.grant === null || grants.includes(source.grant)
              ? source
              : { ...source, statements: source.statements.filter(({ effect }) => effect === 'Deny') }
          ),
          assumes: identity.assumes.filter(({ grant }) => grant === null || grants.includes(grant))
        })
        const limited = (grants: readonly string[]): Analysis =>
          judge({
            start: world.start.map(only(grants)),
            roles: world.roles.map((one) => ({
              ...only(grants)(one),
              trusts: (who: string) => one.trusts(who)
            }))
          })
        for (const { path, certainty, grants } of judge(world).found) {
          const has = (with_: readonly string[]) => {
            const found = limited(with_).found.find((one) => one.path.id === path.id)
            return found !== undefined && (certainty === 'unsure' || found.certainty === 'sure')
          }
          const fewer = grants.filter((one) => has(grants.filter((each) => each !== one)))
          expect(has(grants)).toBe(true)
          expect(certainty === 'sure' ? fewer : []).toEqual([])
        }
      }),
      { numRuns: RUNS }
    )
  })

  it('what isn’t known could be anything: nothing is told of what is known that wasn’t told before', () => {
    const boundary = fc.option(fc.array(mixed, { maxLength: 3 }))
    fc.assert(
      fc.property(anyWorld(true), mixed, boundary, fc.boolean(), which, (world, one, known, trust, at) => {
        const dark = change(world, at, (identity) => ({
          ...identity,
          boundary: 'unread',
          unread: ['policy q']
        }))
        const clear = change(dark, at, (identity) => ({
          ...adding(one)(identity),
          boundary: known,
          unread: []
        }))
        const foggy = { ...dark, roles: dark.roles.map((role) => ({ ...role, trusts: () => null })) }
        const bright = { ...clear, roles: clear.roles.map((role) => ({ ...role, trusts: () => trust })) }
        const [before, after] = [judge(foggy), judge(bright)]
        const missed = told(after).filter((id) => !told(before).includes(id))
        // A path that is told only once the documents are read was announced: its identity couldn't be judged.
        expect(missed.length > 0 && before.unknown.length === 0 ? missed : []).toEqual([])
        expect(sure(after)).toEqual(expect.arrayContaining(sure(before)))
      }),
      { numRuns: RUNS }
    )
  })

  it('whatever is written, it ends and doesn’t throw', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: fc.constantFrom('*', '?', 'a', ':', '$', '{', '}', '\ud800', '\n'), maxLength: 60 }),
      fc.constantFrom('__proto__', 'constructor', 'toString', 'iam:*', '*:*', '')
    )
    const record = fc.dictionary(
      text,
      fc.dictionary(text, fc.array(text, { maxLength: 2 }), { maxKeys: 2 }),
      {
        maxKeys: 2
      }
    )
    const any = fc.record({
      effect: fc.constantFrom('Allow' as const, 'Deny' as const),
      actions: fc.option(fc.array(text, { maxLength: 3 })),
      notActions: fc.array(text, { maxLength: 3 }),
      resources: fc.option(fc.array(text, { maxLength: 3 })),
      notResources: fc.array(text, { maxLength: 3 }),
      conditions: record
    })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 4 }), text, text, (statements, what, role) => {
        const start: Identity = {
          name: what,
          sources: [{ grant: what, what, statements }],
          boundary: null,
          unread: [],
          assumes: [{ role, grant: role }]
        }
        expect(() => makeAnalyser(reachable([]), withEscalation).analyse([start])).not.toThrow()
      }),
      { numRuns: RUNS }
    )
  })
})
