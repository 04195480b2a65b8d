import {
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  GetUserCommand,
  GetUserPolicyCommand,
  ListAttachedRolePoliciesCommand,
  ListAttachedUserPoliciesCommand,
  ListGroupsForUserCommand,
  ListPoliciesCommand,
  ListPolicyVersionsCommand,
  ListRolePoliciesCommand,
  ListUserPoliciesCommand,
  type IAMClient
} from '@aws-sdk/client-iam'
import type { PolicyDetail, PrincipalDetail } from '../account.ts'
import { kindOf } from '../limits.ts'
import { bareName, resourceOf, shardPath } from '../names.ts'
import { codeOf } from './errors.ts'
import { allPages, given, plainDocument } from './pages.ts'

/** One principal and the managed policies under its path, read afresh. */
export interface FreshPrincipal {
  readonly detail: PrincipalDetail
  readonly policies: readonly PolicyDetail[]
}

/** Reads one principal entity by entity; null if there is none of exactly this path and name. */
export async function readPrincipal(
  iam: IAMClient,
  principal: string,
  instance: string
): Promise<FreshPrincipal | null> {
  const detail = await (kindOf(principal) === 'user' ? readUser(iam, principal) : readRole(iam, principal))
  return detail && { detail, policies: await readShards(iam, shardPath(instance, detail.id)) }
}

async function readUser(iam: IAMClient, principal: string): Promise<PrincipalDetail | null> {
  const UserName = bareName(principal)
  const user = (await orNothing(iam.send(new GetUserCommand({ UserName })), null))?.User
  const arn = user?.Arn
  if (!user || arn === undefined || resourceOf(arn) !== principal) return null
  const names = await allPages((marker) => iam.send(new ListUserPoliciesCommand({ UserName, ...marker })))
  const inline = []
  for (const PolicyName of names.flatMap((page) => page.PolicyNames ?? [])) {
    const policy = await orNothing(iam.send(new GetUserPolicyCommand({ UserName, PolicyName })), null)
    if (policy) inline.push({ name: PolicyName, document: plainDocument(policy.PolicyDocument) })
  }
  const attached = await allPages((marker) =>
    iam.send(new ListAttachedUserPoliciesCommand({ UserName, ...marker }))
  )
  const groups = await allPages((marker) => iam.send(new ListGroupsForUserCommand({ UserName, ...marker })))
  return {
    principal,
    arn,
    id: given(user.UserId, 'UserId'),
    inline,
    attached: attached
      .flatMap((page) => page.AttachedPolicies ?? [])
      .map((policy) => given(policy.PolicyArn, 'PolicyArn')),
    groups: groups.flatMap((page) => page.Groups ?? []).map((group) => given(group.GroupName, 'GroupName')),
    boundary: user.PermissionsBoundary?.PermissionsBoundaryArn ?? null,
    trust: null,
    maxSession: null
  }
}

async function readRole(iam: IAMClient, principal: string): Promise<PrincipalDetail | null> {
  const RoleName = bareName(principal)
  const role = (await orNothing(iam.send(new GetRoleCommand({ RoleName })), null))?.Role
  const arn = role?.Arn
  if (!role || arn === undefined || resourceOf(arn) !== principal) return null
  const names = await allPages((marker) => iam.send(new ListRolePoliciesCommand({ RoleName, ...marker })))
  const inline = []
  for (const PolicyName of names.flatMap((page) => page.PolicyNames ?? [])) {
    const policy = await orNothing(iam.send(new GetRolePolicyCommand({ RoleName, PolicyName })), null)
    if (policy) inline.push({ name: PolicyName, document: plainDocument(policy.PolicyDocument) })
  }
  const attached = await allPages((marker) =>
    iam.send(new ListAttachedRolePoliciesCommand({ RoleName, ...marker }))
  )
  return {
    principal,
    arn,
    id: given(role.RoleId, 'RoleId'),
    inline,
    attached: attached
      .flatMap((page) => page.AttachedPolicies ?? [])
      .map((policy) => given(policy.PolicyArn, 'PolicyArn')),
    groups: [],
    boundary: role.PermissionsBoundary?.PermissionsBoundaryArn ?? null,
    trust: plainDocument(role.AssumeRolePolicyDocument),
    maxSession: role.MaxSessionDuration ?? null
  }
}

async function readShards(iam: IAMClient, PathPrefix: string): Promise<readonly PolicyDetail[]> {
  const pages = await allPages((marker) =>
    iam.send(new ListPoliciesCommand({ Scope: 'Local', PathPrefix, ...marker }))
  )
  const policies: PolicyDetail[] = []
  for (const policy of pages.flatMap((page) => page.Policies ?? [])) {
    const PolicyArn = given(policy.Arn, 'Arn')
    const versions = await orNothing(
      allPages((marker) => iam.send(new ListPolicyVersionsCommand({ PolicyArn, ...marker }))),
      null
    )
    const all = versions?.flatMap((page) => page.Versions ?? [])
    // The list of versions is younger than the list of policies, so it decides which one is in force.
    const VersionId = all?.find((version) => version.IsDefaultVersion === true)?.VersionId
    if (!all || VersionId === undefined) continue
    const answer = await orNothing(iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId })), null)
    const document = answer?.PolicyVersion?.Document
    policies.push({
      arn: PolicyArn,
      name: given(policy.PolicyName, 'PolicyName'),
      path: policy.Path ?? '/',
      defaultVersion: VersionId,
      versions: all.map((version) => ({
        id: given(version.VersionId, 'VersionId'),
        document: version.VersionId === VersionId && document !== undefined ? plainDocument(document) : null
      }))
    })
  }
  return policies
}

/** The answer, or something else if the thing asked for doesn't exist (any more). */
async function orNothing<A, B>(answer: Promise<A>, otherwise: B): Promise<A | B> {
  try {
    return await answer
  } catch (error) {
    if (codeOf(error) === 'NoSuchEntity') return otherwise
    throw error
  }
}
