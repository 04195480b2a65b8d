import { resolveEntitlement } from '../../book/bundles.ts'
import { subjectOf } from '../../book/effective.ts'
import { accountIn, hasValidTarget } from '../accounts.ts'
import type { Check } from '../check.ts'

/** Somebody’s account can’t hold a target at all (a role can’t join a group). */
export const accountMismatch: Check = {
  code: 'account-mismatch',
  severity: 'error',
  doc: 'Somebody’s account can’t hold a target at all (a role can’t join a group).',
  fix: 'Grant another entitlement.',
  *run(context) {
    const { book, connected } = context
    for (const { name, subject, path } of book.grants.values()) {
      const resolved = resolveEntitlement(book, name)
      const holder = resolved && subjectOf(book, subject)
      if (!holder) continue
      for (const target of resolved.targets) {
        const account = accountIn(context, holder.entry, target.system)
        if (!account || !hasValidTarget(context, target)) continue
        const mismatch = connected(target.system)?.core.mismatch(target.data.target, account.value)
        if (mismatch) yield { message: mismatch.message, fix: mismatch.fix, file: path, pointer: [] }
      }
    }
  }
}
