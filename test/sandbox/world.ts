import { IAMClient } from '@aws-sdk/client-iam'
import { STSClient } from '@aws-sdk/client-sts'
import type { Sandbox, SandboxKeys } from '../../src/sandbox/sandbox.ts'
import type { World } from '../../src/sandbox/world.ts'

export const ACCOUNT = '123456789012'
export const OTHER = '210987654321'

/** A policy as an object. */
export type Fields = Record<string, unknown>

/** A policy of these statements. */
export const policy = (...statements: object[]): Fields => ({
  Version: '2012-10-17',
  Statement: statements
})

/** A trust of one statement. */
export const trust = (principal: unknown, condition?: object): Fields =>
  policy({
    Effect: 'Allow',
    Principal: principal,
    Action: 'sts:AssumeRole',
    ...(condition ? { Condition: condition } : {})
  })

export const allow = (
  action: string | string[],
  resource: string | string[] = '*',
  condition?: object
): object => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
  ...(condition ? { Condition: condition } : {})
})

/** Two accounts with some of everything. */
export const world: World = {
  now: '2026-11-20T09:00:00Z',
  aws: [
    {
      account: ACCOUNT,
      alias: 'prod',
      users: [
        {
          name: 'alice',
          keys: 1,
          inline: {
            reader: policy(
              allow('sts:AssumeRole', `arn:aws:iam::${ACCOUNT}:role/entitlements/billing-read`, {
                DateLessThan: { 'aws:CurrentTime': '2026-11-21T00:00:00Z' }
              })
            )
          },
          tags: { team: 'billing' }
        },
        { name: 'bob', path: '/staff/', keys: 1, groups: ['auditors'], attached: ['AdministratorAccess'] }
      ],
      groups: [{ name: 'auditors', inline: { look: policy(allow(['iam:Get*', 'iam:List*'])) } }],
      policies: [{ name: 'limits', document: policy(allow('sts:*')) }],
      roles: [
        {
          name: 'billing-read',
          path: '/entitlements/',
          trust: trust({ AWS: `arn:aws:iam::${ACCOUNT}:root` }),
          attached: ['IAMReadOnlyAccess'],
          maxSessionDuration: 3600
        }
      ]
    },
    { account: OTHER, users: [{ name: 'zoe', keys: 1 }] }
  ]
}

const credentials = (keys: SandboxKeys, sessionToken?: string) => ({
  ...keys,
  ...(sessionToken === undefined ? {} : { sessionToken })
})

/** The unmodified SDK's IAM client, with these keys; every call is made once. */
export function iamClient(
  sandbox: Sandbox,
  keys: SandboxKeys,
  sessionToken?: string,
  region = 'us-east-1'
): IAMClient {
  return new IAMClient({
    endpoint: sandbox.aws.iam,
    region,
    credentials: credentials(keys, sessionToken),
    maxAttempts: 1
  })
}

/** The unmodified SDK's STS client, with these keys; every call is made once. */
export function stsClient(sandbox: Sandbox, keys: SandboxKeys, sessionToken?: string): STSClient {
  return new STSClient({
    endpoint: sandbox.aws.sts,
    region: 'us-east-1',
    credentials: credentials(keys, sessionToken),
    maxAttempts: 1
  })
}

/** Keys of an account's root, or of a user with a key. */
export function keysOf(sandbox: Sandbox, account: string, user?: string): SandboxKeys {
  const found = sandbox.aws.accounts.find((one) => one.account === account)
  const keys = user === undefined ? found?.root : found?.users[user]
  if (!keys) throw new RangeError(`no keys of ${user ?? 'root'} in ${account}`)
  // A copy: the SDK writes into the object that it is given.
  return { ...keys }
}
