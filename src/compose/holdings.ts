import type { Book, Grant } from '../book/book.ts'
import { resolveEntitlement } from '../book/bundles.ts'
import { effectiveWindow } from '../book/effective.ts'
import type { EntitlementName } from '../book/ids.ts'
import type { Instant } from '../book/instant.ts'

/** A grant and when it really holds; `until` null: that can't be told. */
export interface Held {
  readonly grant: Grant
  readonly from: Instant | null
  readonly until: Instant | null
}

/** Everything that a subject holds or will hold after an instant, by path. What is over is left out. */
export function heldBy(book: Book, subject: string, now: Instant): readonly Held[] {
  const held = (book.grantsOfSubject.get(subject) ?? []).map((grant): Held => {
    const { window } = effectiveWindow(book, grant)
    return { grant, from: window?.from ?? null, until: window?.until ?? null }
  })
  return held
    .filter(({ until }) => until === null || until > now)
    .toSorted((a, b) => (a.grant.path < b.grant.path ? -1 : 1))
}

/** Through which bundle a subject holds an entitlement, or will; null: through none. */
export function heldThrough(book: Book, subject: string, name: EntitlementName, now: Instant): Held | null {
  const bundle = heldBy(book, subject, now).find(
    ({ grant }) =>
      grant.name !== name &&
      (resolveEntitlement(book, grant.name)?.all.some((member) => member.name === name) ?? false)
  )
  return bundle ?? null
}
