import type { Book, EntitlementEntry, Subject } from '../../book/book.ts'
import { resolveEntitlement } from '../../book/bundles.ts'
import { writeInstant, type Instant } from '../../book/instant.ts'
import { grantPath, type Asked } from '../../compose/grant-file.ts'
import { markdownCode, markdownText } from '../escape.ts'
import { plural } from '../report.ts'
import { approversInWords, quotation, table, ticketInMarkdown } from './parts.ts'

/** What is told of a request for access. */
export interface RequestView {
  readonly book: Book
  readonly asked: Asked
  readonly entitlement: EntitlementEntry
  readonly subject: Subject
  readonly from: Instant | null
  readonly until: Instant
  /** Who opens the pull request. */
  readonly me: string
}

/** Title of the pull request, and first line of its commit: ids and instants alone, nobody's words. */
export function requestTitle({ asked, until }: Pick<RequestView, 'asked' | 'until'>): string {
  const { subject, entitlement, incident } = asked
  const glass = incident === null ? '' : `Break-glass ${incident}: `
  return `${glass}${entitlement} for ${subject} until ${writeInstant(until)}`
}

/** Its body: what a reviewer has to know, and what approving does. */
export function requestBody(view: RequestView): string {
  const { asked, entitlement, me } = view
  const whom = asked.subject === me ? '' : ` for **${markdownText(asked.subject)}**`
  return [
    `**${markdownText(me)}** asks for **${markdownText(asked.entitlement)}** (${markdownText(entitlement.data.title)})${whom}:`,
    quotation(asked.reason),
    ...table(['', ''], facts(view)),
    approvalSentence(view),
    '- **Approve and merge:** access is given by the next apply, and ends by itself.\n- **Close:** nothing changes.'
  ].join('\n\n')
}

function facts({
  book,
  asked,
  entitlement,
  subject,
  from,
  until
}: RequestView): readonly (readonly string[])[] {
  const { ticket, task, requester, incident } = asked
  const named = subject.kind === 'person' ? subject.entry.data.name : `workload: ${subject.entry.data.title}`
  const risk = resolveEntitlement(book, entitlement.name)?.terms?.risk ?? entitlement.data.risk
  return [
    ['who', `${markdownText(asked.subject)} (${markdownText(named)})`],
    ['what it allows', markdownText(entitlement.data.description.replaceAll(/\s+/gu, ' '))],
    ['risk', risk],
    ['from', from === null ? 'the next apply after the merge' : writeInstant(from)],
    ['until', writeInstant(until)],
    ...row('incident', incident === null ? null : markdownText(incident)),
    ...row('ticket', ticket === null ? null : ticketInMarkdown(ticket, book)),
    ...row('task', task === null ? null : markdownCode(task)),
    ...row('asked for by', requester === null ? null : markdownText(requester)),
    ['file', markdownCode(grantPath(asked))]
  ]
}

function row(key: string, value: string | null): readonly (readonly string[])[] {
  return value === null ? [] : [[key, value]]
}

function approvalSentence({ book, asked, entitlement }: RequestView): string {
  const { approvers, emergency } = entitlement.data
  if (asked.incident !== null)
    return `One approval by somebody on call: ${approversInWords(emergency?.approvers ?? [])}. It is reviewed afterwards.`
  const count = resolveEntitlement(book, entitlement.name)?.terms?.approvals ?? 1
  return `It takes ${plural(count, 'approval')}: ${approversInWords(approvers)}. The check on this pull request says who exactly.`
}
