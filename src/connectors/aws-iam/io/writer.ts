import {
  AddUserToGroupCommand,
  AttachRolePolicyCommand,
  AttachUserPolicyCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  DeletePolicyCommand,
  DeletePolicyVersionCommand,
  DeleteRolePolicyCommand,
  DeleteUserPolicyCommand,
  DetachGroupPolicyCommand,
  DetachRolePolicyCommand,
  DetachUserPolicyCommand,
  ListPolicyVersionsCommand,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
  RemoveUserFromGroupCommand,
  type IAMClient
} from '@aws-sdk/client-iam'
import type { SessionPorts } from '../../connector.ts'
import { kindOf } from '../limits.ts'
import { bareName, shardName, shardPath } from '../names.ts'
import { codeOf, Surprise } from './errors.ts'
import { allPages, given } from './pages.ts'

/** How often and how long (milliseconds) an attachment waits for a policy that was only just created to be seen. */
const ATTACH_TRIES = 8
const ATTACH_WAIT = 2000

/** The only thing that writes to an account. Every method is safe to repeat. */
export class Writer {
  /** Successful calls. */
  writes = 0
  private readonly iam: IAMClient
  private readonly instance: string
  private readonly ports: SessionPorts

  constructor(iam: IAMClient, instance: string, ports: SessionPorts) {
    this.iam = iam
    this.instance = instance
    this.ports = ports
  }

  async putInline(principal: string, document: string): Promise<void> {
    const [name, PolicyName, PolicyDocument] = [bareName(principal), this.instance, document]
    await this.count(
      kindOf(principal) === 'user'
        ? this.iam.send(new PutUserPolicyCommand({ UserName: name, PolicyName, PolicyDocument }))
        : this.iam.send(new PutRolePolicyCommand({ RoleName: name, PolicyName, PolicyDocument }))
    )
  }

  async deleteInline(principal: string): Promise<void> {
    const [name, PolicyName] = [bareName(principal), this.instance]
    await this.gone(
      kindOf(principal) === 'user'
        ? this.iam.send(new DeleteUserPolicyCommand({ UserName: name, PolicyName }))
        : this.iam.send(new DeleteRolePolicyCommand({ RoleName: name, PolicyName }))
    )
  }

  /** Creates the n-th managed policy of a principal. It has no effect until it is attached. */
  async createShard(
    principalId: string,
    n: number,
    document: string
  ): Promise<{ arn: string; version: string }> {
    try {
      const { Policy: policy } = await this.count(
        this.iam.send(
          new CreatePolicyCommand({
            Path: shardPath(this.instance, principalId),
            PolicyName: shardName(this.instance, principalId, n),
            PolicyDocument: document
          })
        )
      )
      if (policy?.Arn !== undefined) return { arn: policy.Arn, version: policy.DefaultVersionId ?? 'v1' }
    } catch (error) {
      // A try of ours had its effect although it looked failed: what stands there now has to be read.
      if (codeOf(error) !== 'EntityAlreadyExists') throw error
    }
    throw new Surprise(`${shardName(this.instance, principalId, n)} exists already`)
  }

  /**
   * Makes a new version the one in force and deletes every other, so that nobody can bring an old one back. Returns the
   * new version’s id.
   */
  async replaceShard(arn: string, document: string, before: string): Promise<string> {
    const answer = await this.count(
      this.iam.send(
        new CreatePolicyVersionCommand({ PolicyArn: arn, PolicyDocument: document, SetAsDefault: true })
      )
    )
    // A repeated try may have made a version each time.
    const once = (answer.$metadata.attempts ?? 1) === 1
    for (const version of once ? [before] : await this.otherVersions(arn))
      await this.deleteVersion(arn, version)
    return given(answer.PolicyVersion?.VersionId, 'VersionId')
  }

  async deleteVersion(arn: string, version: string): Promise<void> {
    await this.gone(this.iam.send(new DeletePolicyVersionCommand({ PolicyArn: arn, VersionId: version })))
  }

  async attach(principal: string, arn: string): Promise<void> {
    const name = bareName(principal)
    for (let attempt = 1; ; attempt++) {
      try {
        await this.count(
          kindOf(principal) === 'user'
            ? this.iam.send(new AttachUserPolicyCommand({ UserName: name, PolicyArn: arn }))
            : this.iam.send(new AttachRolePolicyCommand({ RoleName: name, PolicyArn: arn }))
        )
        return
      } catch (error) {
        if (codeOf(error) !== 'NoSuchEntity' || attempt >= ATTACH_TRIES) throw error
        await this.ports.sleep(ATTACH_WAIT)
      }
    }
  }

  /** Takes a managed policy off a user, role or group (`group/name`). */
  async detach(holder: string, arn: string): Promise<void> {
    const name = bareName(holder)
    await this.gone(
      holder.startsWith('group/')
        ? this.iam.send(new DetachGroupPolicyCommand({ GroupName: name, PolicyArn: arn }))
        : kindOf(holder) === 'user'
          ? this.iam.send(new DetachUserPolicyCommand({ UserName: name, PolicyArn: arn }))
          : this.iam.send(new DetachRolePolicyCommand({ RoleName: name, PolicyArn: arn }))
    )
  }

  /** Deletes a managed policy that is attached nowhere; versions not in force first, as IAM demands. */
  async deletePolicy(arn: string, oldVersions: readonly string[]): Promise<void> {
    for (const version of oldVersions) await this.deleteVersion(arn, version)
    await this.gone(this.iam.send(new DeletePolicyCommand({ PolicyArn: arn })))
  }

  async join(principal: string, group: string): Promise<void> {
    await this.count(
      this.iam.send(new AddUserToGroupCommand({ UserName: bareName(principal), GroupName: group }))
    )
  }

  async leave(principal: string, group: string): Promise<void> {
    await this.gone(
      this.iam.send(new RemoveUserFromGroupCommand({ UserName: bareName(principal), GroupName: group }))
    )
  }

  private async otherVersions(PolicyArn: string): Promise<readonly string[]> {
    const pages = await allPages((marker) =>
      this.iam.send(new ListPolicyVersionsCommand({ PolicyArn, ...marker }))
    )
    const versions = pages.flatMap((page) => page.Versions ?? [])
    return versions.flatMap((version) =>
      version.IsDefaultVersion === true || version.VersionId === undefined ? [] : [version.VersionId]
    )
  }

  private async count<T>(call: Promise<T>): Promise<T> {
    const answer = await call
    this.writes++
    return answer
  }

  /** A removal: that there was nothing to remove is success, which the re-read afterwards proves. */
  private async gone(call: Promise<unknown>): Promise<void> {
    try {
      await this.count(call)
    } catch (error) {
      if (codeOf(error) !== 'NoSuchEntity') throw error
    }
  }
}
