import type { Book, EntitlementEntry, Subject } from '../../../book/book.ts'
import { subjectOf } from '../../../book/effective.ts'
import { UsageError } from '../../../book/errors.ts'
import { nearest } from '../../../book/nearest.ts'
import { quote } from '../../../book/quote.ts'

/** A person or workload by id. Throws UsageError with the nearest one that there is. */
export function requireSubject(book: Book, id: string): Subject {
  const subject = subjectOf(book, id)
  if (subject) return subject
  refuseInvalid(book, id, ['person', 'workload'])
  throw new UsageError(
    `${quote(id)} is neither in "people/" nor in "workloads/".${hint(id, [...book.people.keys(), ...book.workloads.keys()])}`
  )
}

/** A person by id. Throws UsageError with the nearest one that there is. */
export function requirePerson(book: Book, id: string, option: string): string {
  if (book.people.has(id)) return id
  refuseInvalid(book, id, ['person'])
  const which = book.workloads.has(id) ? 'is a workload, not a person' : 'is not in "people/"'
  throw new UsageError(`${option}${quote(id)} ${which}.${hint(id, book.people.keys())}`)
}

/** An entitlement by its full name. Throws UsageError with the nearest one that there is. */
export function requireEntitlement(book: Book, name: string): EntitlementEntry {
  const all = [...book.entitlements.values()]
  const entry = all.find((one) => one.name === name)
  if (entry) return entry
  for (const [path, identity] of book.invalid)
    if (identity?.kind === 'entitlement' && `${identity.system}/${identity.id}` === name) throw refused(path)
  const form = name.includes('/') ? '' : ' It is named with its system: aws-prod/billing-read.'
  const bare = all.find(({ id }) => id === name)?.name
  const near = bare
    ? ` The nearest is "${bare}".`
    : hint(
        name,
        all.map((one) => one.name)
      )
  throw new UsageError(`There is no entitlement ${quote(name)}.${form}${near}`)
}

function refuseInvalid({ invalid }: Book, id: string, kinds: readonly string[]): void {
  for (const [path, identity] of invalid)
    if (identity && 'id' in identity && identity.id === id && kinds.includes(identity.kind))
      throw refused(path)
}

function refused(path: string): UsageError {
  return new UsageError(
    `${path} can’t be read as it stands on the default branch. Have it mended first: grantbook validate says what is wrong.`
  )
}

/** The nearest valid name, as one more sentence. */
export function hint(wanted: string, names: Iterable<string>): string {
  const near = nearest(wanted, names)
  return near === null ? '' : ` The nearest is "${near}".`
}
