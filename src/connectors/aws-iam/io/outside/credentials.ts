import {
  GetAccessKeyLastUsedCommand,
  GetLoginProfileCommand,
  ListAccessKeysCommand,
  ListMFADevicesCommand,
  type AccessKeyMetadata,
  type IAMClient
} from '@aws-sdk/client-iam'
import pMap from 'p-map'
import type { SessionPorts } from '../../../connector.ts'
import type { PrincipalDetail } from '../../account.ts'
import { bareName } from '../../names.ts'
import { serviceIn, useIn, type ReportLine } from '../../outside/report.ts'
import type { Credentials, KeyFacts, SignIn } from '../../outside/view.ts'
import { allPages, given, instant } from '../pages.ts'
import { orNothing } from './or-nothing.ts'
import { credentialReport } from './report.ts'

/** Requests at a time: few, because IAM's limits are shared by everybody in the account. */
const AT_ONCE = 4

/**
 * How users sign in, and the root: from the credential report, and one call for each user who has keys, whose ids the
 * report doesn't tell; three for a user who is younger than the report. Throws the system's error.
 */
export async function readCredentials(
  iam: IAMClient,
  users: readonly PrincipalDetail[],
  root: string,
  ports: Pick<SessionPorts, 'sleep' | 'signal'>
): Promise<Credentials> {
  const report = await credentialReport(iam, ports)
  const read = await pMap(
    users,
    async (user) => {
      const line = report.get(user.arn)
      const isSame = line && (line.created === null || line.created === (user.created ?? line.created))
      return [user.arn, isSame ? await fromLine(iam, user, line) : await askedOf(iam, user)] as const
    },
    { concurrency: AT_ONCE }
  )
  const line = report.get(root)
  return new Map([...read, ...(line ? [[root, rootFrom(line)] as const] : [])])
}

async function fromLine(iam: IAMClient, user: PrincipalDetail, line: ReportLine): Promise<SignIn> {
  const { password, passwordUsed, mfa } = line
  if (line.keys.length === 0) return { password, passwordUsed, mfa, keys: [] }
  const listed = await keysOf(iam, user)
  const keys: KeyFacts[] = []
  for (const key of listed) {
    const facts = factsOf(key)
    const told = useIn(line, facts.created, listed.length)
    const use =
      told === 'ask' ? await lastUse(iam, facts.id) : { lastUsed: told, service: serviceIn(line, told) }
    keys.push({ ...facts, ...use })
  }
  return { password, passwordUsed, mfa, keys }
}

/** A user's credentials without any report: when they were last used isn't asked. */
export async function askedOf(iam: IAMClient, user: PrincipalDetail): Promise<SignIn> {
  const UserName = bareName(user.arn)
  const profile = await orNothing(iam.send(new GetLoginProfileCommand({ UserName })))
  const devices = await orNothing(iam.send(new ListMFADevicesCommand({ UserName })))
  return {
    password: profile !== null,
    passwordUsed: null,
    mfa: (devices?.MFADevices ?? []).length > 0,
    keys: (await keysOf(iam, user)).map(factsOf)
  }
}

/** A user who was deleted meanwhile has none. */
async function keysOf(iam: IAMClient, user: PrincipalDetail): Promise<readonly AccessKeyMetadata[]> {
  const UserName = bareName(user.arn)
  const pages = await orNothing(
    allPages((marker) => iam.send(new ListAccessKeysCommand({ UserName, ...marker })))
  )
  return (pages ?? []).flatMap((page) => page.AccessKeyMetadata ?? [])
}

function factsOf({ AccessKeyId, Status, CreateDate }: AccessKeyMetadata): KeyFacts {
  const id = given(AccessKeyId, 'AccessKeyId')
  return { id, active: Status === 'Active', created: instant(CreateDate), lastUsed: null, service: null }
}

async function lastUse(iam: IAMClient, AccessKeyId: string): Promise<Pick<KeyFacts, 'lastUsed' | 'service'>> {
  const answer = await orNothing(iam.send(new GetAccessKeyLastUsedCommand({ AccessKeyId })))
  const { LastUsedDate: last, ServiceName: name } = answer?.AccessKeyLastUsed ?? {}
  const lastUsed = instant(last)
  return { lastUsed, service: lastUsed === null || name === undefined || name === 'N/A' ? null : name }
}

function rootFrom({ password, passwordUsed, mfa, keys }: ReportLine): SignIn {
  return {
    password,
    passwordUsed,
    mfa,
    keys: keys.map(({ active, changed, lastUsed, service }, n) => ({
      id: `root-${n + 1}`,
      active,
      created: changed,
      lastUsed,
      service
    }))
  }
}
