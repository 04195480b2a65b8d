import { IAM } from '@aws-sdk/client-iam'
import { AssumeRoleCommand, type AssumeRoleCommandInput, type Credentials } from '@aws-sdk/client-sts'
import type { Sandbox, SandboxKeys } from '../../src/sandbox/sandbox.ts'
import type { World } from '../../src/sandbox/world.ts'
import { ACCOUNT, allow, keysOf, policy, stsClient, trust } from './world.ts'

export const role = (name: string): string => `arn:aws:iam::${ACCOUNT}:role/${name}`
export const OPEN = trust({ AWS: `arn:aws:iam::${ACCOUNT}:root` })
export const BOUNDARY = `arn:aws:iam::${ACCOUNT}:policy/boundary`
export const assumeAll = { all: policy(allow(['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'])) }
export const NOTHING = JSON.stringify(policy(allow('s3:GetObject')))

export const DENIED = { name: 'AccessDenied', $metadata: { httpStatusCode: 403 } }

/** Users and roles with something to be refused. */
export const guarded: World = {
  now: '2026-11-20T09:00:00Z',
  aws: [
    {
      account: ACCOUNT,
      policies: [{ name: 'boundary', document: policy(allow('sts:AssumeRole', role('entitlements/*'))) }],
      users: [
        { name: 'runner', keys: 1, inline: assumeAll },
        { name: 'bounded', keys: 1, inline: assumeAll, boundary: 'boundary' },
        { name: 'free', keys: 1, inline: assumeAll }
      ],
      roles: [
        {
          name: 'writer',
          trust: OPEN,
          inline: {
            write: policy(
              allow('iam:PutUserPolicy', '*', { StringEquals: { 'iam:PermissionsBoundary': BOUNDARY } }),
              allow('iam:AttachUserPolicy', '*', {
                ArnLike: { 'iam:PolicyARN': `arn:aws:iam::${ACCOUNT}:policy/gb/*` }
              }),
              allow(['iam:Get*', 'iam:List*']),
              { Effect: 'Deny', Action: 'iam:*', Resource: role('writer') }
            )
          }
        },
        { name: 'long', trust: OPEN, maxSessionDuration: 7200, inline: assumeAll },
        { name: 'e1', path: '/entitlements/', trust: OPEN, inline: assumeAll, maxSessionDuration: 7200 },
        {
          name: 'tagged',
          trust: policy({
            Effect: 'Allow',
            Principal: { AWS: ACCOUNT },
            Action: ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity']
          }),
          inline: {
            own: policy(allow('iam:GetUser', `arn:aws:iam::${ACCOUNT}:user/\${aws:PrincipalTag/team}`))
          }
        }
      ]
    }
  ]
}

export async function assume(
  sandbox: Sandbox,
  user: string | Credentials,
  input: Partial<AssumeRoleCommandInput> & { RoleArn: string }
): Promise<Credentials> {
  const sts =
    typeof user === 'string'
      ? stsClient(sandbox, keysOf(sandbox, ACCOUNT, user))
      : stsClient(sandbox, keysIn(user), user.SessionToken)
  const { Credentials: issued } = await sts.send(new AssumeRoleCommand({ RoleSessionName: 'test', ...input }))
  if (!issued) throw new Error('no credentials')
  return issued
}

export function keysIn(issued: Credentials): SandboxKeys {
  return { accessKeyId: issued.AccessKeyId ?? '', secretAccessKey: issued.SecretAccessKey ?? '' }
}

export function iamAs(sandbox: Sandbox, issued: Credentials): IAM {
  const credentials = { ...keysIn(issued), sessionToken: issued.SessionToken ?? '' }
  return new IAM({ endpoint: sandbox.aws.iam, region: 'us-east-1', credentials, maxAttempts: 1 })
}
