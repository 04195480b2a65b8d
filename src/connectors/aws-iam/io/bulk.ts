import {
  GetAccountAuthorizationDetailsCommand,
  GetAccountSummaryCommand,
  ListRolesCommand,
  type GetAccountAuthorizationDetailsCommandOutput,
  type IAMClient
} from '@aws-sdk/client-iam'
import type { Instant } from '../../../book/instant.ts'
import type { AccountDetail, GroupDetail, PolicyDetail, PrincipalDetail } from '../account.ts'
import { resourceOf } from '../names.ts'
import { allPages, given, instant, plainDocument } from './pages.ts'

/** Most that IAM puts on one page. */
export const PAGE = 1000

/** Reads of a converged account beyond the pages: AssumeRole, GetCallerIdentity, GetAccountSummary. */
export const OTHER_READS = 3

/**
 * The whole account in one call for every 1,000 entities. Session lengths of roles come from ListRoles, because account
 * details lack them (IAM API reference, RoleDetail).
 */
export async function readAccount(iam: IAMClient, serverTime: () => Instant): Promise<AccountDetail> {
  const pages = await allPages((marker) =>
    iam.send(
      new GetAccountAuthorizationDetailsCommand({
        Filter: ['User', 'Role', 'Group', 'LocalManagedPolicy'],
        MaxItems: PAGE,
        ...marker
      })
    )
  )
  const roles = await allPages((marker) => iam.send(new ListRolesCommand({ MaxItems: PAGE, ...marker })))
  const sessions = new Map(
    roles.flatMap((page) => page.Roles ?? []).map((role) => [role.Arn, role.MaxSessionDuration])
  )
  const { SummaryMap: summary = {} } = await iam.send(new GetAccountSummaryCommand({}))
  const principals = [...pages.flatMap(users), ...pages.flatMap((page) => rolesOf(page, sessions))]
  return {
    serverTime: serverTime(),
    principals: new Map(principals.map((each) => [each.principal, each])),
    groups: new Map(pages.flatMap(groups).map((each) => [each.name, each])),
    policies: new Map(pages.flatMap(policies).map((each) => [each.arn, each])),
    summary
  }
}

type Page = GetAccountAuthorizationDetailsCommandOutput

function users(page: Page): readonly PrincipalDetail[] {
  return (page.UserDetailList ?? []).map((user) => {
    const arn = given(user.Arn, 'Arn')
    return {
      principal: resourceOf(arn),
      arn,
      id: given(user.UserId, 'UserId'),
      inline: inline(user.UserPolicyList),
      attached: attached(user.AttachedManagedPolicies),
      groups: user.GroupList ?? [],
      boundary: user.PermissionsBoundary?.PermissionsBoundaryArn ?? null,
      trust: null,
      maxSession: null,
      created: instant(user.CreateDate),
      tags: (user.Tags ?? []).map(({ Key = '', Value = '' }) => ({ key: Key, value: Value }))
    }
  })
}

function rolesOf(
  page: Page,
  sessions: ReadonlyMap<string | undefined, number | undefined>
): readonly PrincipalDetail[] {
  return (page.RoleDetailList ?? []).map((role) => {
    const arn = given(role.Arn, 'Arn')
    return {
      principal: resourceOf(arn),
      arn,
      id: given(role.RoleId, 'RoleId'),
      inline: inline(role.RolePolicyList),
      attached: attached(role.AttachedManagedPolicies),
      groups: [],
      boundary: role.PermissionsBoundary?.PermissionsBoundaryArn ?? null,
      trust: plainDocument(role.AssumeRolePolicyDocument),
      maxSession: sessions.get(arn) ?? null,
      created: instant(role.CreateDate),
      lastUsed: instant(role.RoleLastUsed?.LastUsedDate)
    }
  })
}

function groups(page: Page): readonly GroupDetail[] {
  return (page.GroupDetailList ?? []).map((group) => ({
    name: given(group.GroupName, 'GroupName'),
    ...(group.Arn !== undefined && { arn: group.Arn }),
    attached: attached(group.AttachedManagedPolicies),
    inline: inline(group.GroupPolicyList)
  }))
}

function policies(page: Page): readonly PolicyDetail[] {
  return (page.Policies ?? []).map((policy) => ({
    arn: given(policy.Arn, 'Arn'),
    name: given(policy.PolicyName ?? lastPart(policy.Arn), 'PolicyName'),
    path: policy.Path ?? '/',
    defaultVersion: given(policy.DefaultVersionId, 'DefaultVersionId'),
    versions: (policy.PolicyVersionList ?? []).map((version) => ({
      id: given(version.VersionId, 'VersionId'),
      document: version.Document === undefined ? null : plainDocument(version.Document)
    }))
  }))
}

function inline(
  list:
    | readonly { readonly PolicyName?: string | undefined; readonly PolicyDocument?: string | undefined }[]
    | undefined
) {
  return (list ?? []).map((policy) => ({
    name: given(policy.PolicyName, 'PolicyName'),
    document: plainDocument(policy.PolicyDocument)
  }))
}

function attached(
  list: readonly { readonly PolicyArn?: string | undefined }[] | undefined
): readonly string[] {
  return (list ?? []).map((policy) => given(policy.PolicyArn, 'PolicyArn'))
}

/** Some stand-ins for IAM leave the name out of account details; it is the ARN's last part. */
function lastPart(arn: string | undefined): string | undefined {
  return arn?.slice(arn.lastIndexOf('/') + 1)
}
