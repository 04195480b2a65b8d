import type { SessionPorts } from '../../connector.ts'
import type { Aim } from '../aim.ts'
import { same, type Write } from '../order.ts'
import { INLINE, type Slot } from '../place.ts'
import type { PrincipalState } from '../standing.ts'
import { documentText } from '../statement.ts'
import type { Writer } from './writer.ts'

/** A managed policy of ours as the calls so far left it. */
interface Shard {
  arn: string
  version: string
  attached: boolean
}

/**
 * Makes the calls of an aim in their order. A refused call stops what depends on it and nothing else: every removal is
 * tried whatever becomes of the others, nothing is added while a removal failed, and nothing leaves its old place before
 * everything stands at its new one. Returns the first error.
 */
export async function execute(
  aim: Aim,
  state: PrincipalState,
  writer: Writer,
  ports: SessionPorts
): Promise<unknown> {
  const { principal, id } = state.detail
  const shards = new Map<Slot, Shard>()
  for (const { slot, arn, defaultVersion, attached } of state.documents.values()) {
    if (arn !== null && defaultVersion !== null) shards.set(slot, { arn, version: defaultVersion, attached })
  }

  const write = async ({ slot, pieces }: Pick<Write, 'slot' | 'pieces'>): Promise<void> => {
    if (slot === INLINE) {
      return pieces.length === 0
        ? writer.deleteInline(principal)
        : writer.putInline(principal, documentText(pieces))
    }
    const shard = shards.get(slot)
    if (pieces.length === 0) return shard ? remove(slot, shard) : undefined
    if (!shard) {
      const made: Shard = { ...(await writer.createShard(id, slot, documentText(pieces))), attached: false }
      shards.set(slot, made)
      return attach(made)
    }
    const decoded = state.documents.get(slot)?.decoded
    const stands = !shard.attached && decoded?.alien.length === 0 && same(decoded.pieces, pieces)
    if (!stands) shard.version = await writer.replaceShard(shard.arn, documentText(pieces), shard.version)
    if (!shard.attached) await attach(shard)
  }
  const attach = async (shard: Shard): Promise<void> => {
    await writer.attach(principal, shard.arn)
    shard.attached = true
  }
  const remove = async (slot: Slot, shard: Shard): Promise<void> => {
    if (shard.attached) await writer.detach(principal, shard.arn)
    shard.attached = false
    await writer.deletePolicy(shard.arn, state.documents.get(slot)?.oldVersions ?? [])
    shards.delete(slot)
  }

  const errors: unknown[] = []
  const attempt = async (step: () => Promise<void>): Promise<void> => {
    try {
      ports.signal.throwIfAborted()
      await step()
    } catch (error) {
      errors.push(error)
    }
  }
  for (const { arn, oldVersions } of state.documents.values()) {
    for (const version of oldVersions)
      if (arn !== null) await attempt(() => writer.deleteVersion(arn, version))
  }
  for (const group of aim.leave) await attempt(() => writer.leave(principal, group))
  for (const step of aim.order.revoke) await attempt(() => revoke(step, write))
  for (const step of aim.order.grow) if (errors.length === 0) await attempt(() => write(step))
  for (const group of aim.join) if (errors.length === 0) await attempt(() => writer.join(principal, group))
  for (const step of aim.order.trim) if (errors.length === 0) await attempt(() => write(step))
  for (const [slot, shard] of shards) {
    if (!shard.attached && !aim.slots.has(slot)) await attempt(() => remove(slot, shard))
  }
  return errors[0] ?? null
}

/** Writes a document with less, and with what is new in it; if that is refused, at least with less. */
async function revoke(
  step: Write,
  write: (step: Pick<Write, 'slot' | 'pieces'>) => Promise<void>
): Promise<void> {
  try {
    await write(step)
  } catch (error) {
    if (step.atLeast === null || same(step.atLeast, step.pieces)) throw error
    await write({ slot: step.slot, pieces: step.atLeast })
    throw error
  }
}
