import { writeInstant, type Instant } from '../../book/instant.ts'
import type { ToReview } from '../../nightly/retrospectives.ts'
import { markdownCode, markdownText } from '../escape.ts'

/** Title of the pull request that reviews an emergency. */
export function retrospectiveTitle({ grant }: ToReview): string {
  return `Review the emergency of ${grant.subject} on ${grant.name}${grant.incident === null ? '' : ` (${grant.incident})`}`
}

/** Its body: what was held and when, what to do, and by when. */
export function retrospectiveBody(
  { grant, start, due, path }: ToReview,
  owner: string | null,
  now: Instant
): string {
  const late =
    due <= now
      ? '**This review is overdue: until it is merged, this subject gets no further emergency grant.**'
      : null
  const row = [
    markdownText(grant.subject),
    markdownText(grant.name),
    writeInstant(start),
    grant.expires === null ? '' : writeInstant(grant.expires),
    markdownText(grant.incident ?? ''),
    markdownText(grant.reason)
  ]
  const who = owner === null ? '' : ` (${markdownText(owner)})`
  return [
    ...(late === null ? [] : [late]),
    `| who | held | from | until | incident | because |\n|---|---|---|---|---|---|\n| ${row.join(' | ')} |`,
    `Write into ${markdownCode(path)} on this branch what happened and what the access was used for, and \`verdict: accepted\` or \`contested\`. The entitlement’s owner${who} or governance approves; whoever wrote it doesn’t.`,
    [
      `- **Due:** ${writeInstant(due)}. After that no further emergency is granted to this subject until it is merged.`,
      '- **Merge:** the emergency is reviewed, and its grant’s file goes.',
      '- **Close:** it comes back tomorrow.'
    ].join('\n')
  ].join('\n\n')
}
