import { AssumeRoleCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@smithy/types'
import { UnableError } from '../../../book/errors.ts'
import type { Settings } from '../schema.ts'
import { SESSION_SECONDS } from '../role.ts'
import { stsClient, type Wire } from './client.ts'
import { codeOf, tell } from './errors.ts'

/** Answers to AssumeRole that mean "you may not", after which our own identity is used as it is. */
const REFUSED: ReadonlySet<string> = new Set(['AccessDenied', 'NoSuchEntity', 'ValidationError'])

/**
 * Who we are in an account: the role that the settings name if the base identity may assume it, else the base identity
 * itself (a job that already is that role, or an operator with own keys). Either way the account is checked before
 * anything else is read. Null: the SDK's own chain. Throws UnableError.
 */
export async function assume(wire: Wire, settings: Settings): Promise<AwsCredentialIdentityProvider | null> {
  const role = roleFor(wire.ports.purpose, settings)
  const credentials = role === undefined ? null : await assumeRole(wire, role)
  await checkAccount(wire, credentials, settings.account)
  return role === undefined || credentials === null ? null : renewing(credentials, () => renew(wire, role))
}

/** The role of the settings for a purpose. None of ours gives back what isn't ours: whoever restores has to be allowed to. */
function roleFor(purpose: Wire['ports']['purpose'], settings: Settings): string | undefined {
  const { readRole, writeRole, remediateRole } = settings
  return { read: readRole, write: writeRole, remediate: remediateRole, restore: undefined }[purpose]
}

/**
 * A role's credentials, the ones at hand first. The SDK asks again shortly before they run out, so that an apply may take
 * longer than a session.
 */
export function renewing(
  first: AwsCredentialIdentity,
  again: () => Promise<AwsCredentialIdentity>
): AwsCredentialIdentityProvider {
  let ready: AwsCredentialIdentity | null = first
  return async () => {
    const credentials = ready ?? (await again())
    ready = null
    return credentials
  }
}

async function renew(wire: Wire, role: string): Promise<AwsCredentialIdentity> {
  const credentials = await assumeRole(wire, role)
  if (!credentials) throw new UnableError(`${role} can’t be assumed any more.`)
  return credentials
}

async function assumeRole(wire: Wire, RoleArn: string): Promise<AwsCredentialIdentity | null> {
  try {
    const command = new AssumeRoleCommand({
      RoleArn,
      RoleSessionName: 'grantbook',
      DurationSeconds: SESSION_SECONDS
    })
    const { Credentials: keys } = await stsClient(wire, null).send(command)
    if (
      keys?.AccessKeyId === undefined ||
      keys.SecretAccessKey === undefined ||
      keys.SessionToken === undefined
    ) {
      throw new UnableError(`AWS gave no credentials for ${RoleArn}.`)
    }
    return {
      accessKeyId: keys.AccessKeyId,
      secretAccessKey: keys.SecretAccessKey,
      sessionToken: keys.SessionToken,
      // By our own clock, which is the one that the SDK compares it with.
      expiration: new Date(Date.now() + SESSION_SECONDS * 1000)
    }
  } catch (error) {
    if (error instanceof UnableError) throw error
    if (!REFUSED.has(codeOf(error))) throw unreachable(error)
    wire.ports.log(`${RoleArn} can’t be assumed (${codeOf(error)}); going on as the present identity.`)
    return null
  }
}

async function checkAccount(
  wire: Wire,
  credentials: AwsCredentialIdentity | null,
  account: string
): Promise<void> {
  let found: string | undefined
  try {
    found = (await stsClient(wire, credentials).send(new GetCallerIdentityCommand({}))).Account
  } catch (error) {
    throw unreachable(error)
  }
  if (found !== account) {
    throw new UnableError(
      `The credentials belong to account ${found ?? 'unknown'}, but the system is account ${account}. Nothing was read or written. Use credentials of account ${account}.`
    )
  }
}

/** An error before any work could begin. */
export function unreachable(error: unknown): UnableError {
  const { code, message } = tell(error)
  return new UnableError(`AWS can’t be used: ${code}: ${message}`, { cause: error })
}
