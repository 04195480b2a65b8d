import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import type { SandboxKeys } from '../../src/sandbox/sandbox.ts'
import type { Stage } from './stage.ts'

/** What came of trying: who one is now, or AWS's own code for no. */
export type Attempt =
  | { readonly arn: string; readonly denied: null }
  | { readonly arn: null; readonly denied: string }

/** Assumes a role with somebody's own keys, by the unmodified AWS SDK: signed, over HTTP, as they would. */
export async function assumeRole({ sandbox }: Stage, keys: SandboxKeys, role: string): Promise<Attempt> {
  const configuration = { region: 'eu-central-1', endpoint: sandbox.aws.sts }
  const subject = new STSClient({ ...configuration, credentials: keys })
  try {
    const answer = await subject.send(new AssumeRoleCommand({ RoleArn: role, RoleSessionName: 'demo' }))
    const given = answer.Credentials
    const session = new STSClient({
      ...configuration,
      credentials: {
        accessKeyId: given?.AccessKeyId ?? '',
        secretAccessKey: given?.SecretAccessKey ?? '',
        sessionToken: given?.SessionToken ?? ''
      }
    })
    const identity = await session.send(new GetCallerIdentityCommand({}))
    return { arn: identity.Arn ?? '', denied: null }
  } catch (error) {
    if (error instanceof Error && '$fault' in error) return { arn: null, denied: error.name }
    throw error
  }
}
