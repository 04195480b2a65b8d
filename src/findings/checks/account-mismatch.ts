import { resolveEntitlement } from '../../book/bundles.ts'
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
    for (const [name, grants] of book.grantsOfEntitlement) {
      const targets = (resolveEntitlement(book, name)?.targets ?? []).filter((target) =>
        hasValidTarget(context, target)
      )
      for (const { subject, path } of grants) {
        const holder = book.people.get(subject) ?? book.workloads.get(subject)
        if (!holder) continue
        for (const target of targets) {
          const account = accountIn(context, holder, target.system)
          const mismatch =
            account && connected(target.system)?.core.mismatch(target.data.target, account.value)
          if (mismatch) yield { message: mismatch.message, fix: mismatch.fix, file: path, pointer: [] }
        }
      }
    }
  }
}
