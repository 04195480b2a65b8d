import { quote } from '../../book/quote.ts'
import { SETTINGS_PATH } from '../../book/paths.ts'
import type { Check } from '../check.ts'

/** A ticket doesn’t match the pattern in the settings, as a whole. */
export const ticketMalformed: Check = {
  code: 'ticket-malformed',
  severity: 'error',
  doc: 'A ticket doesn’t match the pattern in the settings, as a whole.',
  fix: 'Write the ticket as the tracker names it.',
  *run({ book, ticket: compiled }) {
    const pattern = compiled?.pattern
    if (!pattern) return
    const judged = new Map<string, boolean>()
    for (const { ticket, path } of book.grants.values()) {
      if (ticket === null) continue
      let good = judged.get(ticket)
      if (good === undefined) judged.set(ticket, (good = pattern.matches(ticket)))
      if (good) continue
      yield {
        message: `The ticket ${quote(ticket)} is not of the form ${quote(book.settings?.data.ticket.pattern ?? '')}.`,
        fix: 'Write the ticket as its tracker names it, and nothing else.',
        file: path,
        pointer: ['ticket'],
        related: [
          {
            file: SETTINGS_PATH,
            pointer: ['ticket', 'pattern'],
            message: 'The pattern, which the whole ticket must match.'
          }
        ]
      }
    }
  }
}
