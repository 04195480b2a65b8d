import { resolveEntitlement } from '../../book/bundles.ts'
import { subjectOf } from '../../book/effective.ts'
import type { Check } from '../check.ts'

/** Somebody is granted something in a system in which they have no account. */
export const accountMissing: Check = {
  code: 'account-missing',
  severity: 'error',
  doc: 'Somebody is granted something in a system in which they have no account.',
  fix: 'Add the account to the person’s or workload’s file.',
  *run({ book }) {
    for (const { name, subject, path } of book.grants.values()) {
      const resolved = resolveEntitlement(book, name)
      const holder = resolved && subjectOf(book, subject)
      if (!holder) continue
      const accounts = holder.entry.data.accounts
      const told = new Set<string>()
      for (const { system } of resolved.targets) {
        if ((accounts && Object.hasOwn(accounts, system)) || told.has(system)) continue
        told.add(system)
        yield {
          message: `"${subject}" has no account in "${system}".`,
          fix: `Add "${system}" below "accounts" in ${holder.entry.path}.`,
          file: path,
          pointer: []
        }
      }
    }
  }
}
