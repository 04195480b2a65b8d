import type { Book } from '../../book/book.ts'
import { writeInstant, type Instant } from '../../book/instant.ts'
import type { Held } from '../../compose/holdings.ts'
import { markdownCode, markdownText } from '../escape.ts'

/** Somebody's words as a quotation, line by line. */
export function quotation(text: string): string {
  return text
    .split(/\r?\n/u)
    .map((line) => `> ${markdownText(line)}`.trimEnd())
    .join('\n')
}

/** Teams and logins whose approval counts, as code so that nobody is called: `a or b`; of several lists one of each. */
export function approversInWords(approvers: readonly string[] | readonly (readonly string[])[]): string {
  const groups: (readonly string[])[] = []
  const one: string[] = []
  for (const each of approvers) {
    if (typeof each === 'string') one.push(each)
    else groups.push(each)
  }
  return [...(one.length > 0 ? [one] : []), ...groups]
    .map((group) => group.map(markdownCode).join(' or '))
    .join(' and ')
}

/** A ticket, as a link only where the address is one that no text of a file could have bent. */
export function ticketInMarkdown(ticket: string, { settings }: Book): string {
  const url = settings?.data.ticket.url.replaceAll('{ticket}', () => encodeURIComponent(ticket)) ?? ''
  const safe = /^https:\/\/[A-Za-z0-9.:/_~%?&=#-]+$/u.test(url)
  return safe ? `[${markdownText(ticket)}](${url})` : markdownText(ticket)
}

/** An instant, or that it can't be told. */
export function untilInWords(at: Instant | null): string {
  return at === null ? 'can’t be told' : writeInstant(at)
}

/** A table; nothing if it has no rows. More than `MOST` rows are counted. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return []
  const lines = rows.slice(0, MOST).map((cells) => `| ${cells.join(' | ')} |`)
  const more = rows.length > MOST ? [`_and ${rows.length - MOST} more._`] : []
  return [[`| ${head.join(' | ')} |`, `|${'---|'.repeat(head.length)}`, ...lines].join('\n'), ...more]
}

const MOST = 200

/** Grants with their windows, as rows of a table. */
export function heldRows(held: readonly Held[]): readonly (readonly string[])[] {
  return held.map(({ grant, from, until }) => [
    markdownText(grant.name) + (grant.kind === 'emergency' ? ' (break-glass)' : ''),
    from === null ? 'issuance' : writeInstant(from),
    untilInWords(until),
    markdownCode(grant.path)
  ])
}

/** Head of a table of {@link heldRows}. */
export const HELD_HEAD = ['what', 'from', 'until', 'file'] as const
