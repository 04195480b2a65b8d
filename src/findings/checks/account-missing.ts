import { resolveEntitlement } from '../../book/bundles.ts'
import type { Check } from '../check.ts'

/** Somebody is granted something in a system in which they have no account. */
export const accountMissing: Check = {
  code: 'account-missing',
  severity: 'error',
  doc: 'Somebody is granted something in a system in which they have no account.',
  fix: 'Add the account to the person’s or workload’s file.',
  *run({ book }) {
    for (const [name, grants] of book.grantsOfEntitlement) {
      const systems = resolveEntitlement(book, name)?.systems ?? []
      for (const { subject, path } of grants) {
        const holder = book.people.get(subject) ?? book.workloads.get(subject)
        if (!holder) continue
        for (const system of systems) {
          if (holder.data.accounts && Object.hasOwn(holder.data.accounts, system)) continue
          yield {
            message: `"${subject}" has no account in "${system}".`,
            fix: `Add "${system}" below "accounts" in ${holder.path}.`,
            file: path,
            pointer: []
          }
        }
      }
    }
  }
}
