import { IAM } from '@aws-sdk/client-iam'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { AccountSnapshot } from '../../src/sandbox/iam/snapshot.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { startSandbox } from '../../src/sandbox/start.ts'
import { keysOf } from '../sandbox/world.ts'
import { SCENARIOS } from './cases/index.ts'
import { ACCOUNT } from './cases/step.ts'
import { expected, outcomes } from './run-scenario.ts'

let sandbox: Sandbox
let iam: IAM
let empty: AccountSnapshot

beforeAll(async () => {
  sandbox = await startSandbox({ now: '2026-11-20T09:00:00Z', aws: [{ account: ACCOUNT }] })
  iam = new IAM({
    endpoint: sandbox.aws.iam,
    region: 'us-east-1',
    credentials: keysOf(sandbox, ACCOUNT),
    maxAttempts: 1
  })
  empty = sandbox.snapshot(ACCOUNT)
})
beforeEach(() => sandbox.restore(ACCOUNT, empty))
afterAll(() => sandbox.close())

describe('the local IAM', () => {
  test.each(SCENARIOS)('$name', async (scenario) => {
    expect(await outcomes(iam, scenario)).toMatchObject(expected(scenario))
  })

  test('no two cases have one name', () => {
    expect(new Set(SCENARIOS.map((one) => one.name)).size).toBe(SCENARIOS.length)
  })
})
