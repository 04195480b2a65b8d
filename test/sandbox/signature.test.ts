import { IAM } from '@aws-sdk/client-iam'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { AccountSnapshot } from '../../src/sandbox/iam/snapshot.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { startSandbox } from '../../src/sandbox/start.ts'
import { assume, guarded, keysIn, role } from './guarded.ts'
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

const call = (credentials: {
  accessKeyId: string
  secretAccessKey: string
  sessionToken?: string
}): Promise<unknown> =>
  new IAM({ endpoint: sandbox.aws.iam, region: 'us-east-1', credentials, maxAttempts: 1 }).getUser({})

describe('signatures', () => {
  test('a wrong secret, a wrong token and an unknown key are refused', async () => {
    const keys = keysOf(sandbox, ACCOUNT)
    const session = await assume(sandbox, 'free', { RoleArn: role('long') })
    await expect(call({ ...keys, secretAccessKey: 'wrong' })).rejects.toMatchObject({
      name: 'SignatureDoesNotMatch'
    })
    await expect(call({ ...keys, accessKeyId: 'AKIAAAAAAAAAAAAAAAAA' })).rejects.toMatchObject({
      name: 'InvalidClientTokenId'
    })
    await expect(call(keysIn(session))).rejects.toMatchObject({ name: 'InvalidClientTokenId' })
    await expect(call({ ...keysIn(session), sessionToken: 'other' })).rejects.toMatchObject({
      name: 'InvalidClientTokenId'
    })
  })

  test('a key that was switched off is refused until it is on again', async () => {
    const root = new IAM({
      endpoint: sandbox.aws.iam,
      region: 'us-east-1',
      credentials: keysOf(sandbox, ACCOUNT)
    })
    const keys = keysOf(sandbox, ACCOUNT, 'runner')
    const which = { UserName: 'runner', AccessKeyId: keys.accessKeyId }
    await root.updateAccessKey({ ...which, Status: 'Inactive' })
    await expect(call(keys)).rejects.toMatchObject({ name: 'InvalidClientTokenId' })
    await root.updateAccessKey({ ...which, Status: 'Active' })
    await expect(call(keys)).rejects.toMatchObject({ name: 'AccessDenied' })
  })

  test('an unsigned request is refused', async () => {
    const response = await fetch(sandbox.aws.iam, {
      method: 'POST',
      body: 'Action=ListUsers&Version=2010-05-08'
    })
    expect(response.status).toBe(403)
    expect(await response.text()).toContain('<Code>MissingAuthenticationToken</Code>')
  })
})
