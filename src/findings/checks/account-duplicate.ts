import { accountsOf, type Holder } from '../accounts.ts'
import type { Check, Told } from '../check.ts'

/** Two people or workloads are the same account of one system. */
export const accountDuplicate: Check = {
  code: 'account-duplicate',
  severity: 'error',
  doc: 'Two people or workloads are the same account of one system.',
  fix: 'Give each its own account.',
  *run(context) {
    const { people, workloads } = context.book
    const holders = new Map<string, Holder[]>()
    for (const holder of [...people.values(), ...workloads.values()]) {
      for (const { system, principal } of accountsOf(context, holder)) {
        const key = `${system} ${principal}`
        const others = holders.get(key)
        if (others) others.push(holder)
        else holders.set(key, [holder])
      }
    }
    for (const [key, all] of holders) {
      if (all.length > 1)
        yield* told(
          key,
          all.toSorted((a, b) => (a.path < b.path ? -1 : 1))
        )
    }
  }
}

function* told(key: string, [first, ...others]: readonly Holder[]): Generator<Told> {
  const space = key.indexOf(' ')
  const [system, principal] = [key.slice(0, space), key.slice(space + 1)]
  for (const other of others) {
    yield {
      message: `${principal} in "${system}" is already the account of "${first?.id}".`,
      fix: 'Give each person and workload an account of its own.',
      file: other.path,
      pointer: ['accounts', system],
      related: first
        ? [{ file: first.path, pointer: ['accounts', system], message: 'The same account.' }]
        : []
    }
  }
}
