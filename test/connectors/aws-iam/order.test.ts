import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Piece } from '../../../src/connectors/connector.ts'
import { DEFAULT_LIMITS } from '../../../src/connectors/aws-iam/limits.ts'
import { order, type Present, type Write } from '../../../src/connectors/aws-iam/order.ts'
import { place, roomFor, type Slot } from '../../../src/connectors/aws-iam/place.ts'
import { documentText } from '../../../src/connectors/aws-iam/statement.ts'
import { outlasts, timeless } from '../../../src/connectors/aws-iam/window.ts'
import { at, holding, pieces } from './support.ts'

const FULL = process.env['GRANTBOOK_FULL'] === '1'

/** One of three statements of one of five grants, in one of six contents: renumbered, lengthened, swapped, shortened. */
const statement = fc
  .record({
    grant: fc.integer({ min: 0, max: 4 }),
    n: fc.integer({ min: 1, max: 3 }),
    long: fc.integer({ min: 0, max: 2 }),
    days: fc.integer({ min: 1, max: 2 })
  })
  .map(({ grant, n, long, days }): Piece => {
    const target = {
      statements: [{ actions: ['s3:GetObject'], resources: [`arn:aws:s3:::${'x'.repeat(long * 300)}`] }]
    }
    const [piece] = pieces(holding(`r${grant}`, { until: at(`2026-12-0${days}T00:00:00Z`), target }))
    if (!piece) throw new Error('no piece')
    return { ...piece, id: `${piece.key}x${n}` }
  })
/** Whether every number stands for the same words wherever it stands. */
const sameWords = (list: readonly Piece[]): boolean =>
  list.every((a) => list.every((b) => a.id !== b.id || timeless(a) === timeless(b)))
const statements = fc.uniqueArray(statement, { maxLength: 12, selector: (piece) => piece.id })

/**
 * Documents in any state that killed runs may have left: also the same statement in two of them, with different dates.
 * (Two different statements of one number in two documents no run of ours leaves; such a pair may swap places only by
 * way of a moment without one of them.)
 */
const present = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 3 }), statements, fc.boolean()), {
    maxLength: 4,
    selector: ([slot]) => slot
  })
  .map(
    (list) =>
      new Map<Slot, Present>(
        list
          .filter(([slot, held, dirty]) => (dirty || held.length > 0) && size(held) <= limit(slot))
          .map(([slot, held, dirty]) => [slot, { pieces: held, dirty }])
      )
  )
  .filter((documents) => sameWords([...documents.values()].flatMap((document) => document.pieces)))

const limits = DEFAULT_LIMITS.user
const room = roomFor(limits, { inline: 0, attachments: 0 })
const limit = (slot: Slot): number => (slot === 0 ? limits.inline : limits.managed)
const size = (held: readonly Piece[]): number => documentText(held).length
const content = (piece: Piece): string => `${piece.key} ${piece.body}`
const bodies = (state: ReadonlyMap<Slot, readonly Piece[]>): ReadonlySet<string> =>
  new Set([...state.values()].flat().map(content))

/** Whether the same grant has a statement with the same content and at least the same dates. */
const isAllowed = (state: ReadonlyMap<Slot, readonly Piece[]>, piece: Piece): boolean =>
  [...state.values()].flat().some((there) => there.key === piece.key && outlasts(there, piece))

describe('the order of writes', () => {
  test('at no moment is a kept statement absent, and no document is ever too large or has a Sid twice', () => {
    fc.assert(
      fc.property(present, statements, (before, goal) => {
        const { layout, unplaced } = place(
          new Map([...before].map(([slot, { pieces: held }]) => [slot, held])),
          goal,
          room
        )
        const steps = order(before, layout, room)
        const state = new Map<Slot, readonly Piece[]>(
          [...before].map(([slot, { pieces: held }]) => [slot, held])
        )
        const placed = goal.filter((piece) => !unplaced.includes(piece))
        const kept = placed.filter((piece) => bodies(state).has(content(piece)))
        const standing = [...state.values()].flat()
        const extended = standing.filter((old) =>
          placed.some((piece) => piece.id === old.id && outlasts(piece, old))
        )
        const revoked = standing.filter(
          (old) => !extended.includes(old) && !placed.some((piece) => content(piece) === content(old))
        )
        const step = ({ slot, pieces: held }: Write): void => {
          if (held.length === 0) state.delete(slot)
          else state.set(slot, held)
          expect(size(held)).toBeLessThanOrEqual(held.length === 0 ? Number.MAX_SAFE_INTEGER : limit(slot))
          expect(new Set(held.map((piece) => piece.id)).size).toBe(held.length)
          for (const piece of kept) expect(isAllowed(state, piece)).toBe(true)
          for (const old of extended) expect(isAllowed(state, old)).toBe(true)
        }
        steps.revoke.forEach(step)
        const left = [...state.values()].flat().map((piece) => `${piece.id} ${piece.body}`)
        for (const old of revoked) expect(left).not.toContain(`${old.id} ${old.body}`)
        steps.grow.forEach(step)
        steps.trim.forEach(step)
        const ids = (held: readonly Piece[]): ReadonlySet<string> => new Set(held.map((each) => each.id))
        expect(new Map([...state].map(([slot, held]) => [slot, ids(held)]))).toEqual(
          new Map([...layout].map(([slot, held]) => [slot, ids(held)]))
        )
      }),
      { numRuns: FULL ? 1500 : 400 }
    )
  })

  test('what is placed stays placed: the same goal again needs no write', () => {
    fc.assert(
      fc.property(statements, statements, (first, second) => {
        const start = place(new Map(), first, room).layout
        const { layout } = place(start, second, room)
        const again = place(layout, [...layout.values()].flat(), room)
        expect(again).toEqual({ layout, unplaced: [] })
        const still = new Map([...layout].map(([slot, held]) => [slot, { pieces: held, dirty: false }]))
        expect(order(still, again.layout, room)).toEqual({ revoke: [], grow: [], trim: [] })
      }),
      { numRuns: FULL ? 1000 : 300 }
    )
  })
})
