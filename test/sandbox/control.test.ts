import { IAM } from '@aws-sdk/client-iam'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { startSandbox } from '../../src/sandbox/start.ts'
import { ACCOUNT, keysOf, world } from './world.ts'

let sandbox: Sandbox
let iam: IAM

beforeEach(async () => {
  sandbox = await startSandbox(world)
  iam = new IAM({
    endpoint: sandbox.aws.iam,
    region: 'us-east-1',
    credentials: keysOf(sandbox, ACCOUNT),
    maxAttempts: 1
  })
})
afterEach(async () => {
  iam.destroy()
  await sandbox.close()
})

async function control(
  method: string,
  route: string,
  body?: unknown
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${sandbox.control}${route}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) })
  })
  return { status: response.status, body: await response.json() }
}

test('the clock is read and set, and every answer carries it', async () => {
  expect(await control('GET', '/clock')).toEqual({ status: 200, body: { now: '2026-11-20T09:00:00Z' } })
  expect(await control('PUT', '/clock', { now: '2026-12-14T23:59:59+01:00' })).toEqual({
    status: 200,
    body: { now: '2026-12-14T22:59:59Z' }
  })
  expect(sandbox.clock.now()).toBe(Date.UTC(2026, 11, 14, 22, 59, 59))
  const response = await fetch(sandbox.aws.iam, { method: 'POST' })
  expect(response.headers.get('date')).toBe('Mon, 14 Dec 2026 22:59:59 GMT')
})

test.each([[{ now: 'tomorrow' }], [{ now: '2026-02-31' }], [{}], ['x']])(
  'the clock refuses %j',
  async (body) => {
    expect(await control('PUT', '/clock', body)).toEqual({
      status: 400,
      body: { error: 'PUT /clock takes {"now": "2026-11-20T09:00:00Z"}.' }
    })
    expect(sandbox.clock.now()).toBe(Date.UTC(2026, 10, 20, 9))
  }
)

test('faults are set, and a wrong one is refused', async () => {
  expect(await control('PUT', '/faults', [{ service: 'iam', kind: 'throttle' }])).toEqual({
    status: 200,
    body: { faults: 1 }
  })
  await expect(iam.listUsers({})).rejects.toMatchObject({ name: 'Throttling' })
  expect((await control('PUT', '/faults', [{ service: 'iam', kind: 'explode' }])).status).toBe(400)
  expect((await control('PUT', '/faults', [{ service: 'iam', kind: 'throttle', tims: 2 }])).status).toBe(400)
})

test('calls are counted by kind and by operation', async () => {
  await iam.listUsers({})
  await iam.createUser({ UserName: 'dora' })
  await iam.createUser({ UserName: 'dora' }).catch(() => null)
  const call = { service: 'iam', account: ACCOUNT, at: '2026-11-20T09:00:00Z' }
  expect((await control('GET', '/calls')).body).toEqual({
    total: 3,
    read: 1,
    write: 2,
    operations: { 'iam:CreateUser': 2, 'iam:ListUsers': 1 },
    calls: [
      { ...call, operation: 'ListUsers', kind: 'read', status: 200 },
      { ...call, operation: 'CreateUser', kind: 'write', status: 200 },
      { ...call, operation: 'CreateUser', kind: 'write', status: 409 }
    ]
  })
})

test('a reset forgets calls and faults; the state only if asked to', async () => {
  await iam.createUser({ UserName: 'dora' })
  sandbox.setFaults([{ service: 'iam', kind: 'throttle' }])
  expect(await control('POST', '/reset')).toEqual({ status: 200, body: { ok: true } })
  expect(sandbox.calls()).toEqual([])
  expect((await iam.listUsers({})).Users).toHaveLength(3)
  sandbox.clock.set(Date.UTC(2027, 0, 1))
  await control('POST', '/reset', { state: true })
  expect((await iam.listUsers({})).Users).toHaveLength(2)
  expect(sandbox.clock.now()).toBe(Date.UTC(2026, 10, 20, 9))
})

test('an unknown route says which there are', async () => {
  const { body, status } = await control('GET', '/nothing')
  expect(status).toBe(404)
  expect(body).toEqual({
    error: 'No GET /nothing. There are GET and PUT /clock, PUT /faults, GET /calls, POST /reset.'
  })
})
