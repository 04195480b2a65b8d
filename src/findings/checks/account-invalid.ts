import { judgedAccount } from '../accounts.ts'
import { below } from '../connector-values.ts'
import type { Check } from '../check.ts'

/** What a file says somebody is in a system is not what that system’s connector understands. */
export const accountInvalid: Check = {
  code: 'account-invalid',
  severity: 'error',
  doc: 'What a file says somebody is in a system is not what that system’s connector understands.',
  fix: 'Correct it as the connector’s schema says.',
  *run(context) {
    const { people, workloads } = context.book
    for (const holder of [...people.values(), ...workloads.values()]) {
      for (const system of Object.keys(holder.data.accounts ?? {})) {
        const problems = judgedAccount(context, holder, system)?.problems ?? []
        if (problems.length > 0) yield* below(holder.path, ['accounts', system], problems)
      }
    }
  }
}
