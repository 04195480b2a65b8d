import { writeInstant, type Instant } from '../../book/instant.ts'
import type { Held } from '../../compose/holdings.ts'
import { markdownCode, markdownText } from '../escape.ts'
import { approversInWords, HELD_HEAD, heldRows, quotation, table } from './parts.ts'

/** What is told of a suspension. */
export interface SuspendView {
  readonly subject: string
  readonly reason: string
  /** First instant after it; null: it stands until its file is removed. */
  readonly until: Instant | null
  readonly holds: readonly Held[]
  /** Workloads that the subject answers for. */
  readonly workloads: readonly string[]
  /** Who owns suspensions; null: the settings can't be read. */
  readonly security: string | null
  readonly me: string
}

/** Title of the pull request that suspends somebody, and first line of its commit. */
export function suspendTitle({ subject, until }: Pick<SuspendView, 'subject' | 'until'>): string {
  return `Suspend ${subject}${until === null ? '' : ` until ${writeInstant(until)}`}`
}

/** Its body: what is taken with the next apply. */
export function suspendBody(view: SuspendView): string {
  const { subject, reason, until, holds, workloads, security, me } = view
  const end = until === null ? 'until the file is removed' : `until ${writeInstant(until)}`
  const name = markdownText(subject)
  return [
    `**${markdownText(me)}** asks that **${name}** is suspended ${end}:`,
    quotation(reason),
    holds.length > 0
      ? `With the next apply after the merge all of this is taken from ${name}:`
      : `${name} holds nothing now. Nothing is given while the suspension stands.`,
    ...table(HELD_HEAD, heldRows(holds)),
    ...(workloads.length > 0
      ? [
          `Not taken: what these workloads of ${name} hold. Suspend each by its own id if it may be in wrong hands: ${workloads.map(markdownCode).join(', ')}.`
        ]
      : []),
    ...(security === null ? [] : [`It takes an approval: ${approversInWords([security])}.`]),
    '- **Approve and merge:** everything above is gone with the next apply; a live session may last a little longer.\n- **Close:** nothing changes.'
  ].join('\n\n')
}
