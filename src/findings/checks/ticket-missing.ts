import { resolveEntitlement } from '../../book/bundles.ts'
import type { Check } from '../check.ts'

/** The risk tier asks for a ticket and there is none. */
export const ticketMissing: Check = {
  code: 'ticket-missing',
  severity: 'error',
  doc: 'The risk tier asks for a ticket and there is none.',
  fix: 'Add `ticket`.',
  *run({ book }) {
    for (const [name, grants] of book.grantsOfEntitlement) {
      const terms = resolveEntitlement(book, name)?.terms
      if (terms?.ticket !== 'required') continue
      for (const { kind, ticket, path } of grants) {
        // An emergency's incident stands for its ticket.
        if (kind === 'emergency' || ticket !== null) continue
        yield {
          message: `"${name}" (risk ${terms.risk}) asks for a ticket.`,
          fix: 'Add "ticket" with the ticket in which this was agreed.',
          file: path,
          pointer: []
        }
      }
    }
  }
}
