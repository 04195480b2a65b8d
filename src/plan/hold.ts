import type { Grant } from '../book/book.ts'
import { effectiveWindow } from '../book/effective.ts'
import { entitlementName } from '../book/ids.ts'
import type { Fault } from './desired.ts'
import { filesOf, windowOf } from './ending.ts'
import type { GrantFacts } from './fault.ts'
import type { Capped, Judged } from './wish.ts'

/** Freezes a grant whose own file is in order: what is broken above it is no reason to outlive its own date. */
export function hold(grant: Grant, wish: Capped, fault: Fault): Judged {
  const { window, certain, end } = windowOf(grant, wish)
  const until = window?.until ?? certain
  const own = until === grant.expires
  const exception = end === 'exception' ? wish.caps.get(grant.path)?.exception : undefined
  const others = exception === undefined ? filesOf(wish.book, grant.subject) : [exception]
  return { is: 'frozen', fault, until, own, by: own ? [grant.path] : others }
}

/** Freezes a grant whose own file says nothing that counts: only an end of its subject is certain. */
export function freeze(
  { path, blob, system, entitlement, subject }: GrantFacts,
  { book }: Capped,
  fault: Fault
): Judged {
  const name = entitlementName(system, entitlement)
  const undated = { reason: '', expires: null, starts: null, hasStarts: false }
  const silent = { ticket: null, requester: null, task: null, incident: null }
  const grant: Grant = {
    kind: 'grant',
    path,
    blob,
    system,
    entitlement,
    name,
    subject,
    ...undated,
    ...silent
  }
  const until = effectiveWindow(book, grant).certain
  return { is: 'frozen', fault, until, own: false, by: filesOf(book, subject) }
}
