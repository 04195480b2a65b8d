import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Piece } from '../../../src/connectors/connector.ts'
import { OTHER_READS } from '../../../src/connectors/aws-iam/io/bulk.ts'
import { documentText } from '../../../src/connectors/aws-iam/statement.ts'
import type { Sandbox } from '../../../src/sandbox/sandbox.ts'
import { startSandbox } from '../../../src/sandbox/start.ts'
import { at, entitlementRole, goal, holding, INSTANCE, open, pieces, world } from './support.ts'

const PRINCIPALS = 5000
const GRANTS_EACH = 4
const ROLES = 1203
const GROUPS = 37
const name = (n: number): string => `user${String(n).padStart(4, '0')}`

/** Four grants of the n-th user. */
function grantsOf(n: number, over = {}): readonly Piece[] {
  return pieces(
    ...Array.from({ length: GRANTS_EACH }, (_, k) =>
      holding(`r${(n + k) % 200}`, {
        grant: `grants/systems/aws-prod/r${(n + k) % 200}/${name(n)}.yaml`,
        ...over
      })
    )
  )
}

describe('an account of 5,000 principals and 20,000 grants', () => {
  let sandbox: Sandbox
  beforeAll(async () => {
    const users = Array.from({ length: PRINCIPALS }, (_, n) => ({
      name: name(n),
      inline: { [INSTANCE]: documentText(grantsOf(n)) }
    }))
    const roles = Array.from({ length: ROLES }, (_, n) => entitlementRole(`r${n}`))
    const groups = Array.from({ length: GROUPS }, (_, n) => ({ name: `g${n}` }))
    sandbox = await startSandbox(world(users, roles, { groups, quotas: { roles: 5000, users: 6000 } }))
  })
  afterAll(() => sandbox.close())

  test('a converged account is read by the page, and nothing is written', async () => {
    const session = await open(sandbox)
    const live = await session.read()
    const differing = [...Array(PRINCIPALS).keys()].filter((n) => {
      const there = live.principals.get(`user/${name(n)}`)
      const wanted = grantsOf(n)
      return (
        there?.alien.length !== 0 ||
        there.pieces.length !== wanted.length ||
        wanted.some(({ id, body }) => !there.pieces.some((piece) => piece.id === id && piece.body === body))
      )
    })
    expect(differing).toEqual([])
    const statements = [...live.principals.values()].reduce((sum, { pieces: held }) => sum + held.length, 0)
    expect(statements).toBe(PRINCIPALS * GRANTS_EACH)
    const entities = PRINCIPALS + ROLES + GROUPS
    // No writeRole in these settings: AssumeRole, one of the constant, isn't called.
    expect(session.calls()).toEqual({
      read: Math.ceil(entities / 1000) + Math.ceil(ROLES / 1000) + OTHER_READS - 1,
      write: 0
    })
    expect(sandbox.calls().filter((call) => call.kind === 'write').length).toBe(0)
  })

  test('seven changed principals are seven writes, and their re-reads follow the change alone', async () => {
    const session = await open(sandbox)
    const live = await session.read()
    const before = session.calls()
    sandbox.clearCalls()
    const later = { until: at('2027-01-15T00:00:00Z') }
    for (const n of [0, 17, 999, 1000, 1001, 2500, 4999]) {
      expect((await session.converge(goal(`user/${name(n)}`, grantsOf(n, later)), live)).writes).toBe(1)
    }
    expect(session.calls().write).toBe(7)
    // Before and after: GetUser, ListUserPolicies, GetUserPolicy, ListAttachedUserPolicies, ListGroupsForUser, ListPolicies.
    expect(session.calls().read - before.read).toBe(7 * 2 * 6)
    expect(
      sandbox
        .calls()
        .filter((call) => call.kind === 'write')
        .map((call) => call.operation)
    ).toEqual(Array(7).fill('PutUserPolicy'))
  })

  test('a new managed policy is two writes, a changed one two', async () => {
    const session = await open(sandbox)
    const more = (count: number) => [
      ...grantsOf(3),
      ...pieces(...Array.from({ length: count }, (_, k) => holding(`r${300 + k}`)))
    ]
    const live = await session.read()
    expect((await session.converge(goal(`user/${name(3)}`, more(4)), live)).writes).toBe(2 + 1)
    expect((await session.converge(goal(`user/${name(3)}`, more(5)), live)).writes).toBe(2)
  })
})
