import { below } from '../connector-values.ts'
import type { Check } from '../check.ts'

/** What a file says somebody is in a system is not what that system’s connector understands. */
export const accountInvalid: Check = {
  code: 'account-invalid',
  severity: 'error',
  doc: 'What a file says somebody is in a system is not what that system’s connector understands.',
  fix: 'Correct it as the connector’s schema says.',
  *run({ book, connected }) {
    for (const { data, path } of [...book.people.values(), ...book.workloads.values()]) {
      for (const [id, account] of Object.entries(data.accounts ?? {})) {
        const connection = connected(id)
        if (connection)
          yield* below(path, ['accounts', id], connection.core.checkAccount(account, connection.system))
      }
    }
  }
}
