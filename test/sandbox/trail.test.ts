import { IAM } from '@aws-sdk/client-iam'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { startSandbox } from '../../src/sandbox/start.ts'
import { ACCOUNT, iamClient, keysOf, OTHER, world } from './world.ts'

let sandbox: Sandbox
let iam: IAM

beforeAll(async () => {
  sandbox = await startSandbox(world)
  const region = 'us-east-1'
  iam = new IAM({
    endpoint: sandbox.aws.iam,
    region,
    credentials: keysOf(sandbox, ACCOUNT, 'bob'),
    maxAttempts: 1
  })
  await iam.createUser({ UserName: 'dora', Path: '/staff/' })
  sandbox.clock.set(Date.UTC(2026, 10, 20, 10))
  await iam.createLoginProfile({ UserName: 'dora', Password: 'never to be seen' })
  await iam.createUser({ UserName: 'dora' }).catch(() => null)
  await iam.listUsers({})
})
afterAll(() => sandbox.close())

interface Found {
  readonly status: number
  readonly body: {
    readonly Events?: readonly Readonly<Record<string, unknown>>[]
    readonly NextToken?: string
  }
}

/** Signs with the SDK's own signer: the SDK's CloudTrail client is no part of this project. */
async function lookUp(body: object, account = ACCOUNT, user?: string, region = 'us-east-1'): Promise<Found> {
  const { hostname, port } = new URL(sandbox.aws.cloudtrail)
  const client = iamClient(sandbox, keysOf(sandbox, account, user), undefined, region)
  const signer = await client.config.signer({
    name: 'sigv4',
    signingName: 'cloudtrail',
    signingRegion: region,
    properties: {}
  })
  const request = {
    method: 'POST',
    protocol: 'http:',
    hostname,
    port: Number(port),
    path: '/cloudtrail',
    query: {},
    headers: {
      host: `${hostname}:${port}`,
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents'
    },
    body: JSON.stringify(body)
  }
  const { headers } = await signer.sign(request)
  const response = await fetch(sandbox.aws.cloudtrail, { method: 'POST', headers, body: request.body })
  return { status: response.status, body: JSON.parse(await response.text()) }
}

const names = ({ body }: Found): readonly unknown[] => (body.Events ?? []).map((one) => one['EventName'])

describe('CloudTrail', () => {
  test('knows who made what and when, newest first, failures too', async () => {
    const found = await lookUp({})
    expect(names(found)).toEqual(['ListUsers', 'CreateUser', 'CreateLoginProfile', 'CreateUser'])
    const [, failed, login, made] = found.body.Events ?? []
    expect(made).toMatchObject({
      EventTime: Date.UTC(2026, 10, 20, 9) / 1000,
      EventSource: 'iam.amazonaws.com',
      Username: 'bob',
      ReadOnly: 'false',
      AccessKeyId: keysOf(sandbox, ACCOUNT, 'bob').accessKeyId,
      Resources: [{ ResourceType: 'AWS::IAM::User', ResourceName: 'dora' }]
    })
    expect(JSON.parse(String(made?.['CloudTrailEvent']))).toMatchObject({
      eventTime: '2026-11-20T09:00:00Z',
      userIdentity: { type: 'IAMUser', arn: `arn:aws:iam::${ACCOUNT}:user/staff/bob`, userName: 'bob' },
      requestParameters: { userName: 'dora', path: '/staff/' }
    })
    expect(JSON.parse(String(failed?.['CloudTrailEvent']))).toMatchObject({
      errorCode: 'EntityAlreadyExists'
    })
    expect(JSON.stringify(login)).not.toContain('never to be seen')
  })

  test.each([
    ['EventName', 'CreateUser', ['CreateUser', 'CreateUser']],
    ['Username', 'bob', ['ListUsers', 'CreateUser', 'CreateLoginProfile', 'CreateUser']],
    ['Username', 'root', []],
    ['ResourceName', 'dora', ['CreateUser', 'CreateLoginProfile', 'CreateUser']],
    ['ReadOnly', 'true', ['ListUsers']]
  ])('looks up by %s %s', async (key, value, want) => {
    expect(names(await lookUp({ LookupAttributes: [{ AttributeKey: key, AttributeValue: value }] }))).toEqual(
      want
    )
  })

  test('looks up between two instants, in pages', async () => {
    const end = Date.UTC(2026, 10, 20, 9, 30) / 1000
    expect(names(await lookUp({ EndTime: end }))).toEqual(['CreateUser'])
    expect(names(await lookUp({ StartTime: end, MaxResults: 50 }))).toEqual([
      'ListUsers',
      'CreateUser',
      'CreateLoginProfile'
    ])
    const first = await lookUp({ MaxResults: 3 })
    const second = await lookUp({ MaxResults: 3, NextToken: first.body.NextToken })
    expect([names(first).length, names(second), second.body.NextToken]).toEqual([
      3,
      ['CreateUser'],
      undefined
    ])
  })

  test('forgets after ninety days', async () => {
    sandbox.clock.set(Date.UTC(2027, 1, 18, 9, 30))
    expect(names(await lookUp({}))).toEqual(['ListUsers', 'CreateUser', 'CreateLoginProfile'])
    sandbox.clock.set(Date.UTC(2027, 1, 19))
    expect(names(await lookUp({}))).toEqual([])
    sandbox.clock.set(Date.UTC(2026, 10, 20, 10))
  })

  test('keeps accounts and regions apart, and asks for permission', async () => {
    expect(names(await lookUp({}, OTHER))).toEqual([])
    expect(names(await lookUp({}, ACCOUNT, undefined, 'eu-central-1'))).toEqual([])
    const denied = await lookUp({}, ACCOUNT, 'alice')
    expect(denied).toMatchObject({ status: 400, body: { __type: 'AccessDeniedException' } })
  })
})
