import { accountsOf } from '../accounts.ts'
import type { Check, Told } from '../check.ts'
import type { Account, Holder } from '../judged.ts'

interface Held {
  readonly holder: Holder
  readonly account: Account
}

/** Two people or workloads are the same account of one system. */
export const accountDuplicate: Check = {
  code: 'account-duplicate',
  severity: 'error',
  doc: 'Two people or workloads are the same account of one system.',
  fix: 'Give each its own account.',
  *run(context) {
    const { people, workloads } = context.book
    const holders = new Map<string, Held[]>()
    for (const holder of [...people.values(), ...workloads.values()]) {
      for (const account of accountsOf(context, holder)) {
        const key = `${account.system} ${account.unique}`
        const others = holders.get(key)
        if (others) others.push({ holder, account })
        else holders.set(key, [{ holder, account }])
      }
    }
    for (const all of holders.values()) {
      if (all.length > 1) yield* told(all.toSorted((a, b) => (a.holder.path < b.holder.path ? -1 : 1)))
    }
  }
}

function* told([first, ...others]: readonly Held[]): Generator<Told> {
  for (const { holder, account } of others) {
    const { system, principal } = account
    const pointer = ['accounts', system]
    yield {
      message: `${principal} in "${system}" is already the account of "${first?.holder.id}".`,
      fix: 'Give each person and workload an account of its own.',
      file: holder.path,
      pointer,
      related: first ? [{ file: first.holder.path, pointer, message: 'The same account.' }] : []
    }
  }
}
