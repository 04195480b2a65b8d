import { accountsOf } from '../accounts.ts'
import type { Check } from '../check.ts'

/** Two people or workloads are the same account of one system. */
export const accountDuplicate: Check = {
  code: 'account-duplicate',
  severity: 'error',
  doc: 'Two people or workloads are the same account of one system.',
  fix: 'Give each its own account.',
  *run(context) {
    const { book } = context
    const holders = new Map<string, { readonly id: string; readonly path: string }>()
    for (const entry of [...book.people.values(), ...book.workloads.values()].toSorted(byPath)) {
      for (const { system, principal } of accountsOf(context, entry)) {
        const key = `${system} ${principal}`
        const first = holders.get(key)
        if (!first) {
          holders.set(key, entry)
          continue
        }
        yield {
          message: `${principal} in "${system}" is already the account of "${first.id}".`,
          fix: 'Give each person and workload an account of its own.',
          file: entry.path,
          pointer: ['accounts', system],
          related: [{ file: first.path, pointer: ['accounts', system], message: 'The same account.' }]
        }
      }
    }
  }
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : 1
}
