import {
  DeleteAccessKeyCommand,
  DeleteGroupPolicyCommand,
  DeleteLoginProfileCommand,
  DeleteRolePolicyCommand,
  DeleteUserCommand,
  DeleteUserPolicyCommand,
  DetachGroupPolicyCommand,
  DetachRolePolicyCommand,
  DetachUserPolicyCommand,
  RemoveUserFromGroupCommand,
  UpdateAccessKeyCommand,
  type IAMClient
} from '@aws-sdk/client-iam'
import { bareName } from '../../names.ts'
import type { Thing } from '../../outside/thing.ts'

/**
 * Takes one thing off a user, role or group (`user/alice`). A key is deactivated first, so that it works no more even if it
 * can't be deleted. Throws the system's error.
 */
export async function takeAway(iam: IAMClient, holder: string, thing: Thing): Promise<void> {
  const UserName = bareName(holder)
  switch (thing.what) {
    case 'key': {
      const which = { UserName, AccessKeyId: thing.key }
      if (thing.active) await iam.send(new UpdateAccessKeyCommand({ ...which, Status: 'Inactive' }))
      await iam.send(new DeleteAccessKeyCommand(which))
      return
    }
    case 'login':
      await iam.send(new DeleteLoginProfileCommand({ UserName }))
      return
    case 'member':
      await iam.send(new RemoveUserFromGroupCommand({ UserName, GroupName: thing.group }))
      return
    case 'attached':
      return detach(iam, holder, thing.arn)
    case 'inline':
      return deleteInline(iam, holder, thing.name)
  }
}

/** Deletes a user on whom nothing is left; IAM refuses any other. Throws the system's error. */
export async function deleteUser(iam: IAMClient, user: string): Promise<void> {
  await iam.send(new DeleteUserCommand({ UserName: bareName(user) }))
}

async function detach(iam: IAMClient, holder: string, PolicyArn: string): Promise<void> {
  const name = bareName(holder)
  if (holder.startsWith('user/')) await iam.send(new DetachUserPolicyCommand({ UserName: name, PolicyArn }))
  else if (holder.startsWith('role/'))
    await iam.send(new DetachRolePolicyCommand({ RoleName: name, PolicyArn }))
  else await iam.send(new DetachGroupPolicyCommand({ GroupName: name, PolicyArn }))
}

async function deleteInline(iam: IAMClient, holder: string, PolicyName: string): Promise<void> {
  const name = bareName(holder)
  if (holder.startsWith('user/')) await iam.send(new DeleteUserPolicyCommand({ UserName: name, PolicyName }))
  else if (holder.startsWith('role/'))
    await iam.send(new DeleteRolePolicyCommand({ RoleName: name, PolicyName }))
  else await iam.send(new DeleteGroupPolicyCommand({ GroupName: name, PolicyName }))
}
