import { IAM } from '@aws-sdk/client-iam'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Fault, Sandbox } from '../../src/sandbox/sandbox.ts'
import { startSandbox } from '../../src/sandbox/start.ts'
import { ACCOUNT, allow, keysOf, policy, world } from './world.ts'

const DOCUMENT = JSON.stringify(policy(allow('s3:GetObject')))
const PUT = { UserName: 'alice', PolicyName: 'p', PolicyDocument: DOCUMENT }
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

async function names(): Promise<readonly string[] | undefined> {
  return (await iam.listUserPolicies({ UserName: 'alice' })).PolicyNames
}

describe('faults', () => {
  test.each<[Fault['kind'], string, boolean]>([
    ['throttle', 'Throttling', false],
    ['denied', 'AccessDenied', false],
    ['error-before', 'ServiceFailureException', false],
    ['error-after', 'ServiceFailureException', true],
    ['drop-before', 'TimeoutError', false],
    ['drop-after', 'TimeoutError', true]
  ])('%s fails once, as %s, effect: %s', async (kind, error, effect) => {
    sandbox.setFaults([{ service: 'iam', operation: 'PutUserPolicy', kind }])
    await expect(iam.putUserPolicy(PUT)).rejects.toMatchObject({ name: error })
    expect(await names()).toEqual(effect ? ['p', 'reader'] : ['reader'])
    await iam.putUserPolicy(PUT)
    expect(await names()).toEqual(['p', 'reader'])
  })

  test('a fault may come with any code', async () => {
    sandbox.setFaults([{ service: 'iam', kind: 'error-before', code: 'ConcurrentModification' }])
    await expect(iam.putUserPolicy(PUT)).rejects.toMatchObject({
      name: 'ConcurrentModificationException',
      $metadata: { httpStatusCode: 409 }
    })
  })

  test('a fault strikes the n-th matching call, and as often as it says', async () => {
    sandbox.setFaults([{ service: 'iam', operation: 'PutUserPolicy', call: 2, times: 2, kind: 'throttle' }])
    const found: string[] = []
    for (let n = 0; n < 4; n++) {
      await names()
      found.push(
        await iam.putUserPolicy(PUT).then(
          () => 'done',
          (error: Error) => error.name
        )
      )
    }
    expect(found).toEqual(['done', 'Throttling', 'Throttling', 'done'])
  })

  test('faults of another service or operation leave a call alone', async () => {
    sandbox.setFaults([
      { service: 'sts', kind: 'throttle', times: 9 },
      { service: 'iam', operation: 'DeleteUserPolicy', kind: 'throttle', times: 9 }
    ])
    await iam.putUserPolicy(PUT)
    expect(await names()).toEqual(['p', 'reader'])
  })

  test('stale reads answer as before the writes, as often as said, and never the reads before any write', async () => {
    sandbox.setFaults([{ service: 'iam', kind: 'stale', times: 2 }])
    expect(await names()).toEqual(['reader'])
    expect(await names()).toEqual(['reader'])
    expect(await names()).toEqual(['reader'])
    await iam.putUserPolicy(PUT)
    expect(await names()).toEqual(['reader'])
    await iam.deleteUserPolicy({ UserName: 'alice', PolicyName: 'reader' })
    expect(await names()).toEqual(['reader'])
    expect(await names()).toEqual(['p'])
  })

  test('a stale read may hide the last write alone', async () => {
    sandbox.setFaults([{ service: 'iam', kind: 'stale', writes: 1 }])
    await iam.putUserPolicy(PUT)
    await iam.deleteUserPolicy({ UserName: 'alice', PolicyName: 'reader' })
    expect(await names()).toEqual(['p', 'reader'])
    expect(await names()).toEqual(['p'])
  })

  test('a write sees the truth while reads are stale', async () => {
    sandbox.setFaults([{ service: 'iam', kind: 'stale', times: 9 }])
    await iam.createUser({ UserName: 'dora' })
    await expect(iam.getUser({ UserName: 'dora' })).rejects.toMatchObject({ name: 'NoSuchEntityException' })
    await expect(iam.createUser({ UserName: 'dora' })).rejects.toMatchObject({
      name: 'EntityAlreadyExistsException'
    })
  })

  test('a short page says that there is more', async () => {
    sandbox.setFaults([{ service: 'iam', operation: 'ListUsers', kind: 'short' }])
    const first = await iam.listUsers({ MaxItems: 2 })
    expect([first.Users?.map((one) => one.UserName), first.IsTruncated]).toEqual([['alice'], true])
    const second = await iam.listUsers({ MaxItems: 2, Marker: first.Marker })
    expect([second.Users?.map((one) => one.UserName), second.IsTruncated]).toEqual([['bob'], false])
  })
})

describe('records', () => {
  test('every call is counted with its kind and what came of it', async () => {
    sandbox.setFaults([{ service: 'iam', operation: 'PutUserPolicy', kind: 'drop-after' }])
    await iam.putUserPolicy(PUT).catch(() => null)
    await names()
    await iam.getUser({ UserName: 'nobody' }).catch(() => null)
    const at = sandbox.clock.now()
    expect(sandbox.calls()).toEqual([
      { service: 'iam', operation: 'PutUserPolicy', account: ACCOUNT, kind: 'write', at, status: 0 },
      { service: 'iam', operation: 'ListUserPolicies', account: ACCOUNT, kind: 'read', at, status: 200 },
      { service: 'iam', operation: 'GetUser', account: ACCOUNT, kind: 'read', at, status: 404 }
    ])
    sandbox.clearCalls()
    expect(sandbox.calls()).toEqual([])
  })

  test('an observer sees every call before and after its effect', async () => {
    const seen: [string, string, number][] = []
    sandbox.observe((phase, { operation }) => {
      const alice = sandbox.snapshot(ACCOUNT).users.find((one) => one.name === 'alice')
      seen.push([phase, operation, alice?.inline.length ?? -1])
    })
    await iam.putUserPolicy(PUT)
    await names()
    expect(seen).toEqual([
      ['before', 'PutUserPolicy', 1],
      ['after', 'PutUserPolicy', 2],
      ['before', 'ListUserPolicies', 2],
      ['after', 'ListUserPolicies', 2]
    ])
  })

  test('an observer that throws stops no call, but close tells of it', async () => {
    const own = await startSandbox(world)
    own.observe(() => {
      throw new Error('an invariant is broken')
    })
    const client = new IAM({ endpoint: own.aws.iam, region: 'us-east-1', credentials: keysOf(own, ACCOUNT) })
    expect((await client.listUsers({})).Users).toHaveLength(2)
    client.destroy()
    await expect(own.close()).rejects.toThrow('an invariant is broken')
  })
})
