import { expect, test } from 'vitest'
import { openSession } from '../../src/connectors/aws-iam/io/session.ts'
import {
  ACCOUNT,
  at,
  entitlementRole,
  goal,
  holding,
  inSandbox,
  NOW,
  open,
  pieces,
  ports,
  system,
  world
} from '../connectors/aws-iam/support.ts'

const roles = Array.from({ length: 9 }, (_, n) => entitlementRole(`r${n}`))
const start = world([{ name: 'alice' }], roles)
const wanted = goal('user/alice', pieces(...Array.from({ length: 9 }, (_, n) => holding(`r${n}`))))

test('minutes of throttling of everything are waited out', async () => {
  await inSandbox(start, async (sandbox) => {
    const mine = ports(sandbox)
    const session = await openSession(system(), mine)
    sandbox.setFaults(
      [
        'GetAccountAuthorizationDetails',
        'ListRoles',
        'GetUser',
        'CreatePolicy',
        'AttachUserPolicy',
        'PutUserPolicy'
      ].map((operation) => ({ service: 'iam' as const, operation, kind: 'throttle' as const, times: 9 }))
    )
    const outcome = await session.converge(wanted, await session.read())
    expect(outcome.state).toBe('done')
    expect(mine.slept.length).toBe(6 * 9)
    expect(mine.slept.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(5 * 60_000)
  })
})

test('throttled without end, the whole account is "unable", never "empty"', async () => {
  await inSandbox(start, async (sandbox) => {
    const session = await open(sandbox)
    sandbox.setFaults([{ service: 'iam', operation: 'ListRoles', kind: 'throttle', times: 1000 }])
    await expect(session.read()).rejects.toThrow(/^AWS can’t be used: Throttling/u)
  })
})

test('every answer lost once, after its effect: one policy, every statement, no failure', async () => {
  await inSandbox(start, async (sandbox) => {
    const session = await open(sandbox)
    const live = await session.read()
    sandbox.setFaults(
      ['CreatePolicy', 'AttachUserPolicy', 'PutUserPolicy'].flatMap((operation) => [
        { service: 'iam' as const, operation, kind: 'error-after' as const },
        { service: 'iam' as const, operation, kind: 'drop-after' as const }
      ])
    )
    expect((await session.converge(wanted, live)).state).toBe('done')
    expect(sandbox.snapshot(ACCOUNT).policies.length).toBe(1)
    expect((await session.converge(wanted, await session.read())).state).toBe('unchanged')
  })
})

test('a page that dies in the middle of a listing is read again, not left out', async () => {
  const users = Array.from({ length: 2500 }, (_, n) => ({ name: `u${n}` }))
  await inSandbox(world(users, roles, { quotas: { users: 5000 } }), async (sandbox) => {
    const session = await open(sandbox)
    sandbox.setFaults([
      { service: 'iam', operation: 'GetAccountAuthorizationDetails', call: 2, kind: 'drop-before' }
    ])
    expect((await session.read()).principals.size).toBe(2500 + roles.length)
  })
})

test('a quota is final: LimitExceeded is not tried again', async () => {
  await inSandbox(world([{ name: 'alice' }], roles, { quotas: { policies: 0 } }), async (sandbox) => {
    const mine = ports(sandbox)
    const session = await openSession(system(), mine)
    const outcome = await session.converge(wanted, await session.read())
    expect({ state: outcome.state, code: outcome.error?.code }).toEqual({
      state: 'failed',
      code: 'LimitExceeded'
    })
    expect(sandbox.calls().filter((call) => call.operation === 'CreatePolicy').length).toBe(1)
    expect(mine.slept).toEqual([])
  })
})

test('the clock that counts is the system’s, and is told', async () => {
  await inSandbox(start, async (sandbox) => {
    const session = await open(sandbox)
    expect((await session.read()).serverTime).toBe(NOW)
    sandbox.clock.set(at('2031-01-01T00:00:00Z'))
    expect((await session.read()).serverTime).toBe(at('2031-01-01T00:00:00Z'))
  })
})

test('another account is noticed before anything is read or written', async () => {
  await inSandbox(start, async (sandbox) => {
    await expect(openSession(system({ account: '999999999999' }), ports(sandbox))).rejects.toThrow(
      'Nothing was read or written'
    )
    expect(sandbox.calls().filter((call) => call.service === 'iam')).toEqual([])
  })
})
