import type { Instant } from '../../book/instant.ts'
import { writeInstant } from '../../book/instant.ts'
import { arnOf } from './arn.ts'
import type { Caller } from './caller.ts'
import { accountOf, type Cloud } from './cloud.ts'
import { AwsError } from './error.ts'
import { evaluate } from './evaluate.ts'
import { defaultDocument, findPolicy } from './managed.ts'
import type { Tag } from './params.ts'
import { readPolicyOnce } from './policy/cache.ts'
import type { PolicyDocument } from './policy/document.ts'
import type { Decision, Policies, PrincipalNames, Trust } from './policy/request.ts'
import type { AccountState, Holder, Role, User } from './state.ts'

/** Condition keys of one request beyond those that every request has. */
export type ContextEntries = Readonly<Record<string, string | readonly string[]>>

/** A user, or a role with the session that acts for it. */
export interface Actor {
  readonly names: PrincipalNames
  readonly policies: Omit<Policies, 'trust'>
  readonly context: ContextEntries
}

/** ARN of a caller, as `GetCallerIdentity` gives it. */
export function callerArn(cloud: Cloud, caller: Caller): string {
  if (caller.kind === 'root') return `arn:aws:iam::${caller.account}:root`
  if (caller.kind === 'session') {
    return `arn:aws:sts::${caller.account}:assumed-role/${caller.session.roleName}/${caller.session.name}`
  }
  const user = accountOf(cloud, caller.account).users.get(caller.name)
  return arnOf(caller.account, 'user', user ?? { path: '/', name: caller.name })
}

/** What a user may do and how a trust sees it. */
export function userActor(state: AccountState, user: User): Actor {
  const arn = arnOf(state.account, 'user', user)
  const groups = user.groups.flatMap((name) => state.groups.get(name) ?? [])
  return {
    names: { account: state.account, arn, role: null, id: user.id },
    policies: {
      identity: [user, ...groups].flatMap((one) => documentsOf(state, one)),
      boundary: boundaryOf(state, user.boundary),
      session: null
    },
    context: {
      'aws:PrincipalArn': arn,
      'aws:PrincipalType': 'User',
      'aws:username': user.name,
      'aws:userid': user.id,
      ...tagEntries('aws:PrincipalTag', user.tags)
    }
  }
}

/** What a session of a role may do. Without a session: as one begun just now, without policies of its own. */
export function roleActor(
  state: AccountState,
  role: Role,
  session: {
    name: string
    policies: readonly PolicyDocument[] | null
    tags: readonly Tag[]
    sourceIdentity: string | null
    issued: Instant
  }
): Actor {
  const arn = arnOf(state.account, 'role', role)
  return {
    names: {
      account: state.account,
      arn: `arn:aws:sts::${state.account}:assumed-role/${role.name}/${session.name}`,
      role: arn,
      id: role.id
    },
    policies: {
      identity: documentsOf(state, role),
      boundary: boundaryOf(state, role.boundary),
      session: session.policies
    },
    context: {
      'aws:PrincipalArn': arn,
      'aws:PrincipalType': 'AssumedRole',
      'aws:userid': `${role.id}:${session.name}`,
      'aws:TokenIssueTime': writeInstant(session.issued),
      'aws:MultiFactorAuthPresent': 'false',
      ...(session.sourceIdentity === null ? {} : { 'aws:SourceIdentity': session.sourceIdentity }),
      ...tagEntries('aws:PrincipalTag', role.tags),
      ...tagEntries('aws:PrincipalTag', session.tags)
    }
  }
}

/** Tags as condition keys: `aws:PrincipalTag/team`. */
export function tagEntries(key: string, tags: readonly Tag[]): ContextEntries {
  return Object.fromEntries(tags.map((tag) => [`${key}/${tag.key.toLowerCase()}`, tag.value]))
}

function documentsOf(state: AccountState, holder: Holder): PolicyDocument[] {
  const managed = holder.attached.flatMap((arn) => findPolicy(state, arn) ?? []).map(defaultDocument)
  return [...holder.inline.map((one) => one.document), ...managed].map((text) =>
    readPolicyOnce(text, 'identity')
  )
}

function boundaryOf(state: AccountState, arn: string | null): PolicyDocument | null {
  const policy = arn === null ? null : findPolicy(state, arn)
  return policy === null ? null : readPolicyOnce(defaultDocument(policy), 'identity')
}

/** Who acts behind a caller's key; null for root. */
export function actorOf(cloud: Cloud, caller: Caller): Actor | null {
  if (caller.kind === 'root') return null
  const state = accountOf(cloud, caller.account)
  if (caller.kind === 'user') {
    const user = state.users.get(caller.name)
    if (!user)
      throw new AwsError('InvalidClientTokenId', 'The security token included in the request is invalid.')
    return userActor(state, user)
  }
  const role = state.roles.get(caller.session.roleName)
  if (role?.id !== caller.session.roleId) {
    throw new AwsError('InvalidClientTokenId', 'The security token included in the request is invalid')
  }
  return roleActor(state, role, caller.session)
}

/** One question about an actor, with the condition keys that every request has. */
export function decide(
  actor: Actor,
  question: { action: string; resource: string; at: Instant; context?: ContextEntries; trust?: Trust | null }
): Decision {
  const context = new Map<string, readonly string[]>()
  const always: ContextEntries = {
    'aws:CurrentTime': writeInstant(question.at),
    'aws:EpochTime': String(question.at / 1000),
    'aws:PrincipalAccount': actor.names.account,
    'aws:SecureTransport': 'true',
    'aws:SourceIp': '127.0.0.1',
    'aws:ViaAWSService': 'false'
  }
  for (const [key, value] of Object.entries({ ...always, ...actor.context, ...question.context })) {
    context.set(key.toLowerCase(), typeof value === 'string' ? [value] : value)
  }
  return evaluate(
    { action: question.action, resource: question.resource, principal: actor.names, context },
    { ...actor.policies, trust: question.trust ?? null }
  )
}

/** Throws `AccessDenied` in IAM's words unless the caller may; the account's root may do everything. */
export function authorise(
  cloud: Cloud,
  caller: Caller,
  question: { action: string; resource: string; context?: ContextEntries; trust?: Trust | null }
): void {
  const actor = actorOf(cloud, caller)
  if (actor === null) return
  const decision = decide(actor, { ...question, at: cloud.clock.now() })
  if (decision.allowed) return
  throw new AwsError('AccessDenied', deniedMessage(callerArn(cloud, caller), question, decision))
}

const REASONS: Readonly<Record<Decision['why'], string>> = {
  allowed: '',
  'explicit-deny': ' with an explicit deny',
  'no-allow': ' because no identity-based policy allows the {action} action',
  'no-trust': '',
  boundary: ' because no permissions boundary allows the {action} action',
  'session-policy': ' because no session policy allows the {action} action'
}

function deniedMessage(
  arn: string,
  question: { action: string; resource: string },
  decision: Decision
): string {
  const reason = REASONS[decision.why].replace('{action}', question.action)
  return `User: ${arn} is not authorized to perform: ${question.action} on resource: ${question.resource}${reason}`
}
