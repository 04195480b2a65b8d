import { everything, type Operations } from '../operation.ts'
import type { AccountState } from '../state.ts'
import { AnswerMap } from '../xml.ts'

/** Counts and quotas by the names that `GetAccountSummary` gives them. */
export function summaryOf(state: AccountState): Readonly<Record<string, number>> {
  const { groups, oidc, policies, quotas, roles, saml, users } = state
  const devices = [...users.values()].reduce((sum, user) => sum + user.mfa.length, 0)
  return {
    AccessKeysPerUserQuota: quotas.accessKeysPerUser,
    AccountAccessKeysPresent: 1,
    AccountMFAEnabled: 0,
    AccountPasswordPresent: 1,
    AccountSigningCertificatesPresent: 0,
    AssumeRolePolicySizeQuota: quotas.trust,
    AttachedPoliciesPerGroupQuota: quotas.attached,
    AttachedPoliciesPerRoleQuota: quotas.attached,
    AttachedPoliciesPerUserQuota: quotas.attached,
    GlobalEndpointTokenVersion: 1,
    GroupPolicySizeQuota: quotas.groupInline,
    Groups: groups.size,
    GroupsPerUserQuota: quotas.groupsPerUser,
    GroupsQuota: quotas.groups,
    InstanceProfiles: 0,
    InstanceProfilesQuota: 1000,
    MFADevices: devices,
    MFADevicesInUse: devices,
    Policies: policies.size,
    PoliciesQuota: quotas.policies,
    PolicySizeQuota: quotas.managed,
    PolicyVersionsInUse: [...policies.values()].reduce((sum, policy) => sum + policy.versions.length, 0),
    PolicyVersionsInUseQuota: 10_000,
    Providers: saml.size + oidc.size,
    RolePolicySizeQuota: quotas.roleInline,
    Roles: roles.size,
    RolesQuota: quotas.roles,
    ServerCertificates: 0,
    ServerCertificatesQuota: 20,
    SigningCertificatesPerUserQuota: 2,
    UserPolicySizeQuota: quotas.userInline,
    Users: users.size,
    UsersQuota: quotas.users,
    VersionsPerPolicyQuota: quotas.versionsPerPolicy
  }
}

/** Counts, quotas and the account's name. */
export const summaryOperations: Operations = {
  GetAccountSummary: {
    kind: 'read',
    resource: everything,
    run: (call) => ({ SummaryMap: new AnswerMap(summaryOf(call.state)) })
  },
  ListAccountAliases: {
    kind: 'read',
    resource: everything,
    run: (call) => ({
      AccountAliases: call.state.alias === null ? [] : [call.state.alias],
      IsTruncated: false
    })
  }
}
