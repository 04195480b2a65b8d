import { personEnd } from '../../../book/effective.ts'
import type { Book } from '../../../book/book.ts'
import { readInstant, writeInstant } from '../../../book/instant.ts'
import { subjectsOf } from '../../../compose/adoption.ts'
import { isSuspended } from '../../../findings/active.ts'
import type { SavedEvent } from '../../../io/git/found-events.ts'
import type { Common, Io } from '../../command.ts'
import { CONNECTORS } from '../../connectors.ts'
import { requireLocal } from '../loopback.ts'
import { portsOf } from '../systems.ts'

/** Whether it stands again; else why not. */
export type PutBack = { readonly done: true } | { readonly done: false; readonly why: string }

/**
 * Gives back what was saved, as the identity at hand, if the approved files let just this stand now and whoever had it is
 * still there. `book` is the verified approved tree. Throws UnableError where the account can't be used, UsageError with
 * another clock where it isn't a local stand.
 */
export async function putBack(saved: SavedEvent, book: Book, common: Common, io: Io): Promise<PutBack> {
  const refused = whyNot(saved, book, common.now)
  if (refused !== null) return { done: false, why: refused }
  const system = book.systems.get(saved.system)
  const connector = system && CONNECTORS.get(system.data.connector)
  if (!system || !connector || connector.core.checkSettings(system.data.settings).length > 0)
    return { done: false, why: `System "${saved.system}" has no approved file that can be followed.` }
  const { core } = connector
  const context = { id: system.id, entry: system, repository: book.settings?.data.repository ?? '' }
  const away = subjectsOf(saved.principal, book, { core, context }).find((id) => isAway(id, book, common.now))
  if (away !== undefined)
    return { done: false, why: `"${away}", whose account it is, has left or is suspended.` }
  if (common.nowGiven) requireLocal(system.id, connector, context, io.environment)
  const session = await connector.open(context, portsOf('restore', common, io))
  const value: unknown = JSON.parse(saved.saved)
  const { state, why } = await session.restore(saved.principal, value)
  return state === 'restored' ? { done: true } : { done: false, why: why ?? 'The system didn’t say why.' }
}

/** Why the approved files don't let it stand; null: they do. */
function whyNot({ grant, item, digest, principal }: SavedEvent, book: Book, now: number): string | null {
  const file = book.outOfBand.get(grant ?? '')?.data
  const until = file?.decision === 'tolerate' ? readInstant(file.expires, 'end') : null
  const isMeant =
    file?.principal === principal && file.items.some((one) => one.id === item && one.digest === digest)
  if (until === null || !isMeant)
    return `Nobody has approved that ${item} stands again on ${principal}: the approved ${grant ?? 'file'} doesn’t say so. Run the command without --put-back, have its pull request approved and merged, and wait for the next apply.`
  return until > now ? null : `It was approved until ${writeInstant(until)} only.`
}

function isAway(id: string, book: Book, now: number): boolean {
  const suspension = book.suspensions.get(id)
  if (suspension && isSuspended(suspension.data, now)) return true
  const person = book.people.get(id)
  const end = person ? personEnd(person) : Infinity
  return end === null || end <= now
}
