import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY } from '../../src/book/duration.ts'
import { writeInstant } from '../../src/book/instant.ts'
import type { Piece } from '../../src/connectors/connector.ts'
import { mergePieces } from '../../src/plan/pieces.ts'
import { BASE, entitlement, grant, grantPath, NOW, person, type Files } from '../support/book.ts'
import { desireOf, idOf, issued, liveOf, planOf, standing } from '../support/plan.ts'
import { changesBetween } from '../../src/plan/between.ts'

/** Every sample with GRANTBOOK_FULL=1; else one of two. */
const SHARE = process.env['GRANTBOOK_FULL'] === '1' ? 1 : 2
const SUBJECTS = ['alice', 'bob', 'carol'] as const
const ENTITLEMENTS = ['billing-read', 'logs-read', 'auditors', 'both'] as const
const BUNDLE = {
  'grants/systems/aws-prod/both/entitlement.yaml': entitlement(
    'both',
    'includes: [aws-prod/logs-read, aws-prod/billing-read]'
  )
}

const instant = fc.integer({ min: -5, max: 20 }).map((days) => NOW + days * DAY)
const oneGrant = fc
  .record({
    subject: fc.constantFrom(...SUBJECTS),
    name: fc.constantFrom(...ENTITLEMENTS),
    until: instant,
    length: fc.option(fc.integer({ min: 1, max: 30 }))
  })
  .map(({ subject, name, until, length }) => ({
    subject,
    name,
    until,
    starts: length === null ? null : until - length * DAY
  }))
const leaver = fc.option(fc.record({ subject: fc.constantFrom(...SUBJECTS), ends: instant }))
const suspension = fc.option(fc.constantFrom(...SUBJECTS))

/** Random files: grants, perhaps a leaver, perhaps somebody suspended. */
const files = fc
  .record({ grants: fc.array(oneGrant, { maxLength: 8 }), leaver, suspension })
  .map((world): Files => {
    const made: Record<string, string> = { ...BASE, ...BUNDLE }
    for (const { subject, name, starts, until } of world.grants) {
      made[grantPath(name, subject)] = grant(
        writeInstant(until),
        starts === null ? '' : `starts: ${writeInstant(starts)}\n`
      )
    }
    if (world.leaver)
      made[`grants/people/${world.leaver.subject}.yaml`] = person(
        world.leaver.subject,
        `ends: ${writeInstant(world.leaver.ends)}\n`
      )
    if (world.suspension !== null)
      made[`grants/suspensions/${world.suspension}.yaml`] = 'reason: Laptop stolen\n'
    return made
  })

const bodies = (pieces: readonly Piece[]) => pieces.map(({ id, body }) => `${id} ${body}`).toSorted()

/** Live state after following a plan from nothing: what every principal then holds. */
function followed(wanted: Files, from: Files): ReadonlyMap<string, readonly string[]> {
  const before = desireOf(from)
  const plan = planOf(desireOf(wanted, { ledger: issued(before) }), standing(before), issued(before))
  const held = new Map<string, readonly string[]>(
    [...standing(before).principals].map(([name, { pieces }]) => [name, bodies(pieces)])
  )
  for (const goal of plan.goals) held.set(goal.principal, bodies(goal.pieces))
  return held
}

test('following a plan leaves nothing to plan', () => {
  fc.assert(
    fc.property(files, files, (from, to) => {
      const before = desireOf(from)
      const after = desireOf(to, { ledger: issued(before) })
      const plan = planOf(after, standing(before), issued(before))
      const principals: Record<string, readonly Piece[]> = Object.fromEntries(
        [...standing(before).principals].map(([name, { pieces }]) => [name, pieces])
      )
      for (const { principal, pieces } of plan.goals) principals[principal] = pieces
      const next = planOf(after, liveOf(principals), issued(after))
      expect([
        next.goals,
        next.changes.filter(({ pieces }) => pieces.before.length + pieces.after.length > 0)
      ]).toEqual([[], []])
    }),
    { numRuns: 60 / SHARE }
  )
})

test('the order of files never matters', () => {
  fc.assert(
    fc.property(files, fc.infiniteStream(fc.nat()), (made, numbers) => {
      const ranks = new Map(Object.keys(made).map((path) => [path, numbers.next().value ?? 0]))
      const shuffled = Object.fromEntries(
        Object.entries(made).toSorted(([a], [b]) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0))
      )
      const live = liveOf({ 'user/alice': [], 'user/bob': [], 'user/carol': [] })
      expect(planOf(desireOf(shuffled), live)).toEqual(planOf(desireOf(made), live))
    }),
    { numRuns: 40 / SHARE }
  )
})

test('removing a grant’s file never adds access', () => {
  fc.assert(
    fc.property(files, fc.nat(), (made, pick) => {
      const grants = Object.keys(made).filter(
        (path) => /\/(?:alice|bob|carol)\.yaml$/u.test(path) && path.startsWith('grants/systems/')
      )
      const removed = grants[pick % Math.max(1, grants.length)]
      if (removed === undefined) return
      const fewer = Object.fromEntries(Object.entries(made).filter(([path]) => path !== removed))
      const had = standing(desireOf(made))
      for (const [principal, now] of followed(fewer, made)) {
        const before = new Set(bodies(had.principals.get(principal)?.pieces ?? []))
        expect(now.filter((body) => !before.has(body))).toEqual([])
      }
    }),
    { numRuns: 60 / SHARE }
  )
})

test('a file that becomes invalid never widens anything', () => {
  fc.assert(
    fc.property(
      files,
      fc.nat(),
      fc.constantFrom('x: [', 'nonsense: true\n', '', '\u0000'),
      (made, pick, text) => {
        const paths = Object.keys(made).filter((path) => !path.startsWith('grants/suspensions/'))
        const broken = { ...made, [paths[pick % paths.length] ?? '']: text }
        const had = standing(desireOf(made))
        const before = desireOf(made)
        const after = desireOf(broken, { ledger: issued(before) })
        if (!after.systems.has('aws-prod')) return
        const plan = planOf(after, had, issued(before))
        for (const { principal, pieces } of plan.goals) {
          const known = new Set(bodies(had.principals.get(principal)?.pieces ?? []))
          expect(bodies(pieces).filter((body) => !known.has(body))).toEqual([])
        }
      }
    ),
    { numRuns: 80 / SHARE }
  )
})

test('what stands under another unique id gets nothing', () => {
  fc.assert(
    fc.property(files, (made) => {
      const desired = desireOf(made)
      const live = liveOf(
        { 'user/alice': [], 'user/bob': [], 'user/carol': [] },
        Object.fromEntries(SUBJECTS.map((id) => [`user/${id}`, { principalId: `NEW:${id}` }]))
      )
      const plan = planOf(desired, live, issued(desired))
      const once = new Set(
        [...(desired.systems.get('aws-prod')?.wanted.values() ?? [])].map(({ principal }) => principal)
      )
      expect(plan.goals).toEqual([])
      expect(new Set(plan.refused.map(({ code }) => code))).toEqual(
        new Set(once.size > 0 ? ['principal-recreated'] : [])
      )
      expect(idOf('user/alice')).not.toBe('NEW:alice')
    }),
    { numRuns: 40 / SHARE }
  )
})

test('a change and its way back are each other’s opposite', () => {
  fc.assert(
    fc.property(files, files, (a, b) => {
      const there = changesBetween(desireOf(a), desireOf(b))
      const back = changesBetween(desireOf(b), desireOf(a))
      const opposite = {
        grant: 'revoke',
        revoke: 'grant',
        extend: 'shorten',
        shorten: 'extend',
        update: 'update'
      } as const
      const key = (path: string | null, action: string) => `${path ?? ''} ${action}`
      expect(back.map(({ grant: path, action }) => key(path, action)).toSorted()).toEqual(
        there.map(({ grant: path, action }) => key(path, opposite[action])).toSorted()
      )
      expect(changesBetween(desireOf(a), desireOf(a))).toEqual([])
      expect(mergePieces([])).toEqual([])
    }),
    { numRuns: 40 / SHARE }
  )
})
