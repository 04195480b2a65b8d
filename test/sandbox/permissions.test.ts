import { IAM } from '@aws-sdk/client-iam'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { AccountSnapshot } from '../../src/sandbox/iam/snapshot.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { startSandbox } from '../../src/sandbox/start.ts'
import { BOUNDARY, DENIED, NOTHING, assume, guarded, iamAs, role } from './guarded.ts'
import { ACCOUNT, keysOf } from './world.ts'

let sandbox: Sandbox
let begin: AccountSnapshot

beforeAll(async () => {
  sandbox = await startSandbox(guarded)
  begin = sandbox.snapshot(ACCOUNT)
})
beforeEach(() => {
  sandbox.restore(ACCOUNT, begin)
  sandbox.clock.set(Date.UTC(2026, 10, 20, 9))
})
afterAll(() => sandbox.close())

describe('operations are authorised by the evaluator', () => {
  test('a write role may put policies only on users with the boundary', async () => {
    const iam = iamAs(sandbox, await assume(sandbox, 'runner', { RoleArn: role('writer') }))
    await iam.putUserPolicy({ UserName: 'bounded', PolicyName: 'p', PolicyDocument: NOTHING })
    await expect(
      iam.putUserPolicy({ UserName: 'free', PolicyName: 'p', PolicyDocument: NOTHING })
    ).rejects.toMatchObject({
      ...DENIED,
      message: `User: arn:aws:sts::${ACCOUNT}:assumed-role/writer/test is not authorized to perform: iam:PutUserPolicy on resource: arn:aws:iam::${ACCOUNT}:user/free because no identity-based policy allows the iam:PutUserPolicy action`
    })
  })

  test('and attach only under its own path', async () => {
    const iam = iamAs(sandbox, await assume(sandbox, 'runner', { RoleArn: role('writer') }))
    await expect(iam.attachUserPolicy({ UserName: 'free', PolicyArn: BOUNDARY })).rejects.toMatchObject(
      DENIED
    )
    await expect(
      iam.attachUserPolicy({ UserName: 'free', PolicyArn: `arn:aws:iam::${ACCOUNT}:policy/gb/x` })
    ).rejects.toMatchObject({ name: 'NoSuchEntityException' })
  })

  test('nor touch itself, not even to look', async () => {
    const iam = iamAs(sandbox, await assume(sandbox, 'runner', { RoleArn: role('writer') }))
    await expect(iam.getRole({ RoleName: 'writer' })).rejects.toMatchObject(DENIED)
    await expect(iam.getRole({ RoleName: 'long' })).resolves.toMatchObject({ Role: { RoleName: 'long' } })
  })

  test('a user without policies for it may not even list', async () => {
    const iam = new IAM({
      endpoint: sandbox.aws.iam,
      region: 'us-east-1',
      credentials: keysOf(sandbox, ACCOUNT, 'free'),
      maxAttempts: 1
    })
    await expect(iam.listUsers({})).rejects.toMatchObject(DENIED)
    await expect(iam.getUser({ UserName: 'nobody' })).rejects.toMatchObject(DENIED)
  })

  test('the simulation gives the same answers', async () => {
    const iam = new IAM({
      endpoint: sandbox.aws.iam,
      region: 'us-east-1',
      credentials: keysOf(sandbox, ACCOUNT)
    })
    const { EvaluationResults } = await iam.simulatePrincipalPolicy({
      PolicySourceArn: role('writer'),
      ActionNames: ['iam:PutUserPolicy', 'iam:GetUser', 'iam:CreateUser'],
      ResourceArns: [`arn:aws:iam::${ACCOUNT}:user/free`, role('writer')],
      ContextEntries: [
        { ContextKeyName: 'iam:PermissionsBoundary', ContextKeyValues: [BOUNDARY], ContextKeyType: 'string' }
      ]
    })
    expect(EvaluationResults?.map((one) => one.EvalDecision)).toEqual([
      'allowed',
      'explicitDeny',
      'allowed',
      'explicitDeny',
      'implicitDeny',
      'explicitDeny'
    ])
  })
})
