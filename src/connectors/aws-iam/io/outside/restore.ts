import {
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  AttachRolePolicyCommand,
  AttachUserPolicyCommand,
  PutGroupPolicyCommand,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
  type IAMClient
} from '@aws-sdk/client-iam'
import { UnableError } from '../../../../book/errors.ts'
import type { Explained, Restoration } from '../../../connector.ts'
import { bareName } from '../../names.ts'
import { conferredBy } from '../../outside/conferred.ts'
import { findOutside } from '../../outside/find.ts'
import { readSaved, type Saved } from '../../outside/saved.ts'
import type { Fresh } from '../../outside/thing.ts'
import { thingsOn, withSaved } from '../../outside/things.ts'
import type { House } from '../../outside/view.ts'
import { readManaged } from '../boundaries.ts'
import { tell } from '../errors.ts'
import { readFresh, readGroup } from './fresh.ts'
import type { Bench } from './remediate.ts'
import { WAITS } from './waits.ts'

/** Puts one thing back. See `Session.restore`. */
export async function restore(bench: Bench, principal: string, value: unknown): Promise<Restoration> {
  const saved = readSaved(value)
  if (!saved) throw new UnableError('This is nothing that was saved when access was taken away.')
  const { id } = saved
  const kept = (why: string): Restoration => ({ id, state: 'kept', why })
  try {
    const fresh = await read(bench, principal)
    if (!fresh) return kept(`${principal} doesn’t exist any more.`)
    if (saved.principalId !== ('id' in fresh.holder ? fresh.holder.id : null))
      return kept(`${principal} is not the one that it was taken from: it was deleted and made again.`)
    const stands = thingsOn(fresh).has(id)
    const then = stands ? fresh : withSaved(await withDocuments(bench, fresh, saved), saved)
    if (digestIn(then, bench.house, id) !== saved.digest)
      return kept('It would not say what it said when it was taken away.')
    if (saved.confers === null || conferredBy(saved, then) !== saved.confers)
      return kept('It would not give just what it gave when it was taken away, or nobody can tell.')
    if (stands) return { id, state: 'restored', why: 'It was there already.' }
    await putBack(bench.iam, fresh.name, saved)
    for (const wait of WAITS) {
      if (wait > 0) await bench.ports.sleep(wait)
      const shown = await read(bench, principal)
      if (shown && digestIn(shown, bench.house, id) === saved.digest)
        return { id, state: 'restored', why: null }
    }
    return { id, state: 'failed', why: 'It doesn’t show yet. Look again in a few minutes.' }
  } catch (error) {
    const { code, message } = tell(error)
    return { id, state: 'failed', why: `${code}: ${message}` }
  }
}

/** A policy that isn't attached was not read with its principal, nor a group that nobody is in. */
async function withDocuments({ iam, ports }: Bench, fresh: Fresh, saved: Saved): Promise<Fresh> {
  if (saved.what === 'inline') return fresh
  const { view } = fresh
  const group = saved.what === 'member' ? await readGroup(iam, saved.group) : null
  const managed = new Map(view.managed)
  for (const arn of saved.what === 'attached' ? [saved.arn] : (group?.attached ?? []))
    managed.set(arn, await readManaged(iam, arn, ports.log))
  const groups = new Map(view.account.groups)
  if (group) groups.set(group.name, group)
  return { ...fresh, view: { ...view, managed, account: { ...view.account, groups } } }
}

const NOTHING: Explained = { accounts: new Map(), targets: [], owned: new Map(), onFile: () => true }

/** Digest under which a thing would be found if nothing explained it. */
function digestIn({ view, name }: Fresh, house: House, id: string): string | null {
  const everything = { ...house, own: new Set<string>(), known: new Set<string>() }
  const found = findOutside(view, everything, NOTHING).find((each) => each.name === name)
  return found?.items.find((item) => item.id === id)?.digest ?? null
}

function read({ iam, house, ports }: Bench, principal: string): Promise<Fresh | null> {
  return readFresh(iam, principal, house.instance, ports.log)
}

async function putBack(iam: IAMClient, holder: string, saved: Saved): Promise<void> {
  const name = bareName(holder)
  if (saved.what === 'member') {
    await iam.send(new AddUserToGroupCommand({ UserName: name, GroupName: saved.group }))
  } else if (saved.what === 'attached') {
    const { arn: PolicyArn } = saved
    if (holder.startsWith('user/')) await iam.send(new AttachUserPolicyCommand({ UserName: name, PolicyArn }))
    else if (holder.startsWith('role/'))
      await iam.send(new AttachRolePolicyCommand({ RoleName: name, PolicyArn }))
    else await iam.send(new AttachGroupPolicyCommand({ GroupName: name, PolicyArn }))
  } else {
    const policy = { PolicyName: saved.name, PolicyDocument: saved.document }
    if (holder.startsWith('user/')) await iam.send(new PutUserPolicyCommand({ UserName: name, ...policy }))
    else if (holder.startsWith('role/'))
      await iam.send(new PutRolePolicyCommand({ RoleName: name, ...policy }))
    else await iam.send(new PutGroupPolicyCommand({ GroupName: name, ...policy }))
  }
}
