import { arnOf } from '../arn.ts'
import { tagEntries } from '../authorise.ts'
import { AwsError } from '../error.ts'
import { AWS_POLICIES, findPolicy } from '../managed.ts'
import type { Call, Operations } from '../operation.ts'
import { pageFields, pageOf } from '../paging.ts'
import { RULES } from '../params.ts'
import { readPolicyOnce } from '../policy/cache.ts'
import { limit, policySize } from '../quotas.ts'
import { sortedBy } from '../snapshot.ts'
import { nextId, type Holder, type Policy } from '../state.ts'
import { policyArn } from './attached.ts'
import { checkFree } from './holders.ts'
import { policyShape, tagShape, usageOf } from './shapes.ts'

/** The managed policy that a request names, AWS's own included. */
export function namedPolicy(call: Call): Policy {
  const arn = policyArn(call)
  const policy = findPolicy(call.state, arn)
  if (!policy) throw new AwsError('NoSuchEntity', `Policy ${arn} was not found.`)
  return policy
}

/** The managed policy that a request names, if the account may change it. */
export function ownPolicy(call: Call): Policy {
  const policy = namedPolicy(call)
  if (AWS_POLICIES.has(policy.arn)) {
    throw new AwsError(
      'AccessDenied',
      `User is not authorized to change the AWS managed policy ${policy.arn}`
    )
  }
  return policy
}

/** Checks a document of a managed policy: valid and at most so long. */
export function managedDocument(call: Call): string {
  const document = call.params.text('PolicyDocument', RULES.document)
  readPolicyOnce(document, 'identity')
  if (policySize(document) > call.state.quotas.managed) throw limit('PolicySize', call.state.quotas.managed)
  return document
}

/** Managed policies themselves. */
export const policyOperations: Operations = {
  CreatePolicy: {
    kind: 'write',
    resource: (call) =>
      arnOf(call.state.account, 'policy', {
        path: call.params.optional('Path', RULES.policyPath) ?? '/',
        name: call.params.text('PolicyName', RULES.policyName)
      }),
    context: (call) => tagEntries('aws:RequestTag', call.params.tags()),
    run: (call) => {
      const { now, params, state } = call
      const name = params.text('PolicyName', RULES.policyName)
      const path = params.optional('Path', RULES.policyPath) ?? '/'
      const description = params.optional('Description', { ...RULES.any, min: 0, max: 1000 }) ?? ''
      const tags = params.tags()
      const document = managedDocument(call)
      // One name stands once in an account, whatever its path.
      checkFree(new Map([...state.policies.values()].map((one) => [one.name, one])), 'A policy', name)
      if (state.policies.size >= state.quotas.policies)
        throw limit('PoliciesPerAccount', state.quotas.policies)
      const policy: Policy = {
        name,
        path,
        id: nextId(state, 'ANPA'),
        arn: arnOf(state.account, 'policy', { path, name }),
        description,
        created: now,
        updated: now,
        tags,
        versions: [{ id: 'v1', document, created: now }],
        defaultVersion: 'v1',
        next: 2
      }
      state.policies.set(policy.arn, policy)
      return { Policy: { ...policyShape(policy, NO_USE), Tags: tagShape(tags) } }
    }
  },
  GetPolicy: {
    kind: 'read',
    resource: policyArn,
    run: (call) => {
      const policy = namedPolicy(call)
      const shape = policyShape(policy, usageOf(call.state))
      return {
        Policy: {
          ...shape,
          Description: policy.description === '' ? null : policy.description,
          Tags: tagShape(policy.tags)
        }
      }
    }
  },
  ListPolicies: {
    kind: 'read',
    resource: (call) => `arn:aws:iam::${call.state.account}:policy/`,
    run: (call) => {
      const { params, state } = call
      const scope = params.choice('Scope', ['All', 'AWS', 'Local']) ?? 'All'
      const prefix = params.optional('PathPrefix', RULES.pathPrefix) ?? '/'
      const attachedOnly = params.flag('OnlyAttached') ?? false
      const use = params.choice('PolicyUsageFilter', ['PermissionsPolicy', 'PermissionsBoundary'])
      const usage = usageOf(state)
      const all = [
        ...(scope === 'AWS' ? [] : state.policies.values()),
        ...(scope === 'Local' ? [] : AWS_POLICIES.values())
      ]
      const wanted = all.filter((one) => {
        const [attached, boundary] = [usage.attached.has(one.arn), usage.boundaries.has(one.arn)]
        const used = use === null ? attached || boundary : use === 'PermissionsPolicy' ? attached : boundary
        return one.path.startsWith(prefix) && (used || (!attachedOnly && use === null))
      })
      const page = pageOf(
        sortedBy(wanted, (one) => one.arn),
        (one) => one.arn,
        call
      )
      return { Policies: page.items.map((one) => policyShape(one, usage)), ...pageFields(page) }
    }
  },
  DeletePolicy: {
    kind: 'write',
    resource: policyArn,
    run: (call) => {
      const policy = ownPolicy(call)
      const usage = usageOf(call.state)
      if (usage.attached.has(policy.arn) || usage.boundaries.has(policy.arn)) {
        throw new AwsError('DeleteConflict', 'Cannot delete a policy attached to entities.')
      }
      if (policy.versions.length > 1) {
        throw new AwsError(
          'DeleteConflict',
          "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy."
        )
      }
      call.state.policies.delete(policy.arn)
      return null
    }
  },
  ListEntitiesForPolicy: {
    kind: 'read',
    resource: policyArn,
    run: (call) => {
      const { params, state } = call
      const { arn } = namedPolicy(call)
      const filter = params.choice('EntityFilter', [
        'User',
        'Role',
        'Group',
        'LocalManagedPolicy',
        'AWSManagedPolicy'
      ])
      const prefix = params.optional('PathPrefix', RULES.pathPrefix) ?? '/'
      const use = params.choice('PolicyUsageFilter', ['PermissionsPolicy', 'PermissionsBoundary'])
      const holds = (one: Holder & { boundary?: string | null }): boolean =>
        one.path.startsWith(prefix) &&
        ((use !== 'PermissionsBoundary' && one.attached.includes(arn)) ||
          (use !== 'PermissionsPolicy' && one.boundary === arn))
      const found = [
        ...(filter === null || filter === 'Group'
          ? [...state.groups.values()]
              .filter(holds)
              .map((one) => ({ at: `1 ${one.name}`, kind: 'Group', one }))
          : []),
        ...(filter === null || filter === 'Role'
          ? [...state.roles.values()].filter(holds).map((one) => ({ at: `2 ${one.name}`, kind: 'Role', one }))
          : []),
        ...(filter === null || filter === 'User'
          ? [...state.users.values()].filter(holds).map((one) => ({ at: `3 ${one.name}`, kind: 'User', one }))
          : [])
      ]
      const page = pageOf(
        sortedBy(found, (one) => one.at),
        (one) => one.at,
        call
      )
      const pick = (kind: string) =>
        page.items
          .filter((item) => item.kind === kind)
          .map(({ one }) => ({ [`${kind}Name`]: one.name, [`${kind}Id`]: one.id }))
      return {
        PolicyGroups: pick('Group'),
        PolicyRoles: pick('Role'),
        PolicyUsers: pick('User'),
        ...pageFields(page)
      }
    }
  }
}

const NO_USE = { attached: new Map<string, number>(), boundaries: new Map<string, number>() }
