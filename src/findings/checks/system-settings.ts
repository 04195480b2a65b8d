import { below } from '../connector-values.ts'
import type { Check } from '../check.ts'

/** A system’s `settings` are not what its connector needs. */
export const systemSettings: Check = {
  code: 'system-settings',
  severity: 'error',
  doc: 'A system’s `settings` are not what its connector needs.',
  fix: 'Correct them as the connector’s schema says.',
  *run({ book, connectors }) {
    for (const { data, path } of book.systems.values()) {
      const core = connectors.get(data.connector)
      if (core) yield* below(path, ['settings'], core.checkSettings(data.settings))
    }
  }
}
