import { nearest } from '../../book/nearest.ts'
import type { Check } from '../check.ts'

/** A system names a connector that this version doesn’t have. */
export const connectorUnknown: Check = {
  code: 'connector-unknown',
  severity: 'error',
  doc: 'A system names a connector that this version doesn’t have.',
  fix: 'Name one that exists.',
  *run({ book, connectors }) {
    for (const { data, path } of book.systems.values()) {
      if (connectors.has(data.connector)) continue
      const meant = nearest(data.connector, connectors.keys())
      yield {
        message: `There is no connector "${data.connector}".`,
        fix:
          meant === null
            ? `There are: ${[...connectors.keys()].toSorted().join(', ')}.`
            : `Did you mean "${meant}"?`,
        file: path,
        pointer: ['connector']
      }
    }
  }
}
