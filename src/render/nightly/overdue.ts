import { DAY } from '../../book/duration.ts'
import { writeInstant, type Instant } from '../../book/instant.ts'
import type { Unreviewed } from '../../findings/emergencies.ts'
import type { Emergency } from '../../findings/uses.ts'
import { markdownCode, markdownText } from '../escape.ts'
import { plural } from '../report.ts'

/** Title of the issue about a review that is overdue. */
export function overdueTitle({ emergency: { subject, name } }: Unreviewed): string {
  return `Overdue: the review of ${subject}’s emergency on ${name}`
}

/** Its body: what is overdue since when, what stands still until then, and who can end it. `branch` has the review. */
export function overdueBody(
  { emergency, due }: Unreviewed,
  told: { readonly owner: string | null; readonly governance: string; readonly branch: string },
  now: Instant
): string {
  const { subject, name, from, until } = emergency
  const days = Math.floor((now - due) / DAY)
  const late = days === 0 ? 'less than a day' : plural(days, 'day')
  const owner = told.owner === null ? '' : `, ${markdownText(told.owner)},`
  return [
    `${markdownText(subject)} held ${markdownText(name)} by emergency from ${writeInstant(from)} until ${writeInstant(until)}. Its review was due at ${writeInstant(due)}: it is overdue by ${late}.`,
    `- **Until it is merged** ${markdownText(subject)} gets no further emergency grant, of nothing.`,
    `- **The review** waits in the pull request from ${markdownCode(told.branch)}. The entitlement’s owner${owner} or ${markdownCode(told.governance)} approves it, but neither ${markdownText(subject)} nor whoever wrote it.`,
    'This issue is kept up to date and closes by itself.'
  ].join('\n\n')
}

/** Title of the issue about a review that somebody merged as contested. */
export function contestedTitle({ subject, name }: Emergency): string {
  return `Contested: ${subject}’s emergency on ${name}`
}

/** Its body. */
export function contestedBody({ subject, name, from, until, review }: Emergency, governance: string): string {
  return [
    `The review of what ${markdownText(subject)} did with ${markdownText(name)} from ${writeInstant(from)} until ${writeInstant(until)} says that it is contested: ${markdownCode(review?.path ?? '')}.`,
    `It is recorded as reviewed, so it blocks nothing. What follows from it is for people to decide: the entitlement’s owner and ${markdownCode(governance)}. Should somebody have to lose access at once: ${markdownCode(`npx grantbook suspend ${subject}`)}.`,
    'Close this when it is settled. It isn’t opened again.'
  ].join('\n\n')
}
