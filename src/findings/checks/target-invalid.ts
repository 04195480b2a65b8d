import { below } from '../connector-values.ts'
import type { Check } from '../check.ts'

/** An entitlement’s `target` is not what its system’s connector understands or allows. */
export const targetInvalid: Check = {
  code: 'target-invalid',
  severity: 'error',
  doc: 'An entitlement’s `target` is not what its system’s connector understands or allows.',
  fix: 'Correct it as the connector’s schema says.',
  *run({ book, connected }) {
    for (const { system, data, path } of book.entitlements.values()) {
      const connection = data.target === undefined ? null : connected(system)
      if (connection)
        yield* below(path, ['target'], connection.core.checkTarget(data.target, connection.system))
    }
  }
}
