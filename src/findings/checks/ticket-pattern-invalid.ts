import { SETTINGS_PATH } from '../../book/paths.ts'
import { quote } from '../../book/quote.ts'
import type { Check } from '../check.ts'

/** The ticket pattern is no regular expression of RE2’s kind, or too large. */
export const ticketPatternInvalid: Check = {
  code: 'ticket-pattern-invalid',
  severity: 'error',
  doc: 'The ticket pattern is no regular expression of RE2’s kind, or too large.',
  fix: 'Write a pattern without look-around and back-references.',
  *run({ ticket }) {
    if (ticket === null || ticket.error === null) return
    yield {
      message: `The ticket pattern can't be used: ${quote(ticket.error)}.`,
      fix: 'Write a regular expression in RE2’s syntax: no look-around, no back-references, no large repetitions.',
      file: SETTINGS_PATH,
      pointer: ['ticket', 'pattern']
    }
  }
}
