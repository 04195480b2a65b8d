import {
  GetGroupCommand,
  GetGroupPolicyCommand,
  ListAttachedGroupPoliciesCommand,
  ListGroupPoliciesCommand,
  type IAMClient
} from '@aws-sdk/client-iam'
import type { GroupDetail, PrincipalDetail } from '../../account.ts'
import { bareName, resourceOf } from '../../names.ts'
import type { Fresh } from '../../outside/thing.ts'
import { viewOf } from '../../outside/things.ts'
import type { SignIn, View } from '../../outside/view.ts'
import { readManaged } from '../boundaries.ts'
import { allPages, given, plainDocument } from '../pages.ts'
import { readPrincipal } from '../principal.ts'
import { askedOf } from './credentials.ts'
import { orNothing } from './or-nothing.ts'

/** Reads one user, role or group entity by entity, its groups and all documents too; null if there is none of this ARN. */
export async function readFresh(
  iam: IAMClient,
  arn: string,
  instance: string,
  log: (line: string) => void
): Promise<Fresh | null> {
  const name = resourceOf(arn)
  if (name.startsWith('group/')) {
    const group = await readGroup(iam, bareName(name))
    if (group?.arn !== arn) return null
    return freshOf(iam, name, { ...group, members: await readMembers(iam, group.name) }, null, log)
  }
  const read = await readPrincipal(iam, name, instance)
  if (read?.detail.arn !== arn) return null
  const { detail } = read
  return freshOf(iam, name, detail, detail.trust === null ? await askedOf(iam, detail) : null, log)
}

async function freshOf(
  iam: IAMClient,
  name: string,
  holder: PrincipalDetail | GroupDetail,
  signIn: SignIn | null,
  log: (line: string) => void
): Promise<Fresh> {
  const groups = new Map<string, GroupDetail>()
  for (const group of 'groups' in holder ? holder.groups : []) {
    const read = await readGroup(iam, group)
    if (read) groups.set(group, read)
  }
  const managed = new Map<string, string | null>()
  for (const policy of [...holder.attached, ...[...groups.values()].flatMap(({ attached }) => attached)])
    if (!managed.has(policy)) managed.set(policy, await readManaged(iam, policy, log))
  const rest: View = {
    account: { serverTime: 0, principals: new Map(), groups, policies: new Map(), summary: {} },
    managed,
    credentials: signIn && 'id' in holder ? new Map([[holder.arn, signIn]]) : null,
    providers: null
  }
  return { view: viewOf(holder, rest), name, holder, signIn }
}

async function readMembers(iam: IAMClient, GroupName: string): Promise<readonly string[]> {
  const pages = await allPages((marker) => iam.send(new GetGroupCommand({ GroupName, ...marker })))
  return pages
    .flatMap((page) => page.Users ?? [])
    .map((user) => given(user.UserId, 'UserId'))
    .toSorted()
}

/** Reads a group with everything on it but the documents of managed policies; null if there is none of this name. */
export async function readGroup(iam: IAMClient, GroupName: string): Promise<GroupDetail | null> {
  const group = await orNothing(iam.send(new GetGroupCommand({ GroupName, MaxItems: 1 })))
  if (!group) return null
  const names = await allPages((marker) => iam.send(new ListGroupPoliciesCommand({ GroupName, ...marker })))
  const inline: { name: string; document: string }[] = []
  for (const PolicyName of names.flatMap((page) => page.PolicyNames ?? [])) {
    const policy = await orNothing(iam.send(new GetGroupPolicyCommand({ GroupName, PolicyName })))
    if (policy) inline.push({ name: PolicyName, document: plainDocument(policy.PolicyDocument) })
  }
  const attached = await allPages((marker) =>
    iam.send(new ListAttachedGroupPoliciesCommand({ GroupName, ...marker }))
  )
  return {
    name: GroupName,
    arn: given(group.Group?.Arn, 'Arn'),
    inline,
    attached: attached
      .flatMap((page) => page.AttachedPolicies ?? [])
      .map((policy) => given(policy.PolicyArn, 'PolicyArn'))
  }
}
