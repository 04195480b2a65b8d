import { writeInstant } from '../../../book/instant.ts'
import { AwsError } from '../error.ts'
import type { Call, Operations } from '../operation.ts'
import { pageFields, pageOf } from '../paging.ts'
import { RULES } from '../params.ts'
import type { Policy, PolicyVersion } from '../state.ts'
import { encodeDocument, type Answer } from '../xml.ts'
import { policyArn } from './attached.ts'
import { managedDocument, namedPolicy, ownPolicy } from './policies.ts'

function namedVersion(call: Call, policy: Policy): PolicyVersion {
  const id = call.params.text('VersionId', RULES.versionId)
  const found = policy.versions.find((one) => one.id === id)
  if (!found)
    throw new AwsError(
      'NoSuchEntity',
      `Policy ${policy.arn} version ${id} does not exist or is not attachable.`
    )
  return found
}

function shape(policy: Policy, version: PolicyVersion): Readonly<Record<string, Answer>> {
  return {
    VersionId: version.id,
    IsDefaultVersion: version.id === policy.defaultVersion,
    CreateDate: writeInstant(version.created)
  }
}

const sortKey = (version: PolicyVersion): string => version.id.slice(1).padStart(12, '0')

/** Newest first, as IAM lists them. */
export function versionShapes(policy: Policy): readonly Answer[] {
  return policy.versions
    .toReversed()
    .map((one) => ({ Document: encodeDocument(one.document), ...shape(policy, one) }))
}

/** Versions of managed policies. */
export const versionOperations: Operations = {
  CreatePolicyVersion: {
    kind: 'write',
    resource: policyArn,
    run: (call) => {
      const policy = ownPolicy(call)
      const document = managedDocument(call)
      const asDefault = call.params.flag('SetAsDefault') ?? false
      const most = call.state.quotas.versionsPerPolicy
      if (policy.versions.length >= most) {
        throw new AwsError(
          'LimitExceeded',
          `A managed policy can have up to ${most} versions. Before you create a new version, you must delete an existing version.`
        )
      }
      const version: PolicyVersion = { id: `v${policy.next}`, document, created: call.now }
      const changed: Policy = {
        ...policy,
        versions: [...policy.versions, version],
        next: policy.next + 1,
        updated: call.now,
        defaultVersion: asDefault ? version.id : policy.defaultVersion
      }
      call.state.policies.set(policy.arn, changed)
      return { PolicyVersion: shape(changed, version) }
    }
  },
  GetPolicyVersion: {
    kind: 'read',
    resource: policyArn,
    run: (call) => {
      const policy = namedPolicy(call)
      const version = namedVersion(call, policy)
      return { PolicyVersion: { Document: encodeDocument(version.document), ...shape(policy, version) } }
    }
  },
  ListPolicyVersions: {
    kind: 'read',
    resource: policyArn,
    run: (call) => {
      const policy = namedPolicy(call)
      const page = pageOf(policy.versions, sortKey, call)
      const newestFirst = page.isTruncated ? page.items : page.items.toReversed()
      return { Versions: newestFirst.map((one) => shape(policy, one)), ...pageFields(page) }
    }
  },
  SetDefaultPolicyVersion: {
    kind: 'write',
    resource: policyArn,
    run: (call) => {
      const policy = ownPolicy(call)
      const { id } = namedVersion(call, policy)
      call.state.policies.set(policy.arn, { ...policy, defaultVersion: id, updated: call.now })
      return null
    }
  },
  DeletePolicyVersion: {
    kind: 'write',
    resource: policyArn,
    run: (call) => {
      const policy = ownPolicy(call)
      const { id } = namedVersion(call, policy)
      if (id === policy.defaultVersion) {
        throw new AwsError('DeleteConflict', 'Cannot delete the default version of a policy.')
      }
      const versions = policy.versions.filter((one) => one.id !== id)
      call.state.policies.set(policy.arn, { ...policy, versions, updated: call.now })
      return null
    }
  }
}
