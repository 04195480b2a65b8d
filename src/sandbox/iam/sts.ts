import type { Instant } from '../../book/instant.ts'
import { writeInstant } from '../../book/instant.ts'
import { arnOf, readArn } from './arn.ts'
import { actorOf, callerArn, decide, tagEntries, type Actor, type ContextEntries } from './authorise.ts'
import type { Caller, RoleSession } from './caller.ts'
import { accountOf, type Cloud } from './cloud.ts'
import { AwsError } from './error.ts'
import { secretFor, tokenFor, uniqueId } from './ids.ts'
import { findPolicy, defaultDocument } from './managed.ts'
import { RULES, type Params, type Tag } from './params.ts'
import { readPolicyOnce } from './policy/cache.ts'
import type { PolicyDocument } from './policy/document.ts'
import type { AccountState, Role } from './state.ts'
import type { Answer } from './xml.ts'

const CHAINED = 3600

interface StsCall {
  readonly cloud: Cloud
  readonly caller: Caller
  readonly params: Params
  readonly now: Instant
}

/** One operation of STS. */
export interface StsOperation {
  readonly kind: 'read' | 'write'
  readonly run: (call: StsCall) => Readonly<Record<string, Answer>>
}

function userId(cloud: Cloud, caller: Caller): string {
  if (caller.kind === 'root') return caller.account
  if (caller.kind === 'session') return `${caller.session.roleId}:${caller.session.name}`
  return accountOf(cloud, caller.account).users.get(caller.name)?.id ?? ''
}

/** Needs no permission and can't be denied. */
const getCallerIdentity: StsOperation = {
  kind: 'read',
  run: ({ caller, cloud }) => ({
    Arn: callerArn(cloud, caller),
    UserId: userId(cloud, caller),
    Account: caller.account
  })
}

/** What a request to assume a role asks for. */
interface Asked {
  readonly roleArn: string
  readonly name: string
  readonly duration: number | null
  readonly externalId: string | null
  readonly sourceIdentity: string | null
  readonly tags: readonly Tag[]
  readonly transitive: readonly string[]
  readonly policy: string | null
  readonly policyArns: readonly string[]
}

function readAsked(params: Params, caller: Caller): Asked {
  const before = caller.kind === 'session' ? caller.session : null
  const own = params.tags()
  // Transitive tags of the session before stay, and can't be written over.
  const kept = (before?.tags ?? []).filter((tag) => before?.transitive.includes(tag.key))
  const clash = own.find((tag) => kept.some((one) => one.key.toLowerCase() === tag.key.toLowerCase()))
  if (clash)
    throw new AwsError(
      'InvalidParameterValue',
      `One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session: ${clash.key}`
    )
  return {
    roleArn: params.text('RoleArn', RULES.arn),
    name: params.text('RoleSessionName', RULES.sessionName),
    duration: params.integer('DurationSeconds', 900, 43_200),
    externalId: params.optional('ExternalId', RULES.externalId),
    sourceIdentity: params.optional('SourceIdentity', RULES.sessionName) ?? before?.sourceIdentity ?? null,
    tags: [...kept, ...own],
    transitive: [...kept.map((tag) => tag.key), ...params.list('TransitiveTagKeys')],
    policy: params.optional('Policy', { ...RULES.document, max: 2048 }),
    policyArns: params.structures('PolicyArns').map((one) => one.text('arn', RULES.arn))
  }
}

function requestContext(asked: Asked, role: Role, account: string): ContextEntries {
  return {
    'sts:RoleSessionName': asked.name,
    'aws:ResourceAccount': account,
    ...(asked.externalId === null ? {} : { 'sts:ExternalId': asked.externalId }),
    ...(asked.sourceIdentity === null ? {} : { 'sts:SourceIdentity': asked.sourceIdentity }),
    ...(asked.tags.length === 0 ? {} : { 'aws:TagKeys': asked.tags.map((tag) => tag.key) }),
    ...(asked.transitive.length === 0 ? {} : { 'sts:TransitiveTagKeys': asked.transitive }),
    ...tagEntries('aws:RequestTag', asked.tags),
    ...tagEntries('aws:ResourceTag', role.tags),
    ...tagEntries('iam:ResourceTag', role.tags)
  }
}

/** The actions that one request needs, each on the role. */
function neededActions(asked: Asked): readonly string[] {
  return [
    'sts:AssumeRole',
    ...(asked.tags.length > 0 ? ['sts:TagSession'] : []),
    ...(asked.sourceIdentity === null ? [] : ['sts:SetSourceIdentity'])
  ]
}

/** Whether an actor may assume a role at an instant: its policies, the trust, boundary and denies together. */
export function mayAssume(
  actor: Actor,
  target: { state: AccountState; role: Role },
  question: { at: Instant; action?: string; context?: ContextEntries }
): ReturnType<typeof decide> {
  const { role, state } = target
  return decide(actor, {
    action: question.action ?? 'sts:AssumeRole',
    resource: arnOf(state.account, 'role', role),
    at: question.at,
    context: question.context ?? {},
    trust: { document: readPolicyOnce(role.trust, 'trust'), account: state.account, trusted: role.trusted }
  })
}

/** Finds a role by its whole ARN, in whichever account of the sandbox. */
export function findRole(cloud: Cloud, arn: string): { state: AccountState; role: Role } | null {
  const parts = readArn(arn)
  const state = parts?.resource.startsWith('role/') ? cloud.accounts.get(parts.account) : undefined
  const role = state?.roles.get(arn.slice(arn.lastIndexOf('/') + 1))
  return state && role && arnOf(state.account, 'role', role) === arn ? { state, role } : null
}

function checkAllowed(call: StsCall, actor: Actor, asked: Asked): { state: AccountState; role: Role } {
  const target = findRole(call.cloud, asked.roleArn)
  for (const action of neededActions(asked)) {
    const context = target ? requestContext(asked, target.role, target.state.account) : {}
    if (target && mayAssume(actor, target, { at: call.now, action, context }).allowed) continue
    throw new AwsError(
      'AccessDenied',
      `User: ${callerArn(call.cloud, call.caller)} is not authorized to perform: ${action} on resource: ${asked.roleArn}`
    )
  }
  if (!target) throw new AwsError('AccessDenied', 'Not authorized')
  return target
}

function checkDuration(asked: Asked, role: Role, caller: Caller): number {
  const seconds = asked.duration ?? CHAINED
  if (caller.kind === 'session' && seconds > CHAINED) {
    throw new AwsError(
      'ValidationError',
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining'
    )
  }
  if (seconds > role.maxSessionDuration) {
    throw new AwsError(
      'ValidationError',
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.'
    )
  }
  return seconds
}

function sessionPolicies(asked: Asked, state: AccountState): readonly PolicyDocument[] | null {
  if (asked.policy === null && asked.policyArns.length === 0) return null
  const managed = asked.policyArns.map((arn) => {
    const policy = findPolicy(state, arn)
    if (!policy)
      throw new AwsError('MalformedPolicyDocument', `Policy ${arn} does not exist or is not attachable.`)
    return defaultDocument(policy)
  })
  return [...(asked.policy === null ? [] : [asked.policy]), ...managed].map((text) =>
    readPolicyOnce(text, 'identity')
  )
}

/** A read: it changes nothing in the account (CloudTrail records it with `readOnly: true` too). */
const assumeRole: StsOperation = {
  kind: 'read',
  run: (call) => {
    const { caller, cloud, now } = call
    const actor = actorOf(cloud, caller)
    if (actor === null) throw new AwsError('AccessDenied', 'Roles may not be assumed by root accounts.')
    const asked = readAsked(call.params, caller)
    const { role, state } = checkAllowed(call, actor, asked)
    const seconds = checkDuration(asked, role, caller)
    const policies = sessionPolicies(asked, state)
    const accessKeyId = uniqueId('ASIA', state.account, cloud.sessions.size + 1)
    const session: RoleSession = {
      accessKeyId,
      account: state.account,
      roleName: role.name,
      roleId: role.id,
      name: asked.name,
      issued: now,
      expires: now + seconds * 1000,
      policies,
      tags: asked.tags,
      transitive: asked.transitive,
      sourceIdentity: asked.sourceIdentity
    }
    cloud.sessions.set(accessKeyId, session)
    return {
      Credentials: {
        AccessKeyId: accessKeyId,
        SecretAccessKey: secretFor(accessKeyId),
        SessionToken: tokenFor(accessKeyId),
        Expiration: writeInstant(session.expires)
      },
      AssumedRoleUser: {
        AssumedRoleId: `${role.id}:${asked.name}`,
        Arn: `arn:aws:sts::${state.account}:assumed-role/${role.name}/${asked.name}`
      },
      SourceIdentity: asked.sourceIdentity
    }
  }
}

const getSessionKeyInfo: StsOperation = {
  kind: 'read',
  run: ({ cloud, params }) => {
    const id = params.text('AccessKeyId', RULES.accessKeyId)
    const account =
      cloud.roots.get(id) ??
      cloud.sessions.get(id)?.account ??
      [...cloud.accounts.values()].find((state) => state.keyOwners.has(id))?.account
    if (account === undefined) throw new AwsError('ValidationError', 'The access key ID is not valid.')
    return { Account: account }
  }
}

/** Operations of STS by the names of the API. */
export const STS_OPERATIONS: ReadonlyMap<string, StsOperation> = new Map([
  ['AssumeRole', assumeRole],
  ['GetAccessKeyInfo', getSessionKeyInfo],
  ['GetCallerIdentity', getCallerIdentity]
])
